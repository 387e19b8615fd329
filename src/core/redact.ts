/** Knows every credential of this process, in every form it may take, and takes them out of texts. */

/** Shorter ones are left alone: taking "abc" out of every line would hide more than it protects. */
const shortest = 6

/**
 * The spellings under which a credential can turn up: raw, base64 at its three offsets whatever stands around it,
 * base64url, percent (some or all characters), JSON, XML, hex, and `user:token` as Basic auth sends it.
 */
export function derivedForms(secret: string, users: readonly string[] = ['x-access-token']): string[] {
  const forms = new Set<string>([secret, ...secret.split(/\r?\n/).map((line) => line.trim())])
  for (const text of [secret, ...users.map((user) => `${user}:${secret}`)]) {
    const bytes = Buffer.from(text)
    const escaped = encodeURIComponent(text)
    const json = JSON.stringify(text).slice(1, -1)
    for (const form of [
      text,
      ...inBase64(bytes),
      ...bothCases(bytes.toString('hex')),
      ...bothCases(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
      escaped,
      escaped.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      json,
      json.replaceAll('/', '\\/'),
      text.replace(/[<>"'&]/g, (char) => xml[char] ?? char),
    ])
      forms.add(form)
  }
  return [...forms].filter((form) => form.length >= shortest)
}

const xml: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '&': '&amp;' }

const bothCases = (text: string) => [text.toLowerCase(), text.toUpperCase()]

/** Base64 and base64url, whole, and at each offset the characters that are the same whatever stands before and after. */
function inBase64(bytes: Buffer): string[] {
  const inner = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    return whole.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((whole.length * 8) / 6))
  })
  return [bytes.toString('base64'), ...inner].flatMap((text) => [
    text,
    text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  ])
}

/**
 * Credentials that nobody named as such (put into a title, or a wrong member) and that their own shape gives away:
 * tokens of GitHub and Atlassian, and JWTs.
 */
const tellingShapes =
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255}|ATATT3x[A-Za-z0-9_=-]{20,400}|ATCTT3x[A-Za-z0-9_=-]{20,400}|(?<![\w-])eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{16,1000})/g

/** Collects credentials as they become known, and replaces them in texts by `***`. */
export class Redactor {
  readonly #forms = new Set<string>()
  #longestFirst: string[] = []
  readonly #listeners: ((form: string) => void)[] = []

  /** `user`: whom the credential is sent with in Basic auth (a Jira email). */
  add(secret: string, user?: string): void {
    for (const form of derivedForms(secret, ['x-access-token', ...(user === undefined ? [] : [user])])) {
      if (this.#forms.has(form)) continue
      this.#forms.add(form)
      for (const listen of this.#listeners) listen(form)
    }
    this.#longestFirst = [...this.#forms].sort((a, b) => b.length - a.length)
  }

  /** Called with each new form: the action registers them as masks with the runner. */
  onForm(listen: (form: string) => void): void {
    this.#listeners.push(listen)
  }

  /** The text without any known credential, and without what has the shape of one. */
  redact(text: string): string {
    let clean = text
    for (const form of this.#longestFirst) if (clean.includes(form)) clean = clean.replaceAll(form, '***')
    return clean.replace(tellingShapes, '***')
  }

  /** The same for every string of a JSON value. */
  redactAll<T>(value: T): T {
    if (typeof value === 'string') return this.redact(value) as T
    if (Array.isArray(value)) return value.map((one) => this.redactAll(one)) as T
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.redact(key), this.redactAll(one)])) as T
  }
}

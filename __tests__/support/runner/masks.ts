/** What the runner hides: registered values and their encoded forms, replaced by `***` in every line printed later. */

/** Forms of a value that are hidden with it, as the runner derives them. */
export function maskedForms(value: string): string[] {
  const bytes = Buffer.from(value)
  const shifted = [0, 1, 2].map((shift) => (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64'))
  const forms = [
    value,
    ...shifted,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    xmlEscaped(value),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    /^".{7,}"$/s.test(value) ? value.slice(1, -1) : value,
  ]
  return [...new Set(forms)].filter((form) => form !== '')
}

const XML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '&': '&amp;' }
const xmlEscaped = (value: string): string => value.replaceAll(/[<>"'&]/g, (char) => XML[char] ?? char)

export class Masks {
  readonly #forms = new Set<string>()
  /** Values as registered, in order. */
  readonly values: string[] = []

  /** Registers a value whole and each of its lines, trimmed. False when there was nothing to register. */
  add(value: string): boolean {
    if (value.trim() === '') return false
    this.values.push(value)
    const lines = value.split(/\r?\n/).map((line) => line.trim())
    for (const part of [value, ...lines]) {
      if (part !== '') for (const form of maskedForms(part)) this.#forms.add(form)
    }
    return true
  }

  /** The text with every registered form replaced; overlapping hits become one `***`. */
  apply(text: string): string {
    const hits = [...this.#forms].flatMap((form) => occurrences(text, form)).sort((a, b) => a[0] - b[0])
    let masked = ''
    let at = 0
    for (const [start, end] of merged(hits)) {
      masked += `${text.slice(at, start)}***`
      at = end
    }
    return masked + text.slice(at)
  }
}

type Range = readonly [start: number, end: number]

function occurrences(text: string, form: string): Range[] {
  const found: Range[] = []
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) found.push([at, at + form.length])
  return found
}

function merged(ranges: readonly Range[]): Range[] {
  const out: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = out.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else out.push([start, end])
  }
  return out
}

/** The shapes in which a secret can leak, and the search for them. */

export interface SecretForm {
  readonly name: string
  readonly text: string
}

/** Raw, base64 at each of the three alignments, base64url, percent, JSON and hex; only what depends on the secret alone. */
export function secretForms(secret: string): SecretForm[] {
  const bytes = Buffer.from(secret)
  const shifted = [0, 1, 2].map((shift) => ({ name: `base64 at ${shift}`, text: inBase64(bytes, shift) }))
  const forms = [
    { name: 'raw', text: secret },
    ...shifted,
    ...shifted.map(({ name, text }) => ({
      name: name.replace('base64', 'base64url'),
      text: text.replaceAll('+', '-').replaceAll('/', '_'),
    })),
    { name: 'percent', text: encodeURIComponent(secret) },
    { name: 'percent (all)', text: [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('') },
    { name: 'JSON', text: JSON.stringify(secret).slice(1, -1) },
    { name: 'hex', text: bytes.toString('hex') },
  ]
  return forms.filter(({ text }, at) => text.length >= 6 && forms.findIndex((form) => form.text === text) === at)
}

/** The part of a base64 text that is the same whatever stands before and after the secret. */
function inBase64(bytes: Buffer, shift: number): string {
  const whole = Math.floor((bytes.length + shift) / 3) * 3
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .subarray(0, whole)
    .toString('base64')
  return encoded.slice(shift === 0 ? 0 : 4)
}

export interface Leak {
  readonly place: string
  readonly form: string
  /** Which of the given secrets, by position: the secret itself is not repeated. */
  readonly secret: number
}

/** Where any of the secrets stands in any of its forms. Hex and percent are found in either case. */
export function findLeaks(places: Readonly<Record<string, string>>, secrets: readonly string[]): Leak[] {
  const leaks: Leak[] = []
  for (const [place, text] of Object.entries(places)) {
    const lower = text.toLowerCase()
    secrets.forEach((secret, position) => {
      for (const { name, text: form } of secretForms(secret)) {
        const caseless = name === 'hex' || name.startsWith('percent')
        if (caseless ? lower.includes(form.toLowerCase()) : text.includes(form))
          leaks.push({ place, form: name, secret: position })
      }
    })
  }
  return leaks
}

/**
 * The order of versions in tags and tools, whose ecosystem is not known: numbers first, then whether something follows
 * that makes it a prerelease, the same, or a later patch.
 */
export interface LooseVersion {
  readonly numbers: readonly number[]
  /** What follows the numbers, without build metadata, cut into words and numbers. */
  readonly rest: readonly (number | string)[]
}

const LOOSE = /^\d+(?:\.\d+){0,7}(?:[-._]?[A-Za-z][0-9A-Za-z._-]*|-\d[0-9A-Za-z._-]*)?(?:\+[0-9A-Za-z._-]+)?$/
const LATER = /^(?:post|rev|r|p|patch|sp|final|ga|release)$/i

/** `parseLoose` reads `1.2.3`, `1.2.3-rc.1`, `1.2.3.post1`, `1.2.3+build`; undefined for everything else. */
export function parseLoose(text: string): LooseVersion | undefined {
  if (text.length > 128 || /\d{16}/.test(text) || !LOOSE.test(text)) return undefined
  const plain = text.replace(/\+.*/, '')
  const front = /^\d+(?:\.\d+)*/.exec(plain)?.[0] ?? ''
  const rest = plain.slice(front.length).match(/\d+|[A-Za-z]+/g) ?? []
  return { numbers: front.split('.').map(Number), rest: rest.map((s) => (/\d/.test(s) ? Number(s) : s.toLowerCase())) }
}

/** `compareLoose` orders two of them: `1.2.3-rc1` below `1.2.3`, `1.2.3.post1` above it. */
export function compareLoose(a: LooseVersion, b: LooseVersion): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const order = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0)
    if (order !== 0) return order
  }
  return standing(a) - standing(b) || compareRest(a.rest, b.rest)
}

function standing({ rest: [first] }: LooseVersion): -1 | 0 | 1 {
  if (first === undefined) return 0
  return typeof first === 'string' && LATER.test(first) ? 1 : -1
}

function compareRest(a: LooseVersion['rest'], b: LooseVersion['rest']): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x === y) continue
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1
    return x < y ? -1 : 1
  }
  return a.length - b.length
}

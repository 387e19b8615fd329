/** IPv6 texts, and the IPv4 addresses that stand in some of them. */

/** The eight 16-bit words of a valid IPv6 text. */
function wordsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [a, c].map((high, at) => ((Number(high) << 8) | Number(at === 0 ? b : d)).toString(16)).join(':'),
  )
  const [left = '', right] = hex.split('::')
  const words = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)))
  const [head, tail] = [words(left), words(right ?? '')]
  return right === undefined ? head : [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

const dotted = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.')

/**
 * The IPv4 address that a packet to this IPv6 address ends at, where a translator or tunnel carries one: mapped,
 * compatible and translated forms, NAT64 (both prefixes), 6to4, Teredo, ISATAP.
 */
export function embeddedIPv4(address: string): string | undefined {
  const words = wordsOf(address)
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0] = words
  const startsWithZeros = (count: number) => words.slice(0, count).every((word) => word === 0)
  if (startsWithZeros(5) && (w5 === 0 || w5 === 0xffff)) return dotted(w6, w7)
  if (startsWithZeros(4) && w4 === 0xffff && w5 === 0) return dotted(w6, w7)
  if (w0 === 0x64 && w1 === 0xff9b) return dotted(w6, w7)
  if (w0 === 0x2002) return dotted(w1, w2)
  if (w0 === 0x2001 && w1 === 0) return dotted(w6 ^ 0xffff, w7 ^ 0xffff)
  if ((w4 & 0xfdff) === 0 && w5 === 0x5efe && (w0 | w1 | w2 | w3) !== 0) return dotted(w6, w7)
  return undefined
}

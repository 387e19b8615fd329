const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['s', ' '],
  ['r', '\r'],
  ['0', '\0'],
  ['e', '\u001b'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
])

const CODED = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))/y

/** An escape sequence: how long it is in the source, and what it means. */
export interface Escape {
  readonly length: number
  readonly text: string
}

/** escapeAt reads the escape that begins at a backslash, by the rules of an interpolating string. */
export function escapeAt(source: string, at: number): Escape {
  CODED.lastIndex = at
  const coded = CODED.exec(source)
  if (coded) {
    const [whole, braced, four, hex, octal] = coded
    const code = octal === undefined ? Number.parseInt(braced ?? four ?? hex ?? '', 16) : Number.parseInt(octal, 8)
    return { length: whole.length, text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' }
  }
  if (source.startsWith('\r\n', at + 1)) return { length: 3, text: '' }
  const next = source[at + 1] ?? ''
  return { length: 1 + next.length, text: SIMPLE.get(next) ?? next }
}

/** plainEscapeAt reads a backslash by the rules of a string that does not interpolate: only delimiters are escaped. */
export function plainEscapeAt(source: string, at: number, open: string, close: string): Escape {
  const next = source[at + 1] ?? ''
  return { length: 1 + next.length, text: next === '\\' || next === open || next === close ? next : `\\${next}` }
}

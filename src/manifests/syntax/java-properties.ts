import type { Part } from '../format.ts'

/** One entry of a Java properties file. */
export interface JavaProperty {
  readonly key: string
  /** The offset of the key. */
  readonly at: number
  /** The value with its escapes resolved, over its source. */
  readonly value: Part
}

/**
 * Reads a Java properties file: `key=value`, `key: value`, `key value`, comments with `#` and `!`, escapes, lines that
 * go on behind a backslash. Every text is one: nothing is thrown.
 */
export function javaProperties(text: string): readonly JavaProperty[] {
  const properties: JavaProperty[] = []
  for (let at = skip(text, 0, /[\s]*/y); at < text.length; at = skip(text, at, /[\s]*/y)) {
    const comment = text[at] === '#' || text[at] === '!'
    if (comment) {
      at = skip(text, at, /[^\r\n]*/y)
      continue
    }
    const key = readUntil(text, at, (char) => char === '=' || char === ':' || isBlank(char))
    const separator = skip(text, key.end, /(?:[ \t\f]|\\(?:\r\n|\r|\n))*[=:]?(?:[ \t\f]|\\(?:\r\n|\r|\n))*/y)
    const value = readUntil(text, separator, () => false)
    properties.push({ key: key.text, at, value: { span: { start: separator, end: value.end }, text: value.text } })
    at = Math.max(value.end, at + 1)
  }
  return properties
}

function skip(text: string, at: number, expression: RegExp): number {
  expression.lastIndex = at
  expression.test(text)
  return Math.max(at, expression.lastIndex)
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\f'
}

/** Reads with escapes up to a character that stops, or the end of the logical line. */
function readUntil(text: string, from: number, stops: (char: string) => boolean): { text: string; end: number } {
  let result = ''
  let at = from
  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '\n' || char === '\r' || stops(char)) break
    if (char !== '\\') {
      result += char
      at += 1
      continue
    }
    const escaped = readEscape(text, at)
    result += escaped.text
    at = escaped.end
  }
  return { text: result, end: at }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' }

function readEscape(text: string, at: number): { text: string; end: number } {
  const char = text[at + 1]
  if (char === undefined) return { text: '', end: at + 1 }
  if (char === '\n' || char === '\r') {
    const lineBreak = text.startsWith('\r\n', at + 1) ? 2 : 1
    return { text: '', end: skip(text, at + 1 + lineBreak, /[ \t\f]*/y) }
  }
  const hex = char === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6)) : null
  if (hex) return { text: String.fromCharCode(Number.parseInt(hex[0], 16)), end: at + 6 }
  return { text: ESCAPES[char] ?? char, end: at + 2 }
}

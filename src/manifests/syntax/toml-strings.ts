import { ManifestSyntaxError } from '../format.ts'
import { type LogicalText, LogicalTextBuilder, plainText } from './logical-text.ts'

/** A string that was read: its content, and the offset behind its closing quotes. */
export interface ReadString {
  readonly content: LogicalText
  readonly end: number
}

const shortEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
}
const hexLength: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
const lineContinuation = /\\[ \t]*\r?\n[ \t\r\n]*/y

/** readTomlString reads the string whose opening quote stands at `at`. Multi-line ones only where a value may stand. */
export function readTomlString(text: string, at: number, multiline: boolean): ReadString {
  const quote = text[at] as string
  const escapes = quote === '"'
  const triple = quote.repeat(3)
  if (!text.startsWith(triple, at)) return readContent(text, at + 1, quote, escapes)
  if (!multiline) throw new ManifestSyntaxError('a key takes no multi-line string', at)
  return readContent(text, at + 3 + lineEndLength(text, at + 3), triple, escapes)
}

/** The length of the line end at `at`: 0, 1 or 2. A carriage return alone is none. */
function lineEndLength(text: string, at: number): number {
  if (text[at] === '\n') return 1
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0
}

function readContent(text: string, start: number, closing: string, escapes: boolean): ReadString {
  let builder: LogicalTextBuilder | undefined
  let copied = start
  const decode = (meaning: string, from: number, end: number): number => {
    builder ??= new LogicalTextBuilder(text)
    builder.copy(copied, from)
    builder.decode(meaning, from, end)
    copied = end
    return end
  }
  for (let at = start; at < text.length; ) {
    const character = text[at] as string
    if (character === closing[0] && text.startsWith(closing, at)) {
      const stop = contentEnd(text, at, closing)
      builder?.copy(copied, stop)
      return { content: builder?.build() ?? plainText(text, start, stop), end: stop + closing.length }
    }
    if (character === '\\' && escapes) at = readEscape(text, at, closing.length === 3, decode)
    else at = readCharacter(text, at, closing.length === 3, decode)
  }
  throw new ManifestSyntaxError('a string is not closed', start - closing.length)
}

/** One or two quotes right before the closing three belong to the content. */
function contentEnd(text: string, at: number, closing: string): number {
  if (closing.length === 1) return at
  let end = at
  while (end < at + 2 && text[end + 3] === closing[0]) end += 1
  return end
}

type Decode = (meaning: string, from: number, end: number) => number

/** A character that means itself; a CRLF, which means LF. */
function readCharacter(text: string, at: number, multiline: boolean, decode: Decode): number {
  const code = text.charCodeAt(at)
  if ((code >= 0x20 && code !== 0x7f) || code === 0x09) return at + 1
  const lineEnd = multiline ? lineEndLength(text, at) : 0
  if (lineEnd === 0) throw new ManifestSyntaxError('a string holds a line end or control character', at)
  return lineEnd === 2 ? decode('\n', at, at + 2) : at + 1
}

function readEscape(text: string, at: number, multiline: boolean, decode: Decode): number {
  const letter = text[at + 1] ?? ''
  const short = shortEscapes[letter]
  if (short !== undefined) return decode(short, at, at + 2)
  const length = hexLength[letter]
  if (length !== undefined) return decode(codePoint(text, at + 2, length), at, at + 2 + length)
  lineContinuation.lastIndex = at
  if (multiline && lineContinuation.test(text)) return decode('', at, lineContinuation.lastIndex)
  throw new ManifestSyntaxError('an escape that TOML does not know', at)
}

function codePoint(text: string, at: number, length: number): string {
  const digits = text.slice(at, at + length)
  const code = digits.length === length && /^[\da-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
  const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  if (!isScalar) throw new ManifestSyntaxError('an escape that is no character', at)
  return String.fromCodePoint(code)
}

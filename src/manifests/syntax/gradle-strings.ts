import { ManifestSyntaxError } from '../format.ts'
import { type Cursor, type GradleToken, match, type StringPiece } from './gradle-cursor.ts'

/** How one kind of string is written. */
interface Quoting {
  readonly open: string
  readonly close: string
  readonly multiline: boolean
  readonly escapes: boolean
  readonly interpolates: boolean
}

const MAX_DEPTH = 20
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy
const DOTTED_NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy

/**
 * Reads the string that begins at the cursor and gives its pieces; undefined, with the cursor unmoved, when none begins
 * there. `before` is the token in front: it tells whether a `/` may open a Groovy slashy string.
 */
export function readString(
  cursor: Cursor,
  before: GradleToken | undefined,
  spaced: boolean,
): readonly StringPiece[] | undefined {
  const quoting = quotingAt(cursor, before, spaced)
  if (!quoting) return undefined
  const opened = cursor.at
  cursor.at += quoting.open.length
  const pieces: StringPiece[] = []
  while (!cursor.text.startsWith(quoting.close, cursor.at)) {
    const piece = readPiece(cursor, quoting)
    if (!piece) throw new ManifestSyntaxError('a string is not closed', opened)
    pieces.push(piece)
  }
  cursor.at += quoting.close.length
  return withTrailingQuotes(cursor, quoting, pieces)
}

function quotingAt(cursor: Cursor, before: GradleToken | undefined, spaced: boolean): Quoting | undefined {
  const { text, at, language } = cursor
  const groovy = language === 'groovy'
  const interpolates = language !== 'java'
  switch (text[at]) {
    case '"': {
      const long = text.startsWith('"""', at)
      const quote = long ? '"""' : '"'
      return { open: quote, close: quote, multiline: long, escapes: !long || language !== 'kotlin', interpolates }
    }
    case "'": {
      const quote = groovy && text.startsWith("'''", at) ? "'''" : "'"
      return { open: quote, close: quote, multiline: quote.length > 1, escapes: true, interpolates: false }
    }
    case '/':
      return groovy && opensSlashy(cursor, before, spaced)
        ? { open: '/', close: '/', multiline: false, escapes: false, interpolates: true }
        : undefined
    case '$':
      return groovy && opensDollarSlashy(cursor, before, spaced)
        ? { open: '$/', close: '/$', multiline: true, escapes: false, interpolates: true }
        : undefined
    default:
      return undefined
  }
}

/** A `/` opens a string only where an operand is due and the line holds the closing one; else it is a division. */
function opensSlashy(cursor: Cursor, before: GradleToken | undefined, spaced: boolean): boolean {
  const { text, at } = cursor
  if (at < cursor.noSlashyBefore || !opensOperand(before, spaced)) return false
  if (text[at + 1] === ' ' || text[at + 1] === '=') return false
  let i = at + 1
  for (; i < text.length && text[i] !== '\n' && text[i] !== '\r'; i += 1) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '/') return true
  }
  cursor.noSlashyBefore = i
  return false
}

function opensDollarSlashy(cursor: Cursor, before: GradleToken | undefined, spaced: boolean): boolean {
  const { text, at } = cursor
  if (cursor.noMoreDollarSlashy || !text.startsWith('$/', at) || !opensOperand(before, spaced)) return false
  cursor.noMoreDollarSlashy = !text.includes('/$', at + 2)
  return !cursor.noMoreDollarSlashy
}

function opensOperand(before: GradleToken | undefined, spaced: boolean): boolean {
  if (!before) return true
  if (before.kind === 'operator') return before.text !== '!!'
  if (before.kind === 'word') return spaced
  return before.kind === 'open' || before.kind === 'comma' || before.kind === 'semicolon'
}

function readPiece(cursor: Cursor, quoting: Quoting): StringPiece | undefined {
  const { text, at } = cursor
  const char = text[at]
  if (char === undefined || (!quoting.multiline && (char === '\n' || char === '\r'))) return undefined
  if (char === '\\' && quoting.escapes) return readEscape(cursor)
  if (char === '\\' && quoting.open === '/') return readSlashyEscape(cursor)
  if (char === '$' && quoting.interpolates) return readInterpolation(cursor) ?? readText(cursor, quoting)
  return readText(cursor, quoting)
}

function readText(cursor: Cursor, quoting: Quoting): StringPiece {
  const { text, at } = cursor
  let end = at + 1
  for (; end < text.length; end += 1) {
    const char = text[end]
    if (char === quoting.close[0] && text.startsWith(quoting.close, end)) break
    if (char === '\\' && (quoting.escapes || quoting.open === '/')) break
    if (char === '$' && quoting.interpolates) break
    if (!quoting.multiline && (char === '\n' || char === '\r')) break
  }
  cursor.at = end
  return { kind: 'text', start: at, end, value: text.slice(at, end) }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' }

function readEscape(cursor: Cursor): StringPiece | undefined {
  const { text, at } = cursor
  const char = text[at + 1]
  if (char === undefined) return undefined
  const hex = char === 'u' ? /^u+([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 12)) : undefined
  const length = hex ? hex[0].length + 1 : text.startsWith('\r\n', at + 1) ? 3 : 2
  cursor.at = at + length
  const lineBreak = char === '\n' || char === '\r'
  const value = hex ? String.fromCharCode(Number.parseInt(hex[1] ?? '0', 16)) : lineBreak ? '' : (ESCAPES[char] ?? char)
  return { kind: 'text', start: at, end: cursor.at, value }
}

function readSlashyEscape(cursor: Cursor): StringPiece {
  const { text, at } = cursor
  const slash = text[at + 1] === '/'
  cursor.at = slash ? at + 2 : at + 1
  return { kind: 'text', start: at, end: cursor.at, value: slash ? '/' : '\\' }
}

/** `$name` (in Groovy with `.name` behind it) or `${expression}`; undefined when the dollar is only a dollar. */
function readInterpolation(cursor: Cursor): StringPiece | undefined {
  const { text, at } = cursor
  if (text[at + 1] === '{') return readBraced(cursor)
  const name = match(cursor.language === 'groovy' ? DOTTED_NAME : NAME, text, at + 1)
  if (!name) return undefined
  cursor.at = at + 1 + name.length
  return { kind: 'expression', start: at + 1, end: cursor.at, tokens: pathTokens(name, at + 1) }
}

function pathTokens(path: string, at: number): readonly GradleToken[] {
  const tokens: GradleToken[] = []
  let start = at
  const add = (kind: GradleToken['kind'], text: string) => {
    tokens.push({ kind, start, end: start + text.length, text, newline: false, spaced: false })
    start += text.length
  }
  for (const [i, name] of path.split('.').entries()) {
    if (i > 0) add('operator', '.')
    add('word', name)
  }
  return tokens
}

function readBraced(cursor: Cursor): StringPiece {
  const { text, at } = cursor
  if (cursor.depth >= MAX_DEPTH) throw new ManifestSyntaxError('interpolations are nested too deep', at)
  cursor.at = at + 2
  cursor.depth += 1
  const tokens = cursor.readNested(cursor)
  cursor.depth -= 1
  if (text[cursor.at] !== '}') throw new ManifestSyntaxError('an interpolation is not closed', at)
  const end = cursor.at
  cursor.at += 1
  return { kind: 'expression', start: at + 2, end, tokens }
}

/** In a Kotlin raw string the last three of several quotes close it; those before belong to the text. */
function withTrailingQuotes(cursor: Cursor, quoting: Quoting, pieces: StringPiece[]): readonly StringPiece[] {
  if (quoting.open !== '"""' || cursor.language !== 'kotlin') return pieces
  const start = cursor.at - 3
  let count = 0
  while (cursor.text[cursor.at] === '"') {
    cursor.at += 1
    count += 1
  }
  if (count > 0) pieces.push({ kind: 'text', start, end: start + count, value: '"'.repeat(count) })
  return pieces
}

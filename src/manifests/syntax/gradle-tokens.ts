import { ManifestSyntaxError } from '../format.ts'
import { type Cursor, type GradleLanguage, type GradleToken, match, type StringPiece } from './gradle-cursor.ts'
import { readString } from './gradle-strings.ts'

const WORD_REST = /[\p{L}\p{N}_$]*/uy
const LETTER = /[\p{L}_$]/uy
const NUMBER = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy
const OPERATOR = /->|\?:|\?\.|!!|===?~?|!==?|=~|&&|\|\||[-+*/%]=|<<|<=>?|>=|::|\.\.<?|\*\.|[^\s]/uy

/**
 * Splits Groovy, Kotlin or Java source into tokens; comments and white space are left out. Throws a
 * `ManifestSyntaxError` for a string or comment without an end.
 */
export function gradleTokens(text: string, language: GradleLanguage): readonly GradleToken[] {
  const at = text.startsWith('#!') ? lineEnd(text, 0) : 0
  const cursor: Cursor = {
    readNested: readTokens,
    text,
    language,
    at,
    depth: 0,
    noMoreDollarSlashy: false,
    noSlashyBefore: 0,
  }
  return readTokens(cursor)
}

/** Reads tokens up to the closing brace of an interpolation (left unread), or to the end of the text. */
function readTokens(cursor: Cursor): readonly GradleToken[] {
  const tokens: GradleToken[] = []
  const nested = cursor.depth > 0
  let braces = 0
  for (;;) {
    const gap = skipGap(cursor)
    if (cursor.at >= cursor.text.length) return tokens
    const token = readToken(cursor, tokens.at(-1), gap)
    if (token.text === '{') braces += 1
    if (token.text === '}') braces -= 1
    if (nested && braces < 0) {
      cursor.at = token.start
      return tokens
    }
    tokens.push(token)
  }
}

interface Gap {
  readonly newline: boolean
  readonly spaced: boolean
}

function skipGap(cursor: Cursor): Gap {
  const { text } = cursor
  const from = cursor.at
  let newline = from === 0
  for (; cursor.at < text.length; ) {
    const char = text[cursor.at]
    if (char === '\n' || char === '\r') {
      newline = true
      cursor.at += 1
    } else if (isBlank(char)) cursor.at += 1
    else if (char === '\\' && isLineBreak(text, cursor.at + 1)) cursor.at = afterLineBreak(text, cursor.at + 1)
    else if (char !== '/' || !skipComment(cursor)) break
  }
  return { newline, spaced: cursor.at > from }
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\f' || char === '\u00a0' || char === '\ufeff'
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}

function afterLineBreak(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : at + 1
}

function skipComment(cursor: Cursor): boolean {
  const { text, at } = cursor
  if (text[at + 1] === '/') {
    cursor.at = lineEnd(text, at)
    return true
  }
  if (text[at + 1] !== '*') return false
  cursor.at = cursor.language === 'kotlin' ? nestedCommentEnd(text, at) : plainCommentEnd(text, at)
  return true
}

function plainCommentEnd(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2)
  if (end < 0) throw new ManifestSyntaxError('a comment is not closed', at)
  return end + 2
}

function nestedCommentEnd(text: string, at: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = at
  let depth = 0
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  throw new ManifestSyntaxError('a comment is not closed', at)
}

function lineEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i += 1) if (isLineBreak(text, i)) return i
  return text.length
}

function readToken(cursor: Cursor, before: GradleToken | undefined, gap: Gap): GradleToken {
  const { text, at } = cursor
  const char = text[at] ?? ''
  const kind = KINDS[char]
  if (kind) return finish(cursor, kind, at + 1, gap)
  if (isWordStart(text, at)) {
    const dollar = char === '$' ? readString(cursor, before, gap.spaced) : undefined
    return dollar ? stringToken(cursor, at, gap, dollar) : finish(cursor, 'word', wordEnd(text, at), gap)
  }
  if (isDigit(text.charCodeAt(at))) return finish(cursor, 'number', at + (match(NUMBER, text, at)?.length ?? 1), gap)
  if (char === '`') return quotedWord(cursor, gap)
  const pieces = readString(cursor, before, gap.spaced)
  if (pieces) return stringToken(cursor, at, gap, pieces)
  return finish(cursor, 'operator', at + (match(OPERATOR, text, at) ?? char).length, gap)
}

const KINDS: Readonly<Record<string, GradleToken['kind']>> = {
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
  ',': 'comma',
  ';': 'semicolon',
}

function stringToken(cursor: Cursor, start: number, gap: Gap, pieces: readonly StringPiece[]): GradleToken {
  const { newline, spaced } = gap
  return { kind: 'string', start, end: cursor.at, text: '', newline, spaced, pieces }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36
}

function isWordStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isAsciiWord(code) || (code > 127 && match(LETTER, text, at) !== undefined)
}

function wordEnd(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at)
    if (isAsciiWord(code) || isDigit(code)) continue
    return code > 127 ? at + (match(WORD_REST, text, at)?.length ?? 0) : at
  }
}

/** A Kotlin name in backticks: `` `kotlin-dsl` ``. */
function quotedWord(cursor: Cursor, gap: Gap): GradleToken {
  const { text, at } = cursor
  const end = text.indexOf('`', at + 1)
  if (end < 0 || end - at > 200 || /[\r\n]/.test(text.slice(at, end))) return finish(cursor, 'operator', at + 1, gap)
  cursor.at = end + 1
  return { kind: 'word', start: at, end: end + 1, text: text.slice(at + 1, end), ...gap }
}

function finish(cursor: Cursor, kind: GradleToken['kind'], end: number, { newline, spaced }: Gap): GradleToken {
  const start = cursor.at
  cursor.at = end
  return { kind, start, end, text: cursor.text.slice(start, end), newline, spaced }
}

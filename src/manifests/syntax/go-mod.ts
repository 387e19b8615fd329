import { ManifestSyntaxError, type Span } from '../format.ts'

/** A word of a go.mod line: what it means, and where it stands without its quotes. */
export interface GoToken {
  readonly text: string
  readonly span: Span
}

/** One line of a go.mod or go.work file; a line inside `verb ( … )` carries the block's verb. */
export interface GoLine {
  readonly verb: string
  readonly at: number
  readonly args: readonly GoToken[]
  /** The comment behind the line, with its slashes; empty without one. */
  readonly comment: string
}

interface Words {
  readonly at: number
  readonly tokens: readonly GoToken[]
  readonly comment: string
}

/** readGoMod reads the lines that say something. Throws ManifestSyntaxError for unclosed quotes and blocks. */
export function readGoMod(text: string): GoLine[] {
  const lines: GoLine[] = []
  let block: { verb: string; at: number } | undefined
  for (const { at, tokens, comment } of wordLines(text)) {
    const [first, second] = tokens as [GoToken, ...GoToken[]]
    if (block !== undefined) {
      if (isPunctuation(first, ')')) block = undefined
      else lines.push({ verb: block.verb, at, args: tokens, comment })
    } else if (second !== undefined && isPunctuation(second, '(') && tokens.length === 2) {
      block = { verb: first.text, at }
    } else if (tokens.length > 3 || !isEmptyBlock(tokens)) {
      lines.push({ verb: first.text, at, args: tokens.slice(1), comment })
    }
  }
  if (block !== undefined) throw new ManifestSyntaxError(`the block of ${block.verb} is not closed`, block.at)
  return lines
}

function isPunctuation({ text, span }: GoToken, punctuation: string): boolean {
  return text === punctuation && span.end - span.start === punctuation.length
}

function isEmptyBlock(tokens: readonly GoToken[]): boolean {
  return tokens.length === 3 && tokens[1]?.text === '(' && tokens[2]?.text === ')'
}

const space = /[ \t\r]*/y
const comment = /\/\/[^\n]*/y
/** A word ends at white space, punctuation or a comment. */
const word = /(?:(?!\/\/)[^\s()[\]{},"'`])+/y
const interpreted = /"((?:[^"\\\n]|\\[^\n])*)"/y
const raw = /`([^`\n]*)`/y

function* wordLines(text: string): Generator<Words> {
  for (let at = 0; at < text.length; ) {
    const lineAt = skip(space, text, at)
    const tokens: GoToken[] = []
    at = lineAt
    while (at < text.length && text[at] !== '\n' && !text.startsWith('//', at)) {
      const token = readToken(text, at)
      tokens.push(token.word)
      at = skip(space, text, token.end)
    }
    const end = skip(comment, text, at)
    if (tokens.length > 0) yield { at: lineAt, tokens, comment: text.slice(at, end).trimEnd() }
    at = end + 1
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function readToken(text: string, at: number): { word: GoToken; end: number } {
  const quote = text[at]
  if (quote === '"' || quote === '`') return readQuoted(text, at, quote)
  if (text.startsWith('/*', at)) throw new ManifestSyntaxError('a go.mod file takes // comments only', at)
  const end = text.startsWith('=>', at) ? at + 2 : Math.max(skip(word, text, at), at + 1)
  return { word: { text: text.slice(at, end), span: { start: at, end } }, end }
}

function readQuoted(text: string, at: number, quote: '"' | '`'): { word: GoToken; end: number } {
  const end = skip(quote === '"' ? interpreted : raw, text, at)
  if (end === at) throw new ManifestSyntaxError('a quoted string is not closed', at)
  const span = { start: at + 1, end: end - 1 }
  const content = text.slice(span.start, span.end)
  return { word: { text: quote === '"' ? unescaped(content) : content, span }, end }
}

const escapeSequence = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g

function unescaped(content: string): string {
  return content.replace(escapeSequence, (_, x?: string, u?: string, long?: string, octal?: string, other?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
    const hex = x ?? u ?? long
    if (hex === undefined) return other ?? ''
    const code = Number.parseInt(hex, 16)
    return code > 0x10ffff ? '' : String.fromCodePoint(code)
  })
}

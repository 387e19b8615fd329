import { ManifestSyntaxError } from '../format.ts'
import { type LogicalText, LogicalTextBuilder, plainText } from './logical-text.ts'

/** A string literal; `formatted` ones (f-strings) hold expressions between braces. */
export interface PythonString {
  readonly kind: 'string'
  readonly at: number
  readonly content: LogicalText
  readonly formatted: boolean
}

/** A name or keyword, a number, or an operator. */
interface PythonWord {
  readonly kind: 'name' | 'number' | 'operator'
  readonly at: number
  readonly text: string
}

/** The end of a logical line: one that no bracket or backslash carries on. */
interface PythonLineEnd {
  readonly kind: 'line-end'
  readonly at: number
}

/** What stands between two brackets. */
export interface PythonGroup {
  readonly kind: 'group'
  readonly at: number
  readonly open: '(' | '[' | '{'
  readonly nodes: PythonNode[]
}

export type PythonNode = PythonString | PythonWord | PythonLineEnd | PythonGroup

const space = /(?:[ \t\f\v]|\\\r?\n|#[^\r\n]*)+/y
const name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy
const number = /\.?\d[\w.]*/y
const operator = /(?:\*\*|\/\/|<<|>>|[-+*/%@&|^<>=!:])=?|->|[~.,;]/y
const stringStart = /(?:[rR]?[bB]|[bB][rR]|[uU]|[fFtT][rR]?|[rR][fFtT]?)?("""|'''|"|')/y

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * readPython reads source into words, strings and bracket groups; comments are left out. Throws ManifestSyntaxError for
 * open strings and brackets that do not match.
 */
export function readPython(text: string): readonly PythonNode[] {
  const root: PythonNode[] = []
  const open: PythonGroup[] = []
  for (let at = skip(space, text, 0); at < text.length; at = skip(space, text, at)) {
    const nodes = open.at(-1)?.nodes ?? root
    const character = text[at] as string
    if (character === '\n' || character === '\r') {
      if (open.length === 0) nodes.push({ kind: 'line-end', at })
      at += 1
    } else if (character === '(' || character === '[' || character === '{') {
      const group: PythonGroup = { kind: 'group', at, open: character, nodes: [] }
      nodes.push(group)
      open.push(group)
      at += 1
    } else if (character === ')' || character === ']' || character === '}') {
      const group = open.pop()
      if (group === undefined || closers[group.open] !== character) throw unmatched(character, at)
      at += 1
    } else {
      at = readWord(text, at, nodes)
    }
  }
  const [unclosed] = open
  if (unclosed !== undefined) throw unmatched(unclosed.open, unclosed.at)
  return root
}

function unmatched(bracket: string, at: number): ManifestSyntaxError {
  return new ManifestSyntaxError(`"${bracket}" has no partner`, at)
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Reads one string, name, number or operator into `nodes`; gives the offset behind it. */
function readWord(text: string, at: number, nodes: PythonNode[]): number {
  stringStart.lastIndex = at
  const start = stringStart.exec(text)
  if (start !== null) return readString(text, at, start[0], nodes)
  for (const [kind, pattern] of [
    ['name', name],
    ['number', number],
    ['operator', operator],
  ] as const) {
    const end = skip(pattern, text, at)
    if (end === at) continue
    nodes.push({ kind, at, text: text.slice(at, end) })
    return end
  }
  return at + 1
}

function readString(text: string, at: number, opening: string, nodes: PythonNode[]): number {
  const prefix = opening.replace(/['"]+$/, '').toLowerCase()
  const quote = opening.slice(prefix.length)
  const start = at + opening.length
  const end = closingQuote(text, start, quote)
  if (end === undefined) throw new ManifestSyntaxError('a string is not closed', at)
  const content = prefix.includes('r') ? plainText(text, start, end) : unescaped(text, start, end)
  nodes.push({ kind: 'string', at, content, formatted: /[ft]/.test(prefix) })
  return end + quote.length
}

function closingQuote(text: string, start: number, quote: string): number | undefined {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\\') at += text.startsWith('\\\r\n', at) ? 2 : 1
    else if (text.startsWith(quote, at)) return at
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return undefined
  }
  return undefined
}

const escapeSequence = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[\w -]{1,100}\}|[0-7]{1,3}|.)/gs
const shortEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

function unescaped(text: string, start: number, end: number): LogicalText {
  const raw = text.slice(start, end)
  if (!raw.includes('\\')) return plainText(text, start, end)
  const builder = new LogicalTextBuilder(text)
  let copied = start
  for (const match of raw.matchAll(escapeSequence)) {
    const at = start + match.index
    builder.copy(copied, at)
    copied = at + match[0].length
    builder.decode(meaning(match[0].slice(1)), at, copied)
  }
  builder.copy(copied, end)
  return builder.build()
}

function meaning(sequence: string): string {
  const short = shortEscapes[sequence]
  if (short !== undefined) return short
  if (/^[0-7]+$/.test(sequence)) return String.fromCharCode(Number.parseInt(sequence, 8))
  if (/^[xuU]./.test(sequence)) {
    const code = Number.parseInt(sequence.slice(1), 16)
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
  }
  // An unknown escape keeps its backslash; a named character is never part of a requirement.
  return sequence.startsWith('N{') ? '\ufffd' : `\\${sequence}`
}

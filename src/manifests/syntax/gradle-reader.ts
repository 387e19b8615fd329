import { ManifestSyntaxError } from '../format.ts'
import type { GradleLanguage, GradleToken } from './gradle-cursor.ts'
import type { Block, Expression } from './gradle-tree.ts'

/** The rules that rules further down come back to: a block holds expressions, and an expression holds blocks. */
export interface Grammar {
  /** Reads one expression; undefined when none begins here. `command` allows a Groovy call without parentheses. */
  readonly expression: (reader: TreeReader, command?: boolean) => Expression | undefined
  /** Reads a block in braces, or the single statement that stands where a block could. */
  readonly block: (reader: TreeReader) => Block
}

/** The state of reading: tokens with their matching brackets, and where it stands. */
export interface TreeReader {
  readonly grammar: Grammar
  readonly tokens: readonly GradleToken[]
  /** For an opening bracket the index of its closing one. */
  readonly closing: Int32Array
  readonly language: GradleLanguage
  /** The offset for a node that has no token. */
  readonly origin: number
  at: number
  /** The index after the last token of the bracket that is being read. */
  end: number
  /** True between `(` and `)` or `[` and `]`, where a line break ends nothing. */
  enclosed: boolean
  depth: number
}

const MAX_DEPTH = 150
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** A reader over tokens; `depth` is that of the string they were interpolated in. */
export function readerOf(
  grammar: Grammar,
  tokens: readonly GradleToken[],
  language: GradleLanguage,
  origin: number,
  depth: number,
): TreeReader {
  const closing = matchBrackets(tokens)
  return { grammar, tokens, closing, language, origin, at: 0, end: tokens.length, enclosed: false, depth }
}

function matchBrackets(tokens: readonly GradleToken[]): Int32Array {
  const closing = new Int32Array(tokens.length)
  const open: number[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'open') {
      open.push(i)
      if (open.length > MAX_DEPTH) throw new ManifestSyntaxError('brackets are nested too deep', token.start)
    } else if (token.kind === 'close') {
      const opening = open.pop()
      if (opening === undefined || CLOSING[tokens[opening]?.text ?? ''] !== token.text) {
        throw new ManifestSyntaxError(`"${token.text}" closes nothing`, token.start)
      }
      closing[opening] = i
    }
  }
  const left = tokens[open.at(-1) ?? -1]
  if (left) throw new ManifestSyntaxError(`"${left.text}" is not closed`, left.start)
  return closing
}

/** The token that comes next inside the current bracket, or the one `ahead` after it. */
export function peek(reader: TreeReader, ahead = 0): GradleToken | undefined {
  return reader.at + ahead < reader.end ? reader.tokens[reader.at + ahead] : undefined
}

/** Reads what stands in the bracket that opens at the cursor, and leaves the cursor behind the closing one. */
export function inBracket<Result>(reader: TreeReader, enclosed: boolean, read: () => Result): Result {
  const close = reader.closing[reader.at] ?? 0
  const saved = { end: reader.end, enclosed: reader.enclosed }
  reader.at += 1
  reader.end = close
  reader.enclosed = enclosed
  const result = deeper(reader, read)
  reader.at = close + 1
  reader.end = saved.end
  reader.enclosed = saved.enclosed
  return result
}

/** Guards the call stack against hostile nesting. */
export function deeper<Result>(reader: TreeReader, read: () => Result): Result {
  reader.depth += 1
  if (reader.depth > 2 * MAX_DEPTH) {
    throw new ManifestSyntaxError('expressions are nested too deep', peek(reader)?.start ?? reader.origin)
  }
  const result = read()
  reader.depth -= 1
  return result
}

/** The end of the token that was read last. */
export function endOfLast(reader: TreeReader): number {
  return reader.tokens[reader.at - 1]?.end ?? reader.origin
}

import { ManifestSyntaxError } from '../format.ts'
import { plainText, readArgumentList, readArguments } from './gradle-arguments.ts'
import type { GradleToken, StringPiece } from './gradle-cursor.ts'
import { deeper, endOfLast, peek, readerOf, type TreeReader } from './gradle-reader.ts'
import type { Block, Expression, TextOrExpression } from './gradle-tree.ts'

const MAX_CHAIN = 400
/** Operators that carry an expression over a line break in front of them. */
const CONTINUING = new Set(['.', '?.', '*.', '?:', '&&', '||', '::'])
/** Words that stand between two operands like an operator. */
const WORD_OPERATORS = new Set(['in', 'is', 'as', 'instanceof'])
/** Words that end an expression. */
const ENDING = new Set(['else', 'by', 'catch', 'finally'])

/** Reads one expression; undefined when none begins here. `command` allows a Groovy call without parentheses. */
export function readExpression(reader: TreeReader, command = false): Expression | undefined {
  return deeper(reader, () => {
    const first = readOperand(reader, command)
    if (!first) return undefined
    const operands = [first]
    const operators: string[] = []
    for (let operator = nextOperator(reader); operator; operator = nextOperator(reader)) {
      reader.at += 1
      const operand = readOperand(reader, false)
      if (!operand) break
      // A cast changes nothing that matters here.
      if (operator === 'as') {
        if (reader.language === 'kotlin' && peek(reader)?.text === '?') reader.at += 1
        continue
      }
      operators.push(operator)
      operands.push(operand)
    }
    if (operands.length === 1) return first
    return { type: 'operation', start: first.start, end: endOfLast(reader), operands, operators }
  })
}

function nextOperator(reader: TreeReader): string | undefined {
  const token = peek(reader)
  if (!token) return undefined
  if (token.newline && !reader.enclosed && !CONTINUING.has(token.text)) return undefined
  if (token.kind === 'word') return WORD_OPERATORS.has(token.text) ? token.text : undefined
  if (token.kind !== 'operator' || token.text === '=' || token.text === '+=') return undefined
  return token.text
}

function readOperand(reader: TreeReader, command: boolean): Expression | undefined {
  let isPattern = false
  while (peek(reader)?.kind === 'operator' && peek(reader)?.text !== '=') {
    // Groovy's `~/…/` is a regular expression.
    isPattern = peek(reader)?.text === '~'
    reader.at += 1
  }
  const primary = readPrimary(reader)
  if (primary && isPattern) return { type: 'other', start: primary.start, end: primary.end }
  return primary && readPostfixes(reader, primary, command)
}

function readPrimary(reader: TreeReader): Expression | undefined {
  const token = peek(reader)
  if (!token) return undefined
  const { start, end } = token
  if (token.kind === 'string') {
    reader.at += 1
    return { type: 'string', start, end, pieces: piecesOf(reader, token.pieces ?? []) }
  }
  if (token.kind === 'word') return token.text === 'if' ? readIf(reader) : readWord(reader, token)
  if (token.kind === 'number') {
    reader.at += 1
    return { type: 'other', start, end }
  }
  if (token.kind !== 'open') return undefined
  if (token.text === '{') return { type: 'block', start, end: closeOf(reader), block: reader.grammar.block(reader) }
  if (token.text === '[') return { type: 'list', start, end: closeOf(reader), elements: readArguments(reader) }
  const inner = readArguments(reader)
  const [only] = inner
  if (inner.length === 1 && only) return only.value
  return { type: 'list', start, end: endOfLast(reader), elements: inner }
}

function closeOf(reader: TreeReader): number {
  return reader.tokens[reader.closing[reader.at] ?? 0]?.end ?? reader.origin
}

function readWord(reader: TreeReader, token: GradleToken): Expression {
  reader.at += 1
  return { type: 'name', start: token.start, end: token.end, name: token.text }
}

function piecesOf(reader: TreeReader, pieces: readonly StringPiece[]): readonly TextOrExpression[] {
  return pieces.map((piece) => {
    if (piece.kind === 'text') return { text: piece.value, start: piece.start, end: piece.end }
    const { start, end } = piece
    const inner = readerOf(reader.grammar, piece.tokens, reader.language, start, reader.depth)
    inner.enclosed = true
    const expression = readExpression(inner)
    const whole = expression && inner.at === piece.tokens.length
    return { expression: whole ? expression : { type: 'other', start, end } }
  })
}

/** `if (condition) branch else branch`, as a statement or as a value. */
function readIf(reader: TreeReader): Expression {
  const start = peek(reader)?.start ?? reader.origin
  reader.at += 1
  if (peek(reader)?.text !== '(') return { type: 'name', start, end: endOfLast(reader), name: 'if' }
  const elements = readArguments(reader)
  const condition = elements[0]?.value ?? { type: 'other', start, end: endOfLast(reader) }
  const branches: Block[] = []
  const first = readBranch(reader)
  if (first) branches.push(first)
  if (peek(reader)?.text === 'else') {
    reader.at += 1
    const second = readBranch(reader)
    if (second) branches.push(second)
  }
  return { type: 'if', start, end: endOfLast(reader), condition, branches }
}

function readBranch(reader: TreeReader): Block | undefined {
  return deeper(reader, () => reader.grammar.block(reader))
}

function readPostfixes(reader: TreeReader, primary: Expression, command: boolean): Expression {
  let current = primary
  for (let length = 0; ; length += 1) {
    const next =
      readPostfix(reader, current) ?? (command ? readCommand(reader, current) : undefined) ?? readInfix(reader, current)
    if (!next) return current
    current = chained(next, length)
  }
}

/** A chain is a tree as deep as it is long, and read by recursion later. */
function chained(next: Expression, length: number): Expression {
  if (length > MAX_CHAIN) throw new ManifestSyntaxError('a chain of calls is too long', next.start)
  return next
}

function readPostfix(reader: TreeReader, current: Expression): Expression | undefined {
  const token = peek(reader)
  if (!token) return undefined
  const { start } = current
  if (token.text === '.' || token.text === '?.' || token.text === '*.') return readMember(reader, current)
  if (token.text === '!!') {
    reader.at += 1
    return current
  }
  const callable = current.type === 'name' || current.type === 'member'
  if (token.kind === 'open' && token.text === '{' && current.type !== 'list' && current.type !== 'other') {
    if (token.newline && !(callable || current.type === 'call')) return undefined
    return withBody(current, reader.grammar.block(reader))
  }
  if (token.newline && !reader.enclosed) return undefined
  if (token.text === '(' && current.type !== 'list' && current.type !== 'other') {
    const args = readArguments(reader)
    return { type: 'call', start, end: endOfLast(reader), target: current, args }
  }
  if (token.text === '[' && !(token.spaced && callable && reader.language === 'groovy')) {
    const key = readArguments(reader)[0]?.value ?? { type: 'other', start: token.start, end: token.end }
    return { type: 'index', start, end: endOfLast(reader), target: current, key }
  }
  if (token.text === '<' && callable && !token.spaced && skipTypeArguments(reader)) return current
  return undefined
}

function readMember(reader: TreeReader, target: Expression): Expression | undefined {
  const name = peek(reader, 1)
  const text = name?.kind === 'word' ? name.text : name && plainText(name)
  if (text === undefined) return undefined
  reader.at += 2
  return { type: 'member', start: target.start, end: endOfLast(reader), target, name: text }
}

function withBody(current: Expression, body: Block): Expression {
  const { start } = current
  if (current.type === 'call' && !current.body) return { ...current, end: body.end, body }
  return { type: 'call', start, end: body.end, target: current, args: [], body }
}

/** Steps over `<String, List<Int>>` when a call follows it; leaves a comparison alone. */
function skipTypeArguments(reader: TreeReader): boolean {
  let depth = 0
  for (let ahead = 0; ahead < 40; ahead += 1) {
    const token = peek(reader, ahead)
    if (!token) return false
    if (token.text === '<') depth += 1
    else if (token.text === '>') depth -= 1
    else if (token.kind !== 'word' && token.kind !== 'comma' && !'.?*:'.includes(token.text || ' ')) return false
    if (depth === 0) {
      const after = peek(reader, ahead + 1)
      if (after?.kind !== 'open' || after.text === '[') return false
      reader.at += ahead + 1
      return true
    }
  }
  return false
}

/**
 * Groovy's call without parentheses: `implementation 'g:b:1.0'`, `id 'x' version 'v'`. A name before a string is no Kotlin,
 * but written in `.kts` files that were Groovy.
 */
function readCommand(reader: TreeReader, current: Expression): Expression | undefined {
  const token = peek(reader)
  if (!token || token.newline) return undefined
  if (reader.language !== 'groovy' && (token.kind !== 'string' || current.type !== 'name')) return undefined
  const { start } = current
  if (current.type === 'call') {
    if (token.kind !== 'word' || WORD_OPERATORS.has(token.text) || ENDING.has(token.text)) return undefined
    reader.at += 1
    return { type: 'member', start, end: token.end, target: current, name: token.text }
  }
  const callable = current.type === 'name' || current.type === 'member' || current.type === 'string'
  if (!callable || !opensArgument(reader, token, current)) return undefined
  const args = readArgumentList(reader)
  return { type: 'call', start, end: endOfLast(reader), target: current, args }
}

function opensArgument(reader: TreeReader, token: GradleToken, current: Expression): boolean {
  if (token.kind === 'string') return true
  if (current.type === 'string') return false
  if (token.kind === 'number') return true
  if (token.kind === 'word') return !WORD_OPERATORS.has(token.text) && !ENDING.has(token.text)
  return token.text === '[' && reader.language === 'groovy'
}

/** Kotlin's infix call: `"a" to "b"`, `id("x") version "v"`. */
function readInfix(reader: TreeReader, current: Expression): Expression | undefined {
  const token = peek(reader)
  if (reader.language !== 'kotlin' || token?.kind !== 'word' || (token.newline && !reader.enclosed)) return undefined
  if (WORD_OPERATORS.has(token.text) || ENDING.has(token.text)) return undefined
  const { start } = current
  reader.at += 1
  const target: Expression = { type: 'member', start, end: token.end, target: current, name: token.text }
  const value = deeper(reader, () => readInfixOperand(reader))
  return { type: 'call', start, end: endOfLast(reader), target, args: value ? [{ value }] : [] }
}

function readInfixOperand(reader: TreeReader): Expression | undefined {
  let current = readPrimary(reader)
  for (let length = 0; ; length += 1) {
    const next = current && readPostfix(reader, current)
    if (!next) return current
    current = chained(next, length)
  }
}

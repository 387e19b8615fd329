import { readArguments } from './gradle-arguments.ts'
import type { GradleToken } from './gradle-cursor.ts'
import { readExpression } from './gradle-expressions.ts'
import { endOfLast, inBracket, peek, type TreeReader } from './gradle-reader.ts'
import type { Block, Expression, Statement } from './gradle-tree.ts'

const MODIFIERS = new Set(
  'private public protected internal static final const lateinit override open abstract data inline sealed companion enum suspend operator infix'.split(
    ' ',
  ),
)
const DECLARING = new Set(['def', 'val', 'var'])
const CLASSES = new Set(['class', 'object', 'interface', 'trait'])
const PRIMITIVES = new Set(['void', 'int', 'boolean', 'long', 'double', 'char'])

/** Reads statements up to the end of the current bracket. */
export function readStatements(reader: TreeReader): readonly Statement[] {
  const statements: Statement[] = []
  while (peek(reader)) {
    const before = reader.at
    const statement = readStatement(reader)
    if (statement) statements.push(statement)
    if (reader.at === before) reader.at += 1
  }
  return statements
}

/** Reads a block in braces, or the single statement that stands where a block could. */
export function readBlock(reader: TreeReader): Block {
  const token = peek(reader)
  const start = token?.start ?? reader.origin
  if (token?.text !== '{' || token.kind !== 'open') {
    const statement = token && token.kind !== 'close' ? readStatement(reader) : undefined
    return { start, end: endOfLast(reader), parameters: [], statements: statement ? [statement] : [] }
  }
  return inBracket(reader, false, () => {
    const parameters = readParameters(reader)
    const statements = readStatements(reader)
    return { start, end: reader.tokens[reader.end]?.end ?? start, parameters, statements }
  })
}

/** `a, b ->` at the beginning of a closure. */
function readParameters(reader: TreeReader): readonly string[] {
  const names: string[] = []
  for (let ahead = 0; ahead < 16; ahead += 1) {
    const token = peek(reader, ahead)
    if (!token || (ahead > 0 && token.newline) || token.kind === 'string' || token.text === '{') return []
    if (token.kind === 'word') names.push(token.text)
    if (token.text === '->') {
      reader.at += ahead + 1
      return names
    }
  }
  return []
}

function readStatement(reader: TreeReader): Statement | undefined {
  skipAnnotations(reader)
  const token = peek(reader)
  if (!token) return undefined
  if (token.kind === 'semicolon' || token.kind === 'comma') {
    reader.at += 1
    return undefined
  }
  return readKeyword(reader, token) ?? readDeclaration(reader) ?? readAssignmentOrExpression(reader, false)
}

function skipAnnotations(reader: TreeReader): void {
  while (peek(reader)?.text === '@' && peek(reader, 1)?.kind === 'word') {
    reader.at += 2
    while ((peek(reader)?.text === ':' || peek(reader)?.text === '.') && peek(reader, 1)?.kind === 'word')
      reader.at += 2
    if (peek(reader)?.text === '(' && !peek(reader)?.spaced) reader.at = (reader.closing[reader.at] ?? 0) + 1
  }
}

function readKeyword(reader: TreeReader, token: GradleToken): Statement | undefined {
  if (token.kind !== 'word') return undefined
  const next = peek(reader, 1)
  if ((token.text === 'package' || token.text === 'import') && next?.kind === 'word' && !next.newline) {
    return readPackage(reader, token)
  }
  if (reader.language === 'groovy' && (token.text === 'case' || token.text === 'default')) return readLabel(reader)
  if (token.text === 'return' && next && !next.newline) {
    reader.at += 1
    const value = readExpression(reader, true)
    return value && { type: 'return', start: token.start, end: endOfLast(reader), value }
  }
  return undefined
}

/** Steps over `case 'x':`, so that the statement behind it is read as one. */
function readLabel(reader: TreeReader): undefined {
  for (let ahead = 1; ahead < 20; ahead += 1) {
    const token = peek(reader, ahead)
    if (!token || token.newline) return
    if (token.text === ':') {
      reader.at += ahead + 1
      return
    }
  }
}

function readPackage(reader: TreeReader, { start, text }: GradleToken): Statement | undefined {
  let name = ''
  for (reader.at += 1; ; reader.at += 1) {
    const token = peek(reader)
    if (!token || token.newline || token.kind === 'semicolon') break
    name += token.text
  }
  return text === 'package' ? { type: 'package', start, end: endOfLast(reader), name } : undefined
}

/** Index, relative to the cursor, of the first token behind modifiers such as `private static final`. */
function modifiers(reader: TreeReader): number {
  let ahead = 0
  for (; MODIFIERS.has(peek(reader, ahead)?.text ?? ''); ahead += 1) {
    const next = peek(reader, ahead + 1)
    if (next?.kind !== 'word' || next.newline) break
  }
  return ahead
}

function readDeclaration(reader: TreeReader): Statement | undefined {
  const skipped = modifiers(reader)
  const token = peek(reader, skipped)
  const next = peek(reader, skipped + 1)
  if (token?.kind !== 'word') return undefined
  if (CLASSES.has(token.text) && (next?.kind === 'word' || next?.text === '{')) return readClass(reader, skipped)
  if (token.text === 'fun' && next && !next.newline) return readFunction(reader, skipped + 1)
  if (DECLARING.has(token.text) && next?.kind === 'word') return readVariable(reader, skipped + 1)
  const finals = skipped > 0 && peek(reader, skipped - 1)?.text === 'final'
  if (finals && next?.text === '=') return readVariable(reader, skipped)
  if (reader.language === 'kotlin') return undefined
  const name = afterType(reader, skipped)
  if (name === undefined) return undefined
  if (peek(reader, name + 1)?.text === '=') return readVariable(reader, name)
  return isMethod(reader, token, name) ? readFunction(reader, name) : undefined
}

/** `String v`, `Map<String, String> v`, `java.lang.String v`: the index of the name behind a type. */
function afterType(reader: TreeReader, from: number): number | undefined {
  let ahead = from + 1
  while (peek(reader, ahead)?.text === '.' && peek(reader, ahead + 1)?.kind === 'word') ahead += 2
  if (peek(reader, ahead)?.text === '<') {
    while (ahead < from + 24 && peek(reader, ahead)?.text !== '>') ahead += 1
    ahead += 1
  }
  if (peek(reader, ahead)?.text === '[' && peek(reader, ahead + 1)?.text === ']') ahead += 2
  const name = peek(reader, ahead)
  return name?.kind === 'word' && !name.newline ? ahead : undefined
}

/** Tells `String name(x) {` from the command call `implementation project(x) {`. */
function isMethod(reader: TreeReader, type: GradleToken, name: number): boolean {
  if (!/^\p{Lu}/u.test(type.text) && !PRIMITIVES.has(type.text)) return false
  if (peek(reader, name + 1)?.text !== '(') return false
  const after = reader.tokens[(reader.closing[reader.at + name + 1] ?? 0) + 1]
  return after?.text === '{' || after?.text === 'throws'
}

function readClass(reader: TreeReader, skipped: number): Statement | undefined {
  const start = peek(reader)?.start ?? reader.origin
  const companion = peek(reader, skipped - 1)?.text === 'companion'
  reader.at += skipped + 1
  const name = peek(reader)?.kind === 'word' && !companion ? (peek(reader)?.text ?? '') : ''
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.text === '{' && token.kind === 'open') {
      const body = readBlock(reader)
      return { type: 'class', start, end: body.end, name, body }
    }
    const runsOn = token.text === ':' || token.text === ',' || reader.tokens[reader.at - 1]?.kind !== 'word'
    if (token.newline && !runsOn) return undefined
    reader.at = token.kind === 'open' ? (reader.closing[reader.at] ?? 0) + 1 : reader.at + 1
  }
  return undefined
}

/** Reads a function whose name, or receiver or type parameters in front of it, stands `ahead`. */
function readFunction(reader: TreeReader, ahead: number): Statement | undefined {
  const start = peek(reader)?.start ?? reader.origin
  reader.at += ahead
  let name = ''
  for (let token = peek(reader); token && token.text !== '('; token = peek(reader)) {
    if (token.kind === 'open' || token.kind === 'close' || token.kind === 'semicolon') return undefined
    if (token.kind === 'word') name = token.text
    reader.at += 1
  }
  if (!peek(reader)) return undefined
  const parameters = wordsInBracket(reader)
  const body = readFunctionBody(reader)
  return body && { type: 'function', start, end: body.end, name, body: { ...body, parameters } }
}

function wordsInBracket(reader: TreeReader): readonly string[] {
  const close = reader.closing[reader.at] ?? 0
  const words = reader.tokens.slice(reader.at, close).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []))
  reader.at = close + 1
  return words
}

function readFunctionBody(reader: TreeReader): Block | undefined {
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.text === '{') return readBlock(reader)
    if (token.text === '=') {
      reader.at += 1
      const value = readExpression(reader)
      if (!value) return undefined
      const { start, end } = value
      return { start, end, parameters: [], statements: [{ type: 'return', start, end, value }] }
    }
    if (token.newline || token.kind === 'close' || token.kind === 'semicolon') return undefined
    reader.at += 1
  }
  return undefined
}

/** Reads a variable whose name stands `ahead`: its type is stepped over, and so is `get()` in front of `=`. */
function readVariable(reader: TreeReader, ahead: number): Statement | undefined {
  const start = peek(reader)?.start ?? reader.origin
  reader.at += ahead
  const name = peek(reader)
  if (!name) return undefined
  reader.at += 1
  const target: Expression = { type: 'name', start: name.start, end: name.end, name: name.text }
  // `def name(arguments) {` is a method.
  if (peek(reader)?.text === '(' && reader.language === 'groovy') {
    reader.at -= 1
    return readFunction(reader, 0)
  }
  for (let token = peek(reader); token && !token.newline; token = peek(reader)) {
    if (token.text === '=') return finishAssignment(reader, true, start, target, '=')
    if (token.text === 'by') return finishAssignment(reader, true, start, target, 'by')
    if (token.text === '{' || token.kind === 'semicolon' || token.kind === 'close') break
    reader.at = token.kind === 'open' ? (reader.closing[reader.at] ?? 0) + 1 : reader.at + 1
  }
  return { type: 'assignment', start, end: endOfLast(reader), local: true, target, operator: '=' }
}

function finishAssignment(
  reader: TreeReader,
  local: boolean,
  start: number,
  target: Expression,
  operator: '=' | '+=' | 'by',
): Statement {
  reader.at += 1
  const value = readExpression(reader, operator !== 'by') ?? { type: 'other', start, end: endOfLast(reader) }
  return { type: 'assignment', start, end: endOfLast(reader), local, target, operator, value }
}

function readAssignmentOrExpression(reader: TreeReader, local: boolean): Statement | undefined {
  const start = peek(reader)?.start ?? reader.origin
  const first = readExpression(reader, true)
  if (!first) {
    if (peek(reader)?.kind === 'open') readArguments(reader)
    return undefined
  }
  const sign = peek(reader)
  if (sign?.kind === 'operator' && (sign.text === '=' || sign.text === '+=')) {
    return finishAssignment(reader, local, start, first, sign.text)
  }
  return { type: 'expression', start, end: endOfLast(reader), expression: first }
}

import type { Part, Piece, Value } from '../format.ts'
import type { RubyString, RubyToken } from '../syntax/ruby-tokens.ts'
import { bracketAt, isOperator } from './ruby-calls.ts'
import { optionsOf } from './ruby-choices.ts'

type Tokens = readonly RubyToken[]
type Literal = Extract<Value, { kind: 'literal' }>
type Dialect = Literal['dialect']

/** How deep lists and parentheses may stand in each other. */
const MAX_DEPTH = 8
const ADVICE = 'Write the version as a string, or as one variable with a string.'

/** How an expression is read. */
export interface Reading {
  readonly dialect: Dialect
  /** What to write around a further constraint where the expression shows no quotes of its own. */
  readonly quotes?: Quotes
  /** Keeps the values one of which an expression takes, and gives the name to refer to them by; absent: no choice is followed. */
  readonly choose?: (options: readonly Value[], at: number) => string
}

interface Quotes {
  readonly open: string
  readonly close: string
}

/** The gem dialect takes several strings, so a further one can be written behind the last. */
export function constraintOf(args: readonly Tokens[], reading: Reading = { dialect: 'gem' }): Value {
  const values = args.map((tokens) => expressionValue(tokens, reading))
  const [first, second] = values
  const last = args.at(-1)?.at(-1)
  if (!first || !last) return opaque('the version is no string')
  const alone = !second && (first.kind !== 'template' || reading.dialect !== 'gem')
  return alone ? first : together(values, reading, last.end)
}

/** Constraints in a row, the last of which ends at `end`. */
function together(values: readonly Value[], { dialect, quotes }: Reading, end: number): Value {
  const odd = values.find((value) => !isConstraint(value))
  if (odd) return odd
  const constraints = values.filter(isConstraint)
  const literals = constraints.filter((value) => value.kind === 'literal')
  if (literals.length === constraints.length) return joined(literals, dialect)
  const members = constraints.flatMap(membersOf)
  const around = literals.findLast(({ slot }) => slot)?.slot ?? quotes ?? { open: ", '", close: "'" }
  return { kind: 'joint', dialect, members, slot: { ...around, at: end } }
}

type Constraint = Extract<Value, { kind: 'literal' | 'template' | 'joint' }>

function isConstraint(value: Value): value is Constraint {
  return value.kind === 'literal' || value.kind === 'template' || value.kind === 'joint'
}

function membersOf(value: Constraint): readonly (readonly Piece[])[] {
  if (value.kind === 'joint') return value.members
  return value.kind === 'template' ? [value.pieces] : value.parts.map((literal) => [{ literal }])
}

/** Reads one expression as a version: strings, lists of them, variables, and what is put together of both. */
function expressionValue(tokens: Tokens, reading: Reading, depth = 0): Value {
  const { dialect } = reading
  const bare = withoutSuffix(tokens)
  const [first] = bare
  if (!first || depth > MAX_DEPTH) return opaque('the version is no string')
  if (bare.length === 1) return atom(first, tokens.at(-1)?.end ?? first.end, dialect)
  const options = optionsOf(bare)
  if (options) return choiceValue(options, first.start, reading, depth)
  if (isOperator(first, '*')) return expressionValue(bare.slice(1), reading, depth + 1)
  if (isOperator(first, '(') && isOperator(bare.at(-1), ')'))
    return expressionValue(bare.slice(1, -1), reading, depth + 1)
  if (isOperator(first, '[')) return listValue(bare, reading, depth)
  const name = variableName(bare)
  if (name !== undefined) return { kind: 'template', dialect, pieces: [{ variable: name }] }
  return sumValue(bare, dialect) ?? opaque('the version is computed')
}

/** One of several values: a variable that is defined by each of them. What the environment may give is optional. */
function choiceValue(options: readonly Tokens[], at: number, reading: Reading, depth: number): Value {
  const { dialect, choose } = reading
  const values = options.map((tokens) => {
    const value = expressionValue(tokens, reading, depth + 1)
    if (value.kind === 'template') return { ...value, pieces: value.pieces.map(optionalOutside) }
    // A further string has no place between `?` and `:`.
    return isOperator(tokens[0], '[') ? value : withoutSlot(value)
  })
  const odd = values.find((value) => !isConstraint(value))
  if (odd || !choose) return odd ?? opaque('the version is computed')
  return { kind: 'template', dialect, pieces: [{ variable: choose(values, at) }] }
}

function optionalOutside(piece: Piece): Piece {
  return 'variable' in piece && piece.variable.startsWith('ENV.') ? { ...piece, optional: 'anywhere' } : piece
}

/** withoutSlot takes away the place for a further constraint. */
export function withoutSlot(value: Value): Value {
  if (value.kind !== 'literal' && value.kind !== 'joint') return value
  const { slot: _, ...rest } = value
  return rest
}

/** stringOf gives the meaning of a plain string, `.freeze` or not. */
export function stringOf(tokens: Tokens | undefined): string | undefined {
  const bare = tokens && withoutSuffix(tokens)
  const string = bare?.length === 1 ? bare[0]?.string : undefined
  return string && plainPart(string)?.text
}

/** symbolOrString gives the text of `:a` or `'a'`. */
export function symbolOrString(tokens: Tokens | undefined): string | undefined {
  const [only, second] = tokens ?? []
  return only?.kind === 'symbol' && !second ? only.text : stringOf(tokens)
}

/** Names `v`, `V`, `A::V` (by its last name) and `V[:k]` or `V.fetch(:k)` (as `V.k`). */
function variableName(tokens: Tokens): string | undefined {
  let end = 0
  while (isOperator(tokens[end + 1], '::')) end += 2
  const token = tokens[end]
  if (token?.kind !== 'constant' && token?.kind !== 'identifier') return undefined
  if (tokens.length === end + 1) return token.text
  const rest = tokens.slice(end + 1)
  const key = keyOf(rest)
  return key === undefined ? undefined : `${token.text}.${key}`
}

function keyOf(rest: Tokens): string | undefined {
  const inner = isOperator(rest[0], '.') && rest[1]?.text === 'fetch' ? rest.slice(2) : rest
  const [open, key, close, more] = inner
  const bracketed = isOperator(open, '[') && isOperator(close, ']')
  const called = inner !== rest && isOperator(open, '(') && isOperator(close, ')')
  return key && !more && (bracketed || called) ? symbolOrString([key]) : undefined
}

function atom(token: RubyToken, end: number, dialect: Dialect): Value {
  if (token.string) return stringValue(token.string, end, dialect)
  if (token.words) return { kind: 'literal', dialect, parts: token.words }
  const name = variableName([token])
  if (name !== undefined) return { kind: 'template', dialect, pieces: [{ variable: name }] }
  return opaque('the version is no string')
}

function stringValue(string: RubyString, end: number, dialect: Dialect): Value {
  const part = plainPart(string)
  if (part) return { kind: 'literal', dialect, parts: [part], slot: { at: end, ...slotQuotes(string) } }
  const pieces = piecesOf(string)
  return pieces ? { kind: 'template', dialect, pieces } : opaque('the version is interpolated')
}

/** slotQuotes gives the text around one more string behind this one, in its author's quotes. */
export function slotQuotes({ open, close }: RubyString): { open: string; close: string } {
  const quote = open === close && (open === '"' || open === "'") ? open : "'"
  return { open: `, ${quote}`, close: quote }
}

function plainPart({ span, pieces }: RubyString): Part | undefined {
  const [only, second] = pieces
  if (!only) return { span, text: '' }
  return only.kind === 'text' && !second ? { span, text: only.text } : undefined
}

function piecesOf({ pieces }: RubyString): readonly Piece[] | undefined {
  const found = pieces.map((piece): Piece | undefined => {
    if (piece.kind === 'text') return { literal: { span: piece.span, text: piece.text } }
    const variable = variableName(piece.tokens)
    return variable === undefined ? undefined : { variable }
  })
  return found.includes(undefined) ? undefined : (found as Piece[])
}

function listValue(tokens: Tokens, reading: Reading, depth: number): Value {
  const list = bracketAt(tokens, 0)
  if (list.end !== tokens.length || list.options.size > 0) return opaque('the version is computed')
  const values = list.positional.map((item) => expressionValue(item, reading, depth + 1))
  const last = list.positional.at(-1)?.at(-1)
  if (!last) return joined([], reading.dialect)
  const odd = values.some((value) => !isConstraint(value))
  return odd ? opaque('the list of constraints holds more than strings') : together(values, reading, last.end)
}

function joined(literals: readonly Literal[], dialect: Dialect): Value {
  const slot = literals.at(-1)?.slot
  return { kind: 'literal', dialect, parts: literals.flatMap(({ parts }) => parts), ...(slot && { slot }) }
}

/** `'~> ' + V`: strings and variables in a row. */
function sumValue(tokens: Tokens, dialect: Dialect): Value | undefined {
  const pieces: Piece[] = []
  let start = 0
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !isOperator(tokens[at], '+')) continue
    const term = tokens.slice(start, at)
    const string = withoutSuffix(term)[0]?.string
    const variable = variableName(term)
    const own = string ? piecesOf(string) : variable === undefined ? undefined : [{ variable }]
    if (!own || (string && withoutSuffix(term).length > 1)) return undefined
    for (const piece of own) pieces.push(piece)
    start = at + 1
  }
  return { kind: 'template', dialect, pieces }
}

/** Drops `.freeze` and `.dup`, which change nothing. */
function withoutSuffix(tokens: Tokens): Tokens {
  let end = tokens.length
  while (end > 2 && isOperator(tokens[end - 2], '.') && /^(?:freeze|dup)$/.test(tokens[end - 1]?.text ?? '')) end -= 2
  return tokens.slice(0, end)
}

function opaque(detail: string): Value {
  return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint: ADVICE }
}

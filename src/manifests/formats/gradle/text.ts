import type { Expression } from '../../syntax/gradle-tree.ts'

/** A stretch of a text as a build puts it together: written out, taken from a variable, or beyond reading. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  /** `optional`: a property that a default stands in for, and where it is looked for (see `Piece`). */
  | {
      readonly kind: 'reference'
      readonly path: string
      readonly at: number
      readonly optional?: 'anywhere' | 'elsewhere'
    }
  | { readonly kind: 'unknown'; readonly at: number }

/** Owners of properties that do not belong to a property's name: `rootProject.ext.v` is `v`. */
const OWNERS = new Set(
  'rootProject project ext extra this gradle settings parent delegate owner properties extensions extraProperties'.split(
    ' ',
  ),
)
const PROPERTY_CALLS = new Set(['property', 'findProperty', 'getProperty', 'gradleProperty'])
const ELEMENT_CALLS = new Set(['get', 'getAt', 'getValue', 'getByName'])
const VALUE_CALLS = new Set(['get', 'getOrNull', 'toString', 'trim', 'asProvider'])
const VALUE_MEMBERS = new Set(['orNull', 'requiredVersion', 'strictVersion', 'preferredVersion', 'value'])
const DEFAULT_CALLS = new Set(['getOrElse', 'getOrDefault', 'orElse'])

/** The name of a variable as both its definition and its references spell it: without the owners in front. */
export function variableName(path: string): string {
  return withoutOwners(path.split('.')).join('.')
}

function withoutOwners(segments: readonly string[]): readonly string[] {
  let skipped = 0
  while (skipped < segments.length - 1 && OWNERS.has(segments[skipped] ?? '')) skipped += 1
  return segments.slice(skipped)
}

/** A catalog alias as accessors spell it: `a-b_c` is `a.b.c`. */
export function aliasPath(alias: string): string {
  return alias.replace(/[-_]/g, '.')
}

/** The variable an expression names (`ext.v`, `versions['a']`, `project.property("v")`), or undefined. */
export function referencedPath(expression: Expression): string | undefined {
  const segments = segmentsOf(expression)
  return segments && withoutOwners(segments).join('.')
}

/** The dotted path of an expression as written, owners included. */
export function segmentsOf(expression: Expression): readonly string[] | undefined {
  switch (expression.type) {
    case 'name':
      return [expression.name]
    case 'member': {
      const target = segmentsOf(expression.target)
      if (!target) return undefined
      return expression.target.type === 'call' && VALUE_MEMBERS.has(expression.name)
        ? target
        : [...target, expression.name]
    }
    case 'index': {
      const target = segmentsOf(expression.target)
      const key = staticText(expression.key)
      return target && key !== undefined ? [...target, key] : undefined
    }
    case 'call':
      return callSegments(expression)
    default:
      return undefined
  }
}

function callSegments({ target, args, body }: Expression & { type: 'call' }): readonly string[] | undefined {
  if (body || args.length > 1 || (target.type !== 'name' && target.type !== 'member')) return undefined
  const receiver = target.type === 'member' ? segmentsOf(target.target) : []
  const [argument] = args
  if (!argument) {
    if (target.type === 'member' && VALUE_CALLS.has(target.name)) return receiver
    return receiver && [...receiver, methodName(target.name)]
  }
  const key = staticText(argument.value)
  if (key === undefined) return undefined
  if (PROPERTY_CALLS.has(target.name)) return receiver?.[0] === 'System' ? undefined : [key]
  if (!receiver || receiver.length === 0) return undefined
  if (target.name === 'findVersion') return [...receiver, 'versions', ...aliasPath(key).split('.')]
  return ELEMENT_CALLS.has(target.name) ? [...receiver, key] : undefined
}

/** How a method without parameters is known among the variables. */
export function methodName(name: string): string {
  return `${name}()`
}

/** What a string without interpolation says. */
export function staticText(expression: Expression): string | undefined {
  if (expression.type !== 'string') return undefined
  let text = ''
  for (const piece of expression.pieces) {
    if (!('text' in piece)) return undefined
    text += piece.text
  }
  return text
}

/** Makes a variable of an expression that is one of several, and gives the reference to it. */
export type Choose = (choices: readonly Expression[], whole: Expression) => TextPiece

/**
 * The pieces of a string, a concatenation or a variable; what is none of these is one unknown piece, and so is a choice
 * for which there is no `choose`.
 */
export function textOf(expression: Expression, choose?: Choose): readonly TextPiece[] {
  if (expression.type === 'string') {
    return expression.pieces.flatMap((piece) =>
      'text' in piece ? [{ kind: 'text' as const, ...piece }] : textOf(piece.expression, choose),
    )
  }
  if (expression.type === 'operation' && expression.operators.every((operator) => operator === '+')) {
    return expression.operands.flatMap((operand) => textOf(operand, choose))
  }
  const format = formatOf(expression)
  if (format) return filledIn(...format, choose)
  const choices = choose ? alternativesOf(expression) : []
  if (choose && choices.length > 1) return [choose(choices, expression)]
  const path = referencedPath(expression)
  const at = expression.start
  return path === undefined ? [{ kind: 'unknown', at }] : [{ kind: 'reference', path, at }]
}

/** `String.format("g:b:%s", v)`, `"g:b:%s".formatted(v)` and Kotlin's `"g:b:%s".format(v)`: the text and what goes in. */
function formatOf(expression: Expression): readonly [format: Expression, values: readonly Expression[]] | undefined {
  if (expression.type !== 'call' || expression.target.type !== 'member') return undefined
  const { target, name } = expression.target
  const values = expression.args.map(({ value }) => value)
  if (target.type === 'string' && (name === 'format' || name === 'formatted')) return [target, values]
  const [format, ...rest] = values
  const ofString = name === 'format' && target.type === 'name' && target.name === 'String'
  return ofString && format?.type === 'string' ? [format, rest] : undefined
}

/** The pieces of a text with `%s` in it; one unknown piece where it says more than that, or is written with escapes. */
function filledIn(format: Expression, values: readonly Expression[], choose?: Choose): readonly TextPiece[] {
  const filled: TextPiece[] = []
  let next = 0
  for (const piece of textOf(format, choose)) {
    if (piece.kind !== 'text' || piece.end - piece.start !== piece.text.length) {
      return [{ kind: 'unknown', at: format.start }]
    }
    let start = piece.start
    for (const [i, text] of piece.text.split('%s').entries()) {
      const value = i > 0 ? values[next++] : undefined
      if (text.includes('%') || (i > 0 && !value)) return [{ kind: 'unknown', at: format.start }]
      if (value) filled.push(...textOf(value, choose))
      start += i > 0 ? 2 : 0
      if (text !== '') filled.push({ kind: 'text', text, start, end: start + text.length })
      start += text.length
    }
  }
  return filled
}

/** True for a string or a concatenation that begins with one: something that may be a text in its own right. */
export function isText(expression: Expression): boolean {
  if (expression.type === 'string' || formatOf(expression)) return true
  return (
    expression.type === 'operation' &&
    expression.operators.every((operator) => operator === '+') &&
    expression.operands.some((operand) => operand.type === 'string')
  )
}

/**
 * The expressions one of which gives the value: both sides of `?:` and of `a ? b : c`, the branches of `if`, a provider
 * and its default. A single expression when there is no choice.
 */
export function alternativesOf(expression: Expression): readonly Expression[] {
  if (expression.type === 'if') return expression.branches.flatMap((branch) => lastValue(branch.statements.at(-1)))
  if (expression.type === 'call') {
    const { target, args } = expression
    if (target.type !== 'member') return [expression]
    if (VALUE_CALLS.has(target.name) && args.length === 0) {
      const inner = alternativesOf(target.target)
      return inner.length > 1 ? inner : [expression]
    }
    const fallback = args.at(-1)?.value
    // `System.getProperty('v', '1.0')`
    if (args.length === 2 && fallback && isExternal(expression)) return [expression, fallback]
    return DEFAULT_CALLS.has(target.name) && fallback
      ? [...receiverOf(target.target, args.length, args[0]?.value), fallback]
      : [expression]
  }
  if (expression.type !== 'operation') return [expression]
  const { operands, operators } = expression
  if (operators.every((operator) => operator === '?:')) return operands.flatMap(alternativesOf)
  const question = operators.indexOf('?')
  const colon = operators.indexOf(':')
  const [yes, no] = [operands[question + 1], operands[colon + 1]]
  if (question < 0 || colon !== question + 1 || colon !== operators.length - 1 || !yes || !no) return [expression]
  return [yes, ...alternativesOf(no)]
}

/** `versions.getOrDefault("a", "1")` reads `versions.a`, `provider.getOrElse("1")` the provider. */
function receiverOf(target: Expression, count: number, key: Expression | undefined): readonly Expression[] {
  if (count < 2 || !key) return [target]
  return [{ type: 'index', start: target.start, end: key.end, target, key }]
}

function lastValue(statement: { type: string; expression?: Expression; value?: Expression } | undefined): Expression[] {
  const value = statement?.expression ?? statement?.value
  return value ? [...alternativesOf(value)] : []
}

/** True for a property that is looked up by its name and may be absent: `findProperty('v')`, `properties['v']`. */
export function isLookUp(expression: Expression): boolean {
  if (expression.type === 'index') return segmentsOf(expression.target)?.at(-1) === 'properties'
  if (expression.type === 'member') return isLookUp(expression.target)
  if (expression.type !== 'call') return false
  const { target, args } = expression
  if (args.length === 0) return target.type === 'member' && isLookUp(target.target)
  const name = target.type === 'member' || target.type === 'name' ? target.name : ''
  return PROPERTY_CALLS.has(name) && referencedPath(expression) !== undefined
}

/** The properties that an expression asks for by `hasProperty('v')` before it takes one. */
export function askedFor(expression: Expression): ReadonlySet<string> {
  return new Set(questions(expression))
}

function questions(expression: Expression): readonly string[] {
  if (expression.type === 'if') return questions(expression.condition)
  if (expression.type === 'operation') return expression.operands.flatMap(questions)
  if (expression.type !== 'call') return []
  const { target, args } = expression
  const name = target.type === 'member' || target.type === 'name' ? target.name : ''
  const key = name === 'hasProperty' && args[0] ? staticText(args[0].value) : undefined
  return key === undefined ? [] : [key]
}

/** True for what comes from outside the repository: the environment, a system property. */
export function isExternal(expression: Expression): boolean {
  if (expression.type === 'member' || expression.type === 'index') return isExternal(expression.target)
  if (expression.type !== 'call') return false
  const { target } = expression
  if (target.type !== 'member') return isExternal(target)
  if (['getenv', 'environmentVariable', 'systemProperty'].includes(target.name)) return true
  const system = target.target.type === 'name' && target.target.name === 'System'
  return (system && target.name === 'getProperty') || isExternal(target.target)
}

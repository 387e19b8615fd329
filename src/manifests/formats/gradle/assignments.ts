import type { Argument, Block, Expression, Statement } from '../../syntax/gradle-tree.ts'
import { argumentNamed, type Context, choiceText, defineHere, type Link, labelOf, textHere } from './context.ts'
import { colonsIn, coordinatesOf } from './coordinates.ts'
import type { Subject } from './drafts.ts'
import { fileScope, type Scope, scopeHolding, scopeKnowing } from './scope.ts'
import {
  alternativesOf,
  askedFor,
  isExternal,
  isText,
  methodName,
  segmentsOf,
  staticText,
  textOf,
  variableName,
} from './text.ts'
import { toolAssignment } from './tools.ts'

const COLLECTIONS = new Set(
  'listOf setOf arrayOf mapOf mutableListOf mutableSetOf mutableMapOf arrayListOf hashMapOf linkedMapOf sortedMapOf List.of Set.of Map.of Arrays.asList Pair to'.split(
    ' ',
  ),
)
/** What stands here is prose, even when it looks like a dependency. */
const PROSE = new Set(['description', 'message', 'because', 'reason', 'displayName', 'text', 'title', 'comment'])
/** What stands behind a module where artifacts are verified: a SHA-256 or a longer hash. */
const CHECKSUM = /^[0-9a-f]{64,}$/i
const EXTRA = new Set(['ext', 'extra'])

/** Visits an assignment: a variable, a table of variables, a dependency notation kept for later, a tool's version. */
export function visitAssignment(statement: Statement & { type: 'assignment' }, context: Context): void {
  const { target, value, operator, local } = statement
  if (!value) return
  const segments = segmentsOf(target)
  if (operator === 'by') {
    visitDelegate(segments?.[0], value, context)
    return
  }
  if (!segments) {
    visitValue(value, context)
    return
  }
  if (toolAssignment(segments, value, context)) return
  if (PROSE.has(segments.at(-1) ?? '')) return
  const home = homeOf(segments, local, context)
  const path = variableName(segments.join('.'))
  const own = path === 'version' && !local && !context.extra && segments.length === 1 && home?.kind === 'file'
  assign(path, value, context, home, own)
}

/** The scope an assignment belongs to; undefined when it sets a property of something that is no variable. */
function homeOf(segments: readonly string[], local: boolean, context: Context): Scope | undefined {
  const { scope } = context
  if (local) return scope
  if (segments.length > 1 && segments.some((segment) => EXTRA.has(segment))) return fileScope(scope)
  const known = scopeKnowing(scope, segments.join('.')) ?? scopeKnowing(scope, segments[0] ?? '')
  if (known) return known
  return context.extra || context.project ? fileScope(scope) : undefined
}

const OWN_VERSION = "it is the project's own version, which is not a dependency's to raise"

/** Follows a value to its texts; `home` absent means that only dependency notations in it count. */
function assign(path: string, value: Expression, context: Context, home: Scope | undefined, own = false): void {
  const elements = elementsOf(value)
  if (elements) {
    assignElements(path, elements, value, context, home)
    return
  }
  assignChoices(path, alternativesOf(value), askedFor(value), context, home, own)
  if (value.type === 'block' && home) assignMethod(path, value.block, context, home)
  context.walk.expression(value, context)
}

/** Every value a variable may take; `asked` are the properties whose absence is asked for. */
function assignChoices(
  path: string,
  choices: readonly Expression[],
  asked: ReadonlySet<string>,
  context: Context,
  home: Scope | undefined,
  own = false,
): void {
  for (const [i, choice] of choices.entries()) {
    if (isText(choice) && isNotation(choice)) visitValue(choice, context)
    else if (choices.length > 1 && isExternal(choice)) continue
    else if (home && choice.type !== 'block') {
      const branch = choices.length > 1 ? `${context.branch}?${i}` : context.branch
      defineHere(
        context,
        path,
        choices.length > 1 ? choiceText(choice, asked, context) : textHere(choice, context),
        choice.start,
        {
          scope: home,
          branch,
          ...(own ? { untouchable: OWN_VERSION } : {}),
        },
      )
    }
  }
}

/** What a method gives back is a variable of its own, `b()`; names in it are looked up in `context`, its inside. */
export function assignMethod(name: string, body: Block, context: Context, home: Scope): void {
  const values = returnsOf(body)
  const choices = values.flatMap(alternativesOf).filter((choice) => !(isText(choice) && isNotation(choice)))
  const asked = new Set(values.flatMap((value) => [...askedFor(value)]))
  assignChoices(methodName(name), choices, asked, context, home)
}

/** The values of all `return`s, and of the last statement where that is an expression. */
function returnsOf({ statements }: Block): readonly Expression[] {
  return statements.flatMap((statement, i): readonly Expression[] => {
    if (statement.type === 'return') return [statement.value]
    if (statement.type !== 'expression') return []
    const { expression } = statement
    if (expression.type === 'if' && i < statements.length - 1) return expression.branches.flatMap(returnsOf)
    return i === statements.length - 1 ? [expression] : []
  })
}

function assignElements(
  path: string,
  elements: readonly Argument[],
  value: Expression,
  context: Context,
  home: Scope | undefined,
): void {
  if (moduleOf(elements)) {
    visitValue(value, context)
    return
  }
  home?.collections.add(path)
  for (const { name, value: element } of elements) {
    if (name) assign(`${path}.${name}`, element, context, home)
    else visitValue(element, context)
  }
}

/** The elements of a list, a map, `listOf(…)` or `mapOf("a" to …)`, with their keys. */
export function elementsOf(value: Expression): readonly Argument[] | undefined {
  if (value.type === 'list') return value.elements
  if (value.type !== 'call' || value.body) return undefined
  const { target, args } = value
  const name = target.type === 'member' && target.name === 'to' ? 'to' : segmentsOf(target)?.join('.')
  if (name === undefined || !COLLECTIONS.has(name)) return undefined
  return args.map((argument) => pairOf(argument.value) ?? argument)
}

function pairOf(value: Expression): Argument | undefined {
  if (value.type !== 'call' || value.target.type !== 'member' || value.target.name !== 'to') return undefined
  const name = staticText(value.target.target)
  const [argument] = value.args
  return name !== undefined && argument ? { name, value: argument.value } : undefined
}

/** `val v by extra("1.0")`, `by extra { "1.0" }`, `by lazy { "1.0" }`; `by project` says nothing new. */
function visitDelegate(name: string | undefined, value: Expression, context: Context): void {
  if (name === undefined || value.type !== 'call') {
    context.walk.expression(value, context)
    return
  }
  const delegate = segmentsOf(value.target)?.at(-1)
  const last = value.body?.statements.at(-1)
  const inner = value.args[0]?.value ?? (last?.type === 'expression' ? last.expression : undefined)
  if (inner && delegate && (EXTRA.has(delegate) || delegate === 'lazy')) {
    assign(name, inner, context, delegate === 'lazy' ? context.scope : fileScope(context.scope))
    return
  }
  if (value.body) context.walk.block(value.body, { ...context, project: false, blocks: [...context.blocks, name] })
}

/** Sets an extra property by name: `set("v", "1.0")`. */
export function assignExtra(path: string, value: Expression, context: Context): void {
  assign(variableName(path), value, context, fileScope(context.scope))
}

/** Takes `versions.put('a', '1.0')`, `libs.addAll(…)` and their like; false when it is none. */
export function assignEntry({ name, path, args }: Link, context: Context): boolean {
  const [key, value, ...more] = args
  const owner = path.slice(0, -1)
  if (owner.length === 0) return false
  if (key && !value && /^(?:add|addAll|putAll)$/.test(name)) return assignMore(owner, [key.value], context)
  const entry = name === 'put' && key && staticText(key.value)
  if (!entry || !value || more.length > 0) return false
  const segments = [...owner, entry]
  assign(variableName(segments.join('.')), value.value, context, homeOf(segments, false, context))
  return true
}

/** Takes `libs << [b: 'g:b:1.0']` and `list << 'g:b:1.0'`; false when it is no such addition. */
export function visitAddition({ operands, operators }: Expression & { type: 'operation' }, context: Context): boolean {
  const [target, ...added] = operands
  const segments = target && segmentsOf(target)
  return (
    segments !== undefined && operators.every((operator) => operator === '<<') && assignMore(segments, added, context)
  )
}

/** Adds to a collection that a variable of this file holds; false when there is no such variable. */
function assignMore(owner: readonly string[], values: readonly Expression[], context: Context): boolean {
  const path = variableName(owner.join('.'))
  const home = scopeHolding(context.scope, path)
  const extra = owner.some((segment) => EXTRA.has(segment)) ? fileScope(context.scope) : undefined
  if (!home && !extra) return false
  for (const value of values) assign(path, value, context, home ?? extra)
  return true
}

/** Visits a value that is kept for later: dependency notations in it count. */
export function visitValue(value: Expression, context: Context): void {
  const elements = elementsOf(value)
  const module = elements && moduleOf(elements)
  if (module) {
    addModule(module, value, context)
    return
  }
  if (elements) {
    for (const element of elements) visitValue(element.value, context)
    return
  }
  const choices = alternativesOf(value)
  if (choices.length > 1) {
    for (const choice of choices) visitValue(choice, context)
    return
  }
  if (!isText(value)) {
    context.walk.expression(value, context)
    return
  }
  if (!isNotation(value)) return
  const { collector, scope } = context
  const subject: Subject = { kind: 'notation', text: textHere(value, context) }
  collector.drafts.push({ role: 'package', subject, label: labelOf(context, 'notation'), at: value.start, scope })
}

/** A whole notation with its version written out or behind two written colons. */
function isNotation(value: Expression): boolean {
  const text = textOf(value)
  const version = colonsIn(text) >= 2 ? coordinatesOf(text)?.version : undefined
  return version !== undefined && !version.some((piece) => piece.kind === 'text' && CHECKSUM.test(piece.text))
}

interface Module {
  readonly group: Expression
  readonly name: Expression
  readonly version: Expression | undefined
}

/** The parts of `group: 'g', name: 'b', version: '1.0'` in any order. */
export function moduleOf(args: readonly Argument[]): Module | undefined {
  const group = argumentNamed(args, 'group')
  const name = argumentNamed(args, 'name')
  return group && name ? { group, name, version: argumentNamed(args, 'version') } : undefined
}

function addModule({ group, name, version }: Module, value: Expression, context: Context): void {
  if (!version) return
  const subject: Subject = { kind: 'module', group: textOf(group), name: textOf(name) }
  const { collector, scope } = context
  const label = labelOf(context, 'notation')
  collector.drafts.push({
    role: 'package',
    subject,
    version: textHere(version, context),
    label,
    at: value.start,
    scope,
  })
}

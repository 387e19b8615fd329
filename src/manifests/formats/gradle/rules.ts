import type { Block, Expression } from '../../syntax/gradle-tree.ts'
import {
  type Context,
  chainOf,
  defineHere,
  type Guard,
  type Link,
  labelOf,
  type RichVersion,
  textHere,
} from './context.ts'
import type { Draft, Subject } from './drafts.ts'
import { segmentsOf, staticText, type TextPiece } from './text.ts'

/** What `requested` is narrowed to inside an `if` with this condition. */
export function narrowed(guard: Guard | undefined, condition: Expression): Guard | undefined {
  const found = guardOf(condition)
  return found && { ...guard, ...found }
}

function guardOf(condition: Expression): Guard | undefined {
  if (condition.type === 'call') return comparedByCall(condition)
  if (condition.type !== 'operation') return {}
  const { operands, operators } = condition
  if (operators.includes('||')) return anyOf(operands, operators)
  const comparisons = splitBy(operands, operators, '&&')
  return allOf(comparisons)
}

function allOf(comparisons: readonly Part[]): Guard {
  return Object.assign({}, ...comparisons.map(comparison))
}

interface Part {
  readonly operands: readonly Expression[]
  readonly operators: readonly string[]
}

function splitBy(operands: readonly Expression[], operators: readonly string[], at: string): readonly Part[] {
  const parts: { operands: Expression[]; operators: string[] }[] = [{ operands: [], operators: [] }]
  for (const [i, operand] of operands.entries()) {
    const operator = operators[i - 1]
    if (operator === at) parts.push({ operands: [operand], operators: [] })
    else {
      parts.at(-1)?.operands.push(operand)
      if (operator !== undefined) parts.at(-1)?.operators.push(operator)
    }
  }
  return parts
}

/** `a || b`: the modules of all sides; when one side names no module, nothing is certain. */
function anyOf(operands: readonly Expression[], operators: readonly string[]): Guard | undefined {
  const modules: string[] = []
  const plugins: string[] = []
  for (const side of splitBy(operands, operators, '||')) {
    const guard = allOf(splitBy(side.operands, side.operators, '&&'))
    modules.push(...modulesOf(guard ?? {}))
    plugins.push(...(guard?.plugins ?? []))
  }
  return { modules, plugins }
}

function comparison({ operands, operators }: Part): Guard {
  const [left, right] = operands
  if (!left) return {}
  if (operators.length === 0) return left.type === 'call' || left.type === 'operation' ? (guardOf(left) ?? {}) : {}
  if (!right || operators.length > 1) return {}
  if (operators[0] === 'in') return compared(left, listed(right))
  if (operators[0] !== '==' && operators[0] !== '===') return {}
  const text = staticText(right)
  if (text !== undefined) return compared(left, [text])
  const flipped = staticText(left)
  return flipped === undefined ? {} : compared(right, [flipped])
}

function listed(list: Expression): readonly string[] {
  const elements = list.type === 'list' ? list.elements : list.type === 'call' ? list.args : []
  return elements.flatMap(({ value }) => staticText(value) ?? [])
}

function comparedByCall(call: Expression & { type: 'call' }): Guard {
  const { target, args } = call
  const [argument] = args
  if (target.type !== 'member' || !argument) return {}
  const text = staticText(argument.value)
  const flipped = staticText(target.target)
  if (target.name === 'equals' && flipped !== undefined) return compared(argument.value, [flipped])
  if (target.name === 'equals' && text !== undefined) return compared(target.target, [text])
  if (target.name === 'startsWith' && text !== undefined) return beginning(target.target, text)
  return target.name === 'contains' ? compared(argument.value, listed(target.target)) : {}
}

/** What is said by the subject of a comparison being one of these texts. */
function compared(subject: Expression, texts: readonly string[]): Guard {
  if (texts.length === 0) return {}
  if (subject.type === 'string') return isGroupAndName(subject) ? { modules: texts } : {}
  const segments = segmentsOf(subject) ?? []
  const last = segments.at(-1)
  if (!segments.includes('requested') && segments.length > 2) return {}
  if (last === 'group') return { groups: texts }
  if (last === 'name') return { names: texts }
  if (last === 'id') return { plugins: texts }
  return last === 'module' || last === 'requested' ? { modules: texts } : {}
}

/** `requested.group.startsWith('g')`. */
function beginning(subject: Expression, text: string): Guard {
  const last = segmentsOf(subject)?.at(-1)
  if (last === 'name') return { nameBegin: text }
  return last === 'group' || last === 'module' || last === 'requested' ? { begin: text } : {}
}

/** `"${requested.group}:${requested.name}"`. */
function isGroupAndName({ pieces }: Expression & { type: 'string' }): boolean {
  const [group, colon, name, ...more] = pieces
  if (!group || !colon || !name || more.length > 0 || !('expression' in group) || !('expression' in name)) return false
  const ends = [group.expression, name.expression].map((expression) => segmentsOf(expression)?.at(-1))
  return 'text' in colon && colon.text === ':' && ends[0] === 'group' && ends[1] === 'name'
}

function modulesOf({ groups = [], names = [], modules = [] }: Guard): readonly string[] {
  return [...modules, ...groups.flatMap((group) => names.map((name) => `${group}:${name}`))].slice(0, 100)
}

/** `useVersion '1.0'` inside `eachDependency` or `eachPlugin`: the version of what the conditions around it name. */
export function useVersion({ args, at }: Link, context: Context): void {
  const { guard, scope, collector } = context
  const value = args[0]?.value
  if (!value) return
  const modules = modulesOf(guard ?? {}).filter((module) => module.split(':').length === 2)
  const subjects: Subject[] = [
    ...modules.map((module): Subject => ({ kind: 'named', names: [module], family: module.split(':')[0] ?? '' })),
    ...(guard?.plugins ?? []).map(
      (id): Subject => ({ kind: 'plugin', id: [{ kind: 'text', text: id, start: -1, end: -1 }] }),
    ),
  ]
  const label = labelOf(context, 'useVersion')
  const version = textHere(value, context)
  if (subjects.length === 0) {
    const { groups, names, begin, nameBegin } = guard ?? {}
    const certain = [groups, names, begin, nameBegin].some((part) => part !== undefined)
    // Behind a condition that cannot be read, a version that is written out may be anybody's.
    const anyone = context.blocks.includes('eachDependency') && version.every(({ kind }) => kind === 'text')
    if (!certain && !anyone) return
    const subject: Subject = { kind: 'pattern', groups, names, begin, nameBegin }
    const refused = 'useVersion here sets the version of more than one package'
    collector.drafts.push({ role: 'package', subject, version, refused, label, at, scope })
    return
  }
  addShared(subjects, version, label, at, context)
}

/** Declares several packages whose version is one and the same text: it is a variable that they share. */
export function addShared(
  subjects: readonly Subject[],
  version: readonly TextPiece[],
  label: string,
  at: number,
  context: Context,
): void {
  const { collector, scope } = context
  let shared = version
  if (subjects.length > 1 && version.some(({ kind }) => kind === 'text')) {
    collector.serial += 1
    const path = `${label} #${collector.serial}`
    defineHere(context, path, version, at, { label })
    shared = [{ kind: 'reference', path, at }]
  }
  for (const subject of subjects) {
    collector.drafts.push({ role: 'package', subject, version: shared, label, at, scope })
  }
}

const METHODS: ReadonlySet<string> = new Set(['strictly', 'require', 'prefer', 'reject'])

/** The methods called in the `version { … }` blocks of a dependency's body. What else stands there is visited. */
export function richVersionsIn(body: Block, context: Context): readonly RichVersion[] {
  return body.statements.flatMap((statement) => {
    if (statement.type !== 'expression' || statement.expression.type !== 'call') return []
    const [link, ...more] = chainOf(statement.expression).links
    if (link?.name === 'version' && link.body && more.length === 0) return richVersions(link.body, context)
    context.walk.expression(statement.expression, context)
    return []
  })
}

/** The methods called in a `version { … }` block itself. */
export function richVersions(body: Block, context: Context): readonly RichVersion[] {
  return body.statements.flatMap((statement) => {
    if (statement.type !== 'expression' || statement.expression.type !== 'call') return []
    return chainOf(statement.expression).links.flatMap(({ name, args, at }): RichVersion[] => {
      if (name === 'rejectAll') return [{ method: name, text: [], at }]
      return METHODS.has(name)
        ? args.map(({ value }) => ({
            method: name as RichVersion['method'],
            text: textHere(value, context),
            at: value.start,
          }))
        : []
    })
  })
}

/** The drafts of a rich version. */
export function richDrafts(
  subject: Subject,
  versions: readonly RichVersion[],
  label: string,
  context: Context,
): readonly Draft[] {
  return versions.map(({ method, text, at }) => ({
    role: method === 'reject' ? 'exclusion' : 'package',
    subject,
    ...(method === 'rejectAll' ? { excluded: 'rejectAll() is set' } : { version: text }),
    label: `${label} version.${method}`,
    at,
    scope: context.scope,
  }))
}

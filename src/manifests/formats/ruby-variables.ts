import type { Declaration, Value } from '../format.ts'
import { bracketAt, isOperator } from './ruby-calls.ts'
import { constraintOf, withoutSlot } from './ruby-expressions.ts'
import type { Assignment } from './ruby-script.ts'

const ADVICE = 'Write the version as a string, or give the variable one string before it is used.'

/** Values one of which is taken, under names that no variable of a script can have. */
export class Choices {
  readonly declarations: Declaration[] = []
  private count = 0

  /** choose keeps the values and gives the name of the variable that each of them defines. */
  readonly choose = (options: readonly Value[], at: number): string => {
    this.count += 1
    const name = `${CHOICE}${this.count}`
    const seen = options.map(
      (value): Declaration => ({ role: 'variable', names: [name], group: 'variable', at, value }),
    )
    this.declarations.push(...seen)
    return name
  }
}

const CHOICE = 'choice #'

/** variablesIn gives every variable and constant that holds a version, or that a version refers to. */
export function variablesIn(
  assignments: readonly Assignment[],
  packages: readonly Declaration[],
  choices: Choices,
): Declaration[] {
  const all = assignments.flatMap((assignment) => entries(assignment, choices))
  const wanted = new Set([...packages, ...choices.declarations].flatMap(({ value }) => variablesOf(value)))
  const byName = Map.groupBy(all, ({ name }) => name)
  const named = [...byName].flatMap(([name, [first, second]]): Declaration[] => {
    if (!first) return []
    const value = second ? reassigned(name) : first.value
    const useful = value.kind === 'literal' || value.kind === 'template' || value.kind === 'joint' || wanted.has(name)
    return useful ? [{ role: 'variable', names: [name], group: 'variable', at: first.at, value }] : []
  })
  return [...named, ...choices.declarations]
}

/** firstAssigned gives the offset at which each variable first gets a value. */
export function firstAssigned(assignments: readonly Assignment[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { name, at } of assignments) first.set(name, Math.min(at, first.get(name) ?? at))
  return first
}

/**
 * resolvable replaces the value of a declaration whose variable has no value where it is used. A constant that this file
 * does not know may come from a file that evaluates this one; a local variable cannot.
 */
export function resolvable(declaration: Declaration, first: ReadonlyMap<string, number>): Declaration {
  for (const variable of variablesOf(declaration.value)) {
    if (variable.startsWith(CHOICE)) continue
    const base = variable.split('.')[0] ?? ''
    const assigned = first.get(base)
    if (assigned === undefined ? /^[A-Z]/.test(base) : assigned <= declaration.at) continue
    const detail = `${base} has no value that can be followed where ${declaration.names[0]} uses it`
    return { ...declaration, value: { kind: 'opaque', reason: 'unresolved-variable', detail, hint: ADVICE } }
  }
  return declaration
}

function variablesOf(value: Value): string[] {
  const pieces = value.kind === 'joint' ? value.members.flat() : value.kind === 'template' ? value.pieces : []
  return pieces.flatMap((piece) => ('variable' in piece ? [piece.variable] : []))
}

interface Entry {
  readonly name: string
  readonly at: number
  readonly value: Value
}

/** `V = '1.0'` is one entry; `V = { a: '1.0' }` is one for each key, as `V.a`. */
function entries({ name, at, right }: Assignment, { choose }: Choices): Entry[] {
  const reading = { dialect: 'gem', choose } as const
  const [tokens, second] = right?.positional ?? []
  const [open] = tokens ?? []
  if (tokens && open && !second && isOperator(open, '{')) {
    return [...bracketAt(tokens, 0).options].map(([key, value]) => {
      return { name: `${name}.${key}`, at: value[0]?.start ?? at, value: assigned(constraintOf([value], reading)) }
    })
  }
  if (!right || right.options.size > 0 || right.positional.length === 0) return [{ name, at, value: unknown(name) }]
  const value = constraintOf(right.positional, reading)
  // `V = 'a', 'b'` is a list already; behind a lone string a second one would make it one, which `"#{V}"` cannot take.
  return [{ name, at, value: right.positional.length > 1 || isOperator(open, '[') ? value : assigned(value) }]
}

function assigned(value: Value): Value {
  const [pieces, ...more] = value.kind === 'joint' ? value.members : []
  if (value.kind === 'joint' && pieces && more.length === 0) return { kind: 'template', dialect: value.dialect, pieces }
  return withoutSlot(value)
}

function unknown(name: string): Value {
  const detail = `the value of ${name} is computed`
  return { kind: 'opaque', reason: 'unresolved-variable', detail, hint: ADVICE }
}

function reassigned(name: string): Value {
  const detail = `${name} gets its value in several places`
  return {
    kind: 'opaque',
    reason: 'ambiguous',
    detail,
    hint: 'Raise it by hand, or give each version a name of its own.',
  }
}

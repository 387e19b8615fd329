import type { Declaration, Part, Piece, RefusalCode, Value } from '../../format.ts'
import { type Definition, fileScope, lookUp, type Scope, type Variable } from './scope.ts'
import type { TextPiece } from './text.ts'

/** A value that is there and must not be edited. */
export function opaque(reason: RefusalCode, detail: string): Value {
  return { kind: 'opaque', reason, detail }
}

/** The value a text comes to: a literal, a template over variables, or opaque where it cannot be followed. */
export function versionValue(text: readonly TextPiece[], scope: Scope): Value {
  const pieces: Piece[] = []
  let variables = 0
  for (const piece of text) {
    const next = pieceOf(piece, scope)
    if (!next) return opaque('unresolved-variable', 'the version is computed by an expression that cannot be followed')
    if ('variable' in next) variables += 1
    const last = pieces.at(-1)
    if (last && 'literal' in last && 'literal' in next && last.literal.span.end === next.literal.span.start) {
      pieces[pieces.length - 1] = { literal: joined(last.literal, next.literal) }
    } else pieces.push(next)
  }
  if (text.some((piece) => piece.kind === 'text' && piece.start < 0)) {
    return opaque('unsupported-constraint', 'the version is cut out of a longer constant')
  }
  if (variables > 0) return { kind: 'template', dialect: 'gradle', pieces }
  const parts = pieces.flatMap((piece) => ('literal' in piece ? [piece.literal] : []))
  if (parts.length === 1) return { kind: 'literal', dialect: 'gradle', parts }
  return opaque(
    'unsupported-constraint',
    parts.length === 0 ? 'the version is empty' : 'the version is put together from several strings',
  )
}

function pieceOf(piece: TextPiece, scope: Scope): Piece | undefined {
  if (piece.kind === 'unknown') return undefined
  if (piece.kind === 'text') {
    return { literal: { span: { start: piece.start, end: piece.end }, text: piece.text } }
  }
  const { path, optional } = piece
  // A property is no local variable of that name.
  if (optional === 'elsewhere') return { variable: path, optional }
  if (optional) return { variable: fileScope(scope).variables.get(path)?.name ?? path, optional }
  const variable = lookUp(scope, path)
  if (variable === 'parameter') return undefined
  return { variable: variable?.name ?? path }
}

function joined(one: Part, other: Part): Part {
  return { span: { start: one.span.start, end: other.span.end }, text: one.text + other.text }
}

/** Names that mean the project itself when nothing in front of them says otherwise. */
const PROJECT_NAMES = new Set(['version', 'name', 'group', 'description'])

/**
 * Gives every variable its names: a member of an object is known as `Object.member`, behind its package too, and by
 * every shorter ending that is its own alone; one that is local to a block gets a name nobody outside can use.
 */
export function nameVariables(
  variables: readonly Variable[],
  packageName: string,
): ReadonlyMap<Variable, readonly string[]> {
  const locals = new Map<string, number>()
  const endings = new Map<string, number>()
  for (const { name, member } of variables) {
    for (const ending of member ? [name, ...endingsOf(name)] : [name]) count(endings, ending)
  }
  const names = new Map<Variable, readonly string[]>()
  for (const variable of variables) {
    if (variable.local) variable.name = `${variable.path} (local ${count(locals, variable.path)})`
    names.set(variable, variable.local ? [variable.name] : namesOf(variable, packageName, endings))
  }
  return names
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}

function namesOf({ name, member }: Variable, packageName: string, endings: ReadonlyMap<string, number>): string[] {
  const shorter = member
    ? endingsOf(name).filter((ending) => endings.get(ending) === 1 && !PROJECT_NAMES.has(ending))
    : []
  return [name, ...(packageName === '' ? [] : [`${packageName}.${name}`]), ...shorter]
}

/** `b.c` and `c` for `a.b.c`; very long paths have none. */
function endingsOf(name: string): string[] {
  const segments = name.split('.')
  return segments.length > 10 ? [] : segments.slice(1).map((_, i) => segments.slice(i + 1).join('.'))
}

/** The declarations of one variable, one for each assignment. */
export function settleVariable(variable: Variable, names: readonly string[]): readonly Declaration[] {
  const { definitions } = variable
  const real = definitions.flatMap((definition) => withoutItself(definition, variable))
  const doubt = doubtAbout(variable, real)
  const conditional = mayStayUnset(real) ? ({ conditional: true } as const) : {}
  return real.map((definition) => ({
    role: 'variable',
    names,
    group: definition.label,
    at: definition.at,
    ...conditional,
    ...(definition.overriding ? { overriding: true as const } : {}),
    value: doubt ?? definedValue(definition),
  }))
}

/** True when every assignment stands in an `if` whose other branch leaves the variable as another file set it. */
function mayStayUnset(definitions: readonly Definition[]): boolean {
  const branches = new Set(definitions.map(({ branch }) => /^\/\d+\.\d/.exec(branch)?.[0]))
  if (branches.has(undefined)) return false
  return ![...branches].some((branch) => branch?.endsWith('.0') && branches.has(`${branch.slice(0, -1)}1`))
}

function definedValue({ text, untouchable, scope }: Definition): Value {
  return untouchable ? opaque('ambiguous', untouchable) : versionValue(text, scope)
}

/** `ext.v = v` says nothing new; `v = findProperty('v') ?: '1.0'` says what another file does, which counts. */
function withoutItself(definition: Definition, variable: Variable): readonly Definition[] {
  const [only, ...more] = definition.text
  if (only?.kind !== 'reference' || more.length > 0) return [definition]
  const { path, optional } = only
  if (!optional) return lookUp(definition.scope, path) === variable ? [] : [definition]
  const known = fileScope(definition.scope).variables.get(path)
  const itself = known === variable || (variable.member && variable.path === path)
  return [itself ? { ...definition, text: [{ ...only, optional: 'elsewhere' }] } : definition]
}

function doubtAbout({ path, definitions }: Variable, real: readonly Definition[]): Value | undefined {
  if (real.length < definitions.length && real.some(({ branch }) => branch.includes('?'))) {
    return opaque('unresolved-variable', `${path} has a default here that a property of the same name replaces`)
  }
  if (real.length < 2) return undefined
  const values = new Map<string, string>()
  for (const { text, branch } of real) {
    const value = JSON.stringify(
      text.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'reference' ? [piece.path] : null)),
    )
    if (values.has(branch) && values.get(branch) !== value) {
      return opaque('ambiguous', `${path} is assigned more than once, with different values`)
    }
    values.set(branch, value)
  }
  return undefined
}

import type { TextPiece } from './text.ts'

/** One assignment of a variable. */
export interface Definition {
  readonly text: readonly TextPiece[]
  readonly at: number
  /** Where the names in the text are looked up. */
  readonly scope: Scope
  /** The branch of an `if` it stands in, or `?` with a number for one of several values to choose from; assignments in different branches do not contradict each other. */
  readonly branch: string
  /** Where it stands, for the evidence. */
  readonly label: string
  /** A version that a settings script gives to a catalog: it replaces the one in the catalog's own file. */
  readonly overriding?: true
  /** Set when the value must not be edited whatever it says. */
  readonly untouchable?: string
}

/** A variable and all its assignments; `name` is settled when the whole text has been read. */
export interface Variable {
  readonly path: string
  /** Declared in a block, so that nothing outside sees it. */
  readonly local: boolean
  /** Belongs to a class or object. */
  readonly member: boolean
  readonly definitions: Definition[]
  name: string
}

/** Where names are looked up: a file, a class or object, or a block. */
export interface Scope {
  readonly kind: 'file' | 'class' | 'block'
  /** The name of the class; empty elsewhere. */
  readonly name: string
  readonly parent: Scope | undefined
  readonly parameters: ReadonlySet<string>
  readonly variables: Map<string, Variable>
  /** Variables that hold a list or a map. */
  readonly collections: Set<string>
}

/** A new scope inside another, or the outermost one. */
export function openScope(kind: Scope['kind'], parent?: Scope, name = '', parameters: readonly string[] = []): Scope {
  return { kind, name, parent, parameters: new Set(parameters), variables: new Map(), collections: new Set() }
}

/** The outermost scope. */
export function fileScope(scope: Scope): Scope {
  let outermost = scope
  while (outermost.parent) outermost = outermost.parent
  return outermost
}

/** Adds an assignment to the variable of this path in a scope; a member of an object is known outside by `Object.path`. */
export function define(scope: Scope, path: string, definition: Definition): Variable {
  const known = scope.variables.get(path)
  if (known) {
    known.definitions.push(definition)
    return known
  }
  const variable: Variable = {
    path,
    local: scope.kind === 'block',
    member: scope.kind === 'class',
    definitions: [definition],
    name: path,
  }
  scope.variables.set(path, variable)
  let outer: Scope = scope
  let full = path
  while (outer.kind === 'class' && outer.parent) {
    full = outer.name === '' ? full : `${outer.name}.${full}`
    outer = outer.parent
    if (!outer.variables.has(full)) outer.variables.set(full, variable)
  }
  variable.name = full
  return variable
}

/** The scope around this one that knows the path, from the inside out. */
export function scopeKnowing(scope: Scope, path: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.variables.has(path)) return at
  return undefined
}

/** The scope around this one in which the path is a list or a map. */
export function scopeHolding(scope: Scope, path: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.collections.has(path)) return at
  return undefined
}

/** The variable a path means here; `parameter` when it is one of a function or closure; undefined when unknown here. */
export function lookUp(scope: Scope, path: string): Variable | 'parameter' | undefined {
  const head = path.split('.', 1)[0] ?? path
  if (head === 'it') return 'parameter'
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const variable = at.variables.get(path)
    if (variable) return variable
    if (at.parameters.has(head)) return 'parameter'
  }
  return undefined
}

const MAX_DEPTH = 10

/** The text with every name put in whose value is written in this file; undefined where one is not. */
export function constantText(text: readonly TextPiece[], scope: Scope, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined
  let result = ''
  for (const piece of text) {
    if (piece.kind === 'unknown') return undefined
    const value = piece.kind === 'text' ? piece.text : constantOf(piece.path, scope, depth)
    if (value === undefined || result.length > 1000) return undefined
    result += value
  }
  return result
}

function constantOf(path: string, scope: Scope, depth: number): string | undefined {
  const variable = lookUp(scope, path)
  if (!variable || variable === 'parameter') return undefined
  const [only, ...more] = variable.definitions
  return only && more.length === 0 ? constantText(only.text, scope, depth + 1) : undefined
}

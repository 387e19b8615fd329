import type { Argument, Block, Expression } from '../../syntax/gradle-tree.ts'
import type { Draft, Subject } from './drafts.ts'
import { define, fileScope, type Scope, type Variable } from './scope.ts'
import { askedFor, isExternal, isLookUp, segmentsOf, staticText, type TextPiece, textOf } from './text.ts'

/** What is gathered while a file is read. */
export interface Collector {
  readonly drafts: Draft[]
  readonly variables: Set<Variable>
  /** Versions of catalogs that reject some, and what takes its version from them. */
  readonly catalogRejects: { readonly path: string; readonly version: RichVersion; readonly label: string }[]
  readonly catalogUsers: { readonly path: string; readonly subject: Subject }[]
  /** The file's `package`, empty without one. */
  packageName: string
  /** Counts what needs a name of its own. */
  serial: number
}

/** A method of a rich version and the text it is given. */
export interface RichVersion {
  readonly method: 'strictly' | 'require' | 'prefer' | 'reject' | 'rejectAll'
  readonly text: readonly TextPiece[]
  readonly at: number
}

/** The modules an `if` narrows `requested` to. */
export interface Guard {
  readonly groups?: readonly string[]
  readonly names?: readonly string[]
  /** Whole `group:name` pairs. */
  readonly modules?: readonly string[]
  readonly plugins?: readonly string[]
  /** What the group, or the whole name, begins with. */
  readonly begin?: string
  /** What the artifact's name begins with. */
  readonly nameBegin?: string
}

/** The way down into the tree, for what lies inside a call or an assignment and means nothing to it. */
export interface Walk {
  /** Visits the statements of a block in a scope of their own. */
  readonly block: (block: Block, context: Context) => void
  /** Visits an expression whose value goes nowhere: only the calls in it matter. */
  readonly expression: (expression: Expression, context: Context) => void
}

/** Where in the build a statement stands. */
export interface Context {
  readonly walk: Walk
  readonly collector: Collector
  readonly scope: Scope
  /** Names of the blocks around, outermost first. */
  readonly blocks: readonly string[]
  readonly branch: string
  /** Calls here declare dependencies. */
  readonly dependencies: boolean
  /** A plain assignment here sets a property of the project. */
  readonly project: boolean
  /** A plain assignment here sets an extra property. */
  readonly extra: boolean
  readonly plugins: boolean
  readonly substitution: boolean
  /** Inside `versionCatalogs`: the catalog's name, or empty before one is named. */
  readonly catalog: string | undefined
  readonly guard: Guard | undefined
}

/** The context of a place that has nothing to do with the blocks around it. */
export function elsewhere(context: Context): Context {
  return {
    ...context,
    dependencies: false,
    project: false,
    extra: false,
    plugins: false,
    substitution: false,
    catalog: undefined,
    guard: undefined,
  }
}

/** One call of a chain `a.b(x).c(y)`. */
export interface Link {
  readonly name: string
  /** Names in front of it back to the call before, itself included. */
  readonly path: readonly string[]
  readonly args: readonly Argument[]
  readonly body: Block | undefined
  readonly at: number
}

/** The calls of a chain, innermost first, and the expression the first one is called on, if it is no plain path. */
export function chainOf(expression: Expression & { type: 'call' }): {
  readonly links: readonly Link[]
  readonly receiver: Expression | undefined
} {
  const links: Link[] = []
  let current: Expression | undefined = expression
  while (current?.type === 'call') {
    const { target, args, body }: Expression & { type: 'call' } = current
    const { path, receiver } = calleeOf(target)
    links.push({ name: path.at(-1) ?? '', path, args, body, at: args[0]?.value.start ?? current.start })
    current = receiver
  }
  return { links: links.reverse(), receiver: current }
}

function calleeOf(target: Expression): { path: readonly string[]; receiver: Expression | undefined } {
  const path: string[] = []
  let current: Expression | undefined = target
  while (current?.type === 'member') {
    path.unshift(current.name)
    current = current.target
  }
  if (current.type === 'name') return { path: [current.name, ...path], receiver: undefined }
  const name = path.length === 0 ? staticText(current) : undefined
  if (name !== undefined) return { path: [name], receiver: undefined }
  const segments = current.type === 'index' ? segmentsOf(current) : undefined
  return segments ? { path: [...segments, ...path], receiver: undefined } : { path, receiver: current }
}

/** Notes an assignment. Extra properties belong to the file whatever block sets them. */
export function defineHere(
  context: Context,
  path: string,
  text: readonly TextPiece[],
  at: number,
  how: { scope?: Scope; untouchable?: string; branch?: string; label?: string; overriding?: true } = {},
): void {
  const { collector, scope } = context
  const home = how.scope ?? fileScope(scope)
  const variable = define(home, path, {
    text,
    at,
    scope,
    branch: how.branch ?? context.branch,
    label: how.label ?? labelOf(context, 'variable'),
    ...(how.overriding ? { overriding: true } : {}),
    ...(how.untouchable === undefined ? {} : { untouchable: how.untouchable }),
  })
  collector.variables.add(variable)
}

/** The pieces of a text; a choice inside it, `"${findProperty('v') ?: '1.0'}"`, becomes a variable of its own. */
export function textHere(expression: Expression, context: Context): readonly TextPiece[] {
  return textOf(expression, (choices, whole) => {
    context.collector.serial += 1
    const path = `choice #${context.collector.serial}`
    const asked = askedFor(whole)
    for (const [i, choice] of choices.entries()) {
      if (isExternal(choice)) continue
      const branch = `${context.branch}?${i}`
      defineHere(context, path, choiceText(choice, asked, context), choice.start, { branch })
    }
    return { kind: 'reference', path, at: whole.start }
  })
}

/**
 * The text of one of several values; a property that may be absent is optional, as another value stands in for it.
 * `asked` are the properties whose absence is asked for.
 */
export function choiceText(choice: Expression, asked: ReadonlySet<string>, context: Context): readonly TextPiece[] {
  const text = textHere(choice, context)
  const [only, ...more] = text
  if (only?.kind !== 'reference' || more.length > 0) return text
  if (!isLookUp(choice) && !asked.has(only.path)) return text
  return [{ ...only, optional: 'anywhere' }]
}

/** Where something stands, in words for the evidence. */
export function labelOf({ blocks }: Context, name: string): string {
  return [...blocks.slice(-4), name].join('.').slice(0, 120)
}

/** The named argument's value. */
export function argumentNamed(args: readonly Argument[], name: string): Expression | undefined {
  return args.find((argument) => argument.name === name)?.value
}

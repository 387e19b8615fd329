import type { Declaration, Value } from '../../format.ts'
import { type Coordinates, colonsIn, coordinatesOf } from './coordinates.ts'
import { constantText, type Scope } from './scope.ts'
import type { TextPiece } from './text.ts'
import { opaque, versionValue } from './values.ts'

/** What a version belongs to, as far as it can be told before the whole file has been read. */
export type Subject =
  /** A dependency notation, with or without its version. */
  | { readonly kind: 'notation'; readonly text: readonly TextPiece[] }
  | { readonly kind: 'module'; readonly group: readonly TextPiece[]; readonly name: readonly TextPiece[] }
  | { readonly kind: 'plugin'; readonly id: readonly TextPiece[] }
  /** A library of a catalog, `libs.b`: the catalog's file says which. */
  | { readonly kind: 'alias'; readonly path: string }
  | { readonly kind: 'named'; readonly names: readonly string[]; readonly family?: string }
  /** Whatever is resolved and fits, as far as this file names it; what is undefined fits everything. */
  | {
      readonly kind: 'pattern'
      readonly groups: readonly string[] | undefined
      readonly names: readonly string[] | undefined
      readonly begin: string | undefined
      readonly nameBegin: string | undefined
    }

/** A declaration whose names and variables wait for the end of the file. */
export interface Draft {
  readonly role: 'package' | 'exclusion'
  readonly subject: Subject
  /** Absent: the version of the notation, if it has one. */
  readonly version?: readonly TextPiece[]
  /** What gives the version when nothing here does; absent means that such a draft declares nothing. */
  managedBy?: string
  /** Set when the version stands here but cannot be edited with certainty: says why. */
  readonly refused?: string
  /** Set when the author lets no version in. */
  readonly excluded?: string
  readonly label: string
  readonly at: number
  readonly scope: Scope
}

/** Turns drafts into declarations; a draft whose name cannot be told from this file declares nothing. */
export function settleDrafts(drafts: readonly Draft[]): readonly Declaration[] {
  const settled = drafts.flatMap((draft) => (draft.subject.kind === 'pattern' ? [] : settleDraft(draft)))
  const known = new Set(settled.flatMap(({ names }) => names))
  const patterns = drafts.flatMap((draft): Declaration[] => {
    const { subject } = draft
    if (subject.kind !== 'pattern') return []
    const names = [...known].filter((name) => fits(name, subject))
    return names.length === 0 ? [] : [declaration(draft, { names })]
  })
  return [...settled, ...patterns]
}

function fits(module: string, pattern: Extract<Subject, { kind: 'pattern' }>): boolean {
  const { groups, names, begin, nameBegin } = pattern
  const [group = '', name] = module.split(':')
  if (name === undefined) return false
  if (groups && !groups.includes(group)) return false
  if (nameBegin !== undefined && !name.startsWith(nameBegin)) return false
  return (!names || names.includes(name)) && (begin === undefined || module.startsWith(begin))
}

interface Identity {
  readonly names: readonly string[]
  readonly family?: string
  /** The version that the notation itself holds. */
  readonly version?: readonly TextPiece[]
}

function settleDraft(draft: Draft): Declaration[] {
  const identity = identityOf(draft)
  if (!identity) return []
  const version = draft.version ?? identity.version
  if (!version && !draft.managedBy && !draft.refused && !draft.excluded) return []
  return [declaration(draft, identity)]
}

function declaration(draft: Draft, { names, family, version }: Identity): Declaration {
  const { role, label, at } = draft
  const value = draftValue(draft, draft.version ?? version)
  return { role, names, group: label, ...(family === undefined ? {} : { family }), at, value }
}

function draftValue({ scope, refused, excluded, managedBy }: Draft, text: readonly TextPiece[] | undefined): Value {
  if (refused) return opaque('ambiguous', refused)
  if (excluded) return opaque('excluded-by-author', excluded)
  return text ? versionValue(text, scope) : { kind: 'managed', by: managedBy ?? 'another declaration' }
}

function identityOf({ subject, scope }: Draft): Identity | undefined {
  switch (subject.kind) {
    case 'named':
      return subject
    case 'pattern':
      return undefined
    case 'alias':
      return { names: [`\${${subject.path}}`], family: `\${${subject.path}}` }
    case 'plugin': {
      const id = constantText(subject.id, scope)
      return id ? pluginIdentity(id) : undefined
    }
    case 'module':
      return moduleIdentity(subject, scope)
    case 'notation': {
      const coordinates = coordinatesOf(withNamesPutIn(subject.text, scope))
      return coordinates && moduleIdentity(coordinates, scope)
    }
  }
}

/** The names a Gradle plugin answers to: its id, and the marker artifact that carries its version. */
export function pluginIdentity(id: string): { readonly names: readonly string[]; readonly family: string } {
  // Kotlin's plugins are released with its libraries, under their group.
  const family = id.startsWith('org.jetbrains.kotlin.') ? 'org.jetbrains.kotlin' : id
  return { names: [id, `${id}:${id}.gradle.plugin`], family }
}

function moduleIdentity({ group, name, version }: Coordinates, scope: Scope): Identity | undefined {
  const family = constantText(group, scope)
  const artifact = constantText(name, scope)
  if (!family || !artifact || /[:\s]/.test(family + artifact)) return undefined
  return { names: [`${family}:${artifact}`], family, ...(version ? { version } : {}) }
}

/** Puts constants of this file in the place of their names, up to the version: `"$base:b:1.0"`. */
function withNamesPutIn(text: readonly TextPiece[], scope: Scope): readonly TextPiece[] {
  const result: TextPiece[] = []
  for (const piece of text) {
    const value = piece.kind === 'reference' && colonsIn(result) < 2 ? constantText([piece], scope) : undefined
    result.push(value === undefined ? piece : { kind: 'text', text: value, start: -1, end: -1 })
  }
  return result
}

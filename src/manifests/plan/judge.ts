import { dialects } from '../constraints/index.ts'
import { withThreeNumbers } from '../constraints/segments.ts'
import type { Change, ConstraintDialect, Dialect, Part, Refusal, Rewrite, Span, Value } from '../format.ts'
import { compose } from './compose.ts'
import { withoutHashes, writeHashes } from './hash-pinned.ts'
import type { Site } from './survey.ts'
import type { Leaf, Variables } from './variables.ts'

type Literal = Extract<Value, { kind: 'literal' }>
type Joint = Extract<Value, { kind: 'joint' }>
type Opaque = Extract<Value, { kind: 'opaque' }>

/** New text wanted for one span of one file. */
export interface Demand {
  /** The declaration that holds the span; a variable's when the version stands there. */
  readonly site: Site
  readonly span: Span
  /** The constraint before and after, without what surrounds it; `before` is empty for a part that is new. */
  readonly before: string
  readonly after: string
  /** What is written over `span`: `after` with its surroundings. */
  readonly written: string
}

/** What one declaration of the package comes to. */
export type Verdict =
  | { readonly kind: 'keep'; readonly why: 'already' | 'unbounded'; readonly site: Site }
  | {
      readonly kind: 'raise'
      readonly site: Site
      readonly dialect: Dialect
      readonly demands: readonly Demand[]
      /** All parts of the whole constraint before the edit. */
      readonly before: readonly string[]
      /** Properties that would replace the version if they were given from outside, as no file defines them. */
      readonly absent?: readonly string[]
    }
  | { readonly kind: 'local'; readonly what: string; readonly site: Site }
  | { readonly kind: 'managed'; readonly by: string; readonly site: Site }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }

/** Judges one declaration of the package; a template gives one verdict for each way its variables can be read. */
export function judge(site: Site, change: Change, variables: Variables): readonly Verdict[] {
  const { value } = site.declaration
  switch (value.kind) {
    case 'name':
      return []
    case 'local':
      return [{ kind: 'local', what: value.what, site }]
    case 'managed':
      return [{ kind: 'managed', by: value.by, site }]
    case 'opaque':
      if (value.reason === 'hash-pinned') return [judgeHashPinned(site, value, change)]
      return [refuse(site, value.reason, ended(value.detail), value.hint ?? 'Raise the version there by hand.')]
    case 'literal': {
      const home = variables.builtHere(site)
      if (home && home !== site.file) return [{ kind: 'local', what: `the project in ${home.path}`, site }]
      return [judgeLiteral(site, site, value, value.dialect, change)]
    }
    case 'template': {
      const expansions = variables.expand(site)
      if ('code' in expansions) return [{ kind: 'refuse', refusal: expansions }]
      const absent = variables.absent(site)
      return expansions.map((leaves) => withAbsent(judgeLeaves(site, leaves, value.dialect, change), absent))
    }
    case 'joint': {
      const expansions = variables.expandJoint(site, value)
      if ('code' in expansions) return [{ kind: 'refuse', refusal: expansions }]
      const absent = variables.absent(site)
      return expansions.map((members) => withAbsent(judgeJoint(site, members, value, change), absent))
    }
  }
}

function withAbsent(verdict: Verdict, absent: readonly string[]): Verdict {
  return verdict.kind === 'raise' && absent.length > 0 ? { ...verdict, absent } : verdict
}

/** Pinned by hashes: nothing to do when the version is safe, else raised only together with hashes that the caller gave. */
function judgeHashPinned(site: Site, { detail, hint }: Opaque, change: Change): Verdict {
  const unpinned = withoutHashes(site)
  const verdict = unpinned && judgeLiteral(site, site, unpinned.value, unpinned.value.dialect, change)
  if (verdict && verdict.kind !== 'raise') return verdict
  const { text } = site.file
  const { hashes } = unpinned ?? {}
  const written = hashes && change.hashes?.length ? writeHashes(text, hashes, change.hashes) : undefined
  if (!verdict || !hashes || written === undefined) {
    return refuse(site, 'hash-pinned', ended(detail), hint ?? 'Regenerate the file, or give the new hashes.')
  }
  const before = text.slice(hashes.start, hashes.end)
  if (written === before) return verdict
  return { ...verdict, demands: [...verdict.demands, { site, span: hashes, before, after: written, written }] }
}

function judgeLeaves(site: Site, leaves: readonly Leaf[], dialect: Dialect, change: Change): Verdict {
  const [only] = leaves
  if (only && leaves.length === 1) return judgeLiteral(site, only.site, only.value, dialect, change)
  const parts = leaves.map(({ value }) => (value.parts.length === 1 ? value.parts[0] : undefined))
  if (parts.includes(undefined)) return listInside(site)
  return judgeComposed(site, leaves, parts as readonly Part[], dialect, change)
}

function listInside(site: Site): Verdict {
  const what = 'a variable in the middle of the version is a list of constraints.'
  return refuse(site, 'unsupported-constraint', what, 'Raise it by hand.')
}

/** A constraint that stands whole in one declaration: `holder`, which is a variable's when `site` refers to one. */
function judgeLiteral(site: Site, holder: Site, value: Literal, name: Dialect, change: Change): Verdict {
  const texts = value.parts.map(({ text }) => text)
  const outcome = rewrite(name, texts, change, value.slot !== undefined)
  if (outcome.kind === 'refuse') return refuse(site, outcome.code, outcome.message, outcome.hint)
  if (outcome.kind === 'keep') return { kind: 'keep', why: outcome.why, site }
  const demands: Demand[] = []
  for (const [i, part] of value.parts.entries()) {
    const after = outcome.parts[i]
    if (after === undefined) throw new Error(`${name}: the rewrite lost a part`)
    if (after !== part.text) demands.push(replacement(holder, part, after))
  }
  if (outcome.parts.length > texts.length) demands.push(addition(holder, value, outcome.parts.slice(texts.length)))
  if (demands.length === 0) throw new Error(`${name}: the rewrite changes nothing`)
  return { kind: 'raise', site, dialect: name, demands, before: texts }
}

/** One constraint of several, and the demands that make it read otherwise; undefined when nothing can. */
interface Strand {
  readonly text: string
  demandsFor(after: string): readonly Demand[] | undefined
}

function judgeJoint(site: Site, members: readonly (readonly Leaf[])[], joint: Joint, change: Change): Verdict {
  const { dialect: name, slot } = joint
  const [[only] = [], ...others] = members
  // A list that a variable holds has a place of its own for a further constraint.
  if (only?.value.slot && members[0]?.length === 1 && others.length === 0) {
    return judgeLiteral(site, only.site, only.value, name, change)
  }
  const strands = members.flatMap((leaves) => strandsOf(leaves) ?? [])
  if (strands.length < members.length) return listInside(site)
  const before = strands.map(({ text }) => text)
  const outcome = rewrite(name, before, change, slot !== undefined)
  if (outcome.kind === 'refuse') return refuse(site, outcome.code, outcome.message, outcome.hint)
  if (outcome.kind === 'keep') return { kind: 'keep', why: outcome.why, site }
  const { texts, added } = inPlace(before, outcome.parts)
  const demands = strands.map((strand, i) => {
    const after = texts[i] ?? strand.text
    return after === strand.text ? [] : strand.demandsFor(after)
  })
  if (demands.includes(undefined)) return notComposable(site, before.join(', '), texts.join(', '))
  const all = demands.flatMap((some) => some ?? [])
  if (added.length > 0) all.push(addition(site, joint, added))
  return { kind: 'raise', site, dialect: name, demands: all, before }
}

/** The constraints of one member: those of a variable that holds several, or one that is put together. */
function strandsOf(leaves: readonly Leaf[]): readonly Strand[] | undefined {
  const [only] = leaves
  if (only && leaves.length === 1) {
    return only.value.parts.map((part) => ({
      text: part.text,
      demandsFor: (after) => [replacement(only.site, part, after)],
    }))
  }
  const parts = leaves.map(({ value }) => (value.parts.length === 1 ? value.parts[0] : undefined))
  if (parts.includes(undefined)) return undefined
  const text = parts.map((part) => part?.text ?? '').join('')
  return [{ text, demandsFor: (after) => composedDemands(leaves, parts as readonly Part[], after) }]
}

/**
 * The order of constraints that all hold says nothing: one that is new goes to the end, so that none moves from one
 * variable to another.
 */
function inPlace(
  before: readonly string[],
  parts: readonly string[],
): { texts: readonly string[]; added: readonly string[] } {
  if (parts.length <= before.length) return { texts: parts, added: [] }
  const moved = (without: number) => parts.toSpliced(without, 1).filter((text, i) => text !== before[i]).length
  const fresh = parts.reduce((best, _, i) => (moved(i) <= moved(best) ? i : best), 0)
  return { texts: parts.toSpliced(fresh, 1), added: parts.slice(fresh, fresh + 1) }
}

function judgeComposed(
  site: Site,
  leaves: readonly Leaf[],
  parts: readonly Part[],
  name: Dialect,
  change: Change,
): Verdict {
  const whole = parts.map(({ text }) => text).join('')
  const outcome = rewrite(name, [whole], change, false)
  if (outcome.kind === 'refuse') return refuse(site, outcome.code, outcome.message, outcome.hint)
  if (outcome.kind === 'keep') return { kind: 'keep', why: outcome.why, site }
  const [wanted] = outcome.parts
  const demands =
    outcome.parts.length === 1 && wanted !== undefined ? composedDemands(leaves, parts, wanted) : undefined
  if (!demands) return notComposable(site, whole, wanted ?? change.to)
  return { kind: 'raise', site, dialect: name, demands, before: [whole] }
}

function composedDemands(
  leaves: readonly Leaf[],
  parts: readonly Part[],
  wanted: string,
): readonly Demand[] | undefined {
  const stretches = leaves.map(({ origin }, i) => ({ origin, text: parts[i]?.text ?? '' }))
  const texts = compose(stretches, wanted)
  return (
    texts &&
    leaves.flatMap(({ site: holder }, i) => {
      const part = parts[i]
      const after = texts[i]
      return part && after !== undefined && after !== part.text ? [replacement(holder, part, after)] : []
    })
  )
}

function notComposable(site: Site, whole: string, wanted: string): Verdict {
  return refuse(
    site,
    'unsupported-constraint',
    `the version "${whole}" is put together from variables and text, and "${wanted}" does not fit that pattern.`,
    'Raise the variables by hand, or write the version in one piece.',
  )
}

function rewrite(name: Dialect, parts: readonly string[], change: Change, canAppend: boolean): Rewrite {
  const dialect = dialects[name]
  if (!dialect) {
    const hint = 'Raise the version by hand.'
    return { kind: 'refuse', code: 'unsupported-constraint', message: `no grammar for ${name} constraints.`, hint }
  }
  const to = asSpelled(dialect, parts, change.to)
  return notAVersion(dialect, to) ?? dialect.rewrite(parts, to, { strictFloor: change.strictFloor ?? false, canAppend })
}

/**
 * `v1.5` where the ecosystem writes 1.5, and the other way round where a `v` matters to the order and the manifest has it
 * (tags that JitPack serves).
 */
function asSpelled(dialect: ConstraintDialect, parts: readonly string[], to: string): string {
  const bare = to.replace(/^v(?=\d)/i, '')
  const same = dialect.isVersion(to) && dialect.compare(to, bare) === 0
  const prefixed = parts.length > 0 && parts.every((part) => /^v\d/.test(part.trim()))
  if (bare !== to) return !same && !prefixed && dialect.isVersion(bare) ? bare : to
  const tagged = `v${to}`
  return prefixed && dialect.isVersion(tagged) && dialect.compare(tagged, to) !== 0 ? tagged : to
}

function notAVersion(dialect: ConstraintDialect, to: string): Rewrite | undefined {
  // The text goes into a manifest: whatever a dialect thinks of it, a quote or a line break must not.
  if (/^[\w.+!~-]+$/.test(to) && [to, `v${to}`, withThreeNumbers(to)].some((text) => dialect.isVersion(text)))
    return undefined
  return {
    kind: 'refuse',
    code: 'unsupported-constraint',
    message: `the safe version "${to.slice(0, 60)}" is not a version of this ecosystem.`,
    hint: 'Give one exact version as the safe version.',
  }
}

function replacement(site: Site, part: Part, after: string): Demand {
  return { site, span: part.span, before: part.text, after, written: part.write?.(after) ?? after }
}

function addition(site: Site, { slot, dialect }: Literal | Joint, added: readonly string[]): Demand {
  const [after] = added
  if (!slot || after === undefined || added.length > 1) throw new Error(`${dialect}: no place for a further part`)
  return { site, span: { start: slot.at, end: slot.at }, before: '', after, written: slot.open + after + slot.close }
}

function refuse(site: Site, code: Refusal['code'], what: string, hint: string): Verdict {
  const { file, declaration } = site
  const line = file.lineAt(declaration.at)
  const message = `${file.path}:${line} (${declaration.group}): ${what}`
  return { kind: 'refuse', refusal: { code, message, hint, path: file.path, line } }
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import { type Bound, type ClauseGrammar, hasFloorOf, isBelow, isEmpty, raiseClauses, within } from './clauses.ts'
import { type ComposerClause, readClause } from './composer-clauses.ts'
import { compareComposer, compareComposerTexts, readComposer, stabilityOf } from './composer-order.ts'
import {
  already,
  bareName,
  excludedByAuthor,
  longestConstraint,
  notAVersion,
  proved,
  unbounded,
  unsupported,
  write,
} from './outcome.ts'

/**
 * Composer's constraints: clauses joined by comma or space, groups of them by `||` or `|`. As in a root package with
 * the default `minimum-stability`, unstable versions count only where the constraint names a stability.
 */
export const composer: ConstraintDialect = {
  dialect: 'composer',
  isVersion,
  compare: compareComposerTexts,
  admits,
  rewrite,
}

const grammar: ClauseGrammar = { compare: compareComposerTexts, joiner: ',' }

/** Clauses joined by AND. `separator` stands before the group. */
interface Group {
  readonly separator: string
  readonly text: string
  readonly clauses: readonly ComposerClause[]
}

function isVersion(text: string): boolean {
  return /^[0-9A-Za-z._+-]+$/.test(text) && readComposer(text) !== undefined
}

/** Reads a constraint; undefined when it is not one, or names a branch. Offsets of clauses are within their group. */
function readGroups(constraint: string): readonly Group[] | undefined {
  if (constraint.length > longestConstraint) return undefined
  const pieces = constraint.split(/(\|{1,2})/)
  const groups: Group[] = []
  let pending = ''
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) {
      pending += piece
      continue
    }
    const text = piece.trim()
    const start = piece.length - piece.trimStart().length
    const clauses = readClauses(text)
    if (clauses === undefined) return undefined
    groups.push({ separator: pending + piece.slice(0, start), text, clauses })
    pending = piece.slice(start + text.length)
  }
  return groups
}

const separator = /\s*,\s*|\s+/y

function readClauses(text: string): readonly ComposerClause[] | undefined {
  const clauses: ComposerClause[] = []
  let at = 0
  for (;;) {
    const clause = readClause(text, at)
    if (clause === undefined) return undefined
    clauses.push(clause)
    at = clause.end
    if (at === text.length) return clauses
    separator.lastIndex = at
    const found = separator.exec(text)
    if (found === null) return undefined
    at += found[0].length
  }
}

function admits(parts: readonly string[], version: string): boolean {
  const candidate = isVersion(version) ? readComposer(version) : undefined
  return candidate !== undefined && parts.every((part) => admitsOne(part, version, stabilityOf(candidate)))
}

function admitsOne(part: string, version: string, stability: number): boolean {
  const groups = readGroups(part)
  if (groups === undefined) return false
  if (leastStable(groups) > stability) return false
  return groups.some((group) => group.clauses.every((clause) => isMet(clause, version)))
}

const stable = 4

/** The least stable versions that count: as flagged, else as named, else only stable ones. */
function leastStable(groups: readonly Group[]): number {
  const clauses = groups.flatMap((group) => group.clauses)
  const flags = clauses.flatMap(({ flag }) => flag ?? [])
  return Math.min(stable, ...(flags.length > 0 ? flags : clauses.map(({ named }) => named)))
}

function isMet(clause: ComposerClause, version: string): boolean {
  if (clause.except !== undefined) return compareComposerTexts(clause.except, version) !== 0
  const { from } = clause
  return within(from === undefined ? clause : { ...clause, lower: from }, version, grammar)
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  const target = isVersion(safe) ? readComposer(safe) : undefined
  if (target === undefined) return notAVersion(safe)
  const written = safe.replace(/^v/i, '').replace(/\+.*$/, '')
  const [part, ...others] = parts
  if (part === undefined) return bareName(options, `>=${written}`)
  if (others.length > 0) return unsupported(parts.join(' '), 'is several constraints where Composer takes one')
  // `>=1.5` and `^1.5` start at the development versions of 1.5, which no notation shuts out under a stability flag.
  const except = (version: string) => {
    const probe = readComposer(version)
    const released = { ...target, stability: 'stable', counters: [], dev: true } as const
    return target.stability === 'stable' && !target.dev && probe !== undefined && compareComposer(probe, released) >= 0
  }
  return proved({ dialect: composer, rewriteOne, except }, part, written, options)
}

function rewriteOne(part: string, safe: string, { strictFloor }: RewriteOptions): Rewrite {
  const groups = groupsFor(part, safe)
  if (groups === undefined) return unsupported(part, 'names a branch or is not a constraint of Composer')
  if (groups.some(({ clauses }) => isEmpty(clauses, grammar)))
    return unsupported(part, 'has a part that admits no version')
  if (!strictFloor && groups.some(({ clauses }) => clauses.every(({ kind }) => kind === 'any'))) return unbounded
  if (groups.every(({ clauses }) => hasFloorOf(clauses, safe, grammar))) return already
  const kept = keptGroups(groups, safe)
  if (kept === undefined || isLeftOut(kept, safe)) return excludedByAuthor(part, safe)
  const raised = kept.map((group) => raisedGroup(group, safe))
  if (raised.includes(undefined)) return unsupported(part, 'has a part that cannot be raised')
  const lead = groups[0]?.separator ?? ''
  const trail = part.slice(part.trimEnd().length)
  return write(lead + kept.map(({ separator: before }, at) => (at === 0 ? '' : before) + raised[at]).join('') + trail)
}

/**
 * The groups as far as safe is concerned. `>=1.5` is the floor of 1.5, although it starts at 1.5.0.0-dev; but where safe
 * is a pre-release and the constraint admits such, what it really starts at counts.
 */
function groupsFor(part: string, safe: string): readonly Group[] | undefined {
  const groups = readGroups(part)
  const target = readComposer(safe)
  if (groups === undefined || target === undefined || stabilityOf(target) === stable) return groups
  if (leastStable(groups) === stable) return groups
  const real = (clause: ComposerClause) => (clause.from === undefined ? clause : { ...clause, lower: clause.from })
  return groups.map((group) => ({ ...group, clauses: group.clauses.map(real) }))
}

/**
 * The groups that stay: all that are not wholly below safe; where none of them holds safe, also the highest below, to be
 * moved up to it. Undefined when the author left out safe itself (`<1.5 || >1.5`).
 */
function keptGroups(groups: readonly Group[], safe: string): readonly Group[] | undefined {
  const below = groups.filter(({ clauses }) => isBelow(clauses, safe, grammar))
  const staying = groups.filter((group) => !below.includes(group))
  const [first] = below
  if (first === undefined || staying.some((group) => isHolding(group, safe))) return staying
  if (staying.some(({ clauses }) => clauses.some(({ lower }) => lower !== undefined && isJustAbove(lower, safe))))
    return undefined
  const highest = below.reduce((a, b) => (isHigher(b, a) ? b : a), first)
  return groups.filter((group) => group === highest || staying.includes(group))
}

function isHolding({ clauses }: Group, safe: string): boolean {
  return !hasFloorOf(clauses, safe, grammar) || clauses.every((clause) => within(clause, safe, grammar))
}

function isJustAbove({ version, inclusive }: Bound, safe: string): boolean {
  return !inclusive && compareComposerTexts(version, safe) === 0
}

function isHigher(a: Group, b: Group): boolean {
  return compareComposerTexts(topOf(a), topOf(b)) > 0
}

function topOf({ clauses }: Group): string {
  const tops = clauses.flatMap(({ upper }) => upper?.version ?? [])
  return tops.reduce((a, b) => (compareComposerTexts(a, b) < 0 ? a : b), tops[0] ?? '')
}

function isLeftOut(groups: readonly Group[], safe: string): boolean {
  return groups.every(({ clauses }) =>
    clauses.some(({ except }) => except !== undefined && compareComposerTexts(except, safe) === 0),
  )
}

function raisedGroup({ text, clauses }: Group, safe: string): string | undefined {
  if (hasFloorOf(clauses, safe, grammar)) return text
  const anyOnly = clauses.every(({ kind }) => kind === 'any')
  return anyOnly ? clauses[0]?.raised(safe, ',') : raiseClauses(text, clauses, safe, grammar)
}

import * as rubySemver from '@renovatebot/ruby-semver'
import type { ConstraintDialect, RewriteOptions } from '../format.ts'
import {
  applyEdits,
  type Clause,
  type ClauseRaising,
  conjunctionEdits,
  type RaisedClause,
  type RaisedConjunction,
  type Role,
  raiseConjunction,
} from './conjunction.ts'
import {
  compareGemKeys,
  type GemKey,
  type GemVersion,
  gemSets,
  parseGemVersion,
  requirementSet,
} from './gem-version.ts'
import type { VersionSet } from './interval.ts'
import { fitsIn, raisedCeiling } from './release.ts'
import { type RewritingGrammar, readShort, rewriteBy } from './rewriting.ts'

/** One requirement, `>= 7.0`, in the part with that index. */
interface Requirement extends Clause {
  readonly part: number
  readonly op: string
  readonly gap: string
  readonly version: GemVersion
  readonly set: VersionSet<GemKey>
}

interface GemReading {
  readonly parts: readonly string[]
  readonly requirements: readonly Requirement[]
  readonly set: VersionSet<GemKey>
}

const REQUIREMENT = /\s*(=|!=|~>|>=|<=|>|<|)(\s*)(\d[0-9A-Za-z.-]*)\s*(?:,|$)/y
const ROLES: Readonly<Record<string, Role>> = {
  '!=': 'not',
  '~>': 'span',
  '>': 'lower',
  '>=': 'lower',
  '<': 'upper',
  '<=': 'upper',
}

function isVersion(text: string): boolean {
  return parseGemVersion(text) !== undefined
}

function compare(a: string, b: string): number {
  const x = parseGemVersion(a)
  const y = parseGemVersion(b)
  if (x && y) return compareGemKeys(x.key, y.key)
  return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b)
}

function read(parts: readonly string[]): GemReading | undefined {
  const requirements: Requirement[] = []
  for (const [part, text] of parts.entries()) {
    if (text.trim() === '' && parts.length === 1) break
    const found = readPart(text, part)
    if (!found) return undefined
    requirements.push(...found)
  }
  const set = requirements.reduce((all, { set: own }) => gemSets.and(all, own), gemSets.all)
  return { parts, requirements, set }
}

function readPart(text: string, part: number): Requirement[] | undefined {
  const found: Requirement[] = []
  for (let at = 0; at < text.length; at = REQUIREMENT.lastIndex) {
    REQUIREMENT.lastIndex = at
    const match = REQUIREMENT.exec(text)
    const [whole = '', op = '', gap = '', token = ''] = match ?? []
    const version = parseGemVersion(token)
    if (!match || !version) return undefined
    const start = at + whole.length - whole.trimStart().length
    const end = start + op.length + gap.length + token.length
    found.push({ part, start, end, op, gap, version, role: ROLES[op] ?? 'pin', set: requirementSet(op, version) })
  }
  return found.length === 0 || text.trimEnd().endsWith(',') ? undefined : found
}

function raise({ parts, requirements }: GemReading, safeText: string, { canAppend }: RewriteOptions) {
  const safe = parseGemVersion(safeText)
  if (!safe) return undefined
  const raised = raiseConjunction(requirements, raisingTo(safe))
  const tight = requirements.some(({ op, gap }) => op !== '' && gap === '')
  return writeParts(parts, requirements, raised, `>=${tight ? '' : ' '}${safe.text}`, canAppend)
}

function raisingTo(safe: GemVersion): ClauseRaising<Requirement> {
  return {
    holds: ({ set }) => gemSets.has(set, safe.key),
    leaks: ({ set }) => gemSets.below(set, safe.key).length > 0,
    higher: (a, b) => compareGemKeys(a.version.key, b.version.key) > 0,
    raise: (requirement) => raiseRequirement(requirement, safe),
  }
}

/**
 * The parts with their requirements raised. A floor joins a part that already lists several requirements; otherwise it
 * becomes a string of its own, and the strings behind it move along by one into the slot.
 */
function writeParts(
  parts: readonly string[],
  requirements: readonly Requirement[],
  raised: RaisedConjunction,
  floor: string,
  canAppend: boolean,
): readonly string[] | undefined {
  const { floorAt } = raised
  const beside = floorAt === undefined ? undefined : (requirements[floorAt] ?? requirements.at(-1))
  const inPart = beside && requirements.filter(({ part }) => part === beside.part).length > 1
  const out = parts.map((text, part) => {
    const own = requirements.filter((requirement) => requirement.part === part)
    const first = requirements.findIndex((requirement) => requirement.part === part)
    const texts = raised.texts.slice(first, first + own.length)
    const here = inPart && beside.part === part && floorAt !== undefined ? { floorAt: floorAt - first } : {}
    return applyEdits(text, conjunctionEdits(own, { texts, ...here }, floor, ', '))
  })
  if (!beside || inPart) return out
  if (!canAppend) return undefined
  return out.toSpliced(floorAt === requirements.length ? out.length : beside.part, 0, floor)
}

function raiseRequirement({ role, op, gap, version }: Requirement, safe: GemVersion): RaisedClause {
  if (role === 'lower') return { text: `>=${gap}${safe.text}`, exact: true }
  if (role === 'pin') return { text: `${op}${gap}${safe.text}`, exact: true }
  if (role === 'upper') return { text: `${op}${gap}${ceiling(op === '<=', version, safe)}`, exact: false }
  // `~>` bounds by its number of segments: safe is cut or padded to as many, and a floor makes up for what is cut.
  const length = version.numbers.length
  const exact = fitsIn(safe.numbers, length)
  const segments = Array.from({ length }, (_, i) => safe.segments[i] ?? '0')
  return { text: `${op}${gap}${segments.join('.')}${exact ? safe.suffix : ''}`, exact }
}

function ceiling(closed: boolean, old: GemVersion, safe: GemVersion): string {
  const reaches = (candidate: readonly number[]) => compareGemKeys(candidate, safe.key) >= 0
  const raised = raisedCeiling(old.numbers, safe.numbers, closed, reaches)
  const lowest = !closed && /^[.-](?:a|alpha|dev|pre)0?$/.test(old.suffix)
  return `${raised.join('.')}${lowest ? old.suffix : ''}`
}

function withKey<T>(text: string, then: (key: GemKey) => T, otherwise: T): T {
  const version = parseGemVersion(text)
  return version ? then(version.key) : otherwise
}

function evaluate({ requirements }: GemReading, version: string): boolean {
  return requirements.every(({ op, version: bound }) => rubySemver.satisfies(version, `${op} ${bound.text}`))
}

function admits(parts: readonly string[], version: string): boolean {
  const reading = readShort(grammar, parts)
  return reading !== undefined && isVersion(version) && evaluate(reading, version)
}

/** The versions named and their neighbours: a segment down, one segment more, the usual prereleases. */
function probes({ requirements }: GemReading, safe: string): string[] {
  const named = [...requirements.map(({ version }) => version), parseGemVersion(safe)].filter((v) => v !== undefined)
  return named.flatMap(({ text, numbers }) => {
    const plain = numbers.join('.')
    const down = numbers.flatMap((n, i) => (n > 0 ? [[...numbers.slice(0, i), n - 1, 999].join('.')] : []))
    return [text, plain, `${plain}.a`, `${plain}.rc1`, `${plain}.pre`, `${plain}.0.1`, ...down, '0', '0.a']
  })
}

const grammar: RewritingGrammar<GemReading> = {
  dialect: 'gem',
  isVersion,
  compare,
  read,
  isUnbounded: ({ requirements }) => requirements.length === 0,
  isEmpty: ({ set }) => set.length === 0,
  leaks: ({ set }, safe) => withKey(safe, (key) => gemSets.below(set, key).length > 0, true),
  holds: ({ set }, safe) => withKey(safe, (key) => gemSets.has(set, key), false),
  excludes: ({ requirements }, safe) =>
    withKey(safe, (key) => requirements.some(({ role, set }) => role === 'not' && !gemSets.has(set, key)), false),
  floorParts: (parts, safe, { canAppend }) => (parts.length === 0 && !canAppend ? undefined : [`>= ${safe}`]),
  raise,
  evaluate,
  probes,
}

/** `gem` is the dialect of Gemfiles and gemspecs: one requirement a string, or several joined by commas. */
export const gem: ConstraintDialect = {
  dialect: 'gem',
  isVersion,
  compare,
  admits,
  rewrite: (parts, safe, options) => rewriteBy(grammar, parts, safe, options),
}

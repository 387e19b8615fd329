/** Reads npm ranges: alternatives of comparators, each with its place in the text and the versions it admits. */
import semver from 'semver'
import type { Clause, Role, Stretch } from './conjunction.ts'
import { type VersionSet, versionSets } from './interval.ts'

/** Sets of versions under SemVer's precedence. */
export const npmSets = versionSets<semver.SemVer>((a, b) => a.compare(b))

/** A version token, maybe partial: `v1.2.x` has the numbers `[1, 2]` and `v` in front. */
export interface NpmToken {
  readonly v: string
  readonly numbers: readonly number[]
  /** The `.x` or `.*` that followed, as written. */
  readonly wild: string
  /** With its `-`; empty for none. */
  readonly prerelease: string
}

/** One comparator. `to` is the right side of a hyphen range, whose dash is kept in `dash`. */
export interface NpmClause extends Clause {
  readonly op: string
  readonly gap: string
  readonly token: NpmToken
  readonly dash?: string
  readonly to?: NpmToken
  readonly set: VersionSet<semver.SemVer>
}

/** One side of `||`: its comparators, all of which must hold, and what they admit together. */
export interface NpmAlternative extends Stretch {
  readonly clauses: readonly NpmClause[]
  readonly set: VersionSet<semver.SemVer>
  readonly any: boolean
}

const COMPARATOR = /(\^|~>|~=|~|<=|>=|<|>|=)?([ \t\r\n]*)/y
const TOKEN =
  /(v?)(\d+|[xX*])(?:\.(\d+|[xX*])(?:\.(\d+|[xX*])(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?)?)?(?=[\s|]|$)/y
const DASH = /[ \t\r\n]+-[ \t\r\n]+/y
/** Beyond fifteen digits a segment cannot be counted up with certainty. */
export const LONG_NUMBER = /\d{16}/
const SPACE = /[ \t\r\n]*/y

/** `parseNpm` gives the alternatives of a range, or undefined when npm would not read it as a range. */
export function parseNpm(text: string): NpmAlternative[] | undefined {
  if (semver.validRange(text) === null) return undefined
  const alternatives: NpmAlternative[] = []
  for (let at = 0; at <= text.length; ) {
    const bar = text.indexOf('||', at)
    const end = bar < 0 ? text.length : bar
    const clauses = comparators(text.slice(0, end), at)
    if (!clauses) return undefined
    alternatives.push(alternative(clauses, at))
    if (bar < 0) break
    at = bar + 2
  }
  return alternatives
}

function alternative(clauses: NpmClause[], at: number): NpmAlternative {
  const set = clauses.reduce((all, clause) => npmSets.and(all, clause.set), npmSets.all)
  const any = clauses.every(({ role, set: own }) => role === 'any' && own.length > 0)
  return { start: clauses[0]?.start ?? at, end: clauses.at(-1)?.end ?? at, clauses, set, any }
}

function comparators(text: string, from: number): NpmClause[] | undefined {
  const clauses: NpmClause[] = []
  let at = skip(SPACE, text, from)
  while (at < text.length) {
    const clause = hyphenRange(text, at) ?? comparator(text, at)
    if (!clause) return undefined
    clauses.push(clause)
    at = skip(SPACE, text, clause.end)
  }
  const hyphens = clauses.some(({ to }) => to !== undefined)
  return hyphens && clauses.length > 1 ? undefined : clauses
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(text)
  return Math.max(at, pattern.lastIndex)
}

function tokenAt(text: string, at: number): { token: NpmToken; end: number } | undefined {
  TOKEN.lastIndex = at
  const match = TOKEN.exec(text)
  if (!match || LONG_NUMBER.test(match[0])) return undefined
  const segments = [match[2], match[3], match[4]].filter((s) => s !== undefined)
  const firstWild = segments.findIndex((s) => !/^\d/.test(s))
  const numbers = (firstWild < 0 ? segments : segments.slice(0, firstWild)).map(Number)
  const wild =
    firstWild < 0
      ? ''
      : segments
          .slice(firstWild)
          .map((s, i) => (firstWild + i ? `.${s}` : s))
          .join('')
  const prerelease = numbers.length === 3 ? (match[5] ?? '') : ''
  return { token: { v: match[1] ?? '', numbers, wild, prerelease }, end: TOKEN.lastIndex }
}

function hyphenRange(text: string, start: number): NpmClause | undefined {
  const from = tokenAt(text, start)
  if (!from) return undefined
  DASH.lastIndex = from.end
  const dash = DASH.exec(text)?.[0]
  const to = dash === undefined ? undefined : tokenAt(text, from.end + dash.length)
  if (dash === undefined || !to) return undefined
  const set = npmSets.and(comparatorSet('>=', from.token), comparatorSet('<=', to.token))
  const role: Role = from.token.numbers.length + to.token.numbers.length === 0 ? 'any' : 'span'
  return { start, end: to.end, role, op: '', gap: '', token: from.token, dash, to: to.token, set }
}

function comparator(text: string, start: number): NpmClause | undefined {
  COMPARATOR.lastIndex = start
  const match = COMPARATOR.exec(text)
  const found = match && tokenAt(text, COMPARATOR.lastIndex)
  if (!match || !found) return undefined
  const op = match[1] ?? ''
  const { token, end } = found
  return { start, end, role: roleOf(op, token), op, gap: match[2] ?? '', token, set: comparatorSet(op, token) }
}

function roleOf(op: string, token: NpmToken): Role {
  if (token.numbers.length === 0) return 'any'
  if (op.startsWith('>')) return 'lower'
  if (op.startsWith('<')) return 'upper'
  return op.startsWith('^') || op.startsWith('~') || token.numbers.length < 3 ? 'span' : 'pin'
}

/** `comparatorSet` is what one comparator admits by order, leaving npm's rule about prereleases aside. */
export function comparatorSet(op: string, token: NpmToken): VersionSet<semver.SemVer> {
  const { numbers, prerelease } = token
  if (numbers.length === 0) return op === '<' || op === '>' ? [] : npmSets.all
  const low = versionOf(numbers, prerelease)
  const partial = numbers.length < 3
  const after = ceilingOf(numbers, numbers.length)
  if (op === '>=') return atLeast(low)
  if (op === '>') return partial ? npmSets.from(versionOf(bumped(numbers, numbers.length))) : npmSets.from(low, 'open')
  if (op === '<') return npmSets.upTo(partial ? versionOf(numbers, '-0') : low)
  if (op === '<=') return partial ? npmSets.upTo(after) : npmSets.upTo(low, 'closed')
  if (op === '^') return between(low, ceilingOf(numbers, caretPlace(numbers)))
  if (op.startsWith('~')) return between(low, ceilingOf(numbers, Math.min(2, numbers.length)))
  return partial ? between(low, after) : npmSets.only(low)
}

/** To npm `>=0.0.0` says nothing, not even that `0.0.0-0` is below it. */
function atLeast(low: semver.SemVer): VersionSet<semver.SemVer> {
  return low.version === '0.0.0' ? npmSets.all : npmSets.from(low)
}

function between(low: semver.SemVer, high: semver.SemVer): VersionSet<semver.SemVer> {
  return npmSets.and(atLeast(low), npmSets.upTo(high))
}

/** The number of leading segments a caret holds fast: up to the first that is not zero, or all that are written. */
function caretPlace(numbers: readonly number[]): number {
  const first = numbers.findIndex((n) => n !== 0)
  return first < 0 ? numbers.length : first + 1
}

function bumped(numbers: readonly number[], place: number): number[] {
  return numbers.slice(0, place).map((n, i) => (i === place - 1 ? n + 1 : n))
}

function ceilingOf(numbers: readonly number[], place: number): semver.SemVer {
  return versionOf(bumped(numbers, place), '-0')
}

/** `versionOf` pads numbers to a whole version. */
export function versionOf(numbers: readonly number[], prerelease = ''): semver.SemVer {
  const [major = 0, minor = 0, patch = 0] = numbers
  return new semver.SemVer(`${major}.${minor}.${patch}${prerelease}`)
}

/**
 * `lowestAdmitted` is the lowest version an alternative admits under npm's own rule, by which a prerelease counts only
 * where a comparator names a prerelease of the same three numbers. Undefined when nothing is admitted.
 */
export function lowestAdmitted({ clauses, set }: NpmAlternative): semver.SemVer | undefined {
  const lo = set[0]?.lo
  const candidates = [lo ? nextRelease(lo.at, lo.side) : versionOf([0])]
  for (const { token, to } of clauses) {
    for (const { numbers, prerelease } of to ? [token, to] : [token]) {
      if (prerelease) candidates.push(lowestPrerelease(versionOf(numbers), lo?.at, lo?.side))
    }
  }
  const admitted = candidates.filter((v) => npmSets.has(set, v))
  return admitted.sort((a, b) => a.compare(b))[0]
}

function nextRelease(at: semver.SemVer, side: -1 | 1): semver.SemVer {
  const release = [at.major, at.minor, at.patch]
  return versionOf(at.prerelease.length > 0 || side === -1 ? release : bumped(release, 3))
}

function lowestPrerelease(
  release: semver.SemVer,
  lo: semver.SemVer | undefined,
  side: -1 | 1 | undefined,
): semver.SemVer {
  const first = new semver.SemVer(`${release.version}-0`)
  if (lo?.compareMain(release) !== 0 || lo.prerelease.length === 0) return first
  return side === 1 ? new semver.SemVer(`${lo.version}.0`) : lo
}

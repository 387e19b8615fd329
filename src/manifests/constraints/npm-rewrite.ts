import type { SemVer } from 'semver'
import {
  applyEdits,
  type ClauseRaising,
  conjunctionEdits,
  type Fate,
  fates,
  type RaisedClause,
  raiseConjunction,
  withoutDropped,
} from './conjunction.ts'
import type { VersionSet } from './interval.ts'
import {
  comparatorSet,
  lowestAdmitted,
  type NpmAlternative,
  type NpmClause,
  type NpmToken,
  npmSets,
  versionOf,
} from './npm-parse.ts'
import { raisedCeiling } from './release.ts'

/** `raiseRange` writes an npm range anew so that its lowest version is `safe`, in the author's own style. */
export function raiseRange(text: string, alternatives: readonly NpmAlternative[], safe: SemVer): string {
  const fate = fates(alternatives.map((one, i) => seen(one, alternatives, i, safe)))
  const edits = alternatives.flatMap((one, i) => (fate[i] === 'raise' ? raiseAlternative(one, safe) : []))
  return withoutRepeats(applyEdits(text, [...edits, ...withoutDropped(alternatives, fate)]), fate)
}

function seen(one: NpmAlternative, all: readonly NpmAlternative[], index: number, safe: SemVer) {
  const lowest = lowestAdmitted(one)
  return {
    leaks: lowest !== undefined && lowest.compare(safe) < 0,
    reaches: npmSets.and(one.set, npmSets.from(safe)).length > 0,
    holds: npmSets.has(one.set, safe),
    rank: all.filter((other, i) => i !== index && before(other.set, one.set)).length,
  }
}

function before(a: VersionSet<SemVer>, b: VersionSet<SemVer>): boolean {
  const x = a.at(-1)?.hi
  const y = b.at(-1)?.hi
  return x !== undefined && (y === undefined || npmSets.compareCuts(x, y) < 0)
}

/** Two alternatives that have become the same text are one. */
function withoutRepeats(text: string, fate: readonly Fate[]): string {
  if (fate.filter((f) => f === 'raise').length < 2) return text
  const sides = text.split('||')
  const kept = sides.filter((side, i) => sides.findIndex((other) => other.trim() === side.trim()) === i)
  return kept.length === sides.length ? text : kept.join('||').trimEnd()
}

function raiseAlternative({ clauses }: NpmAlternative, safe: SemVer) {
  const raising: ClauseRaising<NpmClause> = {
    holds: ({ set }) => npmSets.has(set, safe),
    leaks: ({ set }) => npmSets.below(set, safe).length > 0,
    higher: (a, b) => {
      const x = a.set[0]?.lo
      const y = b.set[0]?.lo
      return x !== undefined && (y === undefined || npmSets.compareCuts(x, y) > 0)
    },
    raise: (clause) => raiseClause(clause, safe),
  }
  const spaced = clauses.some(({ op, gap }) => op !== '' && gap === ' ') ? ' ' : ''
  return conjunctionEdits(clauses, raiseConjunction(clauses, raising), `>=${spaced}${safe.version}`, ' ')
}

function raiseClause(clause: NpmClause, safe: SemVer): RaisedClause {
  const { role, op, gap, token } = clause
  if (clause.to) return raiseHyphen(clause, clause.to, safe)
  if (role === 'upper') return { text: `${op}${gap}${ceiling(op === '<=', token, safe)}`, exact: false }
  if (role === 'lower') return { text: `>=${gap}${token.v}${safe.version}`, exact: true }
  if (role === 'pin') return { text: `${op}${gap}${token.v}${safe.version}`, exact: true }
  return { text: raiseSpan(clause, safe), exact: true }
}

function raiseHyphen({ token, dash = ' - ', set }: NpmClause, to: NpmToken, safe: SemVer): RaisedClause {
  const text = `${to.v}${to.numbers.join('.')}${to.prerelease}${to.wild}`
  const right = npmSets.has(set, safe) || npmSets.has(comparatorSet('<=', to), safe) ? text : ceiling(true, to, safe)
  const left = `${token.v}${safe.version}`
  return { text: `${left}${dash}${right}`, exact: true }
}

function ceiling(closed: boolean, token: NpmToken, safe: SemVer): string {
  const { v, numbers, wild, prerelease } = token
  const safeNumbers = [safe.major, safe.minor, safe.patch]
  const kept = !closed && prerelease === '-0' ? '-0' : ''
  const raised = raisedCeiling(numbers, safeNumbers, closed, (candidate) =>
    npmSets.has(comparatorSet('<=', { v, numbers: candidate, wild, prerelease: '' }), safe),
  )
  return `${v}${raised.join('.')}${kept}${wild}`
}

/**
 * A range by caret, tilde or x says its ceiling by how much is written out, so the operator that keeps the old ceiling is
 * looked for. Where safe lies above, the operator is the one that fits the author's granularity.
 */
function raiseSpan({ op, gap, token, set }: NpmClause, safe: SemVer): string {
  const coarse = token.numbers.length === 1
  const natural = op === '^' ? '^' : op.startsWith('~') && !coarse ? op : coarse ? '^' : '~'
  const written = (sign: string) => `${sign}${gap}${token.v}${safe.version}`
  const full: NpmToken = { ...token, numbers: [safe.major, safe.minor, safe.patch], prerelease: prereleaseOf(safe) }
  if (token.numbers.length === 3 || !npmSets.has(set, safe)) return written(natural)
  const same = [natural, '^', '~'].find((sign) => sameCeiling(comparatorSet(sign, full), set))
  return same === undefined ? `>=${gap}${token.v}${safe.version} <${endOf(set)}` : written(same)
}

function prereleaseOf(version: SemVer): string {
  return version.prerelease.length > 0 ? `-${version.prerelease.join('.')}` : ''
}

function sameCeiling(a: VersionSet<SemVer>, b: VersionSet<SemVer>): boolean {
  const x = a.at(-1)?.hi
  const y = b.at(-1)?.hi
  return x !== undefined && y !== undefined && npmSets.compareCuts(x, y) === 0
}

function endOf(set: VersionSet<SemVer>): string {
  const end = set.at(-1)?.hi?.at
  return end ? versionOf([end.major, end.minor, end.patch]).version : ''
}

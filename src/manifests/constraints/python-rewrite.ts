import {
  applyEdits,
  type ClauseRaising,
  conjunctionEdits,
  fates,
  type RaisedClause,
  raiseConjunction,
  type TextEdit,
  withoutDropped,
} from './conjunction.ts'
import type { VersionSet } from './interval.ts'
import { comparePyKeys, finalKey, hasRelease, type PyKey, type PyVersion, pySets } from './pep440-version.ts'
import { type PyAlternative, type PyClause, type PyReading, spanSet } from './python-parse.ts'
import { fitsIn, raisedCeiling } from './release.ts'

/** `leaksBelow` is true when a set admits something below safe; prereleases count only where they are admitted. */
export function leaksBelow(set: VersionSet<PyKey>, safe: PyVersion, prereleases: boolean): boolean {
  const below = pySets.below(set, safe.publicKey)
  return prereleases ? below.length > 0 : hasRelease(below)
}

/** `alternativeFates` says which alternatives of a constraint stay, are raised, or go. */
export function alternativeFates({ alternatives, prereleases }: PyReading, safe: PyVersion) {
  return fates(
    alternatives.map(({ set }, i) => ({
      leaks: leaksBelow(set, safe, prereleases),
      reaches: pySets.and(set, pySets.from(safe.publicKey)).length > 0,
      holds: pySets.has(set, safe.key),
      rank: alternatives.filter((other, k) => k !== i && endsBefore(other.set, set)).length,
    })),
  )
}

function endsBefore(a: VersionSet<PyKey>, b: VersionSet<PyKey>): boolean {
  const x = a.at(-1)?.hi
  const y = b.at(-1)?.hi
  return x !== undefined && (y === undefined || pySets.compareCuts(x, y) < 0)
}

/** `raisePython` writes a constraint anew so that its lowest version is `safe`, in the author's own style. */
export function raisePython(reading: PyReading, safe: PyVersion): string {
  const { text, alternatives } = reading
  const fate = alternativeFates(reading, safe)
  const raised = alternatives.flatMap((one, i) => (fate[i] === 'raise' ? raiseAlternative(reading, one, safe) : []))
  return applyEdits(text, [...raised, ...withoutDropped(alternatives, fate)])
}

function raiseAlternative(reading: PyReading, { clauses }: PyAlternative, safe: PyVersion): TextEdit[] {
  const raising: ClauseRaising<PyClause> = {
    holds: ({ set }) => pySets.has(set, safe.key),
    leaks: ({ set }) => pySets.below(set, safe.publicKey).length > 0,
    higher: (a, b) => {
      const x = a.set[0]?.lo
      const y = b.set[0]?.lo
      return x !== undefined && (y === undefined || pySets.compareCuts(x, y) > 0)
    },
    raise: (clause) => {
      const raised = raiseClause(clause, safe)
      // `==2.*` begins at 2.dev0, so where prereleases are admitted it is no floor of 2.
      return clause.series && reading.prereleases && raised.text.endsWith('.*') ? { ...raised, exact: false } : raised
    },
  }
  const spaced = clauses.some(({ op, gap }) => op !== '' && gap === ' ') ? ' ' : ''
  const floor = `>=${spaced}${safe.publicText}`
  return conjunctionEdits(clauses, raiseConjunction(clauses, raising), floor, separator(reading.text, clauses, spaced))
}

/** The joint the author uses, or a comma with as much space as there is behind the operator. */
function separator(text: string, clauses: readonly PyClause[], spaced: string): string {
  const [first, second] = clauses
  const joint = first && second ? text.slice(first.end, second.start) : ''
  return /^(?: ?, ?| )$/.test(joint) ? joint : `,${spaced}`
}

function raiseClause(clause: PyClause, safe: PyVersion): RaisedClause {
  const { role, op, gap, v, version } = clause
  if (!version) return { text: '*', exact: false }
  if (role === 'upper') return { text: `${op}${gap}${v}${ceiling(op === '<=', version, safe)}`, exact: false }
  if (role === 'lower') return { text: `>=${gap}${v}${safe.publicText}`, exact: true }
  if (role === 'pin') return { text: `${op}${gap}${v}${safe.text}`, exact: true }
  if (op === '~=') return raiseCompatible(clause, version, safe)
  if (clause.series && (op !== '' || version.release.length > 2)) return raiseSeries(clause, version, safe)
  return { text: raiseOperator(clause, version, safe), exact: true }
}

function ceiling(closed: boolean, old: PyVersion, safe: PyVersion): string {
  const raised = raisedCeiling(old.release, safe.release, closed, (candidate) => {
    return comparePyKeys(finalKey(safe.epoch, candidate), safe.publicKey) >= 0
  })
  const lowest = !closed && /^[-_.]?(?:dev|a|alpha)0?$/i.test(old.suffix)
  return `${epochOf(safe)}${raised.join('.')}${lowest ? old.suffix : ''}`
}

function epochOf({ epoch }: PyVersion): string {
  return epoch === 0 ? '' : `${epoch}!`
}

function segmentsOf({ segments }: PyVersion, length: number): string {
  return Array.from({ length }, (_, i) => segments[i] ?? '0').join('.')
}

/** `~=` bounds by its number of segments, so safe is cut or padded to as many, and a floor makes up for what is cut. */
function raiseCompatible({ op, gap, v }: PyClause, old: PyVersion, safe: PyVersion): RaisedClause {
  const length = old.release.length
  const exact = fitsIn(safe.release, length)
  return { text: `${op}${gap}${v}${epochOf(safe)}${segmentsOf(safe, length)}${exact ? safe.suffix : ''}`, exact }
}

function raiseSeries({ op, gap, v, set }: PyClause, old: PyVersion, safe: PyVersion): RaisedClause {
  const length = old.release.length
  const holds = pySets.has(set, safe.key)
  const base = holds ? segmentsOf(old, length) : segmentsOf(safe, length)
  const exact = !holds && fitsIn(safe.release, length) && safe.suffix === ''
  return { text: `${op}${gap}${v}${epochOf(safe)}${base}.*`, exact }
}

/**
 * Caret, tilde and a bare `1.2.*` say their ceiling by how much is written out, so the operator that keeps the old
 * ceiling is looked for. Where safe lies above, the operator is the one that fits the author's granularity.
 */
function raiseOperator({ op, gap, v, set }: PyClause, old: PyVersion, safe: PyVersion): string {
  const natural = op === '^' || old.release.length === 1 ? '^' : '~'
  const written = (sign: string) => `${sign}${gap}${v}${safe.publicText}`
  if (!pySets.has(set, safe.key)) return written(natural)
  const same = [natural, '^', '~'].find((sign) => sameCeiling(spanSet(sign, safe), set))
  return same === undefined ? `>=${gap}${v}${safe.publicText},<${gap}${endOf(set)}` : written(same)
}

function sameCeiling(a: VersionSet<PyKey>, b: VersionSet<PyKey>): boolean {
  const x = a.at(-1)?.hi
  const y = b.at(-1)?.hi
  return x !== undefined && y !== undefined && pySets.compareCuts(x, y) === 0
}

function endOf(set: VersionSet<PyKey>): string {
  const end = set.at(-1)?.hi?.at
  return end ? `${end.epoch === 0 ? '' : `${end.epoch}!`}${end.release.join('.')}` : ''
}

import semver from 'semver'
import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import { type CargoClause, readCargo } from './cargo-clauses.ts'
import { type ClauseGrammar, hasFloorOf, isEmpty, raiseClauses, within } from './clauses.ts'
import { already, bareName, longestVersion, notAVersion, proved, unbounded, unsupported, write } from './outcome.ts'
import { compareText, withThreeNumbers } from './segments.ts'

/**
 * Cargo's version requirements: comparators joined by commas, where a bare version is a caret. A pre-release is
 * admitted only where a comparator names a pre-release of the very same version.
 */
export const cargo: ConstraintDialect = { dialect: 'cargo', isVersion, compare, admits, rewrite }

const grammar: ClauseGrammar = { compare, joiner: ', ' }
const shape = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/

/** An advisory may say `1.5` for 1.5.0. */
function parsed(version: string): semver.SemVer | null {
  const text = withThreeNumbers(version)
  return text.length <= longestVersion && shape.test(text) ? semver.parse(text) : null
}

function isVersion(text: string): boolean {
  return parsed(text) !== null
}

function compare(a: string, b: string): number {
  const left = parsed(a)
  const right = parsed(b)
  if (left === null || right === null) return left !== null ? -1 : right !== null ? 1 : compareText(a, b)
  return left.compare(right)
}

function admits(parts: readonly string[], version: string): boolean {
  const candidate = parsed(version)
  return candidate !== null && parts.every((part) => admitsAll(readCargo(part), candidate))
}

function admitsAll(clauses: readonly CargoClause[] | undefined, candidate: semver.SemVer): boolean {
  if (clauses?.every((clause) => within(clause, candidate.version, grammar)) !== true) return false
  const core = `${candidate.major}.${candidate.minor}.${candidate.patch}`
  return candidate.prerelease.length === 0 || clauses.some(({ prereleaseOf }) => prereleaseOf === core)
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  const to = parsed(safe)
  if (to === null) return notAVersion(safe)
  const [part, ...others] = parts
  // A requirement takes no build metadata.
  if (part === undefined) return bareName(options, to.version)
  if (others.length > 0) return unsupported(parts.join(' '), 'is several requirements where cargo takes one')
  return proved({ dialect: cargo, rewriteOne }, part, to.version, options)
}

function rewriteOne(part: string, safe: string, { strictFloor }: RewriteOptions): Rewrite {
  const clauses = readCargo(part)
  if (clauses === undefined) return unsupported(part, 'is not a version requirement of cargo')
  if (isEmpty(clauses, grammar)) return unsupported(part, 'admits no version at all')
  if (hasFloorOf(clauses, safe, grammar)) return already
  if (clauses.every(({ kind }) => kind === 'any'))
    return strictFloor ? write(part.replace(/\S+/, `>=${safe}`)) : unbounded
  const raised = raiseClauses(part, clauses, safe, grammar)
  return raised === undefined ? unsupported(part, 'has a comparator that cannot be raised') : write(raised)
}

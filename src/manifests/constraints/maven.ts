import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import {
  type BracketGrammar,
  hasFloor,
  isBoundless,
  isSound,
  placeOf,
  raiseBrackets,
  readBrackets,
  writeBrackets,
} from './brackets.ts'
import { compareMaven } from './maven-order.ts'
import {
  already,
  bareName,
  excludedByAuthor,
  isRevision,
  longestVersion,
  notAVersion,
  proved,
  unbounded,
  unsupported,
  write,
} from './outcome.ts'
import { compareText } from './segments.ts'

/**
 * Maven's version requirements: a plain version (a wish for exactly that one), a row of intervals, or the words
 * `LATEST` and `RELEASE`.
 */
export const maven: ConstraintDialect = { dialect: 'maven', isVersion, compare, admits, rewrite }

const grammar: BracketGrammar = { compare, isVersion }

function isVersion(text: string): boolean {
  return text.length <= longestVersion && /^[0-9A-Za-z][0-9A-Za-z._+-]*$/.test(text) && !isWord(text)
}

function isWord(text: string): boolean {
  return /^(?:latest|release)$/i.test(text)
}

function compare(a: string, b: string): number {
  const valid = isVersion(a)
  if (valid !== isVersion(b)) return valid ? -1 : 1
  return valid ? compareMaven(a, b) : compareText(a, b)
}

function admits(parts: readonly string[], version: string): boolean {
  if (!isVersion(version)) return false
  return parts.every((part) => {
    const text = part.trim()
    if (isWord(text)) return true
    if (isVersion(text)) return compare(text, version) === 0
    const row = readBrackets(part)
    return (
      row !== undefined &&
      isMavenRow(row) &&
      row.intervals.some((interval) => placeOf(version, interval, grammar) === 'inside')
    )
  })
}

/** Maven knows no turned brackets. */
function isMavenRow(row: NonNullable<ReturnType<typeof readBrackets>>): boolean {
  return isSound(row, grammar) && row.intervals.every(({ open, close }) => open !== ']' && close !== '[')
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  if (!isVersion(safe)) return notAVersion(safe)
  const [part, ...others] = parts
  if (part === undefined) return bareName(options, `[${safe},)`)
  if (others.length > 0) return unsupported(parts.join(' '), 'is several constraints where Maven takes one')
  return proved({ dialect: maven, rewriteOne }, part, safe, options)
}

function rewriteOne(part: string, safe: string, { strictFloor }: RewriteOptions): Rewrite {
  const text = part.trim()
  if (isWord(text)) return strictFloor ? write(part.replace(text, `[${safe},)`)) : unbounded
  if (isRevision(text)) return unsupported(part, 'is a commit or a branch, which has no place among versions')
  if (isVersion(text)) return compare(text, safe) >= 0 ? already : write(part.replace(text, safe))
  const row = readBrackets(part)
  if (row === undefined || !isMavenRow(row)) return unsupported(part, 'is neither a version nor a row of Maven ranges')
  if (row.intervals.some(isBoundless) && !strictFloor) return unbounded
  if (row.intervals.every((interval) => hasFloor(interval, safe, grammar))) return already
  const raised = raiseBrackets(row, safe, grammar)
  if (raised === 'gap') return excludedByAuthor(part, safe)
  if (raised === 'stuck') return unsupported(part, 'has a ceiling that does not start with a number')
  return write(writeBrackets(raised))
}

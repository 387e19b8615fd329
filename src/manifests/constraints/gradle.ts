import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import {
  type BracketedRow,
  type BracketGrammar,
  hasFloor,
  isSound,
  placeOf,
  raiseBrackets,
  readBrackets,
  writeBrackets,
} from './brackets.ts'
import { compareGradle, startsWithParts } from './gradle-order.ts'
import { raisePrefix, readPrefix } from './gradle-prefix.ts'
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
 * Gradle's version declarations: a plain version, one interval, a prefix (`1.+`), a status (`latest.release`), and the
 * short form of rich versions, `strictly!!prefer`. Several parts are the parts of one rich version, each on its own.
 */
export const gradle: ConstraintDialect = { dialect: 'gradle', isVersion, compare, admits, rewrite }

const grammar: BracketGrammar = {
  compare,
  isVersion,
  shutOut: (ceiling, version) => startsWithParts(version, ceiling),
}

function isVersion(text: string): boolean {
  return (
    text.length <= longestVersion && /^[0-9A-Za-z](?:[0-9A-Za-z._+-]*[0-9A-Za-z._-])?$/.test(text) && !isLatest(text)
  )
}

/** The newest of a status, or the newest there is. */
function isLatest(text: string): boolean {
  return text === '+' || /^latest\.|^latest$/i.test(text)
}

function compare(a: string, b: string): number {
  const valid = isVersion(a)
  if (valid !== isVersion(b)) return valid ? -1 : 1
  return valid ? compareGradle(a, b) : compareText(a, b)
}

/** One part cut at `!!`: what is demanded, and what is preferred within that. */
interface Declared {
  readonly demanded: string
  /** Undefined without `!!`; may be empty. */
  readonly preferred: string | undefined
}

function declared(part: string): Declared {
  const at = part.indexOf('!!')
  return at < 0
    ? { demanded: part, preferred: undefined }
    : { demanded: part.slice(0, at), preferred: part.slice(at + 2) }
}

function admits(parts: readonly string[], version: string): boolean {
  if (!isVersion(version)) return false
  const demands = parts.map((part) => declared(part).demanded.trim())
  const ranges = demands.filter((demand) => !isVersion(demand))
  // A plain version beside a range is what is preferred within it.
  if (ranges.length > 0) return ranges.every((range) => admitsRange(range, version))
  return demands.every((demand) => compare(demand, version) === 0)
}

function admitsRange(text: string, version: string): boolean {
  if (isLatest(text)) return true
  const prefix = readPrefix(text)
  if (prefix !== undefined) return version.startsWith(prefix.text)
  const row = readBrackets(text)
  return (
    row !== undefined && isGradleRow(row) && row.intervals.every((one) => placeOf(version, one, grammar) === 'inside')
  )
}

/** Gradle takes one interval, and writes an absent bound with a round bracket. */
function isGradleRow(row: BracketedRow): boolean {
  const [interval, ...more] = row.intervals
  if (interval === undefined || more.length > 0 || !isSound(row, grammar)) return false
  const { open, lower, upper, close } = interval
  if (upper === undefined) return true
  if (lower.version === '' && upper.version === '') return false
  return (lower.version !== '' || open === '(') && (upper.version !== '' || close === ')')
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  if (!isVersion(safe)) return notAVersion(safe)
  if (parts.length === 0) return bareName(options, `[${safe},)`)
  const ranges = parts.map((part) => (isVersion(part.trim()) ? undefined : rewritePart(part, safe, options)))
  const reached = ranges.every((range, at) => range === undefined || admits([after(range, parts[at] as string)], safe))
  const each = parts.map((part, at) => ranges[at] ?? (reached ? rewritePlain(part, safe) : already))
  const refused = each.find(({ kind }) => kind === 'refuse')
  if (refused !== undefined) return refused
  if (each.some(({ kind }) => kind === 'write')) return write(...each.map((one, at) => after(one, parts[at] as string)))
  return each.some((one) => one.kind === 'keep' && one.why === 'already') ? already : unbounded
}

/** The text of a part after its rewrite. */
function after(rewrite: Rewrite, part: string): string {
  return rewrite.kind === 'write' ? (rewrite.parts[0] as string) : part
}

function rewritePlain(part: string, safe: string): Rewrite {
  const text = part.trim()
  if (isRevision(text)) return unsupported(part, 'is a commit or a branch, which has no place among versions')
  return compare(text, safe) >= 0 ? already : write(part.replace(text, safe))
}

/** A part that is not one plain version; with `!!`, its preferred version follows as far as the demanded ones go. */
function rewritePart(part: string, safe: string, options: RewriteOptions): Rewrite {
  const { demanded, preferred } = declared(part)
  const demand = rewriteDemand(demanded, safe, options)
  if (demand.kind === 'refuse' || preferred === undefined) return demand
  const left = after(demand, demanded)
  const wanted = preferred.trim()
  if (wanted !== '' && !isVersion(wanted)) return unsupported(part, 'prefers something that is not one version')
  const behind = wanted !== '' && admits([left], safe) && compare(wanted, safe) < 0
  const whole = `${left}!!${behind ? preferred.replace(wanted, safe) : preferred}`
  return whole === part ? demand : write(whole)
}

function rewriteDemand(part: string, safe: string, options: RewriteOptions): Rewrite {
  const text = part.trim()
  if (isLatest(text) && !options.strictFloor) return unbounded
  const prefix = readPrefix(text)
  const raised = prefix === undefined ? undefined : raisePrefix(prefix, safe, options.strictFloor)
  if (raised === 'reaches') return unbounded
  if (raised !== undefined && raised !== 'already' && readPrefix(raised) !== undefined) {
    return write(part.replace(text, raised))
  }
  return proved({ dialect: gradle, rewriteOne }, part, safe, options)
}

function rewriteOne(part: string, safe: string, options: RewriteOptions): Rewrite {
  const text = part.trim()
  if (isVersion(text)) return rewritePlain(part, safe)
  if (isLatest(text)) return write(part.replace(text, `[${safe},)`))
  const prefix = readPrefix(text)
  if (prefix === undefined) return rewriteInterval(part, safe)
  const raised = raisePrefix(prefix, safe, options.strictFloor)
  if (raised === undefined) return unsupported(part, 'is a prefix that is not made of numbers')
  return raised === 'already' ? already : write(part.replace(text, raised))
}

function rewriteInterval(part: string, safe: string): Rewrite {
  const row = readBrackets(part)
  if (row === undefined || !isGradleRow(row)) return unsupported(part, 'is neither a version nor a range of Gradle')
  if (row.intervals.every((interval) => hasFloor(interval, safe, grammar))) return already
  const raised = raiseBrackets(row, safe, grammar)
  if (raised === 'gap') return excludedByAuthor(part, safe)
  if (raised === 'stuck') return unsupported(part, 'has a ceiling that does not start with a number')
  return write(writeBrackets(raised))
}

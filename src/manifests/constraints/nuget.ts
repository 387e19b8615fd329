import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import {
  type BracketedRow,
  type BracketGrammar,
  hasFloor,
  isBoundless,
  isSound,
  placeOf,
  raiseBrackets,
  readBrackets,
  writeBrackets,
} from './brackets.ts'
import {
  already,
  bareName,
  excludedByAuthor,
  longestVersion,
  notAVersion,
  proved,
  unbounded,
  unsupported,
  write,
} from './outcome.ts'
import { bump, compareDigits, compareText } from './segments.ts'

/**
 * NuGet's version ranges: a plain version (that one or anything above), one interval, or a floating version such as
 * `1.*`, which takes the highest match and is unbounded above and below its own floor.
 */
export const nuget: ConstraintDialect = { dialect: 'nuget', isVersion, compare, admits, rewrite }

const version = /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/
const floating = /^(?:(\d+(?:\.\d+){0,2})\.)?\*(-\*)?$/
const floatingLabel = /^(\d+(?:\.\d+){0,3})-([0-9A-Za-z.-]*)\*$/

const grammar: BracketGrammar = { compare, isVersion, lowest }

function isVersion(text: string): boolean {
  return text.length <= longestVersion && version.test(text)
}

function compare(a: string, b: string): number {
  const left = isVersion(a) ? version.exec(a) : null
  const right = isVersion(b) ? version.exec(b) : null
  if (left === null || right === null) return left !== null ? -1 : right !== null ? 1 : compareText(a, b)
  const [, leftNumbers = '', leftLabels] = left
  const [, rightNumbers = '', rightLabels] = right
  return compareNumbers(leftNumbers.split('.'), rightNumbers.split('.')) || compareLabels(leftLabels, rightLabels)
}

function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (const at of [0, 1, 2, 3]) {
    const order = compareDigits(a[at] ?? '0', b[at] ?? '0')
    if (order !== 0) return order
  }
  return 0
}

/** SemVer's order of pre-release labels, without regard to case; no label at all is above every label. */
function compareLabels(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const left = a.toLowerCase().split('.')
  const right = b.toLowerCase().split('.')
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareLabel(left[at] as string, right[at] as string)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareLabel(a: string, b: string): number {
  const numeric = [a, b].map((label) => /^\d+$/.test(label))
  if (numeric[0] && numeric[1]) return compareDigits(a, b)
  return Number(numeric[1]) - Number(numeric[0]) || compareText(a, b)
}

/** The floor of a floating version: `1.2.*` starts at 1.2, `1.0.0-*` at 1.0.0-0. */
function lowest(text: string): string | undefined {
  if (!text.includes('*')) return text
  const [whole, numbers, labels] = floating.exec(text) ?? []
  if (whole !== undefined) return (numbers ?? '0') + (labels === undefined ? '' : '-0')
  const [label, base, start = ''] = floatingLabel.exec(text) ?? []
  if (label === undefined) return undefined
  const release = start === '' || start.endsWith('.') ? `${start}0` : start
  return `${base}-${release}`
}

function admits(parts: readonly string[], candidate: string): boolean {
  return isVersion(candidate) && parts.every((part) => admitsOne(part, candidate))
}

function admitsOne(part: string, candidate: string): boolean {
  const text = part.trim()
  const floor = text.length <= longestVersion ? lowest(text) : undefined
  if (floor !== undefined && isVersion(floor)) return compare(candidate, floor) >= 0
  const row = readBrackets(part)
  return (
    row !== undefined && isNuGetRow(row) && row.intervals.every((one) => placeOf(candidate, one, grammar) === 'inside')
  )
}

/** NuGet takes one interval, with round or square brackets. */
function isNuGetRow(row: BracketedRow): boolean {
  const [{ open, close } = { open: '', close: '' }, ...more] = row.intervals
  return more.length === 0 && open !== ']' && close !== '[' && isSound(row, grammar)
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  if (!isVersion(safe)) return notAVersion(safe)
  const [part, ...others] = parts
  if (part === undefined) return bareName(options, safe)
  if (others.length > 0) return unsupported(parts.join(' '), 'is several constraints where NuGet takes one')
  const floated = rewriteFloating(part, safe, options)
  return floated ?? proved({ dialect: nuget, rewriteOne }, part, safe, options)
}

function rewriteOne(part: string, safe: string, { strictFloor }: RewriteOptions): Rewrite {
  const text = part.trim()
  const sunk = isFloating(text) ? sunken(text, safe) : undefined
  if (sunk !== undefined) return write(part.replace(text, sunk))
  if (isVersion(text)) return compare(text, safe) >= 0 ? already : write(part.replace(text, safe))
  const row = readBrackets(part)
  if (row === undefined || !isNuGetRow(row)) return unsupported(part, 'is neither a version nor a range of NuGet')
  if (row.intervals.some(isBoundless) && !strictFloor) return unbounded
  if (row.intervals.every((interval) => hasFloor(interval, safe, grammar))) return already
  const raised = raiseBrackets(row, safe, grammar)
  if (raised === 'gap') return excludedByAuthor(part, safe)
  if (raised === 'stuck') return unsupported(part, 'has a ceiling that does not start with a number')
  return write(writeBrackets(raised))
}

function isFloating(text: string): boolean {
  return text.length <= longestVersion && (floating.test(text) || floatingLabel.test(text))
}

/**
 * A floating version that can reach safe stays, as its author wants the newest; one that floats below safe is moved to
 * float around it. Undefined where a floor has to be written instead.
 */
function rewriteFloating(part: string, safe: string, { strictFloor }: RewriteOptions): Rewrite | undefined {
  const text = part.trim()
  if (!isFloating(text)) return undefined
  if (compare(lowest(text) ?? '', safe) >= 0) return already
  if (strictFloor) return undefined
  const [, safeNumbers = '', safeLabel] = version.exec(safe) ?? []
  const numbers = safeNumbers.split('.')
  const [numeric, prefix, labels = ''] = floating.exec(text) ?? []
  if (numeric === undefined) return rewriteFloatingLabel(part, text, safeNumbers, safeLabel)
  if (prefix === undefined) return unbounded
  const around = prefix.split('.').map((_, at) => numbers[at] ?? '0')
  if (compareNumbers(prefix.split('.'), around) === 0) return unbounded
  // Only `*-*` floats to a pre-release.
  return safeLabel === undefined ? write(part.replace(text, `${around.join('.')}.*${labels}`)) : undefined
}

/** `1.0.0-*` floats among the pre-releases of one version, `1.0.0-beta.*` among some of them. */
function rewriteFloatingLabel(part: string, text: string, numbers: string, label: string | undefined): Rewrite {
  const [, base = '', start = ''] = floatingLabel.exec(text) ?? []
  const same = compareNumbers(base.split('.'), numbers.split('.')) === 0
  if (same && (label ?? start).toLowerCase().startsWith(start.toLowerCase())) return unbounded
  if (start !== '' || label !== undefined) return unsupported(part, 'floats among pre-releases of an older version')
  return write(part.replace(text, `${numbers}-*`))
}

/** A floating version as a floor: the interval that `1.*` floats in, else the plain version, which is a minimum. */
function sunken(text: string, safe: string): string {
  const prefix = floating.exec(text)?.[1]
  if (prefix === undefined) return safe
  const numbers = (version.exec(safe)?.[1] ?? '').split('.')
  return `[${safe},${bump(numbers, prefix.split('.').length - 1, 3).join('.')})`
}

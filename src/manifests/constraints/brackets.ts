import { longestConstraint } from './outcome.ts'
import { nextCeiling } from './segments.ts'

/**
 * Interval notation, as Maven, Gradle and NuGet share it: `[1.0,2.0)`, `(,1.0]`, `[1.0]`, and Gradle's turned
 * brackets `]1.0,2.0[`. Everything the author wrote is kept beside what it means, so that one bound can be replaced.
 */
export interface Bracketed {
  readonly open: string
  /** White space, version, white space. A version of '' is an absent bound. */
  readonly lower: Padded
  /** Undefined for `[1.0]`, which has no comma. */
  readonly upper: Padded | undefined
  readonly close: string
}

/** A bound with the white space around it. */
interface Padded {
  readonly before: string
  readonly version: string
  readonly after: string
}

/** A row of intervals; `separators` stand between them, one fewer than there are intervals. */
export interface BracketedRow {
  readonly before: string
  readonly intervals: readonly Bracketed[]
  readonly separators: readonly string[]
  readonly after: string
}

/** What one ecosystem makes of the notation. */
export interface BracketGrammar {
  compare(a: string, b: string): number
  isVersion(text: string): boolean
  /** The least version that a lower bound admits, when it may hold more than a version (NuGet's `1.*`). */
  lowest?(bound: string): string | undefined
  /** True when an exclusive ceiling shuts out this lower version too (Gradle: every version it is a prefix of). */
  shutOut?(ceiling: string, version: string): boolean
}

const opening = /[[\](]/y
const bound = /(\s*)([^\s,[\]()]*)(\s*)/y
const between = /\s*,?\s*/y

/** Reads a row of intervals; undefined when the text is none from its first to its last character. */
export function readBrackets(text: string): BracketedRow | undefined {
  if (text.length > longestConstraint) return undefined
  const intervals: Bracketed[] = []
  const separators: string[] = []
  let at = text.length - text.trimStart().length
  const before = text.slice(0, at)
  const end = text.trimEnd().length
  while (at < end) {
    if (intervals.length > 0) {
      const separator = match(between, text, at)
      if (separator === undefined) return undefined
      separators.push(separator[0])
      at += separator[0].length
    }
    const read = readInterval(text, at)
    if (read === undefined) return undefined
    intervals.push(read.interval)
    at = read.end
  }
  return at === end && intervals.length > 0 ? { before, intervals, separators, after: text.slice(end) } : undefined
}

function readInterval(text: string, start: number): { interval: Bracketed; end: number } | undefined {
  const open = match(opening, text, start)?.[0]
  if (open === undefined) return undefined
  const first = match(bound, text, start + 1)
  if (first === undefined) return undefined
  let at = start + 1 + first[0].length
  let second: RegExpExecArray | undefined
  if (text[at] === ',') {
    second = match(bound, text, at + 1)
    if (second === undefined) return undefined
    at += 1 + second[0].length
  }
  const close = text[at]
  if (close !== ']' && close !== ')' && close !== '[') return undefined
  return { interval: { open, lower: padded(first), upper: second && padded(second), close }, end: at + 1 }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function padded(found: RegExpExecArray): Padded {
  const [, before = '', version = '', after = ''] = found
  return { before, version, after }
}

/** Writes a row back, to the letter. */
export function writeBrackets({ before, intervals, separators, after }: BracketedRow): string {
  return (
    before + intervals.map((interval, at) => (at === 0 ? '' : separators[at - 1]) + spelled(interval)).join('') + after
  )
}

function spelled({ open, lower, upper, close }: Bracketed): string {
  return open + spelledBound(lower) + (upper === undefined ? '' : `,${spelledBound(upper)}`) + close
}

function spelledBound({ before, version, after }: Padded): string {
  return before + version + after
}

/** Is every interval well formed, not empty, and above the one before it? */
export function isSound(row: BracketedRow, grammar: BracketGrammar): boolean {
  let ceiling: Ceiling | undefined
  return row.intervals.every((interval, at) => {
    const lower = lowestOf(interval, grammar)
    const upper = ceilingOf(interval)
    if (lower === null || (upper !== undefined && !grammar.isVersion(upper.version))) return false
    if (interval.upper === undefined && (interval.open !== '[' || interval.close !== ']' || lower === undefined))
      return false
    if (lower !== undefined && upper !== undefined) {
      const order = grammar.compare(lower, upper.version)
      if (order > 0 || (order === 0 && !(interval.open === '[' && upper.inclusive))) return false
    }
    if (at > 0 && (ceiling === undefined || lower === undefined || grammar.compare(lower, ceiling.version) < 0))
      return false
    ceiling = upper
    return true
  })
}

interface Ceiling {
  readonly version: string
  readonly inclusive: boolean
}

function ceilingOf({ lower, upper, close }: Bracketed): Ceiling | undefined {
  const { version } = upper ?? lower
  return version === '' ? undefined : { version, inclusive: close === ']' }
}

/** The version of a lower bound: undefined when there is none, null when it is not a version. */
function lowestOf({ lower }: Bracketed, grammar: BracketGrammar): string | undefined | null {
  if (lower.version === '') return undefined
  const version = grammar.lowest === undefined ? lower.version : grammar.lowest(lower.version)
  return version !== undefined && grammar.isVersion(version) ? version : null
}

/** Where a version stands to an interval: below it, in it, or above it. */
export function placeOf(version: string, interval: Bracketed, grammar: BracketGrammar): 'below' | 'inside' | 'above' {
  const lower = lowestOf(interval, grammar)
  if (typeof lower === 'string') {
    const order = grammar.compare(version, lower)
    if (order < 0 || (order === 0 && interval.open !== '[')) return 'below'
  }
  const upper = ceilingOf(interval)
  if (upper === undefined) return 'inside'
  const order = grammar.compare(version, upper.version)
  if (order > 0 || (order === 0 && !upper.inclusive)) return 'above'
  return !upper.inclusive && grammar.shutOut?.(upper.version, version) === true ? 'above' : 'inside'
}

/** Does the interval admit nothing below safe? */
export function hasFloor(interval: Bracketed, safe: string, grammar: BracketGrammar): boolean {
  const lower = lowestOf(interval, grammar)
  return typeof lower === 'string' && grammar.compare(lower, safe) >= 0
}

/** Does the interval admit every version there is? */
export function isBoundless({ lower, upper }: Bracketed): boolean {
  return lower.version === '' && upper !== undefined && upper.version === ''
}

/**
 * What becomes of a row when nothing below safe may be admitted: intervals wholly below go, the one that holds safe is
 * raised, later ones stay. Where none holds safe, the last one below it is moved up to it. `gap` when that one would
 * reach into the next, so that safe is left out on purpose; `stuck` when a ceiling cannot be raised.
 */
export function raiseBrackets(
  row: BracketedRow,
  safe: string,
  grammar: BracketGrammar,
): BracketedRow | 'gap' | 'stuck' {
  const places = row.intervals.map((interval) => placeOf(safe, interval, grammar))
  const holder = places.indexOf('inside')
  const from = holder < 0 ? places.lastIndexOf('above') : holder
  const interval = row.intervals[from]
  if (interval === undefined) return 'gap'
  const raised = raiseInterval(interval, safe, holder < 0)
  if (raised === undefined) return 'stuck'
  const { before, after } = row
  const intervals = [raised, ...row.intervals.slice(from + 1)]
  const result = { before, intervals, separators: row.separators.slice(from), after }
  return isSound(result, grammar) ? result : 'gap'
}

function raiseInterval(interval: Bracketed, safe: string, ceilingToo: boolean): Bracketed | undefined {
  const lower = { ...interval.lower, version: safe }
  const { upper, close } = interval
  if (upper === undefined) return { open: '[', lower, upper, close }
  const inclusive = close === ']'
  const version = !ceilingToo ? upper.version : inclusive ? safe : nextCeiling(upper.version, safe)
  if (version === undefined) return undefined
  if (inclusive && version === safe) return { open: '[', lower, upper: undefined, close }
  return { open: '[', lower, upper: { ...upper, version }, close }
}

import type { Clause } from './clauses.ts'
import { longestVersion } from './outcome.ts'
import { bump, nextCeiling } from './segments.ts'

/** A comparator of cargo. */
export interface CargoClause extends Clause {
  /** `major.minor.patch` when the comparator names a pre-release of it. */
  readonly prereleaseOf?: string
}

const mostComparators = 32
const comparator =
  /^((?:[<>]=?|=|~|\^)?\s*)(?:(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?)?)?)?((?:\.?[*xX])*)$/

/** Reads a requirement into its comparators; undefined when cargo would refuse it. */
export function readCargo(text: string): readonly CargoClause[] | undefined {
  const clauses: CargoClause[] = []
  let at = 0
  for (const piece of text.split(',', mostComparators + 1)) {
    const trimmed = piece.trim()
    const start = at + piece.length - piece.trimStart().length
    const clause = trimmed.length > longestVersion ? undefined : clauseOf(trimmed, start)
    if (clause === undefined) return undefined
    clauses.push(clause)
    at += piece.length + 1
  }
  if (clauses.length > mostComparators) return undefined
  return clauses.length > 1 && clauses.some(({ kind }) => kind === 'any') ? undefined : clauses
}

/** A comparator in pieces. */
interface Comparator {
  readonly text: string
  /** The operator with the space after it, as written. */
  readonly lead: string
  /** `*` for a version with wildcards and no operator. */
  readonly operator: string
  readonly numbers: readonly string[]
  /** The version as written, without wildcards. */
  readonly version: string
  /** The version with all three numbers, and its pre-release. */
  readonly full: string
}

function clauseOf(text: string, start: number): CargoClause | undefined {
  const found = comparator.exec(text)
  if (found === null) return undefined
  const [, lead = '', major, minor, patch, pre, stars = ''] = found
  const place = { start, end: start + text.length }
  const operator = lead.trim()
  if (major === undefined) {
    return operator === '' && /^[*xX]$/.test(stars)
      ? { ...place, kind: 'any', raised: (safe) => `>=${safe}` }
      : undefined
  }
  const numbers = [major, minor, patch].filter((number) => number !== undefined)
  const wild = stars.length / 2
  if (!/^(?:\.[*xX])*$/.test(stars) || numbers.length + wild > 3) return undefined
  const core = [major, minor ?? '0', patch ?? '0'].join('.')
  const read: Comparator = {
    text,
    lead,
    operator: wild > 0 && operator === '' ? '*' : operator,
    numbers,
    version: text.slice(lead.length, text.length - stars.length),
    full: pre === undefined ? core : `${core}-${pre}`,
  }
  return { ...place, ...(pre === undefined ? {} : { prereleaseOf: core }), ...meaning(read) }
}

type Meaning = Pick<Clause, 'kind' | 'lower' | 'upper' | 'raised'>

function meaning(read: Comparator): Meaning {
  const { lead, numbers, full } = read
  const partial = numbers.length < 3
  const past = pastPart(numbers, numbers.length - 1)
  const toSafe = (safe: string) => lead + safe
  switch (read.operator) {
    case '>=':
      return { kind: 'floor', lower: { version: full, inclusive: true }, raised: toSafe }
    case '>': {
      const lower = partial ? { version: past, inclusive: true } : { version: full, inclusive: false }
      return { kind: 'floor', lower, raised: (safe) => lead.replace('>', '>=') + safe }
    }
    case '<': {
      const upper = { version: partial ? `${full}-0` : full, inclusive: false }
      return { kind: 'ceiling', upper, raised: (safe) => withCeiling(lead, nextCeiling(read.version, safe)) }
    }
    case '<=': {
      const upper = partial ? { version: `${past}-0`, inclusive: false } : { version: full, inclusive: true }
      return { kind: 'ceiling', upper, raised: toSafe }
    }
    default:
      return span(read)
  }
}

function withCeiling(lead: string, ceiling: string | undefined): string | undefined {
  return ceiling === undefined ? undefined : lead + ceiling
}

/** The first version past everything that shares the numbers up to `index`. */
function pastPart(numbers: readonly string[], index: number): string {
  return bump(numbers, index, 3).join('.')
}

function span(read: Comparator): Meaning {
  const reach = reachOf(read.operator, read.numbers)
  const upper =
    reach === 'exact'
      ? { version: read.full, inclusive: true }
      : { version: `${pastPart(read.numbers, reach)}-0`, inclusive: false }
  return {
    kind: 'span',
    lower: { version: read.full, inclusive: true },
    upper,
    raised: (safe, joiner) => raisedSpan(read, reach, safe, joiner),
  }
}

/** Which number the ceiling is one higher in: 0 major, 1 minor, 2 patch. */
function reachOf(operator: string, numbers: readonly string[]): number | 'exact' {
  if (operator === '~') return numbers.length === 1 ? 0 : 1
  if (operator === '=' && numbers.length === 3) return 'exact'
  return operator === '=' || operator === '*' ? numbers.length - 1 : caretReach(numbers)
}

function caretReach(numbers: readonly string[]): number {
  const first = numbers.findIndex((number) => number !== '0')
  return first < 0 ? numbers.length - 1 : first
}

/**
 * A span says safe with an operator that keeps how far it reaches. Where none does (`^0` reaches 1.0, `^0.5.0` only
 * 0.6), the old comparator stays as the ceiling beside a floor.
 */
function raisedSpan(
  { lead, operator, numbers, text }: Comparator,
  reach: number | 'exact',
  safe: string,
  joiner: string,
): string {
  if (reach === 'exact') return lead + safe
  const target = (safe.split('-')[0] as string).split('.')
  const beside = `${text}${joiner}>=${safe}`
  if (operator === '' || operator === '^') {
    const inside = numbers.slice(0, reach + 1).every((number, at) => number === target[at])
    return inside && caretReach(target) !== reach ? beside : lead + safe
  }
  if (reach === 1) return (operator === '~' ? lead : '~') + safe
  return caretReach(target) === 0 ? `^${safe}` : beside
}

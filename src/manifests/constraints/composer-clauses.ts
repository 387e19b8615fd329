import type { Bound, Clause } from './clauses.ts'
import {
  type ComposerVersion,
  compareComposer,
  compareComposerTexts,
  rankOfFlag,
  readComposer,
  stabilityOf,
} from './composer-order.ts'
import { longestVersion } from './outcome.ts'
import { bump, nextCeiling } from './segments.ts'

/** A clause of Composer, with what it really starts at: `>=1.5` starts at 1.5.0.0-dev. */
export interface ComposerClause extends Clause {
  readonly from?: Bound
  /** The one version that `!=` leaves out. */
  readonly except?: string
  /** The stability flag (`@beta`) as a rank, and the least stable version that the clause names. */
  readonly flag?: number
  readonly named: number
}

/** A clause in pieces. */
interface Read {
  readonly text: string
  /** The operator with the space after it, and a leading `v`. */
  readonly lead: string
  readonly operator: string
  readonly version: ComposerVersion
  /** The numbers of a wildcard's version have no stability. */
  readonly wild: boolean
  /** The version as written, without `v`, flag and wildcards. */
  readonly written: string
  /** The flag and the alias, as written. */
  readonly tail: string
  readonly flag: string | undefined
}

const clause =
  /((?:<>|!=|[<>]=?|==?)\s*|[~^]|)(v?)([^\s,|@]*)(@[A-Za-z]+)?(?:( +- +)(v?)([^\s,|@]+)(@[A-Za-z]+)?|( +as +[^\s,|]+))?(?=[\s,|]|$)/iy

/** Reads the clause at an offset of a constraint, and where it ends; undefined when Composer would refuse it. */
export function readClause(constraint: string, at: number): ComposerClause | undefined {
  clause.lastIndex = at
  const found = clause.exec(constraint)
  if (found === null || found[0] === '' || found[0].length > longestVersion) return undefined
  const [text, lead = '', v = '', token = '', flagged = '', dash, toV = '', to = '', toFlagged = '', alias = ''] = found
  const flag = (toFlagged || flagged).slice(1)
  if (flag !== '' && rankOfFlag(flag) === undefined) return undefined
  const place = { start: at, end: at + text.length, ...(flag === '' ? {} : { flag: rankOfFlag(flag) as number }) }
  if (dash !== undefined) {
    const low = readComposer(token)
    const high = readComposer(to)
    if (lead !== '' || flagged !== '' || low === undefined || high === undefined) return undefined
    return { ...place, ...hyphen({ v, token, low, dash, toV, to, high, tail: toFlagged }) }
  }
  if (lead === '' && /^(?:[*x](?:\.[*x])*)?$/i.test(token)) {
    if (token === '' && flag === '') return undefined
    return { ...place, kind: 'any', named: stable, raised: (safe) => `>=${safe}${flagged}` }
  }
  const operator = lead.trim()
  const wildcard = /^(\d+(?:\.\d+){0,2})(?:\.[*x])+$/i.exec(token)
  if (wildcard !== null && operator !== '') return undefined
  const written = wildcard?.[1] ?? token
  const version = readComposer(written)
  if (version === undefined || (alias !== '' && (operator !== '' || wildcard !== null))) return undefined
  const read = { text, lead: lead + v, operator, version, wild: wildcard !== null, written, tail: flagged + alias }
  return { ...place, named: stabilityOf(version), ...meaning({ ...read, flag: flag === '' ? undefined : flag }) }
}

const stable = stabilityOf({ numbers: [], stability: 'stable', counters: [], dev: false, explicit: false })

type Meaning = Pick<ComposerClause, 'kind' | 'lower' | 'upper' | 'from' | 'except' | 'raised'>

function meaning(read: Read): Meaning {
  const { operator, written, lead, tail } = read
  const toSafe = (safe: string) => lead + safe + tail
  switch (operator) {
    case '>=':
      return { kind: 'floor', lower: incl(written), from: incl(edge(read)), raised: toSafe }
    case '>': {
      const lower = { version: written, inclusive: false }
      const from = { version: suffixed(read) ?? written, inclusive: false }
      return { kind: 'floor', lower, from, raised: (safe) => toSafe(safe).replace('>', '>=') }
    }
    case '<': {
      const raised = (safe: string) => around(lead, nextCeiling(written, safe), tail)
      return { kind: 'ceiling', upper: { version: edge(read), inclusive: false }, raised }
    }
    case '<=':
      return { kind: 'ceiling', upper: incl(suffixed(read) ?? written), raised: toSafe }
    case '!=':
    case '<>':
      return { kind: 'hole', except: written, raised: () => undefined }
    case '~':
    case '^':
      return span(read, operator === '^' ? caretReach(read.version.numbers) : tildeReach(read.version.numbers))
    default:
      return read.wild
        ? span(read, read.version.numbers.length - 1)
        : { kind: 'span', lower: incl(written), upper: incl(written), from: incl(written), raised: toSafe }
  }
}

function incl(version: string): Bound {
  return { version, inclusive: true }
}

function around(before: string, text: string | undefined, after: string): string | undefined {
  return text === undefined ? undefined : before + text + after
}

/** A stable version under a flag (`>=1.0@beta`) stands for that stability of it; undefined when no flag applies. */
function suffixed({ version, flag, written }: Read): string | undefined {
  const applies = flag !== undefined && flag.toLowerCase() !== 'stable' && stabilityOf(version) === stable
  return applies && version.stability === 'stable'
    ? `${version.numbers.join('.')}-${flag}`
    : applies
      ? written
      : undefined
}

/** Where `>=` starts and `<` ends: at the first development version, unless a stability is named. */
function edge(read: Read): string {
  return suffixed(read) ?? (read.version.explicit ? read.written : `${read.version.numbers.join('.')}-dev`)
}

/** Which number the ceiling is one higher in, from 0. */
function caretReach(numbers: readonly string[]): number {
  const first = numbers.slice(0, 3).findIndex((number) => /[1-9]/.test(number))
  return first < 0 ? Math.min(numbers.length, 3) - 1 : first
}

function tildeReach(numbers: readonly string[]): number {
  return Math.max(0, numbers.length - 2)
}

function span(read: Read, reach: number): Meaning {
  const { numbers } = read.version
  const from = read.version.explicit ? read.written : `${numbers.join('.')}-dev`
  return {
    kind: 'span',
    lower: incl(read.written),
    from: incl(from),
    upper: { version: `${bump(numbers, reach, 4).join('.')}-dev`, inclusive: false },
    raised: (safe, joiner) => raisedSpan(read, reach, safe, joiner),
  }
}

/**
 * A span says safe with an operator that keeps how far it reaches; where none does, the old operator stays as the
 * ceiling (moved to the numbers of safe) beside a floor.
 */
function raisedSpan(read: Read, reach: number, safe: string, joiner: string): string | undefined {
  const { lead, operator, tail, wild } = read
  const old = read.version.numbers
  const target = readComposer(safe)
  if (target === undefined) return undefined
  const { numbers } = target
  if (operator === '^') {
    const inside = old.slice(0, reach + 1).every((number, at) => number === (numbers[at] ?? '0'))
    return inside && caretReach(numbers) !== reach ? `${read.text}${joiner}>=${safe}${tail}` : lead + safe + tail
  }
  if (operator === '~' && tildeReach(numbers) === reach) return lead + safe + tail
  if (reach > 0 && numbers.length > 1 && tildeReach(numbers) === reach) return `~${safe}${tail}`
  if (caretReach(numbers) === reach) return `^${safe}${tail}`
  const head = Array.from({ length: old.length }, (_, at) => numbers[at] ?? '0').join('.')
  const moved = lead + head + (wild ? read.text.slice(lead.length + read.written.length) : tail)
  const exact = readComposer(head)
  const reached = exact !== undefined && compareComposer(exact, target) === 0
  return reached ? moved : `${moved}${joiner}>=${safe}${tail}`
}

interface Hyphen {
  readonly v: string
  readonly token: string
  readonly low: ComposerVersion
  readonly dash: string
  readonly toV: string
  readonly to: string
  readonly high: ComposerVersion
  readonly tail: string
}

/** `1.0 - 2.0`: a short second version stands for everything that starts with it. */
function hyphen({ v, token, low, dash, toV, to, high, tail }: Hyphen): Meaning & { named: number } {
  const open = high.numbers.length < 3 && !high.explicit
  const upper = open
    ? { version: `${bump(high.numbers, high.numbers.length - 1, 4).join('.')}-dev`, inclusive: false }
    : incl(to)
  const raised = (safe: string) => {
    const order = compareComposerTexts(safe, upper.version)
    const inside = order < 0 || (order === 0 && upper.inclusive)
    const head = readComposer(safe)?.numbers.slice(0, high.numbers.length).join('.') ?? safe
    return v + safe + dash + toV + (inside ? to : open ? head : safe) + tail
  }
  const from = incl(low.explicit ? token : `${low.numbers.join('.')}-dev`)
  return { kind: 'span', named: Math.min(stabilityOf(low), stabilityOf(high)), lower: incl(token), from, upper, raised }
}

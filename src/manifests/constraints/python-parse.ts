/** Reads PEP 440 specifiers and Poetry's constraints into alternatives of clauses with places and admitted sets. */
import type { Clause, Role, Stretch } from './conjunction.ts'
import type { VersionSet } from './interval.ts'
import { clauseSet, firstKey, type PyKey, type PyVersion, parsePyVersion, pySets, seriesSet } from './pep440-version.ts'

/** One clause: `op` with the white space after it, an optional `v`, the version, and whether `.*` follows it. */
export interface PyClause extends Clause {
  readonly op: string
  readonly gap: string
  readonly v: string
  /** Undefined only for `*`. */
  readonly version?: PyVersion
  readonly series: boolean
  readonly set: VersionSet<PyKey>
}

/** Clauses that must all hold, and what they admit together, prereleases included. */
export interface PyAlternative extends Stretch {
  readonly clauses: readonly PyClause[]
  readonly set: VersionSet<PyKey>
  readonly any: boolean
}

/** A whole constraint. `prereleases` is true when a clause names one; only then are prereleases admitted. */
export interface PyReading {
  readonly text: string
  readonly alternatives: readonly PyAlternative[]
  readonly prereleases: boolean
}

/** What sets the two grammars apart. */
interface Flavour {
  readonly operator: RegExp
  /** Separates alternatives; absent where there is no choice. */
  readonly or?: RegExp
  /** Poetry joins clauses by blanks too. */
  readonly blanksJoin: boolean
}

const PEP440: Flavour = { operator: /(?:===|~=|==|!=|<=|>=|<|>)/y, blanksJoin: false }
const POETRY: Flavour = { operator: /(?:\^|~=|~|===|==|=|!=|<>|<=|>=|<|>|)/y, or: /\|\|?/g, blanksJoin: true }

/** White space as pip sees it: a backslash at the end of a line continues it. */
const BLANK = /(?:\s|\\\r?\n)*/y
const COMMAS = /(?:\s|\\\r?\n|,)*/y
const TOKEN = /[0-9A-Za-z.!+_*-]+/y

/** `parsePep440` reads a PEP 440 version specifier, or Pipfile's `*`. */
export function parsePep440(text: string): PyReading | undefined {
  return parse(text, PEP440)
}

/** `parsePoetry` reads a Poetry constraint. */
export function parsePoetry(text: string): PyReading | undefined {
  return parse(text, POETRY)
}

function parse(text: string, flavour: Flavour): PyReading | undefined {
  const alternatives: PyAlternative[] = []
  let at = 0
  for (const bar of flavour.or ? text.matchAll(flavour.or) : []) {
    const one = alternative(text.slice(0, bar.index), at, flavour)
    if (!one || one.clauses.length === 0) return undefined
    alternatives.push(one)
    at = bar.index + bar[0].length
  }
  const last = alternative(text, at, flavour)
  if (!last || (alternatives.length > 0 && last.clauses.length === 0)) return undefined
  alternatives.push(last)
  const clauses = alternatives.flatMap((one) => one.clauses)
  const prereleases = clauses.some(({ role, version }) => role !== 'not' && version?.isPrerelease === true)
  return { text, alternatives, prereleases }
}

function alternative(text: string, from: number, flavour: Flavour): PyAlternative | undefined {
  const clauses: PyClause[] = []
  let at = skip(COMMAS, text, from)
  while (at < text.length) {
    const clause = clauseAt(text, at, flavour)
    if (!clause) return undefined
    clauses.push(clause)
    at = skip(COMMAS, text, clause.end)
    const joint = text.slice(clause.end, at)
    if (at < text.length && !joint.includes(',') && !(flavour.blanksJoin && joint !== '')) return undefined
  }
  const set = clauses.reduce((all, clause) => pySets.and(all, clause.set), pySets.all)
  const any = clauses.every(({ role }) => role === 'any')
  return { start: clauses[0]?.start ?? from, end: clauses.at(-1)?.end ?? from, clauses, set, any }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(text)
  return Math.max(at, pattern.lastIndex)
}

function clauseAt(text: string, start: number, flavour: Flavour): PyClause | undefined {
  if (text[start] === '*' && /^(?:\s|,|$)/.test(text.slice(start + 1, start + 2))) return star(start)
  flavour.operator.lastIndex = start
  const op = flavour.operator.exec(text)?.[0]
  if (op === undefined) return undefined
  const from = skip(BLANK, text, start + op.length)
  TOKEN.lastIndex = from
  const token = TOKEN.exec(text)?.[0]
  if (token === undefined) return undefined
  const where = { start, end: from + token.length, op, gap: text.slice(start + op.length, from) }
  const series = token.endsWith('.*')
  const version = parsePyVersion(series ? token.slice(0, -2) : token)
  return version && clause(where, /^v/i.test(token) ? (token[0] ?? '') : '', version, series)
}

function star(start: number): PyClause {
  return { start, end: start + 1, role: 'any', op: '', gap: '', v: '', series: false, set: pySets.all }
}

type Where = Pick<PyClause, 'start' | 'end' | 'op' | 'gap'>

function clause(where: Where, v: string, version: PyVersion, series: boolean): PyClause | undefined {
  const { op } = where
  const equality = ['', '=', '==', '===', '!=', '<>'].includes(op)
  if (version.hasLocal && (!equality || series)) return undefined
  if (series && (!equality || op === '===' || version.suffix !== '')) return undefined
  if (op === '~=' && version.release.length < 2) return undefined
  const set = series ? seriesClauseSet(op, version) : spanSet(op, version)
  return { ...where, role: roleOf(op, series), v, version, series, set }
}

function seriesClauseSet(op: string, { epoch, release }: PyVersion): VersionSet<PyKey> {
  const set = seriesSet(epoch, release)
  return op === '!=' || op === '<>' ? pySets.not(set) : set
}

function roleOf(op: string, series: boolean): Role {
  if (op === '!=' || op === '<>') return 'not'
  if (series || op.startsWith('~') || op === '^') return 'span'
  if (op.startsWith('>')) return 'lower'
  return op.startsWith('<') ? 'upper' : 'pin'
}

/** `spanSet` is what a clause without `.*` admits, Poetry's caret and tilde among them. */
export function spanSet(op: string, version: PyVersion): VersionSet<PyKey> {
  const { key, epoch, release } = version
  if (op === '~=') return pySets.and(pySets.from(key), seriesSet(epoch, release.slice(0, -1)))
  if (op !== '^' && op !== '~') return clauseSet(op, version)
  const place = op === '^' ? caretPlace(release) : Math.min(2, release.length)
  const above = release.slice(0, place).map((n, i) => (i === place - 1 ? n + 1 : n))
  return pySets.between(key, firstKey(epoch, above))
}

/** How many leading segments a caret holds fast: up to the first that is not zero, of at most three. */
function caretPlace(release: readonly number[]): number {
  const first = release.findIndex((n) => n !== 0)
  return Math.min(3, first < 0 ? release.length : first + 1)
}

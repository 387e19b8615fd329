/** The dialects of Python: PEP 440 specifiers as pip reads them, and Poetry's constraints. */
import pep440Library from '@renovatebot/pep440'
import type { ConstraintDialect, Dialect } from '../format.ts'
import { comparePyKeys, type PyVersion, parsePyVersion, pySets } from './pep440-version.ts'
import type { PyAlternative, PyClause, PyReading } from './python-parse.ts'
import { alternativeFates, leaksBelow, raisePython } from './python-rewrite.ts'
import { type RewritingGrammar, readShort, rewriteBy } from './rewriting.ts'

function isVersion(text: string): boolean {
  return parsePyVersion(text) !== undefined
}

function compare(a: string, b: string): number {
  const x = parsePyVersion(a)
  const y = parsePyVersion(b)
  if (x && y) return comparePyKeys(x.key, y.key)
  return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b)
}

/** `pythonDialect` makes the dialect around one of the two grammars. */
export function pythonDialect(dialect: Dialect, parse: (text: string) => PyReading | undefined): ConstraintDialect {
  const read = (parts: readonly string[]) => (parts.length > 1 ? undefined : parse(parts[0] ?? ''))
  const grammar: RewritingGrammar<PyReading> = {
    dialect,
    isVersion,
    compare,
    read,
    isUnbounded: ({ alternatives }) => alternatives.some(({ any }) => any),
    isEmpty: ({ alternatives }) => alternatives.every(({ set }) => set.length === 0),
    leaks: (reading, safe) => withVersion(safe, (v) => leaks(reading, v), true),
    holds: (reading, safe) => withVersion(safe, (v) => holds(reading, v), false),
    excludes: (reading, safe) => withVersion(safe, (v) => excludes(reading, v), false),
    floorParts: (parts, safe, { canAppend }) =>
      parts.length === 0 && !canAppend ? undefined : [`>=${parsePyVersion(safe)?.publicText ?? safe}`],
    raise: (reading, safe) => withVersion(safe, (v) => [raisePython(reading, v)], undefined),
    evaluate,
    probes,
  }
  return {
    dialect,
    isVersion,
    compare,
    admits: (parts, version) => {
      const reading = readShort({ read }, parts)
      return reading !== undefined && withVersion(version, (v) => holds(reading, v), false)
    },
    rewrite: (parts, safe, options) => rewriteBy(grammar, parts, safe, options),
  }
}

function withVersion<T>(text: string, then: (version: PyVersion) => T, otherwise: T): T {
  const version = parsePyVersion(text)
  return version ? then(version) : otherwise
}

function leaks({ alternatives, prereleases }: PyReading, safe: PyVersion): boolean {
  return alternatives.some(({ set }) => leaksBelow(set, safe, prereleases))
}

function holds({ alternatives, prereleases }: PyReading, version: PyVersion): boolean {
  if (version.isPrerelease && !prereleases) return false
  return alternatives.some(({ set }) => pySets.has(set, version.key))
}

function excludes(reading: PyReading, safe: PyVersion): boolean {
  const fate = alternativeFates(reading, safe)
  const left = reading.alternatives.filter((one, i) => fate[i] === 'raise' || pySets.has(one.set, safe.key))
  const ruledOut = ({ clauses }: PyAlternative) =>
    clauses.some(({ role, set }) => role === 'not' && !pySets.has(set, safe.key))
  return left.length > 0 && left.every(ruledOut)
}

/**
 * The library's evaluation. It compares a series segment by segment, so a version is also tried with zeros written out
 * (`1` for `==1.0.*`); it takes `<1.5.post1` to leave out 1.5, so there its order alone is asked; and its prereleases are
 * switched on where a clause names one, as pip does.
 */
function evaluate({ alternatives, prereleases }: PyReading, text: string): boolean {
  const tried = parsePyVersion(text)
  if (!tried) return false
  const spellings = [tried.text, padded(tried)]
  const byOrder = ({ op, version }: PyClause) => op === '<' && !tried.isPrerelease && version?.suffix !== ''
  return alternatives.some(({ clauses }) => {
    const specifier = clauses.filter((clause) => !byOrder(clause)).flatMap(asPep440)
    const below = clauses.filter(byOrder).every(({ version }) => pep440Library.lt(tried.text, version?.text ?? ''))
    return below && spellings.some((one) => pep440Library.satisfies(one, specifier.join(','), { prereleases }))
  })
}

function padded({ text, publicText, epoch, segments, suffix }: PyVersion): string {
  const local = text.slice(publicText.length)
  return `${epoch === 0 ? '' : `${epoch}!`}${[...segments, 0, 0, 0].join('.')}${suffix}${local}`
}

function asPep440({ role, op, version, series, set }: PyClause): string[] {
  if (!version || role === 'any') return []
  const star = series ? '.*' : ''
  if (op !== '^' && op !== '~')
    return [`${op === '' || op === '=' ? '==' : op === '<>' ? '!=' : op}${version.text}${star}`]
  const end = set.at(-1)?.hi?.at
  return [`>=${version.text}`, ...(end ? [`<${end.epoch}!${end.release.join('.')}`] : [])]
}

/** The versions named and their neighbours: a segment down, prereleases, post and dev releases. */
function probes({ alternatives }: PyReading, safe: string): string[] {
  const named = alternatives.flatMap(({ clauses }) => clauses.map(({ version }) => version))
  const around = [...named, parsePyVersion(safe)].filter((v) => v !== undefined)
  const safeKey = parsePyVersion(safe)?.publicKey
  const tries = around.flatMap((v) => neighbours(v))
  return tries.filter((text) => {
    const key = parsePyVersion(text)?.publicKey
    return key !== undefined && safeKey !== undefined && comparePyKeys(key, safeKey) < 0
  })
}

function neighbours({ publicText, epoch, release }: PyVersion): string[] {
  const front = epoch === 0 ? '' : `${epoch}!`
  const plain = release.join('.')
  const down = release
    .map((n, i) => [...release.slice(0, i), n - 1, 999].join('.'))
    .filter((_, i) => (release[i] ?? 0) > 0)
  const near = [plain, `${plain}.dev0`, `${plain}a0`, `${plain}rc1`, `${plain}.post0`, `${plain}.0.1`, ...down, '0']
  return [publicText, ...near.map((text) => front + text)]
}

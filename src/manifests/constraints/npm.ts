import semver from 'semver'
import type { ConstraintDialect } from '../format.ts'
import { LONG_NUMBER, lowestAdmitted, type NpmAlternative, npmSets, parseNpm } from './npm-parse.ts'
import { raiseRange } from './npm-rewrite.ts'
import { type RewritingGrammar, readShort, rewriteBy } from './rewriting.ts'
import { withThreeNumbers } from './segments.ts'

/** A range behind an optional `npm:name@`; `tag` when it is a dist-tag, which says nothing about versions. */
interface NpmReading {
  readonly prefix: string
  readonly range: string
  readonly alternatives: readonly NpmAlternative[]
}

const VERSION = /^v?\d[0-9A-Za-z.+-]*$/
const ALIAS = /^(?:npm|jsr):(?:(?:@[^/@\s|]+\/)?[A-Za-z0-9_][^/@\s|]*(?:@|$))?/
const DIST_TAG = /^[A-Za-z][\w.~-]*$/
/** Strings that begin like a range, such as `v1.2` or `x.1`, are never dist-tags. */
const LIKE_A_RANGE = /^(?:v?\d|[xX](?:$|\.))/

function isVersion(text: string): boolean {
  return text.length <= 200 && VERSION.test(text) && !LONG_NUMBER.test(text) && semver.valid(text) !== null
}

function compare(a: string, b: string): number {
  const x = isVersion(a)
  const y = isVersion(b)
  if (x && y) return semver.compare(a, b)
  return x === y ? (a < b ? -1 : Number(a > b)) : x ? -1 : 1
}

function read(parts: readonly string[]): NpmReading | undefined {
  if (parts.length > 1) return undefined
  const text = parts[0] ?? ''
  const alias = ALIAS.exec(text)?.[0] ?? ''
  const plain = /^(?:npm|jsr):/.exec(text)?.[0] ?? ''
  for (const prefix of new Set([alias.endsWith('@') ? alias : '', plain, alias])) {
    const found = readRange(prefix, text.slice(prefix.length))
    if (found) return found
  }
  return undefined
}

function readRange(prefix: string, range: string): NpmReading | undefined {
  const bare = range.trim()
  if (DIST_TAG.test(bare) && !LIKE_A_RANGE.test(bare)) return { prefix, range, alternatives: [] }
  const alternatives = parseNpm(range)
  return alternatives && { prefix, range, alternatives }
}

function lowest({ alternatives }: NpmReading): semver.SemVer | undefined {
  const all = alternatives.map(lowestAdmitted).filter((v) => v !== undefined)
  return all.sort((a, b) => a.compare(b))[0]
}

const grammar: RewritingGrammar<NpmReading> = {
  dialect: 'npm',
  isVersion,
  compare,
  read,
  isUnbounded: ({ alternatives }) => alternatives.length === 0 || alternatives.some(({ any }) => any),
  isEmpty: (reading) => lowest(reading) === undefined,
  leaks: (reading, safe) => (lowest(reading)?.compare(safe) ?? 0) < 0,
  holds: ({ alternatives }, safe) => alternatives.some(({ set }) => npmSets.has(set, new semver.SemVer(safe))),
  excludes: () => false,
  floorParts: (parts, safe, { canAppend }) => {
    if (parts.length === 0 && !canAppend) return undefined
    const { prefix = '', alternatives = [] } = read(parts) ?? {}
    // `npm:b` is a package to npm and a tag to Yarn, so there is no one place for a version.
    if (prefix !== '' && !prefix.endsWith('@') && alternatives.length === 0) return undefined
    return [`${prefix}>=${new semver.SemVer(safe).version}`]
  },
  raise: ({ prefix, range, alternatives }, safe) => [prefix + raiseRange(range, alternatives, new semver.SemVer(safe))],
  evaluate,
  probes,
}

function evaluate({ range, alternatives }: NpmReading, version: string): boolean {
  return alternatives.length === 0 || semver.satisfies(version, range)
}

function admits(parts: readonly string[], version: string): boolean {
  const reading = readShort(grammar, parts)
  const whole = withThreeNumbers(version)
  return reading !== undefined && isVersion(whole) && evaluate(reading, whole)
}

/** The versions named, each with its neighbours: one patch down, the last of the line below, its lowest prerelease. */
function probes({ alternatives }: NpmReading, safe: string): string[] {
  const named = alternatives.flatMap(({ set }) => set.flatMap(({ lo, hi }) => [lo?.at, hi?.at]))
  const around = [...named, new semver.SemVer(safe)].filter((v) => v !== undefined)
  return around.flatMap((v) => {
    const { major, minor, patch } = v
    const below = [
      [major, minor, patch - 1],
      [major, minor - 1, 999],
      [major - 1, 999, 999],
      [major, minor, patch],
    ]
    const releases = below.filter((n) => n.every((x) => x >= 0)).map((n) => n.join('.'))
    return [v.version, ...releases, `${major}.${minor}.${patch}-0`, `${major}.${minor}.${patch}-zz`, '0.0.0']
  })
}

/** `npm` is the dialect of package.json: node-semver ranges, dist-tags and `npm:` aliases. */
export const npm: ConstraintDialect = {
  dialect: 'npm',
  isVersion,
  compare,
  admits,
  // An advisory may say `1.5` for 1.5.0.
  rewrite: (parts, safe, options) => rewriteBy(grammar, parts, withThreeNumbers(safe), options),
}

/** Single versions that are no ranges: git tags, and the one version of a tool. */
import semver from 'semver'
import type { ConstraintDialect, Rewrite } from '../format.ts'
import { npm } from './npm.ts'
import { notAVersion, quotedAll, refused } from './rewriting.ts'
import { withThreeNumbers } from './segments.ts'
import { compareLoose, type LooseVersion, parseLoose } from './tag-order.ts'

interface Tag {
  /** `v`, `V`, or words that end in a separator: `release-`, `refs/tags/v`. */
  readonly prefix: string
  readonly version: LooseVersion
}

const PREFIXED = /^((?:[A-Za-z@][\w.@/-]*[-_/@])?[vV]?)(\d[0-9A-Za-z.+_-]*)$/

/**
 * A tag that is a version behind a usual prefix. Words in front ask for three numbers, since `stable-1.2` is a branch,
 * and digits alone may be a commit, so they ask for a dot or a `v`.
 */
function parseTag(text: string): Tag | undefined {
  if (text.length > 256) return undefined
  const [, prefix = '', rest = ''] = PREFIXED.exec(text) ?? []
  const version = parseLoose(rest)
  if (!version) return undefined
  const numbers = version.numbers.length
  const enough = prefix.length > 1 ? numbers > 2 : prefix.length === 1 || numbers > 1
  return enough && !/^[0-9a-f]{7,64}$/i.test(text) ? { prefix, version } : undefined
}

/** A safe version comes as the ecosystem spells it, with or without `v`. */
function parseSafe(text: string): { text: string; version: LooseVersion } | undefined {
  const plain = text.replace(/^v/i, '')
  const version = parseLoose(plain)
  return version && { text: plain.replace(/\+.*/, ''), version }
}

function compareTags(a: string, b: string): number {
  const x = parseSafe(a)
  const y = parseSafe(b)
  if (x && y) return compareLoose(x.version, y.version)
  return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b)
}

function rewriteTag(parts: readonly string[], safe: string): Rewrite {
  const target = parseSafe(safe)
  if (!target) return notAVersion(safe, 'tag')
  const tag = parts.length === 1 ? parseTag(parts[0] ?? '') : undefined
  if (!tag) {
    const message = `The reference ${quotedAll(parts)} is not a version tag.`
    return refused('unsupported-constraint', message, 'Point it at a commit or branch that holds the fix, by hand.')
  }
  if (compareLoose(tag.version, target.version) >= 0) return { kind: 'keep', why: 'already' }
  return { kind: 'write', parts: [tag.prefix + target.text] }
}

/** `tag` is the dialect of git tags: one version behind a prefix that stays. */
export const tag: ConstraintDialect = {
  dialect: 'tag',
  isVersion: (text) => parseSafe(text) !== undefined,
  compare: compareTags,
  admits: (parts, version) => {
    const one = parts.length === 1 ? parseTag(parts[0] ?? '') : undefined
    const other = parseSafe(version)
    return one !== undefined && other !== undefined && compareLoose(one.version, other.version) === 0
  },
  rewrite: rewriteTag,
}

const EXACT = /^(v?)(\d+\.\d+\.\d+[0-9A-Za-z.-]*)(\+[0-9A-Za-z.+/=_-]*)?$/

/** The version of a tool without the hash behind it. */
function parseExact(parts: readonly string[]): { v: string; version: string } | undefined {
  const text = parts.length === 1 ? (parts[0] ?? '') : ''
  const [, v = '', version = ''] = text.length > 512 ? [] : (EXACT.exec(text) ?? [])
  return npm.isVersion(version) ? { v, version } : undefined
}

function rewriteExact(parts: readonly string[], to: string): Rewrite {
  const safe = withThreeNumbers(to)
  if (!npm.isVersion(safe)) return notAVersion(safe, 'exact')
  const old = parseExact(parts)
  if (!old) {
    const message = `${quotedAll(parts)} is not one exact version.`
    return refused('unsupported-constraint', message, 'Raise this declaration by hand.')
  }
  if (semver.compare(old.version, safe) >= 0) return { kind: 'keep', why: 'already' }
  return { kind: 'write', parts: [old.v + new semver.SemVer(safe).version] }
}

/** `exact` is the dialect of `packageManager` and volta: one version; a `+hash` of the old one is never kept. */
export const exact: ConstraintDialect = {
  dialect: 'exact',
  isVersion: npm.isVersion,
  compare: npm.compare,
  admits: (parts, version) => {
    const old = parseExact(parts)
    const whole = withThreeNumbers(version)
    return old !== undefined && npm.isVersion(whole) && semver.eq(old.version, whole)
  },
  rewrite: rewriteExact,
}

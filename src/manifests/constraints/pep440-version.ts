/** PEP 440 versions as keys with a total order, and the sets that its comparison clauses describe. */
import pep440 from '@renovatebot/pep440'
import { type VersionSet, versionSets } from './interval.ts'

/**
 * A version's place in PEP 440's order. `tail` ranks what follows the release: prerelease letter and number, post and
 * dev number, infinite where a missing one orders last or first. `local` may end in Infinity, past every real one.
 */
export interface PyKey {
  readonly epoch: number
  /** As written, without trailing zeros. */
  readonly release: readonly number[]
  readonly tail: readonly [pre: number, preNumber: number, post: number, dev: number]
  readonly local: readonly (number | string)[]
}

/** A version as it is written: what is needed to write it with another number of segments. */
export interface PyVersion {
  readonly text: string
  readonly epoch: number
  readonly release: readonly number[]
  /** The release as written, so that the zero of `2023.07` is not lost. */
  readonly segments: readonly string[]
  /** Prerelease, post and dev parts as written. */
  readonly suffix: string
  /** The text without a local part. */
  readonly publicText: string
  readonly isPrerelease: boolean
  readonly hasLocal: boolean
  readonly key: PyKey
  /** The key without a local part. */
  readonly publicKey: PyKey
}

interface Parsed {
  readonly epoch: number
  readonly release: readonly number[]
  readonly pre: readonly [string, number] | null
  readonly post: readonly [string, number] | null
  readonly dev: readonly [string, number] | null
  readonly local: readonly (number | string)[] | null
}

const LETTERS = ['a', 'b', 'rc']
const RELEASE = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/i

/** `parsePyVersion` reads one PEP 440 version; undefined when the text is none, or has numbers too long to count with. */
export function parsePyVersion(text: string): PyVersion | undefined {
  if (text.length > 200 || /\d{16}/.test(text) || /[^0-9A-Za-z.!+_-]/.test(text)) return undefined
  if (pep440.valid(text) === null) return undefined
  const parsed = pep440.parse(text) as unknown as Parsed | null
  const release = RELEASE.exec(text)
  if (!parsed || !release) return undefined
  const publicText = text.replace(/^v/i, '').replace(/\+.*/, '')
  const publicKey = { epoch: parsed.epoch, release: trimmed(parsed.release), tail: tailOf(parsed), local: [] }
  return {
    text: text.replace(/^v/i, ''),
    epoch: parsed.epoch,
    release: parsed.release,
    segments: (release[1] ?? '').split('.'),
    suffix: text.slice(release[0].length).replace(/\+.*/, ''),
    publicText,
    isPrerelease: parsed.pre !== null || parsed.dev !== null,
    hasLocal: parsed.local !== null,
    key: { ...publicKey, local: parsed.local ?? [] },
    publicKey,
  }
}

function tailOf({ pre, post, dev }: Parsed): PyKey['tail'] {
  const missing = !post && dev ? -Infinity : Infinity
  const rank = pre ? LETTERS.indexOf(pre[0]) : missing
  return [rank, pre?.[1] ?? 0, post?.[1] ?? -Infinity, dev?.[1] ?? Infinity]
}

function trimmed(release: readonly number[]): readonly number[] {
  return release.slice(0, release.findLastIndex((n) => n !== 0) + 1)
}

/** `comparePyKeys` is PEP 440's order of versions. */
export function comparePyKeys(a: PyKey, b: PyKey): number {
  return (
    a.epoch - b.epoch ||
    compareLists(a.release, b.release) ||
    compareLists(a.tail, b.tail) ||
    compareLocal(a.local, b.local)
  )
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

function compareLocal(a: PyKey['local'], b: PyKey['local']): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x === y) continue
    if (typeof x !== typeof y) return typeof x === 'string' ? -1 : 1
    return x < y ? -1 : 1
  }
  return a.length - b.length
}

/** Sets of versions under PEP 440's order. */
export const pySets = versionSets<PyKey>(comparePyKeys)

const ANY_LOCAL = [Infinity]
const FINAL: PyKey['tail'] = [Infinity, 0, -Infinity, Infinity]
const FIRST_DEV: PyKey['tail'] = [-Infinity, 0, -Infinity, 0]

/** `finalKey` is the final release of a series: no prerelease, post or dev part. */
export function finalKey(epoch: number, release: readonly number[]): PyKey {
  return { epoch, release: trimmed(release), tail: FINAL, local: [] }
}

/** `firstKey` is the lowest version of a release, its `.dev0`. */
export function firstKey(epoch: number, release: readonly number[]): PyKey {
  return { epoch, release: trimmed(release), tail: FIRST_DEV, local: [] }
}

/**
 * `clauseSet` is what one comparison clause admits, prereleases included. `<V` leaves out the prereleases of a final V
 * and `>V` its post-releases, as PEP 440 says; a version without a local part stands for itself with every local part.
 */
export function clauseSet(op: string, version: PyVersion): VersionSet<PyKey> {
  const { key, epoch, release } = version
  const withLocals: PyKey = version.hasLocal ? key : { ...key, local: ANY_LOCAL }
  const [pre, , post] = key.tail
  const final = pre === Infinity && post === -Infinity && key.tail[3] === Infinity
  if (op === '>=') return pySets.from(key)
  if (op === '<=') return pySets.upTo(withLocals, 'closed')
  if (op === '<') return pySets.upTo(final ? firstKey(epoch, release) : key)
  if (op === '>')
    return pySets.from(
      final ? { ...key, tail: [Infinity, 0, Infinity, Infinity], local: ANY_LOCAL } : withLocals,
      'open',
    )
  const exactly = pySets.and(pySets.from(key), pySets.upTo(withLocals, 'closed'))
  return op === '!=' || op === '<>' ? pySets.not(exactly) : exactly
}

/** `seriesSet` is what `==1.2.*` admits. */
export function seriesSet(epoch: number, release: readonly number[]): VersionSet<PyKey> {
  const above = release.map((n, i) => (i === release.length - 1 ? n + 1 : n))
  return pySets.between(firstKey(epoch, release), firstKey(epoch, above))
}

/** `hasRelease` is true when a set holds anything that is not a prerelease. */
export function hasRelease(set: VersionSet<PyKey>): boolean {
  return set.some(({ lo, hi }) => {
    const first = lo && isPrereleaseKey(lo.at) ? { at: released(lo.at), side: -1 as const } : (lo ?? START)
    return !hi || pySets.compareCuts(first, hi) < 0
  })
}

const START = { at: finalKey(0, []), side: -1 as const }

function isPrereleaseKey({ tail: [pre, , , dev] }: PyKey): boolean {
  return pre !== Infinity || dev !== Infinity
}

/** The lowest version at or above a prerelease that is none: `1.5rc1` gives `1.5`, `1.5.post1.dev0` gives `1.5.post1`. */
function released(key: PyKey): PyKey {
  const [pre, , post] = key.tail
  const tail: PyKey['tail'] = pre === Infinity ? [Infinity, 0, post, Infinity] : FINAL
  return { ...key, tail, local: [] }
}

/** Gem versions as keys with RubyGems' order, and the sets its requirements describe. */
import { type VersionSet, versionSets } from './interval.ts'

/**
 * A version's place in the order of Gem::Version: numbers and words, without zeros at the end of the numbers in front.
 * A word orders before every number, so `1.0.rc1` is below `1.0`. `-Infinity` orders before every word.
 */
export type GemKey = readonly (number | string)[]

/** A version and how it is written. */
export interface GemVersion {
  readonly text: string
  /** The numbers in front of the first word. */
  readonly numbers: readonly number[]
  /** The same numbers as written. */
  readonly segments: readonly string[]
  /** What follows them, with its separator. */
  readonly suffix: string
  readonly key: GemKey
}

const VERSION = /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/
/** A segment such as `0rc1` is a number and words to RubyGems; the numbers in front may end inside it. */
const NUMBERS = /^\d+(?:\.\d+)*/

/** `parseGemVersion` reads one version; undefined when it is none, or has numbers too long to count with. */
export function parseGemVersion(text: string): GemVersion | undefined {
  if (text.length > 200 || /\d{16}/.test(text) || !VERSION.test(text)) return undefined
  const front = NUMBERS.exec(text)?.[0] ?? ''
  const segments = front.split('.')
  const numbers = segments.map(Number)
  const words = (
    text
      .slice(front.length)
      .replaceAll('-', '.pre.')
      .match(/\d+|[A-Za-z]+/g) ?? []
  ).map((word) => (/\d/.test(word) ? Number(word) : word))
  const key = [...trimmed(numbers), ...trimmed(words)]
  return { text, numbers, segments, suffix: text.slice(front.length), key }
}

function trimmed(segments: readonly (number | string)[]): readonly (number | string)[] {
  return segments.slice(0, segments.findLastIndex((s) => s !== 0) + 1)
}

/** `compareGemKeys` is RubyGems' order of versions. */
export function compareGemKeys(a: GemKey, b: GemKey): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x !== y) return compareSegments(x, y)
  }
  return 0
}

function compareSegments(x: number | string, y: number | string): number {
  if (typeof x === typeof y) return x < y ? -1 : 1
  if (x === -Infinity || y === -Infinity) return x === -Infinity ? -1 : 1
  return typeof x === 'string' ? -1 : 1
}

/** Sets of versions under RubyGems' order. */
export const gemSets = versionSets<GemKey>(compareGemKeys)

/** `requirementSet` is what one requirement admits; `~>` bounds by the version with its last number dropped. */
export function requirementSet(op: string, { key, numbers }: GemVersion): VersionSet<GemKey> {
  if (op === '>=') return gemSets.from(key)
  if (op === '>') return gemSets.from(key, 'open')
  if (op === '<') return gemSets.upTo(key)
  if (op === '<=') return gemSets.upTo(key, 'closed')
  if (op === '!=') return gemSets.not(gemSets.only(key))
  if (op !== '~>') return gemSets.only(key)
  const held = numbers.slice(0, Math.max(1, numbers.length - 1))
  return gemSets.between(key, [...held.map((n, i) => (i === held.length - 1 ? n + 1 : n)), -Infinity])
}

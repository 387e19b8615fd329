import { longestVersion } from './outcome.ts'
import { compareDigits, compareText } from './segments.ts'

/** How finished a version is, from the least; `patch` is after the release. */
const stabilities = ['dev', 'alpha', 'beta', 'rc', 'stable', 'patch'] as const
type Stability = (typeof stabilities)[number]

/** A version as Composer normalises it: four numbers, a stability with its own numbers, and `-dev` on top. */
export interface ComposerVersion {
  /** The numbers as written, without `v`: one to four. */
  readonly numbers: readonly string[]
  readonly stability: Stability
  /** The numbers after the stability: `alpha2.1` has two. */
  readonly counters: readonly string[]
  /** `-dev` after a stability, or instead of one. */
  readonly dev: boolean
  /** True when the text names a stability or `dev`, `stable` included. */
  readonly explicit: boolean
}

const shape =
  /^v?(\d+(?:\.\d+){0,3})(?:[._-]?(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\d+(?:[.-]\d+)*)?))?([._-]?dev)?(?:\+[^\s,|]+)?$/i
const short: ReadonlyMap<string, Stability> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['p', 'patch'],
  ['pl', 'patch'],
])

/** Reads a version; undefined for branches (`dev-main`, `1.x-dev`), dates with dashes, and anything that is no version. */
export function readComposer(text: string): ComposerVersion | undefined {
  const found = text.length > longestVersion ? null : shape.exec(text)
  if (found === null) return undefined
  const [, numbers = '', word, counters = '', dev] = found
  const named = word?.toLowerCase() ?? 'stable'
  return {
    numbers: numbers.split('.'),
    stability: short.get(named) ?? (named as Stability),
    counters: named === 'stable' ? [] : (counters.match(/\d+/g) ?? []),
    dev: dev !== undefined,
    explicit: word !== undefined || dev !== undefined,
  }
}

/** Orders two versions as Composer does (PHP's `version_compare` over the normalised texts). */
export function compareComposer(a: ComposerVersion, b: ComposerVersion): number {
  for (const at of [0, 1, 2, 3]) {
    const order = compareDigits(a.numbers[at] ?? '0', b.numbers[at] ?? '0')
    if (order !== 0) return order
  }
  return rank(a) - rank(b) || compareCounters(a.counters, b.counters) || Number(b.dev) - Number(a.dev)
}

function rank({ stability, dev }: ComposerVersion): number {
  return stabilities.indexOf(stability === 'stable' && dev ? 'dev' : stability)
}

function compareCounters(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareDigits(a[at] as string, b[at] as string)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** How stable a version is for `minimum-stability`: a patch counts as stable, anything with `-dev` as dev. */
export function stabilityOf({ stability, dev }: ComposerVersion): number {
  if (dev) return 0
  return Math.min(stabilities.indexOf(stability), stabilities.indexOf('stable'))
}

/** The rank of a stability flag (`@beta`), without regard to case; undefined when it is none. */
export function rankOfFlag(flag: string): number | undefined {
  const at = stabilities.indexOf(flag.toLowerCase() as Stability)
  return at < 0 || flag.toLowerCase() === 'patch' ? undefined : at
}

/** Orders two texts; texts that are no versions come after all versions, by code unit. */
export function compareComposerTexts(a: string, b: string): number {
  const left = readComposer(a)
  const right = readComposer(b)
  if (left === undefined || right === undefined) {
    return left !== undefined ? -1 : right !== undefined ? 1 : compareText(a, b)
  }
  return compareComposer(left, right)
}

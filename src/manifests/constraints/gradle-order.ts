import { compareDigits, compareText } from './segments.ts'

/** What Gradle gives a place of its own among the words; all others stand between `dev` and `rc`, by code unit. */
const special = ['rc', 'snapshot', 'final', 'ga', 'release', 'sp']

/**
 * Gradle's order of versions (https://docs.gradle.org/current/userguide/dependency_versions.html): parts are cut at
 * `. - _ +` and between digits and letters, and the separators do not count.
 */
export function compareGradle(a: string, b: string): number {
  const left = gradleParts(a)
  const right = gradleParts(b)
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at++) {
    const order = compareParts(left[at] as string, right[at] as string)
    if (order !== 0) return order
  }
  if (left.length === right.length) return 0
  return left.length > right.length ? extra(left[shared] as string) : -extra(right[shared] as string)
}

/** Does the version start with all parts of `prefix`? */
export function startsWithParts(version: string, prefix: string): boolean {
  const parts = gradleParts(version)
  return gradleParts(prefix).every((part, at) => at < parts.length && compareParts(part, parts[at] as string) === 0)
}

/** The parts of a version; a separator at the very end adds none. */
function gradleParts(version: string): readonly string[] {
  const parts = version.split(/[._+-]|(?<=\d)(?=[^\d._+-])|(?<=[^\d._+-])(?=\d)/)
  return parts[parts.length - 1] === '' ? parts.slice(0, -1) : parts
}

function compareParts(a: string, b: string): number {
  const numeric = [isNumber(a), isNumber(b)]
  if (numeric[0] && numeric[1]) return compareDigits(a, b)
  if (numeric[0] || numeric[1]) return numeric[0] ? 1 : -1
  return rank(a) - rank(b) || (rank(a) === 0 ? compareText(a, b) : 0)
}

function rank(word: string): number {
  const lower = word.toLowerCase()
  return lower === 'dev' ? -1 : special.indexOf(lower) + 1
}

/** One more part makes a version higher when it is a number, lower when it is a word. */
function extra(part: string): number {
  return isNumber(part) ? 1 : -1
}

function isNumber(part: string): boolean {
  return /^\d+$/.test(part)
}

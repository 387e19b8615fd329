import { compareDigits, compareText } from './segments.ts'

/**
 * Maven's order of versions (https://maven.apache.org/pom.html#version-order-specification), as `ComparableVersion`
 * has it. A hyphen, and a change between digits and letters, opens a list inside the list before it. A list can only
 * be the last entry of another, so a version is a chain of levels, each a row of scalars.
 */
type Level = Scalar[]

type Scalar =
  | { readonly kind: 'number'; readonly digits: string }
  /** Letters, or (with digits) letters and the number that belongs to them: `rc1`, `rc-1`. */
  | { readonly kind: 'word'; readonly word: string; readonly digits?: string }

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']
const releases = new Set(['', 'ga', 'final', 'release'])
const releaseRank = qualifiers.indexOf('')
const beforeNumber = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
])

/** Orders two versions as Maven does: negative, zero or positive. Any text has a place in it. */
export function compareMaven(a: string, b: string): number {
  const left = levelsOf(a)
  const right = levelsOf(b)
  let leftLevel = 0
  let rightLevel = 0
  for (;;) {
    const l = left[leftLevel] ?? []
    const r = right[rightLevel] ?? []
    const shared = Math.min(l.length, r.length)
    for (let at = 0; at < shared; at++) {
      const order = compareScalars(l[at] as Scalar, r[at] as Scalar)
      if (order !== 0) return order
    }
    if (l.length !== r.length) {
      return l.length > r.length
        ? compareTails(l, shared, left, leftLevel, right, rightLevel + 1)
        : 0 - compareTails(r, shared, right, rightLevel, left, leftLevel + 1)
    }
    leftLevel++
    rightLevel++
    if (leftLevel >= left.length && rightLevel >= right.length) return 0
    if (leftLevel >= left.length) return 0 - compareToNothing(right, rightLevel, 0)
    if (rightLevel >= right.length) return compareToNothing(left, leftLevel, 0)
  }
}

/** The longer row against what stands at the same place of the other: its sub-list, or nothing. */
function compareTails(
  longer: Level,
  at: number,
  chain: readonly Level[],
  level: number,
  other: readonly Level[],
  otherLevel: number,
): number {
  const scalar = longer[at] as Scalar
  if (otherLevel >= other.length) return compareToNothing(chain, level, at)
  if (scalar.kind === 'number') return 1
  const order = -compareListToWord(other, otherLevel, scalar)
  return order !== 0 ? order : compareToNothing(chain, level, at + 1)
}

function compareListToWord(chain: readonly Level[], level: number, word: Scalar): number {
  const [first] = chain[level] ?? []
  if (first === undefined) return -compareScalarToNothing(word)
  const order = compareScalars(first, word)
  return order !== 0 ? order : compareToNothing(chain, level, 1)
}

/** Everything from a place of the chain on against nothing: the first entry that counts decides. */
function compareToNothing(chain: readonly Level[], level: number, at: number): number {
  for (let here = level; here < chain.length; here++) {
    const scalars = chain[here] as Level
    for (let place = here === level ? at : 0; place < scalars.length; place++) {
      const order = compareScalarToNothing(scalars[place] as Scalar)
      if (order !== 0) return order
    }
  }
  return 0
}

function compareScalarToNothing(scalar: Scalar): number {
  if (scalar.kind === 'number') return isZero(scalar.digits) ? 0 : 1
  const order = compareWords(scalar.word, '')
  return order !== 0 ? order : scalar.digits === undefined || isZero(scalar.digits) ? 0 : 1
}

function compareScalars(a: Scalar, b: Scalar): number {
  if (a.kind === 'number') return b.kind === 'number' ? compareDigits(a.digits, b.digits) : 1
  if (b.kind === 'number') return -1
  const order = compareWords(a.word, b.word)
  if (order !== 0) return order
  if (a.digits !== undefined && b.digits !== undefined) return compareDigits(a.digits, b.digits)
  if (a.digits === b.digits) return 0
  return a.digits === undefined ? -numberedOverPlain(b.word, b.digits ?? '0') : numberedOverPlain(a.word, a.digits)
}

/** `rc1` is above `rc`; `ga0` is the release as `ga` is. */
function numberedOverPlain(word: string, digits: string): number {
  return releases.has(word) && isZero(digits) ? 0 : 1
}

function compareWords(a: string, b: string): number {
  return rank(a) - rank(b) || (rank(a) === qualifiers.length ? compareText(a, b) : 0)
}

function rank(word: string): number {
  if (releases.has(word)) return releaseRank
  const known = qualifiers.indexOf(word)
  return known < 0 ? qualifiers.length : known
}

function isZero(digits: string): boolean {
  return /^0*$/.test(digits)
}

/** The chain of levels of a version, trailing nulls trimmed. */
function levelsOf(version: string): readonly Level[] {
  const chain: Level[] = [[]]
  const text = version.toLowerCase()
  let start = 0
  let inDigits = false
  let combined = false
  const row = () => chain[chain.length - 1] as Level
  const deeper = () => {
    if (row().length > 0) chain.push([])
  }
  const take = (end: number) => row().push(start === end ? zero : scalarOf(text.slice(start, end), inDigits, combined))
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (char === '.') {
      take(at)
      start = at + 1
      combined = false
    } else if (char === '-') {
      if (at > start && !inDigits && isDigit(text[at + 1])) {
        combined = true
        continue
      }
      take(at)
      start = at + 1
      deeper()
      combined = false
    } else if (isDigit(char)) {
      if (!inDigits && at > start) {
        combined = true
        deeper()
      }
      inDigits = true
    } else {
      if (inDigits && at > start) {
        take(at)
        start = at
        chain.push([])
        combined = false
      }
      inDigits = false
    }
  }
  if (start < text.length) {
    if (!inDigits) deeper()
    take(text.length)
  }
  return trimmed(chain)
}

const zero: Scalar = { kind: 'number', digits: '0' }

function scalarOf(text: string, inDigits: boolean, combined: boolean): Scalar {
  if (!combined) return inDigits ? { kind: 'number', digits: text } : { kind: 'word', word: aliased(text) }
  const glued = text.replaceAll('-', '')
  const split = glued.search(/\d/)
  const word = glued.slice(0, split)
  return { kind: 'word', word: aliased(beforeNumber.get(word) ?? word), digits: glued.slice(split) }
}

function aliased(word: string): string {
  return word === 'cr' ? 'rc' : word
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}

/** Drops nulls at the end of each level, and those before a qualifier, from the innermost level outwards. */
function trimmed(chain: readonly Level[]): readonly Level[] {
  const levels: Level[] = []
  for (const level of chain.toReversed()) {
    const inner = levels[levels.length - 1]
    const kept: Level = []
    let next: Scalar | undefined
    for (const scalar of level.toReversed()) {
      const last = kept.length === 0
      if (
        isNull(scalar) &&
        (last ? inner === undefined || isWord(inner[0]) : isWord(next) && next?.digits === undefined)
      )
        continue
      kept.push(scalar)
      next = scalar
    }
    if (kept.length > 0) levels.push(kept.toReversed())
  }
  return levels.toReversed()
}

function isNull(scalar: Scalar): boolean {
  return scalar.kind === 'number' ? isZero(scalar.digits) : scalar.word === '' && scalar.digits === undefined
}

function isWord(scalar: Scalar | undefined): scalar is Extract<Scalar, { kind: 'word' }> {
  return scalar?.kind === 'word'
}

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type VersionSet, versionSets } from '../../../src/manifests/constraints/interval.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'

const sets = versionSets<number>((a, b) => a - b)
const points = [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5]

const primitive: fc.Arbitrary<VersionSet<number>> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('from', 'after', 'below', 'upTo', 'only'))
  .map(([n, kind]) => {
    if (kind === 'from') return sets.from(n)
    if (kind === 'after') return sets.from(n, 'open')
    if (kind === 'below') return sets.upTo(n)
    return kind === 'upTo' ? sets.upTo(n, 'closed') : sets.only(n)
  })

const anySet: fc.Arbitrary<VersionSet<number>> = fc.letrec<{ set: VersionSet<number> }>((tie) => ({
  set: fc.oneof(
    { maxDepth: 4 },
    primitive,
    fc.tuple(tie('set'), tie('set')).map(([a, b]) => sets.and(a, b)),
    fc.tuple(tie('set'), tie('set')).map(([a, b]) => sets.or(a, b)),
    tie('set').map((a) => sets.not(a)),
  ),
})).set

describe('sets of versions', () => {
  test('bounds include and exclude what they say', () => {
    expect(sets.has(sets.from(1), 1)).toBe(true)
    expect(sets.has(sets.from(1, 'open'), 1)).toBe(false)
    expect(sets.has(sets.upTo(1), 1)).toBe(false)
    expect(sets.has(sets.upTo(1, 'closed'), 1)).toBe(true)
    expect(points.filter((n) => sets.has(sets.between(1, 3), n))).toEqual([1, 1.5, 2, 2.5])
    expect(points.filter((n) => sets.has(sets.only(2), n))).toEqual([2])
    expect(sets.between(3, 1)).toEqual([])
    expect(sets.and(sets.from(1, 'open'), sets.upTo(1, 'closed'))).toEqual([])
    expect(sets.not([])).toEqual(sets.all)
    expect(sets.not(sets.all)).toEqual([])
  })

  test('intervals that touch are one', () => {
    expect(sets.or(sets.upTo(2), sets.from(2))).toEqual(sets.all)
    expect(sets.or(sets.upTo(2), sets.from(2, 'open'))).toHaveLength(2)
  })

  test('membership follows the operations', () => {
    fc.assert(
      fc.property(anySet, anySet, fc.constantFrom(...points), (a, b, n) => {
        expect(sets.has(sets.and(a, b), n)).toBe(sets.has(a, n) && sets.has(b, n))
        expect(sets.has(sets.or(a, b), n)).toBe(sets.has(a, n) || sets.has(b, n))
        expect(sets.has(sets.not(a), n)).toBe(!sets.has(a, n))
        expect(sets.has(sets.below(a, 2), n)).toBe(n < 2 && sets.has(a, n))
      }),
      fuzzRuns(3000),
    )
  })

  test('a set and its complement are in order, apart, and cover everything', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        expect(sets.or(a, sets.not(a))).toEqual(sets.all)
        expect(sets.and(a, sets.not(a))).toEqual([])
        for (const [i, { hi }] of a.slice(0, -1).entries()) {
          const lo = a[i + 1]?.lo
          expect(hi && lo && sets.compareCuts(hi, lo) < 0).toBe(true)
        }
      }),
      fuzzRuns(2000),
    )
  })
})

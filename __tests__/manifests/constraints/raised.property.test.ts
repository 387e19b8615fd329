import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cargo } from '../../../src/manifests/constraints/cargo.ts'
import { composer } from '../../../src/manifests/constraints/composer.ts'
import { readComposer } from '../../../src/manifests/constraints/composer-order.ts'
import { go } from '../../../src/manifests/constraints/go.ts'
import { gradle } from '../../../src/manifests/constraints/gradle.ts'
import { maven } from '../../../src/manifests/constraints/maven.ts'
import { nuget } from '../../../src/manifests/constraints/nuget.ts'
import type { ConstraintDialect } from '../../../src/manifests/format.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { rewritten } from './table.ts'

const small = fc.integer({ min: 0, max: 4 })
const dotted = (min: number, max: number) => fc.array(small, { minLength: min, maxLength: max }).map((n) => n.join('.'))
const one = fc.constantFrom

function withSuffix(numbers: fc.Arbitrary<string>, ...suffixes: string[]): fc.Arbitrary<string> {
  return fc.tuple(numbers, one('', '', '', ...suffixes)).map((pieces) => pieces.join(''))
}

const joined = (...pieces: fc.Arbitrary<string>[]) => fc.tuple(...pieces).map((texts) => texts.join(''))
const space = one('', '', ' ')

function intervals(version: fc.Arbitrary<string>, opens: string, closes: string, most: number): fc.Arbitrary<string> {
  const open = one(...opens)
  const close = one(...closes)
  const maybe = fc.oneof({ weight: 3, arbitrary: version }, { weight: 1, arbitrary: one('') })
  const interval = fc.oneof(
    joined(open, space, maybe, one(','), space, maybe, close),
    joined(one('['), version, one(']')),
  )
  return fc.array(interval, { minLength: 1, maxLength: most }).map((all) => all.join(','))
}

interface Sample {
  readonly dialect: ConstraintDialect
  readonly version: fc.Arbitrary<string>
  readonly constraint: fc.Arbitrary<string>
  /** Versions below safe that the ecosystem's notation cannot shut out. */
  readonly leak?: (constraint: string, version: string, safe: string) => boolean
}

const mavenVersion = withSuffix(dotted(1, 3), '-SNAPSHOT', '-rc1', '.Final', '-1', '-sp')
const gradleVersion = withSuffix(dotted(1, 3), '-rc-1', '-dev', '-SNAPSHOT', '.ga')
const nugetVersion = withSuffix(dotted(1, 4), '-beta.1', '-RC', '+meta')
const triple = dotted(3, 3)
const cargoVersion = withSuffix(triple, '-rc.1', '-alpha')
const composerVersion = withSuffix(dotted(1, 4), '-beta2', '-RC1', '-alpha', '-dev', '-p1', '-stable')
const clause = joined(one('^', '~', '>=', '>', '<', '<=', '=', ''), space, fc.oneof(dotted(1, 2), cargoVersion))
const composerClause = fc.oneof(
  joined(
    one('^', '~', '>=', '>', '<', '<=', '!=', '', '=='),
    one('', 'v'),
    composerVersion,
    one('', '', '@beta', '@dev'),
  ),
  joined(dotted(1, 3), one('.*', '.x')),
  joined(dotted(1, 3), one(' - '), dotted(1, 3)),
  joined(dotted(2, 3), one(' as '), dotted(2, 3)),
  one('*', '*@dev', '@beta'),
)

const samples: readonly Sample[] = [
  {
    dialect: maven,
    version: mavenVersion,
    constraint: fc.oneof(mavenVersion, intervals(mavenVersion, '[(', ')]', 3), one('LATEST')),
  },
  {
    dialect: gradle,
    version: gradleVersion,
    constraint: fc.oneof(
      gradleVersion,
      intervals(gradleVersion, '[](', ')][', 1),
      joined(dotted(1, 2), one('.+', '+')),
      joined(intervals(dotted(1, 2), '[', ')[', 1), one('!!'), dotted(1, 3)),
      joined(gradleVersion, one('!!')),
      one('+', 'latest.release'),
    ),
  },
  {
    dialect: nuget,
    version: nugetVersion,
    constraint: fc.oneof(
      nugetVersion,
      intervals(nugetVersion, '[(', ')]', 1),
      joined(dotted(1, 3), one('.*', '.*-*', '-*', '-beta.*')),
      one('*', '*-*'),
    ),
  },
  {
    dialect: cargo,
    version: cargoVersion,
    constraint: fc.oneof(
      fc.array(clause, { minLength: 1, maxLength: 3 }).map((all) => all.join(', ')),
      joined(dotted(1, 2), one('.*')),
      one('*'),
    ),
  },
  {
    dialect: composer,
    version: composerVersion,
    constraint: fc
      .array(
        fc
          .tuple(fc.array(composerClause, { minLength: 1, maxLength: 2 }), one(',', ' ', ', '))
          .map(([all, by]) => all.join(by)),
        { minLength: 1, maxLength: 3 },
      )
      .chain((groups) => one(' || ', '|', ' | ').map((or) => groups.join(or))),
    leak: (_constraint, version, safe) => {
      const target = readComposer(safe)
      const found = readComposer(version)
      const padded = (numbers: readonly string[] = []) => [...numbers, '0', '0', '0'].slice(0, 4).map(Number).join('.')
      return target?.stability === 'stable' && !target.dev && padded(found?.numbers) === padded(target.numbers)
    },
  },
  {
    dialect: go,
    version: withSuffix(triple, '-rc.1', '-0.20200101000000-abcdefabcdef').map((text) => `v${text}`),
    constraint: withSuffix(triple, '-rc.1', '+incompatible', '-0.20200101000000-abcdefabcdef').map(
      (text) => `v${text}`,
    ),
  },
]

describe.each(samples.map((sample) => [sample.dialect.dialect, sample] as const))('%s', (_name, sample) => {
  const { dialect, version, constraint, leak } = sample

  test('what is written admits safe, nothing below it, and is then left alone', () => {
    let written = 0
    fc.assert(
      fc.property(
        constraint,
        version,
        fc.array(version, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (old, safe, others, strict) => {
          const rewrite = rewritten(dialect, old, safe, strict)
          if (rewrite.kind !== 'write') return
          written++
          expect(rewrite.parts).not.toEqual([old])
          expect(dialect.admits(rewrite.parts, safe)).toBe(true)
          const again = rewritten(dialect, rewrite.parts, safe, strict)
          expect(again.kind).toBe('keep')
          if (again.kind === 'keep' && again.why === 'unbounded') return
          for (const other of others) {
            if (dialect.compare(other, safe) >= 0 || leak?.(old, other, safe)) continue
            expect([rewrite.parts, other, dialect.admits(rewrite.parts, other)]).toEqual([rewrite.parts, other, false])
          }
        },
      ),
      fuzzRuns(1200),
    )
    expect(written).toBeGreaterThan(150)
  })

  test('what is kept as safe admits nothing below safe', () => {
    let kept = 0
    fc.assert(
      fc.property(constraint, version, fc.array(version, { minLength: 20, maxLength: 20 }), (old, safe, others) => {
        const rewrite = rewritten(dialect, old, safe)
        if (rewrite.kind !== 'keep' || rewrite.why !== 'already') return
        kept++
        for (const other of others) {
          if (dialect.compare(other, safe) >= 0 || leak?.(old, other, safe)) continue
          expect([old, safe, other, dialect.admits([old], other)]).toEqual([old, safe, other, false])
        }
      }),
      fuzzRuns(1200),
    )
    expect(kept).toBeGreaterThan(80)
  })

  test('the order is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 3, maxLength: 3 }), ([a = '', b = '', c = '']) => {
        expect(Math.sign(dialect.compare(a, b))).toBe(0 - Math.sign(dialect.compare(b, a)))
        if (dialect.compare(a, b) <= 0 && dialect.compare(b, c) <= 0) {
          expect(dialect.compare(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      fuzzRuns(1200),
    )
  })

  test('no text makes it throw, and only versions may be written', () => {
    const piece = one(...('0123456789.,-+*^~<>=|![]()@ vxabdersu$"\'\n\té𝟤'.match(/./gsu) as string[]))
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 24 }).map((all) => all.join('')),
      constraint,
    )
    fc.assert(
      fc.property(text, text, fc.boolean(), (old, safe, strict) => {
        dialect.compare(old, safe)
        dialect.admits([old, safe], safe)
        const rewrite = rewritten(dialect, old, safe, strict)
        if (rewrite.kind === 'write') expect(dialect.isVersion(safe)).toBe(true)
        if (dialect.isVersion(safe)) expect(safe).toMatch(/^[0-9A-Za-z._+-]+$/)
      }),
      fuzzRuns(3000),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import pep440Library from '@renovatebot/pep440'
import { satisfies as gemSatisfies } from '@renovatebot/ruby-semver'
import fc from 'fast-check'
import semver from 'semver'
import { gem } from '../../../src/manifests/constraints/gem.ts'
import { npm } from '../../../src/manifests/constraints/npm.ts'
import { pep440 } from '../../../src/manifests/constraints/pep440.ts'
import { poetry } from '../../../src/manifests/constraints/poetry.ts'
import type { ConstraintDialect } from '../../../src/manifests/format.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'

interface World {
  readonly dialect: ConstraintDialect
  readonly parts: fc.Arbitrary<readonly string[]>
  readonly safe: fc.Arbitrary<string>
  /** Versions tried against the result by `evaluate`, which is the ecosystem's library and none of our code. */
  readonly universe: readonly string[]
  readonly evaluate: (parts: readonly string[], version: string) => boolean
  readonly compare: (a: string, b: string) => number
}

const small = fc.integer({ min: 0, max: 3 })
const numbers = (min: number, max: number) => fc.array(small, { minLength: min, maxLength: max })
const every = (lists: readonly (readonly string[])[]) =>
  lists.reduce<string[]>((all, list) => all.flatMap((a) => list.map((b) => a + b)), [''])
const digits = ['0', '1', '2', '3']
const triples = every([digits, digits.map((d) => `.${d}`), digits.map((d) => `.${d}`)])
const joined = (clause: fc.Arbitrary<string>, joints: readonly string[], max: number) =>
  fc
    .tuple(fc.array(clause, { minLength: 1, maxLength: max }), fc.constantFrom(...joints))
    .map(([clauses, joint]) => clauses.join(joint))

const npmClause = fc
  .tuple(
    fc.constantFrom('', '^', '~', '=', '>', '>=', '<', '<=', '>= ', '^v', '~>'),
    numbers(1, 3),
    fc.constantFrom('', '', '', '-rc.1', '.x'),
  )
  .map(
    ([op, n, tail]) => `${op}${n.join('.')}${tail === '.x' ? (n.length < 3 ? tail : '') : n.length === 3 ? tail : ''}`,
  )
const npmHyphen = fc.tuple(numbers(1, 3), numbers(1, 3)).map(([a, b]) => `${a.join('.')} - ${b.join('.')}`)
const npmWorld: World = {
  dialect: npm,
  parts: joined(
    fc.oneof({ weight: 6, arbitrary: joined(npmClause, [' ', '  '], 3) }, { weight: 1, arbitrary: npmHyphen }),
    [' || ', '||'],
    3,
  ).map((t) => [t]),
  safe: fc.tuple(numbers(3, 3), fc.constantFrom('', '', '', '-rc.1')).map(([n, pre]) => n.join('.') + pre),
  universe: every([triples, ['', '-0', '-alpha', '-rc.1', '-rc.2']]),
  evaluate: ([text = ''], version) => semver.satisfies(version, text),
  compare: semver.compare,
}

const pySuffix = fc.constantFrom('', '', '', '', 'rc1', '.post1', '.dev1')
const pyVersion = fc.tuple(numbers(1, 3), pySuffix).map(([n, suffix]) => n.join('.') + suffix)
const pySeries = fc.tuple(fc.constantFrom('==', '!='), numbers(1, 2)).map(([op, n]) => `${op}${n.join('.')}.*`)
const pyCompatible = fc.tuple(numbers(2, 3), pySuffix).map(([n, suffix]) => `~=${n.join('.')}${suffix}`)
// The library takes `<3.post1` to leave out 3, which PEP 440 does not, so `<` is generated with plain numbers.
const pyPlain = fc.oneof(
  fc.tuple(fc.constantFrom('==', '>=', '<=', '>', '!=', '== ', '>= '), pyVersion).map((c) => c.join('')),
  numbers(1, 3).map((n) => `<${n.join('.')}`),
)
const pyClause = fc.oneof({ weight: 5, arbitrary: pyPlain }, pySeries, pyCompatible)
const pyUniverse = every([triples, ['', 'rc1', '.dev1', '.post1']])
const pep440World: World = {
  dialect: pep440,
  parts: joined(pyClause, [',', ', ', ' , '], 4).map((text) => [text]),
  safe: pyVersion,
  universe: pyUniverse,
  evaluate: ([text = ''], version) =>
    pep440Library.satisfies(padded(version), text, { prereleases: namesPrerelease(text) }),
  compare: pep440Library.compare,
}

const poetryClause = fc.oneof(
  fc.tuple(fc.constantFrom('^', '~', '', '=', '^ '), pyVersion).map((c) => c.join('')),
  numbers(1, 2).map((n) => `${n.join('.')}.*`),
  pyClause,
)
const poetryWorld: World = {
  ...pep440World,
  dialect: poetry,
  parts: joined(joined(poetryClause, [',', ' ', ', '], 3), [' || ', '|', '||'], 3).map((text) => [text]),
  evaluate: ([text = ''], version) =>
    text.split(/\|\|?/).some((one) => {
      const clauses = one
        .trim()
        .replace(/([=<>~^]) +/g, '$1')
        .split(/[, ]+/)
      return pep440Library.satisfies(padded(version), clauses.map(asSpecifier).join(','), {
        prereleases: namesPrerelease(text),
      })
    }),
}

/** The library does not know that `1` is in `==1.0.*`, so the release is written out. */
function padded(version: string): string {
  return version.replace(/^\d+(?:\.\d+)*/, (release) => [...release.split('.'), '0', '0'].slice(0, 3).join('.'))
}

/** pip lets prereleases in when a clause other than an exclusion names one. */
function namesPrerelease(text: string): boolean {
  return /rc|dev/.test(text.replace(/!= *[^,| ]*/g, ''))
}

/** Poetry's documentation in other words: what a caret, a tilde and a bare version stand for. */
function asSpecifier(clause: string): string {
  const [, op = '', version = ''] = /^([^\d]*)(.*)$/.exec(clause) ?? []
  if (op === '' || op === '=') return `==${version}`
  if (op !== '^' && op !== '~') return clause
  const release = (/^[\d.]*\d/.exec(version)?.[0] ?? '').split('.').map(Number)
  const held = release.findIndex((n) => n > 0)
  const last = op === '~' ? Math.min(1, release.length - 1) : held < 0 ? release.length - 1 : held
  const next = release.slice(0, last + 1).map((n, i) => (i === last ? n + 1 : n))
  return `>=${version},<${next.join('.')}`
}

const gemVersion = fc.tuple(numbers(1, 3), fc.constantFrom('', '', '', '.rc1', '.a')).map(([n, s]) => n.join('.') + s)
const gemClause = fc
  .tuple(fc.constantFrom('', '= ', '>= ', '<= ', '< ', '> ', '!= ', '~> ', '~>'), gemVersion)
  .map((c) => c.join(''))
const gemWorld: World = {
  dialect: gem,
  parts: fc.array(joined(gemClause, [', '], 2), { minLength: 1, maxLength: 3 }),
  safe: gemVersion,
  universe: every([triples, ['', '.a', '.rc1', '.1']]),
  evaluate: (parts, version) => gemSatisfies(version, parts.join(',')),
  compare: gem.compare,
}

const options = fc.record({ strictFloor: fc.boolean(), canAppend: fc.boolean() })

describe.each([
  ['npm', npmWorld, 0.4],
  ['pep440', pep440World, 0.2],
  ['poetry', poetryWorld, 0.2],
  ['gem', gemWorld, 0.15],
] as const)('%s', (_name, world, wanted) => {
  const { dialect, evaluate, compare } = world
  const universe = world.universe.toSorted(compare)
  /** All versions just below safe, and a sieve of the others. */
  const below = (safe: string) => {
    const all = universe.filter((v) => compare(v, safe) < 0)
    return all.filter((_, i) => i % 5 === 0 || i > all.length - 20)
  }

  test('a written constraint admits safe and nothing below it, and is left alone afterwards', () => {
    let written = 0
    const runs = 600
    fc.assert(
      fc.property(world.parts, world.safe, options, (parts, safe, option) => {
        const rewrite = dialect.rewrite(parts, safe, option)
        if (rewrite.kind !== 'write') return
        written++
        expect(dialect.admits(rewrite.parts, safe)).toBe(true)
        expect(evaluate(rewrite.parts, safe)).toBe(true)
        expect(below(safe).filter((v) => evaluate(rewrite.parts, v))).toEqual([])
        expect(dialect.rewrite(rewrite.parts, safe, option)).toEqual({ kind: 'keep', why: 'already' })
        expect(rewrite.parts.length).toBeLessThanOrEqual(parts.length + (option.canAppend ? 1 : 0))
      }),
      fuzzRuns(runs),
    )
    expect(written / runs).toBeGreaterThan(wanted)
  })

  test('a constraint that is already safe admits nothing below safe', () => {
    fc.assert(
      fc.property(world.parts, world.safe, (parts, safe) => {
        const rewrite = dialect.rewrite(parts, safe, { strictFloor: false, canAppend: true })
        if (rewrite.kind !== 'keep' || rewrite.why !== 'already') return
        expect(below(safe).filter((v) => evaluate(parts, v))).toEqual([])
      }),
      fuzzRuns(500),
    )
  })

  test('exclusions stay, in place and order', () => {
    fc.assert(
      fc.property(world.parts, world.safe, (parts, safe) => {
        const rewrite = dialect.rewrite(parts, safe, { strictFloor: false, canAppend: true })
        if (rewrite.kind !== 'write' || parts.join().includes('|')) return
        const holes = (texts: readonly string[]) =>
          texts
            .join(',')
            .match(/!= *[^,\s]+/g)
            ?.map((s) => s.trim())
        expect(holes(rewrite.parts)).toEqual(holes(parts))
      }),
      fuzzRuns(500),
    )
  })
})

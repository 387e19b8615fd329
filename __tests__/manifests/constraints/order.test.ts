import { describe, expect, test } from '@jest/globals'
import pep440Library from '@renovatebot/pep440'
import { eq, gt } from '@renovatebot/ruby-semver'
import fc from 'fast-check'
import { gem } from '../../../src/manifests/constraints/gem.ts'
import { npm } from '../../../src/manifests/constraints/npm.ts'
import { pep440 } from '../../../src/manifests/constraints/pep440.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'

describe('npm, versions', () => {
  test.each(['4.17.21', 'v1.2.3', '1.0.0-rc.1', '1.0.0+build', '0.0.0'])('%j is one', (text) => {
    expect(npm.isVersion(text)).toBe(true)
  })
  const none = [
    '',
    ' 1.2.3',
    '1.2.3 ',
    '1.2.3\n',
    '1.2',
    '=1.2.3',
    '"1.2.3"',
    '^1.2.3',
    '1.2.3 || 2',
    'latest',
    '1.2.3;x',
    '9999999999999999.0.0',
  ]
  test.each(none)('%j is none', (text) => {
    expect(npm.isVersion(text)).toBe(false)
  })
  test('the order is that of semver.org, item 11', () => {
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '2.0.0',
      '2.1.0',
      '2.1.1',
    ]
    expect(order.toReversed().sort(npm.compare)).toEqual(order)
    expect(npm.compare('1.0.0+a', '1.0.0+b')).toBe(0)
    expect(['x', '1.0.0', 'a'].sort(npm.compare)).toEqual(['1.0.0', 'a', 'x'])
  })
})

describe('PEP 440, versions', () => {
  const ordered = [
    '1.dev0',
    '1.0.dev456',
    '1.0a1',
    '1.0a2.dev456',
    '1.0a12.dev456',
    '1.0a12',
    '1.0b1.dev456',
    '1.0b2',
    '1.0b2.post345.dev456',
    '1.0b2.post345',
    '1.0rc1.dev456',
    '1.0rc1',
    '1.0',
    '1.0+abc.5',
    '1.0+abc.7',
    '1.0+5',
    '1.0.post456.dev34',
    '1.0.post456',
    '1.0.15',
    '1.1.dev1',
    '1!0.1',
  ]
  test('the order is that of the summary in PEP 440', () => {
    expect(ordered.toReversed().sort(pep440.compare)).toEqual(ordered)
    for (const [i, a] of ordered.entries()) {
      for (const [k, b] of ordered.entries()) expect(Math.sign(pep440.compare(a, b))).toBe(Math.sign(i - k))
    }
  })
  test.each([
    ['1.0', '1.0.0'],
    ['1.0', 'v1.0'],
    ['1.0rc1', '1.0c1'],
    ['1.0rc1', '1.0-RC.1'],
    ['1.0a1', '1.0alpha1'],
    ['1.0.post1', '1.0-1'],
    ['1.0.post1', '1.0.r1'],
    ['1.0.dev0', '1.0dev'],
    ['2023.07', '2023.7'],
    ['1.0+ubuntu.1', '1.0+ubuntu-1'],
  ])('%s equals %s', (a, b) => {
    expect(pep440.compare(a, b)).toBe(0)
  })
  test.each(['1.5', 'v1.5', '1!2.0', '1.0rc1', '1.0.post1.dev2', '1.0+cpu', '2023.07.22'])('%j is one', (text) => {
    expect(pep440.isVersion(text)).toBe(true)
  })
  test.each(['', ' 1.5', '1.5 ', '1.5\n', '==1.5', '1.5,', "1.5'", '1.*', '1.5;x', 'latest', '1.5 --x', '\u0661'])(
    '%j is none',
    (text) => {
      expect(pep440.isVersion(text)).toBe(false)
    },
  )
  test('our order is that of the library', () => {
    const version = fc
      .tuple(
        fc.integer({ min: 0, max: 1 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', 'a0', 'a1', 'b1', 'rc1', 'rc1.post0', 'a1.dev0'),
        fc.constantFrom('', '.post0', '.post1'),
        fc.constantFrom('', '.dev0', '.dev1'),
        fc.constantFrom('', '+a', '+1', '+a.1'),
      )
      .map(
        ([epoch, release, pre, post, dev, local]) =>
          `${epoch ? '1!' : ''}${release.join('.')}${pre}${pre.length > 2 ? '' : post}${pre.includes('dev') ? '' : dev}${local}`,
      )
      .filter((text) => pep440Library.valid(text) !== null)
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(pep440.compare(a, b))).toBe(Math.sign(pep440Library.compare(a, b)))
      }),
      fuzzRuns(2000),
    )
  })
})

describe('gem, versions', () => {
  test('the order is that of the Gem::Version documentation and its tests', () => {
    const order = [
      '0.9',
      '1.0.a.2',
      '1.0.a.9',
      '1.0.a10',
      '1.0.b1',
      '1.0.pre',
      '1.0.0.rc1',
      '1.0',
      '1.0.1',
      '1.2',
      '1.10',
      '2.0.0.rc1',
      '2',
    ]
    expect(order.toReversed().sort(gem.compare)).toEqual(order)
  })
  test.each([
    ['1', '1.0'],
    ['1.0', '1.0.0'],
    ['1.0.a10', '1.0.a.10'],
    ['1.0-rc1', '1.0.pre.rc1'],
    ['1.0.rc1', '1.0.0.rc1'],
  ])('%s equals %s', (a, b) => {
    expect(gem.compare(a, b)).toBe(0)
  })
  test.each(['7.0.8', '1', '1.0.0.rc1', '1.0.0-rc.1'])('%j is one', (text) => {
    expect(gem.isVersion(text)).toBe(true)
  })
  test.each(['', ' 7', '7 ', '7\n', 'v7', '~> 7', "7'", '7.', '.7', '7..1', '7+1'])('%j is none', (text) => {
    expect(gem.isVersion(text)).toBe(false)
  })
  test('our order is that of the library for lower-case versions', () => {
    const version = fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '.a', '.a1', '.rc1', '.rc.2', '-beta.1', '.b0'),
      )
      .map(([numbers, suffix]) => numbers.join('.') + suffix)
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(gem.compare(a, b))).toBe(eq(a, b) ? 0 : gt(a, b) ? 1 : -1)
      }),
      fuzzRuns(2000),
    )
  })
})

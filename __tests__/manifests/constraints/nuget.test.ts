import { describe, expect, test } from '@jest/globals'
import { nuget } from '../../../src/manifests/constraints/nuget.ts'
import { rows } from './table.ts'

describe('a plain version is a minimum', () => {
  rows(nuget, [
    ['1.0', '1.0.1', '1.0.1'],
    ['1.0', '1.0.0', 'already'],
    ['1.0.0.0', '1.0.0.5', '1.0.0.5'],
    ['1.0.1', '1.0.0', 'already'],
    ['1.0.0-beta', '1.0.0', '1.0.0'],
    ['1.0.0-BETA', '1.0.0-beta', 'already'],
    ['1.0.0+abc', '1.0.0', 'already'],
    ['1.0.0+abc', '1.0.1', '1.0.1'],
    [' 1.0.0 ', '1.0.1', ' 1.0.1 '],
  ])
})

describe('an interval', () => {
  rows(nuget, [
    ['[1.0.0, 2.0.0)', '1.5.0', '[1.5.0, 2.0.0)'],
    ['[1.0.0, 2.0.0)', '2.5.0', '[2.5.0, 3.0.0)'],
    ['[1.0.0, 2.0.0]', '2.5.0', '[2.5.0]'],
    ['[1.0.0, 2.0.0]', '1.5.0', '[1.5.0, 2.0.0]'],
    ['(1.0.0, 2.0.0)', '1.5.0', '[1.5.0, 2.0.0)'],
    ['(, 2.0.0)', '1.5.0', '[1.5.0, 2.0.0)'],
    ['(,1.0.0]', '1.5.0', '[1.5.0]'],
    ['[1.0.0,)', '1.5.0', '[1.5.0,)'],
    ['[1.0.0, ]', '1.5.0', '[1.5.0, ]'],
    ['[1.0.0,1.5.0)', '1.6.2', '[1.6.2,1.7.0)'],
    ['[1.5.0,2.0.0)', '1.5.0', 'already'],
    ['[2.0.0]', '1.5.0', 'already'],
    ['[1.*, 2.0.0)', '1.5.0', '[1.5.0, 2.0.0)'],
    ['[1.0.*, )', '1.5.0', '[1.5.0, )'],
    ['[1.0.0-beta.*, 2.0.0)', '1.5.0', '[1.5.0, 2.0.0)'],
    ['[1.0.0,2.0.0-a)', '2.1.0', '[2.1.0,3.0.0-a)'],
    ['(, )', '1.5.0', 'unbounded'],
  ])
})

describe('a floating version', () => {
  rows(nuget, [
    ['*', '1.5.0', 'unbounded'],
    ['*-*', '1.5.0', 'unbounded'],
    ['1.*', '1.5.0', 'unbounded'],
    ['1.*', '2.1.0', '2.*'],
    ['1.*-*', '2.1.0', '2.*-*'],
    ['1.*', '0.9.0', 'already'],
    ['1.2.*', '1.2.9', 'unbounded'],
    ['1.2.*', '1.3.4', '1.3.*'],
    ['1.2.3.*', '1.2.4', '1.2.4.*'],
    ['1.*', '2.0.0-beta.1', '[2.0.0-beta.1,3.0.0)'],
    ['1.0.0-*', '1.0.1', '1.0.1-*'],
    ['1.0.0-*', '1.0.0', 'unbounded'],
    ['1.0.0-beta.*', '1.0.0-beta.5', 'unbounded'],
    ['1.0.0-beta.*', '1.0.1', '!unsupported-constraint'],
    ['1.0.0-*', '1.0.1-rc.1', '!unsupported-constraint'],
  ])
})

describe('a floating version with a floor asked for', () => {
  rows(
    nuget,
    [
      ['*', '1.5.0', '1.5.0'],
      ['1.*', '1.5.0', '[1.5.0,2.0.0)'],
      ['1.*', '2.1.0', '[2.1.0,3.0.0)'],
      ['1.2.*', '1.3.4', '[1.3.4,1.4.0)'],
      ['1.0.0-*', '1.0.1', '1.0.1'],
      ['(, )', '1.5.0', '[1.5.0, )'],
      [[], '1.5.0', '1.5.0'],
    ],
    true,
  )
})

describe('not a range of NuGet', () => {
  rows(
    nuget,
    [
      '',
      '[]',
      '[*]',
      '[1.0.0, 1.1.*)',
      '(, 2.*.*)',
      '<1.0.*',
      '1.0.0<',
      '1.0.0~',
      '~1.*.*',
      '~',
      '^',
      '^*',
      '>=*',
      '1.*.0',
      '1.*.0-beta',
      '1.0.0.0.*',
      '=1.0.*',
      '(1.0.0)',
      '[1.0.0)',
      '[2.0.0,1.0.0]',
      '[1.0.0,1.0.0)',
      '[1.0.0,2.0.0),[3.0.0,)',
      ']1.0.0,2.0.0[',
      '$(Version)',
      '1.0.0 2.0.0',
      'latest',
    ].map((old) => [old, '9.5.0', '!unsupported-constraint'] as const),
  )
})

describe("NuGet's published examples", () => {
  test.each([
    ['1.0.0', '1.0.0 2.0.0', '0.0.0'],
    ['[1.0.0, 2.0.0]', '1.0.0 2.0.0', '2.0.1 0.0.0 3.0.0'],
    [
      '[1.0.0-beta+meta, 2.0.0-beta+meta]',
      '1.0.0 1.0.0-beta+meta 2.0.0-beta 1.0.0+meta',
      '1.0.0-alpha 1.0.0-alpha+meta 2.0.0-rc 2.0.0+meta',
    ],
    ['(1.0.0-beta+meta, 2.0.0-beta+meta)', '1.0.0 2.0.0-alpha+meta 2.0.0-alpha', '2.0.0-beta+meta'],
    ['(, 2.0.0-beta+meta)', '2.0.0-alpha', '2.0.0-beta+meta'],
    ['[1.0.0+A, 2.0.0]', '1.0.0 1.0.0+B', ''],
    ['[1,3)', '1.0.0 2.9', '3.0.0 0.9'],
    ['1.0.0-*', '1.0.0-0 1.0.0-100 1.0.0-0.0.0.0 1.0.0-0+0-0', '0.9.0'],
    ['1.0.0-a*', '1.0.0-a.0 1.0.0-a-0 1.0.0-a', ''],
    ['*', '0.0.0 2.0.0', ''],
  ])('%s admits %s and not %s', (range, inside, outside) => {
    for (const version of inside.split(' ').filter(Boolean))
      expect([version, nuget.admits([range], version)]).toEqual([version, true])
    for (const version of outside.split(' ').filter(Boolean))
      expect([version, nuget.admits([range], version)]).toEqual([version, false])
  })

  test.each([
    '0.0.0 1.0.0',
    '1.0.0 1.1.0',
    '1.0.0 1.0.1',
    '1.999.9999 2.1.1',
    '1.0.0-BETA 1.0.0-beta2',
    '1.0.0-beta+AA 1.0.0+aa',
    '1.0.0-BETA 1.0.0-beta.1+AA',
    '1.0.0-BETA.X.y.5.77.0+AA 1.0.0-beta.x.y.5.79.0+aa',
    '1.0.0-BETA.X.y.5.79.0+AA 1.0.0-beta.x.y.5.790.0+abc',
    '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.0.1',
  ])('%s', (row) => {
    const versions = row.split(' ')
    for (const [at, low] of versions.entries()) {
      for (const high of versions.slice(at + 1)) {
        expect([low, high, Math.sign(nuget.compare(low, high))]).toEqual([low, high, -1])
        expect([high, low, Math.sign(nuget.compare(high, low))]).toEqual([high, low, 1])
      }
    }
  })

  test.each([
    ['1.0.0', '1.0.0.0'],
    ['1', '1.0.0'],
    ['1.0.0-BETA', '1.0.0-beta'],
    ['1.0.0-BETA+AA', '1.0.0-beta+aa'],
    ['1.01.1', '1.1.1'],
  ])('%s is %s', (a, b) => {
    expect(nuget.compare(a, b)).toBe(0)
  })
})

test.each([
  ['1.0', true],
  ['1.0.0.0-rc.1+meta', true],
  ['1.0.0.0.0', false],
  ['v1.0.0', false],
  ['1.*', false],
  ['[1.0.0]', false],
  ['1.0.0 ', false],
  ['1.0.0\n', false],
  ['1.0.0<', false],
  ['$(V)', false],
  ['', false],
])('is %j one version: %s', (text, expected) => {
  expect(nuget.isVersion(text)).toBe(expected)
})

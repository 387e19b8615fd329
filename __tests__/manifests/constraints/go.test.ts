import { describe, expect, test } from '@jest/globals'
import { go } from '../../../src/manifests/constraints/go.ts'
import { rewritten, rows } from './table.ts'

const pseudo = 'v0.0.0-20200101000000-abcdefabcdef'

describe('rewriting', () => {
  rows(go, [
    ['v1.2.3', '1.3.0', 'v1.3.0'],
    ['v0.9.0', 'v1.0.0', 'v1.0.0'],
    ['v0.9.0', '0.9.1', 'v0.9.1'],
    ['v1.5.0', '1.2.0', 'already'],
    ['v1.2.3', '1.2.3', 'already'],
    ['v1.2.3-rc.1', '1.2.3', 'v1.2.3'],
    ['v1.2.3', '1.2.4-rc.1', 'v1.2.4-rc.1'],
    [pseudo, '0.1.0', 'v0.1.0'],
    [pseudo, 'v0.0.0-20210101000000-abcdefabcdef', 'v0.0.0-20210101000000-abcdefabcdef'],
    ['v0.0.0-20220101000000-abcdefabcdef', 'v0.0.0-20210101000000-ffffffffffff', 'already'],
    ['v1.2.4-0.20200101000000-abcdefabcdef', '1.2.3', 'already'],
    ['v1.2.4-0.20200101000000-abcdefabcdef', '1.2.4', 'v1.2.4'],
    ['v2.0.1', '2.0.2', 'v2.0.2'],
    ['v2.0.1', '2.0.2+incompatible', 'v2.0.2'],
    ['v2.0.0+incompatible', 'v2.0.1+incompatible', 'v2.0.1+incompatible'],
    ['v2.0.0+incompatible', '3.0.0', 'v3.0.0+incompatible'],
    ['v2.0.0-20200101000000-abcdefabcdef+incompatible', '2.1.0', 'v2.1.0+incompatible'],
    ['v1.9.0', '2.0.0+incompatible', 'v2.0.0+incompatible'],
    ['v2.0.0', '3.0.0', '!module-path-changes'],
    ['v2.0.0', '3.0.0+incompatible', '!module-path-changes'],
    ['v0.3.0', '2.0.0', '!module-path-changes'],
    [pseudo, '2.0.0', '!module-path-changes'],
    ['v3.0.0', '2.0.0', 'already'],
    ['master', '1.0.0', '!unsupported-constraint'],
    ['v1.2', '1.2.3', '!unsupported-constraint'],
    ['latest', '1.2.3', '!unsupported-constraint'],
    ['', '1.2.3', '!unsupported-constraint'],
    ['v1.2.3', '1.3', 'v1.3.0'],
    ['v1.3.0', 'v1.3', 'already'],
    ['v1.2.3', '1', 'already'],
    ['v0.9.0', '1', 'v1.0.0'],
    ['v1.2.3', '2.0', '!module-path-changes'],
    ['v2.0.0+incompatible', '3.1', 'v3.1.0+incompatible'],
    ['v1.3', '1.3', '!unsupported-constraint'],
    ['v1.2.3', '1.3.x', '!unsupported-constraint'],
    [['v1.0.0', 'v1.1.0'], '1.2.0', '!unsupported-constraint'],
    [[], '1.2.0', '!unsupported-constraint'],
  ])

  test('a refused major version names both, and the two ways on', () => {
    const rewrite = rewritten(go, 'v1.9.0', '2.0.0')
    expect(rewrite).toMatchObject({
      message: expect.stringContaining('v1 to v2'),
      hint: expect.stringContaining('/v2'),
    })
  })
})

describe('the order of the Go modules reference', () => {
  test('ascending', () => {
    const versions = [
      'v0.0.0-20191109021931-daa7c04131f5',
      'v0.0.0',
      'v1.0.0-20191109021931-daa7c04131f5',
      'v1.2.3-pre',
      'v1.2.3-pre.0.20191109021931-daa7c04131f5',
      'v1.2.3',
      'v1.2.4-0.20191109021931-daa7c04131f5',
      'v1.2.4-pre',
      '1.2.4',
      'v1.12.134',
      'v2.0.9+incompatible',
      'v8.0.5-pre',
    ]
    for (const [at, low] of versions.entries()) {
      for (const high of versions.slice(at + 1)) expect([low, high, go.compare(low, high)]).toEqual([low, high, -1])
    }
  })

  test('with or without `v` and `+incompatible` is the same', () => {
    expect(go.compare('v1.2.3', '1.2.3')).toBe(0)
    expect(go.compare('v2.0.0+incompatible', 'v2.0.0')).toBe(0)
  })
})

test.each([
  ['v1.2.3', true],
  ['1.2.3', true],
  ['v2.0.0+incompatible', true],
  [pseudo, true],
  ['v1.2', true],
  ['v1.2.', false],
  ['v1.2-rc.1', false],
  ['v01.2.3', false],
  ['v1.2.3+meta', false],
  ['=1.2.3', false],
  ['v1.2.3 ', false],
  ['v1.2.3\n', false],
  ['', false],
])('is %j one version: %s', (text, expected) => {
  expect(go.isVersion(text)).toBe(expected)
})

test('a requirement is a minimum', () => {
  expect(go.admits(['v1.2.3'], '1.2.3')).toBe(true)
  expect(go.admits(['v1.2.3'], '1.9.0')).toBe(true)
  expect(go.admits(['v1.2.3'], '1.2.2')).toBe(false)
  expect(go.admits(['master'], '1.2.2')).toBe(false)
})

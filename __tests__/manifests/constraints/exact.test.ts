import { describe, expect, test } from '@jest/globals'
import { exact, tag } from '../../../src/manifests/constraints/exact.ts'
import { rows } from './table.ts'

describe('tag', () => {
  rows(tag, [
    ['v1.2.3', '1.2.9', 'v1.2.9'],
    ['v1.2.3', 'v1.2.9', 'v1.2.9'],
    ['1.2.3', '1.2.9', '1.2.9'],
    ['1.2.3', 'v1.2.9', '1.2.9'],
    ['V1.2.3', '1.2.9', 'V1.2.9'],
    ['v1', '1.2.9', 'v1.2.9'],
    ['1.0', '1.1', '1.1'],
    ['release-1.2.3', '1.2.9', 'release-1.2.9'],
    ['refs/tags/v1.2.3', '1.2.9', 'refs/tags/v1.2.9'],
    ['@s/b@1.2.3', '1.2.9', '@s/b@1.2.9'],
    ['v1.2.3-rc.1', '1.2.3', 'v1.2.3'],
    ['v1.2.3', '1.2.3.post1', 'v1.2.3.post1'],
    ['1.0rc1', '1.0', '1.0'],
    ['v1.2.9', '1.2.9', 'already'],
    ['v1.3.0', '1.2.9', 'already'],
    ['v1.2.3.Final', '1.2.3', 'already'],
    ['v1.2', '1.2.0', 'already'],
    ['main', '1.2.9', '!unsupported-constraint'],
    ['stable-1.2', '1.2.9', '!unsupported-constraint'],
    ['1-0-stable', '1.2.9', '!unsupported-constraint'],
    ['1.x', '1.2.9', '!unsupported-constraint'],
    ['v1.2.*', '1.2.9', '!unsupported-constraint'],
    ['abcdef0', '1.2.9', '!unsupported-constraint'],
    ['1234567', '9999999.0.0', '!unsupported-constraint'],
    ['0123456789012345678901234567890123456789', '1.2.9', '!unsupported-constraint'],
    ['5', '6.0.0', '!unsupported-constraint'],
    ['^1.2.3', '1.2.9', '!unsupported-constraint'],
    ['', '1.2.9', '!unsupported-constraint'],
    [[], '1.2.9', '!unsupported-constraint'],
    [['v1.2.3', 'v1.2.4'], '1.2.9', '!unsupported-constraint'],
    ['v1.2.3', 'main', '!unsupported-constraint'],
    ['v1.2.3', '1.2.9"', '!unsupported-constraint'],
  ])
  test('the order is numbers, then prereleases below and post-releases above', () => {
    const order = ['1.2.3-alpha', '1.2.3-rc.1', '1.2.3-rc.2', '1.2.3-rc.10', '1.2.3', '1.2.3.post1', '1.2.10', '1.10.0']
    expect(order.toReversed().sort(tag.compare)).toEqual(order)
    expect(['main', '1.0.0'].sort(tag.compare)).toEqual(['1.0.0', 'main'])
  })
  test('a tag admits its own version only', () => {
    expect(tag.admits(['v1.2.3'], '1.2.3')).toBe(true)
    expect(tag.admits(['v1.2.3'], '1.2.4')).toBe(false)
    expect(tag.admits(['main'], '1.2.4')).toBe(false)
  })
  test.each([' 1.2.3', '1.2.3 ', '1.2.3\n', '"1.2.3', 'main', ''])('%j is no version', (text) => {
    expect(tag.isVersion(text)).toBe(false)
  })
})

describe('exact', () => {
  rows(exact, [
    ['8.0.0+sha256.abc', '8.0.1', '8.0.1'],
    ['8.0.0', '8.0.1', '8.0.1'],
    ['v8.0.0', '8.0.1', 'v8.0.1'],
    ['8.0.0', 'v8.0.1', '8.0.1'],
    ['8.0.0-rc.1+sha512.ab/c=', '8.0.0', '8.0.0'],
    ['8.0.1+sha256.abc', '8.0.1', 'already'],
    ['9.0.0', '8.0.1', 'already'],
    ['8', '8.0.1', '!unsupported-constraint'],
    ['^8.0.0', '8.0.1', '!unsupported-constraint'],
    ['latest', '8.0.1', '!unsupported-constraint'],
    ['8.0.0', '8.1', '8.1.0'],
    [[], '8.0.1', '!unsupported-constraint'],
  ])
  test('an exact version admits itself only', () => {
    expect(exact.admits(['8.0.0+sha256.abc'], '8.0.0')).toBe(true)
    expect(exact.admits(['8.0.0'], '8.0.1')).toBe(false)
    expect(exact.admits(['8'], '8.0.1')).toBe(false)
  })
})

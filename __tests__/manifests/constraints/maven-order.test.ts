import { describe, expect, test } from '@jest/globals'
import { compareMaven } from '../../../src/manifests/constraints/maven-order.ts'

/** Every pair of an ascending list, both ways. */
function expectAscending(versions: readonly string[]): void {
  for (const [at, low] of versions.entries()) {
    for (const high of versions.slice(at + 1)) {
      expect([low, high, Math.sign(compareMaven(low, high))]).toEqual([low, high, -1])
      expect([high, low, Math.sign(compareMaven(high, low))]).toEqual([high, low, 1])
    }
  }
}

function expectEqual(...versions: readonly string[]): void {
  for (const a of versions) for (const b of versions) expect([a, b, compareMaven(a, b)]).toEqual([a, b, 0])
}

describe("Maven's published comparison tables", () => {
  test('qualifiers', () => {
    const text =
      '1-alpha2snapshot 1-alpha2 1-alpha-123 1-beta-2 1-beta123 1-m2 1-m11 1-rc 1-cr2 1-rc123 1-SNAPSHOT 1 1-sp 1-sp2 1-sp123 1-abc 1-def 1-pom-1 1-1-snapshot 1-1 1-2 1-123'
    expectAscending(text.split(' '))
  })

  test('numbers', () => {
    const text =
      '2.0 2.0.a 2-1 2.0.2 2.0.123 2.1.0 2.1-a 2.1b 2.1-c 2.1-1 2.1.0.1 2.2 2.123 11.a2 11.a11 11.b2 11.b11 11.m2 11.m11 11 11.a 11b 11c 11m'
    expectAscending(text.split(' '))
  })

  test('one list from alpha to build number', () => {
    expectAscending('1-alpha-1 1-beta 1-milestone 1-rc 1-snapshot 1 1-sp 1-foo 1-1 1.0.1 1.1'.split(' '))
    expectEqual('1-rc', '1-cr')
    expectEqual('1', '1-ga', '1-final', '1-release', '1.0', '1.ga')
  })

  test('equal ones', () => {
    for (const pair of [
      '1 1.0 1.0.0 1-0 1.0-0',
      '1a 1-a 1.0-a 1.0.0-a 1.0a 1.0.0a',
      '1x 1-x 1.0-x 1.0.0-x 1.0x 1.0.0x 1X',
      '1cr 1rc 1Cr 1rC',
      '1a1 1-alpha-1',
      '1b2 1-beta-2',
      '1m3 1-milestone-3 1Milestone3 1MileStone3 1MILESTONE3',
      '1ga 1release 1final 1GA 1RELEASE 1RELeaSE 1FinaL 1',
      '1-abcdefghijklmnopqrstuvwxyz 1-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      '1.é 1.É',
    ]) {
      expectEqual(...pair.split(' '))
    }
  })

  test.each([
    '1 2',
    '1.5 2',
    '1 2.5',
    '1.0 1.1 1.2',
    '1.0.0 1.0.1 1.1 1.2.0',
    '1.0-alpha-1 1.0-alpha-2 1.0-beta-1 1.0-SNAPSHOT 1.0',
    '1.0-alpha-1-SNAPSHOT 1.0-alpha-1',
    '1.0 1.0-1 1.0-2',
    '1.0.0 1.0-1',
    '2.0-1 2.0.1',
    '2.0.1 2.0.1-klm 2.0.1-lmn 2.0.1-xyz 2.0.1-123',
    '0.7 2',
    '0.2 1.0.7',
    '6.1.0rc3 6.1.0 6.1H.5-beta',
    '20190126.230843 1234567890.12345 123456789012345.1H.5-beta 12345678901234567890.1H.5-beta',
    '1-0.alpha 1-0.beta 1',
    'é 1',
    '\u{1D7E4} 1',
    '\u0668 1 9',
    'c 7',
    'J 7',
    'aardvark zebra ζέβρα',
    '1.0.RC2 1.0-RC3 1.0.1',
    '1-foo2 1-foo10',
    '1-ga 1-sp',
    '1-ga.1 1-sp.1',
    '1.K 1.7',
    '5.aardvark 5.zebra',
    '1.b 1.α',
    '1.0.final-redhat 1.0-sp1-redhat',
    '1.0.final-redhat 1.0-sp-1-redhat',
    '1.0.final-redhat 1.0-sp.1-redhat',
  ])('%s', (row) => expectAscending(row.split(' ')))

  test('a string with its number is not split from it, whatever the separator', () => {
    for (const x of ['abc', 'alpha', 'a', 'beta', 'b', 'def', 'milestone', 'm', 'RC']) {
      expectAscending([`1.0.0.${x}1`, `1.0.0-${x}2`])
      expectEqual(`2-${x}`, `2.0.${x}`, `2.0.0.${x}`)
    }
  })

  test('leading zeroes do not count, however many', () => {
    expectEqual(...Array.from({ length: 19 }, (_, zeroes) => `${'0'.repeat(zeroes)}1`))
    expectEqual(...Array.from({ length: 19 }, (_, zeroes) => '0'.repeat(zeroes + 1)))
  })
})

describe('real releases', () => {
  test.each([
    '5.3.9 5.3.18 5.3.27',
    '4.1.0.Beta1 4.1.0.CR1 4.1.0.Final 4.1.1.Final 4.1.100.Final',
    '2.9.10 2.9.10.1 2.9.10.8 2.10.0',
    '9.4.0.M0 9.4.0.RC0 9.4.0.v20161208 9.4.1.v20170120',
    '3.0.0-M1 3.0.0-M9 3.0.0',
    '30.1-jre 31.0-jre 31.1-jre',
  ])('%s', (row) => expectAscending(row.split(' ')))

  test('Jackson 2.10.0.pr1 is above 2.10.0 for Maven, as `pr` is no known qualifier', () => {
    expect(compareMaven('2.10.0.pr1', '2.10.0')).toBeGreaterThan(0)
  })
})

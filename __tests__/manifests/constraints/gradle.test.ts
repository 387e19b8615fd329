// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of build files are the subject
import { describe, expect, test } from '@jest/globals'
import { gradle } from '../../../src/manifests/constraints/gradle.ts'
import { compareGradle } from '../../../src/manifests/constraints/gradle-order.ts'
import { rows } from './table.ts'

function expectAscending(versions: readonly string[]): void {
  for (const [at, low] of versions.entries()) {
    for (const high of versions.slice(at + 1)) {
      expect([low, high, Math.sign(compareGradle(low, high))]).toEqual([low, high, -1])
      expect([high, low, Math.sign(compareGradle(high, low))]).toEqual([high, low, 1])
    }
  }
}

describe("Gradle's published order", () => {
  test.each([
    '1.0 2.0',
    '1.0 1.1',
    '1.2 1.10',
    '1.0.1 1.1.0',
    '1.2 1.2.3',
    '12 12.2.3 13',
    '1.0-1 1.0-2',
    '1.0-1 1.0.2',
    '1.0-1 1+0_2',
    '2.11.4 2.11.4+4',
    '1.0.a 1.0.b',
    '1.0.A 1.0.b',
    '1.0-ALPHA 1.0-BETA 1.0-alpha 1.0-beta',
    '1.0.alpha 1.0.b',
    'alpha beta',
    '1.0-a 1.0-alpha',
    '1.0-a 1.0-a1',
    '1.0-alpha 1.0 1.0.1',
    'a.b.c a.b.123',
    'a 123',
    '1.0.0-alpha.beta 1.0.0-alpha.1',
    '1.0.a 1.0',
    '1.beta.a 1.beta',
    'a-b-c a.b',
    '1 1.0 1.0.0',
    '1.0-SNAPSHOT 1.0 1.0-20150201.121010-123 1.0-20150201.121010-124 1.0-20150201.131010-1 1.1-SNAPSHOT 1.1-20150201.121010-12 1.2',
    '1.0-dev 1.0-XXX 1.0-alpha 1.0-zeta 1.0-rc 1.0-snapshot 1.0-final 1.0-ga 1.0-release 1.0-sp 1.0 1.0.1',
    '1.0.dev 1.0.alpha 1.0.rc 1.0.snapshot 1.0.final 1.0.ga 1.0.release 1.0.sp 1.0',
    '1.0-dev-1 1.0-dev-2 1.0-xx-1 1.0-rc-1 1.0-rc-2 1.0-final',
    '1.0-ga 1.0-',
    '1.1.a 1.1 1.1.0',
    '1.A 1.B 1.a 1.b 1.1',
  ])('%s', (row) => expectAscending(row.split(' ')))

  test.each([
    '1.0 1_0 1-0 1+0',
    '1.a.2 1a2 1.a2 1a.2',
    '01.0 1.0',
    '001.2.003 0001.02.3',
    '1.0-rc 1.0.RC',
    '1.0-rc-1 1.0.RC.1',
    '1.0-snapshot 1.0.SNAPSHOT',
    '1.0-sp 1.0.SP',
  ])('%s are equal', (row) => {
    const [first = '', ...others] = row.split(' ')
    for (const other of others) expect([other, compareGradle(first, other)]).toEqual([other, 0])
  })
})

describe("Gradle's published ranges", () => {
  test.each([
    ['[1.0,2.0]', '1.0 1.2.3 2.0 1.5-dev-1 1.2.3-rc-2 2.0-final', '0.99 2.0.1 42 2.5-dev-1 1.0-rc-2 1.0-final'],
    ['[1.0,2.0[', '1.0 1.2.3 1.99', '0.99 2.0 42 2.0-final'],
    ['[1.0,2.0)', '1.0 1.99', '2.0-final 2.0-dev 2.0.0-dev'],
    [']1.0,2.0]', '1.0.1 1.2.3 2.0', '1.0 2.0.1 42'],
    [']1.0,2.0[', '1.0.1 1.2.3 1.99', '1.0 2.0 42'],
    ['[1.0,)', '1.0 1.2.3 2.3.4', '0 0.99'],
    [']1.0,)', '1.0.1 1.2.3', '0 1 1.0'],
    ['(,2.0]', '0 0.1.2 2.0', '2.0.1 42'],
    ['(,2.0[', '0 0.1.2 1.99', '2.0 42'],
    ['[1.0-dev-1,2.0[', '1.0', ''],
    ['[1.0-dev-2,2.0[', '1.0', '1.0-dev-1'],
    ['[1.0,2.0-rc-2[', '2.0-rc-1', '2.0-rc-2'],
    ['[1.0,2.0-final[', '1.9', '2.0'],
    [']1.0-dev-1,1.0-dev-3[', '1.0-dev-2', '1.0-dev-3'],
    [']1.0-dev-1,1.0-rc-1[', '1.0-dev-99', '1.0-final-0'],
    ['[1.0]', '1.0', '1.1 1 0.9 1.0-beta1'],
    ['1.+', '1.0 1.5 1.0-rc', '2.0 10.0 1'],
    ['1+', '1 10.0 1.5', '2.0'],
    ['+', '1 2', ''],
    ['latest.release', '1 2', ''],
    ['1.7!!', '1.7', '1.8'],
    ['[1.7,1.8[!!1.7.25', '1.7 1.7.36', '1.8 1.6'],
  ])('%s admits %s and not %s', (constraint, inside, outside) => {
    for (const version of inside.split(' ').filter(Boolean))
      expect([version, gradle.admits([constraint], version)]).toEqual([version, true])
    for (const version of outside.split(' ').filter(Boolean))
      expect([version, gradle.admits([constraint], version)]).toEqual([version, false])
  })
})

describe('versions and intervals', () => {
  rows(gradle, [
    ['1.0', '1.1', '1.1'],
    ['1.1', '1.0', 'already'],
    ['1.0-SNAPSHOT', '1.0', '1.0'],
    ['1.0', '1.0.0', '1.0.0'],
    [']1.0,2.0[', '1.5', '[1.5,2.0['],
    [']1.0, 2.0[', '2.1', '[2.1, 3.0['],
    ['[1.0, 2.0)', '1.5', '[1.5, 2.0)'],
    ['(,2.0[', '1.5', '[1.5,2.0['],
    ['(,1.0]', '1.5', '[1.5]'],
    [']1.0,)', '1.5', '[1.5,)'],
    ['[1.0]', '1.5', '[1.5]'],
    ['[1.5,2.0[', '1.5', 'already'],
    ['[1.0,2.0)', '2.0-rc-1', '[2.0-rc-1,3.0)'],
    ['[1.0,2.0),[3.0,)', '1.5', '!unsupported-constraint'],
    ['[1.0,]', '1.5', '!unsupported-constraint'],
    ['[,2.0]', '1.5', '!unsupported-constraint'],
    ['(,)', '1.5', '!unsupported-constraint'],
    ['[2.0,1.0]', '1.5', '!unsupported-constraint'],
    ['$v', '1.5', '!unsupported-constraint'],
    ['${v}.1', '1.5', '!unsupported-constraint'],
    ['', '1.5', '!unsupported-constraint'],
    ['!!', '1.5', '!unsupported-constraint'],
    ['1.0@aar', '1.5', '!unsupported-constraint'],
  ])
})

describe('dynamic versions', () => {
  rows(gradle, [
    ['+', '1.5', 'unbounded'],
    ['latest.integration', '1.5', 'unbounded'],
    ['latest.milestone', '1.5', 'unbounded'],
    ['1.+', '1.0', 'unbounded'],
    ['1.+', '0.9', 'already'],
    ['1.2.+', '1.2.9', 'unbounded'],
    ['1.2.+', '2.0.1', '2.0.+'],
    ['1.2.+', '2', '[2,2.1)'],
    ['1+', '1.5', 'unbounded'],
    ['1+', '2.3', '2+'],
    ['1.0-rc+', '1.0-rc2', 'unbounded'],
    ['1.0-rc+', '1.5', '!unsupported-constraint'],
    ['1.++', '1.5', '!unsupported-constraint'],
  ])
})

describe('dynamic versions with a floor asked for', () => {
  rows(
    gradle,
    [
      ['+', '1.5', '[1.5,)'],
      ['latest.release', '1.5', '[1.5,)'],
      ['1.+', '0.9', 'already'],
      ['1.2.+', '2.0.1', '[2.0.1,2.1)'],
      ['1.2.3.+', '1.2.3.4', '[1.2.3.4,1.2.4)'],
      ['1+', '2.3', '[2.3,3.0)'],
      ['1.+!!1.2', '1.5', '[1.5,2.0)!!1.5'],
      [[], '1.5', '[1.5,)'],
    ],
    true,
  )
})

describe('rich versions', () => {
  rows(gradle, [
    ['1.8!!', '1.7', 'already'],
    ['[1.7,1.8[!!', '1.7.36', '[1.7.36,1.8[!!'],
    ['[1.7, 1.8[!!1.7.40', '1.7.36', '[1.7.36, 1.8[!!1.7.40'],
    ['[1.7,1.8[!!1.7.25', '1.8.1', '[1.8.1,1.9[!!1.8.1'],
    ['[1.7.36,1.8[!!1.7.36', '1.7.36', 'already'],
    ['1.+!!1.2', '1.5', '1.+!!1.5'],
    ['1.+!!1.6', '1.5', 'unbounded'],
    ['[1.7,1.8[!![1.7,)', '1.7.36', '!unsupported-constraint'],
    [['[1.0, 2.0[', '1.6'], '1.5', ['[1.5, 2.0[', '1.6']],
    [['[1.5, 2.0[', '1.0'], '1.5', ['[1.5, 2.0[', '1.5']],
    [['1.0', '1.0'], '1.5', ['1.5', '1.5']],
    [['1.6', '[1.5,2.0)'], '1.5', 'already'],
    [['1.0', 'nonsense here'], '1.5', '!unsupported-constraint'],
  ])
})

describe('one version', () => {
  test.each([
    ['1.0', true],
    ['1.0-20150201.131010-1', true],
    ['2.11.4+4', true],
    ['1.+', false],
    ['+', false],
    ['latest.release', false],
    ['1.7!!', false],
    ['', false],
    ['1.0 ', false],
    ['1.0\n', false],
    ["1.0'", false],
    ['$v', false],
    ['1.0<2', false],
  ])('%j: %s', (text, expected) => {
    expect(gradle.isVersion(text)).toBe(expected)
  })
})

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of build files are the subject
import { describe, expect, test } from '@jest/globals'
import { maven } from '../../../src/manifests/constraints/maven.ts'
import { rows } from './table.ts'

describe('a plain version', () => {
  rows(maven, [
    ['1.0', '1.0.1', '1.0.1'],
    ['1.0.1', '1.0', 'already'],
    ['1.0', '1.0.0', 'already'],
    ['2.0', '1.9', 'already'],
    ['1.0-SNAPSHOT', '1.0', '1.0'],
    ['1.1-SNAPSHOT', '1.0', 'already'],
    ['4.1.0.CR1', '4.1.0.Final', '4.1.0.Final'],
    ['4.1.0.Final', '4.1.0', 'already'],
    ['2.9.10', '2.9.10.8', '2.9.10.8'],
    ['31.0-jre', '32.0.1-jre', '32.0.1-jre'],
    ['Finchley.SR1', 'Finchley.SR3', 'Finchley.SR3'],
    [' 1.0\n  ', '1.1', ' 1.1\n  '],
    ['1.0_1', '1.1', '1.1'],
  ])
})

describe('one interval', () => {
  rows(maven, [
    ['[1.0,2.0]', '1.5', '[1.5,2.0]'],
    ['(1.0,2.0)', '1.5', '[1.5,2.0)'],
    ['(1.5,2.0)', '1.5', 'already'],
    ['[1.5,2.0)', '1.5', 'already'],
    ['[1.5,2.0)', '1.2', 'already'],
    ['[1.0,2.0)', '1.0', 'already'],
    ['(,2.0)', '1.5', '[1.5,2.0)'],
    ['(,2.0)', '2.0', '[2.0,3.0)'],
    ['(, 2.0)', '1.5', '[1.5, 2.0)'],
    ['(,1.5]', '1.5', '[1.5]'],
    ['[1.0,1.4]', '1.5.2', '[1.5.2]'],
    ['[ 1.0 , 2.0 )', '1.5', '[ 1.5 , 2.0 )'],
    ['[1.0, 2.0)', '2.1', '[2.1, 3.0)'],
    ['[1.0.0,1.5.0)', '1.6.2', '[1.6.2,1.7.0)'],
    ['[1.0,1.0.5)', '1.2', '[1.2,1.2.1)'],
    ['[1,2)', '2.3', '[2.3,3)'],
    ['[1.0.Final,2.0.Final)', '2.1.Final', '[2.1.Final,3.0.Final)'],
    ['[1.0,2.0-SNAPSHOT)', '2.1', '[2.1,3.0-SNAPSHOT)'],
    ['[1.0,2.0)', '2.0-rc1', '[2.0-rc1,2.0)'],
    ['[1.0]', '1.0', 'already'],
    ['[2.0]', '1.5', 'already'],
    ['(,)', '1.5', 'unbounded'],
    ['[Finchley,Greenwich)', 'Hoxton', '!unsupported-constraint'],
  ])
})

describe('several intervals', () => {
  rows(maven, [
    ['[1.0,2.0),[3.0,)', '1.5', '[1.5,2.0),[3.0,)'],
    ['[1.0,2.0),[3.0,)', '3.5', '[3.5,)'],
    ['[1.0,2.0), [3.0,4.0), [5.0,)', '3.5', '[3.5,4.0), [5.0,)'],
    ['[1.0,2.0),[3.0,4.0)', '4.5', '[4.5,5.0)'],
    ['[1.0],[1.2]', '1.5', '[1.5]'],
    ['[1.0],[1.2]', '1.2', '[1.2]'],
    ['(,1.0],[1.2,)', '1.5', '[1.5,)'],
    ['[1.0,2.0),[3.0,)', '2.5', '[2.5,3.0),[3.0,)'],
    ['[1.0,2.0),[2.6,)', '2.5', '!excluded-by-author'],
    ['[1.0],[3.0,)', '2.5', '[2.5],[3.0,)'],
    ['(,1.1),(1.1,)', '1.1', '!excluded-by-author'],
    ['(,1.1),(1.1,)', '1.0', '[1.0,1.1),(1.1,)'],
    ['(,1.1),(1.1,)', '1.2', '[1.2,)'],
    ['[1.5,2.0),[3.0,)', '1.5', 'already'],
    ['[3.0,4.0),[1.0,2.0)', '1.5', '!unsupported-constraint'],
    ['[1.0,3.0),[2.0,)', '1.5', '!unsupported-constraint'],
  ])
})

describe('not a requirement of Maven', () => {
  rows(
    maven,
    [
      '',
      ' ',
      '${v}',
      '${major}.2',
      '[1.0,2.0',
      '1.0,2.0',
      '[1.0,2.0)x',
      'x[1.0]',
      '(1.0)',
      '[1.0)',
      '[]',
      '[,',
      ']1.0,2.0[',
      '[2.0,1.0)',
      '[1.0,1.0)',
      '1.0 1.1',
      '[1.0,2.0,3.0)',
      '[[1.0]]',
    ].map((old) => [old, '1.5', '!unsupported-constraint'] as const),
  )
})

describe('with a floor asked for', () => {
  const strict = true
  rows(
    maven,
    [
      ['LATEST', '1.5', '[1.5,)'],
      ['RELEASE', '1.5', '[1.5,)'],
      ['(,)', '1.5', '[1.5,)'],
      ['1.0', '1.5', '1.5'],
      ['[1.5,)', '1.5', 'already'],
      [[], '1.5', '[1.5,)'],
    ],
    strict,
  )
})

describe('evaluation', () => {
  test.each([
    ['[1.0,2.0)', '2.0-rc1', true],
    ['[1.0,2.0)', '2.0', false],
    ['[1.0,2.0)', '1.0-rc1', false],
    ['[1.0,2.0]', '2.0.0', true],
    ['(,1.0],[1.2,)', '1.1', false],
    ['(,1.0],[1.2,)', '1.3', true],
    ['1.0', '1.0.0', true],
    ['1.0', '1.1', false],
    ['LATEST', '1.1', true],
    ['[1.0,', '1.1', false],
    ['[1.0,)', '$x', false],
  ])('%s, %s: %s', (constraint, version, expected) => {
    expect(maven.admits([constraint], version)).toBe(expected)
  })

  test.each([
    ['1.0', true],
    ['1.0-SNAPSHOT', true],
    ['4.1.0.Final', true],
    ['Hoxton.SR12', true],
    ['1_0+b', true],
    ['', false],
    [' 1.0', false],
    ['1.0\n', false],
    ['1.0"', false],
    ['1.0<', false],
    ['${v}', false],
    ['[1.0]', false],
    ['1.0,2.0', false],
    ['LATEST', false],
    ['release', false],
    ['-1', false],
    ['1'.repeat(257), false],
  ])('is %j one version: %s', (text, expected) => {
    expect(maven.isVersion(text)).toBe(expected)
  })

  test('a text that is no version comes after every version', () => {
    expect(maven.compare('99', '<x>')).toBeLessThan(0)
    expect(maven.compare('<x>', '99')).toBeGreaterThan(0)
    expect(maven.compare('<x>', '<y>')).toBeLessThan(0)
  })
})

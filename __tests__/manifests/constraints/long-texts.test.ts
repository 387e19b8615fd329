import { describe, expect, test } from '@jest/globals'
import { cargo } from '../../../src/manifests/constraints/cargo.ts'
import { composer } from '../../../src/manifests/constraints/composer.ts'
import { go } from '../../../src/manifests/constraints/go.ts'
import { gradle } from '../../../src/manifests/constraints/gradle.ts'
import { maven } from '../../../src/manifests/constraints/maven.ts'
import { nuget } from '../../../src/manifests/constraints/nuget.ts'
import { leastTime } from '../support/processor-time.ts'
import { rewritten } from './table.ts'

const size = 100_000
/** Milliseconds of processor time; a quadratic reading of 100 kB takes whole seconds. */
const LIMIT = 700
const units = [
  '1',
  '1.',
  '1-',
  'a1',
  '-alpha1',
  '.1-alpha.1',
  ' ',
  '\n',
  ' 1',
  '1 ',
  ',',
  ', ',
  ' , ',
  '|',
  '||',
  ' || ',
  '^1 ',
  '^1||',
  '>=1, ',
  '>= ',
  '!=1.1 ',
  '1 - ',
  '1 as ',
  '@dev',
  '*',
  '1.*',
  '+',
  '[',
  '(,',
  ']',
  '[1,',
  '[1],',
  '[1,2),',
  '[1 ',
  '!!',
  '9',
  '0',
]
const wrappings: readonly (readonly [string, string])[] = [
  ['', ''],
  ['1.0', 'x'],
  ['[1.0,', ')'],
  ['^1.0 ', '$'],
  ['1.0-alpha', '!'],
]

describe.each([maven, gradle, go, cargo, composer, nuget].map((dialect) => [dialect.dialect, dialect] as const))(
  '%s',
  (_, dialect) => {
    test('takes 100 kB of anything in time that grows with the text', () => {
      const slow: string[] = []
      for (const unit of units) {
        for (const [before, after] of wrappings) {
          const text = before + unit.repeat(Math.ceil(size / unit.length)) + after
          const time = leastTime(() => {
            rewritten(dialect, text, '1.5.0')
            rewritten(dialect, '1.0.0', text)
            dialect.admits([text], '1.5.0')
            dialect.admits(['1.0.0'], text)
            dialect.compare(text, `${text}1`)
            dialect.isVersion(text)
          }, LIMIT)
          if (time >= LIMIT) slow.push(`${before} ${unit} ${after}: ${time} ms`)
        }
      }
      expect(slow).toEqual([])
    })
  },
)

test('hundreds of alternatives are raised, the lower ones dropped', () => {
  const many = Array.from({ length: 400 }, (_, at) => `^${at + 1}.0`)
  const rewrite = rewritten(composer, many.join(' || '), '399.5.0')
  expect(rewrite).toEqual({ kind: 'write', parts: ['^399.5.0 || ^400.0'] })
})

test('hundreds of intervals are raised, the lower ones dropped', () => {
  const many = Array.from({ length: 250 }, (_, at) => `[${at + 1}.0,${at + 1}.9)`)
  const rewrite = rewritten(maven, many.join(','), '249.5')
  expect(rewrite).toEqual({ kind: 'write', parts: ['[249.5,249.9),[250.0,250.9)'] })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exact, tag } from '../../../src/manifests/constraints/exact.ts'
import { gem } from '../../../src/manifests/constraints/gem.ts'
import { npm } from '../../../src/manifests/constraints/npm.ts'
import { pep440 } from '../../../src/manifests/constraints/pep440.ts'
import { poetry } from '../../../src/manifests/constraints/poetry.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { leastTime } from '../support/processor-time.ts'

const options = fc.record({ strictFloor: fc.boolean(), canAppend: fc.boolean() })

describe.each([npm, pep440, poetry, gem, tag, exact].map((d) => [d.dialect, d] as const))(
  '%s is total',
  (_name, dialect) => {
    const pieces = fc.constantFrom(
      '^',
      '~',
      '>',
      '<',
      '=',
      '!',
      '|',
      '||',
      ',',
      ' ',
      '.',
      '*',
      'x',
      'v',
      '-',
      '+',
      '1',
      '0',
      '23',
      'rc',
      'a',
      '\\',
      '\n',
      '@',
      'npm:',
      '9'.repeat(20),
    )
    const soup = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((p) => p.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    test('no text makes it throw, and a refusal is plain text on one line', () => {
      fc.assert(
        fc.property(fc.array(soup, { maxLength: 3 }), soup, options, (parts, safe, option) => {
          dialect.isVersion(safe)
          dialect.compare(parts[0] ?? '', safe)
          dialect.admits(parts, safe)
          for (const version of [safe, '1.2.3']) {
            const rewrite = dialect.rewrite(parts, version, option)
            if (rewrite.kind === 'refuse')
              expect(`${rewrite.message}${rewrite.hint}`).toMatch(/^[\x20-\x7e\u00a1-\u024f]+$/)
          }
        }),
        fuzzRuns(1000),
      )
    })

    test('versions it accepts hold no space, quote or line end, and the order is antisymmetric', () => {
      fc.assert(
        fc.property(soup, soup, (a, b) => {
          if (dialect.isVersion(a)) expect(a).toMatch(/^[0-9A-Za-z.!+_-]+$/)
          expect(Math.sign(dialect.compare(a, b)) + Math.sign(dialect.compare(b, a))).toBe(0)
        }),
        fuzzRuns(1000),
      )
    })

    const long = 100_000
    const nasty = [
      '1',
      ' ',
      '.',
      '1.',
      '||',
      '>=1 ',
      '!=1,',
      '-',
      '1-',
      '\\\n',
      'x.',
      'npm:',
      '@',
      'a',
      '0.0.0-0',
      '^',
      '> ',
      ', ',
      '*',
      'v',
    ]
    test.each(nasty)('100 kB of %j take no time', (piece) => {
      const text = piece.repeat(Math.ceil(long / piece.length))
      const read = () => {
        for (const parts of [[text], [`1.0.0${text}`], [`>=1.0.0 ${text}2`]]) {
          dialect.rewrite(parts, '1.2.3', { strictFloor: true, canAppend: true })
          dialect.admits(parts, '1.2.3')
        }
        dialect.isVersion(text)
        dialect.rewrite(['1.0.0'], text, { strictFloor: true, canAppend: true })
      }
      expect(leastTime(read, 1000)).toBeLessThan(1000)
    })

    test.each(nasty)('1 kB of %j, which are still read, take no time', (piece) => {
      const text = piece.repeat(Math.floor(1000 / piece.length))
      const read = () => {
        for (const parts of [[text], [`1.0.0${text}`], [`>=1.0.0,${text}2`]]) {
          dialect.rewrite(parts, '1.2.3', { strictFloor: true, canAppend: true })
        }
      }
      expect(leastTime(read, 1000)).toBeLessThan(1000)
    })
  },
)

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Splice } from '../../src/manifests/format.ts'
import {
  applySplices,
  decodeManifest,
  encodeManifest,
  inverseSplices,
  lineOf,
  splitBom,
} from '../../src/manifests/splice.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('decodeManifest', () => {
  test('keeps the BOM and every byte of valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, bom) => {
        const stored = encodeManifest(bom ? `\uFEFF${text}` : text)
        const decoded = decodeManifest(stored)
        expect(typeof decoded === 'string' && [...encodeManifest(decoded)]).toEqual([...stored])
      }),
    )
  })

  test.each([
    ['a lone continuation byte', bytes(0x61, 0x80)],
    ['an overlong slash', bytes(0xc0, 0xaf)],
    ['a surrogate', bytes(0xed, 0xa0, 0x80)],
    ['a cut sequence', bytes(0xe2, 0x82)],
  ])('refuses %s', (_, stored) => {
    expect(decodeManifest(stored, 'a/pom.xml')).toMatchObject({ code: 'unparseable', path: 'a/pom.xml' })
  })

  test('names UTF-16 as the likely cause', () => {
    expect(decodeManifest(bytes(0xff, 0xfe, 0x7b, 0))).toMatchObject({ message: expect.stringContaining('UTF-16') })
  })
})

describe('splitBom', () => {
  test('takes one mark off, not two', () => {
    expect(splitBom('\uFEFF\uFEFFa')).toEqual({ bom: '\uFEFF', body: '\uFEFFa' })
    expect(splitBom('a\uFEFF')).toEqual({ bom: '', body: 'a\uFEFF' })
  })
})

const splice = (start: number, end: number, text: string): Splice => ({ span: { start, end }, text })

describe('applySplices', () => {
  test('applies in the order of the text, whatever order they come in', () => {
    expect(applySplices('abcdef', [splice(4, 5, 'X'), splice(0, 1, ''), splice(2, 2, '--')])).toBe('b--cdXf')
  })

  test.each([
    ['overlapping', [splice(0, 3, 'x'), splice(2, 4, 'y')]],
    ['two insertions at one place', [splice(1, 1, 'x'), splice(1, 1, 'y')]],
    ['an insertion where a replacement begins', [splice(1, 1, 'x'), splice(1, 2, 'y')]],
    ['outside the text', [splice(5, 7, 'x')]],
    ['turned round', [splice(3, 2, 'x')]],
    ['before the text', [splice(-1, 2, 'x')]],
    ['between units', [splice(0.5, 2, 'x')]],
  ])('throws on %s', (_, splices) => {
    expect(() => applySplices('abcdef', splices)).toThrow(RangeError)
  })

  test('output minus splices is the input', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.string({ maxLength: 5 }))), (text, cuts) => {
        const splices = disjoint(text, cuts)
        const output = applySplices(text, splices)
        expect(applySplices(output, inverseSplices(text, splices))).toBe(text)
      }),
    )
  })
})

/** Splices of two units at most, with at least one unit between any two. */
function disjoint(text: string, cuts: readonly (readonly [number, string])[]): readonly Splice[] {
  let from = 0
  return cuts.flatMap(([gap, replacement]) => {
    const start = from + (gap % 7)
    const end = Math.min(start + (gap % 3), text.length)
    from = end + 1
    return start <= text.length && start <= end ? [splice(start, end, replacement)] : []
  })
}

test('lineOf counts every kind of line end once', () => {
  const text = 'a\nb\r\nc\rd'
  expect([0, 2, 5, 7].map((offset) => lineOf(text, offset))).toEqual([1, 2, 3, 4])
  expect(lineOf(text, 999)).toBe(4)
})

import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Change, EditPlan, ManifestText } from '../../src/manifests/format.ts'
import { planEdit } from '../../src/manifests/plan-edit.ts'
import { fuzzRuns } from './support/fuzz-runs.ts'
import { goldenCases } from './support/golden.ts'

const cases = goldenCases(join(import.meta.dirname, 'fixtures'))

const NOISE = [
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ':',
  ',',
  '\n',
  '\r\n',
  '\r',
  '#',
  '//',
  '/*',
  '*/',
  '<!--',
  '-->',
]
const VERSIONS = [
  '<',
  '>',
  '$',
  '@',
  '=',
  '==',
  '>=',
  '~>',
  '^',
  '*',
  '||',
  ' ',
  '\t',
  '1',
  '.',
  '-',
  '+',
  '1.0',
  '2',
  'x',
  '!',
  ';',
]
interface Mutation {
  readonly file: number
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(5),
  at: fc.nat(3000),
  remove: fc.nat(6),
  insert: fc.oneof(fc.constantFrom(...NOISE, ...VERSIONS, 'é', '\uFEFF'), fc.string({ unit: 'binary', maxLength: 3 })),
})

function mutate(files: readonly ManifestText[], { file, at, remove, insert }: Mutation): ManifestText[] {
  return files.map(({ path, text }, i) => {
    if (i !== file % files.length) return { path, text }
    const start = at % (text.length + 1)
    return { path, text: text.slice(0, start) + insert + text.slice(start + remove) }
  })
}

/** What holds for every plan, whatever the texts. */
function expectLawful(result: EditPlan, files: readonly ManifestText[], change: Change): void {
  if (result.status === 'refused') {
    expect(result.refusal.message).not.toBe('')
    expect(result.refusal.hint).not.toBe('')
    return
  }
  if (result.status !== 'edit') return
  expect(result.evidence.length).toBeGreaterThan(0)
  for (const file of result.files) {
    const before = files.find(({ path }) => path === file.path)?.text ?? ''
    expect(file.text).not.toBe(before)
    expect(file.text.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'))
    // Only a list of new hashes may be longer or shorter than the old one.
    if (!change.hashes) expect(lineEnds(file.text)).toEqual(lineEnds(before))
    expectOnlyEvidenceLines(before, file, result)
  }
  const after = files.map((file) => result.files.find(({ path }) => path === file.path) ?? file)
  expect(planEdit(after, change).status).toBe('already')
}

function lineEnds(text: string): readonly string[] {
  return text.match(/\r\n|\n|\r/g) ?? []
}

/** Only lines from the first that the evidence names on may differ, and no more lines than parts of constraints. */
function expectOnlyEvidenceLines(before: string, file: ManifestText, result: EditPlan & { status: 'edit' }): void {
  const old = before.split(/\r\n|\n|\r/)
  const now = file.text.split(/\r\n|\n|\r/)
  const differing = old.flatMap((line, i) => (line === now[i] ? [] : [i + 1]))
  const named = result.evidence.filter(({ path }) => path === file.path)
  expect(differing.length).toBeGreaterThan(0)
  expect(differing[0]).toBe(Math.min(...named.map(({ line }) => line)))
  for (const { line } of named) expect(differing).toContain(line)
}

describe('whatever the files say', () => {
  test('planEdit gives a lawful plan for real manifests with noise in them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.array(mutation, { maxLength: 3 }), ({ files, change }, mutations) => {
        const noisy = mutations.reduce(mutate, [...files])
        expectLawful(planEdit(noisy, change), noisy, change)
      }),
      fuzzRuns(3000),
    )
  })

  test('planEdit gives a lawful plan for any text and any change', () => {
    const path = fc.constantFrom(...new Set(cases.flatMap(({ files }) => files.map((file) => file.path))))
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 4 }),
        text,
        text,
        text,
        text,
        (paths, content, packageName, from, to) => {
          const files = paths.map((one) => ({ path: one, text: content }))
          const change = { packageName, from, to }
          expectLawful(planEdit(files, change), files, change)
        },
      ),
      fuzzRuns(1500),
    )
  })

  test('the same files in another order give the same texts', () => {
    const many = cases.filter(({ files }) => files.length > 1)
    fc.assert(
      fc.property(fc.constantFrom(...many), fc.infiniteStream(fc.nat(100)), ({ files, change }, order) => {
        const shuffled = files
          .map((file) => ({ file, rank: order.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ file }) => file)
        expect(texts(planEdit(shuffled, change))).toEqual(texts(planEdit(files, change)))
      }),
    )
  })

  test('files of no format change nothing', () => {
    for (const { files, change } of cases) {
      const more = [...files, { path: 'README.md', text: files[0]?.text ?? '' }]
      expect(texts(planEdit(more, change))).toEqual(texts(planEdit(files, change)))
    }
  })
})

function texts(result: EditPlan): unknown {
  return result.status === 'edit' ? new Map(result.files.map(({ path, text }) => [path, text])) : result.status
}

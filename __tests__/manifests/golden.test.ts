import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Change, ManifestText } from '../../src/manifests/format.ts'
import { planEdit } from '../../src/manifests/plan-edit.ts'
import { type Expected, type GoldenCase, goldenCases } from './support/golden.ts'

const BOM = '\uFEFF'

/** Ways in which the same manifest may be stored; each must be edited alike. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as is': (text) => text,
  'as CRLF': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with a BOM': (text) => (text.startsWith(BOM) ? text : BOM + text),
  'without a final newline': (text) => text.replace(/(?:\r?\n)+$/, ''),
}

const cases = goldenCases(join(import.meta.dirname, 'fixtures')).filter(({ name }) =>
  name.includes(process.env.GOLDEN ?? ''),
)

test('there are golden cases', () => {
  expect(cases.length).toBeGreaterThan(0)
})

describe.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
  for (const [variant, store] of Object.entries(variants)) {
    if (variant !== 'as is' && golden.files.every(({ text }) => store(text) === text)) continue
    test(variant, () => expectOutcome(golden, stored(golden.files, store), store))
  }
})

function expectOutcome(golden: GoldenCase, files: readonly ManifestText[], store: (text: string) => string): void {
  const { change, expected } = golden
  const before = structuredClone(files)
  const plan = planEdit(files, change)
  expect(files).toEqual(before)
  if (plan.status === 'refused') {
    expect({ expected, refusal: plan.refusal }).toEqual({ expected: refusedWith(expected), refusal: plan.refusal })
    expect(plan.refusal.message).not.toBe('')
    expect(plan.refusal.hint).not.toBe('')
  }
  expect(plan.status).toBe(expected.status)
  if (plan.status === 'refused' && expected.status === 'refused') expect(plan.refusal.code).toBe(expected.code)
  if (plan.status === 'edit' && expected.status === 'edit') {
    expect(byPath(plan.files)).toEqual(byPath(stored(expected.files, store)))
    expectEvidence(plan.evidence, files)
    expectSettled(files, plan.files, change)
  }
  if (golden.notes) expect(plan.notes.map(({ code }) => code).sort()).toEqual([...golden.notes].sort())
}

function refusedWith(expected: Expected): unknown {
  return expected.status === 'refused' ? expected : `no refusal but ${JSON.stringify(expected.status)}`
}

/** Evidence names a real line of a given file and a real difference. */
function expectEvidence(
  evidence: readonly { path: string; line: number; before: string; after: string }[],
  files: readonly ManifestText[],
): void {
  expect(evidence.length).toBeGreaterThan(0)
  for (const { path, line, before, after } of evidence) {
    const text = files.find((file) => file.path === path)?.text ?? ''
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(text.split('\n').length)
    expect(after).not.toBe(before)
  }
}

/** A second run over the edited files finds nothing more to do. */
function expectSettled(files: readonly ManifestText[], edited: readonly ManifestText[], change: Change): void {
  const after = files.map((file) => edited.find(({ path }) => path === file.path) ?? file)
  expect(planEdit(after, change).status).toBe('already')
}

function stored(files: readonly ManifestText[], store: (text: string) => string): readonly ManifestText[] {
  return files.map(({ path, text }) => ({ path, text: store(text) }))
}

function byPath(files: readonly ManifestText[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]))
}

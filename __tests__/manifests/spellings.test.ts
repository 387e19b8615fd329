/** Odd but real spellings of npm and Python manifests, one file each, with the whole text that must come of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { planEdit } from '../../src/manifests/plan-edit.ts'

interface Spelling {
  readonly path: string
  readonly before: string
  readonly package: string
  readonly to: string
  readonly strictFloor?: boolean
  readonly hashes?: readonly string[]
  readonly ecosystem?: 'npm' | 'pypi'
  /** The text after the edit; absent where there is none. */
  readonly after?: string
  /** `already`, or the code of the refusal. */
  readonly outcome?: string
}

const spellings = JSON.parse(readFileSync(join(import.meta.dirname, 'spellings.json'), 'utf8')) as Spelling[]
const byPath = Map.groupBy(spellings, ({ path }) => path)

describe.each([...byPath])('%s', (path, rows) => {
  test.each(rows.map((row, i) => [`${i} ${JSON.stringify(row.before).slice(0, 80)}`, row] as const))('%s', (_, row) => {
    const { before, package: packageName, to, after, outcome, ...rest } = row
    const change = { packageName, from: '1.0.0', to, ...rest }
    const plan = planEdit([{ path, text: before }], change)
    expect(plan.status === 'refused' ? plan.refusal.code : plan.status).toBe(outcome ?? 'edit')
    if (plan.status !== 'edit' || after === undefined) return
    expect(plan.files).toEqual([{ path, text: after }])
    expect(planEdit([{ path, text: after }], change).status).toBe('already')
  })
})

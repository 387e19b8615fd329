import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { dialects } from '../../src/manifests/constraints/index.ts'
import type { Dialect } from '../../src/manifests/format.ts'
import { formats } from '../../src/manifests/formats/index.ts'
import { planEdit } from '../../src/manifests/plan-edit.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/manifests.md'), 'utf8')
const words = readFileSync(join(root, 'src/manifests/format.ts'), 'utf8')

/** The rows of the table under a heading, cell by cell; `\|` is a bar within a cell. */
function table(heading: string): readonly (readonly string[])[] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split(/\n## /)[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  )
}

const code = (cell = '') => /^`(.*)`$/.exec(cell)?.[1] ?? cell

test('the table of formats holds each registered format once, and no other', () => {
  const named = table('Formats').map(([id]) => code(id))
  expect([...named].sort()).toEqual(formats.map(({ id }) => id).sort())
})

test('the table of refusals holds each code once, in the order of the contract', () => {
  const union = /export type RefusalCode =\n((?: {2}\| '[a-z-]+'\n)+)/.exec(words)?.[1] ?? ''
  const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)
  expect(codes.length).toBeGreaterThan(5)
  expect(table('Refusals').map(([name]) => code(name))).toEqual(codes)
})

describe('the rules of constraints', () => {
  const rows = table('What is written').map(([, dialect, before, safe, after]) => [
    dialect ?? '',
    code(before),
    safe ?? '',
    code(after),
  ])

  test('speak of every dialect that has ranges', () => {
    const plain = ['tag', 'exact']
    const spoken = new Set(rows.map(([dialect]) => dialect))
    expect([...spoken].sort()).toEqual(
      Object.keys(dialects)
        .filter((name) => !plain.includes(name))
        .sort(),
    )
  })

  test.each(rows)('%s: %s raised to %s is %s', (name, before, safe, after) => {
    const parts = name === 'gem' ? before.split(', ') : [before]
    const options = { strictFloor: false, canAppend: name === 'gem' }
    const outcome = dialects[name as Dialect]?.rewrite(parts, safe, options)
    expect(outcome?.kind).toBe(before === after ? 'keep' : 'write')
    if (outcome?.kind === 'write') expect(outcome.parts.join(', ')).toBe(after)
  })
})

describe('the examples', () => {
  const blocks = [...page.matchAll(/^```diff (\S+) (\S+) (\S+) → (\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, path = '', packageName = '', from = '', to = '', outcome = 'edit', body = '']) =>
      [`${outcome}: ${packageName} in ${path}`, { path, packageName, from, to, outcome, body }] as const,
  )
  const side = (body: string, sign: '-' | '+') =>
    body
      .split('\n')
      .filter((line) => line.startsWith(' ') || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('')

  test('are all recognised, and show every refusal that a file can bring about', () => {
    expect(blocks.length).toBe(page.match(/^```diff/gm)?.length)
    const shown = new Set(blocks.map(([, { outcome }]) => outcome))
    const none = ['would-downgrade', 'proof-failed']
    const codes = table('Refusals').map(([name]) => code(name))
    for (const name of codes) expect(shown.has(name) || none.includes(name)).toBe(true)
  })

  test.each(blocks)('%s', (_, { path, packageName, from, to, outcome, body }) => {
    const plan = planEdit([{ path, text: side(body, '-') }], { packageName, from, to })
    expect(plan.status === 'refused' ? plan.refusal.code : plan.status).toBe(outcome)
    if (plan.status === 'edit') expect(plan.files).toEqual([{ path, text: side(body, '+') }])
  })
})

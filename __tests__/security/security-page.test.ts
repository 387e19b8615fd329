/** docs/security.md says which test holds each criterion: the test is there, under that title, and none is left out. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const page = read('docs/security.md')
const rows = [...page.matchAll(/^\| (\d*) *\| ([^|]+) \| (`.+) \|$/gm)].map(([, number = '', what, tests = '']) => ({
  number,
  what,
  tests: tests.split('<br>').map((text) => /^`([^`]+)` › (.+)$/.exec(text)?.slice(1) ?? [text, '']) as [
    string,
    string,
  ][],
}))
const named = rows.flatMap(({ number, what, tests }) => tests.map(([file, title]) => ({ number, what, file, title })))

/** The titles in calls of test and describe: not those in comments. */
function titlesOf(file: string): string[] {
  const calls = /\b(?:test|describe|withVectors)(?:\.\w+(?:\([^()]*\))?)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  const tables = /\]?(?: as const)?\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g
  const rowsOfTables = /^\s*(?:name: |\[)(['"`])((?:\\.|(?!\1)[^\\])*)\1/gm
  return [calls, tables, rowsOfTables].flatMap((pattern) =>
    [...read(file).matchAll(pattern)].map(([, , text = '']) => text),
  )
}

describe('the table of criteria', () => {
  test('has each of the 31 once, in order', () => {
    expect(rows.map(({ number }) => number).filter(Boolean)).toEqual(
      Array.from({ length: 31 }, (_, at) => String(at + 1)),
    )
  })

  test.each(named)('$number $what: $title', ({ file, title }) => {
    expect([file, existsSync(join(root, file))]).toEqual([file, true])
    expect([title, title !== '' && titlesOf(file).some((text) => text.includes(title))]).toEqual([title, true])
  })

  test('names no test twice', () => {
    expect(new Set(named.map(({ file, title }) => `${file} ${title}`)).size).toBe(named.length)
  })
})

test('31. every runtime dependency has its reason in the docs, and nothing that is gone has one', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const section = page.slice(page.indexOf('### Runtime dependencies'))
  const listed = [...section.matchAll(/^\| `([^`]+)` \| (\S.{9,}) \|$/gm)].map(([, name]) => name)
  expect(listed.toSorted()).toEqual(Object.keys(dependencies).toSorted())
})

test('a sealed request is described as it is made', () => {
  const source = read('src/request/sealed.ts')
  const label = /const label = '([^']+)'/.exec(source)?.[1] ?? ''
  expect(label).not.toBe('')
  expect(page).toContain(`info: \`${label}\``)
})

test('SECURITY.md says how to report', () => {
  expect(read('SECURITY.md')).toMatch(/in private/)
})

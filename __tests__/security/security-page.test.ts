/** docs/security.md says which test holds each criterion: the test is there, under that title, and none is left out. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const page = read('docs/security.md')
const rows = [...page.matchAll(/^\| (\d*) *\| ([^|]+) \| `([^`]+)` › (.+) \|$/gm)].map(
  ([, number = '', what, file = '', title = '']) => ({
    number,
    what,
    file,
    title,
  }),
)

describe('the table of criteria', () => {
  test('has each of the 31 once, in order', () => {
    expect(rows.map(({ number }) => number).filter(Boolean)).toEqual(
      Array.from({ length: 31 }, (_, at) => String(at + 1)),
    )
  })

  test.each(rows)('$number $what: the test is there', ({ file, title }) => {
    expect([file, existsSync(join(root, file))]).toEqual([file, true])
    // The title must stand in a call of test or describe, not in a comment.
    const titles = [
      ...read(file).matchAll(
        /\b(?:test|describe|withVectors)(?:\.\w+(?:\([^()]*\))?)*\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
      ),
    ].map(([, , text]) => text)
    const each = [...read(file).matchAll(/\]?(?: as const)?\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(
      ([, , text]) => text,
    )
    expect([...titles, ...each].some((text) => text?.includes(title))).toBe(true)
  })

  test('names no test twice', () => {
    expect(new Set(rows.map(({ file, title }) => `${file} ${title}`)).size).toBe(rows.length)
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

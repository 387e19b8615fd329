import { describe, expect, test } from '@jest/globals'
import type { Change, Span } from '../../src/manifests/format.ts'
import { packageJson } from '../../src/manifests/formats/package-json.ts'
import type { Demand } from '../../src/manifests/plan/judge.ts'
import { editFile, type FileEdit, prove } from '../../src/manifests/plan/prove.ts'
import { differences } from '../../src/manifests/plan/reading.ts'
import { type ScannedFile, type Site, scanFile } from '../../src/manifests/plan/survey.ts'

const TEXT = '{"name":"app","dependencies":{"a":"^1.0.0","b":"^1.0.0"},"files":["1.0.0"]}'
const CHANGE: Change = { packageName: 'b', from: '1.0.0', to: '1.0.1' }

function scanned(text: string): ScannedFile {
  const file = scanFile({ path: 'package.json', text }, packageJson)
  if ('reason' in file) throw new Error(file.reason)
  return file
}

const file = scanned(TEXT)
const siteOf = (name: string): Site => {
  const declaration = file.declarations.find(({ names }) => names[0] === name)
  if (!declaration) throw new Error(`no ${name}`)
  return { file, declaration }
}
const b = siteOf('b')

function demand(site: Site, after: string, written = after, span?: Span): Demand {
  const { value } = site.declaration
  const part = value.kind === 'literal' ? value.parts[0] : undefined
  if (!part) throw new Error('no part')
  return { site, span: span ?? part.span, before: part.text, after, written }
}

const verdict = (edit: FileEdit, sites = [b], change = CHANGE) => prove([edit], [file], sites, change)

describe('the proof', () => {
  test('confirms the intended edit', () => {
    expect(verdict(editFile(file, [demand(b, '^1.0.1')]))).toBeUndefined()
  })

  const span = (text: string): Span => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length })
  const withText = (edited: string): FileEdit => ({ ...editFile(file, [demand(b, '^1.0.1')]), edited })
  const edited = TEXT.replace('"b":"^1.0.0"', '"b":"^1.0.1"')
  const faults: readonly (readonly [string, FileEdit])[] = [
    ['text that is no JSON any more', editFile(file, [demand(b, '^1.0.1', '^1.0.1"')])],
    ['a declaration too many', editFile(file, [demand(b, '^1.0.1', '^1.0.1","c":"1')])],
    ['another text than intended', editFile(file, [demand(b, '^1.0.1', '^1.0.2')])],
    ['a text that is still too low', editFile(file, [demand(b, '^1.0.0-rc.1')])],
    ['a text that does not admit the safe version', editFile(file, [demand(b, '^1.0.1 <1.0.1')])],
    ['another declaration changed as well', withText(edited.replace('"a":"^1.0.0"', '"a":"^1.0.1"'))],
    ['a name changed as well', withText(edited.replace('"a":', '"z":'))],
    ['a value that no declaration holds changed as well', withText(edited.replace('["1.0.0"]', '["1.0.1"]'))],
    ['a byte that no parser looks at changed as well', withText(edited.replace('"files":[', '"files": ['))],
    ['nothing changed', withText(TEXT)],
    ['the wrong declaration changed', editFile(file, [demand(siteOf('a'), '^1.0.1')])],
    ['a string that is no declaration changed', editFile(file, [demand(b, '^1.0.1', '^1.0.1', span('app'))])],
  ]
  test.each(faults)('withdraws %s', (_, edit) => {
    expect(verdict(edit)).toMatchObject({
      code: 'proof-failed',
      path: 'package.json',
      hint: expect.stringContaining('fault of this program'),
    })
  })
})

describe('differences', () => {
  test('finds changed values and keys, however deep', () => {
    const deep = (leaf: string) => Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], leaf)
    expect(differences(deep('a'), deep('b'))).toEqual(['b'])
    expect(differences({ a: 1, k: [true, null] }, { a: 1, l: [true, 2] })).toEqual(['l', '2'])
    expect(differences(new Map([['a', 1n]]), new Map([['a', 1n]]))).toEqual([])
  })

  test.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [[1], [1, 2]],
    [{ a: {} }, { a: 'x' }],
    [{ a: null }, { a: {} }],
  ])('sees another shape: %j and %j', (before, after) => {
    expect(differences(before, after)).toBeUndefined()
  })

  test('does not take a document for another one because of its prototype', () => {
    expect(differences(JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":2}}'))).toEqual(['2'])
  })
})

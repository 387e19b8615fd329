import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser'
import { ManifestSyntaxError } from '../../../src/manifests/format.ts'
import { spanOf } from '../../../src/manifests/syntax/logical-text.ts'
import { type TomlNode, tomlAt, tomlText } from '../../../src/manifests/syntax/toml.ts'
import { readToml } from '../../../src/manifests/syntax/toml-reader.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { mutated } from '../support/scan-laws.ts'

/** Tables, arrays and strings as plain data; scalars become `#`, since only their place matters here. */
function plain(node: TomlNode): unknown {
  if (node.kind === 'string') return node.content.text
  if (node.kind === 'scalar') return '#'
  if (node.kind === 'array') return node.items.map(plain)
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.node)]))
}

function plainData(value: unknown): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plainData)
  if (typeof value !== 'object' || value === null || value instanceof Date) return '#'
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainData(entry)]))
}

function ours(text: string): unknown {
  try {
    return plain(readToml(text))
  } catch (error) {
    if (error instanceof ManifestSyntaxError) return 'syntax error'
    throw error
  }
}

function theirs(text: string): unknown {
  try {
    return plainData(getStaticTOMLValue(parseTOML(text, { tomlVersion: 'latest' })))
  } catch (error) {
    if (error instanceof ParseError) return 'syntax error'
    throw error
  }
}

describe('reads as another parser does', () => {
  const documents = [
    'a = 1\nb.c = "x"\n[t]\nd = [1, "y", { z = [] },\n # c\n]\n[[u]]\nv = 1\n[u.w]\nx = 2\n[[u]]\n[[u.y]]\n',
    'a = """\nx\\\n   y"""\nb = \'\'\'\n\'\'x\'\'\'\'\'\nc = """a"" b"""""\n',
    'a = "\\u00e9\\U0001F600\\t\\"\\\\"\n"q\\u0041" = 1\n\'l\' = 2\n"" = 3\n',
    'a = 1979-05-27 07:32:00Z\nb = 1979-05-27T07:32\nc = 07:32:00.5\nd = 1979-05-27 # x\ne = 1_000.5e-1_0\nf = -inf\ng = 0xdead_beef\n',
    'a = { b.c = 1, b.d = 2, }\ne = {\n f = 1 # c\n, g = 2 }\n',
    '[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3\n',
    'a.b = 1\n[a.c]\nd = 1\n',
    '[[a.b]]\n[a.b.c]\n[[a.b]]\n[a.b.c]\n',
    ' [ a . "b" ] # c\n\tx = 1\t# d',
    '',
    '# only',
  ]
  test.each(documents)('%j', (text) => {
    expect(ours(text)).not.toBe('syntax error')
    expect(ours(text)).toEqual(theirs(text))
    const crlf = text.replaceAll('\n', '\r\n')
    expect(ours(crlf)).toEqual(theirs(crlf))
  })

  const broken = [
    'a = 1\na = 2',
    '[a]\n[a]',
    'a = 1\n[a]',
    'a = {}\n[a.b]',
    'a.b = 1\n[a]',
    '[a]\nb.c = 1\n[a.b]',
    '[a.b]\n[a]\nb.c = 1',
    'a = []\n[[a]]',
    '[[a]]\n[a]',
    '[a]\n[[a]]',
    'a = { b = 1 }\na.c = 2',
    'a = {b.c = 1, b = 2}',
    'a',
    'a =',
    '= 1',
    'a = 1 b = 2',
    'a = "x\ny"',
    'a = "\\q"',
    'a = "\\ud800"',
    'a = "\\u12"',
    'a = """x',
    "a = 'x",
    'a = [1 2]',
    'a = [,]',
    'a = [',
    'a = {,}',
    'a = {',
    '[a',
    '[[a]',
    '[]',
    'a..b = 1',
    '.a = 1',
    'a = 01',
    'a = 1__0',
    'a = _1',
    'a = 1.',
    'a = .1',
    'a = 0x',
    'a = TRUE',
    'a = 2023-02-29',
    'a = 1979-13-01',
    'a = 1979-05-27T24:00:00Z',
    'a = 07:60:00',
    'a = yes',
    'a = \u0001',
    '# \u0001',
    'a = "\u007f"',
    'a = 1\rb = 2',
    '"""a""" = 1',
    '[a] b = 1',
  ]
  test.each(broken)('%j is broken', (text) => {
    expect(ours(text)).toBe('syntax error')
    expect(theirs(text)).toBe('syntax error')
  })

  test('any document made of TOML words', () => {
    const word = fc.constantFrom(
      ...[
        'a',
        'b',
        '"c"',
        "'d'",
        '1',
        'true',
        '"x"',
        '"""',
        "'''",
        '"\\u0041"',
        '1.5',
        '1979-05-27',
        '[',
        ']',
        '[[',
        ']]',
      ],
      ...[
        '{',
        '}',
        '=',
        '=',
        '.',
        ',',
        '\n',
        '\n',
        '\r\n',
        ' ',
        '#',
        '\\',
        '"',
        "'",
        '\na = 1\n',
        '\n[a]\n',
        '\n[[a]]\n',
        '\na.b = ',
      ],
    )
    const statement = fc.constantFrom(
      'a = "1"',
      'b.c = 1',
      '[a]',
      '[[a]]',
      '[a.b]',
      '[[a.b]]',
      'a.b.c = {d = 1}',
      'c = [',
      ']',
      '[b.c.d]',
    )
    const text = fc.oneof(
      fc.array(word, { maxLength: 25 }).map((words) => words.join('')),
      fc.array(statement, { maxLength: 8 }).map((lines) => lines.join('\n')),
    )
    fc.assert(
      fc.property(text, (document) => expect([document, ours(document)]).toEqual([document, theirs(document)])),
      fuzzRuns(20_000),
    )
  })
})

test('reads mutated documents as another parser does', () => {
  const sample = `a.b = 1 # c
[t."u v"]
c = { d = "x\\u0041", e.f = 'y', }
g = [ 1_0, 0x1F, 1979-05-27T07:32:00Z, [ "z" ], ]
[[t.w]]
h = """
i \\
  j"""
[[t.w]]
k = '''l'''
[t]
m = +1.5e3
`
  const pieces = [...'"\'#[]{}=,.\\/_-+: \t\n\0', '\r\n', '"""', "'''", '\\u0041', '1', 'e', 'a']
  // Lone carriage returns the other parser lets pass; lone surrogates it does not, and UTF-8 cannot hold them.
  const texts = mutated(sample, pieces).filter((text) => text.isWellFormed() && !/\r(?!\n)/.test(text))
  fc.assert(
    fc.property(texts, (text) => expect([text, ours(text)]).toEqual([text, theirs(text)])),
    fuzzRuns(10_000),
  )
})

test('a string knows where its characters stand, escapes and line ends included', () => {
  const text = 'a = """\r\nx\\u0041y\r\n\\\r\n   z"""'
  const node = tomlAt(readToml(text), 'a')
  expect(tomlText(node)).toBe('xAy\nz')
  const at = (from: number, to: number) => {
    if (node?.kind !== 'string') throw new Error('no string')
    const { start, end } = spanOf(node.content, from, to)
    return text.slice(start, end)
  }
  expect(at(0, 1)).toBe('x')
  expect(at(1, 2)).toBe('\\u0041')
  expect(at(2, 4)).toBe('y\r\n')
  expect(at(4, 5)).toBe('z')
  expect(at(2, 5)).toBe('y\r\n\\\r\n   z')
})

test('a long string and a long key are read', () => {
  const long = 'x'.repeat(1 << 20)
  expect(tomlText(tomlAt(readToml(`a = "${long}"`), 'a'))).toBe(long)
  expect(readToml(`${long} = 1`).entries.has(long)).toBe(true)
})

/** Our reader of YAML against the `yaml` package: the same tree with the same places, or no answer. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ManifestSyntaxError } from '../../../src/manifests/format.ts'
import { parseYaml } from '../../../src/manifests/syntax/yaml.ts'
import { readYamlByLibrary } from '../../../src/manifests/syntax/yaml-library.ts'
import { BeyondReader } from '../../../src/manifests/syntax/yaml-lines.ts'
import { readYaml } from '../../../src/manifests/syntax/yaml-reader.ts'
import { type YamlDocument, yamlTree } from '../../../src/manifests/syntax/yaml-tree.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { mutated } from '../support/scan-laws.ts'
import { yamlTexts } from '../support/yaml-texts.ts'

/** The tree as data, or the reason against it; functions do not count. */
function told(document: () => YamlDocument): unknown {
  try {
    return JSON.parse(JSON.stringify(yamlTree(document())))
  } catch (error) {
    if (error instanceof ManifestSyntaxError) return error.message
    throw error
  }
}

/** What our reader says, which the library must say too; undefined when it leaves the text alone. */
function agreed(text: string): unknown {
  let own: YamlDocument
  try {
    own = readYaml(text)
  } catch (error) {
    if (!(error instanceof BeyondReader)) throw error
    expect(error.offset).toBeGreaterThanOrEqual(0)
    expect(error.offset).toBeLessThanOrEqual(text.length)
    return undefined
  }
  const tree = told(() => own)
  expect(tree).toEqual(told(() => readYamlByLibrary(text)))
  return tree
}

const WORKSPACE = `# what is built
packages:
  - "apps/*" # first
  - '!**/test'
- {}
catalog:
  a: ^1.0.0 # keep
  "@s/b":   "\\u005e1.0.0"
  c: &v 1.0.0
  d: *v
  'it''s': 'a''b'
catalogs:
  one: { e: '~1.0.0', f: <2, "g":1 }
  two: &two
    g: npm:b@^1.0.0
    g2: 1.2.3 || ^2.0.0
  three:
    <<: *two
    h: |
      1.0.0

     # no comment
    i: >-
      a
       b
  four: {
    a: b, "c": d,
    # comment
    e: [1, {x: y}], f: &q "z",
  }
overrides:
  a>b: 1.0.0
  'c@<2': ">=1 <2"
onlyBuiltDependencies:
- esbuild
- a: b
  c:
    - - d
      - e
-
  f: g
- "over
    lines"
- goes on
  here

  and here
- !!str tagged
empty:
last: !!map
  x: y
...
`

const PIECES = [
  ...['\n', '\n  ', '\n    ', ' ', '  ', '\t', '\r\n', '\n\n', '\r', '\u2028', '\uFEFF', '\u00a0'],
  ...[':', ': ', '- ', '\n- ', '-', '? ', '<<: ', ',', '{', '}', '\n}', '[', ']', '\n]', 'a: b'],
  ...['#', ' #', '"', "'", '""', '\n"', '\\', '\\n', '|', '>', '|\n', '>-\n ', '%', '@', '`', '~', '*'],
  ...['&a ', '*a', '&v ', '*v', '!!str ', '!x ', '---\n', '\n---', '\n...\n'],
]

/** A few whole entries of the workspace file, so that a mutation does not meet a fault elsewhere first. */
const excerpts = fc
  .tuple(fc.nat(WORKSPACE.split(/\n(?=\S)/).length - 1), fc.integer({ min: 1, max: 3 }))
  .map(([from, count]) =>
    WORKSPACE.split(/\n(?=\S)/)
      .slice(from, from + count)
      .join('\n'),
  )

test('every document of catalogs is read, and as the library reads it', () => {
  fc.assert(
    fc.property(yamlTexts, (text) => expect(agreed(text)).toBeDefined()),
    fuzzRuns(600),
  )
})

test('a mutated document is read as the library reads it, or left alone', () => {
  let taken = 0
  fc.assert(
    fc.property(
      excerpts.chain((text) => mutated(`${text}\n`, PIECES)),
      (text) => {
        if (agreed(text) !== undefined) taken += 1
      },
    ),
    fuzzRuns(3000),
  )
  expect(taken).toBeGreaterThan(300)
})

test('a mutated document of catalogs is read as the library reads it, or left alone', () => {
  fc.assert(
    fc.property(
      yamlTexts.chain((text) => mutated(text, PIECES)),
      (text) => void agreed(text),
    ),
    fuzzRuns(1500),
  )
})

describe('our reader', () => {
  test.each([
    ['a mapping in a column of its own', '  a: 1\n  b: 2\n'],
    ['markers', '# c\n--- # d\na: 1\n... # e\n# f\n'],
    ['a sequence in the column of its key', 'a:\n- 1\n-\n- b: 2\n  c: 3\nd: 4\n'],
    ['a bracket that closes in the column of its key', 'a: {\n  b: 1,\n}\nc: [\n  1\n]\n'],
    ['text over several lines', 'a: "b\n  c\\\n\n  d"\ne: f\n\n  g\nh: |\n\n  i\n   j\n\nk: 1\n'],
    ['a colon within a version', 'a: npm:@s/b@1\nb: 1:2\n"c" : x\n'],
    ['a comment in front of a nested mapping', 'a:\n# c\n    # d\n  b: 1\n # e\nc: 2\n'],
    ['windows line ends', 'a: "b\r\n  c"\r\nd: e\r\n\r\nf: |\r\n  g\r\nh: 1\r\n'],
    ['no document', '# nothing\n'],
    ['an anchor set again', 'a: &v 1\nb: &v 2\nc: *v\n'],
    ['equal keys', 'a: 1\na: 2\n'],
  ])('reads %s', (_, text) => {
    expect(agreed(text)).toBeDefined()
  })

  test.each([
    ['a tab', 'a:\tb\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a foreign tag', 'a: !x 1\n'],
    ['an anchor at a key', '&a b: c\n'],
    ['an alias as a key', 'a: &x y\n*x : z\n'],
    ['an alias within what it repeats', 'a: &x 1\nb: &x {c: *x}\n'],
    ['an alias of nothing', 'a: *x\n'],
    ['a block of text with a depth of its own', 'a: |2\n   b\n'],
    ['a key over several lines in a flow', 'a: {b\n  : c}\n'],
    ['a reserved sign', 'a: @b\n'],
    ['a range that is the head of a block of text', 'a: >=1.0.0\n'],
    ['a quote that is not closed', 'a: "b\n'],
    ['a line that is indented too deep', 'a: "b"\n  c: d\n'],
    ['a next line feed', 'a: b\u0085c\n'],
    ['a lone carriage return', 'a: b\rc: d\n'],
  ])('leaves %s alone', (_, text) => {
    expect(() => readYaml(text)).toThrow(BeyondReader)
  })
})

describe('a document that is too long for the library', () => {
  const long = (text: string) =>
    `catalog:\n${'  a-package: ^1.0.0 # why\n'.repeat(10_000).replace(/-package/g, (s, at) => s + at)}${text}`

  test('is read by ours', () => {
    const tree = parseYaml(long('catalogs: {x: {b: 1}}\n'))
    expect(tree.kind === 'map' && tree.members.map(({ key }) => key.text)).toEqual(['catalog', 'catalogs'])
  })

  test('is refused at the place of what only the library reads', () => {
    const text = long('? b\n: c\n')
    const refusal = (() => {
      try {
        return parseYaml(text)
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(ManifestSyntaxError)
    expect(refusal).toMatchObject({
      offset: text.indexOf('? b'),
      message: expect.stringContaining('200000 characters'),
    })
  })
})

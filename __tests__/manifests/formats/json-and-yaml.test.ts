import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ManifestFormat, ManifestSyntaxError } from '../../../src/manifests/format.ts'
import { composerJson } from '../../../src/manifests/formats/composer-json.ts'
import { packageJson } from '../../../src/manifests/formats/package-json.ts'
import { pnpmWorkspace } from '../../../src/manifests/formats/pnpm-workspace.ts'
import { yarnrc } from '../../../src/manifests/formats/yarnrc.ts'
import { decodeManifest, splitBom } from '../../../src/manifests/splice.ts'
import { parseJson } from '../../../src/manifests/syntax/json.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { expectLinearScan, expectSound, mutated, type Subject, soundOrSyntaxError } from '../support/scan-laws.ts'

const PACKAGE_JSON = `{
  "name": "app", "version": "1.0.0",
  "dependencies": {"a": "^1.0.0", "@s\\/b": "\\u005e1.0.0", "x": "npm:b@~2.0.0", "g": "github:o/b#semver:^1.0.0"},
  "devDependencies": {"t": "https://x.example/t.tgz", "w": "workspace:^", "v": " v1.0.0 "},
  "overrides": {"a": {".": "1.0.0", "b@^1": {"c": "2.0.0"}}, "d": "$a"},
  "resolutions": {"**/b": "1.0.0", "a@npm:1/@s/b@npm:^2": "npm:2.0.0"},
  "pnpm": {"overrides": {"a@1>b@<2": "1.0.0", "c": "-"}},
  "dependenciesMeta": {"b@1.0.0": {"built": true}},
  "packageManager": "pnpm@8.0.0+sha256.abc", "engines": {"node": ">=18"}
}
`
const COMPOSER_JSON = `{
    "require": {"php": ">=8.1", "v\\/a": "^1.0 || ^2.0@beta", "v/b": "1.0.0 as 0.9.0", "v/c": "dev-main#0123456789"},
    "require-dev": {"v/d": "~1.2"}, "conflict": {"v/e": "<1.0"},
    "repositories": [{"type": "package", "package": {"name": "v/f", "version": "1.0.0"}}]
}
`
const PNPM_WORKSPACE = `packages: ["p/*"]
catalog:
  a: ^1.0.0 # keep
  "@s/b":   "\\u005e1.0.0"
  c: &v 1.0.0
  d: *v
catalogs:
  one: { e: '~1.0.0', f: <2 }
  two: &two
    g: npm:b@^1.0.0
  three:
    <<: *two
    h: |
      1.0.0
overrides:
  a>b: 1.0.0
  'c@<2': ">=1 <2"
`

const subjects: readonly (readonly [string, ManifestFormat, string])[] = [
  ['package.json', packageJson, PACKAGE_JSON],
  ['composer.json', composerJson, COMPOSER_JSON],
  ['pnpm-workspace.yaml', pnpmWorkspace, PNPM_WORKSPACE],
  ['.yarnrc.yml', yarnrc, PNPM_WORKSPACE],
]

const pieces: readonly string[] = [...'"\\[]{}:,\n\t\0#\'', '\r\n', '&v ', '*v', '- ', '\uFEFF', '<<: ']

describe.each(subjects)('%s', (path, format, sample) => {
  const subject: Subject = { path, format, sample }

  test('finds declarations in the sample, with LF and CRLF alike', () => {
    const names = (text: string) =>
      format.scan(text, format.id).map((found) => [found.names, found.group, found.value.kind])
    expect(names(sample).length).toBeGreaterThan(4)
    expect(names(sample.replaceAll('\n', '\r\n'))).toEqual(names(sample))
    expectSound(subject, sample)
    expectSound(subject, sample.replaceAll('\n', '\r\n'))
  })

  test('says a syntax error and nothing else of mutated texts', () => {
    fc.assert(
      fc.property(mutated(sample, pieces), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(1500),
    )
  })

  test('says a syntax error and nothing else of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(300),
    )
  })
})

describe('1 MiB made to hurt is read or refused within a second, in linear time', () => {
  const towers: readonly (readonly [string, (size: number) => string])[] = [
    ['open brackets', (size) => '['.repeat(size)],
    ['nested arrays', (size) => '['.repeat(size / 2) + ']'.repeat(size / 2)],
    ['nested objects', (size) => `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}`],
    ['nested overrides', (size) => `{"overrides":${'{"a":'.repeat(size / 6)}"1"${'}'.repeat(size / 6)}}`],
    ['backslashes', (size) => `{"dependencies":{"b":"${'\\\\'.repeat(size / 2)}"}}`],
    ['an open string', (size) => `{"${'a'.repeat(size)}`],
    ['spaces', (size) => ' '.repeat(size)],
    [
      'one long version',
      (size) => JSON.stringify({ dependencies: { b: '1'.repeat(size) }, overrides: { c: '/a'.repeat(size / 4) } }),
    ],
    [
      'one long key',
      (size) => JSON.stringify({ resolutions: { ['a/'.repeat(size / 4)]: '1', ['a>'.repeat(size / 4)]: '1' } }),
    ],
    ['one long git address', (size) => JSON.stringify({ dependencies: { b: `git+ssh://${'a.-/'.repeat(size / 4)}` } })],
    ['one long fragment', (size) => JSON.stringify({ dependencies: { b: `o/b#${'a&'.repeat(size / 2)}` } })],
    [
      'many dependencies',
      (size) =>
        JSON.stringify({
          overrides: Object.fromEntries(Array.from({ length: size / 16 }, (_, i) => [`p${i}`, '1.0.0'])),
        }),
    ],
    ['YAML sequences', (size) => '- '.repeat(size / 2)],
    [
      'YAML indentation',
      (size) => Array.from({ length: Math.floor(Math.sqrt(size * 2)) }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    ],
    ['YAML keys', (size) => `catalog:\n${Array.from({ length: size / 16 }, (_, i) => `  p${i}: ^1.0.0\n`).join('')}`],
    [
      'YAML aliases',
      (size) => `a: &a [x]\ncatalog:\n${Array.from({ length: size / 16 }, (_, i) => `  p${i}: *a\n`).join('')}`,
    ],
    [
      'YAML anchors in anchors',
      () =>
        `a0: &a0 {k: v}\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} {l: *a${i}, r: *a${i}}\n`).join('')}catalog: *a60\n`,
    ],
    ['YAML questions', (size) => '? '.repeat(size / 2)],
    ['YAML quotes', (size) => `catalog:\n  b: "${'\\"'.repeat(size / 2)}"\n`],
  ]
  for (const [path, format, sample] of subjects) {
    test.each(towers)(`${path}: %s`, (_, make) => expectLinearScan({ path, format, sample }, make))
  }
})

const VECTORS = join(import.meta.dirname, '../../../../shared/vectors/JSONTestSuite/test_parsing')
const withVectors = existsSync(VECTORS) ? describe : describe.skip

withVectors('JSONTestSuite (skipped when the vectors are not beside this checkout)', () => {
  const files = existsSync(VECTORS) ? readdirSync(VECTORS).filter((name) => /^[yn]_/.test(name)) : []
  test.each(files)('%s', (name) => {
    const text = decodeManifest(readFileSync(join(VECTORS, name)))
    const accepted = typeof text === 'string' && accepts(text)
    expect(accepted).toBe(name.startsWith('y_'))
  })
})

function accepts(text: string): boolean {
  try {
    parseJson(splitBom(text).body)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(ManifestSyntaxError)
    return false
  }
}

test('10^5 nested arrays are a syntax error, not a stack overflow', () => {
  expect(() => parseJson('['.repeat(1e5) + ']'.repeat(1e5))).toThrow(ManifestSyntaxError)
})

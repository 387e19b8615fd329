import { describe, expect, test } from '@jest/globals'
import { gradleBuild } from '../../../src/manifests/formats/gradle-build.ts'
import { gradleProperties } from '../../../src/manifests/formats/gradle-properties.ts'
import { javaProperties } from '../../../src/manifests/syntax/java-properties.ts'

describe('which file a variable is taken from', () => {
  const nearness = (definition: string, reference: string) =>
    gradleBuild.visibility?.(definition, reference) ?? Number.POSITIVE_INFINITY

  test.each([
    ['the file itself', 'app/build.gradle', 'app/gradle.properties'],
    ['properties beside the script', 'app/gradle.properties', 'build.gradle'],
    ['the build script above', 'build.gradle', 'gradle.properties'],
    ['a script to apply', 'gradle/deps.gradle', 'gradle.properties'],
    ['properties of the root', 'gradle.properties', 'settings.gradle'],
    ['settings', 'settings.gradle.kts', 'gradle/libs.versions.toml'],
    ['a catalog', 'gradle/libs.versions.toml', 'buildSrc/src/main/kotlin/Versions.kt'],
    ['build logic', 'buildSrc/src/main/kotlin/Versions.kt', 'config/other.gradle'],
  ])('%s comes first', (_, near, far) => {
    expect(nearness(near, 'app/build.gradle')).toBeLessThan(nearness(far, 'app/build.gradle'))
  })

  test.each([
    ['a sibling project', 'lib/build.gradle', 'app/build.gradle'],
    ["a sibling's properties", 'lib/gradle.properties', 'app/build.gradle'],
    ['a project below', 'app/build.gradle', 'build.gradle'],
    ['the build logic of another build', 'lib/buildSrc/src/V.kt', 'app/build.gradle'],
    ['a pom', 'pom.xml', 'build.gradle'],
  ])('%s is out of sight', (_, definition, reference) => {
    expect(nearness(definition, reference)).toBe(Number.POSITIVE_INFINITY)
  })
})

test('a build script leans on properties, scripts, catalogs and build logic around it, and on what it applies', () => {
  const tree = [
    'README.md',
    'app/build.gradle',
    'app/gradle.properties',
    'build.gradle',
    'buildSrc/src/main/kotlin/Deps.kt',
    'config/quality.gradle',
    'config/unused.gradle',
    'app/extra.gradle',
    'gradle.properties',
    'gradle/deps.gradle',
    'gradle/libs.versions.toml',
    'lib/build.gradle',
    'lib/gradle.properties',
    'settings.gradle',
    'src/main/kotlin/Deps.kt',
  ]
  const text = `apply from: "\${rootDir}/config/quality.gradle"\napply from: 'extra.gradle'\napply(from = "https://x.org/y.gradle")`
  expect(gradleBuild.related?.('app/build.gradle', text, tree)).toEqual([
    'config/quality.gradle',
    'app/extra.gradle',
    'app/gradle.properties',
    'build.gradle',
    'gradle/deps.gradle',
    'gradle.properties',
    'settings.gradle',
    'gradle/libs.versions.toml',
    'buildSrc/src/main/kotlin/Deps.kt',
  ])
})

test.each([
  ['a=1', [['a', '1']]],
  [
    'a = 1 \r\nb:2\rc 3\n',
    [
      ['a', '1 '],
      ['b', '2'],
      ['c', '3'],
    ],
  ],
  ['  # a=1\n!b=2\n\n\tc=3', [['c', '3']]],
  ['a=1\\\n   2\\\r\n3', [['a', '123']]],
  ['a\\ b\\:c\\=d = e=f:g', [['a b:c=d', 'e=f:g']]],
  ['\\u0061=\\u0031\\t\\q', [['a', '1\tq']]],
  [
    'a\nb=\nc',
    [
      ['a', ''],
      ['b', ''],
      ['c', ''],
    ],
  ],
  ['a \\\n = 1', [['a', '1']]],
  ['=x', [['', 'x']]],
  ['a=\\', [['a', '']]],
])('properties: %j', (text, entries) => {
  expect(javaProperties(text).map(({ key, value }) => [key, value.text])).toEqual(entries)
})

test('of several equal keys the last counts, and the project version is not for raising', () => {
  const declarations = gradleProperties.scan('v=1.0\nversion=1.0\nv = 2.0 \n', 'gradle.properties')
  expect(declarations).toEqual([
    expect.objectContaining({
      names: ['version'],
      value: expect.objectContaining({ kind: 'opaque', reason: 'ambiguous' }),
    }),
    expect.objectContaining({
      names: ['v'],
      value: { kind: 'literal', dialect: 'gradle', parts: [{ span: { start: 22, end: 25 }, text: '2.0' }] },
    }),
  ])
})

test.each([
  ['(', 'is not closed'],
  ['a)', 'closes nothing'],
  ['a(]', 'closes nothing'],
  ['"a', 'a string is not closed'],
  ["'a\n'", 'a string is not closed'],
  ['"""a', 'a string is not closed'],
  ['"${a', 'an interpolation is not closed'],
  ['/* a', 'a comment is not closed'],
  ['{'.repeat(1000) + '}'.repeat(1000), 'nested too deep'],
])('broken: %j', (text, message) => {
  expect(() => gradleBuild.scan(text, 'build.gradle')).toThrow(message)
})

import { describe, expect, test } from '@jest/globals'
import type { Ecosystem } from '../../src/manifests/format.ts'
import { answersTo, mayMention, nameKey } from '../../src/manifests/names.ts'

describe('names are equal by the ecosystem’s own rule', () => {
  const rows: [Ecosystem, string, string, boolean][] = [
    ['pypi', 'Foo_Bar', 'foo-bar', true],
    ['pypi', 'foo.-_bar', 'foo-bar', true],
    ['pypi', 'foobar', 'foo-bar', false],
    ['npm', 'B', 'b', false],
    ['npm', '@s/b', 'b', false],
    ['nuget', 'Newtonsoft.Json', 'newtonsoft.json', true],
    ['composer', 'Vendor/Package', 'vendor/package', true],
    ['golang', 'github.com/A/b', 'github.com/a/b', false],
    ['golang', 'github.com/a/b/v2', 'github.com/a/b', false],
    ['maven', 'g:a', 'g:ab', false],
    ['maven', 'g/a', 'g:a', true],
    ['maven', 'a', 'g:a', false],
    ['gem', 'rails', 'Rails', false],
    ['cargo', 'serde_json', 'serde-json', true],
  ]
  test.each(rows)('%s: %s and %s: %s', (ecosystem, one, other, equal) => {
    expect(nameKey(ecosystem, one) === nameKey(ecosystem, other)).toBe(equal)
    expect(answersTo(ecosystem, ['x', one], nameKey(ecosystem, other))).toBe(equal)
  })

  test('no names answer to nothing', () => {
    expect(answersTo('npm', undefined, 'b')).toBe(false)
  })
})

describe('mayMention', () => {
  test.each([
    ['lodash', '{"a":"1"', false],
    ['lodash', '{"lodash":', true],
    ['@s/lodash', '"@s\\/lodash"', true],
    ['Foo.Bar', 'foo_bar==1', true],
    ['g:art', '<artifactId>art<', true],
    ['lodash', '"\\u006codash"', true],
    ['lodash', '<a>l&#111;dash</a>', true],
  ])('%s in %s: %s', (name, text, expected) => {
    expect(mayMention(text, name)).toBe(expected)
  })
})

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of manifests
import { describe, expect, test } from '@jest/globals'
import { compose, type Stretch } from '../../src/manifests/plan/compose.ts'

/** `${a}` is a variable with the value a, all else template text. */
function stretches(template: string): Stretch[] {
  return template
    .split(/(\$\{[^}]*\})/)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith('${') ? { origin: 'variable', text: text.slice(2, -1) } : { origin: 'text', text }))
}

describe('compose', () => {
  test.each([
    ['a suffix without numbers stays', '${1.0}.RELEASE', '1.1.RELEASE', ['1.1', '.RELEASE']],
    ['a longer version before the suffix', '${1.0}.RELEASE', '1.0.1.RELEASE', ['1.0.1', '.RELEASE']],
    ['an operator stays', '==${1.0}', '==1.5', ['==', '1.5']],
    ['a tag’s prefix stays', 'v${1.0}', 'v1.5', ['v', '1.5']],
    ['text with the number moves first', '${1}.2', '1.5', ['1', '.5']],
    ['text grows by a segment', '${1}.2', '1.2.1', ['1', '.2.1']],
    ['else the variable moves', '${1.2}.0', '1.3.0', ['1.3', '.0']],
    ['the last number of the text moves', '${1}.${2}.0', '1.2.5', ['1', '.', '2', '.5']],
    ['two variables', '${1}.${2}', '2.3', ['2', '.', '3']],
    ['leading variables that agree stay', '${1}.${2}.${3}', '1.3.0', ['1', '.', '3', '.', '0']],
    ['the rest goes to the last', '${1}.${2}', '2.3.4', ['2', '.', '3.4']],
    ['the variable and the last number', '${1}.2', '12.5', ['12', '.5']],
    ['variables and the last number', '${1}.${2}.0', '2.3.4', ['2', '.', '3', '.4']],
  ])('%s', (_, template, wanted, expected) => {
    const result = compose(stretches(template), wanted)
    expect(result).toEqual(expected)
    expect(result?.join('')).toBe(wanted)
  })

  test.each([
    ['the suffix does not fit', '${1.0}.RELEASE', '1.1.Final'],
    ['two variables touch', '${1}${2}', '34'],
    ['the separator is missing', '${1}-${2}', '3.4'],
    ['nothing would be left for a variable', '${1}.${2}', '3.'],
    ['the text in front does not fit', '1.${2}', '2.3'],
  ])('has no way when %s', (_, template, wanted) => {
    expect(compose(stretches(template), wanted)).toBeUndefined()
  })
})

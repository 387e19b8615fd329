import { describe } from '@jest/globals'
import { cargo } from '../../../src/manifests/constraints/cargo.ts'
import { composer } from '../../../src/manifests/constraints/composer.ts'
import { go } from '../../../src/manifests/constraints/go.ts'
import { gradle } from '../../../src/manifests/constraints/gradle.ts'
import { maven } from '../../../src/manifests/constraints/maven.ts'
import { nuget } from '../../../src/manifests/constraints/nuget.ts'
import { rows } from './table.ts'

describe('the written-down rows', () => {
  describe('maven', () => {
    rows(maven, [
      ['1.0', '1.1', '1.1'],
      ['[1.0]', '1.5', '[1.5]'],
      ['[1.0,2.0)', '1.5', '[1.5,2.0)'],
      ['[1.0,2.0)', '2.1', '[2.1,3.0)'],
      ['[1.0,)', '1.5', '[1.5,)'],
      ['(,1.0]', '1.5', '[1.5]'],
      ['LATEST', '1.5', 'unbounded'],
      ['RELEASE', '1.5', 'unbounded'],
    ])
  })
  describe('gradle', () => {
    rows(gradle, [
      ['1.+', '1.5', 'unbounded'],
      ['1.+', '2.1', '2.+'],
      ['1.2.+', '1.3.4', '1.3.+'],
      ['latest.release', '1.5', 'unbounded'],
      ['1.7!!', '1.8', '1.8!!'],
      ['[1.7,1.8[!!1.7.25', '1.7.36', '[1.7.36,1.8[!!1.7.36'],
      [['[1.0, 2.0[', '1.0'], '1.5', ['[1.5, 2.0[', '1.5']],
    ])
  })
  describe('gradle, strict', () => {
    const strict = true
    rows(
      gradle,
      [
        ['1.+', '1.5', '[1.5,2.0)'],
        ['1.+', '2.1', '[2.1,3.0)'],
        ['1.2.+', '1.3.4', '[1.3.4,1.4)'],
      ],
      strict,
    )
  })
  describe('go', () => {
    rows(go, [
      ['v1.2.3', '1.2.4', 'v1.2.4'],
      ['v1.2.3', 'v1.2.4', 'v1.2.4'],
      ['v2.0.0+incompatible', '2.0.1', 'v2.0.1+incompatible'],
      ['v0.0.0-20200101000000-abcdefabcdef', '1.0.0', 'v1.0.0'],
      ['v1.9.0', '2.0.0', '!module-path-changes'],
    ])
  })
  describe('cargo', () => {
    rows(cargo, [
      ['1.0', '1.0.5', '1.0.5'],
      ['>=1.0, <2.0', '1.5.0', '>=1.5.0, <2.0'],
    ])
  })
  describe('composer', () => {
    rows(composer, [
      ['~1.2', '1.2.5', '^1.2.5'],
      ['>=1.0,<2.0', '1.5.0', '>=1.5.0,<2.0'],
      ['^1.0 || ^2.0', '2.0.5', '^2.0.5'],
    ])
  })
  describe('nuget', () => {
    rows(nuget, [
      ['1.0.0', '1.0.1', '1.0.1'],
      ['[1.0.0]', '1.0.1', '[1.0.1]'],
      ['[1.0.0,2.0.0)', '1.5.0', '[1.5.0,2.0.0)'],
      ['(1.0.0,)', '1.5.0', '[1.5.0,)'],
    ])
  })
})

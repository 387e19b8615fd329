import { describe, expect, test } from '@jest/globals'
import {
  adoptedFormat,
  findableManifests,
  lockfilesOf,
  manifestFormatOf,
  relatedPaths,
} from '../../src/manifests/discovery.ts'

describe('findableManifests', () => {
  test('takes manifests anywhere but in folders of foreign or test code', () => {
    const wanted = [
      'package.json',
      'app/pom.xml',
      'go.mod',
      'requirements/dev.txt',
      'contest/package.json',
      'my-tests/go.mod',
    ]
    const skipped = [
      'node_modules/x/package.json',
      'app/vendor/x/go.mod',
      'bower_components/x/package.json',
      'third_party/x/pom.xml',
      '__tests__/package.json',
      'a/__fixtures__/b/pom.xml',
      'test/package.json',
      'a/tests/requirements.txt',
      'testdata/go.mod',
      'fixtures/Gemfile',
      'README.md',
      'package.json.bak',
      'xpackage.json',
      '.github/workflows/ci.yml',
      // Only read when the caller names it.
      'tools/run.py',
    ]
    expect(findableManifests([...wanted, ...skipped])).toEqual(wanted)
    expect(findableManifests(wanted, 'npm')).toEqual(['package.json', 'contest/package.json'])
  })
})

describe('relatedPaths', () => {
  const tree = ['package.json', 'pnpm-workspace.yaml', 'p/a/package.json', 'p/b/package.json', 'x/pnpm-workspace.yaml']

  test('finds catalogs in the folders above, nearest first', () => {
    const text = '\uFEFF{"dependencies":{"b":"catalog:"}}'
    expect(relatedPaths('p/a/package.json', text, tree)).toEqual(['pnpm-workspace.yaml', 'package.json'])
  })

  test('is empty for unknown, unreadable and self-sufficient files', () => {
    expect(relatedPaths('p/a/package.json', '{}', tree)).toEqual([])
    expect(relatedPaths('README.md', 'catalog:', tree)).toEqual([])
    expect(relatedPaths('pom.xml', '<project><', ['pom.xml'])).toEqual([])
  })
})

describe('adoptedFormat', () => {
  test('is the format of the file that leans on a name without meaning', () => {
    const requirements = manifestFormatOf('requirements.txt')
    const setupCfg = manifestFormatOf('setup.cfg')
    if (!requirements || !setupCfg) throw new Error('formats are missing')
    expect(adoptedFormat('deps/base.lst', requirements)).toBe(requirements)
    expect(adoptedFormat('deps/base.lst', setupCfg)).toBe(requirements)
    expect(adoptedFormat('requirements.txt', requirements)).toBeUndefined()
    expect(relatedPaths('base.lst', '-r more.lst\n', ['more.lst'], requirements)).toEqual(['more.lst'])
  })
})

describe('lockfilesOf', () => {
  test('looks beside the manifest and above it', () => {
    expect(lockfilesOf('a/b/composer.json')).toEqual(['a/b/composer.lock', 'a/composer.lock', 'composer.lock'])
    expect(lockfilesOf('package.json')).toContain('pnpm-lock.yaml')
    expect(lockfilesOf('README.md')).toEqual([])
  })
})

test('manifestFormatOf reads nothing but the path', () => {
  expect(manifestFormatOf('a/package.json')?.id).toBe('package.json')
  expect(manifestFormatOf('a/package.json', 'pypi')).toBeUndefined()
  expect(manifestFormatOf('.github/workflows/ci.yml')).toBeUndefined()
})

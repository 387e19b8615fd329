import { expect, test } from '@jest/globals'
import { lockfilesOf, manifestFormatOf, relatedPaths } from '../../../src/manifests/discovery.ts'

test('requirement files name the files they include, resolved from where they stand', () => {
  const text =
    '-r ../base.txt\n-rdev.in # x\n--constraint=c.txt\n-c https://example.org/y.txt\n--requirement  sub/x.txt\n-r gone.txt\n# -r z.txt\n-r ../../out.txt\n'
  const tree = ['base.txt', 'app/dev.in', 'app/c.txt', 'app/sub/x.txt', 'y.txt', 'app/z.txt', 'out.txt']
  expect(relatedPaths('app/requirements.txt', text, tree)).toEqual([
    'base.txt',
    'app/dev.in',
    'app/c.txt',
    'app/sub/x.txt',
  ])
})

test('setup.py, setup.cfg and pyproject.toml name the requirement files they read', () => {
  const tree = ['requirements/base.txt', 'dev-requirements.txt', 'README.txt']
  const script = 'x = [open("requirements/base.txt"), open("README.txt")] # open("dev-requirements.txt")\n'
  expect(relatedPaths('setup.py', script, tree)).toEqual(['requirements/base.txt'])
  const options = '[options]\ninstall_requires = file: requirements/base.txt, dev-requirements.txt\n'
  expect(relatedPaths('setup.cfg', options, tree)).toEqual(['requirements/base.txt', 'dev-requirements.txt'])
  const dynamic =
    '[tool.setuptools.dynamic]\ndependencies = {file = ["requirements/base.txt"]}\noptional-dependencies.dev = {file = "dev-requirements.txt"}\n'
  expect(relatedPaths('pyproject.toml', dynamic, tree)).toEqual(['requirements/base.txt', 'dev-requirements.txt'])
})

test('a crate that inherits leans on the Cargo.toml files above it', () => {
  const tree = ['Cargo.toml', 'x/Cargo.toml', 'y/Cargo.toml']
  expect(relatedPaths('x/z/Cargo.toml', '[dependencies]\na.workspace = true\n', tree)).toEqual([
    'x/Cargo.toml',
    'Cargo.toml',
  ])
  expect(relatedPaths('x/z/Cargo.toml', '[dependencies]\na = "1"\n', tree)).toEqual([])
})

test.each([
  ['requirements.txt', 'requirements.txt'],
  ['requirements-dev.in', 'requirements.txt'],
  ['dev-requirements.txt', 'requirements.txt'],
  ['dev_requirements.txt', 'requirements.txt'],
  ['test.requirements.txt', 'requirements.txt'],
  ['a/requirements/b.txt', 'requirements.txt'],
  ['constraints-ci.txt', 'requirements.txt'],
  ['gradle/libs.versions.toml', 'libs.versions.toml'],
  ['a/go.work', 'go.mod'],
  ['a/Pipfile', 'Pipfile'],
  ['xrequirements.txt', undefined],
  ['requirements.md', undefined],
  ['requirements/readme.rst', undefined],
  ['versions.toml', undefined],
  ['go.mod.orig', undefined],
  ['Pipfile.lock', undefined],
])('%s is read as %s', (path, id) => {
  expect(manifestFormatOf(path)?.id).toBe(id)
})

test.each([
  ['a/pyproject.toml', ['a/poetry.lock', 'a/pdm.lock', 'a/uv.lock', 'poetry.lock', 'uv.lock']],
  ['Pipfile', ['Pipfile.lock']],
  ['a/go.mod', ['a/go.sum', 'go.work.sum']],
  ['a/Cargo.toml', ['a/Cargo.lock', 'Cargo.lock']],
  ['gradle/libs.versions.toml', ['gradle.lockfile', 'gradle/verification-metadata.xml']],
])('%s makes lockfiles stale', (path, expected) => {
  expect(lockfilesOf(path)).toEqual(expect.arrayContaining(expected))
})

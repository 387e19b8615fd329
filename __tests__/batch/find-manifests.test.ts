import { describe, expect, jest, test } from '@jest/globals'
import { ManifestShelf, namedPaths } from '../../src/batch/find-manifests.ts'
import type { RepositorySnapshot } from '../../src/core/ports.ts'

type Texts = Readonly<Record<string, string | Uint8Array>>

/** A base branch that holds these files; symbolic links where a path ends with `@`. */
function snapshotOf(texts: Texts) {
  const read = jest.fn(async (paths: readonly string[]) => {
    const bytes = (text: string | Uint8Array = '') => (typeof text === 'string' ? new TextEncoder().encode(text) : text)
    return new Map(paths.map((path) => [path, bytes(texts[path])]))
  })
  const oid = '0'.repeat(40)
  const tree = Object.keys(texts).map((path) => ({ path, mode: path.endsWith('@') ? '120000' : '100644', oid }))
  const commit = () => Promise.reject(new Error('nothing is committed here'))
  const snapshot = { base: 'main', head: oid, tree, read, commit } as unknown as RepositorySnapshot
  return { snapshot, read }
}

const repository: Texts = {
  'requirements.txt': '-r base.lst\n',
  'base.lst': '-r deps/more.lst\na==1.0\n',
  'deps/more.lst': 'b==1.0\n',
  'notes.lst': 'b==1.0\n',
  'package.json@': '',
  'README.md': 'b==1.0\n',
}

describe('files that are named', () => {
  const { snapshot } = snapshotOf(repository)
  const code = (paths: readonly string[]) => {
    try {
      return namedPaths(snapshot, paths)
    } catch (error) {
      return (error as { code?: unknown }).code
    }
  }

  test.each([
    [['requirements.txt'], ['requirements.txt']],
    [
      ['requirements.txt', 'base.lst'],
      ['requirements.txt', 'base.lst'],
    ],
    [['base.lst'], 'not-a-manifest'],
    [['Requirements.txt'], 'file-not-found'],
    [['requirements.txt', 'package.json@'], 'file-not-regular'],
  ])('%j: %j', (paths, expected) => {
    expect(code(paths)).toEqual(expected)
  })

  test('must be manifests or be leaned on by one', async () => {
    const shelf = new ManifestShelf(snapshot)
    await shelf.withRelated(['requirements.txt', 'base.lst'])
    expect(() => shelf.refuseStrangers(['requirements.txt', 'base.lst', 'deps/more.lst'])).not.toThrow()
    expect(() => shelf.refuseStrangers(['requirements.txt', 'notes.lst'])).toThrow('"notes.lst" is no dependency file')
  })
})

describe('the shelf', () => {
  test('follows includes of any name, a batch for each step, and reads nothing twice', async () => {
    const { snapshot, read } = snapshotOf(repository)
    const shelf = new ManifestShelf(snapshot)
    const paths = async () => (await shelf.searched()).map(({ path }) => path)
    expect(await paths()).toEqual(['requirements.txt', 'base.lst', 'deps/more.lst'])
    expect(await paths()).toEqual(['requirements.txt', 'base.lst', 'deps/more.lst'])
    expect(read.mock.calls.map(([wanted]) => wanted)).toEqual([['requirements.txt'], ['base.lst'], ['deps/more.lst']])
  })

  test('sets aside what is not UTF-8', async () => {
    const { snapshot } = snapshotOf({ 'requirements.txt': new Uint8Array([0xff, 0xfe, 0x62]), 'go.mod': 'module m\n' })
    const shelf = new ManifestShelf(snapshot)
    expect((await shelf.searched()).map(({ path }) => path)).toEqual(['go.mod'])
    expect(shelf.isUndecodable('requirements.txt')).toBe(true)
    expect(shelf.isUndecodable('go.mod')).toBe(false)
  })
})

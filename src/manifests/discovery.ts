import type { Ecosystem, ManifestFormat } from './format.ts'
import { adoptedFormat, cleanPath, formatOf, leansOn } from './plan/adopt.ts'

export { adoptedFormat }

const SKIPPED = new Set([
  'node_modules',
  'vendor',
  'bower_components',
  'third_party',
  '__tests__',
  '__fixtures__',
  'test',
  'tests',
  'testdata',
  'fixtures',
])

/** The format that a batch reads this path with, or undefined when it is no known manifest. Looks at the path only. */
export function manifestFormatOf(path: string, ecosystem?: Ecosystem): ManifestFormat | undefined {
  const format = formatOf(path, ecosystem)
  return format?.byHand ? undefined : format
}

/**
 * The paths of a repository that are manifests and stand in no folder of foreign or test code: where to look when the
 * caller names no files.
 */
export function findableManifests(tree: readonly string[], ecosystem?: Ecosystem): readonly string[] {
  return tree.filter((path) => {
    const folders = path.split('/').slice(0, -1)
    return !folders.some((folder) => SKIPPED.has(folder)) && manifestFormatOf(path, ecosystem) !== undefined
  })
}

/**
 * The paths of `tree` that this manifest leans on (includes, parents, catalogs), without itself. Empty when the text
 * cannot be read. `format` is wanted for a file whose own name says nothing; `adoptedFormat` gives it.
 */
export function relatedPaths(
  path: string,
  text: string,
  tree: readonly string[],
  format = formatOf(path),
): readonly string[] {
  return format ? leansOn({ path, text }, format, tree).filter((other) => !formatOf(other)?.byHand) : []
}

/**
 * Where lockfiles that go stale with this manifest may stand: its format's lockfile names beside it and in every folder
 * above, nearest first.
 */
export function lockfilesOf(path: string): readonly string[] {
  const names = formatOf(path)?.lockfiles ?? []
  const folders = cleanPath(path).split('/').slice(0, -1)
  return [...folders.keys(), folders.length]
    .reverse()
    .flatMap((depth) => names.map((name) => [...folders.slice(0, depth), name].join('/')))
}

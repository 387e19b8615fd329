/**
 * Which files of a repository to read for an item, and reading them: all in as few batches as the files' own includes
 * allow. Nothing is decided about versions here.
 */
import { Failure, fail } from '../core/errors.ts'
import type { RepositorySnapshot, TreeEntry } from '../core/ports.ts'
import {
  adoptedFormat,
  decodeManifest,
  findableManifests,
  type ManifestFormat,
  type ManifestText,
  manifestFormatOf,
  relatedPaths,
} from '../manifests/index.ts'

/** Bytes. GitHub shows no manifest near this size; a larger one is not a manifest. */
export const manifestLimit = 5 * 1024 * 1024

/** What runs in GitHub's own name is out of reach, in any spelling that a file system may take for it. */
const isGitHubsOwn = (path: string) => /^\.github\//i.test(path)

const regularFile = (entry: TreeEntry) => entry.mode === '100644' || entry.mode === '100755'

/**
 * Checks the files that a caller named, as far as their names tell. Throws `file-not-found`, `file-not-regular` or
 * `not-a-manifest`; beside a manifest a file of any name may stand, as that manifest may lean on it (`-r base.lst`).
 */
export function namedPaths(snapshot: RepositorySnapshot, paths: readonly string[]): string[] {
  const byPath = new Map(snapshot.tree.map((entry) => [entry.path, entry]))
  const hasManifest = paths.some((path) => manifestFormatOf(path))
  return paths.map((path) => {
    const entry = byPath.get(path)
    if (!entry) throw fileNotFound(snapshot, path)
    if (!regularFile(entry)) {
      throw fail(
        'file-not-regular',
        `"${path}" is a ${entry.mode === '120000' ? 'symbolic link' : 'submodule'}, not a file.`,
        'Name the file that it points to.',
        { path, base: snapshot.base },
      )
    }
    if (!hasManifest) throw notAManifest(path)
    return path
  })
}

function notAManifest(path: string) {
  return fail(
    'not-a-manifest',
    `"${path}" is no dependency file that can be edited.`,
    'Name a manifest (package.json, requirements.txt, go.mod, pom.xml, build.gradle, Gemfile, …), or leave dependency_files out to have them found.',
    { path },
  )
}

function fileNotFound(snapshot: RepositorySnapshot, path: string) {
  const name = path.split('/').at(-1)?.toLowerCase()
  const near = snapshot.tree.find((entry) => entry.path.toLowerCase().split('/').at(-1) === name)
  const advice = near ? `Did you mean "${near.path}"?` : 'Check the path, from the root of the repository.'
  return fail('file-not-found', `"${path}" is not in branch "${snapshot.base}".`, advice, { path, base: snapshot.base })
}

/** Contents by path; grows, so that a file is fetched once for all items of a repository. */
export class ManifestShelf {
  readonly snapshot: RepositorySnapshot
  readonly #paths: readonly string[]
  readonly #texts = new Map<string, ManifestText | undefined>()
  /** How to read files that others lean on and whose own names say nothing. */
  readonly #adopted = new Map<string, ManifestFormat>()
  #searched: Promise<readonly ManifestText[]> | undefined

  constructor(snapshot: RepositorySnapshot) {
    this.snapshot = snapshot
    const files = snapshot.tree.filter(regularFile).map(({ path }) => path)
    this.#paths = files.filter((path) => !isGitHubsOwn(path))
  }

  /** Reads, in one batch, whichever of these paths are files of the tree. */
  async prefetch(paths: readonly string[]): Promise<void> {
    const inTree = new Set(this.#paths)
    await this.fetch(
      [...new Set(paths)].filter((path) => inTree.has(path) && manifestFormatOf(path)),
      true,
    )
  }

  /** All searchable manifests of the tree. One fetch for however many items ask. */
  searched(): Promise<readonly ManifestText[]> {
    this.#searched ??= this.withRelated(findableManifests(this.#paths), true)
    return this.#searched
  }

  /** The given files and, again and again, the files that these lean on. */
  async withRelated(paths: readonly string[], tolerant = false): Promise<readonly ManifestText[]> {
    const wanted = new Set<string>()
    let next = [...paths]
    while (next.length > 0) {
      await this.fetch(next, tolerant)
      for (const path of next) wanted.add(path)
      next = [...new Set(next.flatMap((path) => this.#leansOn(path)))].filter((path) => !wanted.has(path))
    }
    return [...wanted].map((path) => this.#texts.get(path)).filter((file) => file !== undefined)
  }

  /** Reads the missing ones of these paths in one batch. Text that is not UTF-8 is set aside as undefined. */
  async fetch(paths: readonly string[], tolerant = false): Promise<void> {
    const missing = paths.filter((path) => !this.#texts.has(path))
    if (missing.length === 0) return
    const contents = await (tolerant ? this.#readWhatFits(missing) : this.snapshot.read(missing, manifestLimit))
    for (const path of missing) {
      const bytes = contents.get(path)
      const text = bytes === undefined ? undefined : decodeManifest(bytes)
      this.#texts.set(path, typeof text === 'string' ? { path, text } : undefined)
    }
  }

  /** Throws `not-a-manifest` for a path that is none by its name, and that no manifest read so far leans on. */
  refuseStrangers(paths: readonly string[]): void {
    const stranger = paths.find((path) => !manifestFormatOf(path) && !this.#adopted.has(path))
    if (stranger !== undefined) throw notAManifest(stranger)
  }

  /** True when the file was read and is not UTF-8 text. */
  isUndecodable(path: string): boolean {
    return this.#texts.has(path) && this.#texts.get(path) === undefined
  }

  /** A file over the limit is passed over in a search: it was not asked for, and cannot be a manifest. */
  async #readWhatFits(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    let left = paths
    for (;;) {
      try {
        return await this.snapshot.read(left, manifestLimit)
      } catch (error) {
        const path = error instanceof Failure && error.code === 'file-too-large' ? error.facts.path : undefined
        if (path === undefined || !left.includes(String(path))) throw error
        left = left.filter((candidate) => candidate !== path)
      }
    }
  }

  #leansOn(path: string): readonly string[] {
    const file = this.#texts.get(path)
    const format = manifestFormatOf(path) ?? this.#adopted.get(path)
    if (!file || !format) return []
    const related = relatedPaths(path, file.text, this.#paths, format)
    for (const other of related) {
      const adopted = adoptedFormat(other, format)
      if (adopted) this.#adopted.set(other, adopted)
    }
    return related
  }
}

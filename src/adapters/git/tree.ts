/** A tree's entries by path, and what may stand where. */
import { posix } from 'node:path'
import { type Failure, fail } from '../../core/errors.ts'
import type { TreeEntry } from '../../core/ports.ts'

const kinds: Readonly<Record<string, string>> = { '120000': 'a symbolic link', '160000': 'a submodule' }

export class TreeIndex {
  readonly #entries: ReadonlyMap<string, TreeEntry>
  #directories: Set<string> | undefined

  constructor(tree: readonly TreeEntry[]) {
    this.#entries = new Map(tree.map((entry) => [entry.path, entry]))
  }

  entry(path: string): TreeEntry | undefined {
    return this.#entries.get(path)
  }

  /** The regular file at `path`. Throws `file-not-found` and `file-not-regular`. */
  file(path: string): TreeEntry {
    const entry = this.#entries.get(path)
    if (!entry) throw this.#isDirectory(path) ? notRegular(path, 'a directory') : this.#notFound(path)
    return regular(entry)
  }

  /** The mode a file has when it is written again: its own, or `100644` when it is new. Throws `file-not-regular`. */
  modeFor(path: string): string {
    const entry = this.#entries.get(path)
    if (entry) return regular(entry).mode
    if (this.#isDirectory(path)) throw notRegular(path, 'a directory')
    for (let parent = posix.dirname(path); parent !== '.'; parent = posix.dirname(parent)) {
      if (this.#entries.has(parent)) throw notRegular(parent, 'no directory')
    }
    return '100644'
  }

  #isDirectory(path: string): boolean {
    this.#directories ??= directoriesOf(this.#entries.keys())
    return this.#directories.has(path)
  }

  #notFound(path: string): Failure {
    const name = posix.basename(path)
    const others = [...this.#entries.keys()].filter((other) => posix.basename(other) === name).slice(0, 3)
    const hint =
      others.length > 0 ? `Files of that name are at: ${others.join(', ')}.` : 'No file of that name is there.'
    return fail('file-not-found', 'The file is not on the base branch.', `Check the path. ${hint}`, { path })
  }
}

function directoriesOf(paths: Iterable<string>): Set<string> {
  const directories = new Set<string>()
  for (const path of paths) {
    for (let parent = posix.dirname(path); parent !== '.' && !directories.has(parent); parent = posix.dirname(parent)) {
      directories.add(parent)
    }
  }
  return directories
}

function regular(entry: TreeEntry): TreeEntry {
  if (entry.mode === '100644' || entry.mode === '100755' || entry.mode === '100664') return entry
  throw notRegular(entry.path, kinds[entry.mode] ?? `of mode ${entry.mode}`)
}

function notRegular(path: string, what: string): Failure {
  return fail('file-not-regular', `The path is ${what}.`, 'Name the regular file that holds the versions.', { path })
}

/** Commits from objects: no work tree, no index, and no blob but the new ones. */
import { fail } from '../../core/errors.ts'
import type { CommitRequest, Oid } from '../../core/ports.ts'
import { gather } from './gather.ts'
import { requireOid, requirePath } from './names.ts'
import { importStream, type PreparedCommit, parseTree } from './objects.ts'
import type { GitStore } from './store.ts'
import { TreeIndex } from './tree.ts'

export class CommitWriter {
  readonly #store: GitStore
  readonly #trees = new Map<Oid, Promise<TreeIndex>>()
  readonly #paths = new Map<Oid, readonly string[]>()
  #made = 0

  constructor(store: GitStore) {
    this.#store = store
  }

  /** The paths that a commit made here has written, or undefined when it was not made here. */
  pathsOf(commit: Oid): readonly string[] | undefined {
    return this.#paths.get(commit)
  }

  /** Makes the commit; equal requests make the same one. `index` is the tree of `head`. Throws `file-not-regular`. */
  async commit(request: CommitRequest, head: Oid, index: TreeIndex): Promise<Oid> {
    requireOid(request.parent)
    if (!Number.isSafeInteger(request.time) || request.time < 0) {
      throw fail('internal', 'A commit has no usable time.', 'Report this: it is a fault of ours.', {
        time: request.time,
      })
    }
    const tree = request.parent === head ? index : await this.#treeOf(request.parent)
    const modes = new Map<string, string>()
    for (const path of request.files.keys()) {
      requirePath(path)
      modes.set(path, tree.modeFor(path))
    }
    const oid = await this.#write({ request, modes })
    this.#paths.set(oid, [...request.files.keys()])
    return oid
  }

  #treeOf(commit: Oid): Promise<TreeIndex> {
    const known = this.#trees.get(commit)
    if (known) return known
    const listed = this.#store.local(['ls-tree', '-r', '--full-tree', commit])
    const index = listed.then((output) => new TreeIndex(parseTree(output)))
    this.#trees.set(commit, index)
    return index
  }

  /** Commits that come together are one process. */
  readonly #write: (commit: PreparedCommit) => Promise<Oid> = gather((commits) => this.#writeAll(commits))

  async #writeAll(commits: readonly PreparedCommit[]): Promise<PromiseSettledResult<Oid>[]> {
    try {
      const oids = await this.#import(commits)
      return oids.map((value) => ({ status: 'fulfilled', value }))
    } catch (reason) {
      if (commits.length === 1) return [{ status: 'rejected', reason }]
      // One that git does not like must not take the others with it.
      const alone: PromiseSettledResult<Oid>[] = []
      for (const commit of commits) alone.push(...(await this.#writeAll([commit])))
      return alone
    }
  }

  async #import(commits: readonly PreparedCommit[]): Promise<Oid[]> {
    const stream = importStream(commits, this.#made)
    this.#made += commits.length
    const args = ['fast-import', '--quiet', '--done', '--date-format=raw']
    const oids = (await this.#store.local(args, stream)).toString('latin1').split('\n').slice(0, -1)
    if (oids.length === commits.length) return oids
    throw fail('git-failed', 'git made another number of commits than asked.', 'Run it again with LOG_LEVEL=debug.', {
      asked: commits.length,
      made: oids.length,
    })
  }
}

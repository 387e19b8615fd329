/** One base branch, fetched shallow and without blobs; its files read and commits made on top of it. */
import { type Failure, fail } from '../../core/errors.ts'
import type { CommitRequest, Oid, RepositorySnapshot, TreeEntry } from '../../core/ports.ts'
import { type BlobReader, fetchOnly } from './blobs.ts'
import type { CommitWriter } from './commits.ts'
import { gitFailure } from './failures.ts'
import { printable, requireBranch } from './names.ts'
import { parseTree } from './objects.ts'
import type { GitStore } from './store.ts'
import { TreeIndex } from './tree.ts'

export interface SnapshotParts {
  readonly store: GitStore
  readonly blobs: BlobReader
  readonly commits: CommitWriter
}

/** Fetches `base` and lists its tree. `number` is unlike that of any other snapshot of the store. */
export async function takeSnapshot(parts: SnapshotParts, base: string, number: number): Promise<Snapshot> {
  requireBranch(base)
  const { store, blobs } = parts
  const ref = `refs/base/${number}`
  const args = [...fetchOnly, '--depth=1', '--filter=blob:none', '--', store.target.url, `+refs/heads/${base}:${ref}`]
  const result = await store.remote('objects', args)
  if (result.exitCode !== 0) throw await fetchFailure(store, base, result.stderr)
  blobs.noteFilter(result.stderr)
  const [head, tree] = await Promise.all([
    store.local(['rev-parse', '--verify', '--quiet', ref]),
    store.local(['ls-tree', '-r', '--full-tree', ref]),
  ])
  return new Snapshot(parts, base, head.toString('latin1').trim(), parseTree(tree))
}

async function fetchFailure(store: GitStore, base: string, stderr: string): Promise<Failure> {
  const { target } = store
  if (!/couldn't find remote ref/i.test(stderr)) return gitFailure('fetch', stderr, target)
  const listing = await store.remote('objects', ['ls-remote', '--quiet', '--heads', '--', target.url])
  if (listing.exitCode !== 0) return gitFailure('ls-remote', listing.stderr, target)
  const branches = [...parseHeads(listing.stdout).keys()].map((branch) => printable(branch))
  const facts = { repository: target.url, branch: base }
  if (branches.length === 0) {
    return fail(
      'repository-empty',
      'The repository has no commit yet.',
      'Push a first commit to it. If it has one, a proxy or login page answers in its place.',
      facts,
    )
  }
  const some = `${branches.slice(0, 5).join(', ')}${branches.length > 5 ? ', …' : ''}`
  return fail(
    'base-branch-not-found',
    'The base branch does not exist in the repository.',
    `Set base_branch to one that does: ${some}.`,
    facts,
  )
}

/** Reads `ls-remote --heads`: oids by branch. */
export function parseHeads(output: Buffer): Map<string, Oid> {
  const heads = new Map<string, Oid>()
  for (const line of output.toString('utf8').split('\n')) {
    const [oid, ref] = line.split('\t')
    if (oid && ref?.startsWith('refs/heads/')) heads.set(ref.slice('refs/heads/'.length), oid)
  }
  return heads
}

export class Snapshot implements RepositorySnapshot {
  readonly base: string
  readonly head: Oid
  readonly tree: readonly TreeEntry[]
  readonly index: TreeIndex
  readonly #parts: SnapshotParts

  constructor(parts: SnapshotParts, base: string, head: Oid, tree: readonly TreeEntry[]) {
    this.#parts = parts
    this.base = base
    this.head = head
    this.tree = tree
    this.index = new TreeIndex(tree)
  }

  async read(paths: readonly string[], limit: number): Promise<ReadonlyMap<string, Uint8Array>> {
    const files = paths.map((path) => this.index.file(path))
    const blobs = await this.#parts.blobs.read({ oids: files.map(({ oid }) => oid), limit })
    const contents = new Map<string, Uint8Array>()
    for (const { path, oid } of files) {
      const blob = blobs.get(oid)
      if (!blob) throw this.#lost(path, oid)
      if (!blob.content) throw tooLarge(path, blob.size, limit)
      contents.set(path, blob.content)
    }
    return contents
  }

  async commit(request: CommitRequest): Promise<Oid> {
    return await this.#parts.commits.commit(request, this.head, this.index)
  }

  #lost(path: string, oid: Oid): Failure {
    const facts = { repository: this.#parts.store.target.url, path, oid }
    return fail('git-failed', 'The git host did not send a file that its tree names.', 'Run it again.', facts)
  }
}

function tooLarge(path: string, bytes: number, limit: number): Failure {
  return fail(
    'file-too-large',
    `The file is larger than ${limit} bytes.`,
    'Leave it out of dependency_files, and change it by hand.',
    { path, bytes, limit },
  )
}

/** The lockfiles of an edit: those that no longer fit are refreshed where that was asked for, and named otherwise. */
import type { FileDiff, Item, Warning } from '../core/batch.ts'
import type { Lockfiles } from '../core/lockfiles.ts'
import type { RepositorySnapshot } from '../core/ports.ts'
import { encodeManifest, lockfilesOf, type ManifestText } from '../manifests/index.ts'
import { fileDiff } from './diff.ts'

export interface LockfileChanges {
  readonly contents: ReadonlyMap<string, Uint8Array>
  readonly diffs: readonly FileDiff[]
  readonly warnings: readonly Warning[]
}

/** Bytes of a lockfile that is looked at. */
const lockfileLimit = 20 * 1024 * 1024

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What becomes of the lockfiles of these edited manifests. `lockfiles` absent: all are only named. */
export async function lockfileChanges(
  item: Item,
  edited: readonly ManifestText[],
  snapshot: RepositorySnapshot,
  lockfiles: Lockfiles | undefined,
): Promise<LockfileChanges> {
  const contents = new Map<string, Uint8Array>()
  const diffs: FileDiff[] = []
  const warnings: Warning[] = []
  for (const path of staleLockfiles(edited, snapshot)) {
    const outcome = lockfiles ? await refresh(item, path, edited, snapshot, lockfiles) : undefined
    if (outcome?.status === 'refreshed') {
      contents.set(path, outcome.content)
      diffs.push(fileDiff(path, outcome.before, Buffer.from(outcome.content).toString('utf8')))
    } else warnings.push(stale(path, outcome))
  }
  return { contents, diffs, warnings }
}

/** Beside an edited manifest, or above it in the same workspace: they do not know the new version yet. */
function staleLockfiles(edited: readonly ManifestText[], snapshot: RepositorySnapshot): string[] {
  const inTree = new Set(snapshot.tree.map(({ path }) => path))
  const found = edited.flatMap(({ path }) => {
    const there = lockfilesOf(path).filter((candidate) => inTree.has(candidate))
    return there.filter((candidate) => folderOf(candidate) === folderOf(there[0] ?? ''))
  })
  return [...new Set(found)]
}

async function refresh(
  item: Item,
  path: string,
  edited: readonly ManifestText[],
  snapshot: RepositorySnapshot,
  lockfiles: Lockfiles,
) {
  const beside = edited.filter((file) => folderOf(file.path) === folderOf(path))
  const lockfile = (await snapshot.read([path], lockfileLimit)).get(path)
  if (!lockfile || beside.length !== edited.length) {
    return {
      status: 'left' as const,
      message: `"${path}" belongs to a workspace.`,
      hint: 'Refresh it on the branch with the package manager.',
    }
  }
  const manifests = new Map(beside.map((file) => [nameOf(file.path), encodeManifest(file.text)]))
  const outcome = await lockfiles.refresh({
    name: nameOf(path),
    lockfile,
    manifests,
    packageName: item.change.packageName,
  })
  return { ...outcome, before: Buffer.from(lockfile).toString('utf8') }
}

function stale(path: string, left?: { readonly message?: string; readonly hint?: string }): Warning {
  return {
    code: 'lockfile-stale',
    message: `"${path}" still records the old version.${left?.message ? ` ${left.message}` : ''}`,
    hint: left?.hint ?? 'Refresh it on the branch with the package manager, or run with update-lockfiles: true.',
  }
}

/**
 * Repositories without a work tree: fetch a base branch shallow and blobless, read files in one batch, build commits from
 * objects, push all branches at once. Needs git 2.39 or newer on the machine; nothing of its configuration takes part.
 */
import type { RepositoryTarget } from '../core/batch.ts'
import { Failure, fail } from '../core/errors.ts'
import type { BranchTip, GitRepository, Log, PushOutcome, PushRequest, Repositories } from '../core/ports.ts'
import { type AddressPolicy, guardedAddresses } from './addresses.ts'
import { BlobReader } from './git/blobs.ts'
import { CommitWriter } from './git/commits.ts'
import { hasProxy } from './git/environment.ts'
import { requireUrl } from './git/names.ts'
import { runGit } from './git/process.ts'
import { push } from './git/push.ts'
import { type Snapshot, takeSnapshot } from './git/snapshot.ts'
import { GitStore } from './git/store.ts'
import { fetchTips } from './git/tips.ts'

export interface RepositoriesOptions {
  readonly log: Log
  /** Where temporary repositories are made, each removed by `close`. */
  readonly tempRoot: string
  /** Lets `http://127.0.0.1` and the like be used; for tests and the demo. */
  readonly allowLoopbackHttp: boolean
  /** Which addresses a repository's host may have. Default: any but forbidden ones. */
  readonly policy?: AddressPolicy
  /** The machine's environment: PATH, proxies and certificate files are taken from it, nothing else. */
  readonly environment: Readonly<Record<string, string>>
  /** Default: `git` on the PATH. */
  readonly gitPath?: string
  /** Milliseconds that any one git process may take. Default 120 000. */
  readonly timeoutMs?: number
}

const oldestGit = [2, 39] as const

/** Makes the port to git. `open` throws `request-invalid` for an address git must not have, and `git-missing`. */
export function createRepositories(options: RepositoriesOptions): Repositories {
  const processes = {
    gitPath: options.gitPath ?? 'git',
    timeoutMs: options.timeoutMs ?? 120_000,
    log: options.log,
  }
  let checked: Promise<void> | undefined
  return {
    async open(target, { readOnly, signal }) {
      requireUrl(target.url, options.allowLoopbackHttp)
      checked ??= requireGit(processes, options).catch((error) => {
        checked = undefined
        throw error
      })
      await checked
      const own = signal ? { ...processes, signal } : processes
      const addresses = await addressesOf(target, options)
      const store = await GitStore.create(target, own, options.environment, options.tempRoot, addresses)
      return new Repository(store, target, readOnly, options.log)
    },
  }
}

/** What git is held to for this target; empty where there is no name to resolve, or where a proxy must resolve it. */
async function addressesOf(target: RepositoryTarget, options: RepositoriesOptions): Promise<readonly string[]> {
  const { hostname, host } = new URL(target.url)
  const policy = options.policy ?? { allowedHosts: [], allowLoopback: options.allowLoopbackHttp }
  try {
    return (await guardedAddresses(hostname, policy)) ?? []
  } catch (error) {
    if (error instanceof Failure) throw error
    if (hasProxy(options.environment)) return []
    throw fail(
      'connection-refused',
      `${host} cannot be reached: its name is not known.`,
      'Check the host name, the network of the runner, and a proxy that may be needed (HTTPS_PROXY).',
      { host },
      error,
    )
  }
}

async function requireGit(
  processes: Parameters<typeof runGit>[1],
  { environment, tempRoot }: RepositoriesOptions,
): Promise<void> {
  const { stdout } = await runGit(
    { args: ['version'], environment: { PATH: environment.PATH ?? '', HOME: tempRoot }, directory: '/' },
    processes,
  )
  const version = /git version (\d+)\.(\d+)[.\w]*/.exec(stdout.toString('latin1'))
  const [major, minor] = [Number(version?.[1]), Number(version?.[2])]
  if (major > oldestGit[0] || (major === oldestGit[0] && minor >= oldestGit[1])) return
  throw fail('git-missing', 'The git of this machine is too old.', 'Install git 2.39 or newer.', {
    version: version?.[0] ?? 'unknown',
  })
}

class Repository implements GitRepository {
  readonly #store: GitStore
  readonly #target: RepositoryTarget
  readonly #readOnly: boolean
  readonly #blobs: BlobReader
  readonly #commits: CommitWriter
  readonly #snapshots: Snapshot[] = []
  #number = 0

  constructor(store: GitStore, target: RepositoryTarget, readOnly: boolean, log: Log) {
    this.#store = store
    this.#target = target
    this.#readOnly = readOnly
    this.#blobs = new BlobReader(store, log)
    this.#commits = new CommitWriter(store)
  }

  async snapshot(base: string): Promise<Snapshot> {
    const parts = { store: this.#store, blobs: this.#blobs, commits: this.#commits }
    const snapshot = await takeSnapshot(parts, base, this.#number++)
    this.#snapshots.push(snapshot)
    return snapshot
  }

  async tips(patterns: readonly string[]): Promise<readonly BranchTip[]> {
    return await fetchTips(this.#store, patterns, this.#number++)
  }

  async push(requests: readonly PushRequest[]): Promise<readonly PushOutcome[]> {
    if (this.#readOnly) {
      throw fail('write-in-dry-run', 'A push was tried in a dry run.', 'Report this: it is a fault of ours.', {
        repository: this.#target.url,
      })
    }
    return await push(this.#store, requests, !requests.every(({ oid }) => this.#hasOldContents(oid)))
  }

  async close(): Promise<void> {
    await this.#store.close()
  }

  /** Whether everything git may make a delta against is here: the files as they are on every base that was fetched. */
  #hasOldContents(commit: string): boolean {
    const paths = this.#commits.pathsOf(commit)
    if (!paths) return false
    return this.#snapshots.every(({ index }) =>
      paths.every((path) => {
        const entry = index.entry(path)
        return entry === undefined || this.#blobs.has(entry.oid)
      }),
    )
  }
}

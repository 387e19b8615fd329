/**
 * Two bare repositories in one temporary directory. Branch tips are kept apart from base branches: a commit that was
 * fetched without its trees counts as present, and a later fetch of the same commit would not bring them.
 */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getCACertificates, rootCertificates } from 'node:tls'
import type { RepositoryTarget } from '../../core/batch.ts'
import { type Failure, fail } from '../../core/errors.ts'
import { gitEnvironment } from './environment.ts'
import { gitFailure } from './failures.ts'
import { commandOf, type GitResult, type ProcessOptions, runGit } from './process.ts'

export type StoreName = 'objects' | 'tips'
export type Environment = Readonly<Record<string, string>>

/** Runs git in the temporary repositories of one remote. */
export class GitStore {
  readonly target: RepositoryTarget
  readonly #options: ProcessOptions
  readonly #machine: Environment
  readonly #home: string
  readonly #addresses: readonly string[]
  readonly #stop = new AbortController()
  readonly #made = new Map<StoreName, Promise<void>>()
  /** One network process at a time in each: two fetches would trip over the list of shallow commits. */
  readonly #turns = new Map<StoreName, Promise<unknown>>()
  readonly #formats = new Map<StoreName, 'sha1' | 'sha256'>()

  private constructor(
    target: RepositoryTarget,
    options: ProcessOptions,
    machine: Environment,
    home: string,
    addresses: readonly string[],
  ) {
    this.target = target
    this.#addresses = addresses
    this.#home = home
    this.#machine = machine
    const signals = options.signal ? [options.signal, this.#stop.signal] : [this.#stop.signal]
    this.#options = { ...options, signal: AbortSignal.any(signals) }
  }

  /** Makes the temporary directory (mode 0700) under `tempRoot`. `addresses` are those the remote's name may mean. */
  static async create(
    target: RepositoryTarget,
    options: ProcessOptions,
    machine: Environment,
    tempRoot: string,
    addresses: readonly string[],
  ): Promise<GitStore> {
    const home = await makeDirectory(tempRoot)
    return new GitStore(target, options, await withAuthorities(machine, home), home, addresses)
  }

  /** Runs git on objects that are here. No network, no credential. A bad end is thrown. */
  async local(args: readonly string[], input?: Uint8Array): Promise<Buffer> {
    await this.#ensure('objects')
    return (await this.#good('objects', args, input)).stdout
  }

  /** The same on the repository of the tips. */
  async localTips(args: readonly string[], input?: Uint8Array): Promise<Buffer> {
    await this.#ensure('tips')
    return (await this.#good('tips', args, input)).stdout
  }

  /** Runs git against the remote, with its token. A bad end is a result. */
  async remote(name: StoreName, args: readonly string[], input?: Uint8Array): Promise<GitResult> {
    const turn = (this.#turns.get(name) ?? Promise.resolve()).then(() => this.#remote(name, args, input))
    this.#turns.set(
      name,
      turn.catch(() => {}),
    )
    return await turn
  }

  async #remote(name: StoreName, args: readonly string[], input?: Uint8Array): Promise<GitResult> {
    await this.#ensure(name)
    const result = await this.#run(name, args, input, this.target)
    if (this.#formats.has(name) || !/mismatched algorithms/.test(result.stderr)) return result
    this.#formats.set(name, 'sha256')
    await rm(this.#directory(name), { recursive: true, force: true })
    this.#made.delete(name)
    await this.#ensure(name)
    return await this.#run(name, args, input, this.target)
  }

  /** Ends what is running and removes everything. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.allSettled(this.#turns.values())
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  #directory(name: StoreName): string {
    return join(this.#home, `${name}.git`)
  }

  #ensure(name: StoreName): Promise<void> {
    const made = this.#made.get(name) ?? this.#init(name)
    this.#made.set(name, made)
    return made
  }

  async #init(name: StoreName): Promise<void> {
    const format = this.#formats.get(name) ?? 'sha1'
    const args = ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', `--object-format=${format}`]
    await this.#good(name, args)
  }

  async #good(name: StoreName, args: readonly string[], input?: Uint8Array): Promise<GitResult> {
    const result = await this.#run(name, args, input)
    if (result.exitCode === 0) return result
    throw gitFailure(commandOf(args), result.stderr, this.target)
  }

  #run(name: StoreName, args: readonly string[], input?: Uint8Array, target?: RepositoryTarget): Promise<GitResult> {
    const place = { home: this.#home, gitDir: this.#directory(name) }
    const environment = gitEnvironment(place, this.#machine, target, this.#addresses)
    return runGit({ args, environment, directory: this.#home, ...(input ? { input } : {}) }, this.#options)
  }
}

async function makeDirectory(tempRoot: string): Promise<string> {
  try {
    await mkdir(tempRoot, { recursive: true })
    const home = await mkdtemp(join(tempRoot, 'git-'))
    await chmod(home, 0o700)
    return home
  } catch (error) {
    throw noRoom(error)
  }
}

function noRoom(error: unknown): Failure {
  return fail(
    'git-failed',
    'The temporary directory for git could not be made.',
    'Check that the temporary directory exists, can be written to, and has space left.',
    { error: (error as NodeJS.ErrnoException).code ?? 'unknown' },
    error,
  )
}

/**
 * Git takes one file of authorities and then knows no other, while `NODE_EXTRA_CA_CERTS` adds to those Node knows. So the
 * extra ones are joined with the others, and git accepts what the rest of the program accepts.
 */
async function withAuthorities(machine: Environment, home: string): Promise<Environment> {
  const extra = machine.NODE_EXTRA_CA_CERTS
  if (!extra || machine.GIT_SSL_CAINFO || machine.SSL_CERT_FILE) return machine
  const added = await readFile(extra, 'utf8').catch(() => undefined)
  if (added === undefined) return { ...machine, NODE_EXTRA_CA_CERTS: '' }
  const file = join(home, 'authorities.pem')
  await writeFile(file, [...new Set([...rootCertificates, ...getCACertificates('system'), added])].join('\n'))
  return { ...machine, NODE_EXTRA_CA_CERTS: file }
}

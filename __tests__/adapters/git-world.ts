/** What every test of the git adapter starts from: a server, an adapter on its own temporary directory, a canary token. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRepositories, type RepositoriesOptions } from '../../src/adapters/git.ts'
import { type RepositoryTarget, Secret } from '../../src/core/batch.ts'
import type { Failure } from '../../src/core/errors.ts'
import type { CommitRequest, Repositories } from '../../src/core/ports.ts'
import { type GitServer, git, startGitServer } from './git-server.ts'

export const canary = 'ghp_Canary0123456789abcdefABCDEF+/='

export interface LogLine {
  readonly level: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export interface World {
  readonly server: GitServer
  readonly tempRoot: string
  readonly lines: LogLine[]
  readonly repositories: Repositories
  adapter(options?: Partial<RepositoriesOptions>): Repositories
  target(url: string, token?: string): RepositoryTarget
  /** How many git processes the adapter has finished so far. */
  processes(): number
  /** Runs git in a temporary repository that is open now. */
  inside(store: 'objects' | 'tips', ...args: string[]): string
  close(): Promise<void>
}

export const basic = (token: string): string => `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

/** The machine's environment, as a face would hand it over. */
export function machine(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? '', ...more }
}

export async function openWorld(): Promise<World> {
  const server = await startGitServer()
  const tempRoot = mkdtempSync(join(tmpdir(), 'git-temp-'))
  const lines: LogLine[] = []
  const adapter = (options: Partial<RepositoriesOptions> = {}) =>
    createRepositories({
      log: { write: (level, message, facts = {}) => void lines.push({ level, message, facts }) },
      tempRoot,
      allowLoopbackHttp: true,
      environment: machine(),
      ...options,
    })
  return {
    server,
    tempRoot,
    lines,
    repositories: adapter(),
    adapter,
    target: (url, token = canary) => ({
      url,
      host: new URL(url).host,
      owner: 'o',
      name: 'n',
      token: new Secret(token),
    }),
    processes: () => lines.filter(({ message }) => message.startsWith('git ')).length,
    inside(store, ...args) {
      const [only] = readdirSync(tempRoot)
      return git(join(tempRoot, only ?? '', `${store}.git`), ['-c', 'protocol.allow=never', ...args])
    },
    async close() {
      await server.close()
      rmSync(tempRoot, { recursive: true, force: true })
    },
  }
}

const someone = { name: 'Dependency Bot', email: 'bot@example.com' }

export function change(
  parent: string,
  files: Record<string, string | Uint8Array>,
  message = 'Raise it',
): CommitRequest {
  const contents = Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const)
  return { parent, files: new Map(contents), message, author: someone, committer: someone, time: 1_700_000_000 }
}

export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  return await promise.then(
    (value) => {
      throw new Error(`It did not fail: ${JSON.stringify(value)}`)
    },
    (error: Failure) => error,
  )
}

/** Text of the files of a map that `read` gave. */
export function texts(contents: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...contents].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]))
}

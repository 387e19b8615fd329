/** A running server: the real bundle in a process of its own, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { removeFolder, temporaryFolder } from './runner/process.ts'
import { PROJECT } from './runner.ts'
import { secret, tokenFor } from './scene.ts'

export interface ServeOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Where its journal is. Default: a new folder, removed at the end. */
  readonly folder?: string
  /** Default: `node dist/index.js serve`. */
  readonly command?: readonly string[]
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly folder: string
  readonly process: ChildProcess
  /** Everything that it printed. */
  log(): string
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  fetch(path: string, init?: RequestInit & { readonly token?: string | null }): Promise<Response>
  /** Sends SIGTERM and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

/** Milliseconds until a server that does not listen is given up. */
const patience = 20_000

export async function startServer(options: ServeOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? temporaryFolder('server')
  const command = options.command ?? [process.execPath, join(PROJECT, 'dist/index.js'), 'serve']
  const [file = '', ...args] = [...command, ...(options.args ?? [])]
  const child = spawn(file, args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: folder,
      JOURNAL: join(folder, 'journal.sqlite'),
      JWT_SECRET_KEY: secret,
      PORT: '0',
      NTP_SERVER: 'off',
      ALLOW_LOOPBACK: 'true',
      TMPDIR: folder,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code))
  })
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server does not listen:\n${log}`)), patience)
    const read = (chunk: Buffer) => {
      log += chunk.toString()
      const match = /listening on (http:\/\/[^\s"]+)/.exec(log)
      if (!match) return
      clearTimeout(timer)
      resolve(match[1] as string)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((how) => reject(new Error(`the server ended (${how}):\n${log}`)))
  }).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    url,
    port: Number(new URL(url).port),
    folder,
    process: child,
    log: () => log,
    ended,
    async fetch(path, { token, ...init } = {}) {
      const headers = new Headers(init.headers)
      if (token !== null) headers.set('authorization', `Bearer ${token ?? (await tokenFor())}`)
      return fetch(`${url}${path}`, { ...init, headers })
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const how = await ended
      if (options.folder === undefined) removeFolder(folder)
      return how
    },
  }
}

/**
 * Runners of one batch inside the test's own process: real adapters and real git against the world, each runner with a
 * journal of its own or a shared one, and every call of a port open to a test that holds it back or breaks it.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRepositories } from '../../src/adapters/git.ts'
import { createPullRequests } from '../../src/adapters/github.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { createIssueTracker } from '../../src/adapters/jira.ts'
import { openSqliteJournal } from '../../src/adapters/sqlite-store.ts'
import { runBatch } from '../../src/batch/run-batch.ts'
import type { BatchResult, RunOptions } from '../../src/core/batch.ts'
import { fail } from '../../src/core/errors.ts'
import type { Journal } from '../../src/core/journal.ts'
import type { Clock, Log, Ports, Repositories } from '../../src/core/ports.ts'
import { normalise } from '../../src/request/normalise.ts'
import { parseRequest } from '../../src/request/parse.ts'
import { openScene } from '../support/scene.ts'
import type { World, WorldOptions } from '../support/world.ts'

/** `issues.createIssue`, `git.push`, `journal.record`: what is about to be called, by which runner. */
export type Before = (call: string, runner: string, args: readonly unknown[]) => unknown

export interface RunnerOptions {
  readonly before?: Before
  /** Another port in place of the real one. */
  readonly replace?: (ports: Ports) => Ports
  readonly options?: Partial<RunOptions>
  readonly signal?: AbortSignal
}

export interface Runners {
  readonly world: World
  readonly clock: Clock
  /** Carries the request out as a runner of that name: two of one name share a journal. */
  run(name: string, request: unknown, more?: RunnerOptions): Promise<BatchResult>
  /** The journal of a runner, over a connection of its own. */
  journal(name: string): Journal
  close(): Promise<void>
}

const silent: Log = { write() {} }
const defaults: RunOptions = { concurrency: 4, whenUnfixable: 'issue', commentOnIssue: true, linkPullRequest: true }

/** Time runs `speed` times as fast for the runners and for the world. */
export async function openRunners({ speed = 1, ...options }: WorldOptions & { speed?: number } = {}): Promise<Runners> {
  const clock = fastClock(speed)
  const world = await openScene({ ...options, clock: clock.now })
  const folder = mkdtempSync(join(tmpdir(), 'runners-'))
  const journals: Journal[] = []
  const journal = (name: string) => {
    const opened = openSqliteJournal({ path: join(folder, name, 'journal.sqlite'), clock })
    journals.push(opened)
    return opened
  }
  return {
    world,
    clock,
    journal,
    run: async (name, request, more = {}) => {
      const batch = normalise(parseRequest(request, { allowLoopback: true }), {
        credentials: {},
        ownHosts: { github: () => false, jira: () => false },
        allowLoopback: true,
      })
      const signal = more.signal ?? new AbortController().signal
      const tempRoot = join(folder, name, 'git')
      mkdirSync(tempRoot, { recursive: true })
      const { ports, close } = realPorts({ clock, signal, tempRoot, journal: journal(name) })
      try {
        const own = more.replace?.(ports) ?? ports
        return await runBatch(more.before ? watch(own, more.before, name) : own, {
          name: randomUUID(),
          batch,
          options: { ...defaults, ...more.options },
          signal,
        })
      } finally {
        await close()
      }
    },
    close: async () => {
      for (const opened of journals) await opened.close()
      await world.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function fastClock(speed: number): Clock {
  const epoch = Date.now()
  return {
    now: () => Math.floor(epoch + (Date.now() - epoch) * speed),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(fail('interrupted', 'The run was cancelled while it was waiting.', 'Run it again.'))
        if (signal?.aborted) return stop()
        signal?.addEventListener('abort', stop, { once: true })
        setTimeout(() => {
          signal?.removeEventListener('abort', stop)
          resolve()
        }, ms / speed)
      }),
  }
}

function realPorts(way: { clock: Clock; signal: AbortSignal; tempRoot: string; journal: Journal }) {
  const { clock, signal, tempRoot, journal } = way
  const policy = { allowedHosts: [], allowLoopback: true }
  const http = createHttp({ policy, timeout: 30_000, dryRun: false, signal })
  const ports: Ports = {
    clock,
    journal,
    log: silent,
    issues: createIssueTracker({ http, clock, log: silent, signal }),
    pullRequests: createPullRequests({ http, clock, log: silent, signal }),
    repositories: createRepositories({
      log: silent,
      tempRoot,
      allowLoopbackHttp: true,
      environment: { PATH: process.env.PATH ?? '' },
    }),
  }
  return { ports, close: async () => http.close() }
}

/** The same ports, each call announced before it is made; what `before` throws is thrown in place of the call. */
function watch(ports: Ports, before: Before, runner: string): Ports {
  const announced = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get: (target, member) => {
        const value = Reflect.get(target, member, target)
        if (typeof value !== 'function') return value
        const call = value.bind(target)
        // Only what answers with a promise can be held back.
        if (/^(preview|now|write|issueUrl)/.test(String(member))) return call
        return async (...args: unknown[]) => {
          await before(`${name}.${String(member)}`, runner, args)
          return call(...args)
        }
      },
    })
  const repositories: Repositories = {
    open: async (target, options) => announced(await ports.repositories.open(target, options), 'git'),
  }
  return {
    ...ports,
    repositories,
    journal: announced(ports.journal, 'journal'),
    issues: announced(ports.issues, 'issues'),
    pullRequests: announced(ports.pullRequests, 'pulls'),
  }
}

/**
 * One git process: argument array, no shell, bounded in time, killed whole. `@actions/exec` starts it but hands out no
 * process, so two things are taken elsewhere: the process ids from git's own trace (it names every process of the tree,
 * also the transport that a killed `git fetch` would leave behind), and a guard on stdin from Node's `child_process`
 * channel (an unguarded EPIPE, when git dies before it has read everything, would end the whole program).
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { exec } from '@actions/exec'
import { type Failure, fail } from '../../core/errors.ts'
import type { Log } from '../../core/ports.ts'

export interface GitResult {
  readonly exitCode: number
  readonly stdout: Buffer
  /** Raw: may hold anything the far side said. Only `failures.ts` reads it. */
  readonly stderr: string
}

export interface GitProcess {
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly directory: string
  readonly input?: Uint8Array
}

export interface ProcessOptions {
  readonly gitPath: string
  readonly timeoutMs: number
  readonly log: Log
  readonly signal?: AbortSignal
}

const stderrLimit = 256 * 1024
/** Between SIGTERM and SIGKILL, and between SIGKILL and giving up on it. */
const graceMs = 1000

const guarded = new AsyncLocalStorage<true>()
let guarding = false

function guardInputs(): void {
  if (guarding) return
  guarding = true
  subscribe('child_process', (message) => {
    if (!guarded.getStore()) return
    const child = (message as { process: ChildProcess }).process
    // The channel speaks before the pipes exist and before any of their errors.
    process.nextTick(() => child.stdin?.on('error', () => {}))
  })
}

/** The tree of one git process, as its trace on stderr tells it. Lines count only with the run's own random prefix. */
class ProcessTree {
  readonly #started: string
  readonly #ended: string
  readonly #alive = new Set<number>()
  #stopping: NodeJS.Signals | undefined
  #rest = ''

  constructor(run: string) {
    this.#started = `{"event":"version","sid":"${run}/`
    this.#ended = `{"event":"atexit","sid":"${run}/`
  }

  /** Reads more of stderr. */
  read(text: string): void {
    const lines = (this.#rest + text).split('\n')
    this.#rest = lines.pop()?.slice(0, stderrLimit) ?? ''
    for (const line of lines) {
      const pid = Number.parseInt(/^\{"event":"[a-z]+","sid":"[^"]*-P([0-9a-f]{8})"/.exec(line)?.[1] ?? '', 16)
      if (line.startsWith(this.#ended)) this.#alive.delete(pid)
      else if (line.startsWith(this.#started) && pid > 1) this.#add(pid)
    }
  }

  #add(pid: number): void {
    this.#alive.add(pid)
    if (this.#stopping) kill(pid, this.#stopping)
  }

  stop(signal: NodeJS.Signals): void {
    this.#stopping = signal
    for (const pid of this.#alive) kill(pid, signal)
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}

function interrupted(): Failure {
  return fail('interrupted', 'git was stopped because the run was cancelled.', 'Run the same batch again to go on.')
}

function timedOut(command: string, timeoutMs: number): Failure {
  const seconds = Math.round(timeoutMs / 1000)
  return fail(
    'timed-out',
    `git ${command} did not finish within ${seconds} s and was stopped.`,
    'Run it again; if it stays, look at the network path to the git host.',
    { seconds },
  )
}

function notStarted(error: unknown): Failure {
  return fail(
    'git-missing',
    'git could not be started.',
    'Install git 2.39 or newer and make sure that it is on the PATH.',
    {},
    error,
  )
}

/** The command among git's arguments: `push` of `-c pack.window=0 push …`. */
export function commandOf(args: readonly string[]): string {
  return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? ''
}

/** Runs git to its end. A non-zero exit is a result; thrown are `interrupted`, `timed-out` and `git-missing`. */
export async function runGit(run: GitProcess, options: ProcessOptions): Promise<GitResult> {
  if (options.signal?.aborted) throw interrupted()
  guardInputs()
  const started = performance.now()
  const watch = new Watch(run, options)
  try {
    const result = await watch.result()
    const ms = Math.round(performance.now() - started)
    options.log.write('debug', `git ${commandOf(run.args)}`, { exit: result.exitCode, ms })
    return result
  } finally {
    watch.end()
  }
}

class Watch {
  readonly #run: GitProcess
  readonly #options: ProcessOptions
  readonly #id = randomUUID()
  readonly #tree = new ProcessTree(this.#id)
  readonly #stdout: Buffer[] = []
  readonly #stderr: Buffer[] = []
  readonly #timers: NodeJS.Timeout[] = []
  #stderrLength = 0
  #why: Failure | undefined
  #giveUp: (why: Failure) => void = () => {}
  readonly #abort = () => this.#stop(interrupted())

  constructor(run: GitProcess, options: ProcessOptions) {
    this.#run = run
    this.#options = options
  }

  async result(): Promise<GitResult> {
    const givenUp = new Promise<never>((_, reject) => {
      this.#giveUp = reject
    })
    const { timeoutMs, signal } = this.#options
    this.#timers.push(setTimeout(() => this.#stop(timedOut(commandOf(this.#run.args), timeoutMs)), timeoutMs))
    signal?.addEventListener('abort', this.#abort, { once: true })
    const exitCode = await Promise.race([this.#start(), givenUp])
    if (this.#why) throw this.#why
    return { exitCode, stdout: Buffer.concat(this.#stdout), stderr: this.#said() }
  }

  end(): void {
    this.#options.signal?.removeEventListener('abort', this.#abort)
    for (const timer of this.#timers) clearTimeout(timer)
  }

  async #start(): Promise<number> {
    const { args, environment, directory, input } = this.#run
    const env = { ...environment, GIT_TRACE2_EVENT: '1', GIT_TRACE2_EVENT_BRIEF: '1', GIT_TRACE2_PARENT_SID: this.#id }
    const listeners = {
      stdout: (chunk: Buffer) => void this.#stdout.push(chunk),
      stderr: (chunk: Buffer) => this.#hear(chunk),
    }
    // Without an input @actions/exec would leave stdin open.
    const options = { env, cwd: directory, silent: true, ignoreReturnCode: true, delay: graceMs, listeners }
    const started = guarded.run(true, () =>
      exec(`"${this.#options.gitPath}"`, [...args], { ...options, input: Buffer.from(input ?? []) }),
    )
    return await started.catch((error: unknown) => {
      throw this.#why ?? notStarted(error)
    })
  }

  #hear(chunk: Buffer): void {
    this.#tree.read(chunk.toString('latin1'))
    if (this.#stderrLength < stderrLimit) this.#stderr.push(chunk)
    this.#stderrLength += chunk.length
  }

  #said(): string {
    const own = `","sid":"${this.#id}/`
    const lines = Buffer.concat(this.#stderr).toString('utf8').split('\n')
    return lines.filter((line) => !line.includes(own)).join('\n')
  }

  #stop(why: Failure): void {
    if (this.#why) return
    this.#why = why
    this.#tree.stop('SIGTERM')
    this.#timers.push(setTimeout(() => this.#tree.stop('SIGKILL'), graceMs))
    this.#timers.push(setTimeout(() => this.#giveUp(why), 2 * graceMs))
  }
}

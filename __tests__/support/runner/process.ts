/** A child process as the runner handles it: lines as they come, and the four acts of a cancellation. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ChildOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin?: string | Uint8Array | undefined
  /** Cancels after so many milliseconds, or when a line of output matches. */
  readonly cancelAfter?: number | RegExp | undefined
  /** SIGKILL when a line of output matches. */
  readonly killAt?: RegExp | undefined
  onLine?(stream: 'stdout' | 'stderr', line: string): void
}

export interface ChildResult {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly milliseconds: number
  readonly cancelled: boolean
  /** From the first signal to the end; undefined: not cancelled. */
  readonly cancelMilliseconds: number | undefined
  /** The last signal that had to be sent. */
  readonly lastSignal: NodeJS.Signals | undefined
}

/** SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. */
const CANCEL_STEPS = [
  { signal: 'SIGINT', grace: 7500 },
  { signal: 'SIGTERM', grace: 2500 },
  { signal: 'SIGKILL', grace: 0 },
] as const

/** Runs a child to its end. */
export function runChild(options: ChildOptions): Promise<ChildResult> {
  const startedAt = Date.now()
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.stdin)
  const cancellation = new Cancellation(child)
  const text = { stdout: '', stderr: '' }
  const onLine = (stream: 'stdout' | 'stderr', line: string): void => {
    options.onLine?.(stream, line)
    if (options.cancelAfter instanceof RegExp && options.cancelAfter.test(line)) cancellation.start()
    if (options.killAt?.test(line)) child.kill('SIGKILL')
  }
  const flushes = (['stdout', 'stderr'] as const).map((stream) => {
    const flush = readLines(
      child[stream] as NonNullable<ChildProcess['stdout']>,
      (chunk) => (text[stream] += chunk),
      (line) => onLine(stream, line),
    )
    return flush
  })
  if (typeof options.cancelAfter === 'number') cancellation.after(options.cancelAfter)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => {
      for (const flush of flushes) flush()
      resolve({ exitCode, signal, ...text, milliseconds: Date.now() - startedAt, ...cancellation.end() })
    })
  })
}

/** Hands every whole line on; what is returned hands on a last line without its end. */
function readLines(
  stream: NodeJS.ReadableStream,
  onText: (text: string) => void,
  onLine: (line: string) => void,
): () => void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    onText(chunk)
    const lines = (rest + chunk).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  return () => {
    if (rest !== '') onLine(rest)
    rest = ''
  }
}

class Cancellation {
  readonly #child: ChildProcess
  #startedAt: number | undefined
  #last: NodeJS.Signals | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(child: ChildProcess) {
    this.#child = child
  }

  after(milliseconds: number): void {
    this.#timer = setTimeout(() => this.start(), milliseconds)
  }

  start(): void {
    if (this.#startedAt !== undefined) return
    this.#startedAt = Date.now()
    this.#step(0)
  }

  #step(index: number): void {
    const step = CANCEL_STEPS[index]
    if (step === undefined) return
    this.#last = step.signal
    this.#child.kill(step.signal)
    this.#timer = setTimeout(() => this.#step(index + 1), step.grace)
  }

  end(): Pick<ChildResult, 'cancelled' | 'cancelMilliseconds' | 'lastSignal'> {
    clearTimeout(this.#timer)
    const cancelled = this.#startedAt !== undefined
    const cancelMilliseconds = this.#startedAt === undefined ? undefined : Date.now() - this.#startedAt
    return { cancelled, cancelMilliseconds, lastSignal: this.#last }
  }
}

const folders = new Set<string>()
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that is removed when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  folders.add(folder)
  return folder
}

/** Removes a folder of `temporaryFolder` now. */
export function removeFolder(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/** A lane: one world in which cells run one after the other, and the child process that is under test in it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RecordedRequest } from '../../__tests__/support/request-log.ts'
import { openScene } from '../../__tests__/support/scene.ts'
import type { World } from '../../__tests__/support/world.ts'
import type { WireResponse } from '../../src/batch/response.ts'
import type { ChildPlan } from './plan.ts'

/** How the matrix' time runs. */
export interface Pace {
  readonly epoch: number
  readonly speed: number
}

export interface ChildRun {
  readonly exitCode: number | null
  readonly killed: boolean
  readonly response: WireResponse | undefined
  readonly stderr: string
}

export interface RunOptions {
  readonly request: unknown
  readonly folder: string
  readonly plan: ChildPlan
  /** Kill the child when this request has arrived. */
  readonly killAt?: (request: RecordedRequest) => boolean
  /** Kilobytes that a file may have; more is a full disk. */
  readonly fileLimit?: number
  /** Told once the child is there. */
  readonly started?: (child: ChildProcess) => void
  readonly env?: Readonly<Record<string, string>>
  /** The program, and what stands before the request. Default: the bundle's `run`. */
  readonly program?: string
}

const preload = new URL('./preload.ts', import.meta.url).href
const bundle = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
/** The program of the blind policy. */
export const blindProgram = fileURLToPath(new URL('./blind.ts', import.meta.url))
/** Milliseconds by the machine's clock after which a child is taken for stuck. */
const stuck = 180_000

export class Lane {
  readonly world: World
  readonly pace: Pace
  readonly folder = mkdtempSync(join(tmpdir(), 'faults-'))
  #arrived: (request: RecordedRequest) => void = () => {}
  #each: () => void = () => {}

  private constructor(world: World, pace: Pace) {
    this.world = world
    this.pace = pace
    const { push } = world.requests
    world.requests.push = (...requests) => {
      for (const request of requests) this.#arrived(request)
      this.#each()
      return push.apply(world.requests, requests)
    }
  }

  static async open(pace: Pace): Promise<Lane> {
    const clock = () => pace.epoch + (Date.now() - pace.epoch) * pace.speed
    return new Lane(await openScene({ clock }), pace)
  }

  /** Milliseconds of the matrix' time as milliseconds of the machine's. */
  real(ms: number): number {
    return Math.ceil(ms / this.pace.speed)
  }

  /** From now on this is done as each request arrives, before it is served, in place of what was. */
  eachRequest(work: () => void): void {
    this.#each = work
  }

  /** Runs the program under test to its end, however that comes. */
  run({ request, folder, plan, killAt, fileLimit, started, env, program = bundle }: RunOptions): Promise<ChildRun> {
    const args = ['--no-warnings', '--import', preload, program]
    if (program === bundle) args.push('run', '--request', '-', '--json')
    const [command, ...rest] = limited([process.execPath, ...args], fileLimit)
    const child = spawn(command as string, rest, {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        TMPDIR: folder,
        JOURNAL: join(folder, 'journal.sqlite'),
        ALLOW_LOOPBACK: 'true',
        NTP_SERVER: 'off',
        LINK_PULL_REQUEST: 'true',
        FAULT_PLAN: JSON.stringify(plan),
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    started?.(child)
    if (killAt) {
      this.#arrived = (arrived) => {
        if (killAt(arrived)) child.kill('SIGKILL')
      }
    }
    const watchdog = setTimeout(() => child.kill('SIGKILL'), stuck)
    child.stdin.on('error', () => {})
    child.stdin.end(JSON.stringify(request))
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text
      })
    }
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (exitCode, signal) => {
        clearTimeout(watchdog)
        if (killAt) this.#arrived = () => {}
        const response = exitCode === null || said.stdout === '' ? undefined : (JSON.parse(said.stdout) as WireResponse)
        resolve({ exitCode, killed: signal === 'SIGKILL', response, stderr: said.stderr })
      })
    })
  }

  async close(): Promise<void> {
    await this.world.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A shell sets the limit and becomes the command. */
function limited(command: readonly string[], kilobytes: number | undefined): readonly string[] {
  if (kilobytes === undefined) return command
  return ['bash', '-c', `ulimit -f ${kilobytes}; exec "$@"`, 'limited', ...command]
}

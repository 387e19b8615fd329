/** One cell: an effect, a crash and a fault, against a world of its own; run until it is done, then counted. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../../__tests__/support/faults.ts'
import { type Counts, count, wrongAdoptions } from './judge.ts'
import type { ChildRun, Lane } from './lane.ts'
import { type CrashPoint, type Effect, type FaultName, requestOf } from './plan.ts'
import { prepare, type Scene, searchLag } from './scene.ts'
import { Standstills } from './standstills.ts'

export interface Cell {
  readonly effect: Effect
  readonly crash: CrashPoint
  readonly fault: FaultName
}

export interface Verdict {
  readonly cell: Cell
  /** Which effects are missing in the end. */
  readonly lost: readonly string[]
  /** Which effects stand more than once. */
  readonly duplicated: readonly string[]
  /** Of the duplicated ones, those that the last run named. */
  readonly detected: readonly string[]
  readonly wrong: readonly string[]
  readonly runs: number
  /** What was to happen and did not: the crash point was not reached, or the program never came to a good end. */
  readonly trouble: string | undefined
  /** The longest that the world itself stood still, in milliseconds of the matrix' time: it then keeps no time either. */
  readonly standstill: number
}

export interface CellOptions {
  /** More settings for the program under test. */
  readonly env?: Readonly<Record<string, string>>
  /** Called after a kill: what time would do by itself, such as letting a lease run out. */
  readonly afterKill?: () => Promise<void>
  /** Another program in place of the bundle. */
  readonly program?: string
}

const seconds = 1000
const late = { inside: 45 * seconds, beyond: 240 * seconds }
const mostRuns = 6

/** Prepares, runs and judges one cell. */
export async function runCell(lane: Lane, cell: Cell, options: CellOptions = {}): Promise<Verdict> {
  const scene = await prepare(lane)
  const folder = join(lane.folder, scene.name)
  mkdirSync(folder)
  const armed = cell.effect === 'done' ? undefined : faultOf(lane, cell)
  const fault = armed ? lane.world.fault(armed) : undefined
  const standstills = new Standstills()
  try {
    const { last, runs, trouble } = await runToTheEnd(lane, cell, scene, folder, options)
    let final = last
    const struckAt = fault?.struckAt()
    if (cell.fault === 'late > 90 s' && struckAt !== undefined) {
      // Until it has come and can be found; then one more run, which is to tell of it.
      await pause(Math.max(0, struckAt + lane.real(late.beyond + 2 * searchLag) - Date.now()))
      if (options.program === undefined) final = await once(lane, cell, scene, folder, options, undefined)
    }
    const unmet = trouble ?? (fault?.hits() === 0 ? 'the fault never struck' : undefined)
    return { ...(await judge(cell, scene, final, runs, unmet)), standstill: standstills.longest() * lane.pace.speed }
  } finally {
    standstills.stop()
    lane.world.clearFaults()
    rmSync(folder, { recursive: true, force: true })
  }
}

function faultOf(lane: Lane, { effect, fault }: Cell): Fault | undefined {
  if (effect === 'done') return undefined
  const { server, path } = requestOf[effect]
  const at = { server, method: 'POST', path }
  const ms = (time: number) => lane.real(time)
  switch (fault) {
    case 'timeout not applied':
      return { ...at, kind: 'hang' }
    case 'timeout applied':
      return { ...at, kind: 'apply-then-hang' }
    case 'late < 90 s':
      return { ...at, kind: 'drop-then-apply', ms: ms(late.inside) }
    case 'late > 90 s':
      return { ...at, kind: 'drop-then-apply', ms: ms(late.beyond) }
    case '5xx applied':
      return { ...at, kind: 'html-error', status: 502, applied: true }
    case '5xx not applied':
      return { ...at, kind: 'html-error', status: 503 }
    case 'reset mid-response':
      return { ...at, kind: 'reset-mid-response' }
    case '429':
      return { ...at, kind: 'rate-limited', status: 429, wait: { seconds: 1, as: 'seconds' } }
    case 'secondary limit':
      return server === 'jira'
        ? { ...at, kind: 'rate-limited', wait: { as: 'none' } }
        : { ...at, kind: 'secondary-limit' }
    case 'malformed 200':
      return { ...at, kind: 'malformed-200' }
    default:
      return undefined
  }
}

async function runToTheEnd(lane: Lane, cell: Cell, scene: Scene, folder: string, options: CellOptions) {
  let crash: CrashPoint | undefined = cell.crash === 'no crash' ? undefined : cell.crash
  let refuse = cell.fault === 'refused'
  let last: ChildRun | undefined
  for (let runs = 1; runs <= mostRuns; runs++) {
    last = await once(lane, cell, scene, folder, options, crash, refuse)
    if (last.killed) {
      if (crash === undefined) return { last, runs, trouble: 'was stuck' }
      // A connection that was to be refused before the crash was: later runs are not refused again.
      if (crash !== 'before intent' && crash !== 'after intent') refuse = false
      crash = undefined
      await options.afterKill?.()
    } else {
      refuse = false
      if (last.exitCode === 0) return { last, runs, trouble: crash ? `never came to "${crash}"` : undefined }
    }
  }
  const error = last?.response?.results[0]?.error
  return { last, runs: mostRuns, trouble: `did not end well: ${error?.code ?? last?.stderr.slice(-300)}` }
}

function once(
  lane: Lane,
  { effect, fault }: Cell,
  scene: Scene,
  folder: string,
  { env, program }: CellOptions,
  crash: CrashPoint | undefined,
  refuse = false,
): Promise<ChildRun> {
  const hangs = fault === 'timeout applied' || fault === 'timeout not applied'
  const plan = { ...lane.pace, effect, crash, refuse, hangs }
  const at = effect === 'done' ? undefined : requestOf[effect]
  return lane.run({
    request: scene.request,
    folder,
    plan,
    ...(env ? { env } : {}),
    ...(program ? { program } : {}),
    ...(crash === 'request sent' && at
      ? {
          killAt: ({ server, method, path }) => server === at.server && method === 'POST' && at.path.test(path),
        }
      : {}),
  })
}

async function judge(
  cell: Cell,
  scene: Scene,
  last: ChildRun | undefined,
  runs: number,
  trouble: string | undefined,
): Promise<Omit<Verdict, 'standstill'>> {
  const counts: Counts = await count(scene)
  const names = Object.keys(counts) as (keyof Counts)[]
  const duplicated = names.filter((name) => counts[name] > 1)
  const warnings = last?.response?.results.flatMap((result) => result.warnings.map(({ code }) => code)) ?? []
  return {
    cell,
    lost: names.filter((name) => counts[name] === 0),
    duplicated,
    detected: duplicated.filter((name) => warnings.includes(`duplicate-${name}`)),
    wrong: await wrongAdoptions(scene, last?.response),
    runs,
    trouble,
  }
}

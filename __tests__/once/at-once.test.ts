/** The same delivery many times at once, a holder that stood still too long, and two runners that share no journal. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { count } from '../../scripts/faults/judge.ts'
import { type ChildRun, Lane, type RunOptions } from '../../scripts/faults/lane.ts'
import type { ChildPlan } from '../../scripts/faults/plan.ts'
import { prepare, type Scene } from '../../scripts/faults/scene.ts'

const pace = { epoch: Date.now(), speed: 30 }
const idle: ChildPlan = { ...pace, effect: 'done', crash: undefined, refuse: false }
const onceEach = { issue: 1, branch: 1, 'pull-request': 1, comment: 1, link: 1 }
let lane: Lane

beforeAll(async () => {
  lane = await Lane.open(pace)
})
afterAll(async () => {
  await lane.close()
})

interface Stage {
  readonly scene: Scene
  run(more?: Partial<RunOptions>): Promise<ChildRun>
  /** The folder of a further runner, with a journal of its own. */
  runner(name: string): string
}

async function stage(): Promise<Stage> {
  const scene = await prepare(lane)
  const runner = (name: string) => {
    const folder = join(lane.folder, `${scene.name}-${name}`)
    mkdirSync(folder)
    return folder
  }
  const folder = runner('one')
  return { scene, runner, run: (more = {}) => lane.run({ request: scene.request, folder, plan: idle, ...more }) }
}

/** A run that has stopped itself, as its plan says; `goOn` lets it run to its end. */
async function stopped(run: Stage['run'], options: Partial<RunOptions>): Promise<{ goOn(): Promise<ChildRun> }> {
  let pid = 0
  const running = run({
    ...options,
    started: (child) => {
      pid = child.pid ?? 0
    },
  })
  const isStopped = () => /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  while (!isStopped()) await pause(50)
  return {
    goOn: () => {
      process.kill(pid, 'SIGCONT')
      return running
    },
  }
}

const resultOf = ({ response }: ChildRun) => response?.results[0]

describe('on one host', () => {
  test('the same delivery thirty-two times at once has one effect, and each tells the same result', async () => {
    const { scene, run } = await stage()
    // At the machine's own pace, for here it is the leases that count.
    const runs = await Promise.all(Array.from({ length: 32 }, () => run({ plan: { ...idle, speed: 1 } })))
    expect(runs.map(({ exitCode }) => exitCode)).toEqual(runs.map(() => 0))
    expect(new Set(runs.map((one) => resultOf(one)?.jira_ticket)).size).toBe(1)
    expect(new Set(runs.map((one) => resultOf(one)?.pull_request_url)).size).toBe(1)
    expect(runs.filter((one) => resultOf(one)?.status === 'created')).toHaveLength(1)
    expect(await count(scene)).toEqual(onceEach)
  }, 300_000)

  test.each([
    ['before its request went out', 'after intent'],
    ['after its answer came', 'response received'],
  ] as const)(
    'a holder that stood still %s: the next takes over, and the first writes nothing more',
    async (_, crash) => {
      const { scene, run } = await stage()
      const stops: ChildPlan = { ...idle, effect: 'issue', crash, signal: 'SIGSTOP' }
      const first = await stopped(run, { plan: stops })
      const second = await run()
      expect(second.exitCode).toBe(0)
      const late = await first.goOn()
      expect(resultOf(late)?.error?.code).toBe('already-running')
      expect(await count(scene)).toEqual(onceEach)
      expect(resultOf(await run())).toMatchObject({ status: 'existing', jira_ticket: resultOf(second)?.jira_ticket })
    },
    60_000,
  )

  test('two batches with an item in common, at once: that item is done once', async () => {
    const { scene, run } = await stage()
    const [item] = scene.request.items as object[]
    const [issue] = scene.request.jira_issue_requests as { fields: object }[]
    const [pull] = scene.request.github_pr_requests as object[]
    const other = { package_name: 'left-pad', current_version: '1.3.0', safe_version: '1.3.1' }
    const both = {
      ...scene.request,
      items: [item, { ...item, ...other }],
      jira_issue_requests: [issue, { ...issue, fields: { ...issue?.fields, summary: 'Raise left-pad' } }],
      github_pr_requests: [pull, { ...pull, ...other, branch_name: 'fix/{{jira_key}}-left-pad' }],
    }
    const [one, two] = await Promise.all([run(), run({ request: both })])
    expect([one.exitCode, two.exitCode]).toEqual([0, 0])
    expect(resultOf(two)?.jira_ticket).toBe(resultOf(one)?.jira_ticket)
    expect(await count(scene)).toEqual({ issue: 2, branch: 2, 'pull-request': 2, comment: 2, link: 2 })
  }, 60_000)
})

describe('two hosted runners that share no journal', () => {
  test('the slower one takes the faster one’s branch and issue for its own, and names the issue it made too many', async () => {
    const { scene, run, runner } = await stage()
    // The slower one has looked and found nothing when the faster one begins.
    const slow: ChildPlan = { ...idle, effect: 'issue', crash: 'before intent', signal: 'SIGSTOP', speed: 1 }
    const slower = await stopped(run, { plan: slow, folder: runner('two') })
    const one = await run({ plan: { ...idle, speed: 1 } })
    const two = await slower.goOn()
    expect([one.exitCode, two.exitCode]).toEqual([0, 0])
    const results = [resultOf(one), resultOf(two)]
    expect(new Set(results.map((result) => result?.pull_request_url)).size).toBe(1)
    expect(new Set(results.map((result) => result?.jira_ticket)).size).toBe(1)
    const counts = await count(scene)
    expect(counts).toEqual({ ...onceEach, issue: 2 })
    const warned = results.flatMap((result) => result?.warnings ?? []).filter(({ code }) => code === 'duplicate-issue')
    expect(warned).toHaveLength(1)
    expect(warned[0]?.message).not.toContain(results[0]?.jira_ticket)
  }, 60_000)

  test('a fresh runner right after a killed one finds what search does not show yet', async () => {
    const { scene, run, runner } = await stage()
    // Search lags by 20 s of the lane's time; at this pace that is longer than the whole test.
    const slow = { ...idle, speed: 1 }
    lane.world.jira.searchLag(3_600_000)
    const killed = await run({ plan: { ...slow, effect: 'issue', crash: 'response received' } })
    expect(killed.killed).toBe(true)
    const next = await run({ plan: slow, folder: runner('fresh') })
    expect(next.exitCode).toBe(0)
    expect(await count(scene)).toEqual(onceEach)
  }, 30_000)
})

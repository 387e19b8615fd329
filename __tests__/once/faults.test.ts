/** A sample of the fault matrix (`npm run faults` runs the whole), and a cancelled job. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Cell } from '../../scripts/faults/cell.ts'
import { count } from '../../scripts/faults/judge.ts'
import { blindProgram, Lane } from '../../scripts/faults/lane.ts'
import { allCells, runMatrix, sampleCells } from '../../scripts/faults/matrix.ts'
import { prepare } from '../../scripts/faults/scene.ts'
import { tally } from '../../scripts/faults/table.ts'

const speed = 20

test('the matrix has every effect with every crash point and every fault', () => {
  expect(allCells()).toHaveLength(5 * 7 * 12 + 3)
  const some = sampleCells(48)
  expect(new Set(some.map(({ effect }) => effect)).size).toBeGreaterThanOrEqual(5)
  expect(new Set(some.map(({ crash }) => crash)).size).toBe(7)
  expect(new Set(some.map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(10)
})

test('a sample: nothing lost, nothing twice within the promise, everything beyond it reported', async () => {
  const cells: Cell[] = [
    { effect: 'issue', crash: 'request sent', fault: 'late > 90 s' },
    { effect: 'issue', crash: 'response received', fault: 'none' },
    { effect: 'push', crash: 'request sent', fault: '5xx applied' },
    { effect: 'pull request', crash: 'after intent', fault: 'reset mid-response' },
    { effect: 'comment', crash: 'no crash', fault: 'late < 90 s' },
    { effect: 'link', crash: 'request sent', fault: 'none' },
    { effect: 'done', crash: 'before reply', fault: 'none' },
  ]
  const { verdicts } = await runMatrix(cells, { lanes: 4, speed })
  expect(verdicts.filter(({ trouble }) => trouble !== undefined)).toEqual([])
  const { beyond, ...sums } = tally(verdicts)
  // On a busy machine the late one may come before the second is made, and is then found: no duplicate at all.
  expect(sums).toEqual({ cells: 7, lost: 0, inside: 0, detected: beyond, wrong: 0, trouble: 0 })
}, 120_000)

test('the matrix sees duplicates where there are some: a program that repeats blindly makes them', async () => {
  const cells: Cell[] = [
    { effect: 'issue', crash: 'no crash', fault: 'malformed 200' },
    { effect: 'comment', crash: 'no crash', fault: '5xx applied' },
    { effect: 'issue', crash: 'no crash', fault: 'none' },
  ]
  const { verdicts } = await runMatrix(cells, { lanes: 3, speed, laneOptions: () => ({ program: blindProgram }) })
  expect(tally(verdicts)).toMatchObject({ cells: 3, lost: 0, inside: 2 })
}, 60_000)

test('a cancelled job ends in time, with what was under way recorded, and the next run goes on', async () => {
  const pace = { epoch: Date.now(), speed: 1 }
  const lane = await Lane.open(pace)
  try {
    const scene = await prepare(lane)
    const folder = join(lane.folder, scene.name)
    mkdirSync(folder)
    const plan = { ...pace, effect: 'done', crash: undefined, refuse: false } as const
    lane.world.fault({ server: 'jira', method: 'POST', path: /\/issue$/, kind: 'delay', ms: 1500 })
    let pid = 0
    let cancelledAt = 0
    const cancelled = await lane.run({
      ...{ request: scene.request, folder, plan },
      started: (child) => {
        pid = child.pid ?? 0
      },
      killAt: ({ server, method, path }) => {
        if (server === 'jira' && method === 'POST' && /\/issue$/.test(path)) {
          cancelledAt = Date.now()
          process.kill(pid, 'SIGINT')
        }
        return false
      },
    })
    expect(Date.now() - cancelledAt).toBeLessThan(7500)
    expect(cancelled.response).toMatchObject({ status: 'interrupted', results: [{ status: 'partial' }] })
    expect(await count(scene)).toEqual({ issue: 1, branch: 0, 'pull-request': 0, comment: 0, link: 0 })
    const next = await lane.run({ request: scene.request, folder, plan })
    expect(next.response?.results[0]?.jira_ticket).toBe(cancelled.response?.results[0]?.jira_ticket)
    expect(await count(scene)).toEqual({ issue: 1, branch: 1, 'pull-request': 1, comment: 1, link: 1 })
  } finally {
    await lane.close()
  }
}, 60_000)

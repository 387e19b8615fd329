/**
 * How long a batch takes against the floor that GitHub's pace sets: one write a second, one that notifies people each
 * three. In simulated time, with the real pacer: so the figures are those of the schedule, whatever the machine does.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { runBatch } from '../../src/batch/run-batch.ts'
import { type Batch, type Item, Secret } from '../../src/core/batch.ts'
import { farSides } from './support/far-sides.ts'
import { SimulatedTime } from './support/simulated-time.ts'

let time: SimulatedTime
beforeEach(() => {
  time = new SimulatedTime()
})
afterEach(() => time.end())

interface Shape {
  /** Items of each repository. */
  readonly sizes: readonly number[]
  /** Milliseconds of a round trip. */
  readonly latency: number
  readonly metadata?: { readonly labels: readonly string[]; readonly reviewers: readonly string[] }
}

let tokens = 0

/** A word of its own for each number: Jira is asked by the words of summaries. */
const wordOf = (number: number) => `package${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`

function batchOf({ sizes, metadata = { labels: [], reviewers: [] } }: Shape): Batch {
  // A pace is kept for each token, for as long as the process lives: each batch comes with its own.
  const token = new Secret(`token-${++tokens}`)
  const repositories = sizes.flatMap((size, number) => Array.from({ length: size }, () => number))
  const items = repositories.map((repository, index): Item => {
    const name = `app-${repository}`
    return {
      index,
      key: String(index).padStart(64, '0'),
      change: { packageName: 'lodash', from: '4.17.19', to: '4.17.21' },
      issue: {
        site: { serverUrl: 'https://jira.example', apiVersion: '3', email: 'a@example.com', token },
        fields: { project: { key: 'SEC' }, summary: `Raise ${wordOf(index)}` },
      },
      pullRequest: {
        repository: { url: `https://github.com/acme/${name}`, host: 'github.com', owner: 'acme', name, token },
        ...{ branchName: `fix/{{jira_key}}-${index}`, title: 't', body: '', dependencyFiles: ['package.json'] },
        ...{ draft: false, teamReviewers: [], assignees: [], ...metadata },
      },
    }
  })
  return { id: 'batch', digest: 'digest', dryRun: false, items, itemKeys: items.map(({ key }) => key) }
}

async function schedule(shape: Shape) {
  const { ports, writes, mostOpen } = farSides(systemClock, shape.latency)
  const batch = batchOf(shape)
  const options = { concurrency: 4, whenUnfixable: 'issue', commentOnIssue: true, linkPullRequest: false } as const
  const run = { name: 'run', batch, options, signal: new AbortController().signal }
  const { results } = await time.until(runBatch(ports, run))
  expect(results.filter(({ status }) => status !== 'created')).toEqual([])
  const notifying = writes.filter(({ notifies }) => notifies).map(({ at }) => at)
  const first = writes[0]?.at ?? 0
  const last = writes.at(-1)?.at ?? 0
  const floor = Math.max((notifying.length - 1) * 3_000, (writes.length - 1) * 1_000)
  return {
    floor,
    wall: time.now,
    /** Before the first write, between the writes beyond the pace, and after the last, in milliseconds. */
    start: first,
    idle: last - first - floor,
    tail: time.now - last,
    notifying,
    writes: writes.map(({ at }) => at),
    mostOpen: mostOpen(),
  }
}

const gaps = (times: readonly number[]) => times.slice(1).map((at, index) => at - (times[index] as number))

const each = (count: number, size: number) => Array.from({ length: count }, () => size)
const reviewed = { labels: ['security'], reviewers: ['octocat'] }

/** `start`: round trips before the first write that are allowed; the issues of the first repository are in it. */
const shapes: readonly (Shape & { readonly name: string; readonly start: number })[] = [
  { name: '1,000 items, 10 a repository', sizes: each(100, 10), latency: 250, start: 32 },
  { name: '1,000 items, one a repository', sizes: each(1000, 1), latency: 250, start: 30 },
  { name: '300 items, one a repository, far sides slow', sizes: each(300, 1), latency: 1_000, start: 20 },
  { name: '500 items of one repository', sizes: [500], latency: 250, start: 150 },
  { name: 'one large repository behind small ones', sizes: [...each(20, 10), 300], latency: 250, start: 24 },
  { name: 'many sizes', sizes: [...each(100, 1), 500, 100, ...each(30, 10)], latency: 250, start: 30 },
  { name: 'labels and reviewers', sizes: each(20, 10), latency: 250, start: 24, metadata: reviewed },
]

describe('GitHub never waits for us', () => {
  test.each(shapes)('$name', async (shape) => {
    const { start, idle, tail, floor, wall, writes, notifying, mostOpen } = await schedule(shape)
    // The pace is kept …
    expect(gaps(writes).filter((gap) => gap < 1_000)).toEqual([])
    expect(gaps(notifying).filter((gap) => gap < 3_000)).toEqual([])
    // … and nothing is lost to it: not a moment between the first write and the last.
    expect(idle).toBe(0)
    expect(start).toBeLessThanOrEqual(shape.start * shape.latency)
    expect(tail).toBeLessThanOrEqual(2 * shape.latency)
    expect(wall / floor).toBeLessThan(1.05)
    // Reading ahead has an end: a tree is held for each.
    expect(mostOpen).toBeLessThanOrEqual(8)
  })
})

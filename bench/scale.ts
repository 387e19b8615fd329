/**
 * How far a batch scales: `node bench/scale.ts [workers] [pace] [memory] [--items N] [--speed N] [--sizes N,…]`, all parts in
 * some eight minutes where none is named. `pace --items 1000` takes 50, by its nature. Everything runs against the loopback
 * world of the tests, which shares this machine's cores with the workers. Read ratios, not numbers.
 */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measure } from './scale/workers.ts'

const { values, positionals } = parseArgs({
  options: { items: { type: 'string' }, speed: { type: 'string' }, sizes: { type: 'string' } },
  allowPositionals: true,
})
const isWanted = (part: string) => positionals.length === 0 || positionals.includes(part)

/** Milliseconds before each answer: what GitHub and Jira take for a small request from far away. */
const latency = 250
/** Milliseconds between two pull requests of one token, by GitHub's rules. */
const pace = 3_000

function print(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  console.log([`\n${title}\n`, line(head), line(head.map(() => '---:')), ...rows.map(line)].join('\n'))
}

const ratio = (value: number, base: number) => `${(value / base).toFixed(2)}×`

/** Items a second of 1, 2 and 4 processes, each with its shard, where nothing but latency holds them up. */
async function workers(items: number): Promise<void> {
  const rows: (string | number)[][] = []
  let first = 0
  for (const count of [1, 2, 4]) {
    const { milliseconds } = await measure({ repositories: items / 5, each: 5, workers: count, latency })
    const speed = items / (milliseconds / 1000)
    first ||= speed
    rows.push([count, speed.toFixed(1), ratio(speed, first)])
  }
  print(
    `${items} items over ${items / 5} repositories, every answer ${latency} ms late, no pacing`,
    [...['worker processes', 'items/s', 'against one']],
    rows,
  )
}

/**
 * Wall time of one process against what GitHub's pace alone takes, one pull request each 3 s after the first, and where
 * the rest went: before the first, idle between two, after the last. At another size than `items` the floor grows, idle
 * time in its proportion, and the other two hardly at all.
 */
async function pacing(items: number, speed: number): Promise<void> {
  const setting = { repositories: items / 10, each: 10, workers: 1, latency: latency / speed, paced: true }
  const { milliseconds, pullRequests } = await measure({ ...setting, ...(speed === 1 ? {} : { speed }) })
  const seconds = (ms: number) => `${((ms * speed) / 1000).toFixed(1)} s`
  const [first = 0, last = 0] = [pullRequests[0], pullRequests.at(-1)]
  const floor = ((items - 1) * pace) / speed
  print(
    `${items} items at GitHub's pace${speed === 1 ? '' : `, pauses and latency ${speed} times shortened, work not`}`,
    ['floor', 'before the first', 'idle', 'after the last', 'wall', 'wall/floor'],
    [
      [
        ...[floor, first, last - first - floor, milliseconds - last, milliseconds].map(seconds),
        (milliseconds / floor).toFixed(3),
      ],
    ],
  )
}

/**
 * Memory of one process by the size of its batch, ten items a repository: the live heap, and in a run of its own the peak
 * of resident memory, which holds the garbage that V8 saw no need to clear away.
 */
async function memory(sizes: readonly number[]): Promise<void> {
  const rows: (string | number)[][] = []
  let first: { heap: number; peak: number } | undefined
  for (const items of sizes) {
    const each = Math.min(10, items)
    const setting = { repositories: items / each, each, workers: 1, latency: 100 }
    const { heap } = await measure({ ...setting, looksAtHeap: true })
    const { memory: peak } = await measure(setting)
    first ??= { heap, peak }
    rows.push([
      items,
      `${heap.toFixed(1)} MiB`,
      ratio(heap, first.heap),
      `${peak.toFixed(0)} MiB`,
      ratio(peak, first.peak),
    ])
  }
  print('Memory of a worker', ['items', 'live heap', 'against the first', 'peak resident', 'against the first'], rows)
}

console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before the start`)
if (isWanted('workers')) await workers(Number(values.items ?? 120))
if (isWanted('pace')) await pacing(Number(values.items ?? 40), Number(values.speed ?? 1))
if (isWanted('memory')) await memory((values.sizes ?? '1,10,100,1000').split(',').map(Number))

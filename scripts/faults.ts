/**
 * The fault matrix: every effect, killed at every point, with every fault, against the real bundle. Prints a table by
 * effect and fault, and as its last line `cells N, lost 0, duplicated inside 0, beyond D detected D, wrong adoptions 0`.
 * Exits 1 when the promise of docs/once.md does not hold.
 */
import { parseArgs } from 'node:util'
import type { Verdict } from './faults/cell.ts'
import { blindProgram } from './faults/lane.ts'
import { runMatrix, sampleCells } from './faults/matrix.ts'
import { startRedis } from './faults/redis.ts'
import { lastLine, table, tally } from './faults/table.ts'

const usage = `Usage: npm run faults -- [options]

  --sample N       only N cells, spread over the matrix
  --store S        sqlite (default) or redis: a redis-server is started for it
  --policy P       once (default), or blind: a program that repeats whatever fails, for comparison
  --lanes N        cells at the same time (default 6)
  --speed N        how many times faster than the clock (default 20)
  --only TEXT      only cells whose "effect/crash/fault" contains the text
`

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    store: { type: 'string', default: 'sqlite' },
    policy: { type: 'string', default: 'once' },
    lanes: { type: 'string', default: '6' },
    speed: { type: 'string', default: '20' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
})

async function run(): Promise<boolean> {
  const blind = values.policy === 'blind'
  const redis = values.store === 'redis' && !blind ? await startRedis() : undefined
  const cells = sampleCells(values.sample === undefined ? undefined : Number(values.sample)).filter(
    ({ effect, crash, fault }) => values.only === undefined || `${effect}/${crash}/${fault}`.includes(values.only),
  )
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  let done = 0
  try {
    const { verdicts, repeated } = await runMatrix(cells, {
      lanes: Number(values.lanes),
      speed: Number(values.speed),
      laneOptions: (lane) => ({
        ...(blind ? { program: blindProgram } : {}),
        ...(redis ? { env: { REDIS_URL: redis.url(lane) }, afterKill: () => redis.expireLeases(lane) } : {}),
      }),
      told: (verdict, isUnclear) => {
        if (!blind) complain(verdict, isUnclear)
        if (!isUnclear && ++done % 50 === 0) console.error(`${done} of ${cells.length} cells, ${seconds()} s`)
      },
    })
    const sum = tally(verdicts)
    console.log(table(verdicts))
    const again = repeated > 0 ? `, ${repeated} cells again at a quarter of the speed` : ''
    console.log(`store ${blind ? 'none' : values.store}, ${seconds()} s${again}`)
    if (blind) {
      console.log(`blind retry: cells ${sum.cells}, lost ${sum.lost}, would have duplicated ${sum.inside + sum.beyond}`)
      return true
    }
    console.log(lastLine(sum))
    return sum.lost + sum.inside + sum.wrong + sum.trouble === 0 && sum.beyond === sum.detected
  } finally {
    await redis?.stop()
  }
}

/** One line for a cell that did not keep the promise, or did not run as it was meant to. */
function complain({ cell, trouble, lost, duplicated, detected, wrong, standstill }: Verdict, isUnclear: boolean): void {
  const doubled = cell.fault === 'late > 90 s' ? duplicated.filter((name) => !detected.includes(name)) : duplicated
  const words = [
    ...(trouble === undefined ? [] : [trouble]),
    ...lost.map((name) => `lost ${name}`),
    ...doubled.map((name) => `two of ${name}`),
    ...wrong.map((name) => `wrong: ${name}`),
    ...(isUnclear ? [`the world stood still for ${Math.round(standstill / 1000)} s of its time; once more`] : []),
  ]
  if (words.length > 0) console.error(`${cell.effect} / ${cell.crash} / ${cell.fault}: ${words.join(', ')}`)
}

if (values.help) console.log(usage)
else process.exitCode = (await run()) ? 0 : 1

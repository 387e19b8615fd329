/**
 * Redis away while two servers of the real bundle work, in real time: nothing is lost and nothing done twice. Away for
 * longer than a lease holds (20 s) by default; `REDIS_OUTAGE_SECONDS=60` for the full minute.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { addManyRepositories, manyWishes } from '../support/many.ts'
import { openScene, requestFor, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

const away = Number(process.env.REDIS_OUTAGE_SECONDS ?? 25) * 1_000
const many = { repositories: 8, each: 2 }
const items = many.repositories * many.each
const token = tokenFor({}, undefined, '10h')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let world: World
let redis: RedisServer
const hosts: RunningServer[] = []

beforeAll(async () => {
  redis = await startRedis()
  world = await openScene()
  await addManyRepositories(world, many)
  const env = { REDIS_URL: redis.url, PART_SIZE: '4', BATCHES_AT_ONCE: '2', CONCURRENCY: '1' }
  hosts.push(...(await Promise.all([1, 2].map(() => startServer({ env })))))
})
afterAll(async () => {
  for (const host of hosts) await host.stop('SIGKILL')
  await redis.remove()
  expect(world.violations).toEqual([])
  await world.stop()
})

async function completed(host: RunningServer, location: string): Promise<WireBatch> {
  for (const end = Date.now() + 400_000; Date.now() < end; await pause(500)) {
    const options = { token: await token, signal: AbortSignal.timeout(5_000) }
    const answer = await host.fetch(location, options).catch(() => undefined)
    const batch = answer?.ok ? ((await answer.json()) as WireBatch) : undefined
    if (batch?.status === 'completed') return batch
  }
  throw new Error(`it did not end:\n${hosts.map((one) => one.log()).join('\n---\n')}`)
}

test.each([
  ['there, and answering nothing', 'pause'],
  ['killed and restarted with its data', 'kill'],
])(
  'Redis is %s',
  async (how, kind) => {
    const [a, b] = hosts as [RunningServer, RunningServer]
    world.latency = 150
    const before = world.jira.issues.length
    const wishes = manyWishes(world, many).map(({ issue, ...wish }) => {
      const fields = issue?.fields as { readonly summary: string }
      return { ...wish, issue: { fields: { ...fields, summary: `${fields.summary}, ${kind}` } } }
    })
    const pulls = wishes.map((wish) => ({ ...wish, pull: { ...wish.pull, branch_name: `${kind}/{{jira_key}}` } }))
    const taken = await a.fetch('/internal/create-issues-and-prs', {
      method: 'POST',
      body: JSON.stringify(requestFor(world, pulls)),
      token: await token,
      headers: { prefer: 'respond-async' },
    })
    const location = taken.headers.get('location') as string
    for (let round = 0; round < 20_000 && world.jira.issues.length < before + items / 4; round++) await pause(10)
    expect(world.jira.issues.length).toBeGreaterThan(before)
    if (kind === 'kill') await redis.stop('SIGKILL')
    else redis.pause()
    // One item after another in each of four parts: most have yet to begin.
    expect(world.jira.issues.length).toBeLessThan(before + items)
    await pause(away)
    if (kind === 'kill') await redis.start()
    else redis.resume()
    world.latency = 0
    const { response } = await completed(b, location)
    expect([how, response?.results.flatMap(({ error }) => error ?? [])]).toEqual([how, []])
    expect(response).toMatchObject({ total_issues_created: items, total_prs_created: items, failed_count: 0 })
    const summaries = world.jira.issues.slice(before).map(({ fields }) => String(fields.summary))
    expect([summaries.length, new Set(summaries).size]).toEqual([items, items])
    const opened = Array.from({ length: many.repositories }, (_, i) => {
      const { pulls: all = [] } = world.github.repository(`acme/many-${i}`) ?? {}
      return all.filter(({ head }) => head.startsWith(`${kind}/`)).length
    })
    expect(opened).toEqual(Array(many.repositories).fill(many.each))
  },
  600_000,
)

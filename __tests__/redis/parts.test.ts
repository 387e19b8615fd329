/** One large batch over several servers of the real bundle: cut by repository, spread, gathered, each item once. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { addManyRepositories, manyWishes } from '../support/many.ts'
import { openScene, requestFor, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

const route = '/internal/create-issues-and-prs'
const many = { repositories: 12, each: 2 }
const items = many.repositories * many.each
const token = tokenFor({}, undefined, '10h')
let world: World
let redis: RedisServer
let hosts: RunningServer[]

beforeAll(async () => {
  redis = await startRedis()
})
beforeEach(async () => {
  hosts = []
  world = await openScene()
  await addManyRepositories(world, many)
})
afterEach(async () => {
  for (const host of hosts) await host.stop('SIGKILL')
  await redis.client.flushall()
  expect(world.violations).toEqual([])
  await world.stop()
})
afterAll(() => redis.remove())

async function startHosts(count: number): Promise<RunningServer[]> {
  const env = { REDIS_URL: redis.url, PART_SIZE: '4', BATCHES_AT_ONCE: '2' }
  const started = await Promise.all(Array.from({ length: count }, () => startServer({ env })))
  hosts.push(...started)
  return started
}

function body() {
  const wishes = manyWishes(world, many).map(({ issue, ...wish }) => ({ ...wish, issue: { fields: issue?.fields } }))
  return JSON.stringify(requestFor(world, wishes))
}

const post = async (host: RunningServer, text: string, headers: Record<string, string> = {}) =>
  host.fetch(route, { method: 'POST', body: text, token: await token, headers })

/** The parts that a host began, by their number. */
const begunBy = (host: RunningServer) =>
  [...host.log().matchAll(/batch begins.*part="?(\d+)\/6/g)].map((match) => match[1])

async function state(host: RunningServer, location: string): Promise<WireBatch> {
  return (await (await host.fetch(location, { token: await token })).json()) as WireBatch
}

async function completed(host: RunningServer, location: string): Promise<WireBatch> {
  for (const end = Date.now() + 150_000; Date.now() < end; ) {
    const batch = await state(host, location)
    if (batch.status === 'completed') return batch
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`it did not end:\n${hosts.map((one) => one.log()).join('\n---\n')}`)
}

function expectAllOnce({ response }: { response: WireResponse | null }): void {
  expect(response).toMatchObject({
    status: 'completed',
    failed_count: 0,
    total_issues_created: items,
    total_prs_created: items,
    total_comments_created: items,
  })
  expect(response?.results.map(({ index }) => index)).toEqual(Array.from({ length: items }, (_, index) => index))
  expect(response?.results.map(({ status }) => status)).toEqual(Array(items).fill('created'))
  const summaries = world.jira.issues.map(({ fields }) => String(fields.summary))
  expect(new Set(summaries).size).toBe(items)
  expect(summaries).toHaveLength(items)
  const pulls = Array.from(
    { length: many.repositories },
    (_, i) => world.github.repository(`acme/many-${i}`)?.pulls.length,
  )
  expect(pulls).toEqual(Array(many.repositories).fill(many.each))
}

test('all hosts work on it; its state, its events and its answer are those of the whole, on every host', async () => {
  const [a, b] = (await startHosts(2)) as [RunningServer, RunningServer]
  world.latency = 40
  const text = body()
  const key = { 'idempotency-key': 'large-1' }
  const waiting = post(a, text, key)
  let location = ''
  for (let round = 0; location === '' && round < 200; round++) {
    const { batches } = (await (await b.fetch('/internal/batches', { token: await token })).json()) as {
      batches: { batch_id: string }[]
    }
    if (batches[0]) location = `/internal/batches/${batches[0].batch_id}`
    else await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const events = b.fetch(`${location}/events`, { token: await token }).then((answer) => answer.text())
  expect((await post(b, text, key)).status).toBe(409)
  const answer = await waiting
  expect(answer.status).toBe(200)
  const response = (await answer.json()) as WireResponse
  expectAllOnce({ response })
  expect([begunBy(a), begunBy(b)].flat().sort()).toEqual(['1', '2', '3', '4', '5', '6'])
  for (const host of hosts) expect(begunBy(host).length).toBeGreaterThan(0)
  const told = await events
  const done = [...told.matchAll(/event: item\ndata: (.*)\n/g)].map((match) => JSON.parse(match[1] as string))
  expect(new Set(done.filter(({ phase }) => phase === 'done').map(({ index }) => index)).size).toBe(items)
  expect(told).toMatch(/"status":"completed"[\s\S]*event: end/)
  const replayed = await post(b, text, key)
  expect(replayed.headers.get('idempotent-replayed')).toBe('true')
  expect(await replayed.json()).toEqual(response)
  expect((await state(b, location)).response).toEqual(response)
}, 200_000)

test('a host is killed while it works: the others take up its parts, and the totals are those of the whole', async () => {
  const [a, b] = (await startHosts(2)) as [RunningServer, RunningServer]
  world.latency = 150
  const taken = await post(a, body(), { prefer: 'respond-async' })
  const location = taken.headers.get('location') as string
  for (let round = 0; round < 3_000 && world.jira.issues.length < items / 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(begunBy(b).length).toBeGreaterThan(0)
  b.process.kill('SIGKILL')
  expect(world.jira.issues.length).toBeLessThan(items)
  world.latency = 10
  const [c] = (await startHosts(1)) as [RunningServer]
  expectAllOnce(await completed(c, location))
  expect((await state(a, location)).response).toEqual((await state(c, location)).response)
}, 200_000)

test('every host is stopped and started again: the totals are those of the whole', async () => {
  const first = await startHosts(2)
  world.latency = 100
  const taken = await post(first[0] as RunningServer, body(), { prefer: 'respond-async' })
  const location = taken.headers.get('location') as string
  for (let round = 0; round < 3_000 && world.jira.issues.length < items / 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  expect(await Promise.all(first.map((host) => host.stop('SIGTERM')))).toEqual([0, 0])
  expect(world.jira.issues.length).toBeLessThan(items)
  world.latency = 0
  const [next] = (await startHosts(1)) as [RunningServer]
  expectAllOnce(await completed(next, location))
}, 200_000)

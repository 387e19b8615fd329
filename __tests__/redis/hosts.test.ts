/** Several servers of the real bundle over one real Redis: any host accepts, any host works, and everything happens once. */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import { findLeaks } from '../support/runner/secret-forms.ts'
import { PROJECT } from '../support/runner.ts'
import { openScene, requestFor, secrets, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

const route = '/internal/create-issues-and-prs'
const stateKey = 'a key that all hosts share, canary-state-key'
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let world: World
let redis: RedisServer
const hosts: RunningServer[] = []

beforeAll(async () => {
  world = await openScene()
  redis = await startRedis()
})

beforeEach(() => {
  world.latency = 0
})

afterAll(async () => {
  for (const host of hosts) await host.stop('SIGKILL')
  await redis.remove()
  expect(world.violations).toEqual([])
  await world.stop()
})

/** With a speed, its time runs that much faster: 90 s in which a far side may lag are over in a few. */
const epoch = Date.now()
async function startHost(speed = 1): Promise<RunningServer> {
  const env = {
    REDIS_URL: redis.url,
    STATE_KEY: stateKey,
    BATCHES_AT_ONCE: '8',
    FAULT_PLAN: JSON.stringify({ epoch, speed }),
  }
  const preload = new URL('../../scripts/faults/preload.ts', import.meta.url).href
  const command = [process.execPath, '--no-warnings', '--import', preload, join(PROJECT, 'dist/index.js'), 'serve']
  const host = await startServer({ env, ...(speed === 1 ? {} : { command }) })
  hosts.push(host)
  return host
}

const fields = (summary: string) => ({ project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary })
const bodyFor = (summary: string) =>
  requestFor(world, [
    { issue: { fields: fields(summary) }, pull: { branch_name: `fix/{{jira_key}}-${summary.replaceAll(' ', '-')}` } },
  ])

const longToken = tokenFor({}, undefined, '10h')
const post = async (host: RunningServer, body: unknown, headers: Record<string, string> = {}) =>
  host.fetch(route, {
    token: await longToken,
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

/** Accepted, and the address of its state. */
async function send(host: RunningServer, summary: string): Promise<string> {
  const taken = await post(host, bodyFor(summary), { prefer: 'respond-async' })
  expect(taken.status).toBe(202)
  return taken.headers.get('location') as string
}

async function ended(host: RunningServer, location: string, ms = 200_000): Promise<WireResponse> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(200)) {
    const answer = await host
      .fetch(location, { signal: AbortSignal.timeout(5_000), token: await longToken })
      .catch(() => undefined)
    const state = answer?.ok ? ((await answer.json()) as { status: string; response: WireResponse }) : undefined
    if (state?.status === 'completed') return state.response
  }
  throw new Error(`${location} did not end:\n${hosts.map((one) => one.log()).join('\n---\n')}`)
}

/** All of them, with nothing that failed. */
async function allEnded(host: RunningServer, locations: readonly string[]): Promise<void> {
  const answers = await Promise.all(locations.map((location) => ended(host, location)))
  expect(answers.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []))).toEqual([])
}

/** What stands at the far sides for one summary. */
function effects(summary: string) {
  const issues = world.jira.issues.filter((issue) => issue.fields.summary === summary)
  const branches = summary.replaceAll(' ', '-')
  const opened = world.requests.filter(
    ({ method, path, status, body }) =>
      method === 'POST' && /\/pulls$/.test(path) && status === 201 && JSON.stringify(body).includes(branches),
  )
  return { issues: issues.length, pulls: opened.length }
}
/** No name is a part of another. */
const letter = (i: number) => String.fromCharCode(97 + i)
const once = { issues: 1, pulls: 1 }

/** Looks at each request once: the world serves from this very process. */
const seen = async (summary: string) => {
  let looked = 0
  for (const end = Date.now() + 90_000; Date.now() < end; await pause(10)) {
    const news = world.requests.slice(looked)
    looked += news.length
    if (news.some(({ body }) => JSON.stringify(body ?? '').includes(summary))) return
  }
  throw new Error(`nobody works on ${summary}`)
}

describe('two hosts', () => {
  let a: RunningServer
  let b: RunningServer
  beforeAll(async () => {
    ;[a, b] = await Promise.all([startHost(6), startHost(6)])
  })

  test('what one accepts the other knows, live too; no credential stands in Redis in any form', async () => {
    world.latency = 50
    const location = await send(a, 'seen everywhere')
    const events = b.fetch(`${location}/events`, { token: await longToken }).then((answer) => answer.text())
    await seen('seen everywhere')
    const dumped = await redis.dump()
    expect(dumped).toContain('lodash')
    expect(findLeaks({ redis: dumped }, [...secrets, stateKey])).toEqual([])
    const files = await redis.persisted()
    expect(Object.keys(files).filter((name) => /\.(rdb|aof)$/.test(name)).length).toBeGreaterThanOrEqual(2)
    expect(Object.values(files).some((text) => text.includes('lodash'))).toBe(true)
    expect(findLeaks(files, [...secrets, stateKey])).toEqual([])
    const [one, two] = [await ended(a, location), await ended(b, location)]
    expect(one).toEqual(two)
    expect(one.results[0]?.status).toBe('created')
    expect(await events).toMatch(/"phase":"done"/)
    expect(findLeaks({ redis: await redis.dump() }, [...secrets, stateKey])).toEqual([])
    for (const host of [a, b]) {
      expect(await (await host.fetch('/ready')).json()).toMatchObject({ status: expect.any(String) })
      expect(((await (await host.fetch('/health')).json()) as { store: unknown }).store).toMatchObject({
        kind: 'redis',
      })
    }
  })

  test('the same delivery 32 times at once over both: one effect, one answer', async () => {
    const token = await longToken
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, i) =>
        (i % 2 ? a : b).fetch(route, { method: 'POST', body: JSON.stringify(bodyFor('thirty two')), token }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200))
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as WireResponse[]
    expect(new Set(bodies.map(({ batch_id }) => batch_id)).size).toBe(1)
    expect(effects('thirty two')).toEqual(once)
  })

  test('Redis flushed while 6 batches run, with a search that lags: all end, each once', async () => {
    world.latency = 60
    world.jira.searchLag(2_000)
    const names = Array.from({ length: 6 }, (_, i) => `flushed ${letter(i)}`)
    const locations = await Promise.all(names.map((name, i) => send(i % 2 ? a : b, name)))
    await seen('flushed d')
    await pause(150)
    await redis.client.flushall()
    await allEnded(a, locations)
    world.jira.searchLag(0)
    expect(names.map(effects)).toEqual(names.map(() => once))
  }, 300_000)

  test('Redis killed, stopped and restarted while 6 batches run: all end, each once', async () => {
    world.latency = 60
    const names = Array.from({ length: 6 }, (_, i) => `restarted ${letter(i)}`)
    const locations = await Promise.all(names.map((name, i) => send(i % 2 ? a : b, name)))
    await seen('restarted d')
    await redis.stop('SIGKILL')
    await pause(2_500)
    await redis.start()
    await pause(500)
    redis.pause()
    await pause(3_000)
    redis.resume()
    await allEnded(b, locations)
    expect(names.map(effects)).toEqual(names.map(() => once))
  }, 300_000)
})

/** A Redis as on the first day: nobody is there who would miss what was in it. */
async function startAnew(): Promise<void> {
  for (const host of hosts.splice(0)) await host.stop('SIGKILL')
  await redis.client.flushall()
}

test('one host killed, one stopped past its lock: a third takes up both, and the stopped one does no harm', async () => {
  await startAnew()
  world.latency = 1_500
  const killed = await startHost()
  const first = await send(killed, 'killed here')
  await seen('killed here')
  killed.process.kill('SIGKILL')
  const stopped = await startHost()
  const second = await send(stopped, 'stopped here')
  await seen('stopped here')
  stopped.process.kill('SIGSTOP')
  world.latency = 0
  const third = await startHost()
  const answers = [await ended(third, first), await ended(third, second)]
  stopped.process.kill('SIGCONT')
  await pause(3_000)
  expect(answers.map(({ results }) => results[0]?.error)).toEqual([null, null])
  expect(['killed here', 'stopped here'].map(effects)).toEqual([once, once])
  expect(await ended(third, second)).toEqual(answers[1])
}, 400_000)

test('SIGTERM to every host under load: all that was accepted ends after a restart, each once', async () => {
  await startAnew()
  world.latency = 40
  const [a, b] = await Promise.all([startHost(), startHost()])
  const names = Array.from({ length: 12 }, (_, i) => `drained ${letter(i)}`)
  const locations = await Promise.all(names.map((name, i) => send(i % 2 ? a : b, name)))
  await seen('drained f')
  expect(await Promise.all([a.stop('SIGTERM'), b.stop('SIGTERM')])).toEqual([0, 0])
  const c = await startHost()
  await allEnded(c, locations)
  expect(names.map(effects)).toEqual(names.map(() => once))
}, 300_000)

test('the journal of the command line stands in Redis too, and hosts need a key that all of them have', async () => {
  const env = { REDIS_URL: redis.url, JWT_ALGORITHM: 'ES256', JWT_SECRET_KEY: publicKey }
  await expect(startServer({ env })).rejects.toThrow(/STATE_KEY/)
})

const publicKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
-----END PUBLIC KEY-----`

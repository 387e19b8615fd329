/** Whole batches over HTTP: the real bundle as a server, against the world. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { findLeaks } from '../support/runner/secret-forms.ts'
import { githubToken, jiraEmail, jiraToken, openScene, requestFor, secrets } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
let world: World
let server: RunningServer

beforeAll(async () => {
  world = await openScene()
  server = await startServer()
})

afterAll(async () => {
  expect(world.violations).toEqual([])
  await server.stop()
  await world.stop()
})

const post = (body: unknown, headers: Record<string, string> = {}, token?: string | null) =>
  server.fetch(route, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
    ...(token === undefined ? {} : { token }),
  })

describe('once', () => {
  test('the same key and body: the stored answer; another body: 422', async () => {
    const body = requestFor(world, [{ issue: { fields: fields('keyed') } }])
    const key = { 'idempotency-key': 'key-1' }
    const first = await post(body, key)
    const before = world.writes().total
    const second = await post(body, key)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(await second.text()).toBe(await first.text())
    const other = await post(requestFor(world, [{ issue: { fields: fields('another') } }]), key)
    expect(other.status).toBe(422)
    expect((await read<{ code: string }>(other)).code).toBe('idempotency-mismatch')
    expect(world.writes().total).toBe(before)
  })

  test('while it runs: 409 with Retry-After; without a key the second caller waits for the same answer', async () => {
    const keyed = requestFor(world, [{ issue: { fields: fields('slow') } }])
    world.latency = 100
    try {
      const first = post(keyed, { 'idempotency-key': 'key-2' })
      await until(() => world.requests.some(({ body }) => JSON.stringify(body ?? '').includes('slow')))
      const second = await post(keyed, { 'idempotency-key': 'key-2' })
      expect(second.status).toBe(409)
      expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await first).status).toBe(200)
      const plain = requestFor(world, [{ issue: { fields: fields('twice at once') } }])
      const both = await Promise.all([post(plain), post(plain)])
      const [one, two] = (await Promise.all(both.map((answer) => answer.json()))) as [WireResponse, WireResponse]
      expect(two).toEqual(one)
      expect(one.total_issues_created).toBe(1)
    } finally {
      world.latency = 0
    }
  })

  test('without a key the same content again has nothing left to do', async () => {
    const body = requestFor(world, [{ issue: { fields: fields('plain') } }])
    const first: WireResponse = await read(await post(body))
    const second: WireResponse = await read(await post(body))
    expect([first.results[0]?.status, second.results[0]?.status]).toEqual(['created', 'existing'])
    expect(second.batch_id).toBe(first.batch_id)
  })

  test('a dry run changes nothing, and does not stand in the way of the real one', async () => {
    const body = requestFor(world, [{ issue: { fields: fields('dry first') } }])
    const before = world.writes().total
    const key = { 'idempotency-key': 'key-3' }
    const dry: WireResponse = await read(await post({ ...body, dry_run: true }, key))
    expect(dry.results[0]?.status).toBe('planned')
    expect(world.writes().total).toBe(before)
    const real: WireResponse = await read(await post(body, key))
    expect(real.results[0]?.status).toBe('created')
  })
})

describe('respond-async', () => {
  test('202 with Location, then the state, then the events of a batch that is over', async () => {
    const taken = await post(requestFor(world, [{ issue: { fields: fields('async') } }]), { prefer: 'respond-async' })
    expect(taken.status).toBe(202)
    expect(taken.headers.get('preference-applied')).toBe('respond-async')
    const location = taken.headers.get('location') as string
    const state = await eventually(async () => {
      const batch = await read<WireBatch>(await server.fetch(location))
      return batch.status === 'completed' ? batch : undefined
    })
    expect(state.items[0]).toMatchObject({ phase: 'done', package_name: 'lodash', result: { status: 'created' } })
    expect(state.response?.results[0]?.pull_request_url).toMatch(/^http/)
    const events = await (await server.fetch(`${location}/events`)).text()
    expect(events).toMatch(/^event: batch\ndata: \{/)
    expect(events).toMatch(/event: end\ndata: \{\}\n\n$/)
  })

  test('events while it runs: every step of the item, in order', async () => {
    world.latency = 50
    try {
      const taken = await post(requestFor(world, [{ issue: { fields: fields('watched') } }]), {
        prefer: 'respond-async',
      })
      const { events } = await read<{ events: string }>(taken)
      const text = await (await server.fetch(events)).text()
      const phases = [...text.matchAll(/event: item\ndata: (.*)\n/g)].map(
        (match) => JSON.parse(match[1] as string).phase,
      )
      expect(phases.slice(-6)).toEqual(['plan', 'issue', 'branch', 'pull-request', 'comment', 'done'])
      expect(text).toContain('"status":"completed"')
    } finally {
      world.latency = 0
    }
  })

  test('a batch that nobody sent: 404; without a token: 401', async () => {
    expect((await server.fetch('/internal/batches/0123456789abcdef')).status).toBe(404)
    expect((await server.fetch('/internal/batches/0123456789abcdef/events')).status).toBe(404)
    for (const path of ['/internal/batches', '/internal/batches/x', '/internal/batches/x/events']) {
      expect((await server.fetch(path, { token: null })).status).toBe(401)
    }
  })
})

test('one item that fails does not stop another, and the answer is 200', async () => {
  const wishes = [
    { issue: { fields: fields('no such file') }, pull: { dependency_files: ['elsewhere/package.json'] } },
    { name: 'left-pad', from: '1.3.0', to: '1.3.1', issue: { fields: fields('left-pad') } },
  ]
  const answer = await post(requestFor(world, wishes))
  expect(answer.status).toBe(200)
  const body: WireResponse = await read(answer)
  expect(body.results.map(({ status, error }) => [status, error?.code])).toEqual([
    ['failed', 'file-not-found'],
    ['created', undefined],
  ])
  expect(body.results[0]?.error?.hint).toMatch(/\S/)
})

test('credentials of the server are for its callers only when the operator says so', async () => {
  const own = { GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail }
  const body = requestFor(
    world,
    [{ issue: { fields: fields('server credentials'), pat: undefined, email: undefined } }],
    {
      github_pat: undefined,
    },
  )
  for (const [use, status] of [
    ['false', 400],
    ['true', 200],
  ] as const) {
    const another = await startServer({ env: { ...own, USE_SERVER_CREDENTIALS: use } })
    try {
      const answer = await another.fetch(route, { method: 'POST', body: JSON.stringify(body) })
      expect(answer.status).toBe(status)
    } finally {
      await another.stop()
    }
  }
})

test('no credential is in the log or in any file of the server, in any form', () => {
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  const places: Record<string, string> = { log: server.log() }
  for (const { parentPath, name } of files) places[name] = readFileSync(join(parentPath, name)).toString('latin1')
  expect(findLeaks(places, secrets)).toEqual([])
})

const read = async <T = WireResponse>(answer: Response) => (await answer.json()) as T

function fields(summary: string) {
  return { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary, description: 'Fixes a hole.' }
}

async function until(condition: () => boolean): Promise<void> {
  await eventually(async () => condition() || undefined)
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 200; round++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen in 10 s')
}

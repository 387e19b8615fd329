/** The routes as functions from Request to Response, with the queue in memory and no worker: what is answered before any work. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Hono } from 'hono'
import { openSqliteQueue } from '../../src/adapters/sqlite-queue.ts'
import { readConfig } from '../../src/core/config.ts'
import type { BatchQueue } from '../../src/core/queue.ts'
import { Redactor } from '../../src/core/redact.ts'
import type { Services } from '../../src/core/services.ts'
import { createApp } from '../../src/faces/http/app.ts'
import { Allowance } from '../../src/faces/http/body.ts'
import type { ServerContext } from '../../src/faces/http/context.ts'
import { dryRunExample, pythonExample } from '../../src/faces/http/examples.ts'
import { BatchFeed } from '../../src/faces/http/feed.ts'
import { createMetrics } from '../../src/faces/http/metrics.ts'
import { openApiDocument } from '../../src/faces/http/openapi.ts'
import { createSealer } from '../../src/faces/http/sealer.ts'
import { secret, tokenFor } from '../support/scene.ts'

const route = '/internal/create-issues-and-prs'
let app: Hono
let queue: BatchQueue
let context: ServerContext
let lines: string[]

const clock = { now: () => Date.now(), sleep: async () => {} }

function services(): Services {
  const log = () => ({
    write: (_: unknown, message: string, facts?: object) => void lines.push(`${message} ${JSON.stringify(facts)}`),
  })
  return { clock, redactor: new Redactor(), scope: services, log } as unknown as Services
}

beforeEach(() => {
  lines = []
  const config = readConfig({ JWT_SECRET_KEY: secret, QUEUE_LIMIT: '2' })
  queue = openSqliteQueue({ path: ':memory:', clock })
  const own = services()
  context = {
    ...{ services: own, config, queue, write: () => {}, uses: undefined, journalPath: ':memory:' },
    log: own.log(config, () => {}),
    sealer: createSealer(config),
    metrics: createMetrics(queue),
    feed: new BatchFeed(queue),
    unverified: new Allowance(1_000),
    drain: new AbortController().signal,
    state: { phase: 'ready', drift: undefined },
  }
  app = createApp(context)
})

afterEach(() => queue.close())

const post = async (body: unknown, headers: Record<string, string> = {}) =>
  app.request(route, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${await tokenFor()}`, prefer: 'respond-async', ...headers },
  })
const get = async (path: string) => app.request(path, { headers: { authorization: `Bearer ${await tokenFor()}` } })

/** Another batch each time. */
const request = (title: string) => ({
  ...pythonExample,
  github_pr_requests: pythonExample.github_pr_requests.map((pull) => ({ ...pull, title })),
})

describe('the queue', () => {
  test('takes as many as it may hold; the next is 429 with Retry-After, and what is there already is not', async () => {
    expect((await post(request('one'))).status).toBe(202)
    expect((await post(request('two'))).status).toBe(202)
    const full = await post(request('three'))
    expect([full.status, Number(full.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await post(request('one'))).status).toBe(202)
    expect(await queue.depth()).toEqual({ waiting: 2, running: 0 })
  })

  test('keeps no credential in clear, and opens only what it sealed for that batch', async () => {
    const { sealed, sealedWith } = context.sealer.seal('a', 'the credential')
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('credential')
    expect(context.sealer.open('a', sealed)).toBe('the credential')
    expect(context.sealer.open('b', sealed)).toBeUndefined()
    const changed = Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte))
    expect(context.sealer.open('a', changed)).toBeUndefined()
    const other = createSealer({ ...context.config, JWT_SECRET_KEY: `${secret}!` })
    expect(other.open('a', sealed)).toBeUndefined()
    expect(other.keys).not.toContain(sealedWith)
  })

  test('a new key seals; the one of before, and the secret that was used without one, still open', () => {
    const [first, second, old] = ['1', '2', '3'].map((letter) => letter.repeat(32))
    const before = [{ STATE_KEY: first }, {}, { JWT_SECRET_KEY: old }].map((more) =>
      createSealer({ ...context.config, STATE_KEY: undefined, ...more }).seal('a', 'x'),
    )
    const after = createSealer({ ...context.config, STATE_KEY: second, STATE_KEY_OLD: first })
    expect(before.map(({ sealed }) => after.open('a', sealed))).toEqual(['x', 'x', undefined])
    expect(before.map(({ sealedWith }) => after.keys.includes(sealedWith))).toEqual([true, true, false])
    const own = after.seal('a', 'x')
    expect(own.sealedWith).toBe(after.keys[0])
    expect(before.map(({ sealedWith }) => sealedWith)).not.toContain(own.sealedWith)
    const keyless = createSealer({ ...context.config, STATE_KEY: undefined, STATE_KEY_OLD: first })
    expect(keyless.seal('a', 'x').sealedWith).toBe(before[1]?.sealedWith)
    expect(JSON.stringify(after.keys)).not.toMatch(/1111|2222/)
  })

  test('a public key is no secret to keep requests under: only STATE_KEY survives a restart then', () => {
    const config = {
      ...context.config,
      JWT_ALGORITHM: 'RS256',
      JWT_SECRET_KEY: 'public',
      STATE_KEY: undefined,
    } as const
    expect(createSealer(config).survives).toBe(false)
    const { sealed } = createSealer(config).seal('a', 'x')
    expect(createSealer(config).open('a', sealed)).toBeUndefined()
    expect(createSealer({ ...config, STATE_KEY: 'k'.repeat(32) }).survives).toBe(true)
  })

  test('starting or draining it takes nothing: 503, and /ready says so', async () => {
    for (const phase of ['starting', 'draining'] as const) {
      context.state.phase = phase
      expect([(await post(request('x'))).status, (await app.request('/ready')).status]).toEqual([503, 503])
    }
    expect(await queue.depth()).toEqual({ waiting: 0, running: 0 })
  })

  test('a store that cannot be written is 503 before anything is begun, and /health tells it', async () => {
    await queue.close()
    const answer = await post(request('x'))
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([503, true])
    expect(((await answer.json()) as { code: string }).code).toBe('journal-unavailable')
    expect((await app.request('/ready')).status).toBe(503)
    expect(await (await app.request('/health')).json()).toMatchObject({
      status: 'ok',
      store: { kind: 'sqlite', state: 'away' },
    })
  })
})

test('an Idempotency-Key with and without quotes is one key; an empty or endless one is 400', async () => {
  const first = (await (await post(request('k'), { 'idempotency-key': '"a-b"' })).json()) as { batch_id: string }
  const second = await post(request('k'), { 'idempotency-key': 'a-b' })
  expect([second.status, second.headers.get('location')]).toEqual([409, `/internal/batches/${first.batch_id}`])
  expect((await post(request('k'), { 'idempotency-key': ' ' })).status).toBe(400)
  expect((await post(request('k'), { 'idempotency-key': 'x'.repeat(256) })).status).toBe(400)
})

test('health has the time in IST and the drift; unknown addresses and methods are problems', async () => {
  context.state.drift = { driftMs: -12, checkedAt: 0 }
  const body = (await (await app.request('/health')).json()) as { timestamp: string }
  expect(body).toMatchObject({ clock: { drift_ms: -12, checked_at: '1970-01-01T05:30:00.000+05:30' } })
  expect(body.timestamp).toMatch(/\+05:30$/)
  expect((await app.request('/nowhere')).headers.get('content-type')).toBe('application/problem+json')
  const wrong = await app.request(route)
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
})

test('what callers send with no token beside it takes only so much memory, and gives it back', async () => {
  const send = (size: number) => {
    const body = 'a'.repeat(size)
    return app.request(route, { method: 'POST', body, headers: { 'content-type': 'application/jose' } })
  }
  for (const [size, status] of [
    [900, 401],
    [1_100, 429],
    [900, 401],
  ] as const) {
    const answer = await send(size)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, status === 429 ? '10' : null])
  }
})

describe('the OpenAPI document', () => {
  const document = openApiDocument() as {
    openapi: string
    paths: Record<string, object>
    components: { schemas: Record<string, object> }
  }

  test('is 3.1, names every route, and every reference in it leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const pages = ['/', '/docs', '/redoc', '/openapi.json']
    const served = new Set(
      app.routes
        .map(({ path }) => path.replace(':id', '{id}'))
        .filter((path) => !pages.includes(path) && !path.startsWith('/assets/') && !/\*/.test(path)),
    )
    expect(new Set(Object.keys(document.paths))).toEqual(served)
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name)
    }
  })

  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ ...document, $id: 'api' })
  const faults = (name: string, value: unknown) => {
    ajv.validate(`api#/components/schemas/${name}`, value)
    return ajv.errors ?? []
  }

  test('its schemas take the examples that the parser takes, and refuse what it refuses', async () => {
    for (const example of [pythonExample, dryRunExample]) {
      expect(faults('CreateIssuesAndPRsRequest', example)).toEqual([])
      expect((await post(example)).status).toBe(202)
    }
    const wrong = { ...pythonExample, jira_issue_requests: [{ server_url: 5 }] }
    expect(faults('CreateIssuesAndPRsRequest', wrong)).not.toEqual([])
    expect((await post(wrong)).status).toBe(400)
  })

  test('answers are what it says', async () => {
    const taken = (await (await post(request('x'))).json()) as { batch_id: string }
    expect(faults('Accepted', taken)).toEqual([])
    expect(faults('Batch', await (await get(`/internal/batches/${taken.batch_id}`)).json())).toEqual([])
    const { batches } = (await (await get('/internal/batches')).json()) as { batches: unknown[] }
    expect(batches.flatMap((one) => faults('BatchSummary', one))).toEqual([])
    expect(faults('Health', await (await app.request('/health')).json())).toEqual([])
    expect(faults('Problem', await (await post({}))?.json())).toEqual([])
    expect(faults('Problem', {})).not.toEqual([])
  })
})

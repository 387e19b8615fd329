import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Fault } from './faults.ts'
import { startWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await startWorld()
  world.jira.addToken('t')
  world.jira.addProject('SEC')
})
afterEach(() => world.stop())

// The first request compiles the contract; later ones are fast.
beforeAll(async () => {
  const warm = await startWorld()
  await fetch(`${warm.jira.url}/rest/api/2/issue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  await warm.stop()
})

const authorization = `Basic ${Buffer.from('dev@example.com:t').toString('base64')}`
const fields = { project: { key: 'SEC' }, issuetype: { name: 'Bug' }, summary: 's' }

/** Status, headers and text of a create; or the word `cut` or `timeout`. */
async function create(
  patience = 10_000,
): Promise<{ status: number; headers: Headers; text: string } | 'cut' | 'timeout'> {
  try {
    const response = await fetch(`${world.jira.url}/rest/api/2/issue`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'timeout' : 'cut'
  }
}

const strike = (fault: Fault): void => void world.fault({ server: 'jira', method: 'POST', path: /\/issue$/, ...fault })

test.each<[Fault['kind'], Fault, unknown, number]>([
  ['drop-before', { kind: 'drop-before' }, 'cut', 0],
  ['apply-then-drop', { kind: 'apply-then-drop' }, 'cut', 1],
  ['hang', { kind: 'hang' }, 'timeout', 0],
  ['apply-then-hang', { kind: 'apply-then-hang' }, 'timeout', 1],
  ['reset-mid-response', { kind: 'reset-mid-response' }, 'cut', 1],
  ['malformed-200', { kind: 'malformed-200' }, expect.objectContaining({ status: 200 }), 1],
  ['status', { kind: 'status', status: 503 }, expect.objectContaining({ status: 503 }), 0],
  ['status', { kind: 'status', status: 500, applied: true }, expect.objectContaining({ status: 500 }), 1],
  [
    'html-error',
    { kind: 'html-error' },
    expect.objectContaining({ status: 502, text: expect.stringMatching(/<html>/) }),
    0,
  ],
  ['submitted-too-quickly', { kind: 'submitted-too-quickly' }, expect.objectContaining({ status: 422 }), 0],
])('%s (%j)', async (_, fault, outcome, issues) => {
  strike(fault)
  expect(await create(fault.kind.endsWith('hang') ? 400 : 10_000)).toEqual(outcome)
  expect(world.jira.issues).toHaveLength(issues)
  expect(await create()).toMatchObject({ status: 201 })
})

test('drop-then-apply: it happens after the caller has been told nothing', async () => {
  strike({ kind: 'drop-then-apply', ms: 50 })
  expect(await create()).toBe('cut')
  expect(world.jira.issues).toHaveLength(0)
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(world.jira.issues).toHaveLength(1)
})

test('delay answers late; after and times say which requests are struck', async () => {
  const handle = world.fault({ kind: 'delay', ms: 300, after: 1, times: 2 })
  const took = async (): Promise<number> => {
    const startedAt = performance.now()
    await create()
    return performance.now() - startedAt
  }
  const times = [await took(), await took(), await took(), await took()]
  expect(times.map((time) => time >= 295)).toEqual([false, true, true, false])
  expect(handle.hits()).toBe(2)
})

test('limits in every spelling', async () => {
  const header = async (fault: Fault, name: string): Promise<string | null> => {
    strike(fault)
    const reply = await create()
    return typeof reply === 'string' ? reply : reply.headers.get(name)
  }
  expect(await header({ kind: 'rate-limited', wait: { seconds: 7 } }, 'retry-after')).toBe('7')
  expect(await header({ kind: 'rate-limited', wait: { as: 'http-date' } }, 'retry-after')).toMatch(/ GMT$/)
  expect(await header({ kind: 'rate-limited', wait: { as: 'iso' } }, 'x-ratelimit-reset')).toMatch(/^\d{4}-.*Z$/)
  expect(await header({ kind: 'rate-limited', wait: { as: 'epoch' } }, 'x-ratelimit-reset')).toMatch(/^\d{10}$/)
  expect(await header({ kind: 'rate-limited', wait: { as: 'none' } }, 'retry-after')).toBeNull()
  expect(await header({ kind: 'rate-limited', reason: 'jira-per-issue-on-write' }, 'ratelimit-reason')).toBe(
    'jira-per-issue-on-write',
  )
  expect(await header({ kind: 'secondary-limit' }, 'retry-after')).toBeNull()
})

test('a redirect, and what the log says of struck requests', async () => {
  strike({ kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' })
  expect(await create()).toBe('cut')
  strike({ kind: 'drop-before' })
  await create()
  expect(world.requests.map((request) => request.status)).toEqual([302, 0])
})

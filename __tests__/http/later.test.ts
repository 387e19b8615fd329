/** Batches that cannot come to their end now: told as far as they are, and gone on with by the server itself. Time runs faster. */

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { openSqliteJournal } from '../../src/adapters/sqlite-store.ts'
import type { WireResponse } from '../../src/batch/response.ts'
import { readConfig } from '../../src/core/config.ts'
import { Redactor } from '../../src/core/redact.ts'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { acceptRequest } from '../../src/request/accept.ts'
import { removeFolder, temporaryFolder } from '../support/runner/process.ts'
import { PROJECT } from '../support/runner.ts'
import { openScene, requestFor, secret, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
let world: World
let token: string

beforeAll(async () => {
  world = await openScene()
  token = await tokenFor({}, secret, '90d')
})

afterAll(() => world.stop())

/** The bundle, with its clock and its pauses `speed` times as fast. */
function startFaster(speed: number, folder: string): Promise<RunningServer> {
  const preload = join(PROJECT, '__tests__/http/support/faster.js')
  const command = [process.execPath, '--import', preload, join(PROJECT, 'dist/index.js'), 'serve']
  return startServer({ folder, command, env: { FASTER: String(speed) } })
}

async function completed(server: RunningServer, location: string): Promise<WireBatch> {
  for (let round = 0; round < 600; round++) {
    const batch = (await (await server.fetch(location, { token })).json()) as WireBatch
    if (batch.status === 'completed') return batch
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`it is not completed:\n${server.log()}`)
}

const fields = (summary: string) => ({
  project: { key: 'SEC' },
  issuetype: { name: 'Task' },
  summary,
  description: 'x',
})

test("GitHub's limit of the hour: 202 with what is done, when it goes on, and where; then it is done, once", async () => {
  const folder = temporaryFolder('later')
  const server = await startFaster(300, folder)
  try {
    const body = JSON.stringify(requestFor(world, [{ issue: { fields: fields('hour') } }]))
    const post = (headers: Record<string, string> = {}) => server.fetch(route, { method: 'POST', body, headers, token })
    world.fault({ server: 'github', method: 'POST', path: /\/pulls$/, kind: 'submitted-too-quickly' })
    const first = await post()
    const told = (await first.json()) as WireResponse
    expect(first.status).toBe(202)
    expect(told).toMatchObject({
      status: 'interrupted',
      total_issues_created: 1,
      total_prs_created: 0,
      results: [{ status: 'partial', jira_ticket: 'SEC-1', error: { code: 'github-hour-limit' } }],
    })
    expect(told.resume_at).toMatch(/^\d{4}-\d\d-\d\dT/)
    const wait = Number(first.headers.get('retry-after'))
    expect([wait > 3_000, wait <= 3_600]).toEqual([true, true])
    const location = first.headers.get('location') as string
    // Another caller with the same batch is not kept waiting for an hour.
    const second = await post()
    expect([second.status, second.headers.get('location')]).toEqual([202, location])
    expect(await second.json()).toEqual(told)
    const state = (await (await server.fetch(location, { token })).json()) as WireBatch
    expect(state).toMatchObject({ status: 'waiting', not_before: expect.any(String), items: [{ phase: 'done' }] })
    const done = await completed(server, location)
    expect(done.response).toMatchObject({ status: 'completed', failed_count: 0 })
    expect(done.response?.results[0]).toMatchObject({ status: 'created', jira_ticket: 'SEC-1', error: null })
    expect(world.jira.issues.filter((issue) => issue.fields.summary === 'hour')).toHaveLength(1)
  } finally {
    await server.stop()
    removeFolder(folder)
  }
}, 120_000)

test('an item that another run holds: 202 after ten minutes, and the server goes on until it is free', async () => {
  const folder = temporaryFolder('held')
  const path = join(folder, 'journal.sqlite')
  const request = requestFor(world, [
    { issue: { fields: fields('held') }, pull: { branch_name: 'fix/held' } },
    { name: 'requests', from: '2.31.0', to: '2.32.4', issue: { fields: fields('free') } },
  ])
  await openSqliteJournal({ path, clock: systemClock }).close()
  const held = holdFirstItem(path, request)
  const server = await startFaster(60, folder)
  try {
    const headers = { 'idempotency-key': 'held' }
    const post = () => server.fetch(route, { method: 'POST', body: JSON.stringify(request), headers, token })
    const first = await post()
    const told = (await first.json()) as WireResponse
    expect(first.status).toBe(202)
    expect(told.status).toBe('interrupted')
    expect(told.results.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'already-running'],
      ['created', undefined],
    ])
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0)
    held.release()
    const done = await completed(server, first.headers.get('location') as string)
    // One batch from its acceptance to its end: what its first part made counts as made.
    expect(done.response?.results.map(({ status }) => status)).toEqual(['created', 'created'])
    const replayed = await post()
    expect([replayed.status, replayed.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
    const made = world.jira.issues.filter((issue) => ['held', 'free'].includes(String(issue.fields.summary)))
    expect(made).toHaveLength(2)
  } finally {
    held.release()
    await server.stop()
    removeFolder(folder)
  }
}, 120_000)

/** Another host's lease on the first item, which it renews for as long as it likes. */
function holdFirstItem(path: string, request: unknown) {
  const { batch } = acceptRequest(
    { value: request },
    {
      config: readConfig({ JWT_SECRET_KEY: secret, ALLOW_LOOPBACK: 'true' }),
      redactor: new Redactor(),
      credentials: {},
      idempotencyKey: 'held',
    },
  )
  const key = batch.items[0]?.key as string
  const set = (until: number) => {
    const db = new DatabaseSync(path, { timeout: 10_000 })
    db.prepare('INSERT OR REPLACE INTO leases VALUES (?, 1, ?, 1, ?)').run(key, 'another-host', until)
    db.close()
  }
  set(Number.MAX_SAFE_INTEGER)
  return { release: () => set(0) }
}

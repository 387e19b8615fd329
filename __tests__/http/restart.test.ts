/** Criterion 30: every accepted batch finishes after a restart, whether the server was asked to stop or was killed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { removeFolder, temporaryFolder } from '../support/runner/process.ts'
import { openScene, requestFor, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
let world: World
let folder: string

beforeAll(async () => {
  world = await openScene()
})

afterAll(() => world.stop())

const body = (name: string) => {
  const fields = (what: string) => ({
    project: { key: 'SEC' },
    issuetype: { name: 'Task' },
    summary: `${name} ${what}`,
    description: 'x',
  })
  return requestFor(world, [
    { issue: { fields: fields('lodash') } },
    { name: 'requests', from: '2.31.0', to: '2.32.4', issue: { fields: fields('requests') } },
  ])
}

const post = (server: RunningServer, content: unknown, headers: Record<string, string> = {}) =>
  server.fetch(route, { method: 'POST', body: JSON.stringify(content), headers })

async function finished(server: RunningServer, ids: readonly string[]): Promise<WireBatch[]> {
  for (let round = 0; round < 300; round++) {
    const answers = await Promise.all(ids.map((id) => server.fetch(`/internal/batches/${id}`)))
    const batches = await Promise.all(answers.map(async (answer) => (await answer.json()) as WireBatch))
    if (batches.every(({ status }) => status === 'completed')) return batches
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not all came to their end:\n${server.log()}`)
}

const issuesNamed = (name: string) => world.jira.issues.filter(({ fields }) => String(fields.summary).startsWith(name))

test.each(['SIGTERM', 'SIGKILL'] as const)(
  '%s under load: all go on at the next start, and nothing is done twice',
  async (signal) => {
    folder = temporaryFolder('restart')
    const options = { folder, env: { BATCHES_AT_ONCE: '2' } }
    const first = await startServer(options)
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${signal}-${name}`)
    world.latency = 40
    const taken = await Promise.all(names.map((name) => post(first, body(name), { prefer: 'respond-async' })))
    const ids = await Promise.all(taken.map(async (answer) => ((await answer.json()) as WireBatch).batch_id))
    expect(taken.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
    const waiting = post(first, body(`${signal}-waits`)).catch(() => undefined)
    await untilWritten()
    const how = await first.stop(signal)
    world.latency = 0
    if (signal === 'SIGTERM') {
      expect(how).toBe(0)
      expect(first.log()).toMatch(/draining[\s\S]*stopped/)
      const told = (await waiting) as Response
      expect(told.status).toBe(503)
      ids.push((told.headers.get('location') as string).split('/').at(-1) as string)
      names.push(`${signal}-waits`)
    }
    const second = await startServer(options)
    try {
      const batches = await finished(second, ids)
      for (const { response } of batches) expect(response?.results.map(({ error }) => error)).toEqual([null, null])
      for (const name of names) expect([name, issuesNamed(name).length]).toEqual([name, 2])
    } finally {
      await second.stop()
      removeFolder(folder)
    }
  },
  120_000,
)

/** Until some of the load has had effects, and some has not. */
async function untilWritten(): Promise<void> {
  const before = world.jira.issues.length
  for (let round = 0; round < 400 && world.jira.issues.length < before + 2; round++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

test('what was kept under another key is told as lost, and sent again it is found', async () => {
  folder = temporaryFolder('restart')
  const first = await startServer({
    folder,
    env: { BATCHES_AT_ONCE: '1', STATE_KEY: 'a first key of at least 32 bytes, for tests' },
  })
  world.latency = 60
  const answer = await post(first, body('other key'), { prefer: 'respond-async' })
  const { batch_id: id } = (await answer.json()) as WireBatch
  await first.stop('SIGKILL')
  world.latency = 0
  const second = await startServer({ folder, env: { STATE_KEY: 'a second key of at least 32 bytes, for tests' } })
  try {
    for (let round = 0; ; round++) {
      const batch = (await (await second.fetch(`/internal/batches/${id}`)).json()) as WireBatch
      if (batch.status === 'lost') {
        expect(batch.problem?.hint).toMatch(/Send the batch again/)
        break
      }
      if (round > 100) throw new Error(`it is ${batch.status}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const again = await post(second, body('other key'))
    expect(again.status).toBe(200)
    expect(issuesNamed('other key').length).toBe(2)
  } finally {
    await second.stop()
    removeFolder(folder)
  }
}, 60_000)

test('while it drains, /ready is 503 and a new batch is turned away', async () => {
  const server = await startServer()
  world.latency = 400
  const running = post(server, body('drained')).catch(() => undefined)
  await untilWritten()
  const token = await tokenFor()
  server.process.kill('SIGTERM')
  const seen = new Set<number>()
  for (let round = 0; round < 40; round++) {
    const ready = await server.fetch('/ready').catch(() => undefined)
    if (!ready) break
    seen.add(ready.status)
    if (ready.status === 503) {
      const turned = await server.fetch(route, { method: 'POST', body: JSON.stringify(body('too late')), token })
      expect([turned.status, turned.headers.get('retry-after')]).toEqual([503, expect.any(String)])
      break
    }
  }
  world.latency = 0
  expect([...seen]).toContain(503)
  expect((await running)?.status).toBe(503)
  expect(await server.ended).toBe(0)
}, 30_000)

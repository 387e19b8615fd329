/** Many hosts, one pace: nothing leaves sooner than one host alone would send it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { shareLink } from '../../src/adapters/redis.ts'
import { githubLimits, type PacingOptions, pacedHttp } from '../../src/adapters/redis-pacing.ts'
import { holding } from '../../src/core/holding.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'
import { silentHttp } from './support/silent-http.ts'

let server: RedisServer
const releases: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.remove())
afterEach(async () => {
  for (const release of releases.splice(0)) await release()
  await server.client.flushall()
})

/** When each request of a host went out, in epoch milliseconds. */
async function host(count: number, path: string): Promise<number[]> {
  const script = join(import.meta.dirname, 'support/pacing-host.ts')
  const child = spawn(process.execPath, [script, server.url, String(count), path])
  let text = ''
  child.stdout.on('data', (data) => {
    text += data
  })
  await new Promise((resolve) => child.on('close', resolve))
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Number(line.split(' ')[0]))
}

function way(more: Partial<PacingOptions> = {}, answer: Parameters<typeof silentHttp>[0] = () => ({ status: 200 })) {
  const { link, release } = shareLink(server.url, systemClock, { write() {} })
  releases.push(release)
  const signal = new AbortController().signal
  const options: PacingOptions = {
    link,
    clock: systemClock,
    log: { write() {} },
    signal,
    limits: () => 'github',
    ...more,
  }
  return pacedHttp(silentHttp(answer), options)
}
const headers = { authorization: 'token canary-token' }
const read = (http: ReturnType<typeof way>, credential = headers.authorization) =>
  http.fetch('https://api.github.com/repos/a/b', { method: 'GET', headers: { authorization: credential } })

const gaps = (times: readonly number[]) => times.map((time, i) => time - (times[i - 1] ?? 0)).slice(1)

test('three hosts with one token write one second apart, and notify three', async () => {
  const writes = (await Promise.all([1, 2, 3].map(() => host(2, '/repos/a/b/labels')))).flat().sort()
  expect(writes).toHaveLength(6)
  expect(Math.min(...gaps(writes))).toBeGreaterThanOrEqual(800)
  expect((writes[5] ?? 0) - (writes[0] ?? 0)).toBeGreaterThanOrEqual(4_900)
  await server.client.flushall()
  const pulls = (await Promise.all([1, 2].map(() => host(1, '/repos/a/b/pulls')))).flat().sort()
  expect(Math.min(...gaps(pulls))).toBeGreaterThanOrEqual(2_800)
  expect(await server.dump()).not.toContain('canary-token')
}, 30_000)

test('hosts whose clocks are hours apart keep one pace', async () => {
  const hour = 3_600_000
  const https = [-hour, 0, hour].map((off) => way({ clock: { ...systemClock, now: () => Date.now() + off } }))
  const sent: number[] = []
  await Promise.all(
    https.map(async (http) => {
      await http.fetch('https://api.github.com/repos/a/b/labels', { method: 'POST', headers })
      sent.push(Date.now())
    }),
  )
  expect(Math.min(...gaps(sent))).toBeGreaterThanOrEqual(800)
  expect((sent[2] ?? 0) - (sent[0] ?? 0)).toBeLessThan(60_000)
})

test('another token has a line of its own, and reads go at once', async () => {
  const http = way()
  const began = Date.now()
  await Promise.all(Array.from({ length: 40 }, () => read(http)))
  await http.fetch('https://api.github.com/x', { method: 'POST', headers })
  await http.fetch('https://api.github.com/x', { method: 'POST', headers: { authorization: 'token other' } })
  expect(Date.now() - began).toBeLessThan(900)
})

test('whom GitHub asks to wait makes all hosts wait', async () => {
  const limited = way({}, () => ({ status: 429, headers: { 'retry-after': '2' } }))
  await read(limited)
  const began = Date.now()
  const lines: string[] = []
  await read(way({ log: { write: (_, message) => void lines.push(message) } }))
  expect(Date.now() - began).toBeGreaterThanOrEqual(1_700)
  expect(lines).toEqual([expect.stringMatching(/another host was asked to wait/)])
  const other = Date.now()
  await read(way(), 'token other')
  expect(Date.now() - other).toBeLessThan(1_500)
})

test('a wait of hours is not waited for: the far side says it itself, and the run can be resumed', async () => {
  const reset = String(Math.ceil(Date.now() / 1000) + 3_000)
  await read(way({}, () => ({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } })))
  const began = Date.now()
  await read(way())
  expect(Date.now() - began).toBeLessThan(5_000)
})

test('a cancel ends the wait, and a lost lease is seen after it', async () => {
  const controller = new AbortController()
  const http = way({ signal: controller.signal })
  const post = () => http.fetch('https://api.github.com/repos/a/b/pulls', { method: 'POST', headers })
  await post()
  setTimeout(() => controller.abort(), 200)
  await expect(post()).rejects.toMatchObject({ code: 'interrupted' })
  const lease = { fence: 1, held: (strictly?: boolean) => strictly !== true, release: async () => {} }
  const jira = { method: 'POST', url: 'https://x.atlassian.net/rest/api/3/issue', headers }
  const send = () => way({ limits: () => 'none' }).send(jira)
  await expect(holding(lease, send)).rejects.toMatchObject({ code: 'already-running' })
  await expect(holding({ ...lease, confirm: async () => false }, send)).rejects.toMatchObject({
    code: 'already-running',
  })
  await expect(holding({ ...lease, confirm: async () => true }, send)).resolves.toMatchObject({ status: 200 })
  await expect(send()).resolves.toMatchObject({ status: 200 })
})

test('with Redis away each host goes on at its own pace', async () => {
  const http = way()
  await read(http)
  await server.stop()
  const began = Date.now()
  await read(http)
  expect(Date.now() - began).toBeLessThan(4_000)
  await server.start()
})

test('the published limits hold on the hosts of GitHub, not on an Enterprise Server', () => {
  expect(['api.github.com', 'api.acme.ghe.com', 'github.example.com', '127.0.0.1:80'].map(githubLimits)).toEqual([
    'github',
    'github',
    'none',
    'none',
  ])
})

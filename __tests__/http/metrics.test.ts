/** What Prometheus is shown after real batches: all that an operator has to see, and nothing that a caller sent. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { PROJECT } from '../support/runner.ts'
import { openScene, requestFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
const prefix = 'create_issues_and_prs_'
let world: World
let server: RunningServer
let text: string

beforeAll(async () => {
  world = await openScene()
  server = await startServer({ env: { GITHUB_PACING: 'always' } })
  world.fault({ server: 'jira', method: 'POST', path: /\/issue$/, kind: 'rate-limited', wait: { seconds: 1 } })
  const broken = { name: 'left-pad', from: '1.3.0', to: '1.3.1', pull: { dependency_files: ['no/package.json'] } }
  const body = requestFor(world, [{}, { name: 'requests', from: '2.31.0', to: '2.32.4' }, broken])
  expect((await server.fetch(route, { method: 'POST', body: JSON.stringify(body) })).status).toBe(200)
  text = await (await server.fetch('/metrics', { token: null })).text()
})

afterAll(async () => {
  await server.stop()
  await world.stop()
})

/** The value of the one line with this name and these labels. */
function value(name: string, labels = ''): number {
  const line = text.split('\n').find((one) => one.startsWith(`${prefix}${name}${labels === '' ? ' ' : `{${labels}} `}`))
  return Number(line?.split(' ').at(-1) ?? Number.NaN)
}

test('batches, items by status, steps, calls and the depth of the queue', () => {
  expect(value('batch_seconds_count', 'status="completed",dry_run="false"')).toBe(1)
  expect(value('items_total', 'status="created"')).toBe(2)
  expect(value('items_total', 'status="failed"')).toBe(1)
  for (const step of ['read', 'plan', 'issue', 'branch', 'pull-request', 'comment'])
    expect([step, value('step_seconds_count', `step="${step}"`)]).toEqual([step, expect.any(Number)])
  expect(value('upstream_call_seconds_count', 'upstream="jira",outcome="429"')).toBe(1)
  expect(value('upstream_call_seconds_count', 'upstream="jira",outcome="201"')).toBeGreaterThanOrEqual(2)
  expect(value('upstream_call_seconds_count', 'upstream="github",outcome="201"')).toBeGreaterThanOrEqual(2)
  expect([value('queue_waiting'), value('queue_running')]).toEqual([0, 0])
})

test('waits: what Jira asked for, and the turns that GitHub has to be left between two pull requests', () => {
  expect(value('upstream_wait_seconds_count', 'upstream="jira"')).toBe(1)
  expect(value('upstream_wait_seconds_sum', 'upstream="jira"')).toBeGreaterThanOrEqual(0.9)
  expect(value('upstream_wait_seconds_count', 'upstream="github"')).toBeGreaterThanOrEqual(1)
  expect(value('upstream_wait_seconds_sum', 'upstream="github"')).toBeGreaterThanOrEqual(2)
})

test('labels are words of this program only', () => {
  for (const word of ['127.0.0.1', 'lodash', 'acme', 'SEC', 'fix/']) expect(text).not.toContain(word)
})

test('docs/http.md names each of them, and no others', () => {
  const names = (source: string) =>
    [...new Set([...source.matchAll(/create_issues_and_prs_([a-z_]+)/g)].map(([, name]) => name as string))]
      .filter((name) => !/^(process|nodejs)_/.test(name))
      .sort()
  const told = names(
    text
      .split('\n')
      .flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? [])
      .join('\n'),
  )
  expect(names(readFileSync(join(PROJECT, 'docs/http.md'), 'utf8'))).toEqual(told)
})

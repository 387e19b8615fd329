/** Criterion 10, where somebody looks for a fault: debug switches of Node, git and packages, and crashes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startRedis } from '../redis/support/redis-server.ts'
import { redisThere } from '../redis/support/redis-there.ts'
import { temporaryFolder } from '../support/runner/process.ts'
import { findLeaks } from '../support/runner/secret-forms.ts'
import { leaksOf, runAction, runCommand } from '../support/runner.ts'
import {
  githubToken,
  jiraEmail,
  jiraToken,
  openScene,
  requestFor,
  secret,
  secrets,
  tokenFor,
} from '../support/scene.ts'
import { startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openScene()
})
afterAll(() => world.stop())

/** Everything that makes a program say more. */
const loud = {
  NODE_DEBUG: '*',
  DEBUG: '*',
  GIT_TRACE: '1',
  GIT_TRACE_CURL: '1',
  GIT_TRACE_CURL_NO_DATA: '0',
  GIT_TRACE_REDACT: '0',
  GIT_CURL_VERBOSE: '1',
  GIT_TRACE_PACKET: '1',
  GIT_TRACE_SETUP: '1',
  GIT_TRACE2: '1',
  GIT_TRACE2_ENV_VARS: 'GIT_CONFIG_VALUE_35,GIT_CONFIG_VALUE_36,GIT_CONFIG_VALUE_37',
  RUNNER_DEBUG: '1',
  ACTIONS_STEP_DEBUG: 'true',
  ACTIONS_RUNNER_DEBUG: 'true',
  LOG_LEVEL: 'debug',
}

/** Another item each time, so that there is something to do. */
let turn = 0
const request = (more: Record<string, unknown> = {}) => {
  const title = `debug ${turn++}`
  const issue = { fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: title } }
  return requestFor(world, [{ pull: { title }, issue }], more)
}

describe('debug switches', () => {
  test('of Node, git and packages show no credential on the command line', async () => {
    const env = { JWT_SECRET_KEY: secret, ...loud }
    const { stdout, stderr, exitCode } = await runCommand(['run', '--request', '-', '--json'], {
      stdin: JSON.stringify(request()),
      env,
    })
    expect([exitCode, stderr.length > 50_000]).toEqual([0, true])
    expect(findLeaks({ stdout, stderr }, secrets)).toEqual([])
  })

  test('nor in a job, even where the runner would not hide it', async () => {
    const jwt = await tokenFor()
    const inputs = { request: JSON.stringify(request()), jwt, 'jwt-secret-key': secret }
    const run = await runAction({ world, inputs, env: loud })
    expect([run.exitCode, run.rawLog.length > 50_000]).toEqual([0, true])
    expect(leaksOf(run, [...secrets, jwt])).toEqual([])
  })

  const withRedis = redisThere ? test : test.skip

  withRedis('nor on a server, whose callers and Redis have credentials of their own', async () => {
    const password = 'canary-redis-password+/=0000000000003'
    const redis = await startRedis({ durable: false })
    await redis.client.config('SET', 'requirepass', password)
    const url = `redis://:${encodeURIComponent(password)}@127.0.0.1:${redis.port}`
    const server = await startServer({ env: { ...loud, REDIS_URL: url } })
    try {
      const body = JSON.stringify(request())
      const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body })
      expect([answer.status, await answer.json()]).toMatchObject([200, { total_prs_created: 1 }])
    } finally {
      await server.stop()
      await redis.remove()
    }
    expect(server.log().length).toBeGreaterThan(50_000)
    expect(findLeaks({ log: server.log() }, [...secrets, password])).toEqual([])
  })
})

describe('a crash', () => {
  /** A module that throws in the program's own process, a while after it began: what a fault of ours could do. */
  const bomb = (thrown: string) => {
    const file = join(temporaryFolder('bomb'), 'bomb.mjs')
    writeFileSync(file, `setTimeout(() => { ${thrown} }, 400)\n`)
    return `--import ${file}`
  }
  const error = `Object.assign(new Error('Bearer ${jiraToken}'), { headers: { authorization: '${githubToken}' }, cause: '${secret}' })`

  test.each([
    ['an exception that nobody caught', `throw ${error}`],
    ['a rejection that nobody caught', `Promise.reject(${error})`],
    ['something that is no error', `throw '${githubToken}'`],
  ])('%s says where, and not what', async (_name, thrown) => {
    world.latency = 1500
    const { stdout, stderr, exitCode } = await runCommand(['run', '--request', '-', '--json'], {
      stdin: JSON.stringify(request()),
      env: { NODE_OPTIONS: bomb(thrown) },
    })
    world.latency = 0
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/Something went wrong inside create-issues-and-prs/)
    expect(findLeaks({ stderr }, secrets)).toEqual([])
  })
})

test("a far side that repeats the server's own tokens, lent to a caller, is not repeated", async () => {
  const env = {
    USE_SERVER_CREDENTIALS: 'true',
    GITHUB_TOKEN: githubToken,
    JIRA_TOKEN: jiraToken,
    JIRA_EMAIL: jiraEmail,
  }
  const server = await startServer({ env: { ...env, LOG_LEVEL: 'debug' } })
  const basic = Buffer.from(`${jiraEmail}:${jiraToken}`).toString('base64')
  world.fault({
    ...{ kind: 'status', server: 'jira', method: 'POST', path: /\/issue$/, status: 400 },
    body: { errorMessages: [`no: ${jiraToken} ${basic} ${githubToken.slice(4)}`], errors: { summary: githubToken } },
  })
  try {
    const wish = { issue: { pat: undefined, email: undefined }, pull: { title: 'lent' } }
    const body = JSON.stringify(requestFor(world, [wish], { github_pat: undefined }))
    const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body })
    const told = await answer.text()
    expect([answer.status, told]).toEqual([200, expect.stringContaining('jira-refused')])
    expect(findLeaks({ told, log: server.log() }, secrets)).toEqual([])
  } finally {
    world.clearFaults()
    await server.stop()
  }
})

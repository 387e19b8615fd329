/** The reusable workflow over several machines: plan, a matrix of shards, and the job that collects. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import { addManyRepositories, manyWishes } from '../support/many.ts'
import { assertMasksFirst, assertNoSecret, runAction } from '../support/runner.ts'
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
import { runWorkflow, type WorkflowOptions, type WorkflowRun } from '../support/workflow.ts'
import type { World } from '../support/world.ts'

/** 200 items in 20 repositories here; SCALE_ITEMS=2000 runs the 2,000 items of 200 repositories, in a few minutes. */
const count = Number(process.env.SCALE_ITEMS ?? 200)
const many = { repositories: count / 10, each: 10 }
const shards = Math.min(20, many.repositories / 2)
const size = count / shards

jest.setTimeout(300_000 * Math.ceil(count / 200))

let world: World
let folder: string
let request: Record<string, unknown>

beforeAll(async () => {
  world = await openScene()
  folder = mkdtempSync(join(tmpdir(), 'matrix-'))
  await addManyRepositories(world, many)
  request = requestFor(world, manyWishes(world, many), { github_pat: undefined })
  writeFileSync(join(folder, 'batch.json'), JSON.stringify(request))
})
afterEach(() => {
  expect(world.violations).toEqual([])
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function callReusable(
  more: Pick<WorkflowOptions, 'kill' | 'rerunOf'> & { inputs: Record<string, string | number> },
) {
  return runWorkflow({
    file: '.github/workflows/create-issues-and-prs.yml',
    ownAction: /create-issues-and-prs@v0$/,
    world,
    event: { name: 'workflow_call' },
    checkout: folder,
    secrets: {
      jwt: await tokenFor({}, secret, '24h'),
      'jwt-secret-key': secret,
      'github-token': githubToken,
      'jira-token': jiraToken,
      'jira-email': jiraEmail,
    },
    ...more,
  })
}

const stepOf = (run: WorkflowRun, job: string, id: string, at = 0) => {
  const found = run.jobs[job]?.runs[at]?.steps.find((step) => step.id === id)?.run
  if (!found) throw new Error(`${job} has no step ${id}`)
  return found
}
const wholeResult = (run: WorkflowRun) =>
  JSON.parse(readFileSync(stepOf(run, 'collect', 'batch').outputs['result-file'] ?? '', 'utf8')) as WireResponse
const commentCount = () => world.jira.issues.reduce((sum, { comments }) => sum + comments.length, 0)
const pullsOf = (index: number) => world.github.repository(`acme/many-${index}`)?.pulls ?? []

describe(`${count} items over ${many.repositories} repositories in ${shards} shards, one of them killed`, () => {
  const inputs = { 'request-file': 'batch.json', 'shard-size': size }
  let first: WorkflowRun
  let second: WorkflowRun
  const killed = `3/${shards}`

  test('the run fails, and what the other shards did is told', async () => {
    first = await callReusable({ inputs, kill: { job: 'shard', matrix: { shard: killed }, at: /created +package-/ } })
    expect(first.result).toBe('failure')
    expect(first.outputs.shards).toBe(String(shards))
    const failed = first.jobs.shard?.runs.filter((run) => run.result === 'failure') ?? []
    expect(failed.map(({ matrix }) => matrix.shard)).toEqual([killed])
    expect(first.jobs.shard?.runs).toHaveLength(shards)
    expect(first.outputs.status).toBe('interrupted')
    expect(first.outputs['failed-count']).toBe(String(size))
    const result = wholeResult(first)
    expect(result.results.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, index) => index))
    expect(result.total_prs_created).toBe(count - size)
    expect(new Set(result.results.flatMap(({ error }) => error?.code ?? []))).toEqual(new Set(['interrupted']))
  })

  test('the failed jobs run again: every item is there once, and the totals are right', async () => {
    const before = {
      pulls: Array.from({ length: many.repositories }, (_, index) => pullsOf(index).length).reduce((a, b) => a + b, 0),
      issues: world.jira.issues.length,
      comments: commentCount(),
    }
    // The shard died in the middle: something of it was done, and something was not.
    expect(before.comments).toBeGreaterThan(count - size)
    expect(before.comments).toBeLessThan(count)
    second = await callReusable({ inputs, rerunOf: first })
    expect(second.result).toBe('success')
    expect(second.outputs.status).toBe('completed')
    expect(second.outputs['failed-count']).toBe('0')
    expect(second.outputs['batch-id']).toBe(first.outputs['batch-id'])
    const { results, ...told } = wholeResult(second)
    expect(results).toHaveLength(count)
    expect(results.filter(({ status }) => status !== 'created' && status !== 'existing')).toEqual([])
    expect(new Set(results.map(({ jira_ticket: key }) => key)).size).toBe(count)
    expect(new Set(results.map(({ pull_request_url: url }) => url)).size).toBe(count)
    const { summary, outputs } = stepOf(second, 'collect', 'batch')
    expect(summary).toContain(`${count} items:`)
    expect(summary?.match(/^\| `package-/gm)).toHaveLength(count)
    expect(JSON.parse(outputs['pull-request-urls'] ?? '')).toHaveLength(count)
    // The killed shard found what it had done: it counts as made before this run.
    expect(told.total_prs_created).toBe(2 * count - size - before.pulls)
    expect(told.total_issues_created).toBe(2 * count - size - before.issues)
    expect(told.total_comments_created).toBe(2 * count - size - before.comments)
  })

  test('at the far sides each item is there once', () => {
    expect(world.jira.issues).toHaveLength(count)
    expect(world.jira.issues.map(({ comments }) => comments.length)).toEqual(Array.from({ length: count }, () => 1))
    const titles = world.jira.issues.map(({ fields }) => fields.summary)
    expect(new Set(titles).size).toBe(count)
    for (let index = 0; index < many.repositories; index++) {
      expect(pullsOf(index)).toHaveLength(many.each)
      expect(new Set(pullsOf(index).map(({ head }) => head)).size).toBe(many.each)
    }
  })

  test('each shard is one job with its part of the items, and shows no secret', () => {
    const runs = second.jobs.shard?.runs ?? []
    expect(runs.map(({ matrix }) => matrix.items)).toEqual(Array.from({ length: shards }, () => size))
    for (const [at] of runs.entries()) {
      const run = stepOf(second, 'shard', 'batch', at)
      assertNoSecret(run, secrets)
      assertMasksFirst(run)
      const part = readFileSync(run.outputs['shard-file'] ?? '', 'utf8')
      for (const text of secrets) expect(part).not.toContain(text)
    }
    const plan = readFileSync(stepOf(second, 'begin', 'plan').outputs['plan-file'] ?? '', 'utf8')
    for (const text of secrets) expect(plan).not.toContain(text)
  })

  test('whole or in shards, an item has the same key: a whole run finds everything', async () => {
    const ten = manyWishes(world, many).filter((_, index) => index % many.repositories === 0)
    const before = world.writes().total
    const run = await runAction({
      world,
      event: {
        name: 'workflow_dispatch',
        payload: { inputs: { request: JSON.stringify(requestFor(world, ten)), jwt: await tokenFor() } },
      },
      inputs: { 'jwt-secret-key': secret, 'jira-token': jiraToken, 'jira-email': jiraEmail },
    })
    expect(run.outputs['failed-count']).toBe('0')
    expect(world.writes().total).toBe(before)
  })
})

describe('one shard', () => {
  const wish = (to: string) => requestFor(world, [{ name: 'left-pad', from: '1.3.0', to }])

  test('is run by the first job, without a matrix', async () => {
    const run = await callReusable({ inputs: { request: JSON.stringify(wish('1.3.4')) } })
    expect(run.result).toBe('success')
    expect(run.jobs.shard?.result).toBe('skipped')
    expect(run.jobs.collect?.result).toBe('skipped')
    expect(run.outputs).toMatchObject({
      shards: '1',
      status: 'completed',
      'total-prs-created': '1',
      'failed-count': '0',
    })
  })

  test('may come from an artifact of the run, as the example does it', async () => {
    const text = JSON.stringify(wish('1.3.5'))
    const run = await runWorkflow({
      file: 'examples/workflows/large-batch.yml',
      ownAction: /create-issues-and-prs@v0$/,
      world,
      event: { name: 'workflow_dispatch' },
      secrets: {
        BATCH: text,
        BATCH_JWT: await tokenFor(),
        JWT_SECRET_KEY: secret,
        FIX_TOKEN: githubToken,
        JIRA_TOKEN: jiraToken,
        JIRA_EMAIL: jiraEmail,
      },
    })
    expect(run.result).toBe('success')
    expect(run.jobs.fix?.called?.outputs).toMatchObject({ shards: '1', 'total-prs-created': '1' })
  })
})

describe('mode: plan', () => {
  const plan = async (body: unknown, inputs: Record<string, string> = {}, jwt?: string) => {
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(body))
    return runAction({
      world,
      workspace: folder,
      inputs: {
        mode: 'plan',
        'request-file': 'plan.json',
        jwt: jwt ?? (await tokenFor({}, secret, '24h')),
        'jwt-secret-key': secret,
        'github-token': githubToken,
        'jira-token': jiraToken,
        'jira-email': jiraEmail,
        ...inputs,
      },
    })
  }

  test('contacts nothing, and puts a matrix out that a shard of a job can be named by', async () => {
    const before = world.requests.length
    const run = await plan(request, { 'shard-size': String(size) })
    expect(run.exitCode).toBe(0)
    expect(world.requests.length).toBe(before)
    const matrix = JSON.parse(run.outputs.matrix ?? '') as { include: { shard: string; name: string }[] }
    expect(matrix.include.map(({ shard }) => shard)).toEqual(
      Array.from({ length: shards }, (_, index) => `${index + 1}/${shards}`),
    )
    expect(matrix.include[0]).toEqual({ shard: `1/${shards}`, name: `1-of-${shards}`, items: size })
    expect(run.summary).toContain(`${count} items in ${shards} shards of ${size} items`)
  })

  test('takes 10,000 items from a file, where a run takes 500', async () => {
    const wishes = manyWishes(world, { repositories: 1000, each: 10 })
    const body = requestFor(world, wishes, { github_pat: undefined })
    const run = await plan(body)
    expect(run.log).not.toMatch(/::error/)
    expect(run.outputs.shards).toBe('100')
    const refused = await plan({ ...body, ...firstOf(body, 501) }, { mode: 'run' })
    expect(refused.exitCode).toBe(2)
    expect(refused.log).toMatch(/at most 500.*mode: plan/)
    const more = await plan(requestFor(world, [...wishes, {}], { github_pat: undefined }))
    expect(more.exitCode).toBe(2)
    expect(more.log).toMatch(/at most 10000/)
  })

  test('warns of a token that ends before the last shard can start', async () => {
    const run = await plan(request, {}, await tokenFor({}, secret, '1m'))
    expect(run.exitCode).toBe(0)
    expect(run.annotations.map(({ message }) => message).join('\n')).toMatch(/token ends at .*\+05:30/)
  })

  test('warns of credentials that stand open in the file', async () => {
    const words = async (body: unknown) => (await plan(body)).annotations.map(({ message }) => message).join('\n')
    expect(await words(requestFor(world))).toMatch(/credentials in clear/)
    expect(await words(request)).not.toMatch(/credentials in clear/)
  })

  test('a refused token plans nothing', async () => {
    const run = await plan(request, {}, await tokenFor({}, 'another secret that is long enough for HS256'))
    expect(run.exitCode).toBe(2)
    expect(run.outputs.matrix).toBeUndefined()
  })

  const firstOf = (body: Record<string, unknown>, most: number) =>
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, most) : value]),
    )
})

describe('inputs that are wrong', () => {
  const run = async (inputs: Record<string, string>) =>
    runAction({
      world,
      event: {
        name: 'workflow_dispatch',
        payload: { inputs: { request: JSON.stringify(requestFor(world)), jwt: await tokenFor() } },
      },
      inputs: { 'jwt-secret-key': secret, ...inputs },
    })

  test.each([
    [{ mode: 'paln' }, /mode: expected one of/],
    [{ shard: '4/3' }, /shard: expected i\/n/],
    [{ shard: 'x' }, /SHARD: expected a shard like 3\/20/],
    [{ 'shard-size': '0' }, /SHARD_SIZE: expected a whole number/],
    [{ mode: 'collect', results: 'nowhere' }, /results of the shards cannot be read/],
  ])('%j', async (inputs, message) => {
    const before = world.requests.length
    const ended = await run(inputs)
    expect(ended.exitCode).toBe(2)
    expect(ended.log).toMatch(message)
    expect(world.requests.length).toBe(before)
  })
})

test('an event that is nearly as large as GitHub takes is said, with the way that works', async () => {
  const long = requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.9', pull: { body: 'x'.repeat(60_000) } }])
  const run = await runAction({
    world,
    event: {
      name: 'workflow_dispatch',
      payload: { inputs: { request: JSON.stringify({ ...long, dry_run: true }), jwt: await tokenFor() } },
    },
    inputs: { 'jwt-secret-key': secret },
  })
  expect(run.exitCode).toBe(0)
  const warning = run.annotations.find(({ message }) => message.includes('65,535 characters'))
  expect(warning?.message).toMatch(/request-file.*artifact/)
})

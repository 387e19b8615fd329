/** The real bundle, started as a runner starts it, by each trigger. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type ActionRun, assertMasksFirst, assertNoSecret, runAction } from '../support/runner.ts'
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
import { runWorkflow } from '../support/workflow.ts'
import type { World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openScene()
})
afterEach(() => {
  expect(world.violations).toEqual([])
})
afterAll(() => world.stop())

const resultOf = (run: Pick<ActionRun, 'outputs'>) => JSON.parse(readFileSync(run.outputs['result-file'] ?? '', 'utf8'))

describe('workflow_dispatch', () => {
  test('reads the request and the token from the event, and does the job', async () => {
    const inputs = { request: JSON.stringify(requestFor(world)), jwt: await tokenFor() }
    const run = await runAction({
      world,
      event: { name: 'workflow_dispatch', payload: { inputs } },
      inputs: { 'jwt-secret-key': secret },
    })
    expect(run.log).not.toMatch(/::error/)
    expect(run.exitCode).toBe(0)
    const result = resultOf(run)
    expect(result).toMatchObject({
      status: 'completed',
      total_issues_created: 1,
      total_prs_created: 1,
      total_comments_created: 1,
    })
    const [item] = result.results
    expect(item).toMatchObject({
      status: 'created',
      package_name: 'lodash',
      jira_ticket: 'SEC-1',
      fix_branch: 'fix/SEC-1-lodash',
      error: null,
    })
    expect(item.edits).toEqual([
      { path: 'package.json', line: 3, before: '^4.17.19', after: '^4.17.21', via: 'dependencies' },
    ])
    expect(JSON.parse(run.outputs['jira-keys'] ?? '')).toEqual(['SEC-1'])
    expect(JSON.parse(run.outputs['pull-request-urls'] ?? '')).toEqual([item.pull_request_url])
    expect(run.summary).toContain('| `lodash` | `4.17.19` → `4.17.21` |')
    expect(run.summary).toContain('+    "lodash": "^4.17.21",')
    assertNoSecret(run, secrets)
    assertMasksFirst(run)
  })

  test('the same batch on a fresh runner writes nothing', async () => {
    const before = world.writes().total
    const inputs = { request: JSON.stringify(requestFor(world)), jwt: await tokenFor() }
    const run = await runAction({
      world,
      event: { name: 'workflow_dispatch', payload: { inputs } },
      inputs: { 'jwt-secret-key': secret },
    })
    expect(resultOf(run).results[0]).toMatchObject({ status: 'existing', jira_ticket: 'SEC-1' })
    expect(world.writes().total).toBe(before)
  })

  test('the example workflow runs as it stands', async () => {
    const request = {
      ...requestFor(world, [{ name: 'requests', from: '2.31.0', to: '2.32.2' }]),
      github_pat: undefined,
    }
    const run = await runWorkflow({
      file: 'examples/workflows/workflow-dispatch.yml',
      ownAction: /create-issues-and-prs@v0$/,
      world,
      event: { name: 'workflow_dispatch' },
      inputs: { request: JSON.stringify(request), jwt: await tokenFor(), 'dry-run': false },
      secrets: { JWT_SECRET_KEY: secret, FIX_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail },
    })
    expect(run.result).toBe('success')
    expect(world.github.repository('acme/app')).toBeDefined()
  })
})

test('repository_dispatch: the example workflow, with the request in the client payload', async () => {
  const request = requestFor(world, [{ name: 'golang.org/x/net', from: 'v0.17.0', to: 'v0.23.0' }])
  const run = await runWorkflow({
    file: 'examples/workflows/repository-dispatch.yml',
    ownAction: /create-issues-and-prs@v0$/,
    world,
    event: {
      name: 'repository_dispatch',
      payload: {
        action: 'create-issues-and-prs',
        client_payload: { request: request as never, jwt: await tokenFor() },
      },
    },
    secrets: { JWT_SECRET_KEY: secret, FIX_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail },
  })
  expect(run.result).toBe('success')
})

test('repository_dispatch: the client payload may be the request itself', async () => {
  const payload = {
    ...requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.1' }], { dry_run: true }),
    jwt: await tokenFor(),
  }
  const before = world.writes().total
  const run = await runAction({
    world,
    event: { name: 'repository_dispatch', payload: { client_payload: payload } },
    inputs: { 'jwt-secret-key': secret },
  })
  expect(run.exitCode).toBe(0)
  const result = resultOf(run)
  expect(result).toMatchObject({ dry_run: true, total_issues_created: 0 })
  expect(result.results[0]).toMatchObject({ status: 'planned', jira_ticket: null, pull_request_url: null })
  expect(result.results[0].planned_calls.map(({ step }: { step: string }) => step)).toEqual([
    'issue',
    'branch',
    'pull-request',
    'comment',
  ])
  expect(result.results[0].diffs[0].diff).toContain('+    "left-pad": "1.3.1"')
  expect(world.writes().total).toBe(before)
})

test('workflow_call: the reusable workflow by itself, with its outputs', async () => {
  const request = requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.2' }])
  const run = await runWorkflow({
    file: '.github/workflows/create-issues-and-prs.yml',
    ownAction: /create-issues-and-prs@v0$/,
    world,
    event: { name: 'workflow_call' },
    inputs: { request: JSON.stringify(request) },
    secrets: {
      jwt: await tokenFor(),
      'jwt-secret-key': secret,
      'github-token': githubToken,
      'jira-token': jiraToken,
      'jira-email': jiraEmail,
    },
  })
  expect(run.result).toBe('success')
  expect(run.outputs.status).toBe('completed')
  expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({ total_prs_created: 1 })
})

test('workflow_call: the example that calls it from another repository', async () => {
  const request = requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.3' }])
  const run = await runWorkflow({
    file: 'examples/workflows/call-reusable-workflow.yml',
    ownAction: /create-issues-and-prs@v0$/,
    world,
    event: { name: 'workflow_dispatch' },
    inputs: { request: JSON.stringify(request) },
    secrets: {
      BATCH_JWT: await tokenFor(),
      JWT_SECRET_KEY: secret,
      FIX_TOKEN: githubToken,
      JIRA_TOKEN: jiraToken,
      JIRA_EMAIL: jiraEmail,
    },
  })
  expect(run.result).toBe('success')
  expect(JSON.parse(run.jobs.fix?.called?.outputs.result ?? '{}')).toMatchObject({ total_prs_created: 1 })
})

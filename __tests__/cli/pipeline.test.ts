/** Situations of a batch, each by the real bundle against the world: what is told, and what the far sides then hold. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { WireResponse, WireResult } from '../../src/batch/response.ts'
import { runCommand } from '../support/runner.ts'
import {
  appFiles,
  githubToken,
  jiraEmail,
  jiraToken,
  openScene,
  requestFor,
  secrets,
  type Wish,
} from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openScene()
})
afterEach(async () => {
  const { violations } = world
  await world.stop()
  expect(violations).toEqual([])
})

async function run(
  request: unknown,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ response: WireResponse; exitCode: number | null; stderr: string }> {
  const done = await runCommand(['run', '--request', '-', '--json', ...args], { stdin: JSON.stringify(request), env })
  for (const secret of secrets) expect(done.stdout + done.stderr).not.toContain(secret)
  if (!done.stdout.startsWith('{')) throw new Error(`no response: ${done.stderr}`)
  return { response: JSON.parse(done.stdout), exitCode: done.exitCode, stderr: done.stderr }
}

const one = async (wish: Wish = {}, more: Record<string, unknown> = {}): Promise<WireResult> =>
  (await run(requestFor(world, [wish], more))).response.results[0] as WireResult

const app = () => world.github.repository('acme/app') as NonNullable<ReturnType<World['github']['repository']>>

describe('what is made', () => {
  test('issue, commit with trailers, pull request, comment with the link', async () => {
    const item = await one()
    expect(item).toMatchObject({ status: 'created', jira_ticket: 'SEC-1', fix_branch: 'fix/SEC-1-lodash', error: null })
    const [issue] = world.jira.issues
    expect(issue?.properties.get('create-issues-and-prs')).toEqual({ item: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(issue?.comments[0]?.body)).toContain(item.pull_request_url)
    const [pull] = app().pulls
    expect(pull).toMatchObject({
      title: 'SEC-1: raise lodash',
      body: 'Fixes a hole. SEC-1',
      base: 'main',
      head: 'fix/SEC-1-lodash',
      headSha: item.commit,
    })
    const message = await app().bare.git(['log', '-1', '--format=%B%an <%ae>', 'fix/SEC-1-lodash'])
    expect(message).toMatch(
      /^fix\(deps\): update lodash from 4\.17\.19 to 4\.17\.21\n\nJira-Issue: SEC-1\nBatch-Item: [0-9a-f]{64}\n/,
    )
    expect(message).toContain('create-issues-and-prs[bot]')
    expect(await app().text('fix/SEC-1-lodash', 'package.json')).toBe(
      appFiles['package.json']?.replace('^4.17.19', '^4.17.21'),
    )
  })

  test('labels, reviewers, assignees; what cannot be set is a warning', async () => {
    app().collaborators.add('ann')
    const item = await one({
      pull: { labels: ['security', 'deps'], reviewers: ['ann'], assignees: ['ann', 'stranger'], draft: true },
    })
    const [pull] = app().pulls
    expect([...(pull?.labels.keys() ?? [])]).toEqual(['security', 'deps'])
    expect([...(pull?.reviewers ?? [])]).toEqual(['ann'])
    expect(pull?.draft).toBe(true)
    expect(item.warnings).toEqual([
      expect.objectContaining({ code: 'metadata-not-set', message: expect.stringContaining('stranger') }),
    ])
    expect(item.status).toBe('created')
  })

  test('a comment of the caller, with its placeholders, and the link added when it is missing', async () => {
    await one({}, { jira_comment_requests: [{ body: 'Done for {{jira_key}}.' }] })
    const text = JSON.stringify(world.jira.issues[0]?.comments.map(({ body }) => body))
    expect(text).toContain('Done for SEC-1.')
    expect(text).toContain(app().pulls.length > 0 ? '/acme/app/pull/1' : 'no pull request')
  })

  test('a remote link, when it is asked for; once however often it runs', async () => {
    const request = requestFor(world)
    await run(request, [], { LINK_PULL_REQUEST: 'true' })
    await run(request, [], { LINK_PULL_REQUEST: 'true' })
    expect(world.jira.issues[0]?.links).toHaveLength(1)
  })

  test('several items in one repository are one push', async () => {
    const { response } = await run(
      requestFor(world, [
        {},
        { name: 'left-pad', from: '1.3.0', to: '1.3.1' },
        { name: 'requests', from: '2.31.0', to: '2.32.2' },
      ]),
    )
    expect(response.results.map(({ status }) => status)).toEqual(['created', 'created', 'created'])
    expect(world.writes().git).toBe(1)
  })

  test("the Python service's own words: vulnerabilities, server fields, base_branch", async () => {
    const { items, ...rest } = requestFor(world, [
      { pull: { base_branch: 'main', branch_name: 'defect/{{jira_key}}', dependency_files: ['package.json'] } },
    ])
    const { response } = await run({ vulnerabilities: items, ...rest })
    expect(response.results[0]).toMatchObject({ status: 'created', fix_branch: 'defect/SEC-1' })
  })

  test('Jira Data Center: a bearer token and plain text', async () => {
    const site = await world.jira.addSite({ kind: 'data-center', contextPath: '/jira' })
    site.addProject('SEC')
    site.addToken(jiraToken)
    const item = await one({ issue: { server_url: site.url, email: undefined, api_version: '2' } })
    expect(item).toMatchObject({ status: 'created', jira_url: `${site.url}/browse/SEC-1` })
    expect(site.issues[0]?.fields.description).toBe('Fixes a hole.')
    const again = await one({ issue: { server_url: site.url, email: undefined, api_version: '2' } })
    expect(again).toMatchObject({ status: 'existing', jira_ticket: 'SEC-1' })
  })

  test('a renamed repository is followed', async () => {
    world.github.renameRepository('acme/app', 'acme/application')
    const item = await one()
    expect(item).toMatchObject({
      status: 'created',
      pull_request_url: expect.stringContaining('/acme/application/pull/1'),
    })
  })
})

describe('what is not made', () => {
  test('a dry run writes nothing anywhere, and shows everything', async () => {
    const { response, exitCode } = await run(requestFor(world), ['--dry-run'])
    expect(exitCode).toBe(0)
    expect(world.writes().total).toBe(0)
    expect(response.results[0]).toMatchObject({ status: 'planned', jira_ticket: null, error: null })
    expect(response.results[0]?.diffs?.[0]?.diff).toContain('+    "lodash": "^4.17.21",')
  })

  test('already at the safe version: unchanged, and nothing is created', async () => {
    const item = await one({ to: '4.17.19' })
    expect(item.status).toBe('unchanged')
    expect(world.writes().total).toBe(0)
  })

  test('the same batch a second time: existing, with zero writes, from the far side alone', async () => {
    await run(requestFor(world))
    const before = world.writes().total
    const { response } = await run(requestFor(world))
    expect(response.results[0]).toMatchObject({ status: 'existing', jira_ticket: 'SEC-1', pull_request_number: 1 })
    expect(response.total_issues_created + response.total_prs_created + response.total_comments_created).toBe(0)
    expect(world.writes().total).toBe(before)
  })

  test("a branch of somebody else's is never overwritten, and no issue is made for it", async () => {
    await app().commit(
      'fix/taken',
      { 'mine.txt': 'work\n' },
      { from: 'main', author: { name: 'Ann', email: 'ann@example.com' } },
    )
    const tip = await app().bare.git(['rev-parse', 'fix/taken'])
    const item = await one({ pull: { branch_name: 'fix/taken' } })
    expect(item).toMatchObject({
      status: 'failed',
      error: { code: 'branch-foreign', message: expect.stringMatching(/by Ann/) },
    })
    expect(await app().bare.git(['rev-parse', 'fix/taken'])).toBe(tip)
    expect(world.writes().total).toBe(0)
  })

  test('a pull request that a person closed stays closed', async () => {
    await one()
    world.github.closePullRequest('acme/app', 1)
    const item = await one()
    expect(item).toMatchObject({
      status: 'existing',
      error: null,
      warnings: [expect.objectContaining({ code: 'pull-request-closed' })],
    })
    expect(app().pulls).toHaveLength(1)
    expect(app().pulls[0]?.state).toBe('closed')
  })

  test('closed, and its branch deleted: still respected', async () => {
    await one({ pull: { branch_name: 'fix/lodash' } })
    world.github.closePullRequest('acme/app', 1)
    await world.github.deleteBranch('acme/app', 'fix/lodash')
    const item = await one({ pull: { branch_name: 'fix/lodash' } })
    expect(item.warnings).toEqual([expect.objectContaining({ code: 'pull-request-closed' })])
    expect(app().pulls).toHaveLength(1)
    expect(world.jira.issues).toHaveLength(1)
  })
})

describe('what goes wrong', () => {
  test('one item fails, the others go on, and the exit code says so', async () => {
    const { response, exitCode } = await run(requestFor(world, [{}, { name: 'nowhere', from: '1.0.0', to: '1.0.1' }]))
    expect(exitCode).toBe(1)
    expect(response.results[0]?.status).toBe('created')
    expect(response.results[1]).toMatchObject({
      status: 'partial',
      jira_ticket: 'SEC-2',
      error: { code: 'not-declared', step: 'plan' },
    })
  })

  test('an edit that is refused: issue with one comment that says why', async () => {
    await app().commit('main', { 'requirements.txt': 'requests==2.31.0 --hash=sha256:aaaa\n' })
    const item = await one({ name: 'requests', from: '2.31.0', to: '2.32.2' })
    expect(item).toMatchObject({ status: 'partial', error: { code: 'hash-pinned', hint: expect.stringMatching(/\S/) } })
    expect(world.jira.issues[0]?.comments).toHaveLength(1)
    expect(JSON.stringify(world.jira.issues[0]?.comments[0]?.body)).toMatch(/No pull request was opened/)
  })

  test('when-unfixable: skip creates nothing', async () => {
    const { response } = await run(requestFor(world, [{ name: 'nowhere', from: '1.0.0', to: '1.0.1' }]), [], {
      WHEN_UNFIXABLE: 'skip',
    })
    expect(response.results[0]).toMatchObject({ status: 'failed', error: { code: 'not-declared' } })
    expect(world.writes().total).toBe(0)
  })

  test("Jira's words for a field are shown with the field", async () => {
    const item = await one({
      issue: { fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'x', customfield_10001: 'y' } },
    })
    expect(item).toMatchObject({
      status: 'failed',
      error: {
        code: 'jira-refused',
        step: 'issue',
        message: expect.stringContaining('customfield_10001: Field'),
        hint: expect.stringContaining('screen'),
      },
    })
    expect(app().pulls).toHaveLength(0)
  })

  test('a Jira project that is not there is the failure of its own item alone', async () => {
    const fields = { project: { key: 'NOPE' }, issuetype: { name: 'Task' }, summary: 'x y z' }
    const wishes = [{}, { name: 'left-pad', from: '1.3.0', to: '1.3.1', issue: { fields } }]
    const { response } = await run(requestFor(world, wishes))
    expect(response.results[0]).toMatchObject({ status: 'created', error: null })
    expect(response.results[1]).toMatchObject({
      status: 'failed',
      error: { step: 'issue', message: expect.stringContaining('NOPE') },
    })
  })

  test('Actions may not open pull requests: the issue says so, and so does the error', async () => {
    app().actionsMayOpenPullRequests = false
    world.github.addToken('ghs_actionsTokenOfThisRun0000000000001', { kind: 'actions' })
    const item = await one({}, { github_pat: 'ghs_actionsTokenOfThisRun0000000000001' })
    expect(item).toMatchObject({
      status: 'partial',
      jira_ticket: 'SEC-1',
      error: {
        code: 'actions-may-not-open-pull-requests',
        step: 'pull-request',
        hint: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
      },
    })
    expect(world.jira.issues[0]?.comments).toHaveLength(1)
  })

  test('a token that may only read', async () => {
    world.github.addToken('ghp_readOnly0000000000000000000000000001', { role: 'read', login: 'reader' })
    const item = await one({}, { github_pat: 'ghp_readOnly0000000000000000000000000001' })
    expect(item).toMatchObject({ status: 'failed', error: { code: 'github-permission' } })
    expect(world.writes().total).toBe(0)
  })

  test("an App's token, of which GitHub says that it may not push whatever it may", async () => {
    world.github.addToken('ghs_tokenOfAnApp0000000000000000000000001', { kind: 'installation' })
    const item = await one({}, { github_pat: 'ghs_tokenOfAnApp0000000000000000000000001' })
    expect(item).toMatchObject({ status: 'created', error: null })
  })

  test.each([
    ['an App', 'ghs_tokenOfAnApp0000000000000000000000002', 'installation'],
    ['a person', 'github_pat_tokenOfAPerson00000000000002', 'fine-grained'],
  ] as const)('a token of %s that may not push its branch: nothing is created', async (_name, token, kind) => {
    world.github.addToken(token, { kind, permissions: { contents: 'read', pull_requests: 'write' } })
    const item = await one({}, { github_pat: token })
    expect(item).toMatchObject({ status: 'failed', jira_ticket: null, error: { code: 'github-permission' } })
    expect(world.writes().total).toBe(0)
  })

  test('wrong credentials', async () => {
    expect(await one({}, { github_pat: 'ghp_wrong000000000000000000000000000001' })).toMatchObject({
      status: 'failed',
      error: { code: 'github-authentication' },
    })
    expect(await one({ issue: { pat: 'wrong-jira-token' } })).toMatchObject({
      status: 'failed',
      error: { code: expect.stringMatching(/^jira-/) },
    })
  })

  test('limits: a 429 with Retry-After is waited for, an hour-class limit ends resumable', async () => {
    world.fault({ server: 'jira', method: 'POST', path: /\/issue$/, kind: 'rate-limited', wait: { seconds: 1 } })
    expect(await one()).toMatchObject({ status: 'created' })
    world.fault({ server: 'github', method: 'POST', path: /\/pulls$/, kind: 'submitted-too-quickly' })
    const { response, exitCode } = await run(requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.1' }]))
    expect(exitCode).toBe(1)
    expect(response).toMatchObject({ status: 'interrupted', resume_at: expect.stringMatching(/^\d{4}-/) })
    expect(response.results[0]).toMatchObject({ status: 'partial', error: { code: 'github-hour-limit' } })
    const again = await run(requestFor(world, [{ name: 'left-pad', from: '1.3.0', to: '1.3.1' }]))
    expect(again.response.results[0]).toMatchObject({
      status: 'created',
      jira_ticket: response.results[0]?.jira_ticket,
    })
    expect(world.jira.issues).toHaveLength(2)
    expect(world.jira.issues[1]?.comments).toHaveLength(1)
  })
})

test('credentials may come from the environment', async () => {
  const { github_pat: _, ...request } = requestFor(world, [{ issue: { pat: undefined, email: undefined } }])
  const { response } = await run(request, [], {
    GITHUB_TOKEN: githubToken,
    JIRA_TOKEN: jiraToken,
    JIRA_EMAIL: jiraEmail,
  })
  expect(response.results[0]?.status).toBe('created')
})

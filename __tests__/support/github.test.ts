import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Repository } from './github/state.ts'
import { startWorld, type World } from './world.ts'

const TOKEN = 'ghp_worldtoken0000000000000000000000000000'
let world: World
let repository: Repository

interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a reply is looked into freely
  readonly body: any
}

async function api(method: string, path: string, body?: unknown, token: string | undefined = TOKEN): Promise<Reply> {
  const headers = { 'user-agent': 'test', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(world.github.apiUrl + path, { method, headers, redirect: 'manual', ...sent })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

beforeEach(async () => {
  world = await startWorld()
  world.github.addToken(TOKEN, { login: 'fixer' })
  repository = await world.github.addRepository(
    'acme/web',
    { a: 'A\n' },
    { collaborators: ['ada'], branches: { fix: { a: 'B\n' } } },
  )
})

afterEach(() => world.stop())

const pull = { title: 'Raise lodash', head: 'fix', base: 'main', body: 'Because.' }
const create = (changes: object = {}, token?: string): Promise<Reply> =>
  api('POST', '/repos/acme/web/pulls', { ...pull, ...changes }, token)
const messages = (reply: Reply): string[] => reply.body.errors.map((error: { message?: string }) => error.message)

describe('pull requests', () => {
  test('one is opened, found by head, changed, closed', async () => {
    const made = await create()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ number: 1, state: 'open', head: { ref: 'fix' }, user: { login: 'fixer' } })
    expect(made.body.head.sha).toBe(await repository.bare.resolve('fix'))
    expect((await api('GET', '/repos/acme/web/pulls?head=acme:fix&base=main&state=all')).body).toHaveLength(1)
    expect((await api('GET', '/repos/acme/web/pulls?head=acme:other')).body).toEqual([])
    expect((await api('PATCH', '/repos/acme/web/pulls/1', { state: 'closed' })).body.state).toBe('closed')
    expect((await api('GET', '/repos/acme/web/pulls')).body).toEqual([])
    expect(world.violations).toEqual([])
  })

  test("a second one for the same head says so in GitHub's words, also when both come at once", async () => {
    const both = await Promise.all([create(), create()])
    expect(both.map((reply) => reply.status).sort()).toEqual([201, 422])
    const refused = both.find((reply) => reply.status === 422) as Reply
    expect(refused.body).toMatchObject({ message: 'Validation Failed', status: '422' })
    expect(refused.body.errors).toEqual([
      { resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for acme:fix.' },
    ])
  })

  test.each([
    ['head', { head: 'absent' }, [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]],
    ['base', { base: 'absent' }, [{ resource: 'PullRequest', field: 'base', code: 'invalid' }]],
    ['a foreign head', { head: 'someone:fix' }, [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]],
  ])('a wrong %s is invalid without a word', async (_, changes, errors) => {
    const reply = await create(changes)
    expect(reply.status).toBe(422)
    expect(reply.body.errors).toEqual(errors)
  })

  test('nothing to merge, too long, drafts', async () => {
    expect(messages(await create({ head: 'main' }))).toEqual(['No commits between main and main'])
    expect(messages(await create({ title: 'x'.repeat(257) }))).toEqual([
      'title is too long (maximum is 256 characters)',
    ])
    expect(messages(await create({ body: 'x'.repeat(65_537) }))).toEqual([
      'body is too long (maximum is 65536 characters)',
    ])
    repository.draftsSupported = false
    expect((await create({ draft: true })).body.message).toBe(
      'Draft pull requests are not supported in this repository.',
    )
    repository.draftsSupported = true
    expect((await create({ draft: true })).body.draft).toBe(true)
  })

  test('closes with its branch, and is merged by a person', async () => {
    await create()
    await world.github.mergePullRequest('acme/web', 1)
    const merged = await api('GET', '/repos/acme/web/pulls/1')
    expect(merged.body).toMatchObject({ state: 'closed', merged: true })
    expect(await repository.text('main', 'a')).toBe('B\n')
    await repository.commit('second', { a: 'C\n' }, { from: 'main' })
    await create({ head: 'second' })
    await world.github.deleteBranch('acme/web', 'second')
    expect((await api('GET', '/repos/acme/web/pulls/2')).body).toMatchObject({ state: 'closed', merged: false })
  })
})

describe('who may what', () => {
  test('a wrong token, no token, no access', async () => {
    expect(await api('GET', '/user', undefined, 'wrong')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
    })
    repository.private = true
    expect(await api('GET', '/repos/acme/web', undefined, '')).toMatchObject({
      status: 404,
      body: { message: 'Not Found' },
    })
    world.github.addToken('elsewhere', { kind: 'fine-grained', repositories: ['acme/other'] })
    expect((await api('GET', '/repos/acme/web', undefined, 'elsewhere')).status).toBe(404)
  })

  test('missing permissions are named by kind of token', async () => {
    world.github.addToken('app', { kind: 'installation', permissions: { contents: 'write' } })
    world.github.addToken('fine', { kind: 'fine-grained', permissions: { contents: 'write' } })
    expect(await create({}, 'app')).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    })
    expect(await create({}, 'fine')).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by personal access token' },
    })
    expect((await api('GET', '/user', undefined, 'app')).status).toBe(403)
  })

  test('the Actions token opens pull requests only where the setting is on', async () => {
    world.github.addToken('actions', { kind: 'actions', repositories: ['acme/web'] })
    repository.actionsMayOpenPullRequests = false
    expect(await create({}, 'actions')).toMatchObject({
      status: 403,
      body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    })
    repository.actionsMayOpenPullRequests = true
    expect((await create({}, 'actions')).body.user.login).toBe('github-actions[bot]')
  })

  test('an archived repository is read-only', async () => {
    repository.archived = true
    expect((await create()).status).toBe(403)
    expect((await api('GET', '/repos/acme/web')).body.archived).toBe(true)
  })
})

describe('metadata', () => {
  test('labels are made when absent, assignees without access are dropped, reviewers are judged', async () => {
    await create()
    const labels = await api('POST', '/repos/acme/web/issues/1/labels', { labels: ['security', 'Security'] })
    expect(labels.body).toEqual([expect.objectContaining({ name: 'security', color: 'ededed' })])
    const assigned = await api('POST', '/repos/acme/web/issues/1/assignees', { assignees: ['ada', 'stranger'] })
    expect(assigned.status).toBe(201)
    expect(assigned.body.assignees.map((user: { login: string }) => user.login)).toEqual(['ada'])
    const reviewers = (body: object): Promise<Reply> => api('POST', '/repos/acme/web/pulls/1/requested_reviewers', body)
    expect((await reviewers({ reviewers: ['fixer', 'ada'] })).body.message).toBe(
      'Review cannot be requested from pull request author.',
    )
    expect((await reviewers({ reviewers: ['stranger'] })).body.message).toMatch(
      /^Reviews may only be requested from collaborators\./,
    )
    expect(repository.pull(1)?.reviewers.size).toBe(0)
    expect((await reviewers({ reviewers: ['ada'] })).status).toBe(201)
    expect(world.violations).toEqual([])
  })

  test('comments, branches, refs', async () => {
    await create()
    expect((await api('POST', '/repos/acme/web/issues/1/comments', { body: 'hello' })).status).toBe(201)
    expect((await api('GET', '/repos/acme/web/issues/1/comments')).body[0].body).toBe('hello')
    expect((await api('GET', '/repos/acme/web/branches/absent')).body.message).toBe('Branch not found')
    expect((await api('GET', '/repos/acme/web/branches/fix')).body.commit.sha).toBe(
      await repository.bare.resolve('fix'),
    )
    const sha = await repository.bare.resolve('fix')
    expect((await api('POST', '/repos/acme/web/git/refs', { ref: 'refs/heads/a/b', sha })).status).toBe(201)
    expect((await api('GET', '/repos/acme/web/git/ref/heads/a/b')).body.object.sha).toBe(sha)
    expect((await api('DELETE', '/repos/acme/web/git/refs/heads/a/b')).status).toBe(204)
    expect(world.violations).toEqual([])
  })
})

describe('the wire', () => {
  test('every answer tells the limits; lists are paged', async () => {
    for (const name of ['x', 'y', 'z']) {
      await repository.commit(name, { a: name }, { from: 'main' })
      await create({ head: name })
    }
    const page = await api('GET', '/repos/acme/web/pulls?per_page=2')
    expect(page.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/)
    expect(page.body).toHaveLength(2)
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? ''
    const second = await api('GET', next.slice(world.github.apiUrl.length))
    expect(second.body).toHaveLength(1)
    expect(world.violations).toEqual([])
  })

  test('the creation limit answers as the secondary limit does', async () => {
    world.github.creationsPerMinute = 1
    expect((await create()).status).toBe(201)
    const comment = await api('POST', '/repos/acme/web/issues/1/comments', { body: 'x' })
    expect(comment).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/^You have exceeded a secondary rate limit/) },
    })
    expect(world.github.creations.map(({ what }) => what)).toEqual(['pull request'])
  })

  test('a renamed repository: 301 for reading, 307 for writing, and the new address works', async () => {
    world.github.renameRepository('acme/web', 'acme/site')
    const read = await api('GET', '/repos/acme/web')
    expect(read.status).toBe(301)
    expect(
      (await api('GET', String(read.headers.get('location')).slice(world.github.apiUrl.length))).body.full_name,
    ).toBe('acme/site')
    expect((await create()).status).toBe(307)
  })

  test.each([
    ['an unknown path', 'GET', '/repos/acme/web/wiki', undefined, /no such operation/],
    [
      'an unknown member',
      'POST',
      '/repos/acme/web/pulls',
      { ...pull, colour: 'red' },
      /additional properties \(colour\)/,
    ],
    ['a wrong type', 'POST', '/repos/acme/web/pulls', { ...pull, draft: 'yes' }, /must be boolean/],
    ['a missing member', 'POST', '/repos/acme/web/pulls', { title: 'x', head: 'fix' }, /base/],
    ['an unknown parameter', 'GET', '/repos/acme/web/pulls?sate=all', undefined, /"sate" is not declared/],
    ['a wrong parameter', 'GET', '/repos/acme/web/pulls?state=everything', undefined, /allowed values/],
  ])('the contract catches %s', async (_, method, path, body, fault) => {
    expect((await api(method, path, body)).status).toBe(599)
    expect(world.violations).toHaveLength(1)
    expect(world.violations[0]?.faults.join()).toMatch(fault)
  })
})

import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { JIRA_CONTRACTS } from './jira/rest.ts'
import type { JiraSite, SiteOptions } from './jira/site.ts'
import { startWorld, type World } from './world.ts'

const TOKEN = 'ATATT-world-token'
const CLOUD = `Basic ${Buffer.from(`dev@example.com:${TOKEN}`).toString('base64')}`
const DATA_CENTER = `Bearer ${TOKEN}`
const document = (text: string): object => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

let world: World
let site: JiraSite
let now: number

interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a reply is looked into freely
  readonly body: any
}

async function call(method: string, path: string, body?: unknown, authorization: string = CLOUD): Promise<Reply> {
  const headers = { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(site.url + path, { method, headers, ...sent })
  const text = await response.text()
  const json = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
}

async function start(options: SiteOptions = {}): Promise<void> {
  now = Date.UTC(2026, 10, 23, 10, 0)
  world = await startWorld({ jira: options, clock: () => now })
  site = world.jira
  site.addToken(TOKEN)
  site.addProject('SEC', {
    components: ['web'],
    customFields: {
      customfield_10001: { name: 'Severity', kind: 'option', options: ['High'] },
      customfield_10002: { name: 'Analysis', kind: 'text' },
    },
  })
}

afterEach(() => world.stop())

const fields = { project: { key: 'SEC' }, issuetype: { name: 'Bug' }, summary: 'Raise lodash to 4.17.21' }
const create = (changes: object = {}, version = 3): Promise<Reply> =>
  call('POST', `/rest/api/${version}/issue`, { fields: { ...fields, ...changes } })

describe('Cloud issues', () => {
  beforeEach(() => start())

  test('fields and property are set in one call and read back in both versions', async () => {
    const properties = [{ key: 'create-issues-and-prs', value: { item: 'abc' } }]
    const made = await call('POST', '/rest/api/3/issue', {
      fields: { ...fields, description: document('Hello') },
      properties,
    })
    expect(made).toMatchObject({ status: 201, body: { key: 'SEC-1' } })
    const three = await call('GET', '/rest/api/3/issue/SEC-1?fields=description&properties=create-issues-and-prs')
    expect(three.body).toMatchObject({
      fields: { description: { type: 'doc' } },
      properties: { 'create-issues-and-prs': { item: 'abc' } },
    })
    expect((await call('GET', '/rest/api/2/issue/SEC-1?fields=description')).body.fields.description).toBe('Hello')
    expect(world.violations).toEqual([])
  })

  test.each([
    [
      3,
      { description: 'text' },
      { description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
    ],
    [
      3,
      { customfield_10002: 'text' },
      { customfield_10002: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
    ],
    [2, { description: document('x') }, { description: 'Operation value must be a string' }],
    [
      2,
      { description: 'x'.repeat(32_768) },
      { description: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
    ],
    [
      2,
      { customfield_9: 1 },
      { customfield_9: "Field 'customfield_9' cannot be set. It is not on the appropriate screen, or unknown." },
    ],
    [2, { issuetype: { name: 'Nope' } }, { issuetype: 'The issue type selected is invalid.' }],
    [2, { components: ['web'] }, { components: "expected 'id' or 'name' property" }],
    [2, { project: { key: 'NOPE' } }, { project: 'Specify a valid project ID or key' }],
    [2, { summary: 'a\nb' }, { summary: 'The summary is invalid because it contains newline characters.' }],
    [2, { summary: '' }, { summary: 'You must specify a summary of the issue.' }],
  ])('version %i refuses %j', async (version, changes, errors) => {
    expect(await create(changes, version)).toMatchObject({ status: 400, body: { errorMessages: [], errors } })
    expect(site.issues).toEqual([])
  })

  test('required fields, and a document that Atlassian would refuse', async () => {
    site.addProject('REQ', { components: ['web'], requiredFields: ['components'] })
    const reply = await create({ project: { key: 'REQ' } })
    expect(reply.body.errors).toEqual({ components: 'Component/s is required.' })
    expect((await create({ project: { key: 'REQ' }, components: [{ name: 'web' }] })).status).toBe(201)
    expect((await create({ description: { type: 'doc', version: 1, content: [{ type: 'nonsense' }] } })).status).toBe(
      400,
    )
  })

  test('bulk: the ones that fail are named, the others are made', async () => {
    const reply = await call('POST', '/rest/api/3/issue/bulk', {
      issueUpdates: [{ fields }, { fields: { ...fields, issuetype: { name: 'Nope' } } }, { fields }],
    })
    expect(reply.status).toBe(201)
    expect(reply.body.issues.map((issue: { key: string }) => issue.key)).toEqual(['SEC-1', 'SEC-2'])
    expect(reply.body.errors).toMatchObject([{ failedElementNumber: 1, status: 400 }])
  })

  test('wrong credentials are anonymous: 404 for reading, 401 for writing', async () => {
    await create()
    const wrong = `Basic ${Buffer.from('dev@example.com:wrong').toString('base64')}`
    expect(await call('GET', '/rest/api/3/issue/SEC-1', undefined, wrong)).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
    })
    expect(await call('POST', '/rest/api/3/issue', { fields }, wrong)).toMatchObject({
      status: 401,
      body: { errorMessages: ['You are not authenticated. Authentication required to perform this operation.'] },
    })
    expect((await call('GET', '/rest/api/3/myself', undefined, wrong)).status).toBe(401)
  })

  test('comments take a document in version 3 and text in version 2', async () => {
    await create()
    const path = (version: number): string => `/rest/api/${version}/issue/SEC-1/comment`
    expect((await call('POST', path(3), { body: 'text' })).body.errors.comment).toMatch(/Atlassian Document/)
    // Version 2's description has a text here: the contract speaks before Jira would.
    expect([400, 599]).toContain((await call('POST', path(2), { body: document('x') })).status)
    world.violations.length = 0
    expect((await call('POST', path(3), { body: document('pull request') })).status).toBe(201)
    expect((await call('GET', path(2))).body.comments[0].body).toBe('pull request')
    expect(world.violations).toEqual([])
  })

  test('a remote link with the same globalId is one link', async () => {
    await create()
    const link = (title: string): Promise<Reply> =>
      call('POST', '/rest/api/3/issue/SEC-1/remotelink', {
        globalId: 'g',
        object: { url: 'https://example.com/1', title },
      })
    const [first, second] = [await link('one'), await link('two')]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
    expect((await call('GET', '/rest/api/3/issue/SEC-1/remotelink')).body).toMatchObject([{ object: { title: 'two' } }])
    site.linkingEnabled = false
    expect((await link('three')).status).toBe(403)
  })

  test('scoped tokens work on their own host only', async () => {
    site.addToken('scoped', { scoped: true })
    const authorization = `Basic ${Buffer.from('dev@example.com:scoped').toString('base64')}`
    expect((await call('GET', '/rest/api/3/myself', undefined, authorization)).status).toBe(401)
    const cloudId = (await call('GET', '/_edge/tenant_info', undefined, '')).body.cloudId
    expect((await call('GET', `/ex/jira/${cloudId}/rest/api/3/myself`, undefined, authorization)).status).toBe(200)
  })
})

describe('Data Center', () => {
  beforeEach(() => start({ kind: 'data-center', contextPath: '/jira' }))

  test('Bearer, version 2, startAt and total, limits on every answer', async () => {
    const made = await call('POST', '/rest/api/2/issue', { fields }, DATA_CENTER)
    expect(made.body).toMatchObject({ key: 'SEC-1', self: expect.stringContaining('/jira/rest/api/2/issue/') })
    expect(made.headers.get('retry-after')).toBe('0')
    const found = await call(
      'GET',
      `/rest/api/2/search?${new URLSearchParams({ jql: 'project = SEC' })}`,
      undefined,
      DATA_CENTER,
    )
    expect(found.body).toMatchObject({
      startAt: 0,
      total: 1,
      issues: [{ key: 'SEC-1', fields: { reporter: { name: 'dev' } } }],
    })
    expect((await call('GET', '/rest/api/3/myself', undefined, DATA_CENTER)).status).toBe(404)
    expect(world.violations).toEqual([])
  })

  test('a wrong token gets a page, Basic gets a refusal, a captcha says so', async () => {
    const wrong = await call('GET', '/rest/api/2/myself', undefined, 'Bearer wrong')
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatch(/^<!DOCTYPE html>/)
    expect((await call('GET', '/rest/api/2/myself', undefined, CLOUD)).status).toBe(403)
    site.captcha = true
    const asked = await call('GET', '/rest/api/2/myself', undefined, DATA_CENTER)
    expect(asked.headers.get('x-authentication-denied-reason')).toMatch(/^CAPTCHA_CHALLENGE/)
  })
})

describe('the contract', () => {
  const judged = existsSync(JIRA_CONTRACTS['3']) ? test : test.skip
  beforeEach(() => start())

  judged('catches an unknown member (skipped when the description is not beside this checkout)', async () => {
    expect((await call('POST', '/rest/api/3/issue', { fields, colour: 'red' })).status).toBe(599)
    expect(world.violations[0]?.faults.join()).toMatch(/colour/)
  })

  test('an operation that the world does not serve is a violation; an absent description is noted', async () => {
    expect((await call('GET', '/rest/api/3/issue/SEC-1/properties/x')).status).toBe(599)
    expect(world.violations).toHaveLength(1)
    expect(world.notes).toHaveLength(existsSync(JIRA_CONTRACTS['3']) ? 0 : 2)
  })
})

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { JiraSite, SiteOptions } from './jira/site.ts'
import { startWorld, type World } from './world.ts'

const TOKEN = 'ATATT-world-token'
const CLOUD = `Basic ${Buffer.from(`dev@example.com:${TOKEN}`).toString('base64')}`

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
const search = (jql: string, more: Record<string, string> = { fields: 'summary' }): Promise<Reply> =>
  call('GET', `/rest/api/3/search/jql?${new URLSearchParams({ jql, ...more })}`)
const keys = (reply: Reply): string[] => reply.body.issues.map((issue: { key: string }) => issue.key)

describe('Cloud search', () => {
  beforeEach(async () => {
    await start()
    await create()
    await create({ summary: 'Raise minimist to 1.2.6', labels: ['security'] })
  })

  test('the old address is gone', async () => {
    const reply = await call('GET', '/rest/api/3/search?jql=project=SEC')
    expect(reply.status).toBe(410)
    expect(reply.body.errorMessages[0]).toMatch(/CHANGE-2046/)
  })

  test('only ids unless more is asked for; pages by token, never a total', async () => {
    expect((await search('project = SEC', {})).body).toEqual({
      issues: [{ id: site.issues[1]?.id }, { id: site.issues[0]?.id }],
      isLast: true,
    })
    const first = await search('project = SEC', { fields: 'summary', maxResults: '1' })
    expect(first.body).toMatchObject({ isLast: false, issues: [{ key: 'SEC-2' }] })
    const rest = await search('project = SEC', {
      fields: 'summary',
      maxResults: '1',
      nextPageToken: first.body.nextPageToken,
    })
    expect(rest.body).toMatchObject({ isLast: true, issues: [{ key: 'SEC-1' }] })
    expect((await search('project = SEC OR key = SEC-1', { nextPageToken: first.body.nextPageToken })).status).toBe(400)
  })

  test.each([
    ['summary ~ "\\"lodash to 4.17.21\\""', ['SEC-1']],
    ['summary ~ "\\"to lodash\\""', []],
    ['summary ~ "raise minimi*"', ['SEC-2']],
    ['project = sec AND (labels = security OR key = SEC-1) ORDER BY key ASC', ['SEC-1', 'SEC-2']],
    ['key in (SEC-1, SEC-2) AND NOT labels is EMPTY', ['SEC-2']],
    ['reporter = currentUser() AND created >= -1d AND issuetype = Bug ORDER BY created DESC', ['SEC-2', 'SEC-1']],
    ['project = SEC AND created > "2026-11-24"', []],
    ['project = SEC AND created >= "2026-11-23 10:00"', ['SEC-2', 'SEC-1']],
    ['labels != security', []],
  ])('%s', async (jql, expected) => {
    const reply = await search(jql)
    expect(reply.status).toBe(200)
    expect(keys(reply)).toEqual(expected)
  })

  test.each([
    ['', /Unbounded/],
    ['ORDER BY created', /Unbounded/],
    ['project = NOPE', /The value 'NOPE' does not exist for the field 'project'\./],
    ['colour = red', /Field 'colour' does not exist/],
    ['project = SEC summary ~ "x"', /Expecting either 'OR' or 'AND' but got 'summary'/],
    ['(project = SEC', /Expecting '\)' before the end/],
    ['project = ORDER', /'ORDER' is a reserved JQL word/],
    ['summary ~ foo@bar', /The character '@' is a reserved JQL character/],
    ['summary ~ "unfinished', /has not been completed/],
    ['summary ~ "a\\qb"', /illegal JQL escape sequence/],
    ['summary ~ "[x"', /Unable to parse the text '\[x' for field 'summary'/],
    ['summary ~ "\\"open"', /Unable to parse/],
    ['summary = x', /The operator '=' is not supported by the 'summary' field/],
    ['created >= yesterday', /Date value 'yesterday'/],
    ['key = SEC-99', /An issue with key 'SEC-99' does not exist/],
  ])('refuses %s', async (jql, message) => {
    const reply = await search(jql)
    expect(reply.status).toBe(400)
    expect(reply.body.errorMessages.join()).toMatch(message)
  })

  test('lags behind by as much as it is told to; reading by key does not', async () => {
    site.searchLag(60_000)
    now += 120_000
    await create({ summary: 'Fresh' })
    expect(keys(await search('project = SEC'))).toEqual(['SEC-2', 'SEC-1'])
    expect((await call('GET', '/rest/api/3/issue/SEC-3')).status).toBe(200)
    expect(
      keys(await search('project = SEC', { fields: 'summary', reconcileIssues: String(site.issues[2]?.id) })),
    ).toContain('SEC-3')
    now += 60_000
    expect(keys(await search('project = SEC'))).toEqual(['SEC-3', 'SEC-2', 'SEC-1'])
  })
})

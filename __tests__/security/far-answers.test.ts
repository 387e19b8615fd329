/** What a hostile Jira, GitHub or git host answers: read or refused in plain words, bounded, in linear time, never a crash. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createAccess } from '../../src/adapters/access.ts'
import { cleanGitText, gitFailure } from '../../src/adapters/git/failures.ts'
import { createPullRequests } from '../../src/adapters/github.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { createIssueTracker } from '../../src/adapters/jira.ts'
import { Secret } from '../../src/core/batch.ts'
import { asFailure, describe as tell } from '../../src/core/errors.ts'
import { Redactor } from '../../src/core/redact.ts'

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

let server: Server
let reply: Reply
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume()
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(
  () =>
    new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    }),
)
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** Time passes at once: nobody waits for a far side here. */
const clock = { now: () => 1_800_000_000_000, sleep: async () => {} }
const log = { write() {} }
const { signal } = new AbortController()

function ports() {
  const policy = { allowedHosts: [], allowLoopback: true }
  const http = createHttp({ policy, timeout: 10_000, dryRun: false, signal })
  const way = { http, clock, log, signal }
  const token = new Secret('a-token-of-the-tests')
  const target = { url: `${origin()}/acme/app`, host: new URL(origin()).host, owner: 'acme', name: 'app', token }
  const site = (apiVersion: '2' | '3') => ({
    serverUrl: origin(),
    apiVersion,
    token,
    ...(apiVersion === '3' ? { email: 'a@b.c' } : {}),
  })
  return {
    http,
    target,
    site,
    issues: createIssueTracker(way),
    pulls: createPullRequests(way),
    access: createAccess(way),
  }
}

const metadata = { labels: ['a'], reviewers: ['b'], teamReviewers: ['c'], assignees: ['d'] }
const pull = { head: 'fix', base: 'main', title: 't', body: 'b', draft: false }
const link = { globalId: 'g', url: 'https://x/1', title: 't' }
const fields = { project: { key: 'SEC' }, summary: 'a summary of it' }
const wanted = [{ itemKey: 'k', fields, candidates: ['SEC-1'] }]

type Ports = ReturnType<typeof ports>

/** Everything that is asked of a far side. */
const calls: Readonly<Record<string, (all: Ports) => Promise<unknown>>> = {
  'pulls.repository': ({ pulls, target }) => pulls.repository(target),
  'pulls.findPullRequest': ({ pulls, target }) => pulls.findPullRequest(target, 'fix', 'main'),
  'pulls.openPullRequest': ({ pulls, target }) => pulls.openPullRequest(target, pull),
  'pulls.missingMetadata': ({ pulls, target }) => pulls.missingMetadata(target, 1, metadata),
  'pulls.addMetadata': ({ pulls, target }) => pulls.addMetadata(target, 1, metadata),
  'issues.createIssue': ({ issues, site }) => issues.createIssue({ site: site('3'), fields }, 'k'),
  'issues.findIssues on Cloud': ({ issues, site }) => issues.findIssues(site('3'), wanted),
  'issues.findIssues on Data Center': ({ issues, site }) => issues.findIssues(site('2'), wanted),
  'issues.findComments': ({ issues, site }) => issues.findComments(site('3'), 'SEC-1', { is: 'x' }),
  'issues.addComment': ({ issues, site }) => issues.addComment(site('2'), 'SEC-1', 'x'),
  'issues.findLink': ({ issues, site }) => issues.findLink(site('2'), 'SEC-1', 'g'),
  'issues.linkPullRequest': ({ issues, site }) => issues.linkPullRequest(site('2'), 'SEC-1', link),
  'access.repository': ({ access, target }) => access.repository({ target, bases: [undefined], extras: [] }),
  'access.project': ({ access, site }) =>
    access.project({ site: site('3'), project: 'SEC', actions: ['browse', 'create'] }),
}

/** Names that answers have, with anything in them. */
const names = [
  ...['id', 'key', 'number', 'html_url', 'head', 'base', 'sha', 'ref', 'state', 'user', 'login', 'title', 'merged_at'],
  ...[
    'full_name',
    'default_branch',
    'permissions',
    'push',
    'archived',
    'private',
    'labels',
    'assignees',
    'name',
    'slug',
  ],
  ...['requested_reviewers', 'requested_teams', 'created_at', 'updated_at', 'message', 'errors', 'documentation_url'],
  ...['issues', 'total', 'comments', 'body', 'properties', 'create-issues-and-prs', 'item', 'nextPageToken', 'isLast'],
  ...[
    'errorMessages',
    'globalId',
    'havePermission',
    'BROWSE_PROJECTS',
    'displayName',
    'toString',
    '__proto__',
    'length',
  ],
]
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    -1,
    1e308,
    '',
    'x',
    'SEC-1',
    'SEC-1\n::error::x',
    '../x',
    'k',
    'open',
    'main',
  ),
  fc.constantFrom('https://evil.example/x', 'javascript:alert(1)', 'acme/app', 'a/b/c', '/', '2026-01-01T00:00:00Z'),
  fc.string({ maxLength: 20 }),
)
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...names), tie('value')), { selector: ([name]) => name, maxLength: 8 })
      .map((members) => Object.fromEntries(members)),
  ),
})).value
const statuses = [200, 200, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 409, 410, 422, 429, 451]
const headers = fc.constantFrom<Readonly<Record<string, string>>[]>(
  ...[
    {},
    {},
    { 'retry-after': '1e9' },
    { 'retry-after': '-1' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'x' },
  ],
  ...[{ 'content-type': 'text/html' }, { 'x-oauth-scopes': ',,repo' }, { link: '<https://evil.example/>; rel="next"' }],
  ...[{ location: 'https://evil.example/' }, { location: '::' }, { 'x-authentication-denied-reason': 'CAPTCHA\u00ff' }],
)
const replies = fc.record({
  status: fc.constantFrom(...statuses),
  headers,
  body: fc.oneof(
    { weight: 8, arbitrary: anything.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '<html>', '{', 'null', '[]', '"x"', '1', '[null]', '{"errors":[null]}'),
    },
  ),
})

describe('any answer of Jira or GitHub', () => {
  test.each(Object.keys(calls))('to %s is read or refused with a code that says what is wrong', async (name) => {
    const all = ports()
    await fc.assert(
      fc.asyncProperty(replies, async (answer) => {
        reply = answer
        try {
          await calls[name]?.(all)
        } catch (error) {
          const failure = asFailure(error)
          expect([answer, failure.code]).toEqual([answer, expect.not.stringMatching(/^internal$/)])
          expect(tell(failure).length).toBeLessThan(5_000)
        }
      }),
      { numRuns: name === 'pulls.addMetadata' ? 40 : 150 },
    )
    all.http.close()
  })

  test('an issue key that is none is never taken: it goes into branches, commits and addresses', async () => {
    const all = ports()
    const found = { properties: { 'create-issues-and-prs': { item: 'k' } } }
    for (const key of [
      'SEC-1/../../x',
      'x\nBatch-Item: forged',
      '-SEC-1',
      'SEC-1 ',
      '$(id)-1',
      'SEC',
      '1-1',
      '',
      7,
      null,
      {},
    ]) {
      const issue = { ...found, key }
      reply = { status: 200, headers: {}, body: JSON.stringify({ ...issue, issues: [issue], total: 1, isLast: true }) }
      for (const asked of [wanted, [{ itemKey: 'k', fields }]]) {
        for (const version of ['2', '3'] as const) {
          const found = await all.issues.findIssues(all.site(version), asked).catch((error) => asFailure(error).code)
          const keys = typeof found === 'string' ? found : [...found.values()].flat().map((one) => one.key)
          expect([key, keys]).toEqual([key, typeof keys === 'string' ? 'answer-malformed' : []])
        }
      }
      reply = { status: 201, headers: {}, body: JSON.stringify({ key }) }
      const made = all.issues.createIssue({ site: all.site('3'), fields }, 'k')
      await expect(made).rejects.toMatchObject({ code: 'answer-malformed' })
    }
    all.http.close()
  })

  test('words without end are cut, wherever they stand', async () => {
    const all = ports()
    const long = 'x'.repeat(200_000)
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`field${at}`, long.slice(0, 50)]))
    for (const body of [
      { errorMessages: [long], errors: { summary: long, [long]: long }, message: long },
      { errorMessages: Array(5000).fill('no'), errors: many },
      { message: long, errors: [{ message: long }, long] },
    ]) {
      for (const status of [400, 403, 404, 422]) {
        reply = { status, headers: {}, body: JSON.stringify(body) }
        for (const name of ['issues.createIssue', 'pulls.openPullRequest', 'pulls.addMetadata', 'access.project']) {
          const told = await Promise.resolve(calls[name]?.(all)).then(
            (value) => JSON.stringify(value),
            (error) => tell(asFailure(error)),
          )
          expect([name, status, told.length < 20_000]).toEqual([name, status, true])
        }
      }
    }
    all.http.close()
  })
})

describe('what git says', () => {
  const target = {
    ...{ url: 'https://github.com/o/n', host: 'github.com', owner: 'o', name: 'n' },
    token: new Secret('ghp_aTokenOfTheTests0001'),
  }
  const units = [
    ...[
      'a',
      'http',
      'ghp_',
      'eyJ',
      'x-',
      '://',
      'a://',
      'https://u:p@',
      '@',
      'authorization: ',
      'basic ',
      'token ',
      ' ',
    ],
    ...['Permission to ', "repository '", 'remote: ', 'fatal: a\n', 'é', '\u0000', 'unable to access ', '\r'],
  ]

  test('takes linear time, whatever a remote writes', () => {
    const best = (act: () => unknown) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const began = performance.now()
          act()
          return performance.now() - began
        }),
      )
    for (const unit of units) {
      for (const lead of ['', 'fatal: ', 'remote: ']) {
        const text = lead + unit.repeat(Math.ceil((256 * 1024) / unit.length))
        expect([unit, lead, best(() => gitFailure('push', text, target)) < 250]).toEqual([unit, lead, true])
        expect([unit, lead, best(() => cleanGitText(text, target)) < 250]).toEqual([unit, lead, true])
      }
    }
  })

  test('shows no credential, however far back it begins and whatever is taken out before it', () => {
    const token = target.token.reveal()
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(token, basic, `https://x:${token}@h/`, 'a', ' ', 'x'.repeat(60), `Bearer ${token}`, '\n'),
          {
            maxLength: 400,
          },
        ),
        (parts) => {
          const said = cleanGitText(parts.join(''), target)
          expect(said.length).toBeLessThanOrEqual(301)
          for (const secret of [token, basic]) {
            for (let at = 0; at + 12 <= secret.length; at += 4) expect(said).not.toContain(secret.slice(at, at + 12))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('taking credentials out of a text takes linear time', () => {
  const redactor = new Redactor()
  redactor.add('canary-secret-0000000000000000', 'dev@example.com')
  for (const unit of [
    'eyJ-',
    'eyJ_',
    'eyJ.',
    'eyJaaaaaaaa.eyJ',
    'ghp_',
    'ghp-',
    'github_pat_',
    'ATATT3x',
    'ATATT3x-',
    'canary-',
  ]) {
    const text = unit.repeat(Math.ceil((1024 * 1024) / unit.length))
    const times = [1, 2, 3].map(() => {
      const began = performance.now()
      redactor.redact(text)
      return performance.now() - began
    })
    expect([unit, Math.min(...times) < 1000]).toEqual([unit, true])
  }
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0cyJ9.c2lnbmF0dXJlLW9mLWEtdG9rZW4'
  for (const before of ['', ' ', '"', 'Bearer ', 'jwt=', '/', ':'])
    expect(redactor.redact(before + jwt)).toBe(`${before}***`)
})

/**
 * A caller of the Python service changes nothing but the host: each promise of that service's page, with its own words and
 * members and no others, over real HTTP. What differs stands in docs/migration.md.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import { readConfig } from '../../src/core/config.ts'
import type { Problem } from '../../src/faces/http/problem.ts'
import { githubToken, jiraToken, openScene, secret, secrets, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
let world: World
let server: RunningServer
let jira: Awaited<ReturnType<World['jira']['addSite']>>

beforeAll(async () => {
  world = await openScene()
  jira = await world.jira.addSite({ kind: 'data-center' })
  jira.addToken(jiraToken)
  jira.addProject('SEC')
  server = await startServer()
})

afterAll(async () => {
  expect(world.violations).toEqual([])
  await server.stop()
  await world.stop()
})

const post = (body: unknown, token?: string | null, headers: Readonly<Record<string, string>> = {}) =>
  server.fetch(route, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
    ...(token === undefined ? {} : { token }),
  })
const read = async <T = WireResponse>(answer: Response) => (await answer.json()) as T

interface Vulnerability {
  readonly package_name: string
  readonly current_version: string
  readonly safe_version: string
  readonly file: string
}

const lodash: Vulnerability = {
  package_name: 'lodash',
  current_version: '4.17.19',
  safe_version: '4.17.21',
  file: 'package.json',
}

/** The request as that service's callers write it. */
function request(summary: string, packages: readonly Vulnerability[] = [lodash], repository = 'acme/app') {
  const site = { server_url: jira.url, pat: jiraToken }
  const url = `${world.github.url}/${repository}`
  const versions = ({ file: _, ...given }: Vulnerability) => given
  const named = (one: Vulnerability) => `${summary}: ${one.package_name} in ${one.file}`
  return {
    vulnerabilities: packages.map((one) => ({
      ...versions(one),
      ...{ severity: 'high', cve: 'CVE-2021-23337', description: 'd', advisory_link: 'l' },
    })),
    repo_url: url,
    github_pat: githubToken,
    jira_issue_requests: packages.map((one) => ({
      ...site,
      api_version: '2',
      fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: named(one), description: 'A hole.' },
    })),
    github_pr_requests: packages.map((one) => ({
      repo_url: url,
      github_pat: githubToken,
      branch_name: 'defect/{{jira_key}}',
      base_branch: 'main',
      title: named(one),
      body: 'Fixes a hole.',
      ...versions(one),
      dependency_files: [one.file],
    })),
    jira_comment_requests: packages.map(() => ({ ...site, issue_key: '', body: 'A pull request is open.' })),
    dry_run: false,
  }
}

describe('POST /internal/create-issues-and-prs', () => {
  test('creates the issue from the given fields, the branch, the pull request and the comment: 200', async () => {
    const answer = await post(request('whole'))
    const body = await read(answer)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(body).toMatchObject({
      status: 'completed',
      total_issues_created: 1,
      total_prs_created: 1,
      total_comments_created: 1,
      results: [
        {
          package_name: 'lodash',
          severity: 'high',
          status: 'created',
          jira_ticket: expect.stringMatching(/^SEC-\d+$/),
          pull_request_url: expect.stringMatching(/\/acme\/app\/pull\/\d+$/),
          fix_branch: expect.stringMatching(/^defect\/SEC-\d+$/),
        },
      ],
    })
    const [result] = body.results
    const issue = jira.issues.find(({ key }) => key === result?.jira_ticket)
    expect(issue?.fields).toMatchObject({ summary: 'whole: lodash in package.json', description: 'A hole.' })
    const said = issue?.comments.map((comment) => String(comment.body))
    expect(said).toEqual([`A pull request is open.\n\n${result?.pull_request_url}`])
  })

  test('with no comments given it links the pull request all the same', async () => {
    const { jira_comment_requests: _, ...body } = request('no comments')
    const { results, total_comments_created } = await read(await post(body))
    expect(total_comments_created).toBe(1)
    const issue = jira.issues.find(({ key }) => key === results[0]?.jira_ticket)
    expect(String(issue?.comments[0]?.body)).toContain(String(results[0]?.pull_request_url))
  })

  test('dry_run validates and changes nothing anywhere', async () => {
    const before = world.writes().total
    const answer = await post({ ...request('dry'), dry_run: true })
    expect(answer.status).toBe(200)
    expect(await read(answer)).toMatchObject({
      ...{ status: 'completed', dry_run: true, total_issues_created: 0, total_prs_created: 0 },
      results: [{ status: 'planned', jira_ticket: null, pull_request_url: null }],
    })
    expect(world.writes().total).toBe(before)
  })

  test('one item that fails does not stop the others: 200', async () => {
    const absent = {
      ...lodash,
      package_name: 'left-pad',
      current_version: '1.3.0',
      safe_version: '1.3.1',
      file: 'no.json',
    }
    const answer = await post(request('one fails', [{ ...absent, file: 'x/package.json' }, lodash]))
    expect(answer.status).toBe(200)
    expect((await read(answer)).results.map(({ status }) => status)).toEqual(['failed', 'created'])
  })

  test.each([
    ['jira_issue_requests', 2],
    ['jira_issue_requests', 0],
    ['github_pr_requests', 2],
    ['github_pr_requests', 0],
  ] as const)('%s with %i entries for one package: 400 with error and detail', async (list, count) => {
    const before = world.requests.length
    const body = request('counts')
    const answer = await post({ ...body, [list]: Array.from({ length: count }, () => body[list][0]) })
    const told = await read<Problem>(answer)
    expect(answer.status).toBe(400)
    expect(told).toMatchObject({ error: 'Bad Request', detail: expect.stringContaining(`/${list}: expected`) })
    expect(world.requests.length).toBe(before)
  })

  test('401 without a token, with a bad and with an old one, byte for byte the same', async () => {
    const body = request('tokens')
    const answers = await Promise.all([
      post(body, null),
      post(body, 'nonsense'),
      post(body, await tokenFor({}, 'another secret that is long enough for HS256')),
      post(body, await tokenFor({}, secret, '-5m')),
      post(body, await tokenFor({ request_sha256: '0'.repeat(64) })),
      post(body, null, { authorization: `Basic ${btoa('user:password')}` }),
    ])
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(new Set(bodies).size).toBe(1)
    expect(JSON.parse(bodies[0] as string)).toMatchObject({ error: 'Unauthorized', detail: 'The token was refused.' })
  })
})

describe('what its callers send', () => {
  const planned = async (body: object) => {
    const answer = await post({ ...body, dry_run: true })
    const { results, warnings } = await read(answer)
    return [answer.status, results.map(({ status }) => status), warnings]
  }

  test('null where a member may be left out, as its models write it', async () => {
    const body = request('nulls')
    const nulls = { description: null, advisory_link: null, severity: null, cve: null }
    expect(
      await planned({
        ...body,
        vulnerabilities: body.vulnerabilities.map((one) => ({ ...one, ...nulls })),
        github_pr_requests: body.github_pr_requests.map((one) => ({
          ...one,
          base_branch: null,
          dependency_files: null,
        })),
        jira_comment_requests: null,
      }),
    ).toEqual([200, ['planned'], []])
    const missing = { ...body, jira_issue_requests: null }
    expect((await read<Problem>(await post(missing))).faults).toMatchObject([{ pointer: '/jira_issue_requests' }])
  })

  test('empty texts where nothing is known of the hole', async () => {
    const body = request('empty')
    const empty = { description: '', advisory_link: '', severity: '', cve: '' }
    expect(
      await planned({ ...body, vulnerabilities: body.vulnerabilities.map((one) => ({ ...one, ...empty })) }),
    ).toEqual([200, ['planned'], []])
  })

  test('addresses with .git or a slash at their end, and members of its own in an item', async () => {
    const body = request('addresses')
    const repo_url = `${world.github.url}/acme/app.git`
    expect(
      await planned({
        ...body,
        ...{ repo_url: `${world.github.url}/acme/app/` },
        vulnerabilities: body.vulnerabilities.map((one) => ({ ...one, scanner: 'x', score: 9.8 })),
        jira_issue_requests: body.jira_issue_requests.map((one) => ({ ...one, server_url: `${jira.url}/` })),
        github_pr_requests: body.github_pr_requests.map((one) => ({ ...one, repo_url })),
      }),
    ).toEqual([200, ['planned'], []])
  })

  test('no dependency_files: they are found', async () => {
    const body = request('found')
    const github_pr_requests = body.github_pr_requests.map((one) => ({ ...one, dependency_files: [] }))
    const { results } = await read(await post({ ...body, github_pr_requests, dry_run: true }))
    expect(results[0]?.edits).toMatchObject([{ path: 'package.json', before: '^4.17.19', after: '^4.17.21' }])
  })
})

describe('the files that it updates', () => {
  const raise = (package_name: string, current_version: string, safe_version: string, file: string) => ({
    ...{ package_name, current_version, safe_version, file },
  })
  const jackson = 'com.fasterxml.jackson.core:jackson-databind'
  const dependency = `<dependency><groupId>com.fasterxml.jackson.core</groupId>
  <artifactId>jackson-databind</artifactId><version>2.15.0</version></dependency>`
  const files = {
    'package.json': '{ "dependencies": { "lodash": "^4.17.19" } }\n',
    'requirements.txt': 'requests==2.31.0\n',
    'requirements-dev.txt': 'pytest==7.4.0\n',
    'go.mod': 'module example.com/a\n\nrequire golang.org/x/net v0.17.0\n',
    'pom.xml': `<project><dependencies>${dependency}</dependencies></project>\n`,
    'groovy/build.gradle': `dependencies {\n  implementation '${jackson}:2.15.0'\n}\n`,
    'kotlin/build.gradle.kts': `dependencies {\n  implementation("${jackson}:2.15.0")\n}\n`,
    Gemfile: "gem 'rack', '2.2.3'\n",
  }
  const packages: readonly Vulnerability[] = [
    raise('lodash', '4.17.19', '4.17.21', 'package.json'),
    raise('requests', '2.31.0', '2.32.4', 'requirements.txt'),
    raise('pytest', '7.4.0', '7.4.4', 'requirements-dev.txt'),
    raise('golang.org/x/net', 'v0.17.0', 'v0.23.0', 'go.mod'),
    raise(jackson, '2.15.0', '2.15.4', 'pom.xml'),
    raise(jackson, '2.15.0', '2.15.4', 'groovy/build.gradle'),
    raise(jackson, '2.15.0', '2.15.4', 'kotlin/build.gradle.kts'),
    raise('rack', '2.2.3', '2.2.8', 'Gemfile'),
  ]
  let repository: Awaited<ReturnType<World['github']['addRepository']>>

  beforeAll(async () => {
    repository = await world.github.addRepository('acme/all', files)
  })

  test('each is raised on a branch of its own, and nothing else in it changes', async () => {
    const { results } = await read(await post(request('all files', packages, 'acme/all')))
    expect(results.map(({ package_name, status }) => [package_name, status])).toEqual(
      packages.map(({ package_name }) => [package_name, 'created']),
    )
    for (const [index, { file, current_version, safe_version }] of packages.entries()) {
      const before = files[file as keyof typeof files]
      const branch = results[index]?.fix_branch as string
      expect(await repository.text(branch, file)).toBe(before.replace(current_version, safe_version))
      for (const other of Object.keys(files).filter((name) => name !== file)) {
        expect(await repository.text(branch, other)).toBe(files[other as keyof typeof files])
      }
    }
  })
})

describe('beside it', () => {
  test('GET /health needs no token and has the time in IST', async () => {
    const answer = await fetch(`${server.url}/health`)
    const { timestamp } = (await answer.json()) as { timestamp: string }
    expect([answer.status, timestamp]).toEqual([200, expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+05:30$/)])
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000)
    expect((await server.fetch('/health', { token: 'nonsense' })).status).toBe(200)
  })

  test('/docs, /redoc and /openapi.json are there when the server runs', async () => {
    for (const [path, type] of [
      ['/docs', 'text/html; charset=utf-8'],
      ['/redoc', 'text/html; charset=utf-8'],
      ['/openapi.json', 'application/json'],
    ] as const) {
      const answer = await fetch(`${server.url}${path}`)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, type])
    }
    const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as { paths: object }
    expect(Object.keys(paths)).toEqual(expect.arrayContaining([route, '/health']))
  })

  test('port 8081, HS256 by default, the secret in JWT_SECRET_KEY', () => {
    expect(readConfig({})).toMatchObject({ PORT: 8081, JWT_ALGORITHM: 'HS256' })
  })

  test('log lines begin with the time in IST, and hold no credential', () => {
    const lines = server.log().trim().split('\n')
    expect(lines.filter((line) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+05:30 /.test(line))).toEqual([])
    for (const one of secrets) expect(server.log()).not.toContain(one)
  })
})

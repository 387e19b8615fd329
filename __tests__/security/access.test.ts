/** Least privilege: `check --request` says of each token what it needs and what it has, by reads alone. */
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { projectNeeds, repositoryNeeds } from '../../src/batch/needs.ts'
import type { AccessReport, Right } from '../../src/core/access.ts'
import { readConfig } from '../../src/core/config.ts'
import { requestDigest } from '../../src/request/accept.ts'
import { normalise } from '../../src/request/normalise.ts'
import { ownHosts } from '../../src/request/own-hosts.ts'
import { parseRequest } from '../../src/request/parse.ts'
import { seal } from '../../src/request/sealed.ts'
import type { TokenOptions as GitHubTokenOptions } from '../support/github/state.ts'
import type { TokenOptions as JiraTokenOptions } from '../support/jira/state.ts'
import { isWrite } from '../support/request-log.ts'
import { findLeaks } from '../support/runner/secret-forms.ts'
import { runCommand } from '../support/runner.ts'
import {
  githubToken,
  jiraEmail,
  jiraToken,
  openScene,
  requestFor,
  secret,
  secrets,
  tokenFor,
  type Wish,
} from '../support/scene.ts'
import type { World, WorldOptions } from '../support/world.ts'

let world: World
const open = async (options: WorldOptions = {}) => {
  world = await openScene(options)
}
beforeEach(() => open())
afterEach(async () => {
  const { violations, requests } = world
  const written = requests.filter(isWrite).map(({ method, path }) => `${method} ${path}`)
  await world.stop()
  expect([violations, written]).toEqual([[], []])
})

interface Told {
  readonly ok: boolean
  readonly access: readonly AccessReport[]
  readonly findings: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

async function check(request: unknown, env: Readonly<Record<string, string>> = {}, more: readonly string[] = []) {
  const stdin = typeof request === 'string' ? request : JSON.stringify(request)
  const done = await runCommand(['check', '--request', '-', '--json'], {
    stdin,
    env: { JWT_SECRET_KEY: secret, ...env },
  })
  expect(findLeaks({ stdout: done.stdout, stderr: done.stderr }, [...secrets, ...more])).toEqual([])
  if (!done.stdout.startsWith('{')) throw new Error(`no findings: ${done.stderr}`)
  const told = JSON.parse(done.stdout) as Told
  expect(done.exitCode).toBe(told.ok ? 0 : 1)
  return told
}

/** `yes Contents: read`, … of one place. */
const rightsOf = (report: AccessReport | undefined) => report?.rights.map(({ held, name }) => `${held} ${name}`)
const rightOf = (report: AccessReport | undefined, name: string) =>
  report?.rights.find((right) => right.name.startsWith(name)) as Right

describe('a GitHub token', () => {
  const read = 'Contents: read'
  const push = 'Contents: write'
  const pull = 'Pull requests: write'
  const members = 'Members: read (organisation)'
  const contents = { contents: 'write' } as const
  const all = { contents: 'write', pull_requests: 'write' } as const

  interface Case {
    readonly name: string
    readonly token: string
    readonly options: GitHubTokenOptions
    readonly private?: boolean
    readonly archived?: boolean
    readonly pull?: Wish['pull']
    readonly rights: readonly string[]
    readonly told?: RegExp
    readonly surplus?: readonly string[]
    readonly advice?: RegExp
  }

  const classic = 'ghp_classicToken000000000000000000000009'
  const fine = 'github_pat_fineGrainedToken00000000000009'
  const app = 'ghs_tokenOfAnApp000000000000000000000009'
  const cases: readonly Case[] = [
    {
      name: 'classic with `repo` in a private repository: all, and nothing too much',
      ...{ token: classic, options: { scopes: ['repo'] }, private: true },
      ...{
        rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`],
        surplus: [],
        told: /^classic token of octocat, scopes: repo$/,
      },
    },
    {
      name: 'classic with `public_repo` in a public repository: all',
      ...{ token: classic, options: { scopes: ['public_repo'] } },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`], surplus: [] },
    },
    {
      name: 'classic with more than it needs: named',
      ...{ token: classic, options: { scopes: ['repo', 'admin:org', 'delete_repo', 'workflow'] }, private: true },
      rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`],
      surplus: ['admin:org', 'delete_repo', 'workflow'],
    },
    {
      name: 'classic with `repo` where `public_repo` is enough: named',
      ...{ token: classic, options: { scopes: ['repo'] } },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`], surplus: ['repo (public_repo is enough here)'] },
    },
    {
      name: 'classic with no scope',
      ...{ token: classic, options: { scopes: [] } },
      ...{ rights: [`yes ${read}`, `no ${push}`, `no ${pull}`], advice: /`public_repo` \(or `repo`\)/ },
    },
    {
      name: 'classic of a user who may only read',
      ...{ token: classic, options: { role: 'read', login: 'reader' } },
      ...{ rights: [`yes ${read}`, `no ${push}`, `yes ${pull}`], advice: /Give that user write access/ },
    },
    {
      name: 'classic with team reviewers, without the scope for them',
      ...{ token: classic, options: { scopes: ['repo'] }, private: true, pull: { team_reviewers: ['security'] } },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`, `no ${members}`], advice: /`read:org`/ },
    },
    {
      name: 'classic with team reviewers and the scope for them',
      ...{ token: classic, options: { scopes: ['repo', 'read:org'] }, private: true },
      pull: { team_reviewers: ['security'] },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `yes ${pull}`, `yes ${members}`], surplus: [] },
    },
    {
      name: 'fine-grained with all: what no read tells is said to be unknown',
      ...{ token: fine, options: { kind: 'fine-grained', permissions: all, expires: '2026-12-24 10:00:00 UTC' } },
      private: true,
      rights: [`yes ${read}`, `yes ${push}`, `unknown ${pull}`],
      told: /^fine-grained token of octocat, expires 2026-12-24 10:00:00 UTC$/,
    },
    {
      name: 'fine-grained that may only read',
      ...{ token: fine, options: { kind: 'fine-grained', permissions: { contents: 'read', pull_requests: 'read' } } },
      ...{ private: true, rights: [`yes ${read}`, `no ${push}`, `unknown ${pull}`] },
      advice: /Give the token "Contents: read and write" for acme\/app/,
    },
    {
      name: 'fine-grained that may not even read pull requests',
      ...{ token: fine, options: { kind: 'fine-grained', permissions: contents }, private: true },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `no ${pull}`], advice: /"Pull requests: read and write"/ },
    },
    {
      name: 'fine-grained without contents',
      ...{ token: fine, options: { kind: 'fine-grained', permissions: { pull_requests: 'write' } }, private: true },
      rights: [`no ${read}`, `unknown ${push}`, `unknown ${pull}`],
    },
    {
      name: 'fine-grained for another repository',
      ...{ token: fine, options: { kind: 'fine-grained', repositories: ['acme/other'] }, private: true },
      ...{ rights: ['no Metadata: read'], told: /not accepted, or not seen/, advice: /access to this repository/ },
    },
    {
      name: "an App's",
      ...{ token: app, options: { kind: 'installation', permissions: all }, private: true },
      ...{ rights: [`yes ${read}`, `yes ${push}`, `unknown ${pull}`], told: /^a GitHub App's token$/ },
    },
    {
      name: "an App's that may not write contents",
      ...{ token: app, options: { kind: 'installation', permissions: { contents: 'read' } } },
      ...{
        rights: [`yes ${read}`, `no ${push}`, `unknown ${pull}`],
        advice: /Give the App "Contents: read and write"/,
      },
    },
    {
      name: "Actions' own, with team reviewers",
      ...{ token: app, options: { kind: 'actions' }, pull: { team_reviewers: ['security'] } },
      rights: [`yes ${read}`, `yes ${push}`, `unknown ${pull}`, `no ${members}`],
      ...{ told: /^Actions' own GITHUB_TOKEN$/, advice: /Allow GitHub Actions to create and approve pull requests/ },
    },
    {
      name: 'any, where the repository is archived',
      ...{ token: classic, options: {}, archived: true },
      ...{ rights: [`yes ${read}`, `no ${push}`, `yes ${pull}`], advice: /Unarchive it/ },
    },
  ]

  test.each(cases)('$name', async (one) => {
    world.github.addToken(one.token, one.options)
    Object.assign(world.github.repository('acme/app') ?? {}, {
      private: one.private ?? false,
      archived: one.archived ?? false,
    })
    const told = await check(requestFor(world, [{ pull: one.pull ?? {} }], { github_pat: one.token }), {}, [one.token])
    const [report] = told.access
    expect(rightsOf(report)).toEqual(one.rights)
    if (one.told) expect(report?.token).toMatch(one.told)
    if (one.surplus) expect(report?.surplus).toEqual(one.surplus)
    if (one.advice) expect(report?.rights.map(({ advice }) => advice).join('\n')).toMatch(one.advice)
    const missing = one.rights.some((right) => right.startsWith('no '))
    if (missing) expect(told.ok).toBe(false)
    // Whoever is told that something is wrong, or cannot be seen, is told what to do.
    for (const right of report?.rights ?? [])
      expect([right.name, right.advice !== '']).toEqual([right.name, right.held !== 'yes'])
  })

  test('that is wrong, and a repository that is not there', async () => {
    const wrong = await check(requestFor(world, [{}], { github_pat: 'ghp_wrongToken00000000000000000000000009' }))
    expect(wrong.access[0]?.rights).toMatchObject([{ held: 'no', seen: 'GitHub does not accept this token.' }])
    const absent = await check(requestFor(world, [{}], { repo_url: `${world.github.url}/acme/absent` }))
    expect(rightOf(absent.access[0], 'Metadata')).toMatchObject({
      held: 'no',
      seen: expect.stringMatching(/^acme\/absent is not there/),
    })
  })

  test('of a renamed repository is judged where it is now', async () => {
    world.github.addToken(fine, { kind: 'fine-grained', permissions: all })
    world.github.renameRepository('acme/app', 'acme/moved')
    const { access } = await check(requestFor(world, [{}], { github_pat: fine }), {}, [fine])
    expect(rightsOf(access[0])).toEqual([`yes ${read}`, `yes ${push}`, `unknown ${pull}`])
  })

  test('a base branch that is not there is no missing right: the item says so', async () => {
    const told = await check(requestFor(world, [{ pull: { base_branch: 'nowhere' } }]))
    expect(rightsOf(told.access[0])).toEqual([`yes ${read}`, `yes ${push}`, `yes ${pull}`])
    expect(told.findings.find(({ name }) => name === 'item lodash')).toMatchObject({ ok: false })
  })

  test('each repository and token is judged once, however many items there are', async () => {
    world.github.addToken(classic, { scopes: ['repo'] })
    const wishes = Array.from({ length: 12 }, (_, at) => ({
      pull: { title: `t${at}`, ...(at % 2 === 0 ? { github_pat: classic } : {}) },
    }))
    const { access } = await check(requestFor(world, wishes), {}, [classic])
    expect(access.map(({ place }) => place.replace(/ on .*/, ''))).toEqual(['acme/app', 'acme/app', 'SEC'])
    expect(world.requests.filter(({ path }) => path.endsWith('/user')).length).toBe(2)
  })
})

describe('a Jira token', () => {
  const poor = 'canary-poor-jira-token-000000000000000009'
  const both = ['cloud', 'data-center'] as const
  const site = (kind: (typeof both)[number]) => (kind === 'cloud' ? {} : { email: undefined, api_version: '2' })
  const judged = async (kind: (typeof both)[number], options: JiraTokenOptions, fields = {}, env = {}) => {
    if (kind === 'data-center') {
      await world.stop()
      await open({ jira: { kind, contextPath: '/jira' } })
    }
    world.jira.addToken(poor, { email: jiraEmail, ...options })
    const issue = { ...site(kind), pat: poor, fields: { project: { key: 'SEC' }, summary: 's', ...fields } }
    const told = await check(requestFor(world, [{ issue }]), env, [poor])
    return told.access.find(({ place }) => place.startsWith('SEC')) as AccessReport
  }

  test.each(both)('with all that is needed, on %s', async (kind) => {
    const report = await judged(kind, {}, {}, { LINK_PULL_REQUEST: 'true' })
    expect(rightsOf(report)).toEqual([
      'yes BROWSE_PROJECTS',
      'yes CREATE_ISSUES',
      'yes ADD_COMMENTS',
      'yes LINK_ISSUES',
    ])
    expect([report.token, report.surplus]).toEqual(['token of dev', []])
  })

  test.each(both)('that may not comment, on %s; and only what the request uses is asked for', async (kind) => {
    const report = await judged(kind, { permissions: ['browse', 'create'] }, { assignee: { name: 'x' } })
    expect(rightsOf(report)).toEqual([
      'yes BROWSE_PROJECTS',
      'yes CREATE_ISSUES',
      'no ASSIGN_ISSUES',
      'no ADD_COMMENTS',
    ])
    expect(rightOf(report, 'ADD_COMMENTS').advice).toBe("Give the token's user ADD_COMMENTS in SEC.")
    await world.stop()
    await open()
    const silent = await judged('cloud', { permissions: ['browse', 'create'] }, {}, { COMMENT_ON_ISSUE: 'false' })
    expect(rightsOf(silent)).toEqual(['yes BROWSE_PROJECTS', 'yes CREATE_ISSUES'])
  })

  test.each(both)('that may not see the project, on %s', async (kind) => {
    const report = await judged(kind, { projects: ['OTHER'] })
    expect(rightsOf(report)).toEqual(['no BROWSE_PROJECTS', 'no CREATE_ISSUES', 'no ADD_COMMENTS'])
    expect(report.rights[0]?.seen).toMatch(/it is not there, or this token may not see it/)
  })

  test.each(both)('that is wrong, on %s: Cloud answers those as nobody', async (kind) => {
    if (kind === 'data-center') {
      await world.stop()
      await open({ jira: { kind } })
    }
    const { access } = await check(requestFor(world, [{ issue: { ...site(kind), pat: 'wrong-jira-token' } }]))
    const report = access[1]
    expect(rightsOf(report)).toEqual(['no BROWSE_PROJECTS', 'no CREATE_ISSUES', 'no ADD_COMMENTS'])
    expect(report?.rights[0]).toMatchObject({ seen: expect.stringMatching(/credentials were not accepted/) })
  })

  test('that may administer Jira has more than it needs', async () => {
    const report = await judged('cloud', {
      permissions: ['browse', 'create', 'comment', 'administer'],
    })
    expect([rightsOf(report)?.every((right) => right.startsWith('yes')), report.surplus]).toEqual([
      true,
      ['ADMINISTER'],
    ])
  })

  test('with scopes: they cannot be read, and that is said', async () => {
    const scoped = 'canary-scoped-jira-token-0000000000000009'
    world.jira.addToken(scoped, { email: jiraEmail, scoped: true })
    const issue = { pat: scoped, server_url: world.jira.scopedUrl }
    const { access } = await check(requestFor(world, [{ issue }]), {}, [scoped])
    expect(rightsOf(access[1])?.at(-1)).toBe('unknown scopes read:jira-work, write:jira-work')
  })

  test('of a Jira that does not name a permission, or names no project, is not guessed at', async () => {
    world.fault({ kind: 'status', server: 'jira', path: /mypermissions/, status: 200, body: { permissions: {} } })
    const { access, ok } = await check(requestFor(world))
    expect([rightsOf(access[1]), ok]).toEqual([
      ['unknown BROWSE_PROJECTS', 'unknown CREATE_ISSUES', 'unknown ADD_COMMENTS'],
      true,
    ])
    const nowhere = await check(requestFor(world, [{ issue: { fields: { summary: 's' } } }]))
    expect([rightsOf(nowhere.access[1]), nowhere.ok]).toEqual([['no project'], false])
  })
})

test('the needs of a batch: each place once, with what is used there', () => {
  const wishes: Wish[] = [
    { pull: { labels: ['a'], title: '1' } },
    { pull: { reviewers: ['b'], assignees: ['c'], base_branch: 'next', title: '2' } },
    {
      issue: { fields: { project: { id: '10100' }, reporter: {}, duedate: 'x', fixVersions: [], security: {} } },
      pull: { title: '3' },
    },
  ]
  const comments = [
    { body: 'x' },
    { body: 'x', issue_key: 'OPS-7' },
    { body: 'x', server_url: 'https://other.example', pat: 'p' },
  ]
  const parsed = parseRequest(requestFor(world, wishes, { jira_comment_requests: comments }), { allowLoopback: true })
  const { items } = normalise(parsed, { credentials: {}, ownHosts: ownHosts(readConfig({})), allowLoopback: true })
  expect(repositoryNeeds(items)).toMatchObject([
    { bases: [undefined, 'next'], extras: ['labels', 'assignees', 'reviewers'] },
  ])
  const told = projectNeeds(items, { commentOnIssue: true, linkPullRequest: true }).map(
    ({ site, project, actions }) => [new URL(site.serverUrl).hostname, project, actions.join(', ')],
  )
  const guarded = 'set the reporter, set the due date, set fix versions, set the security level'
  expect(told).toEqual([
    ['127.0.0.1', 'SEC', 'browse, create, comment, link'],
    ['127.0.0.1', 'OPS', 'browse, comment'],
    ['127.0.0.1', '10100', `browse, create, ${guarded}, link`],
    ['other.example', '10100', 'browse, comment'],
  ])
})

describe('check --request', () => {
  test('takes a sealed request, judges its token without using it up, and shows neither', async () => {
    const request = requestFor(world)
    const jwt = await tokenFor({ request_sha256: requestDigest({ value: request }), jti: 'x' })
    const shared = await check(await seal({ jwt, request }, { secret }), { JWT_REPLAY_GUARD: 'true' }, [jwt])
    expect(shared.ok).toBe(true)
    expect(shared.findings.find(({ name }) => name === 'token inside')).toMatchObject({ ok: true })
    const pair = generateKeyPairSync('x25519')
    const env = { SEAL_PRIVATE_KEY: String(pair.privateKey.export({ format: 'pem', type: 'pkcs8' })) }
    const other = await tokenFor({}, 'x'.repeat(40))
    const told = await check(await seal({ jwt: other, request }, { publicKey: pair.publicKey }), env, [other])
    expect([told.ok, told.findings.find(({ name }) => name === 'token inside')?.ok]).toEqual([false, false])
    expect(told.access.length).toBe(2)
  })

  test('prints a table for each place: has, needed, what for, how seen, and what to do', async () => {
    const poor = 'github_pat_poorToken0000000000000000009'
    world.github.addToken(poor, { kind: 'fine-grained', permissions: { contents: 'read' } })
    const stdin = JSON.stringify(requestFor(world, [{}], { github_pat: poor }))
    const { stdout, exitCode } = await runCommand(['check', '--request', '-'], {
      stdin,
      env: { JWT_SECRET_KEY: secret },
    })
    expect(exitCode).toBe(1)
    const table = stdout.slice(stdout.indexOf('\n\n') + 2).replaceAll(/:\d{4,5}/g, '')
    expect(table).toBe(`acme/app on 127.0.0.1: fine-grained token of octocat
  has      needed                to                                                       seen
  yes      Contents: read        read the base branch and its manifests                   the repository is public
  MISSING  Contents: write       push branches                                            git does not take a push with it
           → Give the token "Contents: read and write" for acme/app.
  unknown  Pull requests: write  open pull requests, set labels, assignees and reviewers  no read tells it; GitHub shows it at the first write
           → Give the token "Pull requests: read and write" for acme/app.

SEC on 127.0.0.1: token of dev
  has      needed                to                                                       seen
  yes      BROWSE_PROJECTS       find issues of earlier runs                              Jira says so
  yes      CREATE_ISSUES         create issues                                            Jira says so
  yes      ADD_COMMENTS          comment on issues                                        Jira says so
`)
  })

  test('a name that a server gives forges no line, and no command of a runner', async () => {
    world.jira.addToken('jira-token-of-nobody', {
      email: 'nobody@example.com',
      displayName: 'x\n  yes      ADMINISTER\n::error::pwned\r##[error]\u001b[31m\u2028::debug::x',
    })
    const stdin = JSON.stringify(
      requestFor(world, [{ issue: { pat: 'jira-token-of-nobody', email: 'nobody@example.com' } }]),
    )
    const { stdout } = await runCommand(['check', '--request', '-'], { stdin, env: { JWT_SECRET_KEY: secret } })
    expect(stdout).toMatch(
      /^SEC on [\w.:]+: token of x {2,}yes +ADMINISTER ::error::pwned ## \[error\] \[31m ::debug::x$/m,
    )
    expect(stdout).not.toMatch(/^\s*::|##\[|\u001b/m)
  })

  test('far sides that do not answer are told as what is missing', async () => {
    world.fault({ kind: 'status', server: 'github', status: 403, times: Number.POSITIVE_INFINITY })
    world.fault({ kind: 'status', server: 'jira', status: 404, times: Number.POSITIVE_INFINITY })
    const { ok, access } = await check(requestFor(world))
    expect([ok, access.map((report) => report.rights[0]?.held)]).toEqual([false, ['no', 'no']])
    expect(access[0]?.rights[0]?.seen).toMatch(/This token may not read the repository/)
  })

  test('a token of the environment is judged like one of the request, and never shown', async () => {
    const request = requestFor(world, [{ issue: { pat: undefined, email: undefined } }], { github_pat: undefined })
    const env = { GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail }
    const { ok, access } = await check(request, env)
    expect([ok, access.flatMap(({ rights }) => rights).every(({ held }) => held === 'yes')]).toEqual([true, true])
  })
})

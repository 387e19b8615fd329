/** The operator's own tokens: whoever may send a batch may act with them, and cannot have them sent to a host of theirs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/core/config.ts'
import { asFailure } from '../../src/core/errors.ts'
import { Redactor } from '../../src/core/redact.ts'
import { acceptRequest } from '../../src/request/accept.ts'
import { faultsOf } from '../../src/request/faults.ts'
import { runAction, runCommand } from '../support/runner.ts'
import { githubToken, jiraToken, openScene, requestFor, secret, secrets, tokenFor } from '../support/scene.ts'
import { startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openScene()
})
afterAll(() => world.stop())

interface Hosts {
  readonly repo_url?: string
  readonly server_url?: string
  /** Of a comment on another site. */
  readonly comment?: string
  readonly pat?: string
  readonly github_pat?: string
}

/** A request that names hosts, and no credential unless one is given. */
function request({ repo_url, server_url, comment, pat, github_pat }: Hosts): Record<string, unknown> {
  const issue = { pat, email: undefined, ...(server_url === undefined ? {} : { server_url }) }
  const base = requestFor(world, [{ issue }], { github_pat })
  return {
    ...base,
    ...(repo_url === undefined ? {} : { repo_url }),
    ...(comment === undefined ? {} : { jira_comment_requests: [{ body: 'x', server_url: comment }] }),
  }
}

/** The pointers of the faults that the door finds, with tokens of the operator's at hand. */
function faults(hosts: Hosts, env: Readonly<Record<string, string>> = {}): string[] {
  const config = readConfig({ ALLOW_LOOPBACK: 'true', ...env })
  const credentials = { githubToken, jiraToken }
  try {
    acceptRequest({ value: request(hosts) }, { config, redactor: new Redactor(), credentials })
    return []
  } catch (error) {
    const failure = asFailure(error)
    expect(failure.code).toBe('request-refused')
    return faultsOf(failure).map(({ pointer }) => pointer)
  }
}

describe('which hosts they are for', () => {
  const github = '/repo_url'
  const jira = '/jira_issue_requests/0/server_url'
  const comment = '/jira_comment_requests/0/server_url'
  const evil = 'https://evil.example'

  const table: [string, Hosts, Readonly<Record<string, string>>, string[]][] = [
    ['GitHub itself', { repo_url: 'https://github.com/o/n' }, {}, []],
    ['a tenant of ghe.com', { repo_url: 'https://acme.ghe.com/o/n' }, {}, []],
    ['any other host', { repo_url: `${evil}/o/n` }, {}, [github]],
    ['a host that looks like GitHub', { repo_url: 'https://github.com.evil.example/o/n' }, {}, [github]],
    ['one that ends like it', { repo_url: 'https://evilgithub.com/o/n' }, {}, [github]],
    ['gist.github.com', { repo_url: 'https://gist.github.com/o/n' }, {}, [github]],
    ['the server of the runner', { repo_url: 'https://ghes.corp/o/n' }, { GITHUB_SERVER_URL: 'https://ghes.corp' }, []],
    ['another than that', { repo_url: `${evil}/o/n` }, { GITHUB_SERVER_URL: 'https://ghes.corp' }, [github]],
    [
      'the server of the API',
      { repo_url: 'https://ghes.corp/o/n' },
      { GITHUB_API_URL: 'https://ghes.corp/api/v3' },
      [],
    ],
    ['the server of a tenant', { repo_url: 'https://a.example/o/n' }, { GITHUB_API_URL: 'https://api.a.example' }, []],
    ['a host that is named', { repo_url: `${evil}/o/n` }, { ALLOWED_HOSTS: 'evil.example' }, []],
    ['a GitHub server for Jira', { server_url: 'https://github.com' }, {}, [jira]],
    ['a site of Jira Cloud', { server_url: 'https://acme.atlassian.net' }, {}, []],
    ['a scoped site of Jira Cloud', { server_url: 'https://api.atlassian.com/ex/jira/1' }, {}, []],
    ['any other Jira', { server_url: `${evil}/jira` }, {}, [jira]],
    ['one that looks like Cloud', { server_url: 'https://atlassian.net.evil.example' }, {}, [jira]],
    ['one that ends like it', { server_url: 'https://evilatlassian.net' }, {}, [jira]],
    ['a Jira that is named', { server_url: 'https://jira.corp.example' }, { ALLOWED_HOSTS: '*.corp.example' }, []],
    [
      "the runner's GitHub is no Jira",
      { server_url: 'https://ghes.corp' },
      { GITHUB_SERVER_URL: 'https://ghes.corp' },
      [jira],
    ],
    ['a comment elsewhere', { comment: evil }, {}, [comment]],
    ['loopback, in tests', {}, {}, []],
    [
      'with tokens of its own a request goes where it wants',
      { repo_url: `${evil}/o/n`, server_url: evil, pat: 'p', github_pat: 'g' },
      {},
      [],
    ],
    [
      'one token of its own is no reason to send the other',
      { repo_url: `${evil}/o/n`, server_url: evil, pat: 'p' },
      {},
      [github],
    ],
  ]

  test.each(table)('%s', (_name, hosts, env, expected) => {
    expect(faults(hosts, env)).toEqual(expected)
  })

  test('a fault says what to do, and repeats no host', () => {
    const config = readConfig({})
    const act = () =>
      acceptRequest(
        { value: request({ repo_url: `${evil}/o/n`, server_url: evil }) },
        { config, redactor: new Redactor(), credentials: { githubToken, jiraToken } },
      )
    expect(act).toThrow(/github-token \(GITHUB_TOKEN\).*name it in allowed-hosts \(ALLOWED_HOSTS\)/s)
    expect(act).not.toThrow(/evil/)
  })
})

describe('with the real bundle nothing is contacted', () => {
  const hostile = () =>
    JSON.stringify(request({ repo_url: 'https://evil.example/o/n', server_url: 'https://evil.example' }))

  test('by the action', async () => {
    const inputs = { request: hostile(), jwt: await tokenFor(), 'jwt-secret-key': secret }
    const tokens = { 'github-token': githubToken, 'jira-token': jiraToken }
    const run = await runAction({ world, inputs: { ...inputs, ...tokens } })
    expect([run.exitCode, world.requests.length]).toEqual([2, 0])
    expect(run.log).toMatch(/jira_issue_requests\/0\/server_url: expected a host that jira-token/)
  })

  test.each(['run', 'check'])('by %s', async (command) => {
    const env = { GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JWT_SECRET_KEY: secret }
    const done = await runCommand([command, '--request', '-'], { stdin: hostile(), env })
    expect([done.exitCode, done.stderr]).toEqual([2, expect.stringMatching(/github-token \(GITHUB_TOKEN\)/)])
    for (const one of secrets) expect(done.stdout + done.stderr).not.toContain(one)
  })

  test('by the server that lends its tokens', async () => {
    const env = { GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, USE_SERVER_CREDENTIALS: 'true' }
    const server = await startServer({ env })
    try {
      const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body: hostile() })
      expect(answer.status).toBe(422)
    } finally {
      await server.stop()
    }
  })
})

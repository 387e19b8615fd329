/** Criteria 10, 12 and 13: where credentials and foreign text may never turn up. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Redactor } from '../../src/core/redact.ts'
import type { Fault } from '../support/faults.ts'
import { findLeaks, secretForms } from '../support/runner/secret-forms.ts'
import { type ActionRun, assertMasksFirst, leaksOf, runAction, runCommand } from '../support/runner.ts'
import { openScene, requestFor, secret, tokenFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'

/** A canary for every place that takes a credential, each with characters that are spelled differently in every coding. */
const canaries = {
  githubOfBatch: 'ghp_canaryBatch+/=&"0000000000000000001',
  githubOfPull: 'ghp_canaryPull~^{}<>0000000000000000002',
  jiraOfIssue: 'canary-jira-issue+/=?%000000000000000003',
  jiraOfComment: 'canary-jira-comment;,:@0000000000000004',
  githubInput: 'ghp_canaryInput!*()0000000000000000000005',
  jiraInput: 'canary-jira-input-|\\00000000000000000000006',
  jwtSecret: 'canary secret for JWTs +/= 000000000000000007',
}
const all = (jwt: string) => [...Object.values(canaries), jwt]

/** What every process of this machine shows of its command line, sampled while `work` runs. */
async function whileSampling<T>(work: Promise<T>): Promise<{ result: T; commandLines: string }> {
  const seen = new Set<string>()
  let done = false
  const sampling = (async () => {
    while (!done) {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
          seen.add(readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' '))
        } catch {
          // It has ended.
        }
      }
      await sleep(15)
    }
  })()
  const result = await work.finally(() => {
    done = true
  })
  await sampling
  return { result, commandLines: [...seen].join('\n') }
}

/** Every file that a run left, but for the event that the runner itself wrote there. */
function filesOf(run: ActionRun): string {
  return [run.temp, run.workspace, join(run.temp, '../home')]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'event.json')
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n')
}

/** Everything that GitHub, git and Jira received, without the Authorization header (which the log of the world drops). */
async function received(world: World): Promise<string> {
  const requests = world.requests.map(({ method, path, headers, bytes }) =>
    [method, path, JSON.stringify(headers), bytes.toString('latin1')].join(' '),
  )
  const objects = await world.github
    .repository('acme/app')
    ?.bare.git(['cat-file', '--batch-all-objects', '--batch', '--unordered'])
  return [...requests, objects, JSON.stringify(world.jira.issues)].join('\n')
}

let world: World
beforeEach(async () => {
  world = await openScene()
  for (const token of [canaries.githubOfBatch, canaries.githubOfPull, canaries.githubInput])
    world.github.addToken(token)
  for (const token of [canaries.jiraOfIssue, canaries.jiraOfComment, canaries.jiraInput])
    world.jira.addToken(token, { email: 'dev@example.com' })
})
afterEach(() => world.stop())

function request(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const base = requestFor(world, [
    { issue: { pat: canaries.jiraOfIssue } },
    {
      name: 'left-pad',
      from: '1.3.0',
      to: '1.3.1',
      issue: { pat: undefined, email: undefined },
      pull: { github_pat: canaries.githubOfPull, labels: ['security'] },
    },
  ])
  const site = { server_url: world.jira.url, email: 'dev@example.com', api_version: '3' }
  return {
    ...base,
    github_pat: canaries.githubOfBatch,
    jira_comment_requests: [
      { ...site, pat: canaries.jiraOfComment, body: 'See {{pull_request_url}}' },
      { body: 'See {{pull_request_url}}' },
    ],
    ...more,
  }
}

async function dispatch(
  body: unknown,
  options: { jwt?: string; inputs?: Record<string, string>; env?: Record<string, string> } = {},
) {
  const jwt = options.jwt ?? (await tokenFor({}, canaries.jwtSecret))
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { result: run, commandLines } = await whileSampling(
    runAction({
      world,
      event: { name: 'workflow_dispatch', payload: { inputs: { request: text, jwt } } },
      inputs: {
        'jwt-secret-key': canaries.jwtSecret,
        'github-token': canaries.githubInput,
        'jira-token': canaries.jiraInput,
        'jira-email': 'dev@example.com',
        ...options.inputs,
      },
      env: { LOG_LEVEL: 'debug', ...options.env },
    }),
  )
  return { run, jwt, commandLines }
}

async function expectNoLeak({ run, jwt, commandLines }: Awaited<ReturnType<typeof dispatch>>): Promise<void> {
  expect(leaksOf(run, all(jwt))).toEqual([])
  const files = filesOf(run)
  expect(findLeaks({ files, commandLines, received: await received(world) }, all(jwt))).toEqual([])
  assertMasksFirst(run)
}

const echo = Object.values(canaries).join(' ')
const refusing = (server: Fault['server'], status: number, path?: RegExp): Fault => ({
  kind: 'status',
  status,
  times: Number.POSITIVE_INFINITY,
  ...(server === undefined ? {} : { server }),
  ...(path === undefined ? {} : { path }),
  // A server that repeats what it was sent.
  body: {
    message: `no: ${echo}`,
    errorMessages: [echo, encodeURIComponent(echo)],
    errors: { summary: Buffer.from(echo).toString('base64') },
  },
})

describe('10. credentials on every failure path', () => {
  const paths: [string, readonly Fault[], Record<string, unknown>][] = [
    ['success', [], {}],
    ['dry run', [], { dry_run: true }],
    ['Jira 401', [refusing('jira', 401)], {}],
    ['Jira 403 on create', [{ ...refusing('jira', 403, /\/issue$/), method: 'POST' }], {}],
    ['Jira 400 on create', [{ ...refusing('jira', 400, /\/issue$/), method: 'POST' }], {}],
    ['GitHub 401', [refusing('github', 401)], {}],
    ['GitHub 403', [refusing('github', 403)], {}],
    ['GitHub 404', [refusing('github', 404)], {}],
    ['GitHub 422 on the pull request', [{ ...refusing('github', 422, /\/pulls$/), method: 'POST' }], {}],
    ['GitHub 500 on the pull request', [{ ...refusing('github', 500, /\/pulls$/), method: 'POST' }], {}],
    ['git 401', [refusing('git', 401)], {}],
    ['git 500 on push', [refusing('git', 500, /git-receive-pack$/)], {}],
    [
      'a redirect of git',
      [{ kind: 'redirect', to: `https://x:${canaries.githubOfBatch}@elsewhere.example/o/n`, server: 'git', times: 9 }],
      {},
    ],
    [
      'a redirect of Jira',
      [{ kind: 'redirect', to: `https://elsewhere.example/?${canaries.jiraOfIssue}`, server: 'jira', times: 9 }],
      {},
    ],
    ['a broken pull request answer', [{ kind: 'malformed-200', server: 'github', method: 'POST' }], {}],
    ['a lost issue answer', [{ kind: 'reset-mid-response', server: 'jira', method: 'POST', path: /\/issue$/ }], {}],
  ]

  test.each(paths)('%s', async (_name, faults, more) => {
    for (const fault of faults) world.fault(fault)
    const done = await dispatch(request(more))
    expect([done.run.exitCode, faults.length > 0]).toEqual([
      faults.length > 0 ? expect.any(Number) : 0,
      faults.length > 0,
    ])
    await expectNoLeak(done)
    if (faults.length === 0) expect(done.commandLines).toContain('git')
  })

  test('refused at the door: a bad token, no JSON, wrong shapes, credentials in the wrong places', async () => {
    const good = JSON.stringify(request())
    const wrong = request({
      repo_url: `https://x:${canaries.githubOfBatch}@github.com/o/n`,
      [canaries.githubOfPull]: 1,
      dry_run: canaries.jiraOfIssue,
      idempotency_key: ['x', canaries.jiraOfComment],
    })
    const pulls = (wrong.github_pr_requests as Record<string, unknown>[]).map((pull) => ({
      ...pull,
      branch_name: canaries.githubOfPull,
      base_branch: `-${canaries.githubInput}`,
      safe_version: canaries.githubOfBatch,
      dependency_files: [`/${canaries.githubOfBatch}`],
    }))
    for (const [body, options] of [
      [request(), { jwt: await tokenFor({}, `${canaries.jwtSecret}x`) }],
      [good.slice(0, good.indexOf(canaries.githubOfPull) + 20), {}],
      [`{"github_pat": "${canaries.githubOfBatch}" "x"}`, {}],
      [{ ...wrong, github_pr_requests: pulls }, {}],
      [{ ...wrong, items: canaries.githubOfBatch }, {}],
      [request(), { env: { JOURNAL: `/dev/null/${canaries.jiraInput.replace('\\', '')}` } }],
      [request(), { inputs: { 'jwt-algorithm': canaries.jwtSecret } }],
      [request(), { inputs: { 'allowed-hosts': 'other.example' } }],
    ] as const) {
      const done = await dispatch(body, options)
      expect(done.run.exitCode).not.toBe(0)
      expect(leaksOf(done.run, all(done.jwt))).toEqual([])
    }
  }, 240_000)

  test('on the command line', async () => {
    const env = {
      GITHUB_TOKEN: canaries.githubInput,
      JIRA_TOKEN: canaries.jiraInput,
      JIRA_EMAIL: 'dev@example.com',
      JWT_SECRET_KEY: canaries.jwtSecret,
      LOG_LEVEL: 'debug',
    }
    const body = JSON.stringify(request())
    for (const args of [
      ['run', '--request', '-', '--json'],
      ['run', '--request', '-'],
      ['check', '--request', '-'],
      ['check', '--request', '-', '--json'],
    ]) {
      world.fault(refusing('jira', 400, /\/issue$/))
      const { result, commandLines } = await whileSampling(runCommand(args, { env, stdin: body }))
      expect(findLeaks({ stdout: result.stdout, stderr: result.stderr, commandLines }, all('-------'))).toEqual([])
    }
  })
})

describe('13. masks', () => {
  test('for every form come before any other output, credentials of the environment included', async () => {
    const run = await runAction({
      world,
      inputs: {
        request: JSON.stringify(requestFor(world, [{}], { dry_run: true })),
        jwt: await tokenFor(),
        'github-token': '',
      },
      env: { JWT_SECRET_KEY: secret, GITHUB_TOKEN: canaries.githubInput, JIRA_TOKEN: canaries.jiraInput },
    })
    expect([run.log, run.exitCode]).toEqual([run.log, 0])
    assertMasksFirst(run)
    for (const value of [secret, canaries.githubInput, canaries.jiraInput])
      for (const { name, text } of secretForms(value))
        expect([name, run.masks.some((mask) => text.includes(mask) || mask.includes(text))]).toEqual([name, true])
    expect(run.masks).toContain(Buffer.from(`x-access-token:${canaries.githubInput}`).toString('base64'))
  })

  test('no form of a credential survives, whatever stands around it', () => {
    const part = fc
      .string({ unit: fc.constantFrom(...'aZ09+/=&<>"\'\\%~:-_ é'), minLength: 12, maxLength: 40 })
      .filter((text) => text.trim().length >= 12)
    fc.assert(
      fc.property(part, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (credential, before, after) => {
        const redactor = new Redactor()
        redactor.add(credential, 'dev@example.com')
        const whole = `${before}${credential}${after}`
        const spellings = [
          whole,
          Buffer.from(whole).toString('base64'),
          Buffer.from(whole).toString('base64url'),
          Buffer.from(whole).toString('hex'),
          encodeURIComponent(credential),
          JSON.stringify(whole),
        ]
        const clean = redactor.redact(spellings.join('\n'))
        expect(findLeaks({ clean }, [credential])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a credential that nobody named as one is known by its shape', () => {
    const redactor = new Redactor()
    const github = `ghp_${'a1B2'.repeat(9)}`
    const fine = `github_pat_${'11ABCDEFG0'.repeat(6)}`
    const atlassian = `ATATT3x${'FfGF0_-='.repeat(12)}`
    expect(redactor.redact(`a ${github} b ${fine} c ${atlassian} d`)).toBe('a *** b *** c *** d')
    expect(redactor.redactAll({ [github]: [fine] })).toEqual({ '***': ['***'] })
    for (const text of ['ghp_short', 'lodash@4.17.21', 'sha512-abc', 'c'.repeat(64), 'https://github.com/o/n'])
      expect(redactor.redact(text)).toBe(text)
  })
})

describe('12. foreign text on standard output', () => {
  const command =
    '::set-output name=x::y\n  ::error::pwned\n##[error]pwned\r::warning::pwned\u0085::add-mask::a\u2028::debug::x'

  /** Lines that are a command, other than those that the action itself means. */
  const commands = (text: string) =>
    text
      .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
      .filter((line) => /^\s*::\w/.test(line) || line.includes('##['))
      .filter((line) => !/^::add-mask::/.test(line) && !/^::(error|warning) title=[^:\r\n]*::/.test(line))

  test('is never a command, from the action', async () => {
    await world.github
      .repository('acme/app')
      ?.bare.commit('main', { 'package.json': '{\n  "dependencies": {\n ::error::x\n    "lodash": "^4.17.19"\n' })
    world.fault({
      kind: 'status',
      status: 422,
      server: 'github',
      method: 'POST',
      body: { message: command, errors: [{ message: command }] },
      times: 9,
    })
    const wish = {
      item: { description: command, cve: 'x', '::error::pwned': 1 },
      issue: { fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: command } },
      pull: { body: command, title: '::error::pwned ##[error]' },
    }
    for (const [wishes, faults] of [
      [[wish], []],
      [[{ ...wish, name: '##[error]' }], []],
      [
        [
          {
            ...wish,
            pull: { ...wish.pull, dependency_files: ['requirements.txt'] },
            name: 'requests',
            from: '2.31.0',
            to: '2.32.0',
          },
        ],
        [],
      ],
      [
        [wish],
        [
          {
            kind: 'status',
            status: 400,
            server: 'jira',
            method: 'POST',
            body: { errorMessages: [command], errors: { [command]: command } },
          },
        ],
      ],
    ] as const) {
      for (const fault of faults) world.fault(fault as Fault)
      const run = await runAction({
        world,
        inputs: {
          request: JSON.stringify({ ...requestFor(world, wishes), '::error::pwned': 1, '##[error]': 1 }),
          jwt: await tokenFor(),
          'jwt-secret-key': secret,
        },
        env: { LOG_LEVEL: 'debug' },
      })
      expect(commands(run.rawLog)).toEqual([])
      // Only our own annotations, and none with a forged title.
      for (const { properties } of run.annotations) expect(properties.title ?? '').not.toMatch(/pwned/)
    }
  })

  test('is never a command, from the command line', async () => {
    const wish = { pull: { title: '::error::pwned ##[error]', body: command } }
    await world.github.repository('acme/app')?.bare.commit('main', {
      'package.json': '{\n::error::x: 1,\n  "dependencies": {\n\n::warning::pwned\n    "lodash": "^4.17.19"\n  }\n}\n',
    })
    const body = JSON.stringify({
      ...requestFor(world, [wish, { name: 'requests', from: '2.31.0', to: '2.32.0', pull: { title: '##[group]x' } }]),
      '##[error]': 1,
    })
    const manifest = '::error::x\n ::warning::pwned\nrequests==2.31.0 # ##[error]\n::debug::x\n'
    const line = JSON.stringify({
      id: '##[error]',
      path: 'requirements.txt',
      content: manifest,
      package: 'requests',
      from: '2.31.0',
      to: '2.32.0',
    })
    const results = [
      await runCommand(['run', '--request', '-', '--dry-run'], { stdin: body }),
      await runCommand(['run', '--request', '-', '--json'], { stdin: body }),
      await runCommand(['check', '--request', '-'], { stdin: body }),
      await runCommand(['edit', '--ndjson'], { stdin: `${line}\n##[error]\n` }),
      await runCommand(['##[error]x\n::error::pwned'], {}),
      await runCommand(['run', '--request', '\n::error::pwned'], {}),
      await runCommand(['token', '--\n::error::pwned'], {}),
    ]
    expect(results.flatMap(({ stdout, stderr }) => commands(`${stdout}\n${stderr}`))).toEqual([])
    const answer = JSON.parse(results[3]?.stdout.split('\n')[0] ?? '') as { id: string; content: string }
    expect([answer.id, answer.content]).toEqual(['##[error]', manifest.replace('2.31.0', '2.32.0')])
  })
})

/** Criteria 11, 17, 18 and 20 with the real bundle: redirects, hostile repositories, and what is never asked of GitHub. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ActionRun, assertNoSecret, runAction } from '../support/runner.ts'
import { openScene, requestFor, secret, secrets, tokenFor, type Wish } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openScene()
})
afterEach(() => world.stop())

async function dispatch(wishes: readonly Wish[] = [{}], more: Record<string, unknown> = {}): Promise<ActionRun> {
  const inputs = {
    request: JSON.stringify(requestFor(world, wishes, more)),
    jwt: await tokenFor(),
    'jwt-secret-key': secret,
  }
  const run = await runAction({ world, inputs })
  assertNoSecret(run, secrets)
  return run
}
const errorsOf = (run: ActionRun) => run.annotations.map(({ message }) => message).join('\n')

describe('11. redirects to another host', () => {
  let other: Server
  let seen: string[]
  beforeEach(async () => {
    seen = []
    other = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      response.end('{}')
    })
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  })
  afterEach(
    () =>
      new Promise((done) => {
        other.close(done)
        other.closeAllConnections()
      }),
  )

  test.each([
    ['git', 'git', undefined, 301],
    ['the push', 'git', /git-receive-pack/, 307],
    ['GitHub, reading', 'github', undefined, 302],
    ['GitHub, writing', 'github', /\/pulls$/, 308],
    ['Jira, reading', 'jira', /search/, 307],
    ['Jira, writing', 'jira', /\/issue$/, 303],
  ] as const)('of %s are not followed: the other host sees no request', async (_name, server, path, status) => {
    const to = `http://localhost:${(other.address() as AddressInfo).port}/elsewhere`
    const fault = world.fault({
      kind: 'redirect',
      to,
      status,
      server,
      times: Number.POSITIVE_INFINITY,
      ...(path ? { path } : {}),
    })
    const run = await dispatch()
    expect(fault.hits()).toBeGreaterThan(0)
    expect([run.exitCode, seen]).toEqual([1, []])
    expect(errorsOf(run)).toMatch(/redirect|moved/i)
  })
})

describe('17. hostile repositories', () => {
  test('nothing in them is run, followed or checked out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'))
    const canary = join(folder, 'canary')
    const run = `touch ${canary}`
    await world.github.addRepository('acme/hostile', {
      'package.json': `{\n  "scripts": { "preinstall": "${run}", "postinstall": "${run}" },\n  "dependencies": {\n    "lodash": "^4.17.19"\n  }\n}\n`,
      '.gitattributes':
        '* filter=evil diff=evil merge=evil text eol=crlf ident\n*.json filter=lfs diff=lfs merge=lfs -text\n',
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c ${run.replaceAll(' ', '% ')}\n`,
      x: { gitlink: '1'.repeat(40) },
      '.lfsconfig': '[lfs]\n\turl = http://127.0.0.1:1/\n',
      '.gitconfig': `[core]\n\tfsmonitor = ${run}\n\thooksPath = hooks\n[filter "evil"]\n\tclean = ${run}\n\tsmudge = ${run}\n`,
      'hooks/pre-push': `#!/bin/sh\n${run}\n`,
      'hooks/post-checkout': `#!/bin/sh\n${run}\n`,
      '.npmrc': 'script-shell=/bin/sh\n',
      link: { symlink: canary },
      'a/package.json': { symlink: '../../../../../../etc/passwd' },
    })
    const repository = world.github.repository('acme/hostile')
    const done = await dispatch([{}], { repo_url: `${world.github.url}/acme/hostile` })
    expect([done.log, done.exitCode]).toEqual([done.log, 0])
    expect(existsSync(canary)).toBe(false)
    const branch = (await repository?.bare.branches())?.find((name) => name.startsWith('fix/')) ?? ''
    // Byte for byte: no filter, no line end, no ident has touched it, and nothing else has changed.
    const changed = await repository?.bare.git(['diff', '--name-only', 'main', branch])
    expect(changed).toBe('package.json\n')
    expect((await repository?.bare.file(branch, 'package.json'))?.toString()).toContain(`"preinstall": "${run}"`)
    rmSync(folder, { recursive: true })
  })

  test('18. a symlink, a gitlink and a directory are refused as files, wherever they lead', async () => {
    await world.github.addRepository('acme/links', {
      'package.json': { symlink: '../../etc/passwd' },
      'web/package.json': { gitlink: '2'.repeat(40) },
      'api/package.json/package.json': '{}\n',
    })
    const files = ['package.json', 'web/package.json', 'api/package.json']
    const wishes = files.map((path, at) => ({
      pull: { dependency_files: [path], title: `t${at}` },
      issue: { fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: `s${at}` } },
    }))
    const run = await dispatch(wishes, { repo_url: `${world.github.url}/acme/links` })
    expect(run.exitCode).toBe(1)
    expect(world.writes().git).toBe(0)
    expect(errorsOf(run)).toMatch(/symbolic link/)
    expect(run.annotations.filter(({ level }) => level === 'error').length).toBe(3)
  })

  test('19. nothing below .github is edited, found by a search or leaned on by a manifest', async () => {
    const below = {
      '.github/scripts/requirements.txt': 'requests==2.31.0\n',
      '.github/workflows/requirements.txt': 'requests==2.31.0\n',
      '.GitHub/requirements.txt': 'requests==2.31.0\n',
    }
    await world.github.addRepository('acme/github', {
      ...below,
      'requirements.txt': '-r .github/scripts/requirements.txt\n-r .GitHub/requirements.txt\nrequests==2.31.0\n',
      '.githubby/requirements.txt': 'requests==2.31.0\n',
    })
    const repository = world.github.repository('acme/github')
    const run = await dispatch([{ name: 'requests', from: '2.31.0', to: '2.32.0' }], {
      repo_url: `${world.github.url}/acme/github`,
    })
    expect([run.log, run.exitCode]).toEqual([run.log, 0])
    const branch = (await repository?.bare.branches())?.find((name) => name.startsWith('fix/')) ?? ''
    const changed = await repository?.bare.git(['diff', '--name-only', 'main', branch])
    expect(changed).toBe('.githubby/requirements.txt\nrequirements.txt\n')
  })

  test('19. a file of the repository that is no manifest cannot be named', async () => {
    const run = await dispatch([
      { pull: { dependency_files: ['.npmrc'] } },
      { pull: { dependency_files: ['Makefile'], title: 'x' } },
    ])
    expect([run.exitCode, world.writes().git]).toEqual([1, 0])
  })
})

describe('20. what is never done to a repository', () => {
  test("somebody's branch of the same name stays as it is", async () => {
    const repository = world.github.repository('acme/app')
    const foreign = await repository?.bare.commit(
      'fix/taken',
      { 'README.md': 'mine\n' },
      { from: 'main', author: { name: 'Colleague', email: 'c@example.com' }, message: 'Mine\n' },
    )
    const run = await dispatch([{ pull: { branch_name: 'fix/taken' } }])
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toContain('Colleague')
    expect(await repository?.bare.resolve('fix/taken')).toBe(foreign)
  })

  test('no merge, no deletion, no force and no change of a ref is asked of the API; pushes only create branches', async () => {
    const before = await world.github.repository('acme/app')?.bare.refs()
    const wish: Wish = { pull: { labels: ['security'], reviewers: ['colleague'], assignees: ['octocat'], draft: true } }
    const first = await dispatch([wish, { name: 'requests', from: '2.31.0', to: '2.32.0' }])
    expect([first.log, first.exitCode]).toEqual([first.log, 0])
    await dispatch([wish])
    const asked = world.requests.filter(({ server, method }) => server === 'github' && method !== 'GET')
    expect(asked.length).toBeGreaterThan(2)
    const allowed =
      /^POST .*\/repos\/acme\/app\/(pulls|issues\/\d+\/(labels|assignees)|pulls\/\d+\/requested_reviewers)$/
    expect(asked.map(({ method, path }) => `${method} ${path}`).filter((call) => !allowed.test(call))).toEqual([])
    expect(world.requests.filter(({ method }) => method === 'DELETE' || method === 'PUT')).toEqual([])
    const after = await world.github.repository('acme/app')?.bare.refs()
    for (const [name, oid] of before ?? []) expect([name, after?.get(name)]).toEqual([name, oid])
    expect(
      [...(after?.keys() ?? [])].filter(
        (name) => !before?.has(name) && !name.startsWith('refs/heads/fix/') && !name.startsWith('refs/pull/'),
      ),
    ).toEqual([])
  })

  test('and no source of ours could', () => {
    const root = join(import.meta.dirname, '../../src')
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    const forbidden =
      /pulls\.merge|git\.(updateRef|deleteRef|createRef)|repos\.(delete|merge)|enablePullRequestAutoMerge|'--force'|'--delete'|'--mirror'|`\+refs\/heads\/[^`]*:refs\/heads/
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ path }) => path)).toEqual([])
    expect(sources.length).toBeGreaterThan(100)
  })
})

/** Bad input: a clear error each time, the step fails, and nobody is contacted (or, where only the far side knows, nothing is written). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type ActionRun, assertNoSecret, runAction } from '../support/runner.ts'
import { openScene, requestFor, secret, secrets, tokenFor, type Wish } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
let seen: number
beforeAll(async () => {
  world = await openScene()
})
beforeEach(() => {
  seen = world.requests.length
})
afterAll(() => world.stop())

async function dispatch(request: unknown, jwt?: string): Promise<ActionRun> {
  const inputs = {
    request: typeof request === 'string' ? request : JSON.stringify(request),
    jwt: jwt ?? (await tokenFor()),
  }
  const run = await runAction({
    world,
    event: { name: 'workflow_dispatch', payload: { inputs } },
    inputs: { 'jwt-secret-key': secret },
  })
  assertNoSecret(run, secrets)
  return run
}

const errorOf = (run: ActionRun) =>
  run.annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n')

describe('refused at the door, with nothing contacted', () => {
  const cases: [string, (world: World) => unknown, RegExp][] = [
    ['not JSON', () => '{"items": [', /not JSON \(line 1, column 12\)|not JSON/],
    ['empty lists', (at) => requestFor(at, []), /\/items: expected a list of at least 1/],
    ['counts that differ', (at) => ({ ...requestFor(at), jira_issue_requests: [] }), /\/jira_issue_requests: expected/],
    [
      'counts that differ, with the numbers',
      (at) => ({
        ...requestFor(at, [{}, { name: 'left-pad', from: '1.3.0', to: '1.3.1' }]),
        github_pr_requests: requestFor(at).github_pr_requests,
      }),
      /\/github_pr_requests: expected 2 entries, as many as items has, and not 1/,
    ],
    [
      'an unknown ecosystem',
      (at) => requestFor(at, [{ item: { ecosystem: 'pip' } }]),
      /\/items\/0\/ecosystem: expected one of "npm".*PyPI is pypi/,
    ],
    [
      'both names of the list',
      (at) => ({ ...requestFor(at), vulnerabilities: requestFor(at).items }),
      /either `items` or `vulnerabilities`/,
    ],
    ['ext::', (at) => ({ ...requestFor(at), repo_url: 'ext::sh -c touch% /tmp/pwned' }), /\/repo_url: expected https:/],
    ['file://', (at) => ({ ...requestFor(at), repo_url: 'file:///etc' }), /\/repo_url: expected https:/],
    ['ssh', (at) => ({ ...requestFor(at), repo_url: 'git@github.com:acme/app.git' }), /\/repo_url: expected https:/],
    [
      'an option as a branch',
      (at) => requestFor(at, [{ pull: { branch_name: '--upload-pack=x' } }]),
      /branch_name: expected a branch name/,
    ],
    [
      'a path outside',
      (at) => requestFor(at, [{ pull: { dependency_files: ['../package.json'] } }]),
      /dependency_files\/0: expected a path/,
    ],
  ]
  test.each(cases)('%s', async (_name, request, message) => {
    const run = await dispatch(request(world))
    expect(run.exitCode).toBe(2)
    expect(errorOf(run)).toMatch(message)
    expect(world.requests.length).toBe(seen)
  })

  test('all faults at once', async () => {
    const run = await dispatch({ ...requestFor(world, [{ to: '', pull: { branch_name: 'a b' } }]), dry_run: 'yes' })
    const message = errorOf(run)
    expect(message).toMatch(/\/dry_run: expected true or false/)
    expect(message).toMatch(/\/items\/0\/safe_version/)
    expect(run.exitCode).toBe(2)
  })

  const tokens: [string, () => Promise<string>][] = [
    ['missing', async () => ''],
    ['expired', () => tokenFor({}, secret, '-2m')],
    ['signed with another key', () => tokenFor({}, 'another secret that is just as long as it')],
  ]
  test.each(tokens)('a token that is %s', async (_name, token) => {
    const run = await dispatch(requestFor(world), await token())
    expect(run.exitCode).toBe(2)
    expect(errorOf(run)).toMatch(/The token was refused/)
    expect(world.requests.length).toBe(seen)
  })
})

describe('found out by reading, with nothing written', () => {
  const cases: [string, (world: World) => { wish: Wish; more?: Record<string, unknown> }, RegExp][] = [
    [
      'a repository that is not there',
      (at) => ({ wish: {}, more: { repo_url: `${at.github.url}/acme/nowhere` } }),
      /acme\/nowhere is not there/,
    ],
    ['a base branch that is not there', () => ({ wish: { pull: { base_branch: 'nowhere' } } }), /nowhere/],
    [
      'a file that is not there',
      () => ({ wish: { pull: { dependency_files: ['web/package.json'] } } }),
      /"web\/package.json" is not in branch "main"\. Did you mean "package.json"\?/,
    ],
    ['a file that is no manifest', () => ({ wish: { pull: { dependency_files: ['README.md'] } } }), /README.md/],
  ]
  test.each(cases)('%s', async (_name, make, message) => {
    const writes = world.writes().total
    const { wish, more } = make(world)
    const run = await dispatch(requestFor(world, [wish], more))
    expect(run.exitCode).toBe(1)
    expect(errorOf(run)).toMatch(message)
    expect(world.writes().total).toBe(writes)
  })

  test('a file that is a symlink', async () => {
    await world.github.addRepository('acme/links', {
      'package.json': { symlink: '../../etc/passwd' },
      'README.md': 'x\n',
    })
    const writes = world.writes().total
    const run = await dispatch(
      requestFor(world, [{ pull: { dependency_files: ['package.json'] } }], {
        repo_url: `${world.github.url}/acme/links`,
      }),
    )
    expect(errorOf(run)).toMatch(/symbolic link, not a file/)
    expect(world.writes().total).toBe(writes)
  })
})

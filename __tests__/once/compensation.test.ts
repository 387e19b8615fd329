/** An issue whose pull request cannot be opened says why, once, however often the batch runs; a limit is no such reason. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { requestFor } from '../support/scene.ts'
import { openRunners, type Runners } from './runners.ts'

let here: Runners
beforeEach(async () => {
  here = await openRunners()
})
afterEach(async () => {
  await here.close()
})

const refused = (status: number, message: string, errors: unknown[] = []) => ({
  ...({ server: 'github', method: 'POST', path: /\/pulls$/, times: Number.POSITIVE_INFINITY } as const),
  ...({
    kind: 'status',
    status,
    body: { message, errors, documentation_url: 'https://docs.github.com/rest' },
  } as const),
})
const invalid = (field: string) => [{ resource: 'PullRequest', field, code: 'invalid' }]

test.each([
  ['the base branch is gone', 422, 'Validation Failed', invalid('base'), /does not know the base branch/],
  ['a text that GitHub does not take', 422, 'Validation Failed', [{ message: 'body is too long' }], /refused a text/],
  ['not permitted', 403, 'Resource not accessible by personal access token', [], /may not open the pull request/],
])(
  '%s: one comment that says why',
  async (_, status, message, errors, why) => {
    here.world.fault(refused(status, message, errors))
    const request = requestFor(here.world)
    // The same runner again, which remembers, and a fresh one, which looks.
    for (const runner of ['one', 'one', 'two']) {
      const { results } = await here.run(runner, request)
      expect(results[0]).toMatchObject({ status: 'partial', jiraKey: 'SEC-1', error: { step: 'pull-request' } })
    }
    const [issue] = here.world.jira.issues
    expect(issue?.comments).toHaveLength(1)
    expect(JSON.stringify(issue?.comments[0]?.body)).toMatch(why)
    here.world.clearFaults()
    expect((await here.run('three', request)).results[0]?.error).toBeNull()
    expect(here.world.jira.issues).toHaveLength(1)
    expect(issue?.comments).toHaveLength(2)
  },
  60_000,
)

test('no comment where comments are off', async () => {
  here.world.fault(refused(422, 'Validation Failed', invalid('base')))
  await here.run('one', requestFor(here.world), { options: { commentOnIssue: false } })
  expect(here.world.jira.issues[0]?.comments).toEqual([])
})

test('the limit of the hour: no comment, a time to run again, and that run ends it', async () => {
  here.world.fault({ server: 'github', method: 'POST', path: /\/pulls$/, kind: 'submitted-too-quickly' })
  const request = requestFor(here.world)
  const first = await here.run('one', request)
  expect(first).toMatchObject({ status: 'interrupted', results: [{ status: 'partial' }] })
  expect(Date.parse(first.resumeAt ?? '')).toBeGreaterThan(here.clock.now() + 50 * 60_000)
  expect(here.world.jira.issues[0]?.comments).toEqual([])
  expect(await here.run('one', request)).toMatchObject({ status: 'completed', results: [{ status: 'created' }] })
  expect(here.world.jira.issues[0]?.comments).toHaveLength(1)
})

/** Runs that meet at the worst of moments: what each tells is true, and what stands in the end stands once. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { leaseTime } from '../../src/adapters/sqlite-leases.ts'
import { fail } from '../../src/core/errors.ts'
import type { Journal, Lease } from '../../src/core/journal.ts'
import { requestFor } from '../support/scene.ts'
import { type Before, openRunners, type Runners } from './runners.ts'

const lodash = {}
const leftPad = { name: 'left-pad', from: '1.3.0', to: '1.3.1' }
let here: Runners
const app = () =>
  here.world.github.repository('acme/app') as NonNullable<ReturnType<Runners['world']['github']['repository']>>

/** Each test's own world. Time may run faster where 90 s are to pass. */
const begin = (speed: number) => async () => {
  here = await openRunners({ speed })
}
afterEach(async () => {
  const { violations } = here.world
  await here.close()
  expect(violations).toEqual([])
})

/** What stands at the far sides, over all issues. */
async function standing() {
  const { issues } = here.world.jira
  const branches = await app().bare.branches()
  return {
    issues: issues.length,
    branches: branches.length - 1,
    pulls: app().pulls.length,
    comments: issues.flatMap(({ comments }) => comments).length,
    links: issues.flatMap(({ links }) => links).length,
  }
}
const once = { issues: 1, branches: 1, pulls: 1, comments: 1, links: 1 }

/** Holds a runner back at the first call of this name, until `letGo`; `arrived` resolves when it is there. */
function held(call: string): { before: Before; arrived: Promise<void>; letGo: () => void } {
  const arrival = Promise.withResolvers<void>()
  const leave = Promise.withResolvers<void>()
  let times = 0
  return {
    before: (name) => {
      if (name !== call || ++times > 1) return undefined
      arrival.resolve()
      return leave.promise
    },
    arrived: arrival.promise,
    letGo: leave.resolve,
  }
}

/** Lets so many runners go on together once all have come to the call. */
function together(call: string, runners: number): Before {
  const all = Promise.withResolvers<void>()
  const here = new Set<string>()
  return (name, runner) => {
    if (name !== call || here.has(runner)) return undefined
    here.add(runner)
    if (here.size === runners) all.resolve()
    return all.promise
  }
}

describe('one journal', () => {
  beforeEach(begin(1))

  test('a lease that cannot be given back costs nobody the result', async () => {
    const stuck = (journal: Journal): Journal => {
      const acquire = async (key: string): Promise<Lease | undefined> => {
        const lease = await journal.acquire(key)
        const release = async () => {
          throw fail('journal-unavailable', 'The disk is full.', 'Make room.')
        }
        return lease && { fence: lease.fence, held: () => lease.held(), release }
      }
      return new Proxy(journal, { get: (target, name) => (name === 'acquire' ? acquire : bound(target, name)) })
    }
    const request = requestFor(here.world, [lodash, leftPad])
    const result = await here.run('one', request, {
      replace: (ports) => ({ ...ports, journal: stuck(ports.journal) }),
    })
    expect(result.results.map(({ status, error }) => [status, error])).toEqual([
      ['created', null],
      ['created', null],
    ])
  })

  test('what was done is told, also when the wait for another run is cancelled', async () => {
    const first = held('issues.createIssue')
    const one = here.run('shared', requestFor(here.world, [lodash]), { before: first.before })
    await first.arrived
    const cancel = new AbortController()
    const two = here.run('shared', requestFor(here.world, [lodash, leftPad]), {
      signal: cancel.signal,
      before: (call, _, args) => {
        if (call === 'journal.record' && args[1] === 'link') setTimeout(() => cancel.abort(), 300)
      },
    })
    const { results, status } = await two
    first.letGo()
    expect(status).toBe('interrupted')
    expect(results.map(({ status: item, error }) => [item, error?.code])).toEqual([
      ['failed', 'interrupted'],
      ['created', undefined],
    ])
    await one
    expect(await standing()).toEqual({ issues: 2, branches: 2, pulls: 2, comments: 2, links: 2 })
  })

  test('a journal that fails while items are taken keeps none of them', async () => {
    let asked = 0
    const request = requestFor(here.world, [lodash, leftPad])
    const failed = await here.run('one', request, {
      before: (call) => {
        if (call === 'journal.acquire' && ++asked === 2)
          throw fail('journal-unavailable', 'The disk is full.', 'Make room.')
      },
    })
    expect(failed.results.map(({ error }) => error?.code)).toEqual(['journal-unavailable', 'journal-unavailable'])
    const begun = Date.now()
    const { results } = await here.run('one', request)
    expect(results.map(({ status }) => status)).toEqual(['created', 'created'])
    expect(Date.now() - begun).toBeLessThan(leaseTime)
  })
})

const bound = (target: object, name: string | symbol) => {
  const value: unknown = Reflect.get(target, name, target)
  return typeof value === 'function' ? value.bind(target) : value
}

describe('no journal in common, at the same time', () => {
  // Nearly at the machine's own pace: an issue that is coming into being must not look like a gap between two.
  beforeEach(begin(3))

  test.each(['issues.createIssue', 'git.push', 'pulls.openPullRequest', 'issues.addComment'])(
    'two runs that come to %s',
    async (call) => {
      const before = together(call, 2)
      const request = requestFor(here.world)
      const timed = (name: string) =>
        here.run(name, request, {
          before: (...about) => {
            const wait = before(...about)
            return wait === undefined ? undefined : Promise.race([wait, new Promise((go) => setTimeout(go, 3000))])
          },
        })
      const [one, two] = await Promise.all([timed('one'), timed('two')])
      expect([one, two].map(({ results }) => results[0]?.error)).toEqual([null, null])
      const { issues, ...rest } = await standing()
      expect(rest).toEqual({ branches: 1, pulls: 1, comments: 1, links: 1 })
      const told = [one, two].flatMap(({ results }) => results[0]?.warnings ?? [])
      expect(told.filter(({ code }) => code === 'duplicate-issue')).toHaveLength(issues - 1)
    },
    60_000,
  )
})

describe('no journal in common', () => {
  beforeEach(begin(20))

  test('a run that begins while another is about to comment leaves the comment to it', async () => {
    const first = held('issues.addComment')
    const one = here.run('one', requestFor(here.world), { before: first.before })
    await first.arrived
    const two = here.run('two', requestFor(here.world))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    first.letGo()
    await Promise.all([one, two])
    expect(await standing()).toEqual(once)
  })

  test('and makes it where the other never does', async () => {
    const stopped = here.run('one', requestFor(here.world), {
      before: (call) => {
        if (call === 'issues.addComment') throw fail('interrupted', 'Killed.', 'Again.')
      },
    })
    await stopped
    expect((await here.run('two', requestFor(here.world))).results[0]?.error).toBeNull()
    expect(await standing()).toEqual(once)
  })

  test('a pull request that a person closed is respected also when its issue is gone', async () => {
    await here.run('one', requestFor(here.world))
    here.world.github.closePullRequest('acme/app', 1)
    here.world.jira.issues.splice(0)
    const { results } = await here.run('two', requestFor(here.world))
    expect(results[0]?.warnings.map(({ code }) => code)).toContain('pull-request-closed')
    expect(app().pulls).toHaveLength(1)
  })
})

/** GitHub's pace over several processes of the real bundle that share a Redis, as `GITHUB_PACING` wants it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { runCommand } from '../support/runner.ts'
import { githubToken, openScene, requestFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

const owners = ['one', 'two', 'three', 'four']
let world: World
let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
beforeEach(async () => {
  world = await openScene()
  const files = { 'package.json': '{\n  "dependencies": { "lodash": "4.17.19" }\n}\n' }
  for (const owner of owners) await world.github.addRepository(`${owner}/app`, files, { collaborators: ['octocat'] })
})
afterEach(async () => {
  expect(world.violations).toEqual([])
  await world.stop()
})

/** One process for each owner, all at once with one token. */
async function runAll(env: Readonly<Record<string, string>>): Promise<number[]> {
  const runs = await Promise.all(
    owners.map((owner) => {
      const wish = { pull: { repo_url: `${world.github.url}/${owner}/app` } }
      const stdin = JSON.stringify(requestFor(world, [wish], { idempotency_key: `${owner} ${JSON.stringify(env)}` }))
      return runCommand(['run', '--request', '-'], { stdin, env: { REDIS_URL: redis.url, ...env } })
    }),
  )
  expect(runs.map(({ exitCode, stderr }) => [exitCode, exitCode === 0 ? '' : stderr])).toEqual(
    owners.map(() => [0, '']),
  )
  return world.github.creations.map(({ at }) => at)
}

test('with GITHUB_PACING=always four processes open their pull requests three seconds apart', async () => {
  const made = await runAll({ GITHUB_PACING: 'always' })
  expect(made).toHaveLength(owners.length)
  // They are sent 9 s apart; the way there may shorten that a little.
  expect((made.at(-1) as number) - (made[0] as number)).toBeGreaterThan(7_500)
  expect(await redis.dump()).not.toContain(githubToken)
}, 120_000)

test('an Enterprise Server without limits is not paced', async () => {
  const made = await runAll({})
  expect(made).toHaveLength(owners.length)
  const keys = await redis.client.keys('*pace:*:notifications')
  expect(keys.filter((key) => key.includes(new URL(world.github.url).host))).toEqual([])
}, 120_000)

/** GitHub's pace: one for all of a token's repositories, whoever owns them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runCommand } from '../support/runner.ts'
import { openScene, requestFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'

const owners = ['one', 'two', 'three']
let world: World
beforeEach(async () => {
  world = await openScene()
  const files = { 'package.json': '{\n  "dependencies": { "lodash": "4.17.19" }\n}\n' }
  for (const owner of owners) await world.github.addRepository(`${owner}/app`, files, { collaborators: ['octocat'] })
})
afterEach(async () => {
  expect(world.violations).toEqual([])
  await world.stop()
})

test('with GITHUB_PACING=always, the pull requests of one token at three owners are three seconds apart', async () => {
  const wishes = owners.map((owner) => ({ pull: { repo_url: `${world.github.url}/${owner}/app` } }))
  const { stderr, exitCode } = await runCommand(['run', '--request', '-'], {
    stdin: JSON.stringify(requestFor(world, wishes)),
    env: { GITHUB_PACING: 'always' },
  })
  expect(stderr).not.toMatch(/failed|partial/)
  expect(exitCode).toBe(0)
  const made = world.github.creations.map(({ at }) => at)
  expect(made).toHaveLength(3)
  // They are sent 6 s apart; the way there may shorten that a little.
  expect((made[2] as number) - (made[0] as number)).toBeGreaterThan(5_000)
})

test('a cancel sends nothing more of what waits for its turn', async () => {
  const wishes = owners.map((owner) => ({ pull: { repo_url: `${world.github.url}/${owner}/app` } }))
  const { exitCode } = await runCommand(['run', '--request', '-'], {
    stdin: JSON.stringify(requestFor(world, wishes)),
    env: { GITHUB_PACING: 'always' },
    // The first item is told when its comment is there: the others stand in line for seconds by then.
    cancelAfter: /created +lodash/,
  })
  expect(exitCode).toBe(1)
  expect(world.github.creations.length).toBeLessThan(owners.length)
})

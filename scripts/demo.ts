/**
 * The main job in one command, with no account anywhere: a GitHub, a Jira and git on loopback, and the real bundle run as
 * a runner runs it. First dry, then for real, then the same batch again on a fresh runner.
 */
import { readFileSync } from 'node:fs'
import { SignJWT } from 'jose'
import { runAction } from '../__tests__/support/runner.ts'
import { startWorld, type World } from '../__tests__/support/world.ts'
import type { WireResponse } from '../src/batch/response.ts'
import { repositories, request } from './demo/content.ts'
import { show } from './demo/show.ts'

const secret = 'a demonstration secret, no use anywhere else'
const githubToken = 'ghp_demonstration0000000000000000000000'
const jira = { email: 'dev@example.com', token: 'demonstration-jira-token' }

async function furnish(world: World): Promise<void> {
  world.github.addToken(githubToken)
  world.jira.addToken(jira.token, { email: jira.email })
  world.jira.addProject('SEC')
  for (const [name, files] of Object.entries(repositories)) await world.github.addRepository(name, files)
}

/** One run of the action on a fresh runner: nothing is left of the one before but what GitHub and Jira hold. */
async function run(world: World, dryRun: boolean): Promise<WireResponse> {
  const jwt = await new SignJWT({ sub: 'demo' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret))
  const addresses = {
    github: world.github.url,
    githubToken,
    jira: world.jira.url,
    jiraEmail: jira.email,
    jiraToken: jira.token,
  }
  const done = await runAction({
    world,
    event: {
      name: 'workflow_dispatch',
      payload: { inputs: { request: JSON.stringify(request(addresses, dryRun)), jwt } },
    },
    inputs: { 'jwt-secret-key': secret, 'ntp-server': 'off' },
    env: { ALLOW_LOOPBACK: 'true' },
  })
  if (done.exitCode !== 0 || !done.outputs['result-file']) throw new Error(`the action failed:\n${done.log}`)
  return JSON.parse(readFileSync(done.outputs['result-file'], 'utf8')) as WireResponse
}

const world = await startWorld()
try {
  await furnish(world)
  const counts = [world.writes()]
  const responses: WireResponse[] = []
  for (const dryRun of [true, false, false]) {
    responses.push(await run(world, dryRun))
    counts.push(world.writes())
  }
  const writes = responses.map((_, index) => (counts[index + 1]?.total ?? 0) - (counts[index]?.total ?? 0))
  if (world.violations.length > 0)
    throw new Error(`the vendors' contracts were broken: ${JSON.stringify(world.violations)}`)
  const [dry_run, first, second] = responses as [WireResponse, WireResponse, WireResponse]
  const [dryWrites, firstWrites, secondWrites] = writes
  const told = { dry_run, first, second, writes: { dry_run: dryWrites, first: firstWrites, second: secondWrites } }
  if (process.argv.includes('--json')) console.log(JSON.stringify(told, null, 2))
  else show(told, world.requests)
} finally {
  await world.stop()
}

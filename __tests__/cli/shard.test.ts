/** Shards from the command line, and through which ways in a batch fits. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import { addManyRepositories, manyWishes } from '../support/many.ts'
import { runCommand } from '../support/runner.ts'
import { githubToken, jiraEmail, jiraToken, openScene, requestFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'

const many = { repositories: 3, each: 2 }
const env = { GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail }
let world: World
let folder: string
let file: string

beforeAll(async () => {
  world = await openScene()
  folder = mkdtempSync(join(tmpdir(), 'shards-'))
  file = join(folder, 'batch.json')
  await addManyRepositories(world, many)
  writeFileSync(file, JSON.stringify(requestFor(world, manyWishes(world, many), { github_pat: undefined })))
})
afterAll(async () => {
  expect(world.violations).toEqual([])
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const shard = async (name: string) => {
  const { stdout, exitCode } = await runCommand(['run', '--request', file, '--shard', name, '--json'], { env })
  expect(exitCode).toBe(0)
  return JSON.parse(stdout) as WireResponse
}

test('two shards on two machines at once do the whole, each item once and at its own position', async () => {
  const [one, two] = await Promise.all([shard('1/2'), shard('2/2')])
  expect(one.batch_id).toBe(two.batch_id)
  expect(one.results.map(({ index }) => index)).toEqual([0, 2, 3, 5])
  expect(two.results.map(({ index }) => index)).toEqual([1, 4])
  expect(one.total_prs_created + two.total_prs_created).toBe(6)
  expect(world.jira.issues).toHaveLength(6)
  const again = await shard('1/1')
  expect(again.results.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'existing'))
  expect(world.jira.issues).toHaveLength(6)
})

test('more shards than repositories: the rest have nothing to do', async () => {
  expect(await shard('7/9')).toMatchObject({ status: 'completed', failed_count: 0, results: [] })
})

test('check says through which ways in a batch fits', async () => {
  const ways = async (body: unknown) => {
    writeFileSync(file, JSON.stringify(body))
    const { stdout } = await runCommand(['check', '--request', file, '--json'], { env })
    const { findings } = JSON.parse(stdout) as { findings: { name: string; detail: string }[] }
    const found = findings.filter(({ name }) => name.startsWith('way in '))
    return Object.fromEntries(found.map(({ name, detail }) => [name.slice(7), detail.split(':')[0]]))
  }
  const narrow = { workflow_dispatch: 'fits', repository_dispatch: 'fits', 'the input request': 'fits' }
  const http = 'POST /internal/create-issues-and-prs'
  const rest = { [http]: 'fits', 'request-file': 'fits' }
  expect(await ways(requestFor(world))).toEqual({ ...narrow, ...rest })
  const long = requestFor(world, [{ pull: { body: 'x'.repeat(65_000) } }])
  const tooLarge = { workflow_dispatch: 'too large', repository_dispatch: 'too large' }
  expect(await ways(long)).toEqual({ ...tooLarge, 'the input request': 'fits', ...rest })
})

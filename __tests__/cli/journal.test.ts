/** The journal commands of the built program, on a journal that real runs have filled. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCommand } from '../support/runner.ts'
import { openScene, requestFor, secrets } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
const folder = mkdtempSync(join(tmpdir(), 'journal-cli-'))
const path = join(folder, 'journal.sqlite')
const journal = (...args: string[]) => runCommand(['journal', ...args], { env: { JOURNAL: path } })
const send = async () => {
  const stdin = JSON.stringify(requestFor(world))
  return runCommand(['run', '--request', '-', '--json'], { stdin, env: { JOURNAL: path } })
}

beforeAll(async () => {
  world = await openScene()
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('journal', () => {
  test('an empty one says so and is not made by looking', async () => {
    const done = await journal('list')
    expect(done.stdout).toBe('The journal holds no batch.\n')
    expect(done.exitCode).toBe(0)
    expect(existsSync(path)).toBe(false)
    expect((await journal('show', 'nothing')).exitCode).toBe(2)
  })

  test('shows what a run did, clears it, and the batch sent again still has its effects once', async () => {
    const first = await send()
    expect(first.exitCode).toBe(0)
    const { batch_id: id, results } = JSON.parse(first.stdout)
    const writes = world.writes()

    const listed = JSON.parse((await journal('list', '--json')).stdout)
    expect(listed).toMatchObject([{ batch_id: id, state: 'done', items: 1 }])
    expect((await journal('list')).stdout).toMatch(new RegExp(`^${id}  done  1 item  \\d{4}-.*\\+05:30\n$`))

    const shown = JSON.parse((await journal('show', id, '--json')).stdout)
    expect(shown).toMatchObject({ batch_id: id, state: 'done', response: { batch_id: id } })
    expect(shown.steps.map(({ step, state }: { step: string; state: string }) => `${step} ${state}`)).toEqual([
      'issue done',
      'branch done',
      'pull-request done',
      'comment done',
    ])
    expect(shown.steps[0].value.key).toBe(results[0].jira_ticket)
    expect((await journal('show', id)).stdout).toContain(results[0].jira_ticket)

    const cleared = await journal('clear', id)
    expect(cleared.stdout).toMatch(new RegExp(`^Cleared ${id}\\.`))
    expect((await journal('clear', id)).exitCode).toBe(2)
    expect((await journal('list', '--json')).stdout).toBe('[]\n')

    const again = JSON.parse((await send()).stdout)
    expect(again.results[0]).toMatchObject({ status: 'existing', jira_ticket: results[0].jira_ticket })
    expect(world.writes()).toEqual(writes)
    expect(world.violations).toEqual([])
  })

  test('clears by age, and only finished batches', async () => {
    const kept = JSON.parse((await journal('clear', '--older-than', '1', '--json')).stdout)
    expect(kept).toEqual({ cleared: [] })
    const cleared = JSON.parse((await journal('clear', '--older-than', '0', '--json')).stdout)
    expect(cleared.cleared).toHaveLength(1)
  })

  test('holds no credential, in no form', async () => {
    await send()
    const bytes = [path, `${path}-wal`].filter(existsSync).map((file) => readFileSync(file).toString('latin1'))
    const basic = Buffer.from(`dev@example.com:${secrets[2]}`).toString('base64')
    for (const secret of [...secrets, basic]) for (const text of bytes) expect(text).not.toContain(secret)
    expect(bytes.join('')).toContain('SEC-')
  })

  test.each([
    [[], /journal wants list/],
    [['drop'], /journal wants list/],
    [['clear'], /wants a batch id or --older-than/],
    [['clear', 'x', '--older-than', '3'], /wants a batch id or --older-than/],
    [['clear', '--older-than', 'week'], /whole number of days/],
    [['show'], /wants a batch id/],
  ])('journal %j is explained', async (args, words) => {
    const done = await journal(...args)
    expect(done.exitCode).toBe(2)
    expect(done.stderr).toMatch(words)
  })

  test('a file that is no journal is a clear failure', async () => {
    const done = await runCommand(['journal', 'list', '--journal', join(process.cwd(), 'package.json')])
    expect(done.exitCode).toBe(2)
    expect(done.stderr).toMatch(/journal cannot be read or written/)
  })
})

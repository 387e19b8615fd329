/** A journal that is killed, full, unwritable or busy under the real program: no effect without it, and none twice. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { count } from '../../scripts/faults/judge.ts'
import { type ChildRun, Lane, type RunOptions } from '../../scripts/faults/lane.ts'
import { prepare, type Scene } from '../../scripts/faults/scene.ts'

const pace = { epoch: Date.now(), speed: 30 }
const idle = { ...pace, effect: 'done', crash: undefined, refuse: false } as const
const onceEach = { issue: 1, branch: 1, 'pull-request': 1, comment: 1, link: 1 }
let lane: Lane

beforeAll(async () => {
  lane = await Lane.open(pace)
})
afterAll(async () => {
  await lane.close()
})

interface Stage {
  readonly scene: Scene
  readonly folder: string
  readonly journal: string
  run(more?: Partial<RunOptions>): Promise<ChildRun>
}

async function stage(): Promise<Stage> {
  const scene = await prepare(lane)
  const folder = join(lane.folder, scene.name)
  mkdirSync(folder)
  const run = (more: Partial<RunOptions> = {}) => lane.run({ request: scene.request, folder, plan: idle, ...more })
  return { scene, folder, journal: join(folder, 'journal.sqlite'), run }
}

const writes = () => lane.world.writes().total

describe('the program killed before a write of its journal', () => {
  test('at each one after the other: the file stays whole, and the next run ends with everything once', async () => {
    const { scene, journal, run } = await stage()
    let kills = 0
    // Each run gets a little further than the one before, until one is through.
    for (let write = 1; ; write++) {
      const done = await run({ plan: { ...idle, killAtWrite: write } })
      if (!done.killed) {
        expect(done.exitCode).toBe(0)
        break
      }
      kills++
      expect(integrity(journal)).toBe('ok')
    }
    expect(kills).toBeGreaterThan(5)
    expect(await count(scene)).toEqual(onceEach)
    expect((await run()).response?.results[0]?.status).toBe('existing')
    expect(await count(scene)).toEqual(onceEach)
  }, 300_000)
})

function integrity(path: string): unknown {
  const db = new DatabaseSync(path)
  try {
    return (db.prepare('PRAGMA integrity_check').get() as { integrity_check: unknown }).integrity_check
  } finally {
    db.close()
  }
}

describe('a journal that cannot be written', () => {
  test.each([
    ['in a place where nothing can be made', '/proc/journal.sqlite'],
    ['below a file', '/dev/null/journal.sqlite'],
    ['in a folder that takes no folders', '/proc/deep/down/journal.sqlite'],
  ])('%s: a clear failure before any effect', async (_, path) => {
    const { run } = await stage()
    const before = writes()
    const done = await run({ env: { JOURNAL: path } })
    expect(done.exitCode).toBe(2)
    expect(done.stderr).toMatch(/The journal cannot be read or written/)
    expect(done.stderr).toMatch(/Nothing is done without a journal/)
    expect(writes()).toBe(before)
  })

  test('no room from the start: a clear failure before any effect', async () => {
    const { run } = await stage()
    const before = writes()
    const done = await run({ fileLimit: 16 })
    expect(done.exitCode).toBe(2)
    expect(done.stderr).toMatch(/The journal cannot be read or written/)
    expect(writes()).toBe(before)
  })

  test('no room from some write on: nothing is made that is not intended first, and the next run goes on', async () => {
    let failed = 0
    for (const fileLimit of [88, 112]) {
      const { scene, journal, run } = await stage()
      const done = await run({ fileLimit })
      if (done.exitCode !== 0) failed++
      if (done.exitCode === 1) expect(JSON.stringify(done.response)).toContain('journal-unavailable')
      expect(integrity(journal)).toBe('ok')
      const made = await count(scene)
      expect(Object.values(made).every((number) => number <= 1)).toBe(true)
      expect((await run()).exitCode).toBe(0)
      expect(await count(scene)).toEqual(onceEach)
    }
    expect(failed).toBeGreaterThan(0)
  }, 60_000)

  test('no database: a clear failure, and the file is left as it is', async () => {
    const { folder, run } = await stage()
    const path = join(folder, 'notes.txt')
    writeFileSync(path, 'my notes, which are no journal\n'.repeat(100))
    const before = writes()
    expect((await run({ env: { JOURNAL: path } })).exitCode).toBe(2)
    expect(readFileSync(path, 'utf8')).toBe('my notes, which are no journal\n'.repeat(100))
    expect(writes()).toBe(before)
  })
})

describe('another process on the same file', () => {
  test('that writes for a while is waited for', async () => {
    const { scene, journal, run } = await stage()
    const other = new DatabaseSync(journal)
    other.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; CREATE TABLE another_program (id INTEGER)')
    const running = run()
    await new Promise((resolve) => setTimeout(resolve, 2500))
    other.exec('COMMIT')
    other.close()
    expect((await running).exitCode).toBe(0)
    expect(await count(scene)).toEqual(onceEach)
  }, 30_000)
})

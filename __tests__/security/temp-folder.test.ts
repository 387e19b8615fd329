/** The temporary folder has a name that others know: on a shared machine nobody else may have made it. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { runCommand } from '../support/runner.ts'
import { openScene, requestFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await openScene()
})
afterAll(() => world.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shared-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = () =>
  runCommand(['run', '--request', '-', '--dry-run'], {
    stdin: JSON.stringify(requestFor(world)),
    env: { TMPDIR: folder },
  })
const ours = () => join(folder, 'create-issues-and-prs')

test('is made for its user alone, and empty again at the end', async () => {
  const done = await run()
  expect([done.exitCode, done.stderr]).toEqual([0, expect.any(String)])
  expect([statSync(ours()).mode & 0o777, readdirSync(ours())]).toEqual([0o700, []])
})

const isRoot = process.getuid?.() === 0
const traps: [string, () => void, RegExp][] = [
  [
    'one that everybody may write',
    () => {
      mkdirSync(ours())
      chmodSync(ours(), 0o777)
    },
    /can be written by other users/,
  ],
  [
    'a link to elsewhere',
    () => {
      mkdirSync(join(folder, 'elsewhere'))
      symlinkSync(join(folder, 'elsewhere'), ours())
    },
    /is no folder/,
  ],
  ...(isRoot
    ? [
        [
          'one of another user',
          () => {
            mkdirSync(ours())
            chownSync(ours(), 12_345, 12_345)
          },
          /belongs to another user/,
        ] as [string, () => void, RegExp],
      ]
    : []),
]

test.each(traps)('%s is refused before anything is contacted', async (_name, set, why) => {
  set()
  const before = world.requests.length
  const { exitCode, stderr } = await run()
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(why)])
  expect(world.requests.length).toBe(before)
})

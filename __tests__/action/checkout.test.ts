/** The user's own checkout, where the step runs: not a byte of it changes, nor its index, HEAD or configuration. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runAction } from '../support/runner.ts'
import { appFiles, openScene, requestFor, secret, tokenFor } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
let workspace: string
beforeAll(async () => {
  world = await openScene()
  workspace = mkdtempSync(join(tmpdir(), 'checkout-'))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'pipe' })
  git('init', '--quiet', '--initial-branch=main')
  writeFileSync(join(workspace, 'package.json'), appFiles['package.json'] ?? '')
  git('add', '.')
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'start')
  // What actions/checkout leaves behind: a credential in the configuration that must not be sent twice.
  git('config', `http.${world.github.url}/.extraheader`, 'AUTHORIZATION: basic b3RoZXI6b3RoZXI=')
  writeFileSync(join(workspace, 'uncommitted.txt'), 'mine\n')
})
afterAll(async () => {
  rmSync(workspace, { recursive: true })
  await world.stop()
})

/** Every file with its bytes, mode and time of change. */
function picture(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const { mode, mtimeMs } = statSync(path)
      return [path, `${mode} ${mtimeMs} ${readFileSync(path, 'base64')}`]
    }),
  )
}

test('the step runs in a checkout and leaves it as it was', async () => {
  const before = picture(workspace)
  const inputs = { request: JSON.stringify(requestFor(world)), jwt: await tokenFor() }
  const event = { name: 'workflow_dispatch', payload: { inputs } }
  const run = await runAction({ world, workspace, event, inputs: { 'jwt-secret-key': secret } })
  expect(run.exitCode).toBe(0)
  expect(picture(workspace)).toEqual(before)
  expect(world.github.repository('acme/app')?.pulls).toHaveLength(1)
})

/** Lockfiles, refreshed by the real npm against a registry on loopback that knows one package. */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLockfiles } from '../../src/adapters/lockfiles.ts'
import type { WireResponse } from '../../src/batch/response.ts'
import type { Lockfiles } from '../../src/core/lockfiles.ts'
import { runCommand } from '../support/runner.ts'
import { openScene, requestFor } from '../support/scene.ts'

let registry: Server
let address: string
let temp: string
let lockfiles: Lockfiles
beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'lockfiles-'))
  registry = createServer((request, response) => {
    const isKnown = request.url === '/tiny'
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKnown ? packument() : { error: 'Not found' }))
  })
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
  const environment = { PATH: process.env.PATH ?? '', npm_config_registry: address }
  lockfiles = createLockfiles({
    log: { write() {} },
    tempRoot: temp,
    environment,
    signal: new AbortController().signal,
  })
})
afterAll(() => {
  registry.close()
  rmSync(temp, { recursive: true })
})

const integrity = (version: string) => `sha512-${Buffer.alloc(64, version).toString('base64')}`

function packument() {
  const version = (number: string) => ({
    name: 'tiny',
    version: number,
    dist: { tarball: `${address}/tiny/-/tiny-${number}.tgz`, integrity: integrity(number) },
  })
  return {
    name: 'tiny',
    'dist-tags': { latest: '1.0.1' },
    versions: { '1.0.0': version('1.0.0'), '1.0.1': version('1.0.1') },
  }
}

const manifest = (version: string, more = {}) =>
  JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { tiny: version }, ...more }, null, 2)
const lockfile = () =>
  JSON.stringify(
    {
      name: 'app',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'app', version: '1.0.0', dependencies: { tiny: '1.0.0' } },
        'node_modules/tiny': {
          version: '1.0.0',
          resolved: `${address}/tiny/-/tiny-1.0.0.tgz`,
          integrity: integrity('1.0.0'),
        },
      },
    },
    null,
    2,
  )

const bytes = (text: string) => new TextEncoder().encode(text)
const refresh = (name: string, content: string, packageJson: string) =>
  lockfiles.refresh({
    name,
    lockfile: bytes(content),
    manifests: new Map([['package.json', bytes(packageJson)]]),
    packageName: 'tiny',
  })

describe('the port', () => {
  test('npm writes the raised version, and runs no script', async () => {
    const scripts = { scripts: { preinstall: 'touch ../scripted', prepare: 'touch ../scripted' } }
    const outcome = await refresh('package-lock.json', lockfile(), manifest('1.0.1', scripts))
    expect(outcome.status).toBe('refreshed')
    const written = JSON.parse(Buffer.from('content' in outcome ? outcome.content : []).toString())
    expect(written.packages['node_modules/tiny'].version).toBe('1.0.1')
  })

  test.each([
    ['a workspace', 'package-lock.json', manifest('1.0.1', { workspaces: ['a'] }), /workspace/],
    ['a tool that would run code of the repository', 'Gemfile.lock', '', /run code/],
    ['a version that the registry does not know', 'package-lock.json', manifest('9.9.9'), /refused by npm/],
  ])('%s is left, with the reason', async (_name, name, packageJson, why) => {
    expect(await refresh(name, lockfile(), packageJson)).toMatchObject({
      status: 'left',
      message: expect.stringMatching(why),
      hint: expect.stringMatching(/\S/),
    })
  })
})

test('a batch with update-lockfiles commits the lockfile with its manifest', async () => {
  const world = await openScene()
  try {
    const repository = await world.github.addRepository('acme/locked', {
      'package.json': manifest('1.0.0'),
      'package-lock.json': lockfile(),
    })
    const request = requestFor(world, [{ name: 'tiny', from: '1.0.0', to: '1.0.1' }], { repo_url: repository.url })
    const env = { UPDATE_LOCKFILES: 'true', npm_config_registry: address }
    const { stdout } = await runCommand(['run', '--request', '-', '--json'], { stdin: JSON.stringify(request), env })
    const [item] = (JSON.parse(stdout) as WireResponse).results
    expect(item).toMatchObject({ status: 'created', warnings: [] })
    const locked = JSON.parse((await repository.text(item?.fix_branch ?? '', 'package-lock.json')) ?? '{}')
    expect(locked.packages['node_modules/tiny'].version).toBe('1.0.1')
    expect(await repository.text(item?.fix_branch ?? '', 'package.json')).toBe(manifest('1.0.1'))
  } finally {
    await world.stop()
  }
})

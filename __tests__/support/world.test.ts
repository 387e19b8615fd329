import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { GIT_ENVIRONMENT } from './git/bare-repository.ts'
import { startWorld, type World } from './world.ts'

const run = promisify(execFile)
const TOKEN = 'ghp_worldtoken0000000000000000000000000000'
const MANIFEST = '{"dependencies":{"lodash":"^4.17.19"}}\n'

let world: World
let folder: string

beforeEach(async () => {
  world = await startWorld()
  folder = mkdtempSync(join(tmpdir(), 'world-test-'))
})

afterEach(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs git with a token, as the program does: never in the address. */
async function git(args: readonly string[], token: string | undefined = TOKEN, cwd = folder): Promise<string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const config = token === undefined || token === '' ? [] : ['-c', `http.extraHeader=Authorization: Basic ${basic}`]
  const { stdout, stderr } = await run('git', [...config, ...args], { cwd, env: GIT_ENVIRONMENT })
  return stdout + stderr
}

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'it succeeded',
    (error: { stderr?: string }) => error.stderr ?? String(error),
  )

async function cloneAndCommit(url: string, files: Record<string, string>): Promise<string> {
  const clone = join(folder, 'clone')
  await git(['clone', '-q', url, clone])
  for (const [path, text] of Object.entries(files)) {
    await run('mkdir', ['-p', join(clone, path, '..')])
    writeFileSync(join(clone, path), text)
  }
  await git(['add', '-A'], '', clone)
  await git(['commit', '-q', '-m', 'Change'], '', clone)
  return clone
}

describe('git over HTTP', () => {
  test('a private repository is cloned with a token and with nothing else', async () => {
    world.github.addToken(TOKEN)
    const repository = await world.github.addRepository(
      'acme/web',
      {
        'package.json': MANIFEST,
        tool: { executable: '#!/bin/sh\n' },
        link: { symlink: 'package.json' },
        sub: { gitlink: '1'.repeat(40) },
      },
      { private: true },
    )
    expect(await failure(git(['ls-remote', repository.url], ''))).toMatch(/could not read Username/)
    expect(await failure(git(['ls-remote', repository.url], 'wrong'))).toMatch(/Authentication failed|could not read/)
    await git(['clone', '-q', repository.url, join(folder, 'web')])
    expect(readFileSync(join(folder, 'web/package.json'), 'utf8')).toBe(MANIFEST)
    expect((await repository.bare.list('main')).sort()).toEqual([
      '100644 package.json',
      '100755 tool',
      '120000 link',
      '160000 sub',
    ])
  })

  test('a blobless, shallow fetch leaves the blobs and fetches one on demand', async () => {
    const repository = await world.github.addRepository('acme/web', { a: 'A\n', b: 'B\n' })
    const bare = join(folder, 'bare')
    await git(['init', '-q', '--bare', bare], '')
    await git(['fetch', '-q', '--depth', '1', '--filter=blob:none', repository.url, 'main'], '', bare)
    const objects = await git(['cat-file', '--batch-all-objects', '--batch-check'], '', bare)
    expect(objects).not.toMatch(/ blob /)
    const oid = (await repository.bare.git(['rev-parse', 'main:b'])).trim()
    await git(['fetch', '-q', '--no-tags', repository.url, oid], '', bare)
    expect(await git(['cat-file', 'blob', oid], '', bare)).toBe('B\n')
  })

  test('a push counts as a write and lands; a token that may only read does not get through', async () => {
    world.github.addToken(TOKEN)
    world.github.addToken('reader', { kind: 'fine-grained', permissions: { contents: 'read' } })
    const repository = await world.github.addRepository('acme/web', { a: 'A\n' })
    const clone = await cloneAndCommit(repository.url, { a: 'B\n' })
    expect(await failure(git(['push', 'origin', 'HEAD:fix'], 'reader', clone))).toMatch(
      /Write access to repository not granted/,
    )
    expect(world.writes()).toEqual({ github: 0, jira: 0, git: 0, total: 0 })
    await git(['push', '-q', 'origin', 'HEAD:fix'], TOKEN, clone)
    expect(await repository.text('fix', 'a')).toBe('B\n')
    expect(world.writes()).toEqual({ github: 0, jira: 0, git: 1, total: 1 })
  })

  test('refused refs come back with the reasons that GitHub gives; the others are taken', async () => {
    world.github.addToken(TOKEN)
    world.github.addToken('app', { kind: 'installation' })
    const repository = await world.github.addRepository('acme/web', { a: 'A\n' }, { protectedBranches: ['main'] })
    const clone = await cloneAndCommit(repository.url, { a: 'B\n' })
    const both = await failure(git(['push', 'origin', 'HEAD:main', 'HEAD:free'], TOKEN, clone))
    expect(both).toMatch(/GH006: Protected branch update failed for refs\/heads\/main/)
    expect(both).toMatch(/\[remote rejected\] HEAD -> main \(protected branch hook declined\)/)
    expect(await repository.bare.branches()).toEqual(['free', 'main'])
    rmSync(clone, { recursive: true })
    const workflows = await cloneAndCommit(repository.url, { '.github/workflows/ci.yml': 'on: push\n' })
    expect(await failure(git(['push', 'origin', 'HEAD:wf'], 'app', workflows))).toContain(
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission',
    )
  })

  test('a renamed repository redirects, a doubled Authorization is refused, SHA-256 works', async () => {
    world.github.addToken(TOKEN)
    const repository = await world.github.addRepository('acme/old', { a: 'A\n' }, { objectFormat: 'sha256' })
    const url = repository.url
    world.github.renameRepository('acme/old', 'acme/new')
    const followed = await git(['-c', 'http.followRedirects=true', 'ls-remote', url], '')
    expect(followed).toMatch(/^[0-9a-f]{64}\tHEAD/)
    expect(await failure(git(['-c', 'http.followRedirects=false', 'ls-remote', url], ''))).toMatch(/301|redirect/)
    expect(
      await failure(git(['-c', 'http.extraHeader=Authorization: Basic eDp5', 'ls-remote', repository.url])),
    ).toMatch(/400/)
  })

  test('a push whose answer is lost has happened; one that is dropped before has not', async () => {
    world.github.addToken(TOKEN)
    const repository = await world.github.addRepository('acme/web', { a: 'A\n' })
    const clone = await cloneAndCommit(repository.url, { a: 'B\n' })
    const push = { server: 'git', method: 'POST', path: '/git-receive-pack' } as const
    world.fault({ ...push, kind: 'drop-before' })
    expect(await failure(git(['push', '-q', 'origin', 'HEAD:one'], TOKEN, clone))).not.toBe('it succeeded')
    world.fault({ ...push, kind: 'apply-then-drop' })
    expect(await failure(git(['push', '-q', 'origin', 'HEAD:two'], TOKEN, clone))).not.toBe('it succeeded')
    expect(await repository.bare.branches()).toEqual(['main', 'two'])
    world.fault({ ...push, kind: 'drop-before', silently: true })
    await git(['push', '-q', 'origin', 'HEAD:three'], TOKEN, clone)
    expect(await repository.bare.branches()).toEqual(['main', 'three', 'two'])
  })

  test('what the request log keeps of a credential is its scheme', async () => {
    world.github.addToken(TOKEN)
    const repository = await world.github.addRepository('acme/web', { a: 'A\n' }, { private: true })
    await git(['ls-remote', repository.url])
    expect(world.requests.map(({ server, identity }) => ({ server, identity }))).toContainEqual({
      server: 'git',
      identity: 'octocat',
    })
    expect(JSON.stringify(world.requests)).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'))
  })
})

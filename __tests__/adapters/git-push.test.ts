import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parsePorcelain } from '../../src/adapters/git/push.ts'
import type { GitRepository, Oid, RepositorySnapshot } from '../../src/core/ports.ts'
import { change, failureOf, openWorld, type World } from './git-world.ts'

let world: World
let repository: GitRepository
let snapshot: RepositorySnapshot

const lock = JSON.stringify(Array.from({ length: 3000 }, (_, i) => `package-${i}@${(i * 7919) % 1000}.${i % 13}.1`))

beforeEach(async () => {
  world = await openWorld()
  const url = world.server.repository('o/n', { 'package.json': '{}\n', 'package-lock.json': lock, README: 'hello\n' })
  repository = await world.repositories.open(world.target(url), { readOnly: false })
  snapshot = await repository.snapshot('main')
})
afterEach(async () => {
  await repository.close()
  await world.close()
})

const commit = (content: string): Promise<Oid> => snapshot.commit(change(snapshot.head, { 'package.json': content }))
const at = (branch: string): string => world.server.git('o/n', 'rev-parse', branch).trim()
const pushes = (): number =>
  world.server.requests.filter(({ method, url }) => method === 'POST' && url.includes('receive-pack')).length

function hook(name: string, script: string): void {
  const path = join(world.server.root, 'o/n/hooks', name)
  mkdirSync(join(world.server.root, 'o/n/hooks'), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

describe('a push', () => {
  test('of twenty branches is one request and fetches nothing', async () => {
    await snapshot.read(['package.json'], 100)
    const oids = await Promise.all(Array.from({ length: 20 }, (_, i) => commit(`{"n":${i}}`)))
    world.server.requests.length = 0
    const requests = oids.map((oid, i) => ({ branch: `fix/SEC-${i}`, oid, expect: undefined }))
    expect(await repository.push(requests)).toEqual(requests.map(({ branch }) => ({ branch, status: 'pushed' })))
    expect(world.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /o/n/info/refs?service=git-receive-pack',
      'POST /o/n/git-receive-pack',
    ])
    for (const { branch, oid } of requests) expect(at(branch)).toBe(oid)
    expect(at('main')).toBe(snapshot.head)
    world.server.git('o/n', 'fsck', '--full', '--strict')
  })

  test('does not fetch an old file that was never read', async () => {
    world.server.requests.length = 0
    const oid = await snapshot.commit(change(snapshot.head, { 'package-lock.json': `${lock} ` }))
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
    expect(world.server.requests.filter(({ url }) => url.includes('upload-pack'))).toEqual([])
    expect(world.server.git('o/n', 'cat-file', 'blob', 'fix:package-lock.json')).toBe(`${lock} `)
  })

  test('sends the difference of a large file, not the file', async () => {
    await snapshot.read(['package-lock.json'], 1_000_000)
    const oid = await snapshot.commit(change(snapshot.head, { 'package-lock.json': lock.replace('7919', '7920') }))
    let sent = 0
    world.server.fault = (request) => {
      if (request.method === 'POST') sent = Number(request.headers['content-length'])
      return false
    }
    await repository.push([{ branch: 'fix', oid, expect: undefined }])
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(2000)
    expect(lock.length).toBeGreaterThan(50_000)
  })

  test('of nothing asks nothing', async () => {
    world.server.requests.length = 0
    expect(await repository.push([])).toEqual([])
    expect(world.server.requests).toEqual([])
  })

  test('in a dry run is refused before anything is asked', async () => {
    const url = `${world.server.url}/o/n`
    const dry = await world.repositories.open(world.target(url), { readOnly: true })
    const oid = await commit('dry')
    world.server.requests.length = 0
    expect(await failureOf(dry.push([{ branch: 'fix', oid, expect: undefined }]))).toMatchObject({
      code: 'write-in-dry-run',
    })
    expect(world.server.requests).toEqual([])
    await dry.close()
  })
})

describe('a lease', () => {
  test('leaves a foreign branch alone while the others go through', async () => {
    const foreign = world.server.commit('o/n', 'fix/2', { README: 'mine' })
    const [a, b] = [await commit('a'), await commit('b')]
    const outcomes = await repository.push([
      { branch: 'fix/1', oid: a, expect: undefined },
      { branch: 'fix/2', oid: b, expect: undefined },
      { branch: 'main', oid: b, expect: foreign },
    ])
    expect(outcomes).toEqual([
      { branch: 'fix/1', status: 'pushed' },
      { branch: 'fix/2', status: 'stale' },
      { branch: 'main', status: 'stale' },
    ])
    expect([at('fix/2'), at('main')]).toEqual([foreign, snapshot.head])
  })

  test('on the exact commit of an earlier run lets it be replaced; on a vanished one not', async () => {
    const [a, b] = [await commit('a'), await commit('b')]
    await repository.push([{ branch: 'fix', oid: a, expect: undefined }])
    expect(await repository.push([{ branch: 'fix', oid: b, expect: a }])).toEqual([{ branch: 'fix', status: 'pushed' }])
    expect(at('fix')).toBe(b)
    expect(await repository.push([{ branch: 'gone', oid: b, expect: a }])).toEqual([
      { branch: 'gone', status: 'stale' },
    ])
  })

  test('does not matter where our commit is already', async () => {
    const oid = await commit('a')
    const request = { branch: 'fix', oid, expect: undefined }
    await repository.push([request])
    expect(await repository.push([request])).toEqual([{ branch: 'fix', status: 'pushed' }])
  })

  test.each([
    ['our own commit', 'pushed'],
    ['a foreign commit', 'stale'],
  ])('that %s overtakes at the last moment is %s', async (who, status) => {
    const oid = await commit('a')
    await repository.push([{ branch: 'first', oid, expect: undefined }])
    const winner = who.startsWith('our') ? oid : snapshot.head
    world.server.fault = (request) => {
      if (request.method === 'POST') world.server.git('o/n', 'update-ref', 'refs/heads/fix', winner)
      return false
    }
    const outcomes = await repository.push([
      { branch: 'fix', oid, expect: undefined },
      { branch: 'other', oid, expect: undefined },
    ])
    expect(outcomes).toEqual([
      { branch: 'fix', status },
      { branch: 'other', status: 'pushed' },
    ])
    expect(at('fix')).toBe(winner)
  })
})

describe('a refusal', () => {
  test('of one branch is told with its reason and stops no other', async () => {
    hook('update', 'case "$1" in refs/heads/protected) exit 1;; esac')
    const oid = await commit('a')
    const outcomes = await repository.push([
      { branch: 'protected', oid, expect: undefined },
      { branch: 'fix', oid, expect: undefined },
    ])
    expect(outcomes).toEqual([
      { branch: 'protected', status: 'rejected', reason: 'hook declined' },
      { branch: 'fix', status: 'pushed' },
    ])
  })

  test('because a name is in the way is told as such', async () => {
    const oid = await commit('a')
    await repository.push([{ branch: 'fix/SEC-1', oid, expect: undefined }])
    const outcomes = await repository.push([{ branch: 'fix', oid, expect: undefined }])
    expect(outcomes).toEqual([{ branch: 'fix', status: 'rejected', reason: expect.stringMatching(/\w/) }])
  })

  test('of the second of two commits for one branch', async () => {
    const [a, b] = [await commit('a'), await commit('b')]
    const outcomes = await repository.push([
      { branch: 'fix', oid: a, expect: undefined },
      { branch: 'fix', oid: b, expect: undefined },
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['pushed', 'rejected'])
    expect(at('fix')).toBe(a)
  })

  test('of the token is a failure', async () => {
    const oid = await commit('a')
    world.server.fault = (request, response) => {
      if (!request.url?.includes('receive-pack')) return false
      response.writeHead(403).end('Write access to repository not granted.')
      return true
    }
    const failure = await failureOf(repository.push([{ branch: 'fix', oid, expect: undefined }]))
    expect(failure).toMatchObject({ code: 'git-authentication', hint: expect.stringContaining('Contents') })
  })

  test('keeps the words GitHub uses, on one line and without credentials', () => {
    const reason = 'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/x.yml`'
    const lines = ['To https://github.com/o/n', `!\ta:refs/heads/fix/1\t[remote rejected] (${reason})`, 'Done', '']
    expect(parsePorcelain(lines.join('\n'))).toEqual(
      new Map([['fix/1', { flag: '!', summary: `[remote rejected] (${reason})` }]]),
    )
  })
})

describe('a connection that breaks', () => {
  const isPush = (request: { method?: string | undefined; url?: string | undefined }): boolean =>
    request.method === 'POST' && request.url?.includes('receive-pack') === true

  test('after the server did its work: what is there counts as pushed', async () => {
    const [a, b] = [await commit('a'), await commit('b')]
    hook('update', 'case "$1" in refs/heads/second) exit 1;; esac')
    world.server.cutAfter = isPush
    const outcomes = await repository.push([
      { branch: 'first', oid: a, expect: undefined },
      { branch: 'second', oid: b, expect: undefined },
    ])
    expect(outcomes).toEqual([
      { branch: 'first', status: 'pushed' },
      { branch: 'second', status: 'rejected', reason: expect.stringContaining('broke off') },
    ])
  })

  test('once: what libcurl sends again of itself is recognised as our own', async () => {
    const oid = await commit('a')
    let cuts = 0
    world.server.cutAfter = (request) => isPush(request) && cuts++ === 0
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
    expect(pushes()).toBe(2)
  })

  test('before anything arrived: in doubt, and pushed when asked again', async () => {
    const oid = await commit('a')
    world.server.fault = (request) => {
      if (!isPush(request)) return false
      request.socket.destroy()
      return true
    }
    const failure = await failureOf(repository.push([{ branch: 'fix', oid, expect: undefined }]))
    expect(failure).toMatchObject({ code: 'connection-lost', retry: 'ambiguous' })
    world.server.fault = undefined
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
  })

  test('for good: the failure of the push is thrown', async () => {
    const oid = await commit('a')
    let pushed = false
    world.server.fault = (request) => {
      pushed ||= isPush(request)
      if (pushed) request.socket.destroy()
      return pushed
    }
    expect((await failureOf(repository.push([{ branch: 'fix', oid, expect: undefined }]))).code).toBe('connection-lost')
  })

  test('while someone else took the branch: stale', async () => {
    const oid = await commit('a')
    world.server.fault = (request) => {
      if (!isPush(request)) return false
      world.server.git('o/n', 'update-ref', 'refs/heads/fix', snapshot.head)
      request.socket.destroy()
      return true
    }
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'stale' },
    ])
  })

  test('that hangs past the time allowed is cut, and in doubt', async () => {
    const oid = await commit('a')
    await repository.close()
    const hasty = world.adapter({ timeoutMs: 1500 })
    repository = await hasty.open(world.target(`${world.server.url}/o/n`), { readOnly: false })
    snapshot = await repository.snapshot('main')
    expect(await commit('a')).toBe(oid)
    let applied = false
    world.server.fault = (request) => {
      if (applied || !isPush(request)) return false
      applied = true
      world.server.git('o/n', 'update-ref', 'refs/heads/other', snapshot.head)
      return true
    }
    const request = { branch: 'fix', oid, expect: undefined }
    expect(await failureOf(repository.push([request]))).toMatchObject({ code: 'timed-out', retry: 'ambiguous' })
    expect(await repository.push([request])).toEqual([{ branch: 'fix', status: 'pushed' }])
  })
})

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { GitRepository } from '../../src/core/ports.ts'
import { git } from './git-server.ts'
import { basic, canary, change, failureOf, openWorld, texts, type World } from './git-world.ts'

let world: World
let repository: GitRepository

const manifest = '{\r\n\t"lodash": "^4.17.19"\r\n}'
const bytes = new Uint8Array(256).map((_, i) => i)

beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  await repository?.close()
  await world.close()
})

async function open(url: string, readOnly = false): Promise<GitRepository> {
  repository = await world.repositories.open(world.target(url), { readOnly })
  return repository
}

/** A commit with entries that no work tree can be asked to make. */
function plant(name: string, entries: string): void {
  const dir = join(world.server.root, name)
  const stream = `commit refs/heads/main\ncommitter A <a@x> 1700000000 +0000\ndata 1\nx\n${entries}\ndone\n`
  git(dir, ['fast-import', '--quiet', '--done', '--force'], stream)
}

describe('reading', () => {
  test('fetches the tree without blobs, then exactly the wanted blobs', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`src/file-${i}.txt`, `content ${i}\n`]))
    const url = world.server.repository('o/n', { ...files, 'package.json': manifest, 'sub/go.mod': 'module x\n' })
    const snapshot = await (await open(url)).snapshot('main')

    expect(snapshot.head).toBe(world.server.git('o/n', 'rev-parse', 'main').trim())
    expect(snapshot.tree).toHaveLength(62)
    expect(world.inside('objects', 'cat-file', '--batch-all-objects', '--batch-check')).not.toMatch(/ blob /)

    world.server.requests.length = 0
    const contents = await snapshot.read(['package.json', 'sub/go.mod'], 1000)
    expect(texts(contents)).toEqual({ 'package.json': manifest, 'sub/go.mod': 'module x\n' })
    expect(world.server.requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
    expect(world.inside('objects', 'cat-file', '--batch-all-objects', '--batch-check').match(/ blob /g)).toHaveLength(2)

    await snapshot.read(['package.json'], 1000)
    expect(world.server.requests).toHaveLength(2)
  })

  test('reads that come together share one fetch', async () => {
    const url = world.server.repository('o/n', { a: '1', b: '2', c: '3' })
    const snapshot = await (await open(url)).snapshot('main')
    world.server.requests.length = 0
    const all = await Promise.all(['a', 'b', 'c'].map((path) => snapshot.read([path], 10)))
    expect(all.map(texts)).toEqual([{ a: '1' }, { b: '2' }, { c: '3' }])
    expect(world.server.requests).toHaveLength(2)
  })

  test('gives bytes as they are, whatever attributes say', async () => {
    const attributes = '* text eol=lf working-tree-encoding=UTF-16 filter=lfs\n'
    plantRepository('o/n')
    const stream = Buffer.concat([
      Buffer.from('commit refs/heads/main\ncommitter A <a@x> 1700000000 +0000\ndata 1\nx\n'),
      Buffer.from(`M 100644 inline .gitattributes\ndata ${attributes.length}\n${attributes}\n`),
      Buffer.from(`M 100644 inline bytes\ndata ${bytes.length}\n`),
      bytes,
      Buffer.from('\ndone\n'),
    ])
    git(join(world.server.root, 'o/n'), ['fast-import', '--quiet', '--done'], stream)
    const snapshot = await (await open(`${world.server.url}/o/n`)).snapshot('main')
    expect([...((await snapshot.read(['bytes'], 1000)).get('bytes') ?? [])]).toEqual([...bytes])

    const oid = await snapshot.commit(change(snapshot.head, { bytes: Uint8Array.from(bytes).reverse() }))
    await repository.push([{ branch: 'fix', oid, expect: undefined }])
    const stored = Buffer.from(world.server.git('o/n', 'cat-file', 'blob', 'fix:.gitattributes'))
    expect(stored.toString()).toBe(attributes)
    const hex = git(join(world.server.root, 'o/n'), ['rev-parse', 'fix:bytes']).trim()
    const expected = git(world.tempRoot, ['hash-object', '--no-filters', '--stdin'], Uint8Array.from(bytes).reverse())
    expect(hex).toBe(expected.trim())
  })

  test('refuses links, submodules, directories, absent and too large files', async () => {
    plantRepository('o/n')
    const link = 'M 120000 inline link\ndata 11\n/etc/passwd\n'
    const sub = `M 160000 ${'1'.repeat(40)} module\n`
    plant('o/n', `${link}${sub}M 100644 inline dir/big\ndata 11\n01234567890\n`)
    const snapshot = await (await open(`${world.server.url}/o/n`)).snapshot('main')
    expect(snapshot.tree.map(({ path, mode }) => [path, mode])).toEqual([
      ['dir/big', '100644'],
      ['link', '120000'],
      ['module', '160000'],
    ])
    const before = world.server.requests.length
    for (const path of ['link', 'module', 'dir']) {
      expect(await failureOf(snapshot.read([path], 100))).toMatchObject({ code: 'file-not-regular', facts: { path } })
    }
    const absent = await failureOf(snapshot.read(['big'], 100))
    expect(absent).toMatchObject({ code: 'file-not-found', hint: expect.stringContaining('dir/big') })
    expect(world.server.requests).toHaveLength(before)
    const large = await failureOf(snapshot.read(['dir/big'], 10))
    expect(large).toMatchObject({ code: 'file-too-large', facts: { path: 'dir/big', bytes: 11, limit: 10 } })
    expect(texts(await snapshot.read(['dir/big'], 11))).toEqual({ 'dir/big': '01234567890' })
    for (const path of ['link', 'module', 'dir', 'dir/big/deeper']) {
      expect((await failureOf(snapshot.commit(change(snapshot.head, { [path]: 'x' })))).code).toBe('file-not-regular')
    }
  })

  test('lists paths with spaces, quotes, line feeds and other scripts, and leaves out what is not UTF-8', async () => {
    plantRepository('o/n')
    const names = ['a b', 'qu"ote', 'tab\\t', 'line\\nfeed', 'ü/日本.txt']
    const quoted = ['"a b"', '"qu\\"ote"', '"tab\\t"', '"line\\nfeed"', '"ü/日本.txt"', '"bad\\377"']
    plant('o/n', quoted.map((path) => `M 100644 inline ${path}\ndata 1\nx\n`).join(''))
    const snapshot = await (await open(`${world.server.url}/o/n`)).snapshot('main')
    const expected = names.map((name) => name.replace('\\t', '\t').replace('\\n', '\n'))
    expect(snapshot.tree.map(({ path }) => path).sort()).toEqual(expected.sort())
    expect(Object.keys(texts(await snapshot.read(expected, 10)))).toHaveLength(5)
  })

  test('works with a host that knows no filters, and says so once', async () => {
    const url = world.server.repository('o/n', { 'package.json': manifest, other: 'x' })
    world.server.git('o/n', 'config', 'uploadpack.allowFilter', 'false')
    await open(url)
    const snapshot = await repository.snapshot('main')
    await repository.snapshot('main')
    expect(texts(await snapshot.read(['package.json'], 100))).toEqual({ 'package.json': manifest })
    expect(world.lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })

  test('reads and writes a SHA-256 repository', async () => {
    const url = world.server.repository('o/n', { 'package.json': manifest }, { sha256: true })
    const snapshot = await (await open(url)).snapshot('main')
    expect(snapshot.head).toMatch(/^[0-9a-f]{64}$/)
    expect(texts(await snapshot.read(['package.json'], 100))).toEqual({ 'package.json': manifest })
    const oid = await snapshot.commit(change(snapshot.head, { 'package.json': '{}' }))
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
    expect((await repository.tips(['fix'])).map((tip) => tip.oid)).toEqual([oid])
  })

  test('two bases of one repository, fetched at once', async () => {
    const url = world.server.repository('o/n', { 'package.json': 'main' })
    world.server.commit('o/n', 'release/1', { 'package.json': 'old', more: 'x' })
    await open(url)
    const [main, release] = await Promise.all([repository.snapshot('main'), repository.snapshot('release/1')])
    expect([main.tree.length, release.tree.length]).toEqual([1, 2])
    expect(texts(await main.read(['package.json'], 10))).toEqual({ 'package.json': 'main' })
    // Only main's file has been read: the pack must not want the other one.
    const oid = await main.commit(change(main.head, { 'package.json': 'new' }))
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
  })
})

function plantRepository(name: string): void {
  world.server.repository(name)
}

describe('commits', () => {
  const start = { 'package.json': manifest, 'bin/run.sh': '#!/bin/sh\n', README: 'hello\n' }

  async function snapshotOf() {
    const url = world.server.repository('o/n', start)
    const dir = join(world.server.root, 'o/n')
    const blob = git(dir, ['rev-parse', 'main:bin/run.sh']).trim()
    const head = git(dir, ['rev-parse', 'main']).trim()
    const stream = `commit refs/heads/main\ncommitter A <a@x> 1700000000 +0000\ndata 1\nx\nfrom ${head}\nM 100755 ${blob} bin/run.sh\ndone\n`
    git(dir, ['fast-import', '--quiet', '--done'], stream)
    return await (await open(url)).snapshot('main')
  }

  test('change only the named files, keep modes, and have the asked identity, time and message', async () => {
    const snapshot = await snapshotOf()
    await snapshot.read(['package.json', 'bin/run.sh'], 1000)
    const message = 'fix(deps): ünïcode\r\n\r\ncommit refs/heads/main\nfrom 0\n\nBatch-Item: 12\n\n\n'
    const files = { 'package.json': '{}', 'bin/run.sh': 'echo\n', 'new dir/"x".toml': 'a' }
    const oid = await snapshot.commit({
      ...change(snapshot.head, files, message),
      author: { name: 'A <evil> \n author', email: 'a@x>\n' },
    })
    await repository.push([{ branch: 'fix', oid, expect: undefined }])

    const listed = world.server.git('o/n', 'ls-tree', '-r', '-z', 'fix').split('\0').slice(0, -1)
    expect(listed.map((entry) => entry.replace(/ blob [0-9a-f]+\t/, ' ')).sort()).toEqual([
      '100644 README',
      '100644 new dir/"x".toml',
      '100644 package.json',
      '100755 bin/run.sh',
    ])
    expect(world.server.git('o/n', 'rev-parse', 'fix:README')).toBe(world.server.git('o/n', 'rev-parse', 'main:README'))
    expect(world.server.git('o/n', 'cat-file', 'commit', 'fix')).toBe(
      `tree ${world.server.git('o/n', 'rev-parse', 'fix^{tree}').trim()}\nparent ${snapshot.head}\n` +
        'author A evil author <a@x> 1700000000 +0000\ncommitter Dependency Bot <bot@example.com> 1700000000 +0000\n\n' +
        'fix(deps): ünïcode\n\ncommit refs/heads/main\nfrom 0\n\nBatch-Item: 12\n',
    )
    world.server.git('o/n', 'fsck', '--strict', '--full')
  })

  test('are the same for the same input, and another for any other', async () => {
    const snapshot = await snapshotOf()
    const same = change(snapshot.head, { 'package.json': '{}' })
    const [first, again] = [await snapshot.commit(same), await snapshot.commit(same)]
    expect(again).toBe(first)
    await repository.close()
    const other = await (await open(`${world.server.url}/o/n`)).snapshot('main')
    expect(await other.commit(same)).toBe(first)
    const differing = [
      { ...same, message: 'x' },
      { ...same, time: 1 },
      { ...same, committer: { name: 'x', email: 'x' } },
      change(other.head, { 'package.json': '{} ' }),
    ]
    expect(new Set(await Promise.all(differing.map((request) => other.commit(request)))).add(first).size).toBe(5)
  })

  test('made together are one process; a bad one does not take the others with it', async () => {
    const snapshot = await snapshotOf()
    const before = world.processes()
    const good = Array.from({ length: 100 }, (_, i) => change(snapshot.head, { 'package.json': `${i}` }))
    const oids = await Promise.all(good.map((request) => snapshot.commit(request)))
    expect(new Set(oids).size).toBe(100)
    expect(world.processes() - before).toBe(1)

    const tree = world.server.git('o/n', 'rev-parse', 'main^{tree}').trim()
    const settled = await Promise.allSettled([
      snapshot.commit(change(snapshot.head, { 'package.json': 'good' })),
      // A tree is no parent. Git stops reading long before the end of this one.
      snapshot.commit(change(tree, { 'package.json': 'x'.repeat(8_000_000) })),
      snapshot.commit(change(snapshot.head, { 'package.json': 'good too' })),
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(world.inside('objects', 'cat-file', '--batch-all-objects', '--batch-check').match(/ blob /g)?.length).toBe(
      102,
    )
  })

  test('refuse paths that leave the tree or are git itself', async () => {
    const snapshot = await snapshotOf()
    const before = world.processes()
    const hostile = [
      '../x',
      '/etc/passwd',
      'a/../b',
      './a',
      'a//b',
      '.git/config',
      'a/.GIT/hooks/x',
      'git~1/x',
      '.git /x',
    ]
    for (const path of [...hostile, 'a\\b', 'C:x', 'a\nb', 'a\0b', '.g\u200cit/x', '.git:x', '']) {
      const failure = await failureOf(snapshot.commit(change(snapshot.head, { [path]: 'x' })))
      expect([path, failure.code]).toEqual([path, 'request-invalid'])
    }
    expect(world.processes()).toBe(before)
  })
})

describe('tips', () => {
  test('are the commits of the matching branches alone', async () => {
    const url = world.server.repository('o/n', { 'package.json': manifest, big: 'x'.repeat(10_000) })
    const trailers = 'Jira-Issue: SEC-7\nBatch-Item: abc'
    for (const branch of ['fix/SEC-7', 'fix/SEC-70', 'fix/a.b', 'fix/aXb', 'fix/SEC-7x/deep', 'other']) {
      world.server.commit('o/n', branch, { 'package.json': branch }, `fix\n\nNot: here\n\n${trailers}`)
    }
    await open(url, true)
    const [tip, ...rest] = await repository.tips(['fix/SEC-7'])
    expect(rest).toEqual([])
    expect(tip).toEqual({
      branch: 'fix/SEC-7',
      oid: world.server.git('o/n', 'rev-parse', 'fix/SEC-7').trim(),
      parents: [world.server.git('o/n', 'rev-parse', 'main').trim()],
      author: { name: 'Ada', email: 'ada@example.com' },
      time: Number(world.server.git('o/n', 'show', '-s', '--format=%at', 'fix/SEC-7')),
      message: `fix\n\nNot: here\n\n${trailers}\n`,
      trailers: new Map([
        ['Jira-Issue', 'SEC-7'],
        ['Batch-Item', 'abc'],
      ]),
    })
    const branches = async (...patterns: string[]) =>
      (await repository.tips(patterns)).map(({ branch }) => branch).sort()
    expect(await branches('fix/SEC-*')).toEqual(['fix/SEC-7', 'fix/SEC-70'])
    expect(await branches('fix/a.b', '*r')).toEqual(['fix/a.b', 'other'])
    expect(await branches('nothing/*', 'nor-this')).toEqual([])
    expect(await branches()).toEqual([])
    const types = world.inside('tips', 'cat-file', '--batch-all-objects', '--batch-check=%(objecttype)')
    expect(new Set(types.trim().split('\n'))).toEqual(new Set(['commit']))
  })

  test('do not spoil a later snapshot of the same commit', async () => {
    const url = world.server.repository('o/n', { 'package.json': manifest })
    await open(url)
    expect(await repository.tips(['main'])).toHaveLength(1)
    const snapshot = await repository.snapshot('main')
    expect(texts(await snapshot.read(['package.json'], 100))).toEqual({ 'package.json': manifest })
  })

  test('of an empty repository are none', async () => {
    expect(await (await open(world.server.repository('o/n'))).tips(['fix/*'])).toEqual([])
  })
})

describe('what is not there', () => {
  test('base branch, first commit, repository, token', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    const empty = world.server.repository('o/empty')
    await open(url)
    expect(await failureOf(repository.snapshot('master'))).toMatchObject({
      code: 'base-branch-not-found',
      hint: 'Set base_branch to one that does: main.',
      facts: { repository: url, branch: 'master' },
    })
    await repository.close()
    expect(await failureOf((await open(empty)).snapshot('main'))).toMatchObject({ code: 'repository-empty' })
    await repository.close()
    expect(await failureOf((await open(`${url}x`)).snapshot('main'))).toMatchObject({ code: 'repository-not-found' })
    await repository.close()
    world.server.authorization = basic('another token')
    expect(await failureOf((await open(url)).snapshot('main'))).toMatchObject({ code: 'git-authentication' })
    world.server.authorization = basic(canary)
    await repository.snapshot('main')
  })

  test.each([
    [403, 'git-authentication'],
    [404, 'repository-not-found'],
    [429, 'github-rate-limited'],
    [502, 'github-unavailable'],
    [302, 'redirected'],
  ])('an answer of %i is %s', async (status, code) => {
    const url = world.server.repository('o/n', { a: 'a' })
    world.server.fault = (_, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:1/o/n' }).end()
      return true
    }
    const failure = await failureOf((await open(url)).snapshot('main'))
    expect(failure).toMatchObject({ code, facts: { repository: url } })
    expect(failure.hint).not.toBe('')
  })

  test('a connection that breaks, a port that nobody has, a page that is no git', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    world.server.fault = (request) => {
      request.socket.destroy()
      return true
    }
    expect((await failureOf((await open(url)).snapshot('main'))).code).toBe('connection-lost')
    world.server.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>\n<h1>Log in</h1>\n</html>\n')
      return true
    }
    expect((await failureOf(repository.snapshot('main'))).code).toBe('answer-malformed')
    await repository.close()
    expect((await failureOf((await open('http://127.0.0.1:1/o/n')).snapshot('main'))).code).toBe('connection-refused')
  })

  test('git itself, or a git that is too old', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    const missing = world.adapter({ gitPath: '/nonexistent/git' })
    const target = world.target(url)
    expect(await failureOf(missing.open(target, { readOnly: true }))).toMatchObject({
      code: 'git-missing',
      hint: expect.stringContaining('2.39'),
    })
    const old = world.adapter({ gitPath: join(process.cwd(), '__tests__/adapters/fixtures/old-git') })
    expect(await failureOf(old.open(target, { readOnly: true }))).toMatchObject({
      code: 'git-missing',
      facts: { version: 'git version 2.30.2' },
    })
  })
})

describe('the temporary repository', () => {
  test('is for its owner only, and gone after close, also after a failure', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    await open(url)
    await repository.snapshot('main')
    const [directory = ''] = readdirSync(world.tempRoot)
    expect(statSync(join(world.tempRoot, directory)).mode & 0o777).toBe(0o700)
    await failureOf(repository.snapshot('nope'))
    await repository.close()
    expect(readdirSync(world.tempRoot)).toEqual([])
    expect((await failureOf(repository.snapshot('main'))).code).toBe('interrupted')
    expect(readdirSync(world.tempRoot)).toEqual([])
  })
})

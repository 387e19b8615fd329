import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanGitText } from '../../src/adapters/git/failures.ts'
import { branchFault, matchesPattern } from '../../src/adapters/git/names.ts'
import { importStream, parseTrailers } from '../../src/adapters/git/objects.ts'
import type { Failure } from '../../src/core/errors.ts'
import { git } from './git-server.ts'
import { basic, canary, change, failureOf, machine, openWorld, type World } from './git-world.ts'

let world: World
let scratch: string

beforeEach(async () => {
  world = await openWorld()
  scratch = mkdtempSync(join(tmpdir(), 'git-scratch-'))
})
afterEach(async () => {
  await world.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** Every way the token could stand in a text: raw, base64 in its three positions, base64url, percent, JSON, hex. */
function forms(token: string): string[] {
  const shifted = ['', 'x', 'xx'].map((before) => {
    const encoded = Buffer.from(before + token).toString('base64')
    return encoded.slice(before.length === 0 ? 0 : 4, -4)
  })
  const hex = Buffer.from(token).toString('hex')
  const url = Buffer.from(token).toString('base64url').slice(0, -4)
  const core = Buffer.from(`x-access-token:${token}`).toString('base64')
  return [token, ...shifted, url, encodeURIComponent(token), JSON.stringify(token).slice(1, -1), hex, core]
}

const hits = (text: string): string[] => forms(canary).filter((form) => text.includes(form))

function filesUnder(directory: string): string[] {
  return orGone(() => readdirSync(directory, { withFileTypes: true }), []).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return entry.isFile() ? [orGone(() => readFileSync(path).toString('latin1'), '')] : []
  })
}

/** What was read, or `gone` where git removed it meanwhile (a lock, a folder of its own). */
function orGone<Read>(read: () => Read, gone: Read): Read {
  try {
    return read()
  } catch (error) {
    if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return gone
    throw error
  }
}

/** The command lines of all processes, where the system shows them. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'latin1').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
}

const hostileBranches = [
  ...[
    '',
    '-x',
    '--upload-pack=touch canary',
    '-',
    '--',
    '@',
    'HEAD',
    '$(touch canary) ',
    '`touch canary` ',
    '; touch canary',
  ],
  ...[
    'a..b',
    '../a',
    'a/../b',
    'a@{1}',
    '@{-1}',
    'a\0b',
    'a\nb',
    'a\rb',
    'a\tb',
    'a b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a[b',
  ],
  ...[
    'a\\b',
    'a.lock',
    'a.lock/b',
    '.a',
    'a/.b',
    'a.',
    '/a',
    'a/',
    'a//b',
    '\u007f',
    'a\u001bb',
    '\ud800',
    'x'.repeat(300),
  ],
  ...['+refs/heads/main:refs/heads/x', ':refs/heads/main', '^main', 'main:main', '*'],
]

describe('branch names', () => {
  test('that are hostile are refused before any process', async () => {
    expect(hostileBranches.length).toBeGreaterThanOrEqual(30)
    const url = world.server.repository('o/n', { a: 'a' })
    const repository = await world.repositories.open(world.target(url), { readOnly: false })
    const oid = '1'.repeat(40)
    const before = [world.processes(), world.server.requests.length]
    for (const branch of hostileBranches) {
      const asked: Promise<unknown>[] = [
        repository.snapshot(branch),
        repository.push([{ branch, oid, expect: undefined }]),
      ]
      if (!branch.includes('*')) asked.push(repository.tips([branch]))
      for (const one of asked) expect([branch, (await failureOf(one)).code]).toEqual([branch, 'request-invalid'])
    }
    expect([world.processes(), world.server.requests.length]).toEqual(before)
    await repository.close()
  })

  test('are judged as git check-ref-format --branch does', () => {
    const accepts = (name: string) =>
      spawnSync('git', ['check-ref-format', '--branch', name], { cwd: scratch }).status === 0
    const parts = fc.constantFrom(
      ...['a', 'B', '7', '-', '.', '..', '/', '@', '{', '@{', '.lock', 'HEAD', '~', '^', ':', '?', '[', ']', '\\', ' '],
      ...['\u007f', '\n', 'é', '💩', '$(id)', ';', '%', '#', '"', "'", '(', '=', '+', '!', ','],
    )
    const names = fc.array(parts, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
    fc.assert(
      // git reads "@{-1}" and the like as what they stand for; a name never means that here.
      fc.property(names, (name) => {
        expect([name, branchFault(name) === undefined]).toEqual([name, accepts(name) && name !== '@'])
      }),
      {
        numRuns: 300,
        examples: hostileBranches.filter((name) => name.length < 200 && !/\0|\ud800/.test(name)).map((name) => [name]),
      },
    )
  })

  test('match patterns whole, with "*" for one part of a segment', () => {
    expect(matchesPattern('fix/*', 'fix/SEC-7')).toBe(true)
    expect(matchesPattern('*-a-*', 'x-a-y')).toBe(true)
    for (const [pattern, branch] of [
      ['fix/*', 'fix/a/b'],
      ['fix/*', 'fix/'],
      ['fix/*', 'prefix/a'],
      ['fix.1', 'fix-1'],
      ['fix/(a|b)', 'fix/a'],
    ] as const) {
      expect([pattern, matchesPattern(pattern, branch)]).toEqual([pattern, false])
    }
  })
})

describe('addresses', () => {
  test('other than https are refused before any process', async () => {
    const secret = `https://user:${canary}@github.com/o/n`
    const hostile = [
      ...[
        'ext::sh -c touch% canary',
        'file:///etc',
        '/etc',
        '../x',
        'ssh://git@github.com/o/n',
        'git@github.com:o/n',
        'git://h/o/n',
      ],
      ...[
        'http://github.com/o/n',
        'http://127.0.0.1.evil.com/o/n',
        'http://localhost@evil.com/o/n',
        'https://h/o/n?x',
        'https://h/o/n#x',
      ],
      ...[
        'https://h/o/../n',
        'https://h/o',
        'https://h',
        '-oProxyCommand=x',
        '--upload-pack=x',
        'https://h/o/n\n',
        'https::https://h/o/n',
      ],
      ...[
        'ftp://h/o/n',
        'https://h\\@evil/o/n',
        'https://h/o/n ',
        'HTTPS://u@h/o/n',
        'fd::3',
        'https://-x/o/n',
        'https:///o/n',
        secret,
      ],
    ]
    const before = world.processes()
    for (const url of hostile) {
      const target = { ...world.target('https://h/o/n'), url }
      const failure = await failureOf(world.repositories.open(target, { readOnly: true }))
      expect([url, failure.code]).toEqual([url, 'request-invalid'])
      expect(hits(JSON.stringify(failure.facts) + failure.message + failure.hint)).toEqual([])
    }
    const strict = world.adapter({ allowLoopbackHttp: false })
    const loopback = world.target(`${world.server.url}/o/n`)
    expect((await failureOf(strict.open(loopback, { readOnly: true }))).code).toBe('request-invalid')
    expect(world.processes()).toBe(before)
    expect(readdirSync(world.tempRoot)).toEqual([])
  })

  test('that redirect to another host show it nothing', async () => {
    const seen: string[] = []
    const other = createServer((request, response) => {
      seen.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
    const url = world.server.repository('o/n', { a: 'a' })
    const location = `http://localhost:${(other.address() as AddressInfo).port}/o/n`
    const repository = await world.repositories.open(world.target(url), { readOnly: false })
    const snapshot = await repository.snapshot('main')
    const oid = await snapshot.commit(change(snapshot.head, { a: 'b' }))
    for (const status of [301, 302, 303, 307, 308]) {
      world.server.fault = (request, response) => {
        response.writeHead(status, { location: `${location}${request.url?.slice('/o/n'.length)}` }).end()
        return true
      }
      expect((await failureOf(repository.snapshot('main'))).code).toBe('redirected')
      expect((await failureOf(snapshot.read(['a'], 9))).code).toBe('redirected')
      expect((await failureOf(repository.push([{ branch: 'x', oid, expect: undefined }]))).code).toBe('redirected')
    }
    expect(seen).toEqual([])
    await repository.close()
    await new Promise((done) => other.close(done))
  })
})

describe('the token', () => {
  test('is in no command line, file, message or log line, while it works and when it fails', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    world.server.authorization = basic(canary)
    const repository = await world.repositories.open(world.target(url), { readOnly: false })
    world.server.delay = 120
    let watching = true
    const seen: string[] = []
    const watch = (async () => {
      while (watching) {
        seen.push(...commandLines(), ...filesUnder(world.tempRoot))
        await sleep(15)
      }
    })()
    const snapshot = await repository.snapshot('main')
    await snapshot.read(['a'], 9)
    const oid = await snapshot.commit(change(snapshot.head, { a: 'b' }))
    await repository.push([{ branch: 'fix', oid, expect: undefined }])
    await repository.tips(['fix'])
    watching = false
    await watch
    expect(seen.filter((line) => line.includes('git-remote-http')).length).toBeGreaterThan(3)

    world.server.delay = 0
    const failures: Failure[] = []
    const echo = `${canary} Authorization: ${basic(canary)} https://x-access-token:${canary}@github.com/`
    for (const status of [401, 403, 404, 418, 500]) {
      world.server.fault = (_, response) => {
        response.writeHead(status, { 'content-type': 'text/plain' }).end(echo)
        return true
      }
      failures.push(await failureOf(repository.snapshot('main')))
      failures.push(await failureOf(repository.push([{ branch: 'other', oid, expect: undefined }])))
    }
    const pkt = (text: string) => (text.length + 4).toString(16).padStart(4, '0') + text
    world.server.fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' })
      response.end(`${pkt('# service=git-upload-pack\n')}0000${pkt(`ERR ${echo}`)}`)
      return true
    }
    const echoed = await failureOf(repository.snapshot('main'))
    expect(echoed.facts.git).toContain('***')
    failures.push(echoed)
    seen.push(...failures.map(({ message, hint, facts, stack }) => JSON.stringify({ message, hint, facts, stack })))
    seen.push(...world.lines.map((line) => JSON.stringify(line)))
    expect(hits(seen.join('\n'))).toEqual([])
    await repository.close()
  })

  test('is sent in one header only, whatever the machine has configured', async () => {
    const trap = join(scratch, 'canary')
    const hooks = join(scratch, 'hooks')
    mkdirSync(hooks)
    const script = join(hooks, 'pre-push')
    writeFileSync(script, `#!/bin/sh\ntouch ${trap}\n`)
    for (const name of ['post-checkout', 'reference-transaction', 'post-index-change', 'ask']) {
      writeFileSync(join(hooks, name), `#!/bin/sh\ntouch ${trap}\n`)
      chmodSync(join(hooks, name), 0o755)
    }
    chmodSync(script, 0o755)
    const config = `[core]\n\thooksPath = ${hooks}\n\tfsmonitor = ${script}\n\taskPass = ${script}\n\tsshCommand = ${script}
[http]\n\textraHeader = Authorization: Basic Zm9v\n\tproxy = http://127.0.0.1:1\n[credential]\n\thelper = !touch ${trap}
[url "ext::sh -c touch% ${trap}"]\n\tinsteadOf = http://\n[protocol "ext"]\n\tallow = always\n[alias]\n\tfetch = !touch ${trap}\n`
    for (const path of ['.gitconfig', 'git/config']) {
      mkdirSync(join(scratch, 'git'), { recursive: true })
      writeFileSync(join(scratch, path), config)
    }
    const checkout = join(scratch, 'checkout')
    mkdirSync(checkout)
    git(checkout, ['init', '-q', '-b', 'main'])
    git(checkout, ['commit', '-q', '--allow-empty', '-m', 'x'])
    const before = filesUnder(checkout).join()
    const environment = machine({
      HOME: scratch,
      XDG_CONFIG_HOME: scratch,
      GIT_CONFIG_GLOBAL: join(scratch, '.gitconfig'),
      GIT_CONFIG_SYSTEM: join(scratch, '.gitconfig'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: hooks,
      GIT_CONFIG_PARAMETERS: `'core.hooksPath=${hooks}'`,
      GIT_DIR: join(checkout, '.git'),
      GIT_WORK_TREE: checkout,
      GIT_INDEX_FILE: join(checkout, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(checkout, '.git/objects'),
      GIT_ASKPASS: join(hooks, 'ask'),
      GIT_TRACE: join(scratch, 'trace'),
      GIT_TRACE_CURL: join(scratch, 'trace'),
      GIT_EXEC_PATH: hooks,
      GIT_TEMPLATE_DIR: scratch,
      http_proxy: '',
    })
    const url = world.server.repository('o/n', {
      a: 'a',
      '.gitattributes': '* filter=evil\n',
      '.gitmodules': '[submodule "x"]\n',
    })
    world.server.authorization = basic(canary)
    const repository = await world.adapter({ environment }).open(world.target(url), { readOnly: false })
    const snapshot = await repository.snapshot('main')
    await snapshot.read(['a'], 9)
    const oid = await snapshot.commit(change(snapshot.head, { a: 'b' }))
    expect(await repository.push([{ branch: 'fix', oid, expect: undefined }])).toEqual([
      { branch: 'fix', status: 'pushed' },
    ])
    world.server.authorization = basic('other')
    expect((await failureOf(repository.snapshot('main'))).code).toBe('git-authentication')
    await repository.close()

    expect(world.server.requests.length).toBeGreaterThan(6)
    for (const { authorization } of world.server.requests) expect(authorization).toEqual([basic(canary)])
    expect([existsSync(trap), existsSync(join(scratch, 'trace'))]).toEqual([false, false])
    expect(filesUnder(checkout).join()).toBe(before)
  })

  test('is taken out of what git and the far side say', () => {
    const target = world.target('https://github.com/o/n')
    const texts = [
      `fatal: unable to access 'https://x-access-token:${canary}@github.com/o/n/'`,
      `> Authorization: ${basic(canary)}`,
      `remote: ${encodeURIComponent(canary)} ${Buffer.from(canary).toString('base64')}`,
      `proxy https://u:p4ssw0rd@proxy:3128 refused; Bearer abcdefghijkl; x-auth-token: p4ssw0rd`,
    ]
    const clean = cleanGitText(texts.join('\n'), target, 10_000)
    expect(hits(clean)).toEqual([])
    expect(clean).not.toMatch(/p4ssw0rd|abcdefghijkl/)
    expect(clean).toContain('github.com/o/n')
    expect(cleanGitText('a\u001b[31m\r\n::error::b', target)).toBe('a [31m ::error::b')
  })
})

describe('stopping', () => {
  const gitProcesses = (): string[] =>
    commandLines().filter((line) => line.includes(world.server.url) && /\bgit\b/.test(line))

  test('an abort ends every process of the tree, soon', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    const abort = new AbortController()
    const repository = await world.repositories.open(world.target(url), { readOnly: true, signal: abort.signal })
    world.server.fault = () => true
    const fetching = failureOf(repository.snapshot('main'))
    while (world.server.requests.length === 0) await sleep(10)
    expect(gitProcesses().length).toBeGreaterThanOrEqual(2)
    const started = performance.now()
    abort.abort()
    expect((await fetching).code).toBe('interrupted')
    // The server never answers: without the abort this takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
    for (let look = 0; look < 100 && gitProcesses().length > 0; look += 1) await sleep(50)
    expect(gitProcesses()).toEqual([])
    const before = world.processes()
    expect((await failureOf(repository.tips(['x']))).code).toBe('interrupted')
    expect(world.processes()).toBe(before)
    await repository.close()
    expect(readdirSync(world.tempRoot)).toEqual([])
  })

  test('close ends what is running', async () => {
    const url = world.server.repository('o/n', { a: 'a' })
    const repository = await world.repositories.open(world.target(url), { readOnly: true })
    world.server.fault = () => true
    const fetching = failureOf(repository.snapshot('main'))
    while (world.server.requests.length === 0) await sleep(10)
    await repository.close()
    expect((await fetching).code).toBe('interrupted')
    expect(gitProcesses()).toEqual([])
    expect(readdirSync(world.tempRoot)).toEqual([])
  })

  test('a process that goes on too long is ended, and no other is, whatever is written on stderr', async () => {
    const bystander = spawn('sleep', ['60'])
    const pid = (bystander.pid ?? 0).toString(16).padStart(8, '0')
    const fake = join(scratch, 'git')
    const line = (sid: string) => `{"event":"version","sid":"${sid}20260101T000000.000000Z-H00000000-P${pid}"}`
    const forged = [line(''), line('x/'), `remote: ${line('')}`]
      .map((text) => `printf '%s\\n' '${text}' >&2`)
      .join('\n')
    writeFileSync(fake, `#!/bin/sh\n[ "$1" = version ] && echo git version 2.47.0 && exit\n${forged}\nexec sleep 3\n`)
    chmodSync(fake, 0o755)
    const adapter = world.adapter({ gitPath: fake, timeoutMs: 300 })
    const repository = await adapter.open(world.target(`${world.server.url}/o/n`), { readOnly: true })
    const failure = await failureOf(repository.snapshot('main'))
    expect(failure).toMatchObject({ code: 'timed-out', hint: expect.stringMatching(/\w/) })
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
    bystander.kill()
    await repository.close()
  })
})

describe('git text formats', () => {
  test('any path and content goes through fast-import unchanged', () => {
    git(scratch, ['init', '-q', '--bare', '.'])
    const stream = 'commit refs/heads/p\ncommitter A <a@x> 1 +0000\ndata 0\ndone\n'
    git(scratch, ['fast-import', '--quiet', '--done'], stream)
    const parent = git(scratch, ['rev-parse', 'p']).trim()
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[\0/]|^\.+$|git/i.test(text))
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `d${parts.join('/')}`)
    let number = 0
    fc.assert(
      fc.property(path, fc.uint8Array({ maxLength: 50 }), fc.string(), (where, content, message) => {
        const request = { ...change(parent, { [where]: content }, message), message }
        const first = number++
        const made = git(
          scratch,
          ['fast-import', '--quiet', '--done', '--date-format=raw'],
          importStream([{ request, modes: new Map([[where, '100755']]) }], first),
        ).trim()
        const hash = git(scratch, ['hash-object', '--stdin', '--no-filters'], content).trim()
        expect(git(scratch, ['ls-tree', '-r', '-z', made])).toBe(`100755 blob ${hash}\t${where}\0`)
        expect(git(scratch, ['rev-list', '--count', made]).trim()).toBe('2')
      }),
      { numRuns: 40 },
    )
  })

  test('trailers are those of the last paragraph; the last of equal keys counts', () => {
    const message = 'Subject: no\n\nText: no\n\nBatch-Item: a\r\nBatch-Item:  b \nnot one\nJira-Issue:SEC-1\n'
    expect([...parseTrailers(message)]).toEqual([
      ['Batch-Item', 'b'],
      ['Jira-Issue', 'SEC-1'],
    ])
    expect(parseTrailers('Only: subject').size).toBe(0)
  })
})

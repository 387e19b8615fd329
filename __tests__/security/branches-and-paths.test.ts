/** Criteria 15, 16, 18 and 19 at the door: branches, addresses and paths that are refused before anything is started. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { branchFault } from '../../src/adapters/git/names.ts'
import { asFailure, kinds } from '../../src/core/errors.ts'
import { manifestFormatOf } from '../../src/manifests/index.ts'
import { faultsOf } from '../../src/request/faults.ts'
import { parseRequest } from '../../src/request/parse.ts'
import { branchProblem, pathProblem, readRepositoryUrl } from '../../src/request/rules.ts'
import { assertNoSecret, runAction } from '../support/runner.ts'
import { githubToken, openScene, requestFor, secret, secrets, tokenFor, type Wish } from '../support/scene.ts'
import type { World } from '../support/world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await openScene()
  folder = mkdtempSync(join(tmpdir(), 'canary-'))
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const canary = () => join(folder, 'canary')

/** A `git` before the real one on the PATH, which only says that it was started. Answers that PATH. */
function trap(): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const name of ['git', 'sh', 'bash', 'ssh']) {
    writeFileSync(join(bin, name), `#!/bin/bash\necho "${name} $*" >> ${canary()}\nexit 1\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return `${bin}:${process.env.PATH ?? ''}`
}

/** What the door says of a request: HTTP status and the pointers of its faults. */
function judged(request: unknown): { status: number; pointers: string[] } {
  try {
    parseRequest(request, { allowLoopback: true })
    return { status: 200, pointers: [] }
  } catch (error) {
    const failure = asFailure(error)
    return { status: kinds[failure.code].status, pointers: faultsOf(failure).map(({ pointer }) => pointer) }
  }
}

/** Runs the real action with this request where starting any git would be noticed. */
async function refusedByTheAction(request: unknown): Promise<string> {
  const seen = world.requests.length
  const path = process.env.PATH
  process.env.PATH = trap()
  const inputs = { request: JSON.stringify(request), jwt: await tokenFor(), 'jwt-secret-key': secret }
  const run = await runAction({ world, inputs }).finally(() => {
    process.env.PATH = path
  })
  expect([run.exitCode, world.requests.length, existsSync(canary())]).toEqual([2, seen, false])
  assertNoSecret(run, secrets)
  return run.log
}

const hostileBranches = [
  ...[
    '-x',
    '--upload-pack=touch canary',
    '--upload-pack=x',
    '-',
    '--',
    '-oProxyCommand=x',
    '--exec=x',
    '+main',
    ':main',
    '^main',
  ],
  ...[
    '$(id)',
    '`id`',
    ';id',
    'a;id',
    'a|id',
    'a&id',
    'a>b',
    'a<b',
    "a'b",
    'a"b',
    'a$HOME',
    'a!b',
    'a(b)',
    'a{b}',
    '{a,b}',
  ],
  ...[
    '..',
    'a..b',
    '../a',
    'a/../b',
    './a',
    'a/.',
    'a@{1}',
    '@{-1}',
    '@{u}',
    '@',
    'HEAD',
    'refs/heads/main',
    'refs/tags/x',
  ],
  ...[
    'a\u0000b',
    'a\nb',
    'a\rb',
    'a\tb',
    'a b',
    ' a',
    'a ',
    '\u001b[31m',
    '\u007f',
    'a\u0085b',
    'a\u2028b',
    'a\u202eb',
    'a\u200bb',
  ],
  ...[
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b',
    'a\\b',
    'a.lock',
    'a.lock/b',
    '.a',
    'a/.b',
    'a.',
    '/a',
    'a/',
    'a//b',
    'a/-b',
  ],
  ...[
    'x'.repeat(245),
    'main:main',
    '\ufeffmain',
    '{{jira_key}};id',
    '{{jira_key}}..',
    '{{pull_request_url}}',
    '\ud800',
  ],
]

describe('15. hostile branch names', () => {
  test('are answered 422, each with its pointer', () => {
    expect(new Set(hostileBranches).size).toBeGreaterThanOrEqual(70)
    for (const name of hostileBranches) {
      const request = requestFor(world, [{ pull: { branch_name: name } }])
      expect([name, judged(request)]).toEqual([name, { status: 422, pointers: ['/github_pr_requests/0/branch_name'] }])
      const base = requestFor(world, [{ pull: { base_branch: name } }])
      expect([name, judged(base)]).toEqual([name, { status: 422, pointers: ['/github_pr_requests/0/base_branch'] }])
    }
  })

  test('reach no shell, no git and no server', async () => {
    const wishes: Wish[] = hostileBranches.slice(0, 40).map((branch_name, at) => ({
      pull: { branch_name, title: `t${at}` },
      issue: { fields: { project: { key: 'SEC' }, summary: `s${at}` } },
    }))
    const log = await refusedByTheAction(requestFor(world, wishes))
    for (let at = 0; at < 40; at++) expect(log).toContain(`/github_pr_requests/${at}/branch_name`)
  })

  test('useful names are taken', () => {
    for (const name of [
      'fix/{{jira_key}}',
      'fix/SEC-7',
      'a',
      'fix/lodash-4.17.21',
      'bot/@scope_pkg',
      'release/1.x',
      'fix/é',
      'a#b',
      'a%b',
      'a+b',
      'a=b',
    ])
      expect([name, judged(requestFor(world, [{ pull: { branch_name: name } }])).status]).toEqual([name, 200])
  })

  test('what the door takes, git takes', () => {
    const unit = fc.constantFrom(
      ...'abAB01-_./@{}~^:?*[]\\ $;|&<>()!"\'`#%+=,',
      '\u0000',
      '\n',
      'é',
      '💩',
      '\u200b',
      '..',
      '.lock',
      'HEAD',
      '-',
    )
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
        (name) => {
          if (branchProblem(name) === undefined) expect([name, branchFault(name)]).toEqual([name, undefined])
        },
      ),
      { numRuns: 3000 },
    )
  })
})

const hostileAddresses = [
  ...[
    'ext::sh -c touch% canary',
    'ext::x',
    'fd::3',
    'file:///etc',
    'file://localhost/etc',
    '/etc',
    '../x',
    './x',
    '~/x',
    'C:\\x',
    'c:/x',
  ],
  ...[
    'ssh://git@github.com/o/n',
    'git@github.com:o/n.git',
    'github.com:o/n',
    'git://github.com/o/n',
    'git+ssh://github.com/o/n',
  ],
  ...[
    'http://github.com/o/n',
    'ftp://github.com/o/n',
    'https::https://github.com/o/n',
    'transport::address',
    'javascript:alert(1)',
  ],
  ...[
    `https://user:${githubToken}@github.com/o/n`,
    'https://user@github.com/o/n',
    'https://@github.com/o/n',
    'https://:@github.com/o/n',
  ],
  ...[
    'https://github.com/o/n?x',
    'https://github.com/o/n#x',
    'https://github.com/o',
    'https://github.com',
    'https://github.com/o/n/x',
  ],
  ...[
    'https://github.com/o/../n',
    'https://github.com/../n',
    'https://github.com/o/%2e%2e',
    'https://github.com/-o/n',
    'https://github.com/o/..',
  ],
  ...[
    '-oProxyCommand=x',
    '--upload-pack=x',
    'https://github.com\\@evil.com/o/n',
    'https://github.com/o/n\n',
    'https://github.com/o/n x',
  ],
  ...[
    'https:///o/n',
    'https://',
    'https:github.com',
    '//github.com/o/n',
    'HTTPS://u@github.com/o/n',
    'https://github.com/o/n\u0000',
    'github.com/o/n',
    'https://github.com/o/n;id',
    'https://github.com/$(id)/n',
  ],
]

describe('16. addresses that are no https repository', () => {
  test('are answered 422, each with its pointer, and are not repeated', () => {
    for (const url of hostileAddresses) {
      for (const [request, pointer] of [
        [requestFor(world, [{}], { repo_url: url }), '/repo_url'],
        [requestFor(world, [{ pull: { repo_url: url } }]), '/github_pr_requests/0/repo_url'],
      ] as const)
        expect([url, judged(request)]).toEqual([url, { status: 422, pointers: [pointer] }])
      expect([url, readRepositoryUrl(url, true)]).toEqual([url, undefined])
    }
  })

  test('start no process and reach no server', async () => {
    const wishes: Wish[] = hostileAddresses.map((repo_url, at) => ({ pull: { repo_url, title: `t${at}` } }))
    const log = await refusedByTheAction(requestFor(world, wishes))
    expect(log).not.toContain(githubToken)
    expect(log).not.toContain('ext::sh')
  })

  test('a Jira site is an https address without userinfo too', () => {
    for (const server_url of [
      'http://jira.example.com',
      'https://u:p@jira.example.com',
      'file:///etc',
      'https://j.example.com?x',
      'https://j.example.com/a/../b%2e',
    ])
      expect([server_url, judged(requestFor(world, [{ issue: { server_url } }])).status]).toEqual([server_url, 422])
  })
})

const hostilePaths = [
  ...[
    '..',
    '../package.json',
    'a/../package.json',
    'a/..',
    './package.json',
    '.',
    '/package.json',
    '//package.json',
    '/etc/passwd',
  ],
  ...[
    'a\u0000/package.json',
    'a\\package.json',
    '..\\package.json',
    'C:package.json',
    'C:/package.json',
    'c:\\package.json',
    '\\\\host\\x',
  ],
  ...[
    '.git/package.json',
    '.GIT/package.json',
    '.Git/hooks/package.json',
    'a/.git/package.json',
    'git~1/package.json',
    'GIT~2/package.json',
  ],
  ...[
    '.git /package.json',
    '.git./package.json',
    '.git . ./package.json',
    '.g\u200cit/package.json',
    '.git\u200d/package.json',
    '\u202e.git/package.json',
  ],
  ...[
    '.gi\ufefft/package.json',
    '.git\u2060/package.json',
    '.git::$INDEX_ALLOCATION/package.json',
    'package.json::$DATA',
    'package.json:x',
  ],
  ...[
    '~/package.json',
    '~root/package.json',
    'a//package.json',
    'a/package.json/',
    'package.json ',
    'package.json.',
    'a /package.json',
  ],
  ...[
    'a\npackage.json',
    'a\rpackage.json',
    'a\u007f/package.json',
    '',
    '.github/package.json',
    '.GitHub/workflows/package.json',
  ],
]

describe('18. paths that leave the repository or mean another file elsewhere', () => {
  test('are answered 422, each with its pointer', () => {
    for (const path of hostilePaths) {
      const request = requestFor(world, [{ pull: { dependency_files: ['package.json', path] } }])
      const pointers = ['/github_pr_requests/0/dependency_files/1']
      expect([path, judged(request)]).toEqual([path, { status: 422, pointers }])
    }
  })

  test('reach no git and no server', async () => {
    await refusedByTheAction(requestFor(world, [{ pull: { dependency_files: hostilePaths.slice(0, 40) } }]))
  })

  test('whatever is let through stays below the root on every file system', () => {
    const unit = fc.constantFrom(
      '.',
      '..',
      '/',
      '\\',
      'git',
      '.git',
      'GIT',
      '~1',
      ' ',
      'a',
      'package.json',
      ':',
      '\u200c',
      '\u0000',
      '%2e',
      'é',
    )
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 8 }).map((parts) => parts.join('')),
        (path) => {
          if (pathProblem(path) !== undefined) return
          const windows = path.replaceAll('\\', '/').split('/')
          expect(windows.some((part) => /^(\.{0,2}|\.?git(~\d+)?)[. ]*$/i.test(part))).toBe(false)
          expect(path).not.toMatch(/[\\:\u0000]|^[/~]/)
        },
      ),
      { numRuns: 5000 },
    )
  })
})

test('19. only known manifests have a format; what runs code in CI or at install has none', () => {
  const others = [
    ...[
      '.github/workflows/ci.yml',
      '.github/dependabot.yml',
      'action.yml',
      '.gitlab-ci.yml',
      'Jenkinsfile',
      '.circleci/config.yml',
    ],
    ...[
      'Makefile',
      'Dockerfile',
      'docker-compose.yml',
      'Rakefile',
      'Gruntfile.js',
      'gulpfile.js',
      'webpack.config.js',
      'build.rs',
      'conftest.py',
    ],
    ...[
      '.npmrc',
      '.pypirc',
      '.bundle/config',
      '.cargo/config.toml',
      '.mvn/jvm.config',
      '.mvn/wrapper/maven-wrapper.properties',
    ],
    ...[
      'gradlew',
      'gradlew.bat',
      'mvnw',
      'gradle/wrapper/gradle-wrapper.properties',
      '.husky/pre-commit',
      '.pre-commit-config.yaml',
    ],
    ...[
      'package-lock.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'Gemfile.lock',
      'poetry.lock',
      'Cargo.lock',
      'composer.lock',
      'go.sum',
    ],
    ...[
      '.gitattributes',
      '.gitmodules',
      '.gitconfig',
      '.lfsconfig',
      'CODEOWNERS',
      '.envrc',
      '.env',
      'README.md',
      'index.js',
      'a.sh',
      'x.pth',
    ],
    ...[
      'package.json.bak',
      'package.jsonx',
      'xpackage.json',
      'pom.xml~',
      'go.mod.sum',
      'requirements.txt.sh',
      'package.json/x',
    ],
  ]
  expect(others.filter((path) => manifestFormatOf(path) !== undefined)).toEqual([])
  for (const path of ['package.json', 'a/pom.xml', 'requirements-dev.txt', 'go.mod'])
    expect(manifestFormatOf(path)).toBeDefined()
})

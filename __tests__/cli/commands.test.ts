/** The command line as a person meets it: help, exit codes, the editor alone, tokens. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import { sha256 } from '../../src/core/digest.ts'
import { PROJECT, runCommand } from '../support/runner.ts'
import { secret } from '../support/scene.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (args: readonly string[], options: Parameters<typeof runCommand>[1] = {}) =>
  runCommand(args, { cwd: folder, ...options })
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('help and usage', () => {
  test('--help names every command, and each has its own with examples', async () => {
    const { stdout, exitCode } = await run(['--help'])
    expect(exitCode).toBe(0)
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] as string)
    expect(commands).toEqual(expect.arrayContaining(['run', 'edit', 'check', 'token']))
    for (const command of commands) {
      const help = await run([command, '--help'])
      expect(help.exitCode).toBe(0)
      expect(help.stdout).toContain(`create-issues-and-prs ${command}`)
      expect(help.stdout).toMatch(/Examples?:/)
    }
  })

  test.each([
    [['fly'], /"fly" is no command.*Use one of/],
    [['run'], /--request is missing/],
    [['run', '--request', 'nowhere.json'], /"nowhere.json" cannot be read \(ENOENT\)/],
    [['run', '--reqest', 'x'], /Unknown option '--reqest'/],
    [['edit', '--package', 'x', '--from', '1', '--to', '2'], /No file is named/],
    [
      ['edit', '--package', 'x', '--from', '1', '--to', '2', '--ecosystem', 'pip', 'x'],
      /--ecosystem: "pip" is not known/,
    ],
    [['token', '--expires-in', 'soon'], /--expires-in|JWT_SECRET_KEY/],
  ])('%j', async (args, message) => {
    const { stderr, exitCode } = await run(args)
    expect(stderr).toMatch(message)
    expect(exitCode).toBe(2)
  })

  test('an older Node gets one line', async () => {
    const script = put(
      'old.mjs',
      `Object.defineProperty(process.versions, 'node', { value: '20.11.1' })\nawait import(${JSON.stringify(join(PROJECT, 'dist/index.js'))})\n`,
    )
    const { stderr, exitCode } = await run([], { script })
    expect(stderr).toBe('create-issues-and-prs needs Node 24 or newer, and this is Node 20.11.1.\n')
    expect(exitCode).toBe(2)
  })

  test('a wrong setting is one line that names it', async () => {
    const { stderr, exitCode } = await run(['check'], { env: { PORT: 'eighty', JWT_ALGORITHM: 'none' } })
    expect(stderr).toMatch(/JWT_ALGORITHM: expected one of HS256/)
    expect(stderr).toMatch(/PORT: expected a whole number/)
    expect(exitCode).toBe(2)
  })
})

describe('edit', () => {
  const manifest = '{\n  "dependencies": { "lodash": "^4.17.19" }\n}\n'
  const change = ['--package', 'lodash', '--from', '4.17.19', '--to', '4.17.21']

  test('shows a diff, checks, writes, and then has nothing to do', async () => {
    const file = put('package.json', manifest)
    const diff = await run(['edit', ...change, '--diff', 'package.json'])
    expect(diff.stdout).toContain('+  "dependencies": { "lodash": "^4.17.21" }')
    expect(diff.exitCode).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(manifest)
    expect((await run(['edit', ...change, '--check', 'package.json'])).exitCode).toBe(1)
    expect((await run(['edit', ...change, '--write', 'package.json'])).exitCode).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(manifest.replace('4.17.19', '4.17.21'))
    const again = await run(['edit', ...change, '--check', 'package.json'])
    expect([again.stdout, again.exitCode]).toEqual(['', 0])
    rmSync(file)
  })

  test('a refusal names the code, the line and what to do', async () => {
    put('requirements.txt', 'b==1.0 --hash=sha256:aaaa\n')
    const { stderr, exitCode } = await run([
      'edit',
      '--package',
      'b',
      '--from',
      '1.0',
      '--to',
      '1.1',
      'requirements.txt',
    ])
    expect(stderr).toMatch(/^refused \(hash-pinned\): requirements\.txt:1: /)
    expect(exitCode).toBe(1)
  })
})

describe('edit --ndjson', () => {
  test('one answer a line, in order, whatever comes', async () => {
    const lines = [
      {
        id: 1,
        path: 'package.json',
        content: '{"dependencies":{"b":"1.0.0"}}',
        package: 'b',
        from: '1.0.0',
        to: '1.0.1',
      },
      {
        id: 'x',
        path: 'build.gradle',
        content: 'dependencies { implementation "g:b:$bVersion" }\n',
        package: 'g:b',
        from: '1.0',
        to: '1.1',
        context: [{ path: 'gradle.properties', content: 'bVersion=1.0\n' }],
      },
      {
        id: 3,
        files: [{ path: 'go.mod', content: 'module m\n\nrequire a.b/c v1.0.0\n' }],
        package: 'a.b/c',
        from: 'v1.0.0',
        to: 'v1.0.1',
      },
      {
        id: 4,
        path: 'package.json',
        content: '{"dependencies":{"b":"2.0.0"}}',
        package: 'b',
        from: '1.0.0',
        to: '1.0.1',
      },
      { id: 5, path: 'requirements.txt', content: 'b==1.0 --hash=sha256:aaaa\n', package: 'b', from: '1.0', to: '1.1' },
      { id: 6, path: 'package.json' },
    ]
    const { stdout, exitCode } = await run(['edit', '--ndjson'], {
      stdin: `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`,
    })
    expect(exitCode).toBe(0)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject([
      { id: 1, status: 'updated', content: '{"dependencies":{"b":"1.0.1"}}', files: [] },
      {
        id: 'x',
        status: 'updated',
        content: lines[1]?.content,
        files: [{ path: 'gradle.properties', content: 'bVersion=1.1\n' }],
      },
      { id: 3, status: 'updated', files: [{ path: 'go.mod', content: 'module m\n\nrequire a.b/c v1.0.1\n' }] },
      { id: 4, status: 'unchanged', content: '{"dependencies":{"b":"2.0.0"}}' },
      { id: 5, status: 'refused', content: 'b==1.0 --hash=sha256:aaaa\n', refusal: { code: 'hash-pinned' } },
      { id: 6, status: 'refused', refusal: { code: 'invalid-request' } },
      { id: null, status: 'refused', refusal: { code: 'invalid-request' } },
    ])
    expect(answers[0].edits).toEqual([
      { path: 'package.json', line: 1, before: '1.0.0', after: '1.0.1', via: 'dependencies' },
    ])
  })
})

describe('token', () => {
  test('signs what is asked for, and binds it to a request', async () => {
    const text = '{"items":[]}'
    const request = put('request.json', text)
    const { stdout } = await run(['token', '--claims', '{"sub":"me"}', '--request', request], {
      env: { JWT_SECRET_KEY: secret },
    })
    const claims = decodeJwt(stdout.trim())
    expect(claims).toMatchObject({ sub: 'me', request_sha256: sha256(text), jti: expect.any(String) })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300)
  })
})

test('check names what is there and what is missing', async () => {
  const bare = await run(['check'])
  expect(bare.stdout).toMatch(/^ok {6}git: \d/m)
  expect(bare.stdout).toMatch(/^MISSING JWT_SECRET_KEY/m)
  expect(bare.exitCode).toBe(1)
  const whole = await run(['check', '--json'], { env: { JWT_SECRET_KEY: secret } })
  expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true })
  expect(whole.exitCode).toBe(0)
})

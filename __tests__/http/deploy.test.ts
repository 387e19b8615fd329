/** What the server is shipped with: started exactly as the Dockerfile says, and every setting told in .env.example. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/core/config.ts'
import { removeFolder, temporaryFolder } from '../support/runner/process.ts'
import { PROJECT } from '../support/runner.ts'
import { startServer } from '../support/serve.ts'

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8')

describe('the Dockerfile', () => {
  const lines = read('Dockerfile')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
  const instruction = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  const list = (text = '[]') => JSON.parse(text.slice(text.indexOf('['))) as string[]
  const env = Object.fromEntries(
    instruction('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
  )

  test('copies only what is in the repository, and runs as a user without rights', () => {
    const copied = instruction('COPY').filter((line) => !line.includes('--from'))
    expect(copied).toEqual(['dist /app', 'LICENSE /app/LICENSE'])
    expect(read('.dockerignore').trim().split('\n')).toEqual(['*', '!dist', '!LICENSE'])
    expect(instruction('USER')).toEqual(['batches'])
    expect(lines.findIndex((line) => line.startsWith('USER'))).toBeLessThan(
      lines.findIndex((line) => line.startsWith('ENTRYPOINT')),
    )
  })

  test('a copy of .env.example does not undo what the image sets', () => {
    const example = parseEnv(read('.env.example'))
    const undone = Object.keys(env).filter((name) => name in example && example[name] !== env[name])
    expect(undone).toEqual([])
  })

  test('its command starts the server, its health check sees that it lives, and SIGTERM ends it well', async () => {
    const command = [...list(instruction('ENTRYPOINT')[0]), ...list(instruction('CMD')[0])]
    expect(command[0]).toBe('node')
    const here = command.map((part) => part.replace(/^node$/, process.execPath).replace('/app/', `${PROJECT}/dist/`))
    const data = temporaryFolder('data')
    const server = await startServer({
      command: here,
      env: { ...env, JOURNAL: (env.JOURNAL ?? '').replace('/data', data), PORT: '0' },
    })
    const [, ...health] = list(instruction('HEALTHCHECK')[0]?.replace(/.*CMD /, ''))
    const check = () => spawnSync(process.execPath, health, { env: { PORT: String(server.port) } }).status
    try {
      expect(server.log()).toMatch(/^\{"time":.*"message":"listening on http:\/\/0\.0\.0\.0:/m)
      expect(check()).toBe(0)
    } finally {
      expect(await server.stop()).toBe(0)
    }
    expect(check()).toBe(1)
    removeFolder(data)
  })
})

test('.env.example names every setting, with its default', () => {
  // Those that the image sets itself stand as comments: a line in --env-file would win over it.
  const example = parseEnv(read('.env.example').replace(/^# (HOST|JOURNAL|LOG_FORMAT)=/gm, '$1='))
  const source = read('src/core/config.ts')
  const known = [...new Set([...source.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1] as string))]
  expect(Object.keys(example).sort()).toEqual(known.sort())
  const { childEnvironment: _, ...fromExample } = readConfig(example)
  const { childEnvironment: __, ...defaults } = readConfig({})
  expect(fromExample).toEqual(defaults)
})

test('the systemd unit starts the same command, reads the same settings, and gives a drain its time', () => {
  const unit = read('deploy/create-issues-and-prs.service')
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1]
  expect(value('ExecStart')).toMatch(/node \/opt\/create-issues-and-prs\/dist\/index\.js serve$/)
  expect(value('KillSignal')).toBe('SIGTERM')
  expect(Number(value('TimeoutStopSec'))).toBeGreaterThanOrEqual(35)
  for (const name of ['DynamicUser', 'NoNewPrivileges', 'PrivateTmp', 'ProtectHome'])
    expect([name, value(name)]).toEqual([name, 'yes'])
})

test('dist/licenses.txt has the licence of the docs page, and of what is built into it', () => {
  const text = read('dist/licenses.txt')
  expect(text).toContain(read('node_modules/rapidoc/LICENSE.txt').trim())
  const named = (name: string) => new RegExp(`^${name}\n[\\w.-]+$`, 'm').test(text)
  const inside = ['rapidoc', 'lit', 'lit-html', 'marked', 'prismjs', 'buffer', 'ieee754', 'swagger-client', 'randexp']
  expect(inside.filter((name) => !named(name))).toEqual([])
  expect(text).toMatch(/Apache License\s+Version 2\.0/)
})

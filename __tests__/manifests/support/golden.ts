import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Change, Ecosystem, ManifestText, RefusalCode } from '../../../src/manifests/format.ts'
import { decodeManifest } from '../../../src/manifests/splice.ts'

/** What a golden folder expects of the plan. */
export type Expected =
  | { readonly status: 'edit'; readonly files: readonly ManifestText[] }
  | { readonly status: 'already' }
  | { readonly status: 'refused'; readonly code: RefusalCode }

/** One golden folder: `in/`, `change.json`, and `out/`, `already.json` or `refused.json`; `notes.json` if notes matter. */
export interface GoldenCase {
  readonly name: string
  readonly change: Change
  readonly files: readonly ManifestText[]
  readonly expected: Expected
  readonly notes: readonly string[] | undefined
}

// Jest itself reads every file called package.json, broken ones too; such a file is stored as package.json.golden.

/** Every golden folder below `root`, two levels deep: `<group>/<case>`. */
export function goldenCases(root: string): readonly GoldenCase[] {
  return foldersOf(root).flatMap((group) =>
    foldersOf(join(root, group)).map((name) => readCase(join(root, group, name), `${group}/${name}`)),
  )
}

function readCase(folder: string, name: string): GoldenCase {
  const change = changeOf(json(join(folder, 'change.json')) as Record<string, unknown>)
  const files = textsOf(join(folder, 'in'))
  const notes = join(folder, 'notes.json')
  return {
    name,
    change,
    files,
    expected: expectedOf(folder, files),
    notes: existsSync(notes) ? (json(notes) as string[]) : undefined,
  }
}

function changeOf({ package: packageName, ...rest }: Record<string, unknown>): Change {
  const change = { packageName, ...rest } as unknown as Change & { ecosystem?: Ecosystem }
  for (const key of ['packageName', 'from', 'to'] as const) {
    if (typeof change[key] !== 'string') throw new Error(`change.json has no ${key}`)
  }
  return change
}

function expectedOf(folder: string, files: readonly ManifestText[]): Expected {
  const verdicts = ['out', 'already.json', 'refused.json'].filter((name) => existsSync(join(folder, name)))
  if (verdicts.length !== 1) throw new Error(`${folder} needs exactly one of out/, already.json, refused.json`)
  if (verdicts[0] === 'already.json') return { status: 'already' }
  if (verdicts[0] === 'refused.json') {
    return { status: 'refused', code: (json(join(folder, 'refused.json')) as { code: RefusalCode }).code }
  }
  const out = textsOf(join(folder, 'out'))
  const stray = out.find(({ path }) => !files.some((file) => file.path === path))
  if (stray) throw new Error(`${folder}/out/${stray.path} has no counterpart in in/`)
  const changed = out.filter(({ path, text }) => files.find((file) => file.path === path)?.text !== text)
  if (changed.length === 0) throw new Error(`${folder}/out changes nothing; use already.json`)
  return { status: 'edit', files: changed }
}

function textsOf(root: string): readonly ManifestText[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: relative(root, file)
        .split(sep)
        .join('/')
        .replace(/\.golden$/, ''),
      text: textOf(file),
    }))
}

function textOf(file: string): string {
  const text = decodeManifest(readFileSync(file))
  if (typeof text !== 'string') throw new Error(`${file}: ${text.message}`)
  return text
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

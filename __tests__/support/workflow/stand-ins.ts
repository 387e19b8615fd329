/** Local stand-ins for the actions that example workflows use around ours: checkout, artifacts, setup. */
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Value } from './expression.ts'
import { asText } from './expression.ts'

export interface StandInContext {
  readonly workspace: string
  /** One folder for the run; an artifact is a folder in it. */
  readonly artifacts: string
  /** The repository that `actions/checkout` puts into the workspace; undefined: nothing is put there. */
  readonly checkout: string | undefined
}

type StandIn = (inputs: Readonly<Record<string, Value>>, context: StandInContext) => Record<string, string>

const NONE: StandIn = () => ({})

const STAND_INS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': (_, { workspace, checkout }) => {
    if (checkout !== undefined) cpSync(checkout, workspace, { recursive: true })
    return {}
  },
  'actions/setup-node': NONE,
  'actions/cache': NONE,
  'actions/create-github-app-token': () => ({ token: 'app-token-of-the-world' }),
  'actions/upload-artifact': upload,
  'actions/download-artifact': download,
}

/** The stand-in for `owner/name@ref`; undefined when there is none. */
export function standInFor(uses: string): StandIn | undefined {
  return STAND_INS[uses.split('@')[0] ?? '']
}

function upload(
  inputs: Readonly<Record<string, Value>>,
  { workspace, artifacts }: StandInContext,
): Record<string, string> {
  const name = asText(inputs.name) || 'artifact'
  const target = join(artifacts, name)
  const paths = asText(inputs.path)
    .split('\n')
    .map((path) => path.trim())
    .filter(Boolean)
  const found = paths.map((path) => (path.startsWith('/') ? path : join(workspace, path))).filter(existsSync)
  if (found.length === 0 && asText(inputs['if-no-files-found']) === 'error')
    throw new Error(`No files were found with the provided path: ${asText(inputs.path)}`)
  if (existsSync(target) && asText(inputs.overwrite) !== 'true')
    throw new Error(`an artifact with the name '${name}' already exists`)
  for (const path of found) {
    mkdirSync(target, { recursive: true })
    cpSync(path, statSync(path).isDirectory() ? target : join(target, basename(path)), { recursive: true })
  }
  return { 'artifact-id': '1' }
}

function download(
  inputs: Readonly<Record<string, Value>>,
  { workspace, artifacts }: StandInContext,
): Record<string, string> {
  const [name, pattern] = [asText(inputs.name), asText(inputs.pattern)]
  const path = asText(inputs.path) || '.'
  const target = path.startsWith('/') ? path : join(workspace, path)
  const all = existsSync(artifacts) ? readdirSync(artifacts).sort() : []
  if (name !== '' && !all.includes(name)) throw new Error(`Artifact not found for name: ${name}`)
  const glob = new RegExp(
    `^${(pattern || '*')
      .replaceAll(/[.+^$()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
  const chosen = name === '' ? all.filter((entry) => glob.test(entry)) : [name]
  const flat = name !== '' || asText(inputs['merge-multiple']) === 'true'
  mkdirSync(target, { recursive: true })
  for (const entry of chosen) cpSync(join(artifacts, entry), flat ? target : join(target, entry), { recursive: true })
  return { 'download-path': target }
}

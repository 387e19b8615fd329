/** `edit`: the editor alone, over files or over lines of JSON. */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileDiff } from '../../batch/diff.ts'
import { fail } from '../../core/errors.ts'
import { harmless, harmlessJson, harmlessLines } from '../../core/harmless.ts'
import {
  type Change,
  decodeManifest,
  type Ecosystem,
  encodeManifest,
  type ManifestText,
  planEdit,
} from '../../manifests/index.ts'
import { ecosystems } from '../../request/schema.ts'
import { answerLine } from './edit-ndjson.ts'
import { type Invocation, readOptions, required } from './options.ts'

const options = {
  package: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  ecosystem: { type: 'string' },
  'strict-floor': { type: 'boolean' },
  'allow-shared-versions': { type: 'boolean' },
  check: { type: 'boolean' },
  diff: { type: 'boolean' },
  write: { type: 'boolean' },
  ndjson: { type: 'boolean' },
} as const

export async function edit({ args }: Invocation): Promise<number> {
  const { values, positionals } = readOptions(args, options, true)
  if (values.ndjson) return editLines()
  if (positionals.length === 0)
    throw fail('usage', 'No file is named.', 'Name the manifests to edit after the options.')
  const change: Change = {
    packageName: required(values.package, '--package'),
    from: required(values.from, '--from'),
    to: required(values.to, '--to'),
    ...(values.ecosystem === undefined ? {} : { ecosystem: readEcosystem(values.ecosystem) }),
    ...(values['strict-floor'] ? { strictFloor: true } : {}),
    ...(values['allow-shared-versions'] ? { allowSharedVersions: true } : {}),
  }
  const files = positionals.map(readManifest)
  const plan = planEdit(files, change)
  for (const { message, hint } of plan.notes) process.stderr.write(`${harmless(`note: ${message} ${hint}`)}\n`)
  if (plan.status === 'refused') {
    const { code, message, hint, path, line } = plan.refusal
    const place = path ? `${path}${line ? `:${line}` : ''}: ` : ''
    process.stderr.write(`${harmless(`refused (${code}): ${place}${message} ${hint}`)}\n`)
    return 1
  }
  const changed = plan.status === 'edit' ? plan.files : []
  if (values.write) for (const { path, text } of changed) writeFileSync(path, encodeManifest(text))
  else
    for (const { path, text } of changed)
      process.stdout.write(harmlessLines(fileDiff(path, textOf(files, path), text).diff))
  return values.check && changed.length > 0 ? 1 : 0
}

function readEcosystem(text: string): Ecosystem {
  if ((ecosystems as readonly string[]).includes(text)) return text as Ecosystem
  throw fail('usage', `--ecosystem: "${text}" is not known.`, `Use one of ${ecosystems.join(', ')}.`)
}

/** Paths are taken relative to here, with `/`, since formats know manifests by their paths. */
function readManifest(name: string): ManifestText {
  const path = (relative('.', name) || name).split(sep).join('/')
  let bytes: Buffer
  try {
    bytes = readFileSync(name)
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown'
    throw fail('usage', `The file "${name}" cannot be read (${code}).`, 'Check the path.', {}, error)
  }
  const text = decodeManifest(bytes, path)
  if (typeof text !== 'string') throw fail('usage', text.message, text.hint)
  return { path, text }
}

const textOf = (files: readonly ManifestText[], path: string) => files.find((file) => file.path === path)?.text ?? ''

/** One answer a line, flushed before the next request is read. */
async function editLines(): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (line.trim() === '') continue
    const answer = `${harmlessJson(JSON.stringify(answerLine(line)))}\n`
    if (!process.stdout.write(answer)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  return 0
}

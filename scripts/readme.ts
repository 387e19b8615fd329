/** Writes the tables of inputs and outputs in README.md from action.yml. With --check it only says whether they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Metadata {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
}

const root = join(import.meta.dirname, '..')
const metadata = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Metadata

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()

function inputsTable(): string {
  const rows = Object.entries(metadata.inputs).map(([name, { description, default: value = '' }]) => {
    return `| \`${name}\` | ${value === '' ? '' : `\`${cell(value)}\``} | ${cell(description)} |`
  })
  return ['| input | default | |', '| --- | --- | --- |', ...rows].join('\n')
}

function outputsTable(): string {
  const rows = Object.entries(metadata.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | |', '| --- | --- |', ...rows].join('\n')
}

function filled(text: string, name: string, table: string): string {
  const place = new RegExp(`(<!-- ${name}:[^>]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`)
  return text.replace(place, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`)
}

const path = join(root, 'README.md')
const before = readFileSync(path, 'utf8')
const after = filled(filled(before, 'inputs', inputsTable()), 'outputs', outputsTable())

if (process.argv.includes('--check')) {
  if (before !== after) {
    console.error(
      'README.md: the tables of inputs and outputs are not those of action.yml. Run node scripts/readme.ts.',
    )
    process.exitCode = 1
  }
} else writeFileSync(path, after)

import type { Declaration, ManifestFormat, Value } from '../format.ts'
import { type TomlEntry, type TomlNode, tomlAt, tomlData, tomlEntries, tomlText } from '../syntax/toml.ts'
import { readToml } from '../syntax/toml-reader.ts'
import { gitDeclaration, wholePart } from './toml-git.ts'

/** Tables that hold no packages; every other one is a package category. */
const otherTables = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile'])

/** The Pipfile format: `packages`, `dev-packages` and categories of the project's own. */
export const pipfile: ManifestFormat = {
  id: 'Pipfile',
  ecosystem: 'pypi',
  matches: (path) => /(?:^|\/)Pipfile$/.test(path),
  scan: (text) =>
    [...tomlEntries(readToml(text))]
      .filter(([group]) => !otherTables.has(group))
      .flatMap(([group, { node }]) =>
        [...tomlEntries(node)].flatMap(([name, entry]) => packageEntry(name, entry, group)),
      )
      .sort((one, other) => one.at - other.at),
  read: tomlData,
  lockfiles: ['Pipfile.lock'],
}

function packageEntry(name: string, { at, node }: TomlEntry, group: string): Declaration[] {
  if (node.kind === 'scalar') return []
  const git = node.kind === 'table' ? gitDeclaration(name, node, ['ref'], group, at) : undefined
  if (git !== undefined) return [git]
  return [{ role: 'package', names: [name], group, at, value: packageValue(node) }]
}

function packageValue(node: TomlNode): Value {
  const version = node.kind === 'table' ? tomlAt(node, 'version') : node
  if (version?.kind === 'string') return wholePart(version, 'pep440')
  const path = tomlText(tomlAt(node, 'path')) ?? tomlText(tomlAt(node, 'file'))
  if (path === undefined) return { kind: 'managed', by: 'the lock file alone' }
  if (!/^https?:/i.test(path)) return { kind: 'local', what: `the path ${path}` }
  return { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' }
}

import type { Declaration, ManifestFormat, Value } from '../format.ts'
import {
  isTrue,
  type TomlEntry,
  type TomlNode,
  type TomlTable,
  tomlAt,
  tomlData,
  tomlEntries,
  tomlText,
} from '../syntax/toml.ts'
import { readToml } from '../syntax/toml-reader.ts'
import { gitDeclaration, wholePart } from './toml-git.ts'

const dependencyTables = [
  'dependencies',
  'dev-dependencies',
  'dev_dependencies',
  'build-dependencies',
  'build_dependencies',
]

/** The Cargo.toml format: dependencies of every kind, target and workspace, `[patch]` and `[replace]`. */
export const cargoToml: ManifestFormat = {
  id: 'Cargo.toml',
  ecosystem: 'cargo',
  matches: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  scan: (text) => {
    const root = readToml(text)
    return tables(root)
      .flatMap(([group, node]) => [...tomlEntries(node)].flatMap(([key, entry]) => dependency(key, entry, group)))
      .sort((one, other) => one.at - other.at)
  },
  related: workspaceRoots,
  read: tomlData,
  lockfiles: ['Cargo.lock'],
}

function tables(root: TomlTable): [string, TomlNode | undefined][] {
  const targets = [...tomlEntries(tomlAt(root, 'target'))]
  const patches = [...tomlEntries(tomlAt(root, 'patch'))]
  return [
    ...kinds(root, ''),
    ['workspace.dependencies', tomlAt(root, 'workspace', 'dependencies')],
    ...targets.flatMap(([target, { node }]) => kinds(node, `target.${target}.`)),
    ...patches.map(([registry, { node }]): [string, TomlNode] => [`patch.${registry}`, node]),
    ['replace', tomlAt(root, 'replace')],
  ]
}

function kinds(from: TomlNode, prefix: string): [string, TomlNode | undefined][] {
  return dependencyTables.map((kind) => [prefix + kind, tomlAt(from, kind)])
}

function dependency(key: string, { at, node }: TomlEntry, group: string): Declaration[] {
  if (node.kind === 'string') return [{ role: 'package', names: [key], group, at, value: wholePart(node, 'cargo') }]
  if (node.kind !== 'table') return []
  const name = tomlText(tomlAt(node, 'package')) ?? (group === 'replace' ? replacedName(key) : key)
  const version = tomlAt(node, 'version')
  const registry: Declaration[] =
    version?.kind === 'string' && tomlAt(node, 'path') === undefined
      ? [{ role: 'package', names: [name], group, at, value: wholePart(version, 'cargo') }]
      : []
  const git = gitDeclaration(name, node, ['tag', 'rev'], group, at)
  if (git !== undefined) return [...registry, git]
  return registry.length > 0 ? registry : [{ role: 'package', names: [name], group, at, value: unversioned(node) }]
}

/** A key of `[replace]` is a package id: `name:version`, with a URL before `#` where needed. */
function replacedName(key: string): string {
  return (key.split('#').pop() ?? key).split(/[:@]/)[0] ?? key
}

function unversioned(spec: TomlTable): Value {
  const path = tomlText(tomlAt(spec, 'path'))
  if (path !== undefined) return { kind: 'local', what: `the path ${path}` }
  if (isTrue(tomlAt(spec, 'workspace'))) return { kind: 'managed', by: 'the workspace' }
  return {
    kind: 'opaque',
    reason: 'unsupported-constraint',
    detail: 'the dependency names no version',
    hint: 'Write a version to it first.',
  }
}

/** Members that inherit (`workspace = true`) lean on a Cargo.toml in a folder above. */
function workspaceRoots(path: string, text: string, tree: readonly string[]): readonly string[] {
  if (!/\bworkspace\b/.test(text)) return []
  const known = new Set(tree)
  const folders = path.split('/').slice(0, -1)
  return folders
    .map((_, depth) => [...folders.slice(0, folders.length - 1 - depth), 'Cargo.toml'].join('/'))
    .filter((candidate) => known.has(candidate))
}

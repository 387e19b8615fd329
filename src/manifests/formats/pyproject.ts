import type { Declaration, ManifestFormat } from '../format.ts'
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
import { folderOf, resolvePath } from './paths.ts'
import { requirementDeclaration, urlLineDeclaration } from './python-requirement.ts'
import { requirements } from './requirements.ts'
import { gitDeclaration, wholePart } from './toml-git.ts'

/** Arrays of requirement strings, by their place; `*` stands for any key. */
const requirementLists = [
  'project.dependencies',
  'project.optional-dependencies.*',
  'dependency-groups.*',
  'build-system.requires',
  'tool.pdm.dev-dependencies.*',
  'tool.hatch.envs.*.dependencies',
  'tool.hatch.envs.*.extra-dependencies',
  'tool.hatch.env.requires',
  'tool.hatch.build.dependencies',
  'tool.hatch.build.hooks.*.dependencies',
  'tool.hatch.build.targets.*.dependencies',
  'tool.hatch.build.targets.*.hooks.*.dependencies',
  'tool.uv.dev-dependencies',
  'tool.uv.constraint-dependencies',
  'tool.uv.override-dependencies',
  'tool.uv.build-constraint-dependencies',
  'tool.uv.extra-build-dependencies.*',
  'tool.rye.dev-dependencies',
  'tool.flit.metadata.requires',
  'tool.flit.metadata.requires-extra.*',
]

/** Tables of `name = constraint` in Poetry's grammar, which takes a bare version and a specifier set alike. */
const constraintTables = [
  'tool.poetry.dependencies',
  'tool.poetry.dev-dependencies',
  'tool.poetry.group.*.dependencies',
  'tool.poetry.requires-plugins',
  'tool.pdm.resolution.overrides',
].map((place) => place.split('.'))

/** The pyproject.toml format: PEP 621, PEP 735, build requirements, Poetry, PDM, Hatch, uv, Rye and Flit. */
export const pyproject: ManifestFormat = {
  id: 'pyproject.toml',
  ecosystem: 'pypi',
  matches: (path) => /(?:^|\/)pyproject\.toml$/.test(path),
  scan: (text) => {
    const root = readToml(text)
    return [
      ...listedRequirements(root, requirementLists),
      ...places(root, constraintTables).flatMap(([group, node]) => constraintTable(node, group)),
    ].sort((one, other) => one.at - other.at)
  },
  readsOthersAs: requirements,
  related: (path, text, tree) => {
    const known = new Set(tree)
    const resolved = dynamicFiles(readToml(text)).map((file) => resolvePath(folderOf(path), file))
    return resolved.filter((file) => file !== undefined && known.has(file)) as string[]
  },
  read: tomlData,
  lockfiles: ['poetry.lock', 'pdm.lock', 'uv.lock', 'pylock.toml', 'requirements.lock'],
}

/** What the lists of requirements at the given places, and uv's sources, declare; `*` stands for any key. */
export function listedRequirements(root: TomlTable, lists: readonly string[]): Declaration[] {
  const wanted = lists.map((place) => place.split('.'))
  return [...places(root, wanted).flatMap(([group, node]) => requirementList(node, group)), ...sources(root)]
}

/** The nodes at the places, each with its place in full. */
function places(root: TomlTable, wanted: readonly (readonly string[])[]): [string, TomlNode][] {
  return wanted.flatMap((keys) => {
    let found: [string, TomlNode][] = [['', root]]
    for (const key of keys) found = found.flatMap(([place, node]) => children(place, node, key))
    return found
  })
}

function children(place: string, node: TomlNode, wanted: string): [string, TomlNode][] {
  const prefix = place === '' ? '' : `${place}.`
  if (wanted === '*') return [...tomlEntries(node)].map(([key, entry]) => [prefix + key, entry.node])
  const child = tomlAt(node, wanted)
  return child === undefined ? [] : [[prefix + wanted, child]]
}

function requirementList(node: TomlNode, group: string): Declaration[] {
  const items = node.kind === 'array' ? node.items : []
  return items.flatMap((item) => (item.kind === 'string' ? (requirementText(item, group) ?? []) : []))
}

const editable = /^\s*(?:-e|--editable)[\s=]+/
const bareUrl = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)/i

function requirementText({ content }: TomlNode & { kind: 'string' }, group: string): Declaration | undefined {
  const range = { from: 0, to: content.text.length }
  const flag = editable.exec(content.text)
  if (flag !== null)
    return urlLineDeclaration(content, { from: flag[0].length, to: content.text.trimEnd().length }, group)
  if (bareUrl.test(content.text)) return urlLineDeclaration(content, range, group)
  return requirementDeclaration(content, range, group)
}

/** `python` in these tables is the interpreter, not a package. */
function constraintTable(node: TomlNode, group: string): Declaration[] {
  return [...tomlEntries(node)].flatMap(([name, entry]) => (name === 'python' ? [] : constraints(name, entry, group)))
}

function constraints(name: string, { at, node }: TomlEntry, group: string): Declaration[] {
  if (node.kind === 'array') return node.items.flatMap((item) => constraints(name, { at: item.at, node: item }, group))
  if (node.kind === 'string') return [stringConstraint(name, node, group, at)]
  return node.kind === 'table' ? [tableConstraint(name, node, group, at)] : []
}

function stringConstraint(name: string, node: TomlNode & { kind: 'string' }, group: string, at: number): Declaration {
  const value = bareUrl.test(node.content.text) ? fromUrl : wholePart(node, 'poetry')
  return { role: 'package', names: [name], group, at, value }
}

const fromUrl = {
  kind: 'opaque',
  reason: 'unsupported-constraint',
  detail: 'the version is part of a URL',
} as const

function tableConstraint(name: string, spec: TomlTable, group: string, at: number): Declaration {
  const git = gitDeclaration(name, spec, ['tag', 'rev'], group, at)
  if (git !== undefined) return git
  const version = tomlAt(spec, 'version')
  if (version?.kind === 'string') return stringConstraint(name, version, group, at)
  return { role: 'package', names: [name], group, at, value: withoutVersion(spec) }
}

function withoutVersion(spec: TomlTable): Declaration['value'] {
  const path = tomlText(tomlAt(spec, 'path')) ?? tomlText(tomlAt(spec, 'file'))
  if (path !== undefined) return { kind: 'local', what: `the path ${path}` }
  if (isTrue(tomlAt(spec, 'workspace'))) return { kind: 'local', what: 'the workspace' }
  if (tomlAt(spec, 'url') !== undefined) return fromUrl
  return { kind: 'managed', by: 'project.dependencies' }
}

/** uv's `sources` say where a package comes from; one that only names an index leaves the version to the requirement. */
function sources(root: TomlTable): Declaration[] {
  const group = 'tool.uv.sources'
  return [...tomlEntries(tomlAt(root, 'tool', 'uv', 'sources'))].flatMap(([name, { at, node }]) => {
    const specs = node.kind === 'array' ? node.items : [node]
    return specs.flatMap((spec): Declaration[] => {
      if (spec.kind !== 'table') return []
      const git = gitDeclaration(name, spec, ['tag', 'rev'], group, node === spec ? at : spec.at)
      if (git !== undefined) return [git]
      const value = withoutVersion(spec)
      return value.kind === 'managed' ? [] : [{ role: 'package', names: [name], group, at: spec.at, value }]
    })
  })
}

/** Files from which setuptools takes the dependencies. */
function dynamicFiles(root: TomlTable): string[] {
  const dynamic = tomlAt(root, 'tool', 'setuptools', 'dynamic')
  const optional = [...tomlEntries(tomlAt(dynamic ?? root, 'optional-dependencies'))].map(([, entry]) => entry.node)
  return [tomlAt(dynamic ?? root, 'dependencies'), ...optional].flatMap((node) => {
    const file = node === undefined ? undefined : tomlAt(node, 'file')
    const files = file?.kind === 'array' ? file.items : [file]
    return files.flatMap((item) => tomlText(item) ?? [])
  })
}

import type { Declaration, ManifestFormat, Part, Value } from '../format.ts'
import { type LogicalText, partOf } from '../syntax/logical-text.ts'
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
import { pluginIdentity } from './gradle/drafts.ts'
import { GRADLE_LOCKFILES, gradleVisibility } from './gradle/places.ts'

/** The Gradle version catalog format (`gradle/libs.versions.toml`). */
export const versionCatalog: ManifestFormat = {
  id: 'libs.versions.toml',
  ecosystem: 'maven',
  matches: (path) => /(?:^|\/)[^/]+\.versions\.toml$/.test(path),
  scan: (text, path) => {
    const root = readToml(text)
    const nameOf = versionNames(path)
    const libraries = entries(root, 'libraries')
    const users = libraries.flatMap(([alias, entry]) => library(alias, entry, nameOf))
    const plugins = entries(root, 'plugins').flatMap(([alias, entry]) => plugin(alias, entry, nameOf))
    const named = namesByVersion([...users, ...plugins])
    return [
      ...entries(root, 'versions').flatMap(([key, entry]) => version(nameOf(key), entry, named.get(nameOf(key)) ?? [])),
      ...users,
      ...plugins,
      ...libraries.flatMap(([alias, entry]) => accessor(nameOf(alias).replace('.versions.', '.'), entry)),
    ].sort((one, other) => one.at - other.at)
  },
  read: tomlData,
  visibility: gradleVisibility,
  lockfiles: GRADLE_LOCKFILES,
}

function entries(root: TomlTable, section: string): [string, TomlEntry][] {
  return [...tomlEntries(tomlAt(root, section))]
}

/**
 * Gives the name of a version as build scripts spell it: `libs.versions.a.b` for `a-b`, `libs` being the file's name.
 * One name for both kinds of reference, which no variable of a build script can be mistaken for.
 */
type VersionName = (key: string) => string

function versionNames(path: string): VersionName {
  const catalog = path.slice(path.lastIndexOf('/') + 1).split('.')[0]
  return (key) => `${catalog}.versions.${key.replace(/[-_]/g, '.')}`
}

function namesByVersion(users: readonly Declaration[]): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const { names, value } of users) {
    const piece = value.kind === 'template' ? value.pieces[0] : undefined
    if (piece === undefined || !('variable' in piece)) continue
    const known = named.get(piece.variable)
    if (known === undefined) named.set(piece.variable, [...names])
    else known.push(...names)
  }
  return named
}

function version(name: string, { at, node }: TomlEntry, users: readonly string[]): Declaration[] {
  const group = '[versions]'
  return versionValues(node).map(([member, memberAt, value]) =>
    member === 'reject'
      ? { role: 'exclusion', names: users, group: `${group} ${name} reject`, at: memberAt, value }
      : { role: 'variable', names: [name], group, at: member === '' ? at : memberAt, value },
  )
}

const richMembers = ['strictly', 'require', 'prefer'] as const

/** The values of a version: a string's own, or those of the rich version's members, with what was rejected. */
function versionValues(node: TomlNode): [string, number, Value][] {
  if (node.kind === 'string') return [['', node.at, wholeValue(node.content)]]
  if (node.kind !== 'table') return []
  const values = richMembers.flatMap((member): [string, number, Value][] => {
    const text = tomlAt(node, member)
    return text?.kind === 'string' ? [[member, text.at, wholeValue(text.content)]] : []
  })
  return [...values, ...rejected(node)]
}

function rejected(node: TomlTable): [string, number, Value][] {
  const reject = tomlAt(node, 'reject')
  const items = reject?.kind === 'array' ? reject.items : [reject]
  const texts = items.flatMap((item): [string, number, Value][] =>
    item?.kind === 'string' ? [['reject', item.at, wholeValue(item.content)]] : [],
  )
  const all = tomlAt(node, 'rejectAll')
  if (all === undefined || !isTrue(all)) return texts
  return [...texts, ['rejectAll', all.at, { kind: 'opaque', reason: 'excluded-by-author', detail: 'rejectAll is set' }]]
}

function wholeValue(content: LogicalText): Value {
  return literal(partOf(content, 0, content.text.length))
}

function literal(part: Part): Value {
  return { kind: 'literal', dialect: 'gradle', parts: [part] }
}

function library(alias: string, { at, node }: TomlEntry, nameOf: VersionName): Declaration[] {
  const group = `[libraries] ${alias}`
  if (node.kind === 'string') return libraryString(node.content, group, at)
  if (node.kind !== 'table') return []
  const module = tomlText(tomlAt(node, 'module')) ?? moduleOf(node)
  const family = module?.split(':')[0]
  if (module === undefined || family === undefined) return []
  return versioned({ names: [module], family, group, at }, tomlAt(node, 'version'), nameOf)
}

/** Which module an accessor (`libs.b`) means, for scripts that say more about its version. */
function accessor(name: string, { at, node }: TomlEntry): Declaration[] {
  const module =
    node.kind === 'string'
      ? node.content.text.split(':', 2).join(':')
      : node.kind === 'table'
        ? (tomlText(tomlAt(node, 'module')) ?? moduleOf(node))
        : undefined
  if (module === undefined) return []
  return [{ role: 'variable', names: [name], group: '[libraries]', at, value: { kind: 'name', text: module } }]
}

function moduleOf(node: TomlTable): string | undefined {
  const group = tomlText(tomlAt(node, 'group'))
  const name = tomlText(tomlAt(node, 'name'))
  return group === undefined || name === undefined ? undefined : `${group}:${name}`
}

function libraryString(content: LogicalText, group: string, at: number): Declaration[] {
  const [family, name] = content.text.split(':')
  if (!family || !name) return []
  const from = family.length + name.length + 2
  const value: Value = from < content.text.length ? literal(partOf(content, from, content.text.length)) : unversioned
  return [{ role: 'package', names: [`${family}:${name}`], family, group, at, value }]
}

const unversioned: Value = { kind: 'managed', by: 'a platform or constraint' }

function plugin(alias: string, { at, node }: TomlEntry, nameOf: VersionName): Declaration[] {
  const group = `[plugins] ${alias}`
  if (node.kind === 'string') {
    const { content } = node
    const colon = content.text.indexOf(':')
    if (colon === -1) return []
    const value = literal(partOf(content, colon + 1, content.text.length))
    return [{ role: 'package', ...pluginIdentity(content.text.slice(0, colon)), group, at, value }]
  }
  const id = tomlText(tomlAt(node, 'id'))
  return id === undefined ? [] : versioned({ ...pluginIdentity(id), group, at }, tomlAt(node, 'version'), nameOf)
}

type Owner = Pick<Declaration, 'names' | 'group' | 'at'> & { family: string }

/** A string, `{ ref = "key" }` or a rich version; one declaration for each text that carries a version. */
function versioned(owner: Owner, node: TomlNode | undefined, nameOf: VersionName): Declaration[] {
  const reference = node === undefined ? undefined : tomlText(tomlAt(node, 'ref'))
  if (reference !== undefined) {
    const pieces = [{ variable: nameOf(reference) }]
    return [{ role: 'package', ...owner, value: { kind: 'template', dialect: 'gradle', pieces } }]
  }
  const values = node === undefined ? [] : versionValues(node)
  if (values.length === 0) return [{ role: 'package', ...owner, value: unversioned }]
  return values.map(([member, at, value]) =>
    member === 'reject'
      ? { role: 'exclusion', names: owner.names, group: `${owner.group} reject`, at, value }
      : { role: 'package', ...owner, at: member === '' ? owner.at : at, value },
  )
}

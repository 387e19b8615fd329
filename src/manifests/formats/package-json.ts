import type { Declaration, ManifestFormat } from '../format.ts'
import { type JsonNode, member, membersOf, parseJson } from '../syntax/json.ts'
import { partWithin } from '../syntax/quoted-text.ts'
import { dependencyDeclaration, overrideDeclarations } from './npm-overrides.ts'

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
const OVERRIDES = [['overrides'], ['resolutions'], ['pnpm', 'overrides']]
/** Bun keeps catalogs in package.json, at the top or under `workspaces`. */
const CATALOG_HOMES = [[], ['workspaces']]

/** Lockfiles of the package managers that read package.json. */
export const NPM_LOCKFILES = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
]

/** package.json of npm, yarn, pnpm and bun: sections, overrides in every shape, catalogs, `packageManager`. */
export const packageJson: ManifestFormat = {
  id: 'package.json',
  ecosystem: 'npm',
  lockfiles: NPM_LOCKFILES,
  matches: (path) => /(?:^|\/)package\.json$/.test(path),
  scan(text) {
    const root = parseJson(text)
    const found = [
      ...SECTIONS.flatMap((section) => sectionDeclarations(member(root, section), section)),
      ...OVERRIDES.flatMap((path) => overrideDeclarations(member(root, ...path), path.join('.'))),
      ...CATALOG_HOMES.flatMap((home) => catalogDeclarations(root, home)),
      ...dependenciesMeta(member(root, 'dependenciesMeta')),
      ...packageManager(member(root, 'packageManager')),
      ...tools(root),
    ]
    return found.sort((a, b) => a.at - b.at)
  },
  related: (path, text, tree) => (text.includes('catalog:') ? catalogFiles(path, tree) : []),
  read: (text) => JSON.parse(text),
}

function sectionDeclarations(section: JsonNode | undefined, group: string): readonly Declaration[] {
  return membersOf(section).map(({ key, value }) => dependencyDeclaration(key.text, key.span.start, value, group))
}

function catalogDeclarations(root: JsonNode, home: readonly string[]): readonly Declaration[] {
  const named = membersOf(member(root, ...home, 'catalogs'))
  return [
    ...sectionDeclarations(member(root, ...home, 'catalog'), 'catalog'),
    ...named.flatMap(({ key, value }) => sectionDeclarations(value, `catalogs.${key.text}`)),
  ]
}

/** Yarn's `"b@1.0.0": { "unplugged": true }`: the version is part of the key. */
function dependenciesMeta(section: JsonNode | undefined): readonly Declaration[] {
  return membersOf(section).flatMap(({ key }): readonly Declaration[] => {
    const [, head = '', name = ''] = /^((@?[^@]+)@(?:npm:)?)[^:]+$/.exec(key.text) ?? []
    if (!name) return []
    const parts = [partWithin(key, head.length, key.text.length)]
    const value = { kind: 'literal', dialect: 'npm', parts } as const
    return [{ role: 'package', names: [name], group: 'dependenciesMeta', at: key.span.start, value }]
  })
}

/** `"packageManager": "pnpm@8.0.0+sha512.…"`: one exact version, its hash behind `+`. */
function packageManager(node: JsonNode | undefined): readonly Declaration[] {
  const [, head = '', name = ''] = node?.kind === 'string' ? (/^(([\w@/.-]+)@)\S+$/.exec(node.text) ?? []) : []
  if (node?.kind !== 'string' || !name) return []
  const isUrl = /^https?:/.test(node.text.slice(head.length))
  const value = isUrl
    ? ({
        kind: 'opaque',
        reason: 'unsupported-constraint',
        detail: 'the package manager is fetched from a URL',
        hint: 'Put the URL of the safe version there by hand.',
      } as const)
    : ({ kind: 'literal', dialect: 'exact', parts: [partWithin(node, head.length, node.text.length)] } as const)
  return [{ role: 'package', names: [name], group: 'packageManager', at: node.span.start, value }]
}

/** Tools that run the project: pinned by Volta or `devEngines`, or merely required by `engines`. */
function tools(root: JsonNode): readonly Declaration[] {
  const managers = member(root, 'devEngines', 'packageManager')
  const entries = managers?.kind === 'array' ? managers.items : managers ? [managers] : []
  return [
    ...entries.flatMap((entry) => devEngine(entry)),
    ...toolVersions(member(root, 'volta'), 'volta'),
    ...toolVersions(member(root, 'engines'), 'engines'),
  ]
}

function devEngine(entry: JsonNode): readonly Declaration[] {
  const name = member(entry, 'name')
  const version = member(entry, 'version')
  if (name?.kind !== 'string' || version?.kind !== 'string') return []
  return [dependencyDeclaration(name.text, version.span.start, version, 'devEngines.packageManager')]
}

/** npm, yarn and pnpm under `volta` are npm packages; all else here is a tool and answers only when no package does. */
function toolVersions(section: JsonNode | undefined, group: 'volta' | 'engines'): readonly Declaration[] {
  return membersOf(section).flatMap(({ key, value }): readonly Declaration[] => {
    const name = key.text
    if (value.kind !== 'string' || name === 'extends') return []
    const parts = [partWithin(value, 0, value.text.length)]
    const isPackage = group === 'volta' && name !== 'node'
    const names = isPackage ? { names: [name] } : { names: [`${group}.${name}`], weakNames: [name] }
    return [{ role: 'package', ...names, group, at: key.span.start, value: { kind: 'literal', dialect: 'npm', parts } }]
  })
}

/** Where the catalogs of this package may be: in the folders above, nearest first. */
function catalogFiles(path: string, tree: readonly string[]): readonly string[] {
  const present = new Set(tree)
  const folders = path.split('/').slice(0, -1)
  return [...folders.keys(), folders.length]
    .reverse()
    .flatMap((depth) =>
      ['pnpm-workspace.yaml', '.yarnrc.yml', 'package.json'].map((name) =>
        [...folders.slice(0, depth), name].join('/'),
      ),
    )
    .filter((candidate) => candidate !== path && present.has(candidate))
}

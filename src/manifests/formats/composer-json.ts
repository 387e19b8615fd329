import type { Declaration, ManifestFormat, Value } from '../format.ts'
import { type JsonNode, type JsonString, member, membersOf, parseJson } from '../syntax/json.ts'
import { partWithin } from '../syntax/quoted-text.ts'

/** composer.json: `require`, `require-dev`, and `conflict` as versions that the author ruled out. */
export const composerJson: ManifestFormat = {
  id: 'composer.json',
  ecosystem: 'composer',
  lockfiles: ['composer.lock'],
  matches: (path) => /(?:^|\/)composer\.json$/.test(path),
  scan(text) {
    const root = parseJson(text)
    const found = [
      ...section(root, 'require', 'package'),
      ...section(root, 'require-dev', 'package'),
      ...section(root, 'conflict', 'exclusion'),
      ...inlinePackages(member(root, 'repositories')),
    ]
    return found.sort((a, b) => a.at - b.at)
  },
  read: (text) => JSON.parse(text),
}

function section(root: JsonNode, group: string, role: Declaration['role']): readonly Declaration[] {
  return membersOf(member(root, group)).map(({ key, value }) => ({
    role,
    names: [key.text],
    group,
    ...vendorOf(key.text),
    at: key.span.start,
    value: value.kind === 'string' ? constraint(value) : unsupported(`the version of ${key.text} is no string`),
  }))
}

/** `1.2 as 1.0` and `dev-main#sha` hold more than the constraint; a stability flag such as `@dev` belongs to it. */
function constraint(node: JsonString): Value {
  const { text } = node
  if (/^\s*self\.version\s*$/.test(text)) return { kind: 'managed', by: 'the version of the package itself' }
  if (/#[0-9a-f]{7,}/i.test(text)) return unsupported('the version is pinned to a commit')
  const start = text.length - text.trimStart().length
  const end = / +as +\S+\s*$/.exec(text)?.index ?? text.trimEnd().length
  return { kind: 'literal', dialect: 'composer', parts: [partWithin(node, start, Math.max(start, end))] }
}

/** A repository of type `package` spells the whole package out: raising the requirement alone would find nothing. */
function inlinePackages(repositories: JsonNode | undefined): readonly Declaration[] {
  const entries =
    repositories?.kind === 'array' ? repositories.items : membersOf(repositories).map(({ value }) => value)
  return entries.flatMap((entry) => {
    const packages = member(entry, 'package')
    const all = packages?.kind === 'array' ? packages.items : packages ? [packages] : []
    return all.flatMap((one): readonly Declaration[] => {
      const name = member(one, 'name')
      if (name?.kind !== 'string') return []
      const value = unsupported('the package is spelled out under `repositories`')
      return [{ role: 'package', names: [name.text], group: 'repositories', at: name.span.start, value }]
    })
  })
}

function vendorOf(name: string): { readonly family?: string } {
  const slash = name.indexOf('/')
  return slash > 0 ? { family: name.slice(0, slash).toLowerCase() } : {}
}

function unsupported(detail: string): Value {
  return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint: 'Raise it by hand.' }
}

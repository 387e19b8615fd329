import type { Declaration, Value } from '../format.ts'
import type { YamlMember, YamlNode } from '../syntax/yaml.ts'
import { yamlMember } from '../syntax/yaml.ts'
import { selectedPackage } from './npm-overrides.ts'
import { opaque, readSpecifier, scopeOf } from './npm-specifier.ts'

/** The entries of `catalog:` and of each of `catalogs:`. */
export function catalogDeclarations(root: YamlNode): readonly Declaration[] {
  const named = entriesOf(yamlMember(root, 'catalogs'), false)
  return [
    ...versionMap(yamlMember(root, 'catalog'), 'catalog', (key) => key),
    ...named.flatMap(({ key, value, aliased }) =>
      versionMap(aliased ? { kind: 'alias', target: value } : value, `catalogs.${key.text}`, (name) => name),
    ),
  ]
}

/** The entries of `overrides:`, whose keys are selectors. */
export function yamlOverrides(root: YamlNode): readonly Declaration[] {
  return versionMap(yamlMember(root, 'overrides'), 'overrides', selectedPackage)
}

interface Entry extends YamlMember {
  /** True when the entry is only seen through an alias or a merge key. */
  readonly aliased: boolean
}

function entriesOf(node: YamlNode | undefined, aliased: boolean): readonly Entry[] {
  if (node?.kind === 'alias') return entriesOf(node.target, true)
  if (node?.kind !== 'map') return []
  return node.members.flatMap((member) =>
    member.key.text === '<<' ? entriesOf(member.value, true) : [{ ...member, aliased }],
  )
}

function versionMap(
  node: YamlNode | undefined,
  group: string,
  nameOf: (key: string) => string,
): readonly Declaration[] {
  return entriesOf(node, false).flatMap(({ key, value, aliased }): readonly Declaration[] => {
    const name = nameOf(key.text)
    const base = { role: 'package', group, at: key.span.start } as const
    if (value.kind === 'string' && value.text === '-') return []
    if (aliased || value.kind === 'alias' || (value.kind === 'string' && value.shared)) {
      return [{ ...base, names: [name], ...scopeOf(name), value: anchored(name) }]
    }
    if (value.kind === 'string') {
      const { names, value: version } = readSpecifier(name, value)
      return [{ ...base, ...scopeOf(names[0] ?? name), names, value: version }]
    }
    const unread = opaque(`the version of ${name} is no text on one line`, 'Write it as one string on its own line.')
    return [{ ...base, names: [name], ...scopeOf(name), value: unread }]
  })
}

function anchored(name: string): Value {
  return {
    kind: 'opaque',
    reason: 'ambiguous',
    detail: `the version of ${name} is shared through a YAML anchor`,
    hint: 'Write the version out where the alias stands, or raise the anchor by hand.',
  }
}

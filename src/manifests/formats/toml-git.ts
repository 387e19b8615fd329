import type { Declaration, Value } from '../format.ts'
import { partOf } from '../syntax/logical-text.ts'
import { readVcsUrl } from '../syntax/requirement.ts'
import { type TomlString, type TomlTable, tomlAt, tomlText } from '../syntax/toml.ts'
import { vcsNames, withoutTag } from './python-requirement.ts'

/** wholePart is a string node's whole text as one constraint of a dialect. */
export function wholePart(node: TomlString, dialect: (Value & { kind: 'literal' })['dialect']): Value {
  return { kind: 'literal', dialect, parts: [partOf(node.content, 0, node.content.text.length)] }
}

/**
 * gitDeclaration is the declaration of a table with a `git` key: the reference under the first of `refKeys` that is
 * there is the version; without one it cannot be raised. Undefined when the table has no `git` key.
 */
export function gitDeclaration(
  name: string,
  spec: TomlTable,
  refKeys: readonly string[],
  group: string,
  at: number,
): Declaration | undefined {
  const git = tomlText(tomlAt(spec, 'git'))
  if (git === undefined) return undefined
  const url = readVcsUrl(git, { from: 0, to: git.length })
  const names = [name, ...(url === undefined ? [] : vcsNames(url))]
  const ref = refKeys.map((key) => tomlAt(spec, key)).find((node) => node?.kind === 'string')
  const value = ref?.kind === 'string' ? wholePart(ref, 'tag') : withoutTag()
  return { role: 'package', names, group, at, value }
}

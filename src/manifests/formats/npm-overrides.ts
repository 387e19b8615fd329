import type { Declaration } from '../format.ts'
import { type JsonMember, type JsonNode, membersOf } from '../syntax/json.ts'
import { opaque, readSpecifier, scopeOf } from './npm-specifier.ts'

/**
 * The package that an override's key selects: the last name of a path. Understands npm (`b@^1`), pnpm (`a@1>b@<2`), yarn
 * (`**` + `/b`, `a/b`) and Berry (`a/b@npm:^1`) alike, as one manifest may serve several of them.
 */
export function selectedPackage(key: string): string {
  // As pnpm has it: a `>` after a name parts two selectors, after `@`, `|` or a space it is an operator.
  const last = key.slice(lastDelimiter(key))
  const described = /^((?:@[^/@]+\/)?[^/@]+)@(?:patch|git|https?|file|portal|link)[:+]/.exec(last)?.[1]
  return described ?? /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?$/.exec(last)?.[1] ?? last
}

function lastDelimiter(key: string): number {
  for (let i = key.length - 1; i > 0; i--) {
    if (key[i] === '>' && !' |@'.includes(key[i - 1] ?? '') && key[i + 1] !== '=') return i + 1
  }
  return 0
}

/**
 * The declarations of an `overrides` or `resolutions` object, nested ones too: in `{"a": {".": "1", "b": "2"}}` the dot is
 * `a` itself.
 */
export function overrideDeclarations(root: JsonNode | undefined, group: string): readonly Declaration[] {
  const found: Declaration[] = []
  const open = inside(root, group, '')
  for (let next = open.pop(); next; next = open.pop()) {
    const { entry, parent } = next
    const key = entry.key.text === '.' && parent ? parent : entry.key.text
    if (entry.value.kind !== 'object') found.push(...overrideDeclaration(entry, selectedPackage(key), next.group))
    else for (const inner of inside(entry.value, `${next.group} > ${key}`, key)) open.push(inner)
  }
  return found
}

interface Entry {
  readonly entry: JsonMember
  readonly group: string
  readonly parent: string
}

/** The members of an object as a stack, the first on top. */
function inside(node: JsonNode | undefined, group: string, parent: string): Entry[] {
  return membersOf(node)
    .map((entry) => ({ entry, group, parent }))
    .reverse()
}

function overrideDeclaration({ key, value }: JsonMember, name: string, group: string): readonly Declaration[] {
  // pnpm's `-` takes the dependency away: there is no version.
  if (value.kind === 'string' && value.text === '-') return []
  return [dependencyDeclaration(name, key.span.start, value, group)]
}

/** One dependency: a name and what stands at its right. */
export function dependencyDeclaration(name: string, at: number, value: JsonNode, group: string): Declaration {
  if (value.kind !== 'string') {
    const what = opaque(`the version of ${name} is no string`, 'Write the version as a string.')
    return { role: 'package', names: [name], group, at, ...scopeOf(name), value: what }
  }
  const { patched, ...specifier } = readSpecifier(name, value)
  const where = patched ? `${group}, under a patch` : group
  return { role: 'package', group: where, at, ...scopeOf(specifier.names[0] ?? name), ...specifier }
}

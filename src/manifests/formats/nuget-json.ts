import type { Declaration, ManifestFormat, Value } from '../format.ts'
import { type JsonNode, type JsonString, parseJson } from '../syntax/json.ts'
import { partWithin } from '../syntax/quoted-text.ts'

/** The SDKs that a repository's builds load from NuGet: `msbuild-sdks` of `global.json`. */
export const globalJson: ManifestFormat = {
  id: 'global.json',
  ecosystem: 'nuget',
  matches: (path) => /(?:^|\/)global\.json$/.test(path),
  scan: (text) => {
    return [...members(member(parseJson(blankComments(text)), 'msbuild-sdks'))].flatMap(([key, node]) =>
      declaration(key, 'msbuild-sdks', node),
    )
  },
  read: (text) => JSON.parse(blankComments(text)),
}

/** The .NET tools of a repository: `.config/dotnet-tools.json`. */
export const dotnetTools: ManifestFormat = {
  id: 'dotnet-tools.json',
  ecosystem: 'nuget',
  matches: (path) => /(?:^|\/)dotnet-tools\.json$/.test(path),
  scan: (text) => {
    return [...members(member(parseJson(blankComments(text)), 'tools'))].flatMap(([key, tool]) =>
      declaration(key, 'tools', member(tool, 'version')),
    )
  },
  read: (text) => JSON.parse(blankComments(text)),
}

function* members(node: JsonNode | undefined): Generator<[JsonString, JsonNode]> {
  if (node?.kind !== 'object') return
  for (const { key, value } of node.members.values()) yield [key, value]
}

function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.get(name)?.value : undefined
}

function declaration(key: JsonString, group: string, node: JsonNode | undefined): Declaration[] {
  return [{ role: 'package', names: [key.text], group, at: key.span.start, value: versionOf(node) }]
}

function versionOf(node: JsonNode | undefined): Value {
  if (node?.kind !== 'string') {
    const hint = 'Write the version as a string.'
    return { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is no string', hint }
  }
  const text = node.text.trim()
  const start = node.text.indexOf(text)
  return { kind: 'literal', dialect: 'nuget', parts: [partWithin(node, start, start + text.length)] }
}

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*/g

/** .NET reads comments in these files: they become spaces, so that every offset stays. */
function blankComments(text: string): string {
  let blanked = ''
  let from = 0
  STRING_OR_COMMENT.lastIndex = 0
  for (let match = STRING_OR_COMMENT.exec(text); match; match = STRING_OR_COMMENT.exec(text)) {
    if (match[0].startsWith('"')) continue
    const close = match[0] === '/*' ? text.indexOf('*/', match.index + 2) : STRING_OR_COMMENT.lastIndex - 2
    const end = close < 0 ? text.length : close + 2
    blanked += text.slice(from, match.index) + text.slice(match.index, end).replace(/[^\r\n]/g, ' ')
    from = end
    STRING_OR_COMMENT.lastIndex = end
  }
  return blanked + text.slice(from)
}

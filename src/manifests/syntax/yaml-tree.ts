import { ManifestSyntaxError, type Span } from '../format.ts'
import type { QuotedText } from './quoted-text.ts'

/** A document as a reader found it: aliases lead to what they repeat, and are not followed yet. */
export interface YamlDocument {
  readonly root: YamlSource
  /** Everything that some alias repeats. */
  readonly aliased: ReadonlySet<YamlSource>
}

export type YamlSource =
  | YamlScalar
  | { readonly kind: 'map'; readonly pairs: readonly YamlPair[] }
  | { readonly kind: 'alias'; readonly target: YamlSource }
  /** A sequence, an empty value, a text over several lines: no version stands there. */
  | { readonly kind: 'other' }

/** Text on one line; `span` is without the quotes. */
export interface YamlScalar {
  readonly kind: 'scalar'
  readonly style: 'plain' | 'single' | 'double'
  readonly value: string
  readonly span: Span
}

export interface YamlPair {
  readonly key: YamlSource
  readonly value: YamlSource
}

/** A scalar that stands on one line, with its place. */
export interface YamlString extends QuotedText {
  readonly kind: 'string'
  /** True when an alias elsewhere repeats this text, or something around it. */
  readonly shared: boolean
}

export interface YamlMember {
  readonly key: YamlString
  readonly value: YamlNode
}

export type YamlNode =
  | YamlString
  | { readonly kind: 'map'; readonly members: readonly YamlMember[] }
  /** `*name`, and what the anchor `&name` holds. */
  | { readonly kind: 'alias'; readonly target: YamlNode }
  | { readonly kind: 'other' }

const OTHER: YamlNode = { kind: 'other' }

/** Aliases within aliases can stand for more nodes than there are atoms. */
const MOST_REPEATED = 50_000

/** The tree of a document with its aliases followed. Throws a ManifestSyntaxError for equal keys in one mapping. */
export function yamlTree({ root, aliased }: YamlDocument): YamlNode {
  let repeated = 0
  const read = (node: YamlSource, within: boolean, repeating: boolean): YamlNode => {
    if (repeating) repeated++
    if (repeated > MOST_REPEATED) throw new ManifestSyntaxError('too many aliases', 0)
    if (node.kind === 'alias') return { kind: 'alias', target: read(node.target, true, true) }
    const shared = within || aliased.has(node)
    if (node.kind === 'scalar') return yamlString(node, shared)
    if (node.kind === 'other') return OTHER
    const seen = new Set<string>()
    const members = node.pairs.flatMap(({ key, value }): YamlMember[] => {
      if (key.kind !== 'scalar') return []
      refuseRepetition(key, seen)
      return [{ key: yamlString(key, false), value: read(value, shared, repeating) }]
    })
    return { kind: 'map', members }
  }
  return read(root, false, false)
}

function refuseRepetition({ value, span }: YamlScalar, seen: Set<string>): void {
  if (value === '<<' || seen.size !== seen.add(value).size) return
  throw new ManifestSyntaxError(`the key "${value.slice(0, 60)}" stands twice in one mapping`, span.start)
}

function yamlString({ style, value, span }: YamlScalar, shared: boolean): YamlString {
  // Every escape is longer than what it stands for.
  const verbatim = span.end - span.start === value.length
  const unquoted = style === 'plain' ? ({ unquoted: true } as const) : {}
  return { kind: 'string', text: value, span, verbatim, shared, escape: escapes[style], ...unquoted }
}

const escapes = { plain: plainOrQuoted, single: doubled, double: backslashed }

/** As it is, where a scalar without quotes may begin and go on like that: `>=1` and `*` may not. */
function plainOrQuoted(text: string): string {
  const isPlain = /^[\w^~=<.][^,[\]{}\t\r\n]*$/.test(text) && !/:(?:\s|$)|\s(?:#|$)/.test(text)
  return isPlain ? text : `"${backslashed(text)}"`
}

function doubled(text: string): string {
  return text.replace(/'/g, "''")
}

function backslashed(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** The value of a key of a mapping; undefined for any other node. Follows no alias. */
export function yamlMember(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.members.find((member) => member.key.text === key)?.value : undefined
}

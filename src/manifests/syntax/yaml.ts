import { type Alias, type Document, isAlias, isMap, isScalar, type Node, parseDocument, type Scalar, visit } from 'yaml'
import { ManifestSyntaxError } from '../format.ts'
import type { QuotedText } from './quoted-text.ts'

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

/**
 * Keys are compared here, as the library's own comparison takes quadratic time. With the log silent a second document
 * would be no error.
 */
const OPTIONS = { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const

/** The parser takes a microsecond and more for a character; no workspace file comes near this many. */
const MAX_LENGTH = 200_000

/** The parser recurses; a line that opens more collections than this is no manifest. */
const MAX_OPENED = 200

/**
 * Reads one YAML document into a tree with places. Sequences and scalars over several lines are `other`, as no version
 * stands in them. Throws a ManifestSyntaxError only.
 */
export function parseYaml(text: string): YamlNode {
  refuseDepth(text)
  try {
    const document = parseDocument(text, OPTIONS)
    const [error] = document.errors
    if (error) throw new ManifestSyntaxError(`this is not YAML (${error.message.replace(/\.$/, '')})`, error.pos[0])
    return new TreeReader(text, document).read(document.contents, false)
  } catch (error) {
    if (error instanceof ManifestSyntaxError) throw error
    throw new ManifestSyntaxError('this YAML cannot be read', 0)
  }
}

/** Guards the parser's recursion, and its time, against towers of `[`, `{`, `- ` and indentation. */
function refuseDepth(text: string): void {
  if (text.length > MAX_LENGTH) throw new ManifestSyntaxError('the document is too long', MAX_LENGTH)
  let opened = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]
    if (unit === '[' || unit === '{') opened++
    else if (unit === ']' || unit === '}') opened = Math.max(0, opened - 1)
    if (opened > MAX_OPENED) throw new ManifestSyntaxError('the document is nested too deep', i)
  }
  const tower = /(?:[-?:][ \t]+){100}|^[ \t]{400}/m.exec(text)
  if (tower) throw new ManifestSyntaxError('the document is nested too deep', tower.index)
}

class TreeReader {
  private readonly text: string
  private readonly targets: ReadonlyMap<Alias, Node | undefined>
  private readonly aliased: ReadonlySet<string>
  private aliasesFollowed = 0

  constructor(text: string, document: Document.Parsed) {
    this.text = text
    const anchors = new Map<string, Node>()
    const targets = new Map<Alias, Node | undefined>()
    visit(document, {
      Alias: (_, alias) => void targets.set(alias, anchors.get(alias.source)),
      Value: (_, node) => void (node.anchor && anchors.set(node.anchor, node)),
    })
    this.targets = targets
    this.aliased = new Set([...targets.keys()].map(({ source }) => source))
  }

  read(node: unknown, within: boolean): YamlNode {
    if (isAlias(node)) return this.follow(this.targets.get(node))
    const shared = within || this.isShared(node)
    if (isScalar(node)) return this.scalar(node, shared) ?? OTHER
    if (!isMap(node)) return OTHER
    const seen = new Set<string>()
    const members = node.items.flatMap(({ key, value }): YamlMember[] => {
      const name = isScalar(key) ? this.scalar(key, false) : undefined
      if (name && name.text !== '<<' && seen.size === seen.add(name.text).size) {
        throw new ManifestSyntaxError(
          `the key "${name.text.slice(0, 60)}" stands twice in one mapping`,
          name.span.start,
        )
      }
      return name ? [{ key: name, value: this.read(value, shared) }] : []
    })
    return { kind: 'map', members }
  }

  private follow(target: Node | undefined): YamlNode {
    this.aliasesFollowed++
    if (this.aliasesFollowed > 1000) throw new ManifestSyntaxError('too many aliases', 0)
    return { kind: 'alias', target: target ? this.read(target, true) : OTHER }
  }

  private isShared(node: unknown): boolean {
    return (isScalar(node) || isMap(node)) && node.anchor !== undefined && this.aliased.has(node.anchor)
  }

  private scalar(node: Scalar, shared: boolean): YamlString | undefined {
    const { range, type, value } = node
    if (!range || typeof value !== 'string') return undefined
    const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
    if (!quoted && type !== 'PLAIN') return undefined
    const span = quoted ? { start: range[0] + 1, end: range[1] - 1 } : { start: range[0], end: range[1] }
    const raw = this.text.slice(span.start, span.end)
    // A byte order mark within the text counts as space to some and as a character to others.
    if (/[\r\n\uFEFF]/.test(raw)) return undefined
    const verbatim = raw === value
    if (!quoted && !verbatim) return undefined
    const escaped = type === 'QUOTE_SINGLE' ? doubled : backslashed
    const quoteOnWrite = !quoted && !staysPlain(value) ? { quoteOnWrite: '"' } : {}
    return { kind: 'string', text: value, span, verbatim, shared, escape: escaped, ...quoteOnWrite }
  }
}

/** Can a version text of this kind be raised and still begin as an unquoted scalar may? `>=1` and `*` may not. */
function staysPlain(text: string): boolean {
  if (/^[a-z]+:/i.test(text)) return true
  return /^[\^~=v]*\s*\d/.test(text) && !(text.includes('||') && /[<>]/.test(text))
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

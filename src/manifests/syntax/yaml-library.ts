import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Node,
  parse,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml'
import { ManifestSyntaxError } from '../format.ts'
import type { YamlDocument, YamlSource } from './yaml-tree.ts'

/**
 * Keys are compared in the tree, as the library's own comparison takes quadratic time. With the log silent a second
 * document would be no error.
 */
const OPTIONS = { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const

/** Characters that are read in a bearable time: the library takes a microsecond and more for each. */
export const LIBRARY_LIMIT = 200_000

/** The library recurses; a line that opens more collections than this is no manifest. */
const MAX_OPENED = 200

/** Reads one YAML document of at most LIBRARY_LIMIT characters with the `yaml` package. Throws a ManifestSyntaxError only. */
export function readYamlByLibrary(text: string): YamlDocument {
  refuseDepth(text)
  try {
    const document = parseDocument(text, OPTIONS)
    const [error] = document.errors
    if (error) throw new ManifestSyntaxError(`this is not YAML (${error.message.replace(/\.$/, '')})`, error.pos[0])
    return new Conversion(text, document).document
  } catch (error) {
    if (error instanceof ManifestSyntaxError) throw error
    throw new ManifestSyntaxError('this YAML cannot be read', 0)
  }
}

/** The same document as plain data, for the proof. Throws whatever the library throws. */
export function yamlData(text: string): unknown {
  return parse(text, { ...OPTIONS, logLevel: 'silent' })
}

/** Guards the library's recursion, and its time, against towers of `[`, `{`, `- ` and indentation. */
function refuseDepth(text: string): void {
  if (text.length > LIBRARY_LIMIT) throw new ManifestSyntaxError('the document is too long', LIBRARY_LIMIT)
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

/** From the library's nodes to ours. */
class Conversion {
  readonly document: YamlDocument
  readonly #text: string
  readonly #targets = new Map<Alias, Node | undefined>()
  readonly #known = new Map<unknown, YamlSource>()
  readonly #open = new Set<unknown>()

  constructor(text: string, document: Document.Parsed) {
    this.#text = text
    const anchors = new Map<string, Node>()
    visit(document, {
      Alias: (_, alias) => void this.#targets.set(alias, anchors.get(alias.source)),
      Value: (_, node) => void (node.anchor && anchors.set(node.anchor, node)),
    })
    const root = this.#convert(document.contents)
    const aliased = new Set([...this.#targets.values()].map((target) => this.#convert(target)))
    this.document = { root, aliased }
  }

  #convert(node: unknown): YamlSource {
    const known = this.#known.get(node)
    if (known) return known
    if (this.#open.has(node)) throw new ManifestSyntaxError('an alias stands within what it repeats', 0)
    this.#open.add(node)
    const converted = this.#fresh(node)
    this.#open.delete(node)
    if (node) this.#known.set(node, converted)
    return converted
  }

  #fresh(node: unknown): YamlSource {
    if (isAlias(node)) return { kind: 'alias', target: this.#convert(this.#targets.get(node)) }
    if (isScalar(node)) return this.#scalar(node)
    if (!isMap(node)) return { kind: 'other' }
    return {
      kind: 'map',
      pairs: node.items.map(({ key, value }) => ({ key: this.#convert(key), value: this.#convert(value) })),
    }
  }

  #scalar({ range, type, value }: Scalar): YamlSource {
    if (!range || typeof value !== 'string') return { kind: 'other' }
    const style = type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : 'plain'
    const inside = style === 'plain' ? 0 : 1
    const span = { start: range[0] + inside, end: range[1] - inside }
    const raw = this.#text.slice(span.start, span.end)
    // A byte order mark within the text counts as space to some and as a character to others.
    if (/[\r\n\uFEFF]/.test(raw)) return { kind: 'other' }
    if (style === 'plain' && (type !== 'PLAIN' || raw !== value || raw === '')) return { kind: 'other' }
    return { kind: 'scalar', style, value, span }
  }
}

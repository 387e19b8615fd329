import { BeyondReader } from './yaml-lines.ts'
import type { YamlSource } from './yaml-tree.ts'

/** What stands in front of a node: `&name`, `!!str`. */
export interface YamlProperties {
  readonly anchor?: string
  readonly tag?: string
  /** Where the node itself, or the end of the line, follows. */
  readonly end: number
}

const PROPERTIES = /(?:(?:&([\w-]+)|!!(str|map|seq))(?=[ \r\n]|$) *)*/y
const ALIAS = /\*([\w-]+)(?=[ \r\n,\]}]|$)/y

/** The anchors of a document, as far as it has been read, and the nodes that aliases repeat. */
export class YamlAnchors {
  readonly aliased = new Set<YamlSource>()
  readonly #nodes = new Map<string, YamlSource>()
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The properties at an offset; none is fine. */
  properties(at: number): YamlProperties {
    if (!'&!'.includes(this.#text[at] ?? ' ')) return { end: at }
    PROPERTIES.lastIndex = at
    const [whole = ''] = PROPERTIES.exec(this.#text) ?? []
    const [anchor, ...anchors] = whole.match(/(?<=&)[\w-]+/g) ?? []
    const [tag, ...tags] = whole.match(/(?<=!!)\w+/g) ?? []
    const end = at + whole.length
    const unread = '&!'.includes(this.#text[end] ?? ' ')
    if (unread || anchors.length > 0 || tags.length > 0) throw new BeyondReader('an anchor or tag', at)
    // Until its node has been read in whole, the name stands for nothing.
    if (anchor) this.#nodes.delete(anchor)
    return { end, ...(anchor ? { anchor } : {}), ...(tag ? { tag } : {}) }
  }

  /** Gives a node the name of its anchor, and holds it against its tag. */
  name<Node extends YamlSource>(node: Node, { anchor, tag, end }: YamlProperties, kind: 'str' | 'map' | 'seq'): Node {
    if (tag !== undefined && tag !== kind) throw new BeyondReader('a tag of another kind', end)
    if (anchor !== undefined) this.#nodes.set(anchor, node)
    return node
  }

  /** The alias at an offset and where it ends; it must repeat what has been read in whole. */
  alias(at: number): { readonly node: YamlSource; readonly end: number } {
    ALIAS.lastIndex = at
    const [whole, name = ''] = ALIAS.exec(this.#text) ?? []
    const target = this.#nodes.get(name)
    if (whole === undefined || target === undefined) throw new BeyondReader('an alias', at)
    this.aliased.add(target)
    return { node: { kind: 'alias', target }, end: at + whole.length }
  }
}

import { YamlAnchors, type YamlProperties } from './yaml-anchors.ts'
import { LONGEST_KEY, YamlFlow } from './yaml-flow.ts'
import { BeyondReader, YamlLines } from './yaml-lines.ts'
import { closingQuote, opensPlain, plainScalar, plainStretch, quotedScalar, unescaped } from './yaml-scalars.ts'
import type { YamlDocument, YamlPair, YamlScalar, YamlSource } from './yaml-tree.ts'

const MAX_DEPTH = 64
const NOTHING: YamlProperties = { end: 0 }

/**
 * Reads one YAML document of block and flow collections, in one pass over its lines. Throws a BeyondReader for whatever
 * it is not certain of, be that a mistake or a rare construct: what it gives back is what every reader of YAML sees.
 */
export function readYaml(text: string): YamlDocument {
  return new BlockReader(text).document()
}

interface Key {
  readonly node: YamlScalar
  /** Behind the colon. */
  readonly end: number
}

class BlockReader {
  readonly #text: string
  readonly #lines: YamlLines
  readonly #anchors: YamlAnchors
  #depth = 0

  constructor(text: string) {
    this.#text = text
    this.#lines = new YamlLines(text)
    this.#anchors = new YamlAnchors(text)
  }

  document(): YamlDocument {
    const root: YamlSource = this.#lines.line ? this.#block(-1, NOTHING) : { kind: 'other' }
    this.#expectEnd()
    return { root, aliased: this.#anchors.aliased }
  }

  #expectEnd(): void {
    if (this.#lines.line) throw new BeyondReader('a line of no collection', this.#lines.line.at)
  }

  /** A node on lines of its own, indented deeper than `parent`. */
  #block(parent: number, properties: YamlProperties): YamlSource {
    this.#depth++
    const { at = 0, indent = 0 } = this.#lines.line ?? {}
    if (this.#depth > MAX_DEPTH) throw new BeyondReader('deep nesting', at)
    const node = this.#collection(at, indent, properties) ?? this.#inline(at, parent, properties)
    this.#depth--
    return node
  }

  /** The mapping or sequence that begins at an offset, which is the given column; undefined when none does. */
  #collection(at: number, column: number, properties: YamlProperties): YamlSource | undefined {
    if (this.#isDash(at)) return this.#anchors.name(this.#sequence(at, column), properties, 'seq')
    const key = this.#key(at)
    return key && this.#anchors.name(this.#mapping(key, column), properties, 'map')
  }

  #mapping(first: Key, column: number): YamlSource {
    const pairs: YamlPair[] = []
    for (let key: Key | undefined = first; key; ) {
      pairs.push({ key: key.node, value: this.#mapValue(key.end, column) })
      const { line } = this.#lines
      if (!line || line.indent < column) break
      key = line.indent === column ? this.#key(line.at) : undefined
      if (!key) throw new BeyondReader('no key', line.at)
    }
    return { kind: 'map', pairs }
  }

  #mapValue(from: number, column: number): YamlSource {
    const at = this.#lines.skipSpaces(from)
    const properties = this.#anchors.properties(at)
    if (!this.#lines.isAtEnd(properties.end)) return this.#inline(properties.end, column, properties)
    this.#lines.nextLine(properties.end)
    const { line } = this.#lines
    if (line && line.indent > column) return this.#block(column, properties)
    // A sequence may stand in the column of the key that it belongs to.
    if (line?.indent === column && this.#isDash(line.at)) {
      if (properties.end > at) throw new BeyondReader('an anchor or tag', at)
      return this.#sequence(line.at, column)
    }
    if (properties.end > at) throw new BeyondReader('an anchor or tag of nothing', at)
    return { kind: 'other' }
  }

  #sequence(first: number, column: number): YamlSource {
    this.#depth++
    if (this.#depth > MAX_DEPTH) throw new BeyondReader('deep nesting', first)
    for (let at = first; ; ) {
      this.#item(at, column)
      const { line } = this.#lines
      if (!line || line.indent < column) break
      if (line.indent > column) throw new BeyondReader('an item in another column', line.at)
      // In the column of a key, what follows may be the next key.
      if (!this.#isDash(line.at)) break
      at = line.at
    }
    this.#depth--
    return { kind: 'other' }
  }

  #item(dash: number, column: number): void {
    const start = this.#lines.skipSpaces(dash + 1)
    const properties = this.#anchors.properties(start)
    const at = properties.end
    if (this.#lines.isAtEnd(at)) {
      this.#lines.nextLine(at)
      const { line } = this.#lines
      if (line && line.indent > column) this.#block(column, properties)
      else if (at > start) throw new BeyondReader('an anchor or tag of nothing', start)
      return
    }
    const compact = at > start ? undefined : this.#collection(at, column + at - dash, properties)
    if (!compact) this.#inline(at, column, properties)
  }

  #isDash(at: number): boolean {
    return this.#text[at] === '-' && / |\r|\n|^$/.test(this.#text[at + 1] ?? '')
  }

  /** A key on one line with its colon; undefined when the line is no entry of a mapping. */
  #key(at: number): Key | undefined {
    const first = this.#text[at]
    const key =
      first === '"' || first === "'" ? this.#quotedKey(at) : opensPlain(first) ? this.#plainKey(at) : undefined
    if (key && key.end - at > LONGEST_KEY) throw new BeyondReader('a long key', at)
    return key
  }

  #plainKey(at: number): Key | undefined {
    const { end, stop, stoppedBy } = plainStretch(this.#text, at, false)
    return stoppedBy === 'colon' ? { node: plainScalar(this.#text, at, end), end: stop + 1 } : undefined
  }

  #quotedKey(at: number): Key | undefined {
    const close = closingQuote(this.#text, at)
    if (close > this.#lines.endOfLine(at)) return undefined
    const colon = this.#lines.skipSpaces(close + 1)
    const isKey = this.#text[colon] === ':' && / |\r|\n|^$/.test(this.#text[colon + 1] ?? '')
    return isKey ? { node: quotedScalar(this.#text, at, close), end: colon + 1 } : undefined
  }

  /** A node that begins in the line of its key or dash, or a scalar or flow collection on lines of its own. */
  #inline(at: number, parent: number, properties: YamlProperties): YamlSource {
    switch (this.#text[at]) {
      case '"':
      case "'":
        return this.#anchors.name(this.#quoted(at, parent), properties, 'str')
      case '|':
      case '>':
        return this.#anchors.name(this.#blockScalar(at, parent), properties, 'str')
      case '{':
      case '[': {
        const { node, end } = new YamlFlow(this.#text, this.#anchors, parent).read(at, properties)
        return this.#ended(node, end, parent)
      }
      case '*': {
        const { node, end } = this.#anchors.alias(at)
        if (properties.anchor ?? properties.tag) throw new BeyondReader('an anchor or tag of an alias', at)
        return this.#ended(node, end, parent)
      }
      default:
        return this.#anchors.name(this.#plain(at, parent), properties, 'str')
    }
  }

  /** Nothing may follow in the line of a value, and no deeper line may follow it. */
  #ended(node: YamlSource, end: number, parent: number): YamlSource {
    this.#lines.nextLine(end)
    const { line } = this.#lines
    if (line && line.indent > parent) throw new BeyondReader('a line that is indented too deep', line.at)
    return node
  }

  #quoted(at: number, parent: number): YamlSource {
    const close = closingQuote(this.#text, at)
    const text = this.#text.slice(at, close + 1)
    if (!text.includes('\n')) return this.#ended(quotedScalar(this.#text, at, close), close + 1, parent)
    for (const { index, 1: blanks = '', 2: next } of text.matchAll(/\n( *)([^ \r\n])/g)) {
      if (blanks.length > parent && parent >= 0 && next !== '\t') continue
      throw new BeyondReader('a quoted text that is indented too little', at + index)
    }
    if (text.startsWith('"')) unescaped(text.slice(1, -1).replace(/\\\r?\n/g, ''), at + 1)
    return this.#ended({ kind: 'other' }, close + 1, parent)
  }

  #plain(at: number, parent: number): YamlSource {
    if (!opensPlain(this.#text[at])) throw new BeyondReader('a sign', at)
    let { end, stop, stoppedBy } = plainStretch(this.#text, at, false)
    const first = plainScalar(this.#text, at, end)
    this.#lines.nextLine(this.#behind(stop, stoppedBy))
    let goesOn = false
    for (let { line } = this.#lines; line && line.indent > parent; { line } = this.#lines) {
      if (stoppedBy === 'comment' || line.afterComment || parent < 0) throw new BeyondReader('a line too many', line.at)
      goesOn = true
      ;({ end, stop, stoppedBy } = plainStretch(this.#text, line.at, false))
      this.#lines.nextLine(this.#behind(stop, stoppedBy))
    }
    return goesOn ? { kind: 'other' } : first
  }

  #behind(stop: number, stoppedBy: string): number {
    if (stoppedBy === 'colon') throw new BeyondReader('a colon within a value', stop)
    return stop
  }

  /** `|` and `>`: every line that is indented deeper than the parent. */
  #blockScalar(at: number, parent: number): YamlSource {
    const header = /[|>][+-]?(?= *\r?$| +#)/my
    header.lastIndex = at
    if (!header.test(this.#text) || parent < 0) throw new BeyondReader('the head of a block of text', at)
    this.#lines.skipBlock(header.lastIndex, parent)
    return { kind: 'other' }
  }
}

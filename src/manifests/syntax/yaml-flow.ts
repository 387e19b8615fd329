import type { YamlAnchors, YamlProperties } from './yaml-anchors.ts'
import { BeyondReader } from './yaml-lines.ts'
import { closingQuote, opensPlain, plainScalar, plainStretch, quotedScalar } from './yaml-scalars.ts'
import type { YamlPair, YamlSource } from './yaml-tree.ts'

const MAX_DEPTH = 64
/** YAML ends an implicit key at 1024 characters. */
export const LONGEST_KEY = 1000

/** Reads `{…}` and `[…]`, over several lines too, as long as each is indented deeper than `parent`. */
export class YamlFlow {
  readonly #text: string
  readonly #anchors: YamlAnchors
  readonly #parent: number
  #at = 0
  #depth = 0

  constructor(text: string, anchors: YamlAnchors, parent: number) {
    this.#text = text
    this.#anchors = anchors
    this.#parent = parent
  }

  /** The collection that opens at an offset, and where it ends. */
  read(at: number, properties: YamlProperties): { readonly node: YamlSource; readonly end: number } {
    this.#at = at
    const node = this.#collection(properties)
    return { node, end: this.#at }
  }

  #collection(properties: YamlProperties): YamlSource {
    this.#depth++
    if (this.#depth > MAX_DEPTH) throw this.#beyond('deep nesting')
    const isMap = this.#text[this.#at] === '{'
    this.#at++
    const pairs: YamlPair[] = []
    for (this.#gap(); !this.#closes(isMap); this.#comma(isMap)) {
      if (isMap) pairs.push(this.#pair())
      else this.#value()
    }
    this.#at++
    this.#depth--
    const node: YamlSource = isMap ? { kind: 'map', pairs } : { kind: 'other' }
    return this.#anchors.name(node, properties, isMap ? 'map' : 'seq')
  }

  #closes(isMap: boolean): boolean {
    const unit = this.#text[this.#at]
    if (unit !== ']' && unit !== '}') return false
    if (unit !== (isMap ? '}' : ']')) throw this.#beyond('a bracket of the other kind')
    return true
  }

  #comma(isMap: boolean): void {
    this.#gap()
    if (this.#text[this.#at] === ',') {
      this.#at++
      this.#gap()
    } else if (!this.#closes(isMap)) throw this.#beyond('no comma')
  }

  #pair(): YamlPair {
    const start = this.#at
    const key = this.#scalar()
    const from = this.#at
    if (from - start > LONGEST_KEY) throw this.#beyond('a long key')
    this.#gap()
    if (this.#text[this.#at] !== ':') return { key, value: { kind: 'other' } }
    if (this.#text.slice(from, this.#at).includes('\n')) throw this.#beyond('a key over several lines')
    this.#at++
    this.#gap()
    const isEmpty = /[,}]/.test(this.#text[this.#at] ?? '')
    return { key, value: isEmpty ? { kind: 'other' } : this.#value() }
  }

  #value(): YamlSource {
    const unit = this.#text[this.#at]
    if (unit === '*') {
      const { node, end } = this.#anchors.alias(this.#at)
      this.#at = end
      return node
    }
    const properties = this.#anchors.properties(this.#at)
    this.#at = properties.end
    const first = this.#text[this.#at]
    if (first === '{' || first === '[') return this.#collection(properties)
    return this.#anchors.name(this.#scalar(), properties, 'str')
  }

  #scalar(): YamlSource {
    const from = this.#at
    const first = this.#text[from]
    if (first === '"' || first === "'") {
      const close = closingQuote(this.#text, from)
      if (this.#text.slice(from, close).includes('\n')) throw this.#beyond('a text over several lines')
      this.#at = close + 1
      return quotedScalar(this.#text, from, close)
    }
    if (!opensPlain(first)) throw this.#beyond('a sign')
    const { end, stop } = plainStretch(this.#text, from, true)
    this.#at = stop
    return plainScalar(this.#text, from, end)
  }

  /** Blanks, line ends and comments; a line may not be indented less than its collection asks for. */
  #gap(): void {
    for (;;) {
      const unit = this.#text[this.#at]
      if (unit === '\n') this.#indentation()
      else if (unit === '#' && /[ \n]/.test(this.#text[this.#at - 1] ?? '')) this.#comment()
      else if (unit === '#' || unit === '\t') throw this.#beyond('a tab or a number sign')
      else if (unit === ' ' || unit === '\r') this.#at++
      else return
    }
  }

  #comment(): void {
    const end = this.#text.indexOf('\n', this.#at)
    this.#at = end === -1 ? this.#text.length : end
  }

  #indentation(): void {
    const start = this.#at + 1
    let at = start
    while (this.#text[at] === ' ') at++
    this.#at = at
    const unit = this.#text[at]
    const indent = at - start
    const isClosing = this.#depth === 1 && indent === this.#parent && (unit === ']' || unit === '}')
    const isNothing = unit === '\n' || unit === '\r' || unit === undefined || unit === '#'
    if (indent <= this.#parent && !isClosing && !isNothing) throw this.#beyond('too little indentation')
    if (indent === 0 && /---|\.\.\./.test(this.#text.slice(at, at + 3))) throw this.#beyond('a document marker')
  }

  #beyond(what: string): BeyondReader {
    return new BeyondReader(what, Math.min(this.#at, this.#text.length))
  }
}

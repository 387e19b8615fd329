import { ManifestSyntaxError } from '../format.ts'
import type { TomlEntry, TomlNode, TomlTable } from './toml.ts'
import { readTomlString } from './toml-strings.ts'

/**
 * readToml reads a TOML 1.1 document into one tree, in which headers, inline tables and dotted keys are merged. Throws
 * ManifestSyntaxError for what the grammar rejects, repeated keys included, and for brackets nested deeper than 200.
 */
export function readToml(text: string): TomlTable {
  return new TomlReader(text).document()
}

const maxDepth = 200

/** How a table came to be, which decides what may still be added to it. */
type Origin = 'implicit' | 'header' | 'dotted' | 'inline'

interface OpenTable extends TomlTable {
  origin: Origin
}

interface Key {
  readonly name: string
  readonly at: number
}

const blank = /[ \t]*/y
const bareKey = /[A-Za-z0-9_-]+/y
const comment = /#[^\x00-\x08\x0a-\x1f\x7f]*/y
const scalar = /\d{4}-\d\d-\d\d [\d:.Zz+-]+|[A-Za-z0-9_.:+-]+/y
const scalarShapes = [
  /^(?:true|false)$/,
  /^[+-]?(?:inf|nan)$/,
  /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/,
  /^0(?:x[\da-fA-F](?:_?[\da-fA-F])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/,
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/,
]
const date =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/

class TomlReader {
  readonly #text: string
  #at = 0
  /** Arrays that `[[name]]` headers opened: only those may grow. */
  readonly #grown = new Set<TomlNode>()

  constructor(text: string) {
    this.#text = text
  }

  document(): TomlTable {
    const root = newTable(0, 'header')
    let current = root
    for (this.#space(); this.#at < this.#text.length; this.#space()) {
      if (this.#text[this.#at] === '[') current = this.#header(root)
      else this.#pair(current, 0)
      this.#endOfLine()
    }
    return root
  }

  #header(root: OpenTable): OpenTable {
    const brackets = this.#text.startsWith('[[', this.#at) ? 2 : 1
    this.#at += brackets
    const keys = this.#keys()
    if (!this.#text.startsWith(']'.repeat(brackets), this.#at)) throw this.#error('a table header is not closed')
    this.#at += brackets
    const last = keys.pop() as Key
    let table = root
    for (const key of keys) table = this.#enter(table, key)
    return brackets === 2 ? this.#element(table, last) : this.#opened(table, last)
  }

  /** The table that a header goes through; the last element of an array of tables. */
  #enter(table: OpenTable, key: Key): OpenTable {
    const known = table.entries.get(key.name)?.node
    const node = known?.kind === 'array' && this.#grown.has(known) ? known.items[known.items.length - 1] : known
    if (node === undefined) return put(table, key, newTable(key.at, 'implicit'))
    if (node.kind !== 'table' || (node as OpenTable).origin === 'inline') throw repeated(key)
    return node as OpenTable
  }

  #opened(table: OpenTable, key: Key): OpenTable {
    const known = table.entries.get(key.name)?.node as OpenTable | undefined
    if (known === undefined) return put(table, key, newTable(key.at, 'header'))
    if (known.kind !== 'table' || known.origin !== 'implicit') throw repeated(key)
    known.origin = 'header'
    return known
  }

  #element(table: OpenTable, key: Key): OpenTable {
    const known = table.entries.get(key.name)?.node
    if (known !== undefined && !this.#grown.has(known)) throw repeated(key)
    const array = known?.kind === 'array' ? known : put(table, key, { kind: 'array' as const, at: key.at, items: [] })
    this.#grown.add(array)
    const element = newTable(key.at, 'header')
    array.items.push(element)
    return element
  }

  /** `key = value`; a dotted key makes tables of its own. */
  #pair(table: OpenTable, depth: number): void {
    const keys = this.#keys()
    const last = keys.pop() as Key
    let owner = table
    for (const key of keys) {
      const known = owner.entries.get(key.name)?.node as OpenTable | undefined
      if (known !== undefined && (known.kind !== 'table' || known.origin !== 'dotted')) throw repeated(key)
      owner = known ?? put(owner, key, newTable(key.at, 'dotted'))
    }
    if (owner.entries.has(last.name)) throw repeated(last)
    if (this.#text[this.#at] !== '=') throw this.#error('"=" is missing')
    this.#at += 1
    this.#blank()
    put(owner, last, this.#value(depth))
  }

  #keys(): Key[] {
    const keys: Key[] = []
    do {
      if (keys.length > 0) this.#at += 1
      this.#blank()
      keys.push(this.#key())
      this.#blank()
    } while (this.#text[this.#at] === '.')
    return keys
  }

  #key(): Key {
    const at = this.#at
    const quote = this.#text[at]
    if (quote === '"' || quote === "'") {
      const { content, end } = readTomlString(this.#text, at, false)
      this.#at = end
      return { name: content.text, at }
    }
    if (!this.#skip(bareKey)) throw this.#error('a key is missing')
    return { name: this.#text.slice(at, this.#at), at }
  }

  #value(depth: number): TomlNode {
    const at = this.#at
    const character = this.#text[at]
    if (depth > maxDepth) throw this.#error('brackets are nested too deeply')
    if (character === '[') return this.#array(depth)
    if (character === '{') return this.#inlineTable(depth)
    if (character !== '"' && character !== "'") return this.#scalar()
    const { content, end } = readTomlString(this.#text, at, true)
    this.#at = end
    return { kind: 'string', at, content }
  }

  #array(depth: number): TomlNode {
    const at = this.#at
    const items: TomlNode[] = []
    this.#list(']', () => items.push(this.#value(depth + 1)))
    return { kind: 'array', at, items }
  }

  #inlineTable(depth: number): TomlNode {
    const table = newTable(this.#at, 'inline')
    this.#list('}', () => this.#pair(table, depth + 1))
    return table
  }

  /** Reads items with commas between them, from behind the opening bracket to behind the closing one. */
  #list(closing: string, readItem: () => void): void {
    const open = this.#at
    this.#at += 1
    for (this.#space(); this.#text[this.#at] !== closing; this.#space()) {
      if (this.#at >= this.#text.length) throw new ManifestSyntaxError('a bracket is not closed', open)
      readItem()
      this.#space()
      if (this.#text[this.#at] === ',') this.#at += 1
      else if (this.#text[this.#at] !== closing) throw this.#error('a comma is missing')
    }
    this.#at += 1
  }

  #scalar(): TomlNode {
    const at = this.#at
    const text = this.#skip(scalar) ? this.#text.slice(at, this.#at) : ''
    if (!isDate(text) && !scalarShapes.some((shape) => shape.test(text)))
      throw new ManifestSyntaxError('a value is missing or wrong', at)
    return { kind: 'scalar', at, text }
  }

  #endOfLine(): void {
    this.#blank()
    this.#skip(comment)
    if (this.#at < this.#text.length && !this.#lineEnd()) throw this.#error('a line end is missing')
  }

  /** White space, line ends and comments. */
  #space(): void {
    do {
      this.#blank()
      this.#skip(comment)
    } while (this.#lineEnd())
  }

  #lineEnd(): boolean {
    const length = this.#text[this.#at] === '\n' ? 1 : this.#text.startsWith('\r\n', this.#at) ? 2 : 0
    this.#at += length
    return length > 0
  }

  #blank(): void {
    this.#skip(blank)
  }

  /** Goes over what the pattern takes here; false when that is nothing. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text) || pattern.lastIndex === this.#at) return false
    this.#at = pattern.lastIndex
    return true
  }

  #error(message: string): ManifestSyntaxError {
    return new ManifestSyntaxError(message, this.#at)
  }
}

function isDate(text: string): boolean {
  const [, year, month, day] = date.exec(text) ?? []
  return day !== undefined && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}

function newTable(at: number, origin: Origin): OpenTable {
  return { kind: 'table', at, entries: new Map<string, TomlEntry>(), origin }
}

function put<Node extends TomlNode>(table: TomlTable, key: Key, node: Node): Node {
  table.entries.set(key.name, { at: key.at, node })
  return node
}

function repeated({ name, at }: Key): ManifestSyntaxError {
  return new ManifestSyntaxError(`"${name}" is defined twice`, at)
}

import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { ManifestSyntaxError } from '../format.ts'
import type { QuotedText } from './quoted-text.ts'

/** A JSON string with its place. */
export interface JsonString extends QuotedText {
  readonly kind: 'string'
}

/** An object. Of equal keys only the last member is kept, as every JSON parser obeys that one. */
export interface JsonObject {
  readonly kind: 'object'
  readonly members: ReadonlyMap<string, JsonMember>
}

export interface JsonMember {
  readonly key: JsonString
  readonly value: JsonNode
}

export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}

/** A value of any kind; numbers, booleans and null carry no text, as no version stands in them. */
export type JsonNode = JsonString | JsonObject | JsonArray | { readonly kind: 'scalar' }

/** Deeper nesting is no manifest; the limit keeps the parser's recursion harmless. */
const MAX_DEPTH = 500

/** Reads strict JSON (no comments, no trailing commas) into a tree with places. Throws a ManifestSyntaxError only. */
export function parseJson(text: string): JsonNode {
  const builder = new TreeBuilder(text)
  visit(text, builder.visitor(), { disallowComments: true, allowTrailingComma: false })
  try {
    // The visitor forgives some things that no package manager does.
    JSON.parse(text)
  } catch {
    throw new ManifestSyntaxError('this is not JSON', 0)
  }
  if (!builder.root) throw new ManifestSyntaxError('the document is empty', 0)
  return builder.root
}

type Open =
  | { readonly kind: 'object'; readonly members: Map<string, JsonMember>; key?: JsonString }
  | { readonly kind: 'array'; readonly items: JsonNode[] }

class TreeBuilder {
  root: JsonNode | undefined
  private readonly text: string
  private readonly open: Open[] = []

  constructor(text: string) {
    this.text = text
  }

  visitor(): Parameters<typeof visit>[1] {
    return {
      onObjectBegin: (offset) => this.enter({ kind: 'object', members: new Map() }, offset),
      onObjectProperty: (_, offset, length) => {
        const top = this.open.at(-1)
        if (top?.kind === 'object') top.key = this.stringAt(offset, length)
      },
      onObjectEnd: () => this.leave(),
      onArrayBegin: (offset) => this.enter({ kind: 'array', items: [] }, offset),
      onArrayEnd: () => this.leave(),
      onLiteralValue: (value, offset, length) =>
        this.add(typeof value === 'string' ? this.stringAt(offset, length) : { kind: 'scalar' }),
      onError: (error, offset) => {
        throw new ManifestSyntaxError(`this is not JSON (${spoken(error)})`, offset)
      },
    }
  }

  private enter(container: Open, offset: number): void {
    if (this.open.length >= MAX_DEPTH) throw new ManifestSyntaxError('the document is nested too deep', offset)
    this.add(container)
    this.open.push(container)
  }

  private leave(): void {
    this.open.pop()
  }

  private add(node: JsonNode): void {
    const top = this.open.at(-1)
    if (!top) this.root = node
    else if (top.kind === 'array') top.items.push(node)
    else if (top.key) {
      // Deleted first, so that the order of the map is that of the members that count.
      top.members.delete(top.key.text)
      top.members.set(top.key.text, { key: top.key, value: node })
    }
  }

  private stringAt(offset: number, length: number): JsonString {
    const span = { start: offset + 1, end: offset + length - 1 }
    const raw = this.text.slice(span.start, span.end)
    const verbatim = !raw.includes('\\')
    return { kind: 'string', text: verbatim ? raw : decoded(raw, offset), span, verbatim, escape: escaped }
  }
}

function decoded(raw: string, offset: number): string {
  try {
    return JSON.parse(`"${raw}"`) as string
  } catch {
    throw new ManifestSyntaxError('this is not JSON (invalid string)', offset)
  }
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function spoken(error: ParseErrorCode): string {
  return printParseErrorCode(error)
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()
}

/** The member of an object, or undefined when the node is no object or has no such key. */
export function member(node: JsonNode | undefined, ...path: readonly string[]): JsonNode | undefined {
  let current = node
  for (const key of path) current = current?.kind === 'object' ? current.members.get(key)?.value : undefined
  return current
}

/** The members of an object in the order of the text; none for any other node. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? [...node.members.values()] : []
}

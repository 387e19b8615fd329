import iarna from '@iarna/toml'
import type { LogicalText } from './logical-text.ts'

/** A string of the document: what it means, with the way back to the characters between its quotes. */
export interface TomlString {
  readonly kind: 'string'
  readonly at: number
  readonly content: LogicalText
}

/** A table however it was written: header, inline, or dotted keys; all spellings are merged. */
export interface TomlTable {
  readonly kind: 'table'
  readonly at: number
  readonly entries: Map<string, TomlEntry>
}

/** An array, or an array of tables. */
interface TomlArray {
  readonly kind: 'array'
  readonly at: number
  readonly items: TomlNode[]
}

/** A number, boolean or date as it is written: nothing a version can stand in. */
interface TomlScalar {
  readonly kind: 'scalar'
  readonly at: number
  readonly text: string
}

export type TomlNode = TomlString | TomlTable | TomlArray | TomlScalar

/** A key with its value; `at` is where the key was first written. */
export interface TomlEntry {
  readonly at: number
  readonly node: TomlNode
}

/**
 * tomlData is the second reading, by another parser. Throws where that parser, which knows TOML 0.5 only, does not
 * follow: then there is no second reading.
 */
export function tomlData(text: string): unknown {
  return iarna.parse(text)
}

/** tomlAt is the node under the keys; undefined when one is missing or no table holds it. */
export function tomlAt(from: TomlNode, ...keys: readonly string[]): TomlNode | undefined {
  let node: TomlNode | undefined = from
  for (const key of keys) node = node?.kind === 'table' ? node.entries.get(key)?.node : undefined
  return node
}

/** tomlEntries lists a table's keys with their values; nothing for any other node. */
export function tomlEntries(node: TomlNode | undefined): Iterable<[string, TomlEntry]> {
  return node?.kind === 'table' ? node.entries : []
}

/** tomlText is what a string node means; undefined for any other node. */
export function tomlText(node: TomlNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.content.text : undefined
}

/** isTrue tells a flag that is set. */
export function isTrue(node: TomlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.text === 'true'
}

/** The Atlassian Document Format: judged by Atlassian's own schema, and turned from and into text. */
import { readFileSync } from 'node:fs'
import type { ValidateFunction } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'

let compiled: ValidateFunction | undefined

function validator(): ValidateFunction {
  if (compiled === undefined) {
    const schema = JSON.parse(readFileSync(new URL('../contracts/adf.schema.json', import.meta.url), 'utf8')) as object
    compiled = new AjvDraft04.default({ strict: false, logger: false }).compile(schema)
  }
  return compiled
}

/** True for something that means to be a document, valid or not. */
export function looksLikeAdf(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'doc'
}

/** True for a document that Atlassian's schema accepts. */
export function isAdf(value: unknown): boolean {
  return looksLikeAdf(value) && validator()(value)
}

interface Node {
  readonly type?: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly Node[]
}

/** The text of a document: a line for each block. Text stays as it is. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (!looksLikeAdf(value)) return ''
  return ((value as Node).content ?? []).map(blockText).join('\n')
}

function blockText(node: Node): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'inlineCard' || node.type === 'blockCard') return String(node.attrs?.url ?? '')
  return (node.content ?? []).map(blockText).join(BLOCKS.has(node.type ?? '') ? '\n' : '')
}

const BLOCKS = new Set([
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'panel',
  'table',
  'tableRow',
  'tableCell',
])

/** Text as a document of paragraphs. A document stays as it is. */
export function asDocument(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const paragraphs = value.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }))
  return { type: 'doc', version: 1, content: paragraphs }
}

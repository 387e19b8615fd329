/** Atlassian Document Format: plain text in, a document out, and back to text for comparing. */

export interface AdfNode {
  readonly type: string
  readonly version?: number
  readonly text?: string
  readonly marks?: readonly unknown[]
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly AdfNode[]
}

/** Is this value an ADF document already? */
export function isAdf(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && (value as AdfNode).type === 'doc' && 'content' in value
}

const link = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?]/g

/**
 * A document with the same words: a paragraph a blank-line block, a hard break a line, addresses as links. Nothing of
 * the text is read as markup, so no wiki macro or mention in it comes alive.
 */
export function toAdf(text: string): AdfNode {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n{2,}/)
  const content = blocks.map((block) => ({ type: 'paragraph', content: lines(block.replace(/^\n+|\n+$/g, '')) }))
  return { type: 'doc', version: 1, content: content.map(({ type, content: inner }) => ({ type, ...some(inner) })) }
}

const some = (content: readonly AdfNode[]) => (content.length > 0 ? { content } : {})

function lines(block: string): AdfNode[] {
  return block.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...inline(line)])
}

function inline(line: string): AdfNode[] {
  const nodes: AdfNode[] = []
  let at = 0
  for (const match of line.matchAll(link)) {
    if (match.index > at) nodes.push({ type: 'text', text: line.slice(at, match.index) })
    const href = match[0]
    nodes.push({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    at = match.index + href.length
  }
  if (at < line.length) nodes.push({ type: 'text', text: line.slice(at) })
  return nodes
}

/** The words of a comment or description in either form, white space folded: what two texts are compared by. */
export function foldedText(value: unknown): string {
  const text = typeof value === 'string' ? value : isAdf(value) ? textOf(value) : ''
  return text.replace(/\s+/g, ' ').trim()
}

function textOf(node: AdfNode): string {
  if (node.type === 'hardBreak') return '\n'
  const inner = (node.content ?? []).map(textOf).join('')
  const own = node.text ?? String(node.attrs?.url ?? '')
  return node.type === 'paragraph' ? `${inner}\n\n` : own + inner
}

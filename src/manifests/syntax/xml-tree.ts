import type { Part, Span } from '../format.ts'

/** One run of character data: text between tags (entities resolved in `text`), or the inside of a CDATA section. */
export interface XmlRun {
  readonly kind: 'text' | 'cdata'
  readonly span: Span
  readonly text: string
}

/** One attribute; `span` covers what stands between the quotes, `text` is its value with entities resolved. */
export interface XmlAttribute {
  readonly name: string
  readonly span: Span
  readonly text: string
}

/** One element. `span` reaches from `<` of the start tag to behind `>` of the end tag. */
export interface XmlElement {
  readonly kind: 'element'
  readonly name: string
  readonly parent: XmlElement | undefined
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly (XmlElement | XmlRun)[]
  readonly span: Span
}

/** elementsOf yields the element and everything below it, in document order, whatever the depth. */
export function* elementsOf(root: XmlElement): Generator<XmlElement> {
  const waiting: XmlElement[] = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i]
      if (child?.kind === 'element') waiting.push(child)
    }
  }
}

/** childrenOf gives the direct child elements, only those of that name if one is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.kind === 'element' && (name === undefined || child.name === name),
  )
}

/**
 * contentOf gives the one non-blank run of an element without its outer white space: `blank` when there is none, `mixed`
 * when child elements or several runs (split by a comment) make it up. The part's span never covers a CDATA's brackets.
 */
export function contentOf(element: XmlElement): Part | 'blank' | 'mixed' {
  let only: Part | undefined
  for (const child of element.children) {
    if (child.kind === 'element') return 'mixed'
    if (/^[ \t\r\n]*$/.test(child.text)) continue
    if (only) return 'mixed'
    only = trimmed(child.span, child.text)
  }
  return only ?? 'blank'
}

/**
 * trimmed narrows a run to its content without outer white space. Where entities stand, source and text differ in
 * length, so the span stays whole: such white space would be the reference's own.
 */
export function trimmed(span: Span, text: string): Part {
  if (text.length !== span.end - span.start) return { span, text: text.trim() }
  const lead = text.length - text.trimStart().length
  const start = span.start + lead
  return { span: { start, end: start + text.trim().length }, text: text.trim() }
}

/** textOf gives an element's trimmed content when it is one plain run. */
export function textOf(element: XmlElement | undefined): string | undefined {
  const content = element && contentOf(element)
  return typeof content === 'object' ? content.text : undefined
}

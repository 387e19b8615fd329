import type { Part, Span } from '../format.ts'

/** A string as it stands in a document: what it says, and where its content is (without quotes). */
export interface QuotedText {
  readonly text: string
  readonly span: Span
  /** True when the source over `span` is `text` to the letter: no escapes. */
  readonly verbatim: boolean
  /** How a text is written inside this string's quotes. */
  escape(text: string): string
  /** Quotes to put around an unquoted string when a new text takes its place, as that text may need them. */
  readonly quoteOnWrite?: string
}

/**
 * A part over `text.slice(start, end)`. With escapes in the string, offsets of the text are none of the source, so the
 * part spans all of the string and carries the rest in `before` and `after`.
 */
export function partWithin(source: QuotedText, start: number, end: number): Part {
  const text = source.text.slice(start, end)
  const { quoteOnWrite = '' } = source
  if (source.verbatim && !quoteOnWrite) {
    return { span: { start: source.span.start + start, end: source.span.start + end }, text }
  }
  const before = quoteOnWrite + source.escape(source.text.slice(0, start))
  const after = source.escape(source.text.slice(end)) + quoteOnWrite
  return { span: source.span, text, ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

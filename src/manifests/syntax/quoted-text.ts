import type { Part, Span } from '../format.ts'

/** A string as it stands in a document: what it says, and where its content is (without quotes). */
export interface QuotedText {
  readonly text: string
  readonly span: Span
  /** True when the source over `span` is `text` to the letter: no escapes. */
  readonly verbatim: boolean
  /** How a text is written inside this string's quotes. */
  escape(text: string): string
  /** True when there are no quotes, so that `escape` decides by the whole text whether it needs some. */
  readonly unquoted?: true
}

/**
 * A part over `text.slice(start, end)`. Where offsets of the text are none of the source (escapes), or where the whole
 * text decides on its quotes, the part spans all of the string and writes the rest along.
 */
export function partWithin(source: QuotedText, start: number, end: number): Part {
  const text = source.text.slice(start, end)
  if (source.verbatim && !source.unquoted) {
    return { span: { start: source.span.start + start, end: source.span.start + end }, text }
  }
  const [head, tail] = [source.text.slice(0, start), source.text.slice(end)]
  return { span: source.span, text, write: (constraint) => source.escape(head + constraint + tail) }
}

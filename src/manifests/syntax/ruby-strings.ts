import { ManifestSyntaxError, type Part } from '../format.ts'
import { escapeAt, plainEscapeAt } from './ruby-escapes.ts'
import type { RubyPiece, RubyString } from './ruby-tokens.ts'

/** How a string is delimited, and where its content begins. */
export interface Delimiters {
  readonly open: string
  readonly close: string
  readonly interpolates: boolean
  readonly from: number
}

/**
 * readString reads a string's content up to its closing delimiter; delimiters in pairs may nest. `interpolation` reads
 * a `#{…}` that begins at the given offset. Throws a ManifestSyntaxError when the string never ends.
 */
export function readString(
  source: string,
  { open, close, interpolates, from }: Delimiters,
  interpolation: (at: number) => RubyPiece,
): RubyString {
  const content = new Content(source, from)
  let depth = 0
  for (let at = from; ; ) {
    const character = source[at]
    if (character === undefined) throw new ManifestSyntaxError('a string is never closed', from - 1)
    if (character === '\\') {
      const sequence = interpolates ? escapeAt(source, at) : plainEscapeAt(source, at, open, close)
      at = content.skip(at, at + sequence.length, sequence.text)
    } else if (interpolates && character === '#' && source[at + 1] === '{') {
      at = content.add(interpolation(at))
    } else if (character === close && depth === 0) {
      return { span: { start: from, end: at }, open, close, pieces: content.end(at) }
    } else {
      if (open !== close) depth += character === open ? 1 : character === close ? -1 : 0
      at += 1
    }
  }
}

/** The pieces of one string while it is read. */
class Content {
  private readonly source: string
  private readonly pieces: RubyPiece[] = []
  private text = ''
  /** Where the current piece begins. */
  private start: number
  /** Where the source not yet copied into `text` begins. */
  private run: number

  constructor(source: string, from: number) {
    this.source = source
    this.start = from
    this.run = from
  }

  skip(from: number, to: number, meaning: string): number {
    this.text += this.source.slice(this.run, from) + meaning
    this.run = to
    return to
  }

  add(code: RubyPiece): number {
    this.end(code.span.start)
    this.pieces.push(code)
    this.start = code.span.end
    this.run = code.span.end
    return code.span.end
  }

  end(at: number): readonly RubyPiece[] {
    const text = this.text + this.source.slice(this.run, at)
    if (at > this.start) this.pieces.push({ kind: 'text', span: { start: this.start, end: at }, text })
    this.text = ''
    return this.pieces
  }
}

/** wordsOf gives the words of a `%w` list, when each is written as it means. */
export function wordsOf({ span, pieces }: RubyString): readonly Part[] | undefined {
  const [only, second] = pieces
  if (!only) return []
  if (second || only.kind !== 'text' || only.text.length !== span.end - span.start || only.text.includes('\\'))
    return undefined
  return [...only.text.matchAll(/\S+/g)].map((match) => {
    const start = span.start + match.index
    return { span: { start, end: start + match[0].length }, text: match[0] }
  })
}

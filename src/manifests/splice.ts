import type { Refusal, Span, Splice } from './format.ts'

const BOM = '\uFEFF'

/**
 * Decodes a manifest without loss: strict UTF-8, a BOM stays in front of the text. Bytes that are no UTF-8 come back as
 * an `unparseable` refusal (a value, not a throw).
 */
export function decodeManifest(bytes: Uint8Array, path?: string): string | Refusal {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return {
      code: 'unparseable',
      message: `${path ?? 'The manifest'} is not UTF-8${looksLikeUtf16(bytes) ? ' (it starts like UTF-16)' : ''}.`,
      hint: 'Save the file as UTF-8, or raise the version there by hand.',
      ...(path === undefined ? {} : { path }),
    }
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** The UTF-8 bytes of a manifest's text; the inverse of `decodeManifest`, BOM included. */
export function encodeManifest(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A text without its byte order mark, and the mark (empty when there was none). */
export function splitBom(text: string): { readonly bom: string; readonly body: string } {
  return text.startsWith(BOM) ? { bom: BOM, body: text.slice(1) } : { bom: '', body: text }
}

/**
 * Applies splices given in any order. Throws a RangeError when one lies outside the text or two overlap: the caller made
 * them, so that is a fault of the program. Two insertions at one place count as an overlap, their order being unsaid.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = inOrder(splices)
  let result = ''
  let position = 0
  let previous: Span | undefined
  for (const { span, text: replacement } of ordered) {
    if (!isWithin(span, text.length)) throw new RangeError(`splice ${span.start}-${span.end} is outside the text`)
    if (previous && (span.start < previous.end || span.start === previous.start)) {
      throw new RangeError(`splices ${previous.start}-${previous.end} and ${span.start}-${span.end} overlap`)
    }
    result += text.slice(position, span.start) + replacement
    position = span.end
    previous = span
  }
  return result + text.slice(position)
}

/** The splices that turn `applySplices(text, splices)` back into `text`. */
export function inverseSplices(text: string, splices: readonly Splice[]): readonly Splice[] {
  let shift = 0
  return inOrder(splices).map(({ span, text: replacement }) => {
    const start = span.start + shift
    shift += replacement.length - (span.end - span.start)
    return { span: { start, end: start + replacement.length }, text: text.slice(span.start, span.end) }
  })
}

/** The 1-based line of an offset; `\n`, `\r\n` and a lone `\r` each end one line. */
export function lineOf(text: string, offset: number): number {
  return linesOf(text)(offset)
}

/** As `lineOf`, for many offsets of one text: the lines are counted once, and each look-up halves its way to the answer. */
export function linesOf(text: string): (offset: number) => number {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)]
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

function inOrder(splices: readonly Splice[]): readonly Splice[] {
  return [...splices].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

function isWithin({ start, end }: Span, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length
}

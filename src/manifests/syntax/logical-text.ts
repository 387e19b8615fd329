import type { Part, Span } from '../format.ts'

/** A stretch of logical text and where it stands in the source: equal lengths mean the same characters. */
interface Run {
  readonly at: number
  readonly length: number
  readonly source: number
  readonly width: number
}

/**
 * Text as its reader sees it (escapes resolved, continuations joined) with the way back to the source. Offsets into
 * `text` become spans of the source through `spanOf`.
 */
export interface LogicalText {
  readonly source: string
  readonly text: string
  readonly runs: readonly Run[]
}

/** LogicalTextBuilder collects pieces of one source in order; both methods take half-open ranges of it. */
export class LogicalTextBuilder {
  readonly #source: string
  readonly #pieces: string[] = []
  readonly #runs: Run[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Adds the source from `start` to `end` as it stands. */
  copy(start: number, end: number): void {
    if (end > start) this.#add(this.#source.slice(start, end), start, end - start)
  }

  /** Adds `decoded`, which is what the source from `start` to `end` means (an escape, a line end). */
  decode(decoded: string, start: number, end: number): void {
    if (decoded !== '') this.#add(decoded, start, end - start)
  }

  build(): LogicalText {
    return { source: this.#source, text: this.#pieces.join(''), runs: this.#runs }
  }

  #add(piece: string, source: number, width: number): void {
    this.#pieces.push(piece)
    this.#runs.push({ at: this.#length, length: piece.length, source, width })
    this.#length += piece.length
  }
}

/** plainText is the logical text of source that means itself. */
export function plainText(source: string, start = 0, end = source.length): LogicalText {
  const length = end - start
  const runs = length === 0 ? [] : [{ at: 0, length, source: start, width: length }]
  return { source, text: source.slice(start, end), runs }
}

/** The index of the run that holds the logical offset; the last one for the offset after the end. */
function runAt({ runs }: LogicalText, offset: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle] as Run).at <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function isCopied(run: Run): boolean {
  return run.length === run.width
}

/** The source offset where the logical character at `offset` starts; after the last one, the end of it. */
export function sourceStart(logical: LogicalText, offset: number): number {
  const run = logical.runs[runAt(logical, offset)]
  if (run === undefined) return 0
  const inside = offset - run.at
  if (inside >= run.length) return run.source + run.width
  return isCopied(run) ? run.source + inside : run.source
}

/** The source offset just behind the logical character before `offset`. */
export function sourceEnd(logical: LogicalText, offset: number): number {
  if (offset === 0) return sourceStart(logical, 0)
  const run = logical.runs[runAt(logical, offset - 1)] as Run
  return isCopied(run) ? run.source + offset - run.at : run.source + run.width
}

/** spanOf is the source span of the logical range; for an empty range, the point behind the character before it. */
export function spanOf(logical: LogicalText, from: number, to: number): Span {
  if (from >= to) {
    const at = sourceEnd(logical, from)
    return { start: at, end: at }
  }
  return { start: sourceStart(logical, from), end: sourceEnd(logical, to) }
}

/** True when nothing of the source between the ends of the range is left out of the logical text. */
export function isUnbroken(logical: LogicalText, from: number, to: number): boolean {
  if (from >= to) return true
  const last = runAt(logical, to - 1)
  for (let index = runAt(logical, from); index < last; index += 1) {
    const run = logical.runs[index] as Run
    if (run.source + run.width !== (logical.runs[index + 1] as Run).source) return false
  }
  return true
}

/** partOf is the constraint part that stands at the logical range. */
export function partOf(logical: LogicalText, from: number, to: number): Part {
  return { span: spanOf(logical, from, to), text: logical.text.slice(from, to) }
}

/** joined is the texts of one source, one behind the other. */
export function joined(texts: readonly LogicalText[]): LogicalText {
  const [only] = texts
  if (only !== undefined && texts.length === 1) return only
  const runs: Run[] = []
  let length = 0
  for (const { text, runs: own } of texts) {
    for (const run of own) runs.push({ ...run, at: run.at + length })
    length += text.length
  }
  return { source: only?.source ?? '', text: texts.map(({ text }) => text).join(''), runs }
}

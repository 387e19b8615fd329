import type { Span, Value } from '../format.ts'
import type { Site } from './survey.ts'

type Literal = Extract<Value, { kind: 'literal' }>

/** A requirement without the hashes that pin it, and where those stand. */
export interface Unpinned {
  readonly value: Literal
  /** From the first `--hash` to the end of the last; undefined when something else stands between them. */
  readonly hashes: Span | undefined
}

const OPTION = /(?<=^|\s)--hash(?:=|[ \t]+)[^\s\\]+/g

/**
 * What a requirement pinned with pip's `--hash` demands besides: the same text is scanned with blanks for the hashes, so
 * that every place stays what it is. Undefined when there is no plain constraint beneath.
 */
export function withoutHashes({ file, declaration }: Site): Unpinned | undefined {
  const blanked = file.text.replace(OPTION, (option) => ' '.repeat(option.length))
  const beneath = file.format
    .scan(blanked, file.place)
    .find(({ at, names }) => at === declaration.at && names[0] === declaration.names[0])
  if (beneath?.value.kind !== 'literal') return undefined
  return { value: beneath.value, hashes: regionOf(file.text, declaration.at) }
}

/** The hashes of an edited requirement in the layout of the old ones; undefined when they are none. */
export function writeHashes(text: string, { start, end }: Span, hashes: readonly string[]): string | undefined {
  if (!hashes.every(isHash)) return undefined
  const old = text.slice(start, end)
  const [first = '', second] = [...old.matchAll(OPTION)]
  const option = old.startsWith('--hash=') ? '--hash=' : '--hash '
  const between = second === undefined ? undefined : old.slice(first[0]?.length, second.index)
  const separator = between ?? /[ \t]*(?:\\\r?\n)?[ \t]*$/.exec(text.slice(0, start))?.[0] ?? ' '
  return hashes.map((hash) => option + hash).join(separator)
}

function isHash(hash: string): boolean {
  return /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/i.test(hash)
}

function regionOf(text: string, at: number): Span | undefined {
  const line = logicalLine(text, at)
  const options = [...line.matchAll(OPTION)]
  const [first] = options
  const last = options.at(-1)
  if (!first || !last) return undefined
  const end = last.index + last[0].length
  const rest = line.slice(first.index, end).replace(OPTION, '')
  return /^[\s\\]*$/.test(rest) ? { start: at + first.index, end: at + end } : undefined
}

/** The line at an offset with the lines that a backslash joins to it. */
function logicalLine(text: string, at: number): string {
  const end = /(?<!\\)\r\n?|(?<![\\\r])\n/g
  end.lastIndex = at
  return text.slice(at, end.exec(text)?.index ?? text.length)
}

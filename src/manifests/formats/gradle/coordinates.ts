import type { TextPiece } from './text.ts'

/** The pieces of a dependency notation `group:name:version:classifier@extension`; a version that is absent is undefined. */
export interface Coordinates {
  readonly group: readonly TextPiece[]
  readonly name: readonly TextPiece[]
  readonly version?: readonly TextPiece[]
}

const GROUP_OR_NAME = /^[A-Za-z0-9_.-]+$/
const VERSION = /^[A-Za-z0-9_.+!,()[\]\- ]*$/

/**
 * Splits a text at its colons; undefined when it is no dependency notation. Only text that is written out is looked at
 * for colons: callers put the values of names in beforehand.
 */
export function coordinatesOf(text: readonly TextPiece[]): Coordinates | undefined {
  const [group, name, version, classifier, ...more] = splitAtColons(withoutExtension(text))
  if (!group || !name || more.length > 0) return undefined
  if (!isGroupOrName(group) || !isGroupOrName(name) || (classifier && !isGroupOrName(classifier))) return undefined
  if (!version) return { group, name }
  return isVersion(version) ? { group, name, version } : undefined
}

/** How many colons are written out in the text. */
export function colonsIn(text: readonly TextPiece[]): number {
  return text.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.split(':').length - 1 : 0), 0)
}

function withoutExtension(text: readonly TextPiece[]): readonly TextPiece[] {
  const kept: TextPiece[] = []
  for (const piece of text) {
    const at = piece.kind === 'text' ? piece.text.indexOf('@') : -1
    if (piece.kind !== 'text' || at < 0) {
      kept.push(piece)
      continue
    }
    if (at > 0) kept.push(slice(piece, 0, at))
    break
  }
  return kept
}

function splitAtColons(text: readonly TextPiece[]): TextPiece[][] {
  const segments: TextPiece[][] = [[]]
  for (const piece of text) {
    if (piece.kind !== 'text') {
      segments.at(-1)?.push(piece)
      continue
    }
    let from = 0
    for (const [i, part] of piece.text.split(':').entries()) {
      if (i > 0) segments.push([])
      if (part !== '') segments.at(-1)?.push(slice(piece, from, from + part.length))
      from += part.length + 1
      if (segments.length > 5) return segments
    }
  }
  return segments
}

type Text = Extract<TextPiece, { kind: 'text' }>

/** Part of a written piece. One that holds an escape has another length in the source and is never cut, but kept whole. */
function slice(piece: Text, from: number, to: number): Text {
  const { text, start, end } = piece
  if (end - start !== text.length) return { ...piece, text: text.slice(from, to) }
  return { kind: 'text', text: text.slice(from, to), start: start + from, end: start + to }
}

function isGroupOrName(segment: readonly TextPiece[]): boolean {
  return segment.length > 0 && segment.every((piece) => piece.kind !== 'text' || GROUP_OR_NAME.test(piece.text))
}

function isVersion(segment: readonly TextPiece[]): boolean {
  return segment.length > 0 && segment.every((piece) => piece.kind !== 'text' || VERSION.test(piece.text))
}

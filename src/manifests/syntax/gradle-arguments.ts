import type { GradleToken } from './gradle-cursor.ts'
import { inBracket, peek, type TreeReader } from './gradle-reader.ts'
import type { Argument, Expression } from './gradle-tree.ts'

/** Reads the arguments or elements in the bracket that opens at the cursor. */
export function readArguments(reader: TreeReader): readonly Argument[] {
  return inBracket(reader, true, () => {
    const args: Argument[] = []
    while (peek(reader)) {
      const argument = readArgument(reader)
      if (argument) args.push(argument)
      skipToComma(reader, args)
    }
    return args
  })
}

/** Reads arguments without brackets around them, up to the end of the command. */
export function readArgumentList(reader: TreeReader): readonly Argument[] {
  const args: Argument[] = []
  for (;;) {
    const argument = readArgument(reader)
    if (argument) args.push(argument)
    if (peek(reader)?.kind !== 'comma') return args
    reader.at += 1
  }
}

/** What an argument could not take is read as further expressions, so that nothing in it is overlooked. */
function skipToComma(reader: TreeReader, args: Argument[]): void {
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'comma' || token.kind === 'semicolon') {
      reader.at += 1
      return
    }
    const before = reader.at
    const value = reader.grammar.expression(reader)
    if (value) args.push({ value: { type: 'operation', ...spanOf(value), operands: [value], operators: [] } })
    if (reader.at === before) reader.at += 1
  }
}

function spanOf({ start, end }: Expression): { start: number; end: number } {
  return { start, end }
}

function readArgument(reader: TreeReader): Argument | undefined {
  const name = readKey(reader)
  const value = reader.grammar.expression(reader)
  if (!value) return undefined
  return name === undefined ? { value } : { name, value }
}

/** `key:` in Groovy, `key =` in Kotlin. A computed key is stepped over and gives an empty name. */
function readKey(reader: TreeReader): string | undefined {
  const token = peek(reader)
  const sign = reader.language === 'groovy' ? ':' : '='
  if (token?.text === '(' && reader.language === 'groovy') {
    const ahead = (reader.closing[reader.at] ?? 0) + 1 - reader.at
    if (peek(reader, ahead)?.text !== ':') return undefined
    reader.at += ahead + 1
    return ''
  }
  if (!token || peek(reader, 1)?.text !== sign) return undefined
  const name = token.kind === 'word' || token.kind === 'number' ? token.text : plainText(token)
  if (name !== undefined) reader.at += 2
  return name
}

/** The text of a string token without interpolation. */
export function plainText(token: GradleToken): string | undefined {
  if (token.kind !== 'string' || !token.pieces) return undefined
  let text = ''
  for (const piece of token.pieces) {
    if (piece.kind !== 'text') return undefined
    text += piece.value
  }
  return text
}

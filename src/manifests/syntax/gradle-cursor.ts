import type { Span } from '../format.ts'

/** Which of the languages a Gradle build is written in; they differ in quotes, comments and interpolation. */
export type GradleLanguage = 'groovy' | 'kotlin' | 'java'

/** A stretch of a string: text (`value` with its escapes resolved) or an interpolated expression. */
export type StringPiece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly value: string }
  | {
      readonly kind: 'expression'
      readonly start: number
      readonly end: number
      readonly tokens: readonly GradleToken[]
    }

export interface GradleToken extends Span {
  readonly kind: 'word' | 'number' | 'string' | 'operator' | 'open' | 'close' | 'comma' | 'semicolon'
  /** The source text; for a string the empty text. */
  readonly text: string
  /** True when a line break stands between this token and the one before. */
  readonly newline: boolean
  /** True when a space, a line break or a comment stands between this token and the one before. */
  readonly spaced: boolean
  /** Only for strings: what stands between the quotes. */
  readonly pieces?: readonly StringPiece[]
}

/** Where reading goes on, shared by the token reader and the string reader. */
export interface Cursor {
  /** Reads the tokens of an interpolation, up to the closing brace of it; the string reader needs it of the token reader. */
  readonly readNested: (cursor: Cursor) => readonly GradleToken[]
  readonly text: string
  readonly language: GradleLanguage
  at: number
  /** How many `${` are open. */
  depth: number
  /** True once it is known that no `/$` follows, so that nobody looks for one again. */
  noMoreDollarSlashy: boolean
  /** No slashy string that opens before this offset is closed. */
  noSlashyBefore: number
}

/** The text a sticky expression finds exactly at an offset. */
export function match(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at
  return expression.exec(text)?.[0]
}

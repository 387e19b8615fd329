import type { Part, Span } from '../format.ts'

/** Text of a string as it means, or the tokens of an interpolation `#{…}`. */
export type RubyPiece =
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  | { readonly kind: 'code'; readonly span: Span; readonly tokens: readonly RubyToken[] }

/** A string literal: `span` covers what stands between the delimiters, `open` and `close` are those. */
export interface RubyString {
  readonly span: Span
  readonly open: string
  readonly close: string
  readonly pieces: readonly RubyPiece[]
}

export type RubyKind =
  | 'identifier'
  | 'constant'
  | 'keyword'
  | 'label'
  | 'symbol'
  | 'number'
  | 'string'
  | 'words'
  | 'opaque'
  | 'operator'
  /** One or several line breaks in a row. */
  | 'newline'

/** One token. `opaque` stands for values no version is written as: regular expressions, heredocs, commands, `?c`. */
export interface RubyToken {
  readonly kind: RubyKind
  /** A name (of a label or symbol without its colon), an operator, or the source. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** White space stands before it. */
  readonly spaced: boolean
  /** Nothing before it waits for an operator: an `if` here is no modifier. */
  readonly leads: boolean
  /** Only of a `string`. */
  readonly string: RubyString | undefined
  /** Only of `words` (`%w[…]`); absent when they hold escapes or interpolation. */
  readonly words: readonly Part[] | undefined
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'alias and begin BEGIN break case class def defined? do else elsif end END ensure false for if in module next nil ' +
    'not or redo rescue retry return self super then true undef unless until when while yield __FILE__ __LINE__ __dir__'
  ).split(' '),
)

const VALUE_KEYWORDS: ReadonlySet<string> = new Set(
  'end false nil redo retry self super true __FILE__ __LINE__ __dir__'.split(' '),
)

/** isKeyword tells Ruby's own words from names. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word)
}

/** endsValue is true when a value may end with this token, so that `/` divides and `if` is a modifier. */
export function endsValue(token: RubyToken | undefined): boolean {
  switch (token?.kind) {
    case undefined:
    case 'newline':
    case 'label':
      return false
    case 'keyword':
      return VALUE_KEYWORDS.has(token.text)
    case 'operator':
      return token.text === ')' || token.text === ']' || token.text === '}'
    default:
      return true
  }
}

const OPERATORS =
  /\*\*=|<=>|===|\.\.\.|<<=|>>=|&&=|\|\|=|&\.|::|\*\*|==|!=|>=|<=|&&|\|\||=~|!~|\.\.|->|=>|<<|>>|[-+*/%|&^]=|./sy

/** operatorAt gives the longest operator that begins here, or the single character. */
export function operatorAt(source: string, at: number): string {
  OPERATORS.lastIndex = at
  return OPERATORS.exec(source)?.[0] ?? ''
}

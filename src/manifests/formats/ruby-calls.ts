import { ManifestSyntaxError } from '../format.ts'
import { endsValue, type RubyToken } from '../syntax/ruby-tokens.ts'

type Tokens = readonly RubyToken[]

/** The arguments of one call, and the index of the first token behind them. */
export interface RubyCall {
  /** Arguments before the first option. */
  readonly positional: readonly Tokens[]
  /** Keyword arguments by name, `:a => 1` and `'a' => 1` included; of two equal ones the last. */
  readonly options: ReadonlyMap<string, Tokens>
  readonly end: number
}

const OPENING = new Set(['(', '[', '{'])
const BLOCK_OPENING = new Set(['if', 'unless', 'case', 'begin', 'while', 'until', 'for', 'def', 'class', 'module'])

/**
 * callAt reads the arguments that follow the method name at `index`, in parentheses or not, over as many lines as they
 * take; undefined when nothing like an argument follows. Throws a ManifestSyntaxError for a bracket that never closes.
 */
export function callAt(tokens: Tokens, index: number): RubyCall | undefined {
  const next = tokens[index + 1]
  if (!next || !startsArgument(next)) return undefined
  if (!isOperator(next, '(')) return argumentsFrom(tokens, index + 1)
  const call = argumentsFrom(tokens, index + 2, ')')
  // `gem ('a'), '1'`: the parenthesis holds the first argument only.
  return next.spaced && isOperator(tokens[call.end], ',') ? argumentsFrom(tokens, index + 1) : call
}

function startsArgument(next: RubyToken): boolean {
  if (next.kind === 'newline') return false
  if (next.kind === 'operator') return next.text === '(' || (/^(?:\[|\*\*?)$/.test(next.text) && next.spaced)
  return next.kind !== 'keyword' || endsValue(next)
}

/** rightSideAt reads what is assigned behind the `=` at `index`. */
export function rightSideAt(tokens: Tokens, index: number): RubyCall {
  return argumentsFrom(tokens, tokens[index + 1]?.kind === 'newline' ? index + 2 : index + 1)
}

/** bracketAt reads the items of the list, hash or argument list whose opening bracket is at `index`. */
export function bracketAt(tokens: Tokens, index: number): RubyCall {
  const close = { '[': ']', '(': ')' }[tokens[index]?.text ?? ''] ?? '}'
  return argumentsFrom(tokens, index + 1, close)
}

function argumentsFrom(tokens: Tokens, start: number, close?: string): RubyCall {
  const list: Tokens[] = []
  let from = start
  let at = start
  for (; !isEnd(tokens, at, close !== undefined); at = behind(tokens, at)) {
    if (!isOperator(tokens[at], ',')) continue
    list.push(without(tokens.slice(from, at)))
    from = at + 1
  }
  if (close !== undefined && !isOperator(tokens[at], close)) {
    throw new ManifestSyntaxError(`${close} is missing`, tokens[start - 1]?.start ?? 0)
  }
  list.push(without(tokens.slice(from, at)))
  return { ...sorted(list.filter(({ length }) => length > 0)), end: close === undefined ? at : at + 1 }
}

function isEnd(tokens: Tokens, at: number, bracketed: boolean): boolean {
  const token = tokens[at]
  if (!token || (token.kind === 'operator' && /^[)\]}]$/.test(token.text))) return true
  if (bracketed) return false
  if (token.kind === 'newline') return !continues(tokens, at)
  return isOperator(token, ';') || (token.kind === 'keyword' && ENDING.has(token.text) && !startsBlock(token))
}

function startsBlock(token: RubyToken): boolean {
  return token.leads && BLOCK_OPENING.has(token.text)
}

/** Words that cannot stand inside an argument without brackets. */
const ENDING = new Set('if unless while until rescue and or do then else elsif when in ensure end'.split(' '))

/** A line goes on after a comma or an operator, and before a leading dot. */
function continues(tokens: Tokens, newline: number): boolean {
  const last = tokens[newline - 1]
  if (last?.kind === 'label') return true
  if (last?.kind === 'operator' && !endsValue(last)) return true
  const next = tokens[newline + 1]
  return isOperator(next, '.') || isOperator(next, '&.')
}

/** withBracedOptions moves what stands in `{ … }` among the arguments to the options. */
export function withBracedOptions(call: RubyCall): RubyCall {
  const braced = call.positional.filter(([first]) => isOperator(first, '{'))
  if (braced.length === 0) return call
  const inner = braced.flatMap((tokens) => [...bracketAt(tokens, 0).options])
  const positional = call.positional.filter((tokens) => !braced.includes(tokens))
  return { ...call, positional, options: new Map([...inner, ...call.options]) }
}

/** behind gives the index behind this token, or behind the bracket or block that it opens. */
export function behind(tokens: Tokens, at: number): number {
  const open: RubyToken[] = []
  let index = at
  do {
    const token = tokens[index]
    if (!token) throw new ManifestSyntaxError('a bracket or block is never closed', open[0]?.start ?? 0)
    if (opens(token, open)) open.push(token)
    else if (closes(token)) open.pop()
    index += 1
  } while (open.length > 0)
  return index
}

function opens(token: RubyToken, open: readonly RubyToken[]): boolean {
  if (token.kind === 'operator') return OPENING.has(token.text)
  if (token.kind !== 'keyword') return false
  if (token.text === 'do')
    return open.at(-1)?.kind !== 'keyword' || !/^(?:while|until|for)$/.test(open.at(-1)?.text ?? '')
  return startsBlock(token)
}

function closes(token: RubyToken): boolean {
  if (token.kind === 'operator') return token.text === ')' || token.text === ']' || token.text === '}'
  return token.kind === 'keyword' && token.text === 'end'
}

function sorted(list: readonly Tokens[]): Omit<RubyCall, 'end'> {
  const positional: Tokens[] = []
  const options = new Map<string, Tokens>()
  for (const tokens of list) {
    const [first, second] = tokens
    if (first?.kind === 'label') options.set(first.text, tokens.slice(1))
    else if (first && isOperator(second, '=>')) options.set(plainName(first), tokens.slice(2))
    else if (!isOperator(first, '**') && !isOperator(first, '&')) positional.push(tokens)
  }
  return { positional, options }
}

function plainName(token: RubyToken): string {
  const [piece] = token.string?.pieces ?? []
  return piece?.kind === 'text' ? piece.text : token.text
}

/** isOperator is true for the operator of that text. */
export function isOperator(token: RubyToken | undefined, text: string): boolean {
  return token?.kind === 'operator' && token.text === text
}

/** The tokens without line breaks at either end. */
function without(tokens: Tokens): Tokens {
  const from = tokens.findIndex(({ kind }) => kind !== 'newline')
  const to = tokens.findLastIndex(({ kind }) => kind !== 'newline')
  return from < 0 ? [] : tokens.slice(from, to + 1)
}

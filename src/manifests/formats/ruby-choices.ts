import type { RubyToken } from '../syntax/ruby-tokens.ts'
import { behind, bracketAt, isOperator } from './ruby-calls.ts'

type Tokens = readonly RubyToken[]

/**
 * optionsOf gives the expressions one of which an expression takes: both sides of `c ? a : b` and of `a || b`, and
 * `ENV.fetch('V', '1.0')` with its default, also in a block. Undefined when there is no choice.
 */
export function optionsOf(tokens: Tokens): readonly Tokens[] | undefined {
  return eitherOf(tokens) ?? alternativesOf(tokens) ?? fetchedOrDefault(tokens)
}

function eitherOf(tokens: Tokens): readonly Tokens[] | undefined {
  const question = indexOf(tokens, '?', 0)
  if (question < 0) return undefined
  let open = 1
  for (let at = question + 1; at < tokens.length; at = behind(tokens, at)) {
    if (isOperator(tokens[at], '?')) open += 1
    else if (isOperator(tokens[at], ':')) open -= 1
    if (open === 0) return [tokens.slice(question + 1, at), tokens.slice(at + 1)]
  }
  return undefined
}

function alternativesOf(tokens: Tokens): readonly Tokens[] | undefined {
  const options: Tokens[] = []
  let from = 0
  for (let at = indexOf(tokens, '||', 0); at >= 0; at = indexOf(tokens, '||', at + 1)) {
    options.push(tokens.slice(from, at))
    from = at + 1
  }
  return options.length === 0 ? undefined : [...options, tokens.slice(from)]
}

function fetchedOrDefault(tokens: Tokens): readonly Tokens[] | undefined {
  const [owner, dot, fetch, open] = tokens
  if (owner?.text !== 'ENV' || !isOperator(dot, '.') || fetch?.text !== 'fetch' || !isOperator(open, '('))
    return undefined
  const { positional, end } = bracketAt(tokens, 3)
  const [name, fallback] = positional
  if (!name) return undefined
  const looked: Tokens = [...tokens.slice(0, 4), ...name, ...tokens.slice(end - 1, end)]
  if (fallback) return end === tokens.length && positional.length === 2 ? [looked, fallback] : undefined
  if (!isOperator(tokens[end], '{') || !isOperator(tokens.at(-1), '}')) return undefined
  return [looked, tokens.slice(end + 1, -1)]
}

/** The index of an operator outside all brackets and blocks, or -1. */
function indexOf(tokens: Tokens, text: string, from: number): number {
  for (let at = from; at < tokens.length; at = behind(tokens, at)) if (isOperator(tokens[at], text)) return at
  return -1
}

import type { ManifestFormat } from '../format.ts'
import { tokenizeRuby } from '../syntax/ruby.ts'
import type { RubyToken } from '../syntax/ruby-tokens.ts'
import { ancestorsOf, folderOf, resolvePath } from './paths.ts'
import { callAt, isOperator, type RubyCall } from './ruby-calls.ts'
import { scanRuby } from './ruby-declarations.ts'
import { stringOf } from './ruby-expressions.ts'

const LOCKFILE = /\.(?:lock|locked)(?:\.|$)/

/** Bundler's manifests: `Gemfile` and its variants, `gems.rb`, `*.gemfile`. */
export const gemfile: ManifestFormat = {
  id: 'Gemfile',
  ecosystem: 'gem',
  matches: (path) => /(?:^|\/)(?:Gemfile(?:[-._][^/]*)?|gems\.rb|[^/]+\.gemfile)$/.test(path) && !LOCKFILE.test(path),
  scan: (text) => scanRuby(text, (method, hasReceiver) => method === 'gem' && !hasReceiver),
  related,
  visibility,
  lockfiles: ['Gemfile.lock', 'gems.locked'],
}

function related(path: string, text: string, tree: readonly string[]): readonly string[] {
  const present = new Set(tree)
  const found = leaningCalls(text).flatMap(([method, call]) => {
    if (method === 'gemspec')
      return gemspecsIn(resolvePath(folderOf(path), stringOf(call?.options.get('path')) ?? '.'), tree)
    const target = (call?.positional ?? []).flatMap(textsIn).join('/')
    // `File.expand_path('../x', __FILE__)` counts from the file, not from its folder.
    const candidates = [target, target.replace(/^\.\.\//, '')].map((other) => resolvePath(folderOf(path), other))
    return candidates.filter((other) => other !== undefined && present.has(other)).slice(0, 1)
  })
  return [...new Set(found)].filter((other): other is string => other !== undefined && other !== path)
}

/** The `gemspec` and `eval_gemfile` calls of a text; none of one that cannot be read, which its own scan reports. */
function leaningCalls(text: string): [string, RubyCall | undefined][] {
  const found: [string, RubyCall | undefined][] = []
  try {
    const tokens = tokenizeRuby(text)
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (token?.kind !== 'identifier' || !isCall(tokens, at) || !/^(?:gemspec|eval_gemfile)$/.test(token.text))
        continue
      const call = callAt(tokens, at)
      found.push([token.text, call])
      at = Math.max(at, (call?.end ?? 0) - 1)
    }
  } catch {
    return []
  }
  return found
}

function isCall(tokens: readonly RubyToken[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  return tokens[at]?.leads === true && !isOperator(before, '.') && !isOperator(before, '&.') && !isOperator(after, '=')
}

function gemspecsIn(folder: string | undefined, tree: readonly string[]): string[] {
  const home = folder === '' ? '' : `${folder}/`
  return tree.filter((other) => other.endsWith('.gemspec') && folderOf(other) === home)
}

function textsIn(tokens: readonly RubyToken[]): string[] {
  return tokens.flatMap((token) => stringOf([token]) ?? (token.kind === 'operator' ? [] : listedTexts(token)))
}

/** `"#{__dir__}/x"`: what is text in an interpolated path. */
function listedTexts({ string }: RubyToken): string[] {
  const text = string?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
  return text === undefined ? [] : [text]
}

/**
 * Only constants reach from file to file, by `eval_gemfile`, and scans let nothing else out: from a folder above, or
 * from one below.
 */
function visibility(definition: string, reference: string): number | undefined {
  if (definition === reference) return 0
  const [from, to] = [folderOf(definition), folderOf(reference)]
  const above = ancestorsOf(to).indexOf(from)
  if (above >= 0) return 1 + above
  const below = ancestorsOf(from).indexOf(to)
  return below < 0 ? undefined : 1 + below
}

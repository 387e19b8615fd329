import type { Declaration, Value } from '../format.ts'
import { tokenizeRuby } from '../syntax/ruby.ts'
import type { RubyToken } from '../syntax/ruby-tokens.ts'
import { withBracedOptions } from './ruby-calls.ts'
import { constraintOf, slotQuotes, stringOf } from './ruby-expressions.ts'
import { gitSourceOf, pinnedValue, tagDeclaration } from './ruby-git.ts'
import { type DeclaringCall, readScript, type Scope } from './ruby-script.ts'
import { Choices, firstAssigned, resolvable, variablesIn } from './ruby-variables.ts'

/** scanRuby finds what the wanted calls declare, and the variables their versions are written with. */
export function scanRuby(
  text: string,
  declares: (method: string, hasReceiver: boolean) => boolean,
): readonly Declaration[] {
  const { calls, assignments } = readScript(tokenizeRuby(text), declares)
  const constants = new Map(assignments.map(({ name, right }) => [name, stringOf(right?.positional[0])]))
  const choices = new Choices()
  const found = [...calls.flatMap((call) => declarationsOf(call, constants, choices)), ...blockTags(calls, constants)]
  const first = firstAssigned(assignments)
  const packages = found.map((declaration) => resolvable(declaration, first))
  const variables = variablesIn(assignments, packages, choices).map((declaration) => resolvable(declaration, first))
  return [...packages, ...variables].sort((a, b) => a.at - b.at)
}

type Constants = ReadonlyMap<string, string | undefined>

function declarationsOf(
  { method, call: written, scope }: DeclaringCall,
  constants: Constants,
  choices: Choices,
): Declaration[] {
  const call = withBracedOptions(written)
  const [name, ...versions] = call.positional
  const names = name ? gemNames(name, scope, constants) : []
  const [only, second] = names
  if (!name || only === undefined) return []
  const group = groupOf(method, scope)
  const at = method.start
  if (second !== undefined) return [{ role: 'package', names, group, at, value: oneForSeveral(versions.length) }]
  const declaration = { role: 'package' as const, names: [only], group, at }
  const source = gitSourceOf(call)
  const tags = source ? tagDeclaration([only], source, group, at) : []
  const value = valueOfGem({ method, call, scope }, name, versions, choices)
  return value ? [...tags, { ...declaration, value }] : tags
}

/** What the gem's own line says about its version; undefined when only a tag gives it. */
function valueOfGem(
  { call, scope }: DeclaringCall,
  name: readonly RubyToken[],
  versions: readonly (readonly RubyToken[])[],
  { choose }: Choices,
): Value | undefined {
  const source = gitSourceOf(call) ?? scope.source?.git
  if (call.options.has('path') || (scope.source && !source)) return { kind: 'local', what: 'a path' }
  if (source?.pin === 'commit') return pinnedValue(source)
  if (versions.length > 0) {
    const quotes = name[0]?.string && slotQuotes(name[0].string)
    return constraintOf(versions, { dialect: 'gem', choose, ...(quotes && { quotes }) })
  }
  if (source) return source.pin === 'tag' ? undefined : pinnedValue(source)
  return bareName(name)
}

/** No constraint at all: a first one can be written behind the name, in the author's quotes. */
function bareName(name: readonly RubyToken[]): Value {
  const [first] = name
  const at = name.at(-1)?.end
  const slot = first?.string && at !== undefined ? { at, ...slotQuotes(first.string) } : undefined
  return { kind: 'literal', dialect: 'gem', parts: [], ...(slot && { slot }) }
}

function gemNames(tokens: readonly RubyToken[], scope: Scope, constants: Constants): readonly string[] {
  const plain = stringOf(tokens)
  if (plain !== undefined) return [plain]
  const [only, second] = tokens
  if (!only || second) return []
  let { loop } = scope
  // A hostile file may nest loops without end.
  for (let steps = 0; loop && steps < 32; steps++) {
    if (loop.variable === only.text) return loop.items
    loop = loop.outer.loop
  }
  const constant = constants.get(only.text)
  return constant === undefined ? [] : [constant]
}

function oneForSeveral(versions: number): Value {
  if (versions === 0) return { kind: 'literal', dialect: 'gem', parts: [] }
  const detail = 'one call in a loop declares several gems'
  return { kind: 'opaque', reason: 'ambiguous', detail, hint: 'Write one line for each gem.' }
}

function groupOf(method: RubyToken, scope: Scope): string {
  return scope.label === '' ? method.text : scope.label
}

/** A `git '…', tag: '…' do` block has one tag for all the gems in it. */
function blockTags(calls: readonly DeclaringCall[], constants: Constants): Declaration[] {
  const byBlock = Map.groupBy(
    calls.filter(({ scope }) => scope.source?.git),
    ({ scope }) => scope.source,
  )
  return [...byBlock].flatMap(([block, own]) => {
    if (!block?.git) return []
    const gems = own.flatMap(
      ({
        call: {
          positional: [name],
        },
        scope,
      }) => (name ? gemNames(name, scope, constants) : []),
    )
    return tagDeclaration(gems, block.git, own[0]?.scope.label ?? '', block.at)
  })
}

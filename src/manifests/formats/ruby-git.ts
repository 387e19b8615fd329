import type { Declaration, Value } from '../format.ts'
import type { RubyCall } from './ruby-calls.ts'
import { constraintOf, stringOf, withoutSlot } from './ruby-expressions.ts'

/** Where a gem comes from when no registry serves it. */
export interface GitSource {
  /** `owner/repo` and `host/owner/repo`, as far as the text tells. */
  readonly names: readonly string[]
  readonly pin: 'tag' | 'commit' | 'branch'
  /** The tag, when that is the pin. */
  readonly tag?: Value
}

const HOSTS: ReadonlyMap<string, string> = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['bitbucket', 'bitbucket.org'],
])

/** gitSourceOf reads `git:`, `github:` and their like from a gem's options; undefined when there is none. */
export function gitSourceOf({ options }: RubyCall): GitSource | undefined {
  const method = ['git', ...HOSTS.keys(), 'gist'].find((name) => options.has(name))
  if (method !== undefined) return gitSource(method, stringOf(options.get(method)), options)
  // A source that `git_source` names: only git has these.
  const isGit = ['tag', 'ref', 'branch'].some((name) => options.has(name))
  return isGit ? gitSource('git', undefined, options) : undefined
}

/** gitBlockOf reads the same from a `git '…', tag: '…' do` block. */
export function gitBlockOf(method: string, { positional, options }: RubyCall): GitSource {
  return gitSource(method, stringOf(positional[0]), options)
}

function gitSource(method: string, address: string | undefined, options: RubyCall['options']): GitSource {
  const names = address === undefined ? [] : repositoryNames(method, address)
  const ref = options.get('ref')
  const tag = options.get('tag') ?? (isTag(stringOf(ref)) ? ref : undefined)
  if (tag) return { names, pin: 'tag', tag: withoutSlot(constraintOf([tag], { dialect: 'tag' })) }
  return { names, pin: options.has('ref') ? 'commit' : 'branch' }
}

/** `ref:` takes a tag as well; digits and letters without a dot are a commit or a branch. */
function isTag(ref: string | undefined): boolean {
  return ref !== undefined && /^v?\d+(?:\.\d+)+/.test(ref)
}

function repositoryNames(method: string, address: string): readonly string[] {
  const host = HOSTS.get(method)
  if (host !== undefined) {
    const path = address.includes('/') ? address : `${address}/${address}`
    return [path, `${host}/${path}`]
  }
  const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)[/:](.+?)(?:\.git)?\/?$/i.exec(address.slice(0, 500))
  return match?.[1] && match[2] ? [match[2], `${match[1]}/${match[2]}`] : []
}

/** pinnedValue says why a gem from git without a tag cannot be raised here. */
export function pinnedValue(source: GitSource): Value {
  const isBranch = source.pin === 'branch'
  const detail = isBranch ? 'it is taken from a git branch' : 'it is pinned to a commit'
  const hint = isBranch
    ? 'Check that the branch holds the safe version and refresh the lockfile, or pin the repository to a tag.'
    : 'Pin the repository to a tag, or move the commit by hand.'
  return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint }
}

/** tagDeclaration is the declaration of a tag that serves these gems. */
export function tagDeclaration(gems: readonly string[], source: GitSource, group: string, at: number): Declaration[] {
  if (!source.tag) return []
  return [{ role: 'package', names: [...gems, ...source.names], group, at, value: source.tag }]
}

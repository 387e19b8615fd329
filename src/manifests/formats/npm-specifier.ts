import type { Dialect, Value } from '../format.ts'
import { partWithin, type QuotedText } from '../syntax/quoted-text.ts'

/** What stands at the right of a dependency's name in npm, yarn and pnpm: which package it is, and its version. */
export interface Specifier {
  /** The names that the package answers to: the alias' target, or the key, or the key and the git repository. */
  readonly names: readonly string[]
  readonly value: Value
  /** True when a patch of this repository is laid over the package (`patch:`). */
  readonly patched?: boolean
}

/** Reads a specifier: a range, a tag, an alias, a git or local source. `key` is the name at its left. */
export function readSpecifier(key: string, source: QuotedText): Specifier {
  const start = source.text.length - source.text.trimStart().length
  const text = source.text.trim()
  const protocol = /^([a-z][a-z+]*):/i.exec(text)?.[1]?.toLowerCase()
  if (protocol === 'npm' || protocol === 'jsr') return registry(key, source, start, start + protocol.length + 1)
  if (protocol === 'patch') return patch(key, source, start)
  const fixed = elsewhere(text, protocol)
  if (fixed) return { names: [key], value: fixed }
  const git = gitSource(text)
  if (git) return { names: [key, git.repository, git.address], value: gitValue(source, start, text) }
  if (protocol !== undefined) return { names: [key], value: unknownSource(text) }
  return { names: [key], value: literal('npm', source, start, start + text.length) }
}

/** The `family` of an npm package: its scope; none without one. */
export function scopeOf(name: string): { readonly family?: string } {
  const scope = /^(@[^/]+)\//.exec(name)?.[1]
  return scope ? { family: scope } : {}
}

/** `npm:^1.0.0`, `npm:b@^1.0.0`, `npm:b`, and the same with `jsr:`. */
function registry(key: string, source: QuotedText, start: number, after: number): Specifier {
  const end = start + source.text.trim().length
  const rest = source.text.slice(after, end)
  const at = rest.indexOf('@', 1)
  if (at > 0) return { names: [rest.slice(0, at)], value: literal('npm', source, after + at + 1, end) }
  const isAlias = rest.startsWith('@') || (/^[a-z_-]/i.test(rest) && !/^(?:v\d|x\b|latest$|next$)/i.test(rest))
  if (!isAlias) return { names: [key], value: literal('npm', source, after, end) }
  const slot = { at: source.span.start + end, open: '@', close: '' }
  return { names: [rest], value: { kind: 'literal', dialect: 'npm', parts: [], ...(source.verbatim ? { slot } : {}) } }
}

/**
 * `patch:b@npm:1.0.0#./p.patch`, as written by Yarn `patch:b@npm%3A1.0.0#…`: the version to raise stands in the middle.
 * Whether the patch still fits is for `yarn install` to say.
 */
function patch(key: string, source: QuotedText, start: number): Specifier {
  const [, head = '', name = key, version = ''] =
    /^(patch:((?:@[^/@]+\/)?[^/@]+)@npm(?:%3A|:))([^#%:@]+)#[^:]+$/i.exec(source.text.trim()) ?? []
  if (version !== '') {
    const from = start + head.length
    return { names: [name], value: literal('npm', source, from, from + version.length), patched: true }
  }
  const value = opaque(
    'the package is patched locally, in a way that does not show its version',
    'Make the patch for the safe version (`yarn patch`), then raise it by hand.',
  )
  return { names: [key], value }
}

function elsewhere(text: string, protocol: string | undefined): Value | undefined {
  if (protocol === 'workspace') return { kind: 'local', what: 'this workspace' }
  if (protocol === 'file' || protocol === 'link' || protocol === 'portal')
    return { kind: 'local', what: `a ${protocol}: path` }
  if (/^(?:\.{0,2}\/|~\/|\.{1,2}$|[a-z]:[\\/])/i.test(text)) return { kind: 'local', what: 'a local path' }
  if (protocol === 'catalog') return { kind: 'managed', by: `the workspace catalog (${text})` }
  if (text.startsWith('$')) return { kind: 'managed', by: `the direct dependency that ${text} refers to` }
  if (/^https?:/.test(text) && !/\.git(?:#|$)/.test(text) && !gitSource(text)) {
    return opaque('the package is fetched from the URL of a tarball', 'Put the URL of the safe version there by hand.')
  }
  return undefined
}

function unknownSource(text: string): Value {
  return opaque(`"${text.slice(0, 60)}" is no source that can be raised`, 'Raise it by hand.')
}

interface GitSource {
  /** `owner/repo` */
  readonly repository: string
  /** `github.com/owner/repo` */
  readonly address: string
}

const HOSTS: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
}

function gitSource(text: string): GitSource | undefined {
  const [location = ''] = text.split('#', 1)
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(location)
  const long =
    /^(?:git\+)?(?:https?|ssh|git|file):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?[/:]([\w./~-]+)$/.exec(location) ??
    /^(?:git\+ssh:\/\/)?[\w.-]+@([\w.-]+):([\w./~-]+)$/.exec(location)
  const host = short ? HOSTS[short[1] ?? 'github'] : long?.[1]
  const path = (short?.[2] ?? long?.[2])?.replace(/\.git$/, '')
  if (!host || !path) return undefined
  // A plain web address is git only on the hosts that npm knows as such.
  const isGit = short || /\.git$/.test(location) || /^git/.test(text) || /@[\w.-]+:/.test(location)
  const known = Object.values(HOSTS).includes(host) && /^[\w.-]+\/[\w.-]+$/.test(path)
  return isGit || known ? { repository: path, address: `${host}/${path}` } : undefined
}

/** The version behind `#`: `semver:^1.0.0`, `v1.0.0`, `tag=v1.0.0`, with further words after `&`. */
function gitValue(source: QuotedText, start: number, text: string): Value {
  const hash = text.indexOf('#')
  const words = hash < 0 ? [] : text.slice(hash + 1).split('&')
  let position = start + hash + 1
  for (const word of words) {
    const [, prefix = '', version = ''] = /^(semver[:=]|tag=|)(.*)$/.exec(word) ?? []
    const from = position + prefix.length
    const end = position + word.length
    position = end + 1
    if (/^(?:path:|workspace=)/.test(word)) continue
    if (prefix.startsWith('semver')) return literal('npm', source, from, end)
    if (/^[0-9a-f]{7,40}$/i.test(version) && !/^\d+$/.test(version)) break
    if (/\d/.test(version) && !/^(?:commit|head)=/.test(version)) return literal('tag', source, from, end)
  }
  const what = words.length === 0 ? 'no tag' : `"${words.join('&').slice(0, 60)}", which is no version`
  return opaque(`the package comes from git with ${what}`, 'Put the tag or commit of the safe version there by hand.')
}

function literal(dialect: Dialect, source: QuotedText, start: number, end: number): Value {
  return { kind: 'literal', dialect, parts: [partWithin(source, start, end)] }
}

/** A value that is refused as `unsupported-constraint` when the package is the one asked for. */
export function opaque(detail: string, hint: string): Value {
  return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint }
}

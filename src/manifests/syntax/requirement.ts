/** A half-open range of the logical text that was read. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** What follows the name of a requirement. */
type RequirementSource =
  /** A version specifier; empty where `at`, the end of name and extras, is all there is. */
  | { readonly kind: 'specifier'; readonly range: Range; readonly wellFormed: boolean }
  /** `@ https://…`: a direct reference. */
  | { readonly kind: 'url'; readonly range: Range }

/** One requirement in the grammar of PEP 508, with the older `b (>=1.0)` allowed. Offsets are of the logical text. */
export interface Requirement {
  readonly name: string
  readonly at: number
  /** The end of the name and its extras: a specifier could be written here. */
  readonly nameEnd: number
  readonly source: RequirementSource
}

const namePattern = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y
const spacePattern = /\s*/y
const extrasPattern = /\s*\[[A-Za-z0-9._\-,\s]*\]/y
const clausePattern = /\s*(?:===|~=|==|!=|<=|>=|<|>)\s*[A-Za-z0-9._*+!-]+\s*/y

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** readRequirement reads one requirement in the range; undefined when no name starts it. */
export function readRequirement(text: string, from: number, to: number): Requirement | undefined {
  const line = text.slice(0, to)
  const at = skip(spacePattern, line, from)
  const afterName = skip(namePattern, line, at)
  if (afterName === at) return undefined
  const nameEnd = skip(extrasPattern, line, afterName)
  const name = line.slice(at, afterName)
  const next = skip(spacePattern, line, nameEnd)
  // A name that ends in a separator is none, and words in a row are a sentence.
  if (/[._-]/.test(line[afterName] ?? '') || /[\p{L}\p{N}'"/]/u.test(line[next] ?? '')) return undefined
  if (line[next] === '@') return { name, at, nameEnd, source: { kind: 'url', range: urlRange(line, next + 1) } }
  return { name, at, nameEnd, source: specifier(line, next) }
}

/** A URL runs to the first white space; only then may a marker follow. */
function urlRange(line: string, from: number): Range {
  const start = skip(spacePattern, line, from)
  return { from: start, to: skip(/\S*/y, line, start) }
}

function specifier(line: string, from: number): RequirementSource {
  const semicolon = line.indexOf(';', from)
  const end = semicolon === -1 ? line.length : semicolon
  if (line[from] !== '(') return trimmedSpecifier(line, from, end)
  const close = line.lastIndexOf(')', end - 1)
  if (close < from || line.slice(close + 1, end).trim() !== '') {
    return { kind: 'specifier', range: { from, to: end }, wellFormed: false }
  }
  return trimmedSpecifier(line, from + 1, close)
}

function trimmedSpecifier(line: string, from: number, end: number): RequirementSource {
  const start = Math.min(skip(spacePattern, line, from), end)
  const to = start + line.slice(start, end).trimEnd().length
  return {
    kind: 'specifier',
    range: { from: start, to },
    wellFormed: start === to || isSpecifierSet(line.slice(start, to)),
  }
}

/** Clauses with commas between them; one comma may trail. */
function isSpecifierSet(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const end = skip(clausePattern, text, at)
    if (end === at) return false
    at = end
    if (at < text.length && text[at] !== ',') return false
    at += 1
  }
  return true
}

/** A version control URL as pip, Poetry and Cargo write it: where it points and at which reference. */
export interface VcsUrl {
  /** `github.com/owner/repo`, without user, port and `.git`. */
  readonly location: string
  /** `owner/repo`. */
  readonly repository: string
  /** Where the reference after `@` stands; absent without one. */
  readonly ref?: Range
  /** The name after `#egg=`. */
  readonly egg?: string
}

/** A scheme, an optional user, the host with its port. */
const urlHead = /(?:[a-z][a-z0-9+.-]*:\/\/)(?:[^/@\s]*@)?([^/\s]*?)(?::\d+)?\//iy
/** `git@github.com:owner/repo`, with or without `git+` and `ssh://` in front. */
const scpHead = /(?:git\+)?(?:ssh:\/\/)?[^/@:\s]+@([^/:\s]+):(?!\d+\/)/iy

/** readVcsUrl reads the URL in the range: `git+https://host/o/b.git@v1#egg=b`. Undefined when it has no host or path. */
export function readVcsUrl(text: string, { from, to }: Range): VcsUrl | undefined {
  const url = text.slice(from, to)
  const head = matchAt(scpHead, url) ?? matchAt(urlHead, url)
  if (head === undefined) return undefined
  const pathStart = head[0].length
  const hash = url.indexOf('#', pathStart)
  const pathEnd = hash === -1 ? url.length : hash
  const marker = url.lastIndexOf('@', pathEnd - 1)
  const hasRef = marker >= pathStart
  const repository = repositoryPath(url.slice(pathStart, hasRef ? marker : pathEnd))
  if (repository === '') return undefined
  const egg = hash === -1 ? undefined : /[#&]egg=([A-Za-z0-9._-]+)/.exec(url.slice(hash))?.[1]
  return {
    location: `${head[1]}/${repository}`,
    repository,
    ...(hasRef ? { ref: { from: from + marker + 1, to: from + pathEnd } } : {}),
    ...(egg === undefined ? {} : { egg }),
  }
}

function matchAt(pattern: RegExp, text: string): RegExpExecArray | undefined {
  pattern.lastIndex = 0
  return pattern.exec(text) ?? undefined
}

function repositoryPath(path: string): string {
  const parts = path.split('?')[0]?.split('/').filter(Boolean) ?? []
  return parts.join('/').replace(/\.git$/i, '')
}

/** Values that are well-formed text and still never accepted. Each answers why not, or undefined when it is fine. */

/** Git's own rules for a branch name (git-check-ref-format --branch), and none that could be an option. */
export function branchProblem(name: string): string | undefined {
  if (name.length > 244) return 'a branch name of at most 244 characters'
  const bad =
    /^[-+]|^\/|\/$|\/\/|\.\.|@\{|\.$|\\|^@$/.test(name) ||
    /[\u0000-\u0020\u007f~^:?*[]/.test(name) ||
    name
      .split('/')
      .some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock') || part.startsWith('-'))
  const odd = name.startsWith('refs/') || name === 'HEAD'
  // Not forbidden by git, and of no use in a branch name but to shells and terminals.
  const shell = /[$`;|&<>"'!(){}]|[\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.test(
    withoutPlaceholders(name),
  )
  return bad || odd || shell || !wellFormed(name)
    ? 'a branch name that git accepts, without spaces or shell characters'
    : undefined
}

/** No half of a surrogate pair, which no file system or git can store. */
const wellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

const withoutPlaceholders = (name: string) => name.replace(/\{\{\s*jira_key\s*\}\}/g, 'KEY-1')

/** For checking: the name with its placeholder filled in as it may be. */
export function filledBranch(name: string): string {
  return withoutPlaceholders(name)
}

/** A path inside the repository, as git stores it, that no file system or git reads in a second way. */
export function pathProblem(path: string): string | undefined {
  const expected = 'a path from the root of the repository, like services/api/package.json'
  if (path.length > 1024 || path === '' || !wellFormed(path)) return expected
  if (/[\u0000-\u001f\u007f\\:]/.test(path) || path.startsWith('/') || path.startsWith('~')) return expected
  // Code points that HFS+ ignores or that hide: `.g\u200cit` would be `.git` there.
  if (/[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u.test(path)) return expected
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return expected
  if (parts.some((part) => /^\.?git(~\d+)?[ .]*$/i.test(part))) return `${expected} (nothing of git's own)`
  if (parts.some((part) => /[ .]$/.test(part))) return expected
  if (/^\.github(\/|$)/i.test(path)) return 'a dependency manifest; nothing below .github is edited'
  return undefined
}

export interface RepositoryName {
  /** `https://host/owner/name`. */
  readonly url: string
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** Loopback may be spoken to in clear, where that is allowed at all: it never leaves the machine. */
const isLoopback = (hostname: string) => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname)

/** A web address without userinfo, query or fragment; `https` unless it is a loopback address that is allowed. */
function webAddress(text: string, allowLoopback: boolean): URL | undefined {
  if (/[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && allowLoopback && isLoopback(url.hostname))
  const plain =
    url.username === '' && url.password === '' && url.search === '' && url.hash === '' && !/[?#@]/.test(text)
  return secure && plain && url.hostname !== '' ? url : undefined
}

/** `https://github.com/owner/name`, with or without `.git`; undefined for anything else. */
export function readRepositoryUrl(text: string, allowLoopback: boolean): RepositoryName | undefined {
  const url = webAddress(text, allowLoopback)
  const match = url && /^\/([A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))\/([A-Za-z0-9._-]{1,100})\/?$/.exec(url.pathname)
  if (!url || !match) return undefined
  const owner = match[1] as string
  const name = (match[2] as string).replace(/\.git$/, '')
  if (name === '' || name === '.' || name === '..') return undefined
  return { url: `${url.origin}/${owner}/${name}`, host: url.host, owner, name }
}

/** The address of a Jira site, possibly with a context path, without a slash at its end; undefined for anything else. */
export function readSiteUrl(text: string, allowLoopback: boolean): string | undefined {
  const url = webAddress(text, allowLoopback)
  if (!url || url.pathname.split('/').some((part) => part === '..' || part.includes('%'))) return undefined
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

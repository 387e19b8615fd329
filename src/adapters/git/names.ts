/** What may be said to git at all. Pure: a refused address, branch or path never reaches a process. */
import { type Failure, fail } from '../../core/errors.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])
const address = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?((?:\/[\w.~-]+){2,})$/i

/**
 * Throws `request-invalid` unless `url` is `https://host/…/owner/name` without userinfo, query or fragment. Plain http
 * is for loopback only, and only when `allowLoopbackHttp`.
 */
export function requireUrl(url: string, allowLoopbackHttp: boolean): void {
  const [, scheme = '', host = '', path = ''] = address.exec(url) ?? []
  const secure = scheme.toLowerCase() === 'https'
  const local = scheme.toLowerCase() === 'http' && allowLoopbackHttp && loopback.has(host.toLowerCase())
  const dots = path.split('/').some((segment) => segment === '.' || segment === '..')
  if ((secure || local) && !dots) return
  throw fail(
    'request-invalid',
    'The repository address cannot be used with git.',
    'Give it as https://host/owner/name, without user name, token, query or fragment.',
  )
}

/** The first reason why git would not have `name` as a branch, or undefined. Same rules as `check-ref-format --branch`. */
export function branchFault(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name.length > 244) return 'it is longer than 244 characters'
  if (name.startsWith('-')) return 'it begins with "-"'
  if (name === 'HEAD' || name === '@') return `"${name}" is reserved`
  // biome-ignore lint/complexity/useRegexLiterals: control characters are clearer escaped in a string
  if (new RegExp('[\\u0000-\\u0020\\u007f~^:?*\\[\\\\]').test(name)) return 'it holds a character that git forbids'
  if (/[\ud800-\udfff]/.test(name.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) return 'it is not valid Unicode'
  if (/\.\.|@\{|\/\//.test(name)) return 'it holds "..", "@{" or "//"'
  if (/^\/|\/$|\.$/.test(name)) return 'it begins or ends with "/", or ends with "."'
  if (name.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'))) {
    return 'a part of it begins with "." or ends with ".lock"'
  }
  return undefined
}

/** Throws `request-invalid` for a name that git would not have as a branch. */
export function requireBranch(name: string): void {
  const fault = branchFault(name)
  if (fault !== undefined) throw refusedBranch(name, fault)
}

/** Throws `request-invalid` unless `pattern` becomes a branch name when each `*` is filled in. */
export function requirePattern(pattern: string): void {
  const fault = branchFault(pattern.replaceAll('*', 'x'))
  if (fault !== undefined) throw refusedBranch(pattern, fault)
}

function refusedBranch(name: string, fault: string): Failure {
  return fail(
    'request-invalid',
    `The branch name cannot be used: ${fault}.`,
    'Choose a name that "git check-ref-format --branch" accepts, like fix/SEC-7.',
    { branch: printable(name) },
  )
}

/** Whether `branch` is one that `pattern` means; `*` stands for one or more characters other than `/`. */
export function matchesPattern(pattern: string, branch: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`^${source.join('[^/]+')}$`, 'u').test(branch)
}

/** Throws `request-invalid` for a path that could leave the tree or mean something else on another file system. */
export function requirePath(path: string): void {
  const parts = path.split('/')
  const fine = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !isDotGit(part))
  // biome-ignore lint/complexity/useRegexLiterals: control characters are clearer escaped in a string
  if (fine && !new RegExp('[\\u0000-\\u001f\\u007f\\\\:]').test(path)) return
  throw fail(
    'request-invalid',
    'The file path cannot be written to a repository.',
    'Give it from the repository root with forward slashes, like services/api/package.json.',
    { path: printable(path) },
  )
}

/** `.git` as any file system may read it: other case, ignorable code points, trailing dots and spaces, `git~1`. */
function isDotGit(part: string): boolean {
  const plain = part.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '').replace(/[. ]+$/, '')
  return /^(\.git|git~\d+)$/i.test(plain)
}

/** Throws `internal` unless `oid` is 40 or 64 lower-case hex digits. */
export function requireOid(oid: string): void {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(oid)) return
  throw fail('internal', 'A commit id is not one.', 'Report this: it is a fault of ours.', { oid: printable(oid) })
}

/** Foreign text made fit for one line: no control characters, at most `limit` characters. */
export function printable(text: string, limit = 120): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length > limit ? `${line.slice(0, limit)}…` : line
}

/** What GitHub's answers tell of the token that they were asked with. */
import type { RepositoryTarget } from '../../core/batch.ts'
import type { Http } from '../http.ts'

export type TokenKind = 'classic' | 'fine-grained' | 'installation' | 'actions' | 'other'

export interface TokenFacts {
  readonly kind: TokenKind
  /** Of a classic token: GitHub names them in every answer. Other kinds have permissions that no answer names. */
  readonly scopes: readonly string[] | undefined
  /** As GitHub writes it; undefined for a token without an end, and for kinds whose end is not told. */
  readonly expires: string | undefined
}

type Headers = Readonly<Record<string, unknown>>

const textOf = (headers: Headers, name: string) => (headers[name] === undefined ? undefined : String(headers[name]))

/** From the headers of any answer of the REST API. */
export function tokenFacts(token: string, headers: Headers): TokenFacts {
  const scopes = textOf(headers, 'x-oauth-scopes')
    ?.split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '')
  return {
    kind: kindOf(token, scopes !== undefined, textOf(headers, 'x-ratelimit-limit')),
    scopes,
    expires: textOf(headers, 'github-authentication-token-expiration'),
  }
}

function kindOf(token: string, hasScopes: boolean, limit: string | undefined): TokenKind {
  // Actions' own token is an installation token with its own, much lower budget: 1,000 calls an hour and repository.
  if (token.startsWith('ghs_')) return limit === '1000' ? 'actions' : 'installation'
  if (token.startsWith('github_pat_')) return 'fine-grained'
  return hasScopes ? 'classic' : 'other'
}

/** Does the scope allow to push to and to open pull requests in this repository? */
export function isScopedFor(scopes: readonly string[], repository: { readonly private: boolean }): boolean {
  return scopes.includes('repo') || (!repository.private && scopes.includes('public_repo'))
}

/**
 * Would git take a push with this token? Asked by a read: the list of refs that begins a push is shown to those only who
 * may push. Undefined where that cannot be told.
 */
export async function takesPush(http: Http, target: RepositoryTarget): Promise<boolean | undefined> {
  const basic = Buffer.from(`x-access-token:${target.token.reveal()}`).toString('base64')
  const headers = { authorization: `Basic ${basic}`, 'user-agent': 'git/2 (create-issues-and-prs)' }
  const url = `${target.url}.git/info/refs?service=git-receive-pack`
  const response = await http.fetch(url, { method: 'GET', headers })
  // The list itself is of no interest, and can be long.
  if (response.body && 'destroy' in response.body) (response.body as { destroy(): void }).destroy()
  const isOffer = response.headers.get('content-type')?.startsWith('application/x-git-receive-pack-advertisement')
  if (response.status === 200 && isOffer) return true
  return response.status === 403 ? false : undefined
}

/**
 * May this token push here, as far as reads tell? `role` is the `push` of the repository's `permissions`: what the
 * token's user may. An installation acts as no user, and gets false there whatever it may.
 */
export async function mayPush(
  http: Http,
  target: RepositoryTarget,
  { facts, role, isPrivate }: { facts: TokenFacts; role: boolean | undefined; isPrivate: boolean },
): Promise<boolean | undefined> {
  const isInstallation = facts.kind === 'installation' || facts.kind === 'actions'
  if (role === false && !isInstallation) return false
  if (facts.scopes && isScopedFor(facts.scopes, { private: isPrivate })) return true
  return takesPush(http, target).catch(() => undefined)
}

/** Who may do what: the four kinds of tokens and what each is told when it may not. */
import { notFound, type Refusal, refusal } from './errors.ts'
import type { Permission, Repository, Token } from './state.ts'

type Level = 'read' | 'write'

/** True when a token (undefined: nobody) may do this in a repository. */
export function may(token: Token | undefined, repository: Repository, permission: Permission, level: Level): boolean {
  const publicRead = level === 'read' && !repository.private && permission !== 'members'
  if (token === undefined || !listed(token, repository)) return publicRead
  if (token.kind === 'pat') return publicRead || classic(token, repository, permission, level)
  if (permission === 'metadata') return level === 'read'
  const held = token.permissions[permission]
  return publicRead || held === 'write' || held === level
}

function classic(token: Token, repository: Repository, permission: Permission, level: Level): boolean {
  const scoped = token.scopes.includes('repo') || (token.scopes.includes('public_repo') && !repository.private)
  if (!scoped) return false
  if (permission === 'workflows') return token.scopes.includes('workflow')
  if (permission === 'members') return token.scopes.includes('read:org')
  // Whoever may read a repository may open a pull request in it.
  return level === 'read' || token.role === 'write' || permission === 'pull_requests'
}

function listed(token: Token, repository: Repository): boolean {
  const name = repository.fullName.toLowerCase()
  return token.repositories === undefined || token.repositories.some((entry) => entry.toLowerCase() === name)
}

/** Throws what GitHub answers unless one of the permissions is held. */
export function demand(
  token: Token | undefined,
  repository: Repository,
  permissions: readonly Permission[],
  level: Level,
): void {
  if (!may(token, repository, 'metadata', 'read')) throw notFound()
  if (permissions.some((permission) => may(token, repository, permission, level))) return
  throw denied(token, permissions, level)
}

function denied(token: Token | undefined, permissions: readonly Permission[], level: Level): Refusal {
  if (token === undefined) return refusal(401, 'Requires authentication')
  const accepted = permissions.map((permission) => `${permission}=${level}`).join('; ')
  const headers = { 'x-accepted-github-permissions': accepted }
  if (token.kind === 'fine-grained') return refusal(403, 'Resource not accessible by personal access token', headers)
  if (token.kind !== 'pat') return refusal(403, 'Resource not accessible by integration', headers)
  return token.scopes.some((scope) => scope === 'repo' || scope === 'public_repo')
    ? refusal(403, 'Must have admin rights to Repository.')
    : notFound()
}

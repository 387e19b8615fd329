/** What a REST handler is given, and what it answers. */
import type { Answer } from '../server.ts'
import { demand } from './access.ts'
import { archived, notFound, refusal } from './errors.ts'
import type { GitHub } from './github.ts'
import type { Permission, PullRequest, Repository, Token } from './state.ts'

export interface RestRequest {
  readonly github: GitHub
  readonly token: Token | undefined
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

export type Handler = (request: RestRequest) => Answer | Promise<Answer>

/** The repository of the path, when the token may do this in it. */
export function repositoryFor(
  { github, token, params }: RestRequest,
  permissions: readonly Permission[],
  level: 'read' | 'write',
): Repository {
  const repository = github.repository(`${params.owner}/${params.repo}`)
  if (repository === undefined) throw notFound()
  demand(token, repository, permissions, level)
  if (level === 'write' && repository.archived) throw archived()
  return repository
}

/** The pull request of the path, up to date. */
export async function pullFor(request: RestRequest, repository: Repository, name: string): Promise<PullRequest> {
  const pull = repository.pull(Number(request.params[name]))
  if (pull === undefined) throw notFound()
  await request.github.refresh(repository, pull)
  return pull
}

/** Whoever acts; every write has someone. */
export function actor(request: RestRequest): Token {
  if (request.token === undefined) throw refusal(401, 'Requires authentication')
  return request.token
}

/** One page of a list, with the Link header that octokit follows. */
export function paged(request: RestRequest, path: string, entries: readonly unknown[]): Answer {
  const size = Math.min(Number(request.query.get('per_page') ?? 30), 100)
  const page = Number(request.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(entries.length / size))
  const link = (target: number, rel: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(target))
    return `<${request.github.apiUrl}${path}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ]
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {}
  return { status: 200, headers, body: entries.slice((page - 1) * size, page * size) }
}

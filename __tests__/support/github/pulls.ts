/** Pull requests over REST. */
import type { Answer } from '../server.ts'
import { may } from './access.ts'
import * as errors from './errors.ts'
import type { GitHub } from './github.ts'
import { pullFull, pullSimple } from './render-pull.ts'
import { actor, type Handler, paged, pullFor, type RestRequest, repositoryFor } from './request.ts'
import type { PullRequest, Repository } from './state.ts'

const list: Handler = async (request) => {
  const { github, query } = request
  const repository = repositoryFor(request, ['pull_requests'], 'read')
  for (const pull of repository.pulls) await github.refresh(repository, pull)
  const found = repository.pulls.filter(listFilter(repository, query)).sort(listOrder(query))
  const rendered = []
  for (const pull of found) rendered.push(pullSimple(github.site, pull, await github.pullContext(repository, pull)))
  return paged(request, `/repositories/${repository.id}/pulls`, rendered)
}

function listFilter(repository: Repository, query: URLSearchParams): (pull: PullRequest) => boolean {
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  const base = query.get('base')
  return (pull) => {
    if (state !== 'all' && pull.state !== state) return false
    if (base !== null && pull.base !== base) return false
    // A head without its owner is ignored, not refused.
    if (head === null || !head.includes(':')) return true
    return head.toLowerCase() === `${repository.owner}:${pull.head}`.toLowerCase()
  }
}

function listOrder(query: URLSearchParams): (a: PullRequest, b: PullRequest) => number {
  const sort = query.get('sort') ?? 'created'
  const ascending = (query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) === 'asc'
  const of = (pull: PullRequest): number => (sort === 'updated' ? Date.parse(pull.updatedAt) : pull.number)
  return (a, b) => (ascending ? of(a) - of(b) : of(b) - of(a))
}

const create: Handler = async (request) => {
  const { github } = request
  const repository = repositoryFor(request, ['pull_requests'], 'write')
  const token = actor(request)
  if (token.kind === 'actions' && !repository.actionsMayOpenPullRequests) throw errors.actionsMayNotOpen()
  return repository.inTurn(async () => {
    const wanted = await wantedPull(request, repository)
    const pull = open(github, repository, wanted, token.account)
    await repository.bare.setRef(`refs/pull/${pull.number}/head`, pull.headSha)
    const body = pullFull(github.site, pull, await github.pullContext(repository, pull))
    return { status: 201, headers: { location: String(body.url) }, body }
  })
}

interface WantedPull {
  readonly title: string
  readonly body: string | null
  readonly head: string
  readonly base: string
  readonly headSha: string
  readonly draft: boolean
  readonly maintainerCanModify: boolean
}

async function wantedPull({ body }: RestRequest, repository: Repository): Promise<WantedPull> {
  const title = String(body.title ?? '')
  const base = String(body.base)
  const head = ownBranch(String(body.head), repository)
  const [baseSha, headSha] = [await repository.bare.resolve(base), await repository.bare.resolve(head)]
  const faults = [
    ...(title.trim() === '' ? [errors.missingField('title')] : []),
    ...(headSha === undefined ? [errors.invalidField('head')] : []),
    ...(baseSha === undefined ? [errors.invalidField('base')] : []),
    ...([...title].length > 256 ? [errors.tooLong('title', 256)] : []),
    ...([...String(body.body ?? '')].length > 65_536 ? [errors.tooLong('body', 65_536)] : []),
  ]
  if (faults.length > 0 || baseSha === undefined || headSha === undefined) throw errors.validationFailed(faults)
  await refuseUseless(repository, { base, baseSha, head, headSha })
  if (body.draft === true && !repository.draftsSupported) {
    throw errors.refusal(422, 'Draft pull requests are not supported in this repository.')
  }
  const text = body.body === undefined || body.body === null ? null : String(body.body)
  return {
    title,
    body: text,
    head,
    base,
    headSha,
    draft: body.draft === true,
    maintainerCanModify: body.maintainer_can_modify === true,
  }
}

/** `owner:branch` of the repository itself is its own branch; forks are not served, so that any other is unknown. */
function ownBranch(head: string, repository: Repository): string {
  const [owner, branch] = head.includes(':') ? (head.split(':', 2) as [string, string]) : [repository.owner, head]
  return owner.toLowerCase() === repository.owner.toLowerCase() ? branch : 'refs/forks/none'
}

async function refuseUseless(
  repository: Repository,
  { base, baseSha, head, headSha }: { base: string; baseSha: string; head: string; headSha: string },
): Promise<void> {
  const ahead = await repository.bare.commitsAhead(baseSha, headSha)
  if (ahead === undefined) throw errors.validationFailed([errors.noSharedHistory(base, head)])
  if (ahead === 0) throw errors.validationFailed([errors.noCommits(base, head)])
  if (repository.pulls.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base)) {
    throw errors.validationFailed([errors.pullExists(repository.owner, head)])
  }
}

function open(github: GitHub, repository: Repository, wanted: WantedPull, author: PullRequest['author']): PullRequest {
  const now = new Date(github.clock()).toISOString()
  const pull: PullRequest = {
    ...wanted,
    id: github.nextId(),
    number: repository.pulls.length + 1,
    author,
    createdAt: now,
    updatedAt: now,
    state: 'open',
    closedAt: null,
    mergedAt: null,
    mergeCommit: null,
    labels: new Map(),
    reviewers: new Set(),
    teamReviewers: new Set(),
    assignees: new Set(),
    comments: [],
  }
  repository.pulls.push(pull)
  github.creations.push({ what: 'pull request', at: Date.now() })
  return pull
}

const get: Handler = async (request) => {
  const repository = repositoryFor(request, ['pull_requests'], 'read')
  return full(request, repository, await pullFor(request, repository, 'pull_number'))
}

async function full({ github }: RestRequest, repository: Repository, pull: PullRequest): Promise<Answer> {
  return { status: 200, body: pullFull(github.site, pull, await github.pullContext(repository, pull)) }
}

const update: Handler = async (request) => {
  const { body } = request
  const repository = repositoryFor(request, ['pull_requests'], 'write')
  const pull = await pullFor(request, repository, 'pull_number')
  if (typeof body.title === 'string') {
    if ([...body.title].length > 256) throw errors.validationFailed([errors.tooLong('title', 256)])
    pull.title = body.title
  }
  if (typeof body.body === 'string') pull.body = body.body
  if (typeof body.base === 'string') {
    if ((await repository.bare.resolve(body.base)) === undefined)
      throw errors.validationFailed([errors.invalidField('base')])
    pull.base = body.base
  }
  if (body.state === 'open' || body.state === 'closed') {
    if (pull.mergedAt !== null && body.state === 'open') throw errors.validationFailed([errors.missingField('state')])
    pull.closedAt = body.state === 'open' ? null : new Date().toISOString()
    pull.state = body.state
  }
  pull.updatedAt = new Date().toISOString()
  return full(request, repository, pull)
}

const listReviewers: Handler = async (request) => {
  const { github } = request
  const repository = repositoryFor(request, ['pull_requests'], 'read')
  const pull = await pullFor(request, repository, 'pull_number')
  const rendered = pullSimple(github.site, pull, await github.pullContext(repository, pull))
  return { status: 200, body: { users: rendered.requested_reviewers, teams: rendered.requested_teams } }
}

const requestReviewers: Handler = async (request) => {
  const { github } = request
  const repository = repositoryFor(request, ['pull_requests'], 'write')
  const token = actor(request)
  if (!may(token, repository, 'contents', 'write') && token.kind === 'pat') throw errors.notFound()
  const pull = await pullFor(request, repository, 'pull_number')
  const { users, teams } = reviewersOf(request)
  if (users.some((login) => login.toLowerCase() === pull.author.login.toLowerCase())) throw errors.reviewByAuthor()
  if (users.some((login) => !github.isCollaborator(repository, login)))
    throw errors.notCollaborators(repository.fullName)
  if (teams.length > 0 && token.kind !== 'pat' && token.permissions.members === undefined) throw errors.unresolvedTeam()
  if (teams.some((slug) => !github.hasTeam(repository.owner, slug))) throw errors.notCollaborators(repository.fullName)
  for (const login of users) pull.reviewers.add(github.account(login).login)
  for (const slug of teams) pull.teamReviewers.add(slug)
  github.creations.push({ what: 'review request', at: Date.now() })
  return { status: 201, body: pullSimple(github.site, pull, await github.pullContext(repository, pull)) }
}

function reviewersOf({ body }: RestRequest): { users: string[]; teams: string[] } {
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
  return { users: texts(body.reviewers), teams: texts(body.team_reviewers) }
}

const removeReviewers: Handler = async (request) => {
  const { github } = request
  const repository = repositoryFor(request, ['pull_requests'], 'write')
  const pull = await pullFor(request, repository, 'pull_number')
  const { users, teams } = reviewersOf(request)
  for (const login of users) pull.reviewers.delete(login)
  for (const slug of teams) pull.teamReviewers.delete(slug)
  return { status: 200, body: pullSimple(github.site, pull, await github.pullContext(repository, pull)) }
}

/** By operation of the description. */
export const pullHandlers: Readonly<Record<string, Handler>> = {
  'pulls/list': list,
  'pulls/create': create,
  'pulls/get': get,
  'pulls/update': update,
  'pulls/list-requested-reviewers': listReviewers,
  'pulls/request-reviewers': requestReviewers,
  'pulls/remove-requested-reviewers': removeReviewers,
}

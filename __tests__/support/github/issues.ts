/** Labels, assignees and comments of pull requests over REST. */
import { may } from './access.ts'
import * as errors from './errors.ts'
import type { GitHub } from './github.ts'
import { label } from './render.ts'
import { comment, issue } from './render-pull.ts'
import { actor, type Handler, paged, pullFor, type RestRequest, repositoryFor } from './request.ts'
import type { Label, PullRequest, Repository } from './state.ts'

const EITHER = ['issues', 'pull_requests'] as const

async function target(request: RestRequest, level: 'read' | 'write'): Promise<[Repository, PullRequest]> {
  const repository = repositoryFor(request, EITHER, level)
  return [repository, await pullFor(request, repository, 'issue_number')]
}

const listLabels: Handler = async (request) => {
  const [repository, pull] = await target(request, 'read')
  const rendered = [...pull.labels.values()].map((entry) => label(request.github.site, repository, entry))
  return paged(request, `/repositories/${repository.id}/issues/${pull.number}/labels`, rendered)
}

const changeLabels =
  (replace: boolean): Handler =>
  async (request) => {
    const [repository, pull] = await target(request, 'write')
    const names = labelNames(request.body)
    if (names.some((name) => name.trim() === '' || [...name].length > 50)) {
      throw errors.validationFailed([{ resource: 'Label', code: 'invalid', field: 'name' }])
    }
    // Without push rights the call succeeds and nothing changes.
    if (mayLabel(request, repository)) {
      if (replace) pull.labels.clear()
      for (const name of names) pull.labels.set(name.toLowerCase(), labelNamed(request.github, repository, name))
    }
    return {
      status: 200,
      body: [...pull.labels.values()].map((entry) => label(request.github.site, repository, entry)),
    }
  }

function mayLabel(request: RestRequest, repository: Repository): boolean {
  const token = actor(request)
  return token.kind !== 'pat' || may(token, repository, 'contents', 'write')
}

function labelNames(body: unknown): string[] {
  const given = Array.isArray(body) ? body : (body as { labels?: unknown[] }).labels
  return (given ?? []).map((entry) => (typeof entry === 'string' ? entry : String((entry as { name: string }).name)))
}

/** A label that the repository has not yet is made, grey. */
function labelNamed(github: GitHub, repository: Repository, name: string): Label {
  const known = repository.labels.get(name.toLowerCase())
  if (known !== undefined) return known
  const made = { id: github.nextId(), name, color: 'ededed' }
  repository.labels.set(name.toLowerCase(), made)
  return made
}

const changeAssignees =
  (add: boolean): Handler =>
  async (request) => {
    const { github } = request
    const [repository, pull] = await target(request, 'write')
    const given = (request.body.assignees ?? []) as (string | { login: string })[]
    const logins = given.map((entry) => (typeof entry === 'string' ? entry : entry.login))
    for (const login of logins) {
      if (!add) pull.assignees.delete(login)
      else if (mayLabel(request, repository) && github.isCollaborator(repository, login)) {
        pull.assignees.add(github.account(login).login)
      }
    }
    return { status: add ? 201 : 200, body: issue(github.site, pull, await github.pullContext(repository, pull)) }
  }

const listComments: Handler = async (request) => {
  const [repository, pull] = await target(request, 'read')
  const since = Date.parse(request.query.get('since') ?? '1970-01-01T00:00:00Z')
  const found = pull.comments.filter((entry) => Date.parse(entry.createdAt) >= since)
  const rendered = found.map((entry) => comment(request.github.site, repository, pull, entry))
  return paged(request, `/repositories/${repository.id}/issues/${pull.number}/comments`, rendered)
}

const createComment: Handler = async (request) => {
  const { github } = request
  const [repository, pull] = await target(request, 'write')
  const body = String(request.body.body)
  if (body.trim() === '')
    throw errors.validationFailed([{ resource: 'IssueComment', code: 'missing_field', field: 'body' }])
  if ([...body].length > 65_536)
    throw errors.validationFailed([{ ...errors.tooLong('body', 65_536), resource: 'IssueComment' }])
  const made = { id: github.nextId(), author: actor(request).account, body, createdAt: new Date().toISOString() }
  pull.comments.push(made)
  github.creations.push({ what: 'comment', at: Date.now() })
  const rendered = comment(github.site, repository, pull, made)
  return { status: 201, headers: { location: String(rendered.url) }, body: rendered }
}

/** By operation of the description. */
export const issueHandlers: Readonly<Record<string, Handler>> = {
  'issues/list-labels-on-issue': listLabels,
  'issues/add-labels': changeLabels(false),
  'issues/set-labels': changeLabels(true),
  'issues/add-assignees': changeAssignees(true),
  'issues/remove-assignees': changeAssignees(false),
  'issues/list-comments': listComments,
  'issues/create-comment': createComment,
}

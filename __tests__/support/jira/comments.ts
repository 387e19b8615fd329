/** Comments and remote links of an issue. */
import type { Answer } from '../server.ts'
import { isAdf, looksLikeAdf } from './adf.ts'
import { fieldErrors, jiraError, MUST_BE_ADF, MUST_BE_TEXT, TEXT_LIMIT, TOO_LONG } from './errors.ts'
import { comment as renderComment, remoteLink as renderLink } from './render.ts'
import { has, issueFor, type JiraHandler, writer } from './request.ts'
import type { JiraComment, RemoteLink } from './state.ts'

export const listComments: JiraHandler = (request) => {
  const entry = issueFor(request)
  const startAt = Number(request.query.get('startAt') ?? 0)
  const maxResults = Math.min(Number(request.query.get('maxResults') ?? 5000), 5000)
  const newestFirst = /^-/.test(request.query.get('orderBy') ?? '')
  const ordered = newestFirst ? [...entry.comments].reverse() : entry.comments
  const comments = ordered.slice(startAt, startAt + maxResults).map((made) => renderComment(request, entry, made))
  return { status: 200, body: { startAt, maxResults, total: entry.comments.length, comments } }
}

export const addComment: JiraHandler = (request) => {
  const entry = issueFor(request)
  const token = writer(request)
  if (!has(token, entry.project, 'comment')) {
    throw jiraError(400, [`${token.user.displayName}, you do not have the permission to comment on this issue.`])
  }
  const { body } = request.body
  refuseBody(body, request.version)
  const made: JiraComment = {
    id: String(request.site.nextId()),
    author: token.user,
    body: structuredClone(body),
    created: request.site.now(),
  }
  entry.comments.push(made)
  return { status: 201, body: renderComment(request, entry, made) }
}

function refuseBody(body: unknown, version: '2' | '3'): void {
  if (body === undefined || body === null || body === '')
    throw fieldErrors({ comment: 'Comment body can not be empty!' })
  if (version === '2') {
    if (typeof body !== 'string') throw fieldErrors({ comment: MUST_BE_TEXT })
    if (body.length > TEXT_LIMIT) throw fieldErrors({ comment: TOO_LONG })
    return
  }
  if (!looksLikeAdf(body)) throw fieldErrors({ comment: MUST_BE_ADF })
  if (!isAdf(body)) throw fieldErrors({ comment: 'Comment body is not valid!' })
  if (JSON.stringify(body).length > TEXT_LIMIT) throw fieldErrors({ comment: TOO_LONG })
}

export const listLinks: JiraHandler = (request): Answer => {
  const entry = issueFor(request)
  const globalId = request.query.get('globalId')
  if (globalId === null) return { status: 200, body: entry.links.map((link) => renderLink(request, entry, link)) }
  const found = entry.links.find((link) => link.globalId === globalId)
  if (found === undefined) throw jiraError(404, [`No remote issue link with global id '${globalId}' exists.`])
  return { status: 200, body: renderLink(request, entry, found) }
}

/** The same `globalId` is one link: the second call changes it (200), members left out are gone. */
export const putLink: JiraHandler = (request) => {
  const entry = issueFor(request)
  if (!request.site.linkingEnabled) throw jiraError(403, ['Issue linking is currently disabled.'])
  if (!has(request.token, entry.project, 'link'))
    throw jiraError(403, [`No Link Issue Permission for issue '${entry.key}'`])
  const { globalId, ...content } = request.body as { globalId?: string }
  if (globalId !== undefined && globalId.length > 255) {
    throw fieldErrors({ globalId: 'The globalId must not be longer than 255 characters.' })
  }
  const known = globalId === undefined ? undefined : entry.links.find((link) => link.globalId === globalId)
  const link: RemoteLink = known ?? { id: request.site.nextId(), globalId, content: {} }
  link.content = structuredClone(content)
  if (known === undefined) entry.links.push(link)
  const self = `${request.base}/issue/${entry.key}/remotelink/${link.id}`
  return { status: known === undefined ? 201 : 200, body: { id: link.id, self } }
}

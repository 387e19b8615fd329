/** The issue tracker port over Jira Cloud (v2 and v3) and Jira Data Center (v2). */
import type { IssueRequest, JiraSite } from '../core/batch.ts'
import type { Clock, CommentText, CreatedIssue, IssueTracker, Log, RemoteLink } from '../core/ports.ts'
import { readAnswer } from './answers.ts'
import type { Http } from './http.ts'
import { commentAnswer, commentsAnswer, commentsOf, createdAnswer, linkAnswer, linksAnswer } from './jira/answers.ts'
import { JiraClient } from './jira/client.ts'
import { Neighbours } from './jira/neighbours.ts'
import { foldedText, toAdf } from './jira/rich-text.ts'
import { itemProperty, readItemKey, searchByItemKey } from './jira/search.ts'

interface Way {
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
  /** Takes credentials out of comments: one may repeat what another server said. Default: as they are. */
  readonly redact?: (text: string) => string
}

/** Creates the port. One batch uses one; credentials come with each request. */
export function createIssueTracker(way: Way): IssueTracker {
  const client = (site: JiraSite) => new JiraClient(site, way)
  const clean = way.redact ?? ((text: string) => text)
  const neighbours = new Neighbours(readItemKey, way)
  return {
    issueUrl: (site, key) => client(site).browseUrl(key),
    findIssues: (site, wanted) => {
      const jira = client(site)
      return searchByItemKey(jira, wanted, (newest) => neighbours.lookedUpTo(jira, newest))
    },
    findOlder: async (site, itemKey, issueKey) => {
      const jira = client(site)
      const key = await neighbours.olderThan(jira, itemKey, issueKey)
      return key === undefined ? undefined : { key, url: jira.browseUrl(key) }
    },
    createIssue: async (request, itemKey) => {
      const jira = client(request.site)
      const issue = await createIssue(jira, request, itemKey)
      neighbours.made(jira, issue.key, itemKey)
      return issue
    },
    previewIssue: ({ site, fields }, itemKey) => ({
      call: `POST ${client(site).url('/issue')}`,
      body: issueBody(site, fields, itemKey),
    }),
    findComments: (site, key, text) => findComments(client(site), key, isWanted(site, text, clean)),
    addComment: (site, key, body) => addComment(client(site), key, clean(body)),
    previewComment: (site, key, body) => ({
      call: `POST ${client(site).url(`/issue/${key}/comment`)}`,
      body: { body: richText(site, clean(body)) },
    }),
    findLink: (site, key, globalId) => findLink(client(site), key, globalId),
    linkPullRequest: (site, key, link) => linkPullRequest(client(site), key, link),
    previewLink: (site, key, link) => ({
      call: `POST ${client(site).url(`/issue/${key}/remotelink`)}`,
      body: linkBody(link),
    }),
  }
}

/** v3 wants ADF where v2 takes plain text (wiki markup). */
const richText = (site: JiraSite, text: string) => (site.apiVersion === '3' ? toAdf(text) : text)

/** The fields whose text is rich in every project; a custom field's kind is known to Jira only. */
const richFields = ['description', 'environment']

function issueBody(site: JiraSite, fields: IssueRequest['fields'], itemKey: string) {
  const texts = site.apiVersion === '3' ? richFields.filter((name) => typeof fields[name] === 'string') : []
  const documents = texts.map((name) => [name, toAdf(String(fields[name]))])
  return {
    fields: { ...fields, ...Object.fromEntries(documents) },
    properties: [{ key: itemProperty, value: { item: itemKey } }],
  }
}

async function createIssue(client: JiraClient, request: IssueRequest, itemKey: string): Promise<CreatedIssue> {
  const body = issueBody(request.site, request.fields, itemKey)
  const answer = await client.call({ method: 'POST', path: '/issue', body, doing: 'create the issue', reads: false })
  const { key } = readAnswer(createdAnswer, answer, { from: 'Jira', doing: 'create the issue' })
  return { key, url: client.browseUrl(key) }
}

const commentPath = (key: string) => `/issue/${encodeURIComponent(key)}/comment`

/** Compares as the comment looks, white space folded, so that text and ADF are the same. */
function isWanted(site: JiraSite, text: CommentText, clean: (text: string) => string): (body: unknown) => boolean {
  const folded = (words: string) => foldedText(richText(site, clean(words)))
  if ('begins' in text) {
    const beginning = folded(text.begins)
    return (body) => foldedText(body).startsWith(beginning)
  }
  const whole = folded(text.is)
  return (body) => foldedText(body) === whole
}

/** From the newest page to the one that has it: copies of one comment stand close together. */
async function findComments(client: JiraClient, key: string, isWanted: (body: unknown) => boolean) {
  for (let startAt = 0; ; ) {
    const query = { startAt: String(startAt), maxResults: '100', orderBy: '-created' }
    const doing = `show the comments of ${key}`
    const answer = await client.call({ method: 'GET', path: commentPath(key), query, doing, reads: true })
    const { comments, total } = readAnswer(commentsAnswer, answer, { from: 'Jira', doing })
    const found = commentsOf.parse(comments).filter(({ body }) => isWanted(body))
    if (found.length > 0) return found.map(({ id }) => ({ id })).reverse()
    startAt += comments.length
    if (comments.length === 0 || startAt >= total) return []
  }
}

async function addComment(client: JiraClient, key: string, text: string): Promise<{ id: string }> {
  const body = { body: richText(client.site, text) }
  const doing = `add the comment to ${key}`
  const answer = await client.call({ method: 'POST', path: commentPath(key), body, doing, reads: false })
  return readAnswer(commentAnswer, answer, { from: 'Jira', doing })
}

const linkPath = (key: string) => `/issue/${encodeURIComponent(key)}/remotelink`

function linkBody({ globalId, url, title }: RemoteLink) {
  return { globalId, relationship: 'pull request', object: { url, title } }
}

async function findLink(client: JiraClient, key: string, globalId: string): Promise<{ id: string } | undefined> {
  const doing = `show the links of ${key}`
  const answer = await client.call({ method: 'GET', path: linkPath(key), doing, reads: true })
  const found = readAnswer(linksAnswer, answer, { from: 'Jira', doing }).find((link) => link.globalId === globalId)
  return found ? { id: found.id } : undefined
}

async function linkPullRequest(client: JiraClient, key: string, link: RemoteLink): Promise<{ id: string }> {
  const doing = `link the pull request to ${key}`
  const answer = await client.call({ method: 'POST', path: linkPath(key), body: linkBody(link), doing, reads: false })
  return { id: readAnswer(linkAnswer, answer, { from: 'Jira', doing }).id ?? '' }
}

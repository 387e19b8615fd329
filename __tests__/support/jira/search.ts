/** Search as Cloud has it (`/search/jql`) and as Data Center has it (`/search`). */
import { jiraError, searchRemoved } from './errors.ts'
import { evaluateJql } from './jql-evaluate.ts'
import { JqlError, parseJql, type Query } from './jql-parse.ts'
import { issue as renderIssue, type Wanted } from './render.ts'
import { has, type JiraHandler, type JiraRequest } from './request.ts'
import type { Issue } from './state.ts'

/** Parameters of a search, from the query of a GET or the body of a POST. */
function parameter(request: JiraRequest, name: string): unknown {
  if (request.method === 'POST') return request.body[name]
  return request.query.has(name) ? request.query.getAll(name).join(',') : undefined
}

function listParameter(request: JiraRequest, name: string): string[] {
  const value = parameter(request, name)
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(',').filter(Boolean) : []
}

function found(request: JiraRequest, jql: string, reconciled: readonly string[]): { query: Query; issues: Issue[] } {
  const { site, token } = request
  const visible = site.issues.filter((entry) => has(token, entry.project, 'browse'))
  const indexed = visible.filter((entry) => site.isSearchable(entry) || reconciled.includes(entry.id))
  try {
    const query = parseJql(jql)
    const projects = site.projects.filter((project) => has(token, project, 'browse'))
    const issueKeys = new Set(visible.map((entry) => entry.key))
    return { query, issues: evaluateJql(query, indexed, { now: site.now(), user: token?.user, projects, issueKeys }) }
  } catch (error) {
    if (error instanceof JqlError) throw jiraError(400, [error.message])
    throw error
  }
}

const UNBOUNDED = 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'

export const searchCloud: JiraHandler = (request) => {
  const jql = String(parameter(request, 'jql') ?? '')
  const maxResults = Number(parameter(request, 'maxResults') ?? 50)
  if (maxResults < 1 || maxResults > 5000)
    throw jiraError(400, ['The value for maxResults must be between 1 and 5000.'])
  const start = pageStart(parameter(request, 'nextPageToken'), jql)
  const { query, issues } = found(request, jql, listParameter(request, 'reconcileIssues'))
  if (query.where === undefined) throw jiraError(400, [UNBOUNDED])
  const fields = listParameter(request, 'fields').filter((name) => name !== 'id')
  const properties = listParameter(request, 'properties')
  // With fields, a page is smaller than asked for: a client that trusts its own maxResults loses issues.
  const size = fields.length > 0 ? Math.min(maxResults, 100) : maxResults
  const page = issues.slice(start, start + size)
  const isLast = start + size >= issues.length
  return {
    status: 200,
    body: {
      issues: page.map((entry) => cloudIssue(request, entry, { fields, properties })),
      ...(isLast ? {} : { nextPageToken: pageToken(start + size, jql) }),
      isLast,
    },
  }
}

/** Only the id, unless something more was asked for. */
function cloudIssue(request: JiraRequest, entry: Issue, wanted: Wanted): Record<string, unknown> {
  if (wanted.fields.length === 0 && wanted.properties.length === 0) return { id: entry.id }
  const onlyKey = wanted.fields.length > 0 && wanted.fields.every((name) => name === 'key')
  const { key, self, ...rest } = renderIssue(request, entry, wanted)
  if (wanted.fields.length === 0) return { ...rest, expand: '' }
  if (onlyKey) return { ...rest, key, fields: undefined }
  return { ...rest, key, self }
}

const pageToken = (start: number, jql: string): string =>
  Buffer.from(JSON.stringify([start, jql])).toString('base64url')

function pageStart(token: unknown, jql: string): number {
  if (token === undefined || token === null || token === '') return 0
  try {
    const [start, of] = JSON.parse(Buffer.from(String(token), 'base64url').toString('utf8')) as [number, string]
    if (of === jql) return start
  } catch {
    // Not one of ours: refused below like one of another query.
  }
  throw jiraError(400, ['The provided next page token is invalid or does not belong to this query.'])
}

export const searchDataCenter: JiraHandler = (request) => {
  if (request.site.kind === 'cloud') throw searchRemoved()
  const { issues } = found(request, String(parameter(request, 'jql') ?? ''), [])
  const startAt = Number(parameter(request, 'startAt') ?? 0)
  const maxResults = Math.min(Number(parameter(request, 'maxResults') ?? 50), 1000)
  const given = listParameter(request, 'fields')
  const wanted = { fields: given.length > 0 ? given : ['*navigable'], properties: listParameter(request, 'properties') }
  const page = issues.slice(startAt, startAt + maxResults).map((entry) => renderIssue(request, entry, wanted))
  return { status: 200, body: { expand: 'schema,names', startAt, maxResults, total: issues.length, issues: page } }
}

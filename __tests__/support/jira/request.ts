/** What a Jira handler is given: who asks, in which version, about what. */
import type { Answer } from '../server.ts'
import { captcha, JiraRefusal, jiraError, loginPage, noSuchIssue, notAuthenticated } from './errors.ts'
import type { JiraSite } from './site.ts'
import type { Issue, JiraToken, Project, ProjectPermission } from './state.ts'

export interface JiraRequest {
  readonly site: JiraSite
  /** Undefined: anonymous, which on Cloud a wrong token is too. */
  readonly token: JiraToken | undefined
  readonly version: '2' | '3'
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** `http://…/rest/api/N` */
  readonly base: string
}

export type JiraHandler = (request: JiraRequest) => Answer

/** The token of an Authorization header. Throws what the site answers to a wrong one. */
export function authenticate(site: JiraSite, header: string | undefined, scopedHost: boolean): JiraToken | undefined {
  if (site.captcha) throw captcha()
  if (header === undefined) return undefined
  return site.kind === 'cloud' ? cloudToken(site, header, scopedHost) : dataCenterToken(site, header)
}

function cloudToken(site: JiraSite, header: string, scopedHost: boolean): JiraToken | undefined {
  const basic = /^basic\s+(\S+)$/i.exec(header)?.[1]
  if (basic === undefined) {
    const body = { error: 'Failed to parse Connect Session Auth Token' }
    throw new JiraRefusal({ status: 403, body })
  }
  const [email = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return site.findToken(
    (token) => token.text === secret.join(':') && token.user.email === email && token.scoped === scopedHost,
  )
}

function dataCenterToken(site: JiraSite, header: string): JiraToken {
  const bearer = /^bearer\s+(\S+)$/i.exec(header)?.[1]
  if (bearer === undefined) {
    const message = 'Basic Authentication has been disabled on this instance.'
    throw new JiraRefusal({ status: 403, body: { message } })
  }
  const token = site.findToken((candidate) => candidate.text === bearer)
  if (token === undefined) throw loginPage()
  return token
}

export function has(token: JiraToken | undefined, project: Project, permission: ProjectPermission): boolean {
  if (token === undefined || !token.permissions.has(permission)) return false
  return token.projects === undefined || token.projects.includes(project.key)
}

/** Whoever writes; anonymous writers are told to log in. */
export function writer(request: JiraRequest): JiraToken {
  if (request.token === undefined) throw notAuthenticated()
  return request.token
}

/** The issue of the path, when the token may see it. */
export function issueFor(request: JiraRequest): Issue {
  if (request.method !== 'GET') writer(request)
  const issue = request.site.issue(request.params.issue ?? '')
  if (issue === undefined || !has(request.token, issue.project, 'browse')) {
    if (request.token === undefined && request.site.kind === 'data-center') {
      throw jiraError(401, ['You do not have the permission to see the specified issue.', 'Login Required'])
    }
    throw noSuchIssue()
  }
  return issue
}

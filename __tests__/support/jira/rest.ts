/** Jira's REST API: paths, credentials, versions, the contract on both sides, and the headers of every answer. */
import { fileURLToPath } from 'node:url'
import { type Contract, loadContract, type Match } from '../contract.ts'
import type { Answer, Exchange } from '../server.ts'
import type { Violations } from '../violations.ts'
import { addComment, listComments, listLinks, putLink } from './comments.ts'
import { JiraRefusal, jiraError, noSuchProject } from './errors.ts'
import { createIssue, createIssues, editIssue, getIssue } from './issues.ts'
import { myPermissions } from './permissions.ts'
import { user } from './render.ts'
import { authenticate, has, type JiraHandler, type JiraRequest } from './request.ts'
import { searchCloud, searchDataCenter } from './search.ts'
import type { JiraSite } from './site.ts'
import type { JiraToken } from './state.ts'

/** Where the vendor's descriptions lie beside a checkout; they may be absent. */
export const JIRA_CONTRACTS = {
  '2': fileURLToPath(new URL('../../../../shared/contracts/jira-v2.openapi.json', import.meta.url)),
  '3': fileURLToPath(new URL('../../../../shared/contracts/jira-v3.openapi.json', import.meta.url)),
} as const

/** Not in those: written down by hand after Atlassian's reference, so that it is judged too, and everywhere. */
const PERMISSIONS_CONTRACT = fileURLToPath(new URL('../contracts/jira-permissions.openapi.json', import.meta.url))

const myself: JiraHandler = (request) => {
  if (request.token === undefined) throw jiraError(401, ['Client must be authenticated to access this resource.'])
  return { status: 200, body: user(request, request.token.user) }
}

const serverInfo: JiraHandler = ({ site }) => {
  const cloud = site.kind === 'cloud'
  const version = cloud ? '1001.0.0-SNAPSHOT' : '10.3.1'
  const numbers = version.split(/[.-]/).slice(0, 3).map(Number)
  const deploymentType = cloud ? 'Cloud' : 'Server'
  const facts = { baseUrl: site.url, version, versionNumbers: numbers, deploymentType, buildNumber: 100_292 }
  return { status: 200, body: { ...facts, serverTime: new Date(site.now()).toISOString(), serverTitle: 'Jira' } }
}

const getProject: JiraHandler = ({ site, token, params, base }) => {
  const project = site.project(params.project ?? '')
  if (project === undefined || !has(token, project, 'browse')) throw noSuchProject(params.project ?? '')
  const { id, key, name } = project
  return { status: 200, body: { self: `${base}/project/${id}`, id, key, name, projectTypeKey: 'software' } }
}

interface JiraRoute {
  readonly method: string
  readonly pattern: RegExp
  readonly handler: JiraHandler
}

const route = (method: string, path: string, handler: JiraHandler): JiraRoute => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  handler,
})

const ROUTES: readonly JiraRoute[] = [
  route('POST', '/issue/bulk', createIssues),
  route('POST', '/issue', createIssue),
  route('GET', '/issue/{issue}', getIssue),
  route('PUT', '/issue/{issue}', editIssue),
  route('GET', '/issue/{issue}/comment', listComments),
  route('POST', '/issue/{issue}/comment', addComment),
  route('GET', '/issue/{issue}/remotelink', listLinks),
  route('POST', '/issue/{issue}/remotelink', putLink),
  route('GET', '/myself', myself),
  route('GET', '/serverInfo', serverInfo),
  route('GET', '/mypermissions', myPermissions),
  route('GET', '/search/jql', searchCloud),
  route('POST', '/search/jql', searchCloud),
  route('GET', '/search', searchDataCenter),
  route('POST', '/search', searchDataCenter),
  // Outside the stored description; read only.
  route('GET', '/project/{project}', getProject),
]

/** Operations that the stored descriptions lack or describe wrongly: served, not judged. */
const UNJUDGED = /\/project\/[^/]+$|\/rest\/api\/3\/search$/
/** Version 2's description has one link where the service answers the list of them. */
const UNJUDGED_ANSWERS = new Set(['getRemoteIssueLinks'])

/** Answers one request to a site. */
export function serveJira(site: JiraSite, violations: Violations, exchange: Exchange): Answer {
  try {
    return withHeaders(site, answer(site, violations, exchange))
  } catch (error) {
    if (error instanceof JiraRefusal) return withHeaders(site, error.answer)
    throw error
  }
}

function answer(site: JiraSite, violations: Violations, exchange: Exchange): Answer {
  const path = sitePath(site, exchange.path)
  if (path === undefined) return { status: 404, headers: HTML, body: '<html><body>Page not found</body></html>\n' }
  if (path.below === '/_edge/tenant_info' && site.kind === 'cloud')
    return { status: 200, body: { cloudId: site.cloudId } }
  const [, version, rest = ''] = /^\/rest\/api\/([23])(\/.*)$/.exec(path.below) ?? []
  if (version === undefined || (version === '3' && site.kind === 'data-center')) {
    return { status: 404, headers: { 'content-type': 'application/xml' }, body: NO_SUCH_URI }
  }
  const token = authenticate(site, exchange.headers.authorization, path.scoped)
  if (token !== undefined) Object.assign(exchange.record, { identity: token.user.email })
  return dispatch({
    site,
    violations,
    exchange,
    token,
    version: version as '2' | '3',
    rest,
    base: `${path.root}/rest/api/${version}`,
  })
}

const HTML = { 'content-type': 'text/html;charset=UTF-8' }
const NO_SUCH_URI =
  '<?xml version="1.0" encoding="UTF-8"?><status><status-code>404</status-code><message>null for uri</message></status>'

interface Dispatched {
  readonly site: JiraSite
  readonly violations: Violations
  readonly exchange: Exchange
  readonly token: JiraToken | undefined
  readonly version: '2' | '3'
  /** Below `/rest/api/N`. */
  readonly rest: string
  readonly base: string
}

function dispatch({ site, violations, exchange, token, version, rest, base }: Dispatched): Answer {
  const { method, query } = exchange
  const found = ROUTES.map((entry) => ({ entry, hit: method === entry.method ? entry.pattern.exec(rest) : null })).find(
    ({ hit }) => hit,
  )
  if (found === undefined) return violations.add('jira', exchange, ['the world serves no such operation'])
  const body = bodyOf(exchange)
  const judged = contractMatch(version, method, `/rest/api/${version}${rest}`)
  const faults = judged?.contract.requestFaults(judged.match, query, body) ?? []
  if (faults.length > 0) return violations.add('jira', exchange, faults)
  const params = Object.fromEntries(
    Object.entries(found.hit?.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
  )
  const request: JiraRequest = {
    site,
    token,
    version,
    method,
    params,
    query,
    base,
    body: (body ?? {}) as JiraRequest['body'],
  }
  const answered = handled(found.entry.handler, request)
  const wrong = judged === undefined ? [] : answerFaults(judged, answered)
  return wrong.length > 0 ? violations.add('jira', exchange, wrong) : answered
}

function handled(handler: JiraHandler, request: JiraRequest): Answer {
  try {
    return handler(request)
  } catch (error) {
    if (error instanceof JiraRefusal) return error.answer
    throw error
  }
}

interface Judged {
  readonly contract: Contract
  readonly match: Match
}

function contractMatch(version: '2' | '3', method: string, path: string): Judged | undefined {
  if (UNJUDGED.test(path)) return undefined
  // The stored version 2 is older than its /search/jql, which equals version 3's.
  const [of, at] = path === '/rest/api/2/search/jql' ? (['3', '/rest/api/3/search/jql'] as const) : [version, path]
  const file = path.endsWith('/mypermissions') ? PERMISSIONS_CONTRACT : JIRA_CONTRACTS[of]
  const contract = loadContract(file)
  const match = contract?.match(method, at)
  return contract === undefined || match === undefined ? undefined : { contract, match }
}

function answerFaults({ contract, match }: Judged, answered: Answer): string[] {
  if (UNJUDGED_ANSWERS.has(match.operation.id)) return []
  return contract.responseFaults(
    match.operation,
    answered.status,
    JSON.parse(JSON.stringify(answered.body ?? null)) ?? undefined,
  )
}

interface SitePath {
  readonly below: string
  readonly root: string
  readonly scoped: boolean
}

function sitePath(site: JiraSite, path: string): SitePath | undefined {
  const scoped = `/ex/jira/${site.cloudId}`
  if (site.kind === 'cloud' && path.startsWith(`${scoped}/`)) {
    return { below: path.slice(scoped.length), root: site.scopedUrl, scoped: true }
  }
  if (!path.startsWith(`${site.contextPath}/`)) return undefined
  return { below: path.slice(site.contextPath.length), root: site.url, scoped: false }
}

function bodyOf(exchange: Exchange): unknown {
  if (exchange.body.length === 0) return undefined
  if (!/^application\/json\b/i.test(exchange.headers['content-type'] ?? '')) {
    throw new JiraRefusal({
      status: 415,
      headers: HTML,
      body: '<html><body>415 Unsupported Media Type</body></html>\n',
    })
  }
  try {
    return JSON.parse(exchange.body.toString('utf8'))
  } catch {
    throw jiraError(400, ['There was an error parsing JSON. Check that your request body is valid.'])
  }
}

function withHeaders(site: JiraSite, given: Answer): Answer {
  const limits: Record<string, string> =
    site.kind === 'data-center'
      ? {
          'X-RateLimit-Limit': '50',
          'X-RateLimit-Remaining': '49',
          'X-RateLimit-FillRate': '10',
          'X-RateLimit-Interval-Seconds': '60',
          'retry-after': '0',
        }
      : { 'X-RateLimit-Limit': '350', 'X-RateLimit-Remaining': '349' }
  return { ...given, headers: { 'x-arequestid': 'world', ...limits, ...given.headers } }
}

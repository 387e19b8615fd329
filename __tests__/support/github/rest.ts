/** The REST API: credentials, renames, the contract on both sides, and the headers of every answer. */
import { fileURLToPath } from 'node:url'
import { type Contract, loadContract, type Match } from '../contract.ts'
import type { Answer, Exchange } from '../server.ts'
import type { Violations } from '../violations.ts'
import { basicHandlers, limitOf } from './basics.ts'
import { badCredentials, Refusal, refusal } from './errors.ts'
import type { GitHub } from './github.ts'
import { issueHandlers } from './issues.ts'
import { pullHandlers } from './pulls.ts'
import type { Handler } from './request.ts'
import type { Token } from './state.ts'

export const API_PREFIX = '/api/v3'

const CONTRACT_FILE = fileURLToPath(new URL('../contracts/github.openapi.json', import.meta.url))
const HANDLERS: Readonly<Record<string, Handler>> = { ...basicHandlers, ...pullHandlers, ...issueHandlers }
const CREATION = /\/(pulls|comments|requested_reviewers)$/

/** Answers one request below `/api/v3`. */
export async function serveRest(github: GitHub, violations: Violations, exchange: Exchange): Promise<Answer> {
  const contract = loadContract(CONTRACT_FILE) as Contract
  let token: Token | undefined
  try {
    token = credential(github, exchange)
    const path = namedPath(github, exchange)
    const match = contract.match(exchange.method, path)
    if (match === undefined) return violations.add('github', exchange, ['the description has no such operation'])
    const body = bodyOf(exchange)
    const faults = contract.requestFaults(match, exchange.query, body)
    if (faults.length > 0) return violations.add('github', exchange, faults)
    limitCreation(github, exchange)
    const answer = await handle(github, token, exchange, match, body)
    const wrong = contract.responseFaults(match.operation, answer.status, answer.body)
    if (wrong.length > 0) return violations.add('github', exchange, wrong)
    return withHeaders(answer, token)
  } catch (error) {
    if (error instanceof Refusal) return withHeaders(error.answer, token)
    throw error
  }
}

async function handle(
  github: GitHub,
  token: Token | undefined,
  exchange: Exchange,
  match: Match,
  body: unknown,
): Promise<Answer> {
  const handler = HANDLERS[match.operation.id]
  if (handler === undefined) throw new Error(`no handler for ${match.operation.id}`)
  const record = (body ?? {}) as Readonly<Record<string, unknown>>
  try {
    return await handler({ github, token, params: match.params, query: exchange.query, body: record })
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}

/** The token of the request; undefined: none was sent. Throws `Bad credentials`. */
function credential(github: GitHub, exchange: Exchange): Token | undefined {
  if (exchange.headers['user-agent'] === undefined) {
    throw refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    )
  }
  const header = exchange.headers.authorization
  if (header === undefined) return undefined
  const text = /^(?:bearer|token)\s+(\S+)$/i.exec(header)?.[1]
  const token = text === undefined ? undefined : github.token(text)
  if (token === undefined) throw badCredentials()
  token.used++
  exchange.record.identity = token.login
  return token
}

/** The path under the repository's own name. Throws the redirect when it has moved. */
function namedPath(github: GitHub, exchange: Exchange): string {
  const path = exchange.path.slice(API_PREFIX.length)
  const [, id, below] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? []
  const named = id === undefined ? undefined : github.repositoryById(Number(id))
  if (named !== undefined) return `/repos/${named.fullName}${below ?? ''}`
  const [, fullName, rest] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? []
  const moved = fullName === undefined || github.repository(fullName) ? undefined : github.movedTo(fullName)
  if (moved === undefined) return path
  const query = exchange.query.size > 0 ? `?${exchange.query}` : ''
  const url = `${github.apiUrl}/repositories/${moved.id}${rest ?? ''}${query}`
  const reads = exchange.method === 'GET' || exchange.method === 'HEAD'
  const message = reads ? 'Moved Permanently' : 'Temporary Redirect'
  const body = {
    message,
    url,
    documentation_url: 'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects',
  }
  throw new Refusal({ status: reads ? 301 : 307, headers: { location: url }, body })
}

function bodyOf(exchange: Exchange): unknown {
  if (exchange.body.length === 0) return undefined
  try {
    return JSON.parse(exchange.body.toString('utf8'))
  } catch {
    throw refusal(400, 'Problems parsing JSON')
  }
}

function limitCreation(github: GitHub, exchange: Exchange): void {
  if (github.creationsPerMinute === undefined || exchange.method !== 'POST' || !CREATION.test(exchange.path)) return
  const recent = github.creations.filter(({ at }) => at > Date.now() - 60_000)
  if (recent.length >= github.creationsPerMinute) {
    throw refusal(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.')
  }
}

function withHeaders(answer: Answer, token: Token | undefined): Answer {
  const { limit, remaining, reset, used } = limitOf(token)
  const headers = {
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `${Math.random().toString(16).slice(2, 6).toUpperCase()}:${Date.now().toString(16).toUpperCase()}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-used': String(used),
    'x-ratelimit-resource': 'core',
    ...(token?.kind === 'pat' ? { 'x-oauth-scopes': token.scopes.join(', ') } : {}),
    ...(token?.expires === undefined ? {} : { 'github-authentication-token-expiration': token.expires }),
  }
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

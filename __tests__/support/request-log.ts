/** What every server of the world saw, in order. */
import type { IncomingHttpHeaders } from 'node:http'

export type ServerName = 'github' | 'git' | 'jira'

export interface RecordedRequest {
  readonly server: ServerName
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  /** `Authorization` keeps its scheme only. */
  readonly headers: IncomingHttpHeaders
  /** Parsed when it was JSON, else text; a pack is told as its size. Undefined: none was sent. */
  readonly body: unknown
  /** The bytes as sent: for looking for secrets. */
  readonly bytes: Buffer
  /** Who the credential belongs to; undefined: anonymous or unknown. */
  identity: string | undefined
  /** Undefined until answered; 0: the connection was cut instead. */
  status: number | undefined
  /** Epoch milliseconds by the machine's clock. */
  readonly at: number
  /** Until the answer was sent. */
  milliseconds: number | undefined
}

export interface WriteCounts {
  /** Everything but GET and HEAD on the REST API. */
  readonly github: number
  /** Everything but GET, HEAD and searches by POST. */
  readonly jira: number
  /** POSTs to git-receive-pack. */
  readonly git: number
  readonly total: number
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** True when the request may change something at the far side. */
export function isWrite(request: Pick<RecordedRequest, 'server' | 'method' | 'path'>): boolean {
  if (isRead(request.method)) return false
  if (request.server === 'git') return /\/git-receive-pack(\?|$)/.test(request.path)
  return !(request.server === 'jira' && /\/rest\/api\/\d\/search(\/jql)?(\?|$)/.test(request.path))
}

export function countWrites(requests: readonly RecordedRequest[]): WriteCounts {
  const count = (server: ServerName): number => requests.filter((r) => r.server === server && isWrite(r)).length
  const counts = { github: count('github'), jira: count('jira'), git: count('git') }
  return { ...counts, total: counts.github + counts.jira + counts.git }
}

export function redactHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { authorization } = headers
  if (authorization === undefined) return headers
  return { ...headers, authorization: `${authorization.split(' ')[0] ?? ''} ***` }
}

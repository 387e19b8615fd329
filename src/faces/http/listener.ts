/** The server under the routes: what a hostile or broken client may not do to it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { requestLimit } from '../../request/read-json.ts'
import { badRequest, headFault } from './head.ts'
import { commonHeaders, type Problem, problem } from './problem.ts'

/** Bytes of a request's head. */
const headLimit = 16 * 1024
/** Connections at the same time: what a slow crowd can hold, far below what the process could. */
const mostConnections = 2_000

/** Milliseconds. */
export interface Times {
  /** For the head of a request. */
  readonly head: number
  /** For a request with its body. */
  readonly request: number
  /** Of silence on a connection that is kept. */
  readonly idle: number
  /** In which nothing of an answer could be sent: its reader is not reading. */
  readonly stalled: number
}

const patience: Times = { head: 10_000, request: 60_000, idle: 15_000, stalled: 60_000 }

type Fetch = (request: Request) => Response | Promise<Response>

/** A server that is not listening yet. */
export function createListener(fetch: Fetch, times: Times = patience): Server {
  const server = createServer({
    maxHeaderSize: headLimit,
    headersTimeout: times.head,
    requestTimeout: times.request,
    keepAliveTimeout: times.idle,
    connectionsCheckingInterval: Math.min(1_000, times.head),
    insecureHTTPParser: false,
    // Ours tells it as a problem.
    requireHostHeader: false,
    noDelay: true,
  })
  server.timeout = times.stalled
  server.maxConnections = mostConnections
  const last = new WeakMap<object, Exchange>()
  const answer = answering(fetch, times, last)
  server.on('request', answer)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (mayContinue(request)) response.writeContinue()
    answer(request, response)
  })
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    refuse(response, problem(417, 'http-invalid', 'This expectation is not met here.', 'Send it without Expect.'))
  })
  server.on('clientError', (error, socket) => answerBrokenRequest(error, socket as Socket, last.get(socket)))
  // A tunnel or an upgrade is nothing that is served here.
  server.on('connect', (_request, socket: Socket) => endWith(socket, badRequest('CONNECT is not served here.')))
  return server
}

/** The newest request of a connection, and its answer. */
interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

function answering(fetch: Fetch, times: Times, last: WeakMap<object, Exchange>) {
  // A health check in HTTP/1.0 may come without a Host.
  const answer = getRequestListener(fetch, { overrideGlobalObjects: false, hostname: 'localhost' })
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request
    last.set(socket, { request, response })
    const fault = headFault(request)
    if (fault) return void refuse(response, fault)
    // A batch may take longer than a silent reader is borne with; its answer may not.
    if (request.method === 'POST') socket.setTimeout(0)
    void answer(request, response).then(() => {
      if (!response.writableFinished) socket.setTimeout(times.stalled)
    })
  }
}

/** Nobody is asked for a body that would be refused by its head. */
function mayContinue(request: IncomingMessage): boolean {
  const { authorization, 'content-length': length } = request.headers
  return authorization !== undefined && Number(length ?? 0) <= requestLimit && headFault(request) === undefined
}

function refuse(response: ServerResponse, told: Problem): void {
  const body = JSON.stringify(told)
  const headers = { ...commonHeaders, 'content-type': 'application/problem+json' }
  response.shouldKeepAlive = false
  const allow = told.status === 405 ? { allow: 'GET, HEAD, POST' } : {}
  response.writeHead(told.status, { ...headers, ...allow, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** What Node's parser could not read: told in the same shape as everything else, and the connection is over. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket, last: Exchange | undefined): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const response = last?.response
  if (!last || !response || (response.writableEnded && response.shouldKeepAlive) || isUnread(last)) {
    return void endWith(socket, brokenRequest(error.code))
  }
  // What were written now would be read as a part of an answer, or as the answer to another request.
  if (response.writableEnded) socket.destroySoon()
  else if (response.headersSent) socket.destroy()
  else response.shouldKeepAlive = false
}

/** The fault is in the body of a request that was not answered yet. */
const isUnread = ({ request, response }: Exchange) => !request.complete && !response.headersSent

function brokenRequest(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return problem(
      431,
      'http-head-too-large',
      `The head is longer than ${headLimit} bytes.`,
      'Send fewer or shorter headers.',
    )
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return problem(408, 'http-too-slow', 'The request did not arrive in time.', 'Send it again over a better line.')
  }
  return badRequest('The request cannot be read.')
}

function endWith(socket: Socket, told: Problem): void {
  const body = JSON.stringify(told)
  const head = [
    `HTTP/1.1 ${told.status} ${told.title}`,
    'Content-Type: application/problem+json',
    ...Object.entries(commonHeaders).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  // One who does not take the answer does not keep the connection.
  setTimeout(() => socket.destroy(), 1_000).unref()
}

/** The server under the routes: what a hostile or broken client may not do to it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Problem, problem } from './problem.ts'

/** Bytes of a request's head. */
const headLimit = 16 * 1024
/** Milliseconds for the head, for the whole request, and of silence on a kept connection. */
const times = { head: 10_000, request: 60_000, idle: 15_000 }
/** Connections at the same time: what a slow crowd can hold, far below what the process could. */
const mostConnections = 2_000

type Fetch = (request: Request) => Response | Promise<Response>

/** A server that is not listening yet. */
export function createListener(fetch: Fetch): Server {
  const answer = getRequestListener(fetch, { overrideGlobalObjects: false })
  const server = createServer(
    {
      maxHeaderSize: headLimit,
      headersTimeout: times.head,
      requestTimeout: times.request,
      keepAliveTimeout: times.idle,
      connectionsCheckingInterval: 1_000,
      insecureHTTPParser: false,
      requireHostHeader: true,
      noDelay: true,
    },
    (request, response) => {
      const refused = refusal(request)
      if (refused) return refuse(response, refused)
      void answer(request, response)
    },
  )
  server.maxConnections = mostConnections
  server.on('clientError', answerBrokenRequest)
  // A tunnel or an upgrade is nothing that is served here.
  server.on('connect', (_request, socket: Socket) => endWith(socket, badRequest('CONNECT is not served here.')))
  server.on('checkContinue', (request, response) => {
    const refused = refusal(request)
    if (refused) return refuse(response, refused)
    response.writeContinue()
    void answer(request, response)
  })
  return server
}

/** Members of a head that must stand there once: a proxy in front may have read the other one. */
const single = ['authorization', 'host', 'content-length', 'transfer-encoding', 'content-type', 'idempotency-key']
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function refusal({ rawHeaders, method, url = '', headers }: IncomingMessage): Problem | undefined {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  const twice = single.find((name) => names.indexOf(name) !== names.lastIndexOf(name))
  if (twice) return badRequest(`The header ${twice} stands there twice.`)
  if ('content-length' in headers && 'transfer-encoding' in headers) {
    return badRequest('Content-Length and Transfer-Encoding exclude each other.')
  }
  if (!methods.has(method ?? ''))
    return problem(405, 'method-not-allowed', 'This method is not served.', 'Use GET or POST.')
  if (!url.startsWith('/')) return badRequest('The address is no path.')
  return undefined
}

function badRequest(detail: string): Problem {
  return problem(400, 'http-invalid', detail, 'Send one well-formed HTTP/1.1 request.')
}

function refuse(response: ServerResponse, told: Problem): void {
  const body = JSON.stringify(told)
  response.writeHead(told.status, { 'content-type': 'application/problem+json', connection: 'close' }).end(body)
}

/** What Node's parser could not read: told in the same shape as everything else, and the connection is over. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  endWith(socket, brokenRequest(error.code))
}

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
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  // One who does not take the answer does not keep the connection.
  setTimeout(() => socket.destroy(), 1_000).unref()
}

/** A loopback HTTP server: reads a request whole, records it, lets a fault strike, has it handled, answers. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { faultAnswer } from './fault-answers.ts'
import type { Fault, Faults } from './faults.ts'
import { type RecordedRequest, redactHeaders, type ServerName } from './request-log.ts'

/** A request, read whole. */
export interface Exchange {
  readonly method: string
  /** Not decoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
  readonly record: RecordedRequest
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A Buffer or text is sent as it is, undefined is no body, everything else is JSON. */
  readonly body?: unknown
}

export interface ServerOptions {
  /** Which of the world's servers a path belongs to: git and REST share one port. */
  nameOf(path: string): ServerName
  handle(exchange: Exchange): Promise<Answer>
  readonly requests: RecordedRequest[]
  readonly faults: Faults
  /** Added before every answer, in milliseconds. */
  latency(): number
}

export interface LoopbackServer {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Cuts what is still open. */
  close(): Promise<void>
}

/** Starts a server on a free port of 127.0.0.1. */
export async function listen(options: ServerOptions): Promise<LoopbackServer> {
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      if (!response.destroyed) send(response, { status: 599, body: { message: `the world failed: ${String(error)}` } })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { port, url: `http://127.0.0.1:${port}`, close }
}

async function serve(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = await readExchange(options, request)
  const { record } = exchange
  const done = (status: number): void => {
    record.status = status
    record.milliseconds = Date.now() - record.at
  }
  const fault = options.faults.take(record.server, exchange.method, record.path)
  if (options.latency() > 0) await pause(options.latency())
  const answer = fault === undefined ? await options.handle(exchange) : await strike(fault, options, exchange, response)
  if (answer === undefined) return done(0)
  done(answer.status)
  send(response, answer)
}

async function readExchange(options: ServerOptions, request: IncomingMessage): Promise<Exchange> {
  const at = Date.now()
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const method = request.method ?? 'GET'
  const target = request.url ?? '/'
  const [path = '/', query = ''] = splitOnce(target, '?')
  const record: RecordedRequest = {
    server: options.nameOf(path),
    method,
    path: target,
    headers: redactHeaders(request.headers),
    body: readable(body, request.headers['content-type']),
    bytes: body,
    identity: undefined,
    status: undefined,
    at,
    milliseconds: undefined,
  }
  options.requests.push(record)
  const parsed = new URLSearchParams(query)
  return { method, path, query: parsed, headers: request.headers, rawHeaders: request.rawHeaders, body, record }
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function readable(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined
  if (contentType?.startsWith('application/x-git') === true) return `(${body.length} bytes)`
  const text = body.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Carries a fault out. Undefined: no answer is sent any more. */
async function strike(
  fault: Fault,
  options: ServerOptions,
  exchange: Exchange,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const apply = (): Promise<Answer> => options.handle(exchange)
  const cut = (): undefined => {
    const begun = exchange.record.server === 'git' && !('silently' in fault && fault.silently === true)
    response.socket?.end(begun ? 'HTTP/1.1 200 OK\r\n' : '', () => response.socket?.destroy())
  }
  switch (fault.kind) {
    case 'delay':
      await pause(fault.ms)
      return apply()
    case 'drop-before':
      return cut()
    case 'apply-then-drop':
      await apply()
      return cut()
    case 'drop-then-apply':
      setTimeout(() => void apply().catch(() => undefined), fault.ms).unref()
      return cut()
    case 'apply-then-hang':
      await apply()
      return undefined
    case 'hang':
      return undefined
    case 'reset-mid-response':
      return resetMidway(response, fault.applied === false ? { status: 200, body: {} } : await apply())
    case 'malformed-200':
      return malformed(fault.applied === false ? { status: 200, body: {} } : await apply())
    default:
      if ('applied' in fault && fault.applied === true) await apply()
      return faultAnswer(exchange.record.server, fault)
  }
}

function bytesOf(answer: Answer): Buffer {
  if (answer.body === undefined) return Buffer.alloc(0)
  if (Buffer.isBuffer(answer.body)) return answer.body
  return Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
}

async function resetMidway(response: ServerResponse, answer: Answer): Promise<undefined> {
  const bytes = bytesOf(answer)
  response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': bytes.length + 64 })
  await new Promise<void>((resolve) => response.write(bytes.subarray(0, bytes.length / 2), () => resolve()))
  await pause(5)
  response.socket?.resetAndDestroy()
  return undefined
}

function malformed(answer: Answer): Answer {
  const text = bytesOf(answer).toString('utf8')
  const cut = text.length > 8 ? text.slice(0, Math.floor(text.length / 2)) : '{"id": 1, "html'
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: cut }
}

function send(response: ServerResponse, answer: Answer): void {
  const bytes = bytesOf(answer)
  const raw = Buffer.isBuffer(answer.body) || typeof answer.body === 'string'
  const type = raw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  const bodiless = answer.status === 204 || answer.status === 304
  response.writeHead(answer.status, {
    ...(bodiless ? {} : { 'content-length': bytes.length }),
    ...(bytes.length > 0 ? { 'content-type': type } : {}),
    ...answer.headers,
  })
  response.end(bodiless ? undefined : bytes)
}

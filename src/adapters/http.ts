/**
 * The one place that speaks HTTP. It knows timeouts, redirects, sizes, forbidden addresses and what a broken connection
 * means for an effect; it knows nothing of Jira or GitHub.
 */
import { lookup as systemLookup } from 'node:dns'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import nodeFetch, { AbortError, FetchError, type Headers, type RequestInit, type Response } from 'node-fetch'
import { Failure, fail } from '../core/errors.ts'
import { assertHeld } from '../core/holding.ts'
import { type AddressPolicy, addressNotAllowed, checkHost, guardedLookup } from './addresses.ts'

export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** A POST that changes nothing (a search): allowed in a dry run, ended at once by a cancel. */
  readonly reads?: boolean
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

export interface HttpOptions {
  readonly policy: AddressPolicy
  /** Milliseconds for one request with its answer. */
  readonly timeout: number
  /** Refuses everything but reads. */
  readonly dryRun: boolean
  /** A cancel: reads end at once, a write that is under way gets `grace` to end. */
  readonly signal: AbortSignal
  /** The proxy variables to honour (`HTTPS_PROXY`, …), when Node's own NODE_USE_ENV_PROXY is on. */
  readonly proxyEnvironment?: Readonly<Record<string, string>>
}

export interface Http {
  send(request: HttpRequest): Promise<HttpAnswer>
  /** The same as the `fetch` that Octokit takes. */
  readonly fetch: (url: string, init: RequestInit & { method?: string }) => Promise<Response>
  close(): void
}

const answerLimit = 10 * 1024 * 1024
const grace = 5_000
const redirects = 3

/** The way out for one batch; connections are kept and shared. */
export function createHttp(options: HttpOptions): Http {
  const agents = createAgents(options)
  const agent = (url: URL) => (url.protocol === 'http:' ? agents.http : agents.https)
  const fetch: Http['fetch'] = (url, init) => guarded(options, url, { ...init, agent } as RequestInit)
  return {
    fetch,
    async send(request) {
      const { method, headers, body, reads } = request
      // A client may have waited for its turn since its caller looked.
      if (!isRead(method, reads)) assertHeld()
      const init = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) }
      const response = await guarded(options, request.url, { ...init, agent } as RequestInit, reads)
      const text = await readText(response, request, options)
      return { status: response.status, headers: response.headers, text }
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

function createAgents({ policy, proxyEnvironment }: HttpOptions) {
  const guard = guardedLookup(policy)
  // A proxy's own address is the operator's choice; what it leads to, it resolves itself. NO_PROXY hosts are ours again.
  const proxies = new Set(Object.values(proxyEnvironment ?? {}).flatMap(proxyHost))
  const lookup: LookupFunction = (hostname, options, callback) =>
    proxies.has(hostname) ? systemLookup(hostname, options, callback as never) : guard(hostname, options, callback)
  const way = proxyEnvironment ? { proxyEnv: proxyEnvironment } : {}
  const shared = { keepAlive: true, maxSockets: 16, lookup, ...way } as ConstructorParameters<typeof HttpsAgent>[0]
  return { http: new HttpAgent(shared), https: new HttpsAgent(shared) }
}

const proxyHost = (url: string) => (URL.canParse(url) ? [new URL(url).hostname] : [])

const isRead = (method: string | undefined, reads: boolean | undefined) =>
  reads === true || method === undefined || method === 'GET' || method === 'HEAD'

/** One request, and for reads a few redirects as long as they stay on the same origin. */
async function guarded(options: HttpOptions, url: string, init: RequestInit, reads?: boolean): Promise<Response> {
  let target = new URL(url)
  for (let hop = 0; ; hop++) {
    checkHost(target.hostname, options.policy)
    const response = await sendOnce(options, target, init, isRead(init.method, reads))
    const location: string | null =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (location === null || response.status === 304) return response
    const next = URL.canParse(location, target.href) ? new URL(location, target.href) : undefined
    const stays = next?.origin === target.origin && isRead(init.method, reads) && hop < redirects
    if (!next || !stays) throw redirected(target, next)
    response.body?.resume?.call(response.body)
    target = next
  }
}

async function sendOnce(options: HttpOptions, url: URL, init: RequestInit, reads: boolean): Promise<Response> {
  if (options.dryRun && !reads) throw writeInDryRun(init.method ?? '', url)
  const timeout = AbortSignal.timeout(options.timeout)
  const cancel = withGrace(options.signal, reads ? 0 : grace)
  try {
    // node-fetch follows nothing by itself: a redirect must never carry a credential to another host.
    return await nodeFetch(url.href, {
      ...init,
      redirect: 'manual',
      size: answerLimit,
      signal: AbortSignal.any([timeout, cancel.signal]) as NonNullable<RequestInit['signal']>,
    })
  } catch (error) {
    throw connectionFailure(error, url, { timedOut: timeout.aborted, cancelled: cancel.signal.aborted, reads, options })
  } finally {
    cancel.release()
  }
}

/** A signal that follows another after `ms`: a write that is on its way is given time to be answered. */
function withGrace(signal: AbortSignal, ms: number): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const start = () => {
    timer = setTimeout(() => controller.abort(), ms)
  }
  if (signal.aborted) start()
  else signal.addEventListener('abort', start, { once: true })
  return {
    signal: controller.signal,
    release() {
      signal.removeEventListener('abort', start)
      clearTimeout(timer)
    },
  }
}

async function readText(response: Response, { method, url }: HttpRequest, options: HttpOptions): Promise<string> {
  try {
    return await response.text()
  } catch (error) {
    const state = { timedOut: false, cancelled: false, reads: isRead(method, false), options }
    throw connectionFailure(error, new URL(url), state)
  }
}

interface Circumstances {
  readonly timedOut: boolean
  readonly cancelled: boolean
  readonly reads: boolean
  readonly options: HttpOptions
}

/** Errors after which it is certain that the request never reached the server. */
const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** What a foreign network error means. Its own text is not repeated: it can hold the URL and headers. */
export function connectionFailure(error: unknown, url: URL, { timedOut, cancelled, reads, options }: Circumstances) {
  if (error instanceof Failure) return error
  const nested = Error.isError(error) && error.cause instanceof Failure ? error.cause : undefined
  if (nested) return nested
  const host = url.host
  if (cancelled && reads) {
    return fail('interrupted', 'The run was cancelled while it was reading.', 'Run the same batch again.', { host })
  }
  if (timedOut) {
    return fail(
      'timed-out',
      `${host} did not answer within ${options.timeout / 1000} s.`,
      'Look at the state of that server; the same batch can be run again safely.',
      { host },
    )
  }
  const code = error instanceof FetchError ? (error.code ?? error.type) : error instanceof AbortError ? 'ABORTED' : ''
  // What the guarded look-up threw: node-fetch hands on its code only.
  if (code === 'address-not-allowed') return addressNotAllowed(url.hostname)
  // The same codes from a connection that stood (`read`, `write`) come after the request may have gone out.
  const stood =
    error instanceof FetchError && 'erroredSysCall' in error && /^(read|write)$/.test(String(error.erroredSysCall))
  if (neverArrived.has(code) && !stood) {
    return fail(
      'connection-refused',
      `${host} cannot be reached (${code}).`,
      'Check the host name, the network of the runner, and a proxy that may be needed (NODE_USE_ENV_PROXY, HTTPS_PROXY).',
      { host, reason: code },
    )
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) {
    return fail(
      'connection-refused',
      `The certificate of ${host} is not trusted (${code}).`,
      'Name the CA that signed it in NODE_EXTRA_CA_CERTS.',
      { host, reason: code },
    )
  }
  return fail(
    'connection-lost',
    `The connection to ${host} broke before the answer was complete.`,
    'The same batch can be run again safely: it first looks whether the effect is there.',
    { host, reason: code || 'unknown' },
    error,
  )
}

function redirected(from: URL, to: URL | undefined) {
  return fail(
    'redirected',
    `${from.host} redirects to ${to?.host ?? 'an address that is none'}, and credentials are not sent elsewhere.`,
    'Use the address that it redirects to in the request, if that server is yours.',
    { from: from.host, to: to?.host ?? null },
  )
}

function writeInDryRun(method: string, url: URL) {
  return fail(
    'write-in-dry-run',
    `A dry run was about to send ${method} ${url.pathname}, and was stopped.`,
    'This is a fault of create-issues-and-prs: please report it. Nothing was changed.',
    { method, host: url.host },
  )
}

/** What is wrong with a request's head, said before any route sees it: a proxy in front may have read it in another way. */
import type { IncomingMessage } from 'node:http'
import { type Problem, problem } from './problem.ts'

/** Members of a head that must stand there once. */
const single = new Set([
  ...['authorization', 'host', 'content-length', 'transfer-encoding', 'content-type', 'content-encoding'],
  ...['idempotency-key', 'expect', 'last-event-id'],
])
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE'])

/** The paths that are served need no more: an encoded, doubled or dotted one could pass a proxy's rule and still be served. */
const plainPath = /^(?:\/[A-Za-z0-9_.~-]*)+$/
const dots = /\/\.{1,2}(?:\/|$)|\/\//
const plainHost = /^(?:[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/

/** Why a request is refused by its head alone; undefined when it is not. */
export function headFault({ rawHeaders, method = '', url = '', headers, httpVersion }: IncomingMessage) {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  const twice = names.find((name, index) => single.has(name) && names.indexOf(name) !== index)
  if (twice) return badRequest(`The header ${twice} stands there twice.`)
  const { host, 'transfer-encoding': coding, 'content-length': length } = headers
  if (coding !== undefined && (length !== undefined || httpVersion !== '1.1' || coding.toLowerCase() !== 'chunked')) {
    return badRequest('The length of the body can be read in two ways.')
  }
  if (host === undefined ? httpVersion !== '1.0' : !plainHost.test(host)) return badRequest('The header host is none.')
  if (!methods.has(method)) return methodFault
  if (bodiless.has(method) && (coding !== undefined || Number(length ?? 0) > 0)) {
    return badRequest('A request of this method has no body here.')
  }
  return pathFault(url)
}

function pathFault(url: string): Problem | undefined {
  if (!url.startsWith('/')) return badRequest('The address is no path.')
  const path = url.split('?', 1)[0] as string
  const isPlain = plainPath.test(path) && !dots.test(path) && !url.includes('#')
  return isPlain ? undefined : badRequest('The path is not in its plain form.')
}

const methodFault = problem(405, 'method-not-allowed', 'This method is not served.', 'Use GET or POST.')

export function badRequest(detail: string): Problem {
  return problem(400, 'http-invalid', detail, 'Send one well-formed HTTP/1.1 request.')
}

/** Errors as RFC 9457 problem details, which also carry the `error` and `detail` of the Python service. No value is echoed. */
import { STATUS_CODES } from 'node:http'
import { type Failure, kinds } from '../../core/errors.ts'
import { type Fault, faultsOf } from '../../request/faults.ts'

/** Answers are nobody else's business, and nothing of them is to be sniffed, framed or kept. */
export const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly hint: string
  /** The title again, under the name that the Python service had for it. */
  readonly error: string
  readonly faults?: readonly Omit<Fault, 'kind'>[]
}

/** A problem of this server's own: `code` is a word of the contract. */
export function problem(status: number, code: string, detail: string, hint: string): Problem {
  const title = STATUS_CODES[status] ?? 'Error'
  return { type: `urn:create-issues-and-prs:problem:${code}`, title, status, detail, code, hint, error: title }
}

/** A failure as the caller may see it: facts stay in the log, since one may be a path of this machine. */
export function problemOf(failure: Failure): Problem {
  const { code, message, hint } = failure
  const faults = faultsOf(failure).map(({ pointer, expected, hint: advice }) => ({ pointer, expected, hint: advice }))
  return { ...problem(kinds[code].status, code, message, hint), ...(faults.length > 0 ? { faults } : {}) }
}

/** The problem as an answer. A refused token says which scheme is wanted, and nothing else. */
export function problemResponse(told: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(told), {
    status: told.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(told.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...headers,
    },
  })
}

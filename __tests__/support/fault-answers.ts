/** The answers of faults, in each vendor's own words. */
import type { Fault, WaitHint } from './faults.ts'
import type { ServerName } from './request-log.ts'
import type { Answer } from './server.ts'

const RATE_LIMIT_PAGE = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api'
const SECONDARY_PAGE =
  'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits'

/** The answer that a fault gives in place of the server's own; undefined for the kinds that only change the timing. */
export function faultAnswer(server: ServerName, fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'status':
      return { status: fault.status, headers: { ...fault.headers }, body: fault.body }
    case 'rate-limited':
      return server === 'jira' ? jiraLimit(fault.wait, fault.reason) : primaryLimit(fault.wait, fault.status ?? 403)
    case 'secondary-limit':
      return secondaryLimit(fault.wait, fault.status ?? 403)
    case 'submitted-too-quickly':
      return { status: 422, body: TOO_QUICKLY }
    case 'html-error':
      return { status: fault.status ?? 502, headers: HTML, body: page(fault.status ?? 502) }
    case 'redirect':
      return { status: fault.status ?? 302, headers: { location: fault.to }, body: undefined }
    default:
      return undefined
  }
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

const TOO_QUICKLY = {
  message: 'Validation Failed',
  errors: [{ resource: 'Issue', code: 'custom', field: 'base', message: 'was submitted too quickly' }],
  documentation_url: 'https://docs.github.com/rest',
  status: '422',
}

function page(status: number): string {
  return `<!DOCTYPE html>\n<html><head><title>${status} Bad Gateway</title></head>\n<body><h1>${status}</h1></body></html>\n`
}

function waitHeaders(wait: WaitHint | undefined, otherwise: WaitHint['as']): Record<string, string> {
  const until = new Date(Date.now() + (wait?.seconds ?? 1) * 1000)
  switch (wait?.as ?? otherwise) {
    case 'seconds':
      return { 'retry-after': String(wait?.seconds ?? 1) }
    case 'http-date':
      return { 'retry-after': until.toUTCString() }
    case 'epoch':
      return { 'x-ratelimit-reset': String(Math.ceil(until.getTime() / 1000)) }
    case 'iso':
      return { 'x-ratelimit-reset': until.toISOString() }
    default:
      return {}
  }
}

function primaryLimit(wait: WaitHint | undefined, status: number): Answer {
  const headers = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-used': '5000' }
  const message =
    'API rate limit exceeded for user ID 1. If you reach out to GitHub Support for help, please include the request ID.'
  return {
    status,
    headers: { ...headers, ...waitHeaders(wait, 'epoch') },
    body: { message, documentation_url: RATE_LIMIT_PAGE, status: String(status) },
  }
}

function secondaryLimit(wait: WaitHint | undefined, status: number): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return {
    status,
    headers: waitHeaders(wait, wait === undefined ? 'none' : 'seconds'),
    body: { message, documentation_url: SECONDARY_PAGE, status: String(status) },
  }
}

function jiraLimit(wait: WaitHint | undefined, reason = 'jira-burst-based'): Answer {
  const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'ratelimit-reason': reason }
  return {
    status: 429,
    headers: { ...headers, ...waitHeaders(wait, 'seconds') },
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
  }
}

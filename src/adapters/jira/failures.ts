/** Jira's answers that are no success, in words that say what to do. */
import { type Failure, fail } from '../../core/errors.ts'
import type { HttpAnswer } from '../http.ts'
import { waitAskedFor } from '../retry-after.ts'

/** What was asked, for the message: `create the issue in SEC`. */
export interface Attempt {
  readonly host: string
  readonly doing: string
  readonly now: number
  /** True when Basic auth is used, as on Jira Cloud. */
  readonly basic: boolean
}

/** Characters of Jira's words that are shown. */
const longestWords = 1000

/** Jira's own words, field by field. Empty for a page of HTML. */
export function jiraWords(text: string): { readonly messages: string[]; readonly fields: Record<string, string> } {
  try {
    const body = JSON.parse(text) as { errorMessages?: unknown; errors?: unknown; message?: unknown }
    const messages = Array.isArray(body.errorMessages) ? body.errorMessages.map(String) : []
    if (typeof body.message === 'string') messages.push(body.message)
    const fields = typeof body.errors === 'object' && body.errors !== null ? Object.entries(body.errors) : []
    return { messages, fields: Object.fromEntries(fields.map(([field, words]) => [field, String(words)])) }
  } catch {
    return { messages: [], fields: {} }
  }
}

/** The failure that an unsuccessful answer means. */
export function jiraFailure(answer: HttpAnswer, attempt: Attempt): Failure {
  const { status } = answer
  const { messages, fields } = jiraWords(answer.text)
  const all = [...Object.entries(fields).map(([field, words]) => `${field}: ${words}`), ...messages].join(' ')
  const said = all.length > longestWords ? `${all.slice(0, longestWords)}…` : all
  const facts = { host: attempt.host, status, ...(said ? { jira: said } : {}) }
  const to = `Jira did not ${attempt.doing}`
  if (answer.headers.get('x-authentication-denied-reason')?.includes('CAPTCHA')) return captcha(attempt.host, facts)
  if (status === 401) return unauthenticated(to, facts, attempt)
  if (status === 403) {
    return fail(
      'jira-permission',
      `${to}: the user of this token may not.`,
      'Give that user the permission in the Jira project (browse, create issues, add comments, link issues).',
      facts,
    )
  }
  if (status === 404) {
    return fail('jira-not-found', `${to}: it is not there, or this token may not see it.`, notFoundHint(attempt), facts)
  }
  if (status === 429) return limited(answer, attempt, facts)
  // 408: it gave up on the request, and may have begun on it.
  if (status >= 500 || status === 408) {
    return fail(
      'jira-unavailable',
      `${to}: ${attempt.host} answered ${status}.`,
      'Look at the state of Jira; the same batch can be run again safely.',
      facts,
      undefined,
      retryAt(answer, attempt),
    )
  }
  return fail('jira-refused', said ? `${to}. ${said}` : `${to} (status ${status}).`, fieldHint(fields, messages), facts)
}

function captcha(host: string, facts: Failure['facts']): Failure {
  return fail(
    'jira-authentication',
    `${host} wants a CAPTCHA to be solved for this user first.`,
    'Log in to Jira once in a browser as that user, or use a personal access token.',
    facts,
  )
}

function unauthenticated(to: string, facts: Failure['facts'], { basic }: Attempt): Failure {
  const hint = basic
    ? 'Check jira-email and the API token (it may have expired). A scoped token works only with https://api.atlassian.com/ex/jira/<cloudId> as server_url.'
    : 'Check the personal access token. Jira Cloud wants an API token together with an email.'
  return fail('jira-authentication', `${to}: the credentials were not accepted.`, hint, facts)
}

function notFoundHint({ basic }: Attempt): string {
  return basic
    ? 'Check the project key, and the token: Jira Cloud answers "not found" to credentials that it does not accept.'
    : 'Check server_url (with its context path) and the project key, and that the user of the token may browse the project.'
}

function limited(answer: HttpAnswer, attempt: Attempt, facts: Failure['facts']): Failure {
  const reason = answer.headers.get('ratelimit-reason')
  const all = { ...facts, ...(reason ? { reason } : {}) }
  const at = retryAt(answer, attempt)
  const when = at === undefined ? '' : ` until ${new Date(at).toISOString()}`
  return fail(
    'jira-rate-limited',
    `Jira asks to be left alone${when}.`,
    'Run the same batch again then; what is done is kept.',
    all,
    undefined,
    at,
  )
}

function retryAt(answer: HttpAnswer, { now }: Attempt): number | undefined {
  const wait = waitAskedFor(answer.headers, now)
  return wait === undefined ? undefined : now + wait
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/must be an Atlassian Document/i, 'Send that field as an ADF object, or use api_version "2" and plain text.'],
  [/must be a string/i, 'Send that field as plain text, or use api_version "3" for ADF.'],
  [/not on the appropriate screen/i, 'Remove the field from `fields`, or put it on the create screen of the project.'],
  [/too long/i, 'Shorten that text.'],
  [/is required/i, 'Add the field to `fields` as the project demands it.'],
  [/issue ?type/i, 'Use an issue type of that project, by name or id.'],
]

function fieldHint(fields: Record<string, string>, messages: readonly string[]): string {
  const words = [...Object.entries(fields).map(([field, text]) => `${field} ${text}`), ...messages].join('\n')
  return (
    hints.find(([pattern]) => pattern.test(words))?.[1] ?? 'Correct `fields` as Jira says and send the batch again.'
  )
}

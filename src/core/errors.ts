/**
 * One class for every failure, made by `fail`, so that a hint cannot be left out. A "no" (a refused edit, nothing to do)
 * is a value and never comes through here.
 */
import type { Fact } from './batch.ts'

/**
 * What may be done after a failure of this kind. `safe`: the effect certainly did not happen, doing it again is safe.
 * `ambiguous`: it may have happened, look before doing it again. `never`: doing it again cannot help.
 */
export type Retry = 'safe' | 'ambiguous' | 'never'

interface Kind {
  /** The HTTP status a face answers with when the whole request fails this way. */
  readonly status: number
  /** The command line's exit code: 1 an item failed, 2 usage or configuration. */
  readonly exit: 1 | 2
  readonly retry: Retry
}

const kind = (status: number, exit: 1 | 2, retry: Retry = 'never'): Kind => ({ status, exit, retry })

/** Every code there is. Codes are part of the contract: they stand in responses and logs. */
export const kinds = {
  // The door: nothing was contacted.
  'request-invalid': kind(400, 2),
  'request-refused': kind(422, 2),
  'request-too-large': kind(413, 2),
  'request-missing': kind(400, 2),
  'request-unsupported': kind(415, 2),
  'token-refused': kind(401, 2),
  'configuration-invalid': kind(500, 2),
  usage: kind(400, 2),
  'idempotency-mismatch': kind(422, 2),
  'queue-full': kind(429, 1, 'safe'),
  'host-not-allowed': kind(400, 2),
  // Reading.
  'repository-not-found': kind(404, 1),
  'base-branch-not-found': kind(404, 1),
  'repository-empty': kind(409, 1),
  'file-not-found': kind(404, 1),
  'file-not-regular': kind(422, 1),
  'file-too-large': kind(422, 1),
  'not-a-manifest': kind(422, 1),
  'edit-refused': kind(422, 1),
  'git-failed': kind(502, 1),
  'git-authentication': kind(401, 1),
  'git-missing': kind(500, 2),
  // Far sides.
  'github-authentication': kind(401, 1),
  'github-permission': kind(403, 1),
  'github-not-found': kind(404, 1),
  'github-refused': kind(422, 1),
  'github-rate-limited': kind(429, 1, 'safe'),
  'github-hour-limit': kind(429, 1, 'safe'),
  'github-unavailable': kind(502, 1, 'ambiguous'),
  'actions-may-not-open-pull-requests': kind(403, 1),
  'pull-request-closed': kind(409, 1),
  'branch-foreign': kind(409, 1),
  'branch-protected': kind(422, 1),
  'push-rejected': kind(422, 1),
  'jira-authentication': kind(401, 1),
  'jira-permission': kind(403, 1),
  'jira-not-found': kind(404, 1),
  'jira-refused': kind(422, 1),
  'jira-rate-limited': kind(429, 1, 'safe'),
  'jira-unavailable': kind(502, 1, 'ambiguous'),
  'timed-out': kind(504, 1, 'ambiguous'),
  'connection-refused': kind(502, 1, 'safe'),
  'connection-lost': kind(502, 1, 'ambiguous'),
  'answer-malformed': kind(502, 1, 'ambiguous'),
  redirected: kind(502, 1),
  'address-not-allowed': kind(422, 1),
  // Once.
  'in-doubt': kind(409, 1, 'ambiguous'),
  'journal-unavailable': kind(503, 2),
  'already-running': kind(409, 1, 'safe'),
  interrupted: kind(503, 1, 'safe'),
  'write-in-dry-run': kind(500, 1),
  internal: kind(500, 1, 'ambiguous'),
} as const satisfies Record<string, Kind>

export type FailureCode = keyof typeof kinds
export type Facts = Readonly<Record<string, Fact>>

/** The one error class. `message` says what happened, `facts` with what, `hint` what to do next. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly hint: string
  readonly facts: Facts
  /** When a safe retry is expected to succeed, epoch milliseconds, where the far side said so. */
  readonly retryAt: number | undefined

  constructor(code: FailureCode, message: string, hint: string, facts: Facts, cause?: unknown, retryAt?: number) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'Failure'
    this.code = code
    this.hint = hint
    this.facts = facts
    this.retryAt = retryAt
  }

  get retry(): Retry {
    return kinds[this.code].retry
  }
}

/** Makes a Failure. `cause` is kept for debugging only and is never printed: foreign errors can hold secrets. */
export function fail(
  code: FailureCode,
  message: string,
  hint: string,
  facts: Facts = {},
  cause?: unknown,
  retryAt?: number,
): Failure {
  return new Failure(code, message, hint, facts, cause, retryAt)
}

/** Any thrown value as a Failure. A foreign error's own text is not repeated: it may hold a credential. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  const name = Error.isError(error) ? error.name : typeof error
  return fail(
    'internal',
    `Something went wrong inside create-issues-and-prs (${name}).`,
    'Run it again with LOG_LEVEL=debug and report the log line that names this error.',
    { error: name },
    error,
  )
}

/** `message (fact: value, …) hint` on one line, as every face shows it. Facts that the message names are not repeated. */
export function describe({ message, facts, hint }: { message: string; hint: string; facts: Facts }): string {
  const told = Object.entries(facts)
    .filter(([, value]) => value !== null && !message.includes(String(value)))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
  const between = message.includes('\n') ? '\n' : ' '
  return `${message}${told ? ` (${told})` : ''}${between}${hint}`
}

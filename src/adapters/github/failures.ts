/** GitHub's answers that are no success, in words that say what to do (the bodies are those of docs/limits.md). */
import { RequestError } from '@octokit/request-error'
import { Failure, fail } from '../../core/errors.ts'
import { waitAskedFor } from '../retry-after.ts'

interface ErrorBody {
  readonly message?: unknown
  readonly errors?: unknown
}

/** What was asked, for the message: `open the pull request`. */
export interface Attempt {
  readonly doing: string
  readonly repository: string
  readonly now: number
}

/** GitHub's own words: the message and those of `errors`, which is usually but not always a list of objects. */
export function githubWords(data: unknown): string {
  if (typeof data !== 'object' || data === null) return ''
  const { message, errors } = data as ErrorBody
  const list = Array.isArray(errors) ? errors.slice(0, 20) : errors === undefined ? [] : [errors]
  const details = list.map((error) => {
    if (typeof error !== 'object' || error === null) return error
    const { message: words, field, code } = error as { message?: unknown; field?: unknown; code?: unknown }
    return words || [field, code].filter((part) => typeof part === 'string' && part !== '').join(' is ')
  })
  return [message, ...details]
    .filter((words) => typeof words === 'string' && words !== '')
    .join(': ')
    .slice(0, 1000)
}

/** The Failure that anything thrown by an Octokit call means. */
export function githubFailure(error: unknown, attempt: Attempt): Failure {
  if (error instanceof Failure) return error
  if (!(error instanceof RequestError)) return unread(error, attempt)
  if (error.cause instanceof Failure) return error.cause
  if (!error.response) return lost(error, attempt)
  const words = githubWords(error.response.data)
  const facts = { repository: attempt.repository, status: error.status, ...(words ? { github: words } : {}) }
  return limitFailure(error, words, attempt, facts) ?? refusal(error.status, words, attempt, facts)
}

/** Octokit looks into answers too, and stumbles over what GitHub never answers. */
function unread(error: unknown, { repository, doing }: Attempt): Failure {
  return fail(
    'answer-malformed',
    `GitHub's answer to the call to ${doing} could not be read.`,
    'Check the API address (github-api-url), and whether a proxy answers in its place; the same batch can be run again safely.',
    { repository },
    error,
  )
}

function lost(error: RequestError, { repository, doing }: Attempt): Failure {
  return fail(
    'connection-lost',
    `The connection to GitHub broke while trying to ${doing}.`,
    'The same batch can be run again safely: it first looks whether the effect is there.',
    { repository },
    error,
  )
}

function limitFailure(
  error: RequestError,
  words: string,
  attempt: Attempt,
  facts: Failure['facts'],
): Failure | undefined {
  if (/was submitted too quickly/i.test(words)) {
    const at = attempt.now + 60 * 60 * 1000
    return fail(
      'github-hour-limit',
      'GitHub takes no more new content from this user for now ("was submitted too quickly").',
      `Run the same batch again after ${new Date(at).toISOString()}: what is done is kept.`,
      facts,
      undefined,
      at,
    )
  }
  const headers = error.response?.headers ?? {}
  const limited = error.status === 429 || /secondary rate limit|rate limit exceeded|abuse/i.test(words)
  const spent = error.status === 403 && String(headers['x-ratelimit-remaining']) === '0'
  if (!limited && !spent) return undefined
  const source = { get: (name: string) => (headers[name] === undefined ? null : String(headers[name])) }
  const at = attempt.now + (waitAskedFor(source, attempt.now) ?? 60_000)
  return fail(
    'github-rate-limited',
    `GitHub asks to be left alone until ${new Date(at).toISOString()}.`,
    'Run the same batch again then: what is done is kept.',
    facts,
    undefined,
    at,
  )
}

interface Case {
  readonly status: number
  readonly words: RegExp
  readonly make: (attempt: Attempt, facts: Failure['facts'], words: string) => Failure
}

const permission = (what: string) => (attempt: Attempt, facts: Failure['facts']) =>
  fail(
    'github-permission',
    `This token may not ${attempt.doing}.`,
    `${what} In a workflow: \`permissions: contents: write, pull-requests: write\`.`,
    facts,
  )

const cases: readonly Case[] = [
  {
    status: 403,
    words: /not permitted to create or approve pull requests/i,
    make: (_, facts) =>
      fail(
        'actions-may-not-open-pull-requests',
        'GitHub Actions may not open pull requests in this repository.',
        'Turn on "Allow GitHub Actions to create and approve pull requests" (organisation, then repository: Settings → Actions → General), or use an App\'s or a personal token as github-token.',
        facts,
      ),
  },
  {
    status: 403,
    words: /Resource not accessible by/i,
    make: permission('Give it "Contents" and "Pull requests": read and write (classic: `repo`).'),
  },
  {
    status: 422,
    words: /No commits between/i,
    make: (_, facts) =>
      fail(
        'github-refused',
        'The branch holds nothing that the base does not have.',
        'The update may have been merged meanwhile: run the batch again to see.',
        facts,
      ),
  },
  {
    status: 422,
    words: /draft pull requests are not supported/i,
    make: (_, facts) =>
      fail(
        'github-refused',
        'This repository has no draft pull requests.',
        'Leave "draft" out of the request (private repositories need a paid plan for drafts).',
        facts,
      ),
  },
  {
    status: 422,
    words: /is too long/i,
    make: (_, facts, words) =>
      fail(
        'github-refused',
        `GitHub refused a text: ${words}.`,
        'Shorten the title to 256 and the body to 65,536 characters.',
        facts,
      ),
  },
  {
    status: 422,
    words: /\b(base|head) is invalid/i,
    make: (_, facts, words) =>
      fail(
        'github-refused',
        `GitHub does not know the ${/base/.test(words) ? 'base' : 'head'} branch.`,
        'Check base_branch; the repository may have changed while the batch ran: run it again.',
        facts,
      ),
  },
]

function refusal(status: number, words: string, attempt: Attempt, facts: Failure['facts']): Failure {
  const known = cases.find((one) => one.status === status && one.words.test(words))
  if (known) return known.make(attempt, facts, words)
  const said = words ? `: ${words}` : ''
  switch (status) {
    case 401:
      return fail(
        'github-authentication',
        'GitHub does not accept this token.',
        'Check github_pat / github-token: it may be expired, revoked, or meant for another host.',
        facts,
      )
    case 403:
      return permission(
        'Give it "Contents" and "Pull requests": read and write (classic: `repo`), and authorise it for SSO where the organisation asks for that.',
      )(attempt, facts)
    case 404:
      return fail(
        'repository-not-found',
        `${attempt.repository} is not there, or this token may not see it.`,
        'Check repo_url, and that the token has access to this repository.',
        facts,
      )
    case 409:
    case 422:
      return fail(
        'github-refused',
        `GitHub did not ${attempt.doing}${said}.`,
        'Correct the request as GitHub says and send the batch again.',
        facts,
      )
    default:
      // 408: it gave up on the request, and may have begun on it.
      return status >= 500 || status === 408
        ? fail(
            'github-unavailable',
            `GitHub answered ${status} when asked to ${attempt.doing}.`,
            'Look at githubstatus.com; the same batch can be run again safely.',
            facts,
          )
        : fail(
            'github-refused',
            `GitHub did not ${attempt.doing} (status ${status})${said}.`,
            'Correct the request as GitHub says and send the batch again.',
            facts,
          )
  }
}

/** GitHub's and Jira's exact answers, each turned into a code and words that say what to do. */
import { describe, expect, test } from '@jest/globals'
import { RequestError } from '@octokit/request-error'
import { Headers } from 'node-fetch'
import { apiBase } from '../../src/adapters/github/client.ts'
import { githubFailure } from '../../src/adapters/github/failures.ts'
import { jiraFailure } from '../../src/adapters/jira/failures.ts'
import { fail } from '../../src/core/errors.ts'

const now = Date.UTC(2026, 10, 23, 12)

describe('GitHub', () => {
  const attempt = { doing: 'open the pull request', repository: 'acme/app', now }
  const failure = (status: number, data: unknown, headers: Record<string, string> = {}) => {
    const request = { method: 'POST' as const, url: 'https://api.github.com/repos/acme/app/pulls', headers: {} }
    const response = { status, url: request.url, headers, data, retryCount: 0 }
    return githubFailure(new RequestError('x', status, { request, response }), attempt)
  }
  const invalid = (...errors: unknown[]) => ({
    message: 'Validation Failed',
    errors,
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  })

  test.each([
    [
      'bad token',
      401,
      { message: 'Bad credentials', status: '401' },
      'github-authentication',
      /github_pat \/ github-token/,
    ],
    ['absent or hidden', 404, { message: 'Not Found', status: '404' }, 'repository-not-found', /repo_url/],
    [
      'Actions setting off',
      403,
      { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
      'actions-may-not-open-pull-requests',
      /Allow GitHub Actions to create and approve pull requests/,
    ],
    [
      'missing permission',
      403,
      { message: 'Resource not accessible by integration' },
      'github-permission',
      /pull-requests: write/,
    ],
    [
      'missing permission of a person',
      403,
      { message: 'Resource not accessible by personal access token' },
      'github-permission',
      /read and write/,
    ],
    [
      'nothing to merge',
      422,
      invalid({ resource: 'PullRequest', code: 'custom', message: 'No commits between main and fix' }),
      'github-refused',
      /merged meanwhile/,
    ],
    [
      'base missing',
      422,
      invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' }),
      'github-refused',
      /base_branch/,
    ],
    [
      'head missing',
      422,
      invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' }),
      'github-refused',
      /run it again/,
    ],
    [
      'title too long',
      422,
      invalid({
        resource: 'Issue',
        field: 'title',
        code: 'custom',
        message: 'title is too long (maximum is 256 characters)',
      }),
      'github-refused',
      /256/,
    ],
    [
      'drafts unsupported',
      422,
      { message: 'Draft pull requests are not supported in this repository.' },
      'github-refused',
      /draft/,
    ],
    [
      'created too fast',
      422,
      invalid({ code: 'custom', message: 'was submitted too quickly' }),
      'github-hour-limit',
      /Run the same batch again after 2026-11-23T13:00/,
    ],
    [
      'errors that are no list',
      422,
      { message: 'Validation Failed', errors: 'nope' },
      'github-refused',
      /as GitHub says/,
    ],
    ['a server error', 502, '<html>', 'github-unavailable', /can be run again safely/],
    ['a request it gave up on', 408, '', 'github-unavailable', /can be run again safely/],
  ])('%s', (_name, status, data, code, hint) => {
    const made = failure(status, data)
    expect(made.code).toBe(code)
    expect(made.hint).toMatch(hint)
  })

  test('limits say until when', () => {
    const secondary = {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    }
    expect(failure(403, secondary, { 'retry-after': '30' })).toMatchObject({
      code: 'github-rate-limited',
      retry: 'safe',
      retryAt: now + 30_000,
    })
    expect(failure(403, secondary, { 'x-ratelimit-remaining': '4000' }).retryAt).toBe(now + 60_000)
    const primary = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 600) }
    expect(failure(403, { message: 'API rate limit exceeded for user ID 1.' }, primary).retryAt).toBe(now + 600_000)
  })

  test('a lost connection is ambiguous; a Failure of the way out is told as it is; foreign words stay out', () => {
    const request = { method: 'POST' as const, url: 'https://api.github.com', headers: {} }
    expect(githubFailure(new RequestError('socket hang up', 500, { request }), attempt).retry).toBe('ambiguous')
    const own = fail('connection-refused', 'x', 'y')
    const wrapped = new RequestError('x', 500, { request })
    wrapped.cause = own
    expect(githubFailure(wrapped, attempt)).toBe(own)
    expect(githubFailure(new Error('Bearer hunter2'), attempt).message).not.toContain('hunter2')
  })

  test.each([
    ['github.com', 'https://api.github.com'],
    ['acme.ghe.com', 'https://api.acme.ghe.com'],
    ['github.example.com', 'https://github.example.com/api/v3'],
    ['github.example.com:8443', 'https://github.example.com:8443/api/v3'],
  ])('the API of %s', (host, api) => {
    expect(apiBase({ host, url: `https://${host}/a/b` })).toBe(api)
    expect(apiBase({ host, url: `https://${host}/a/b` }, 'https://x.example/api/')).toBe('https://x.example/api')
  })
})

describe('Jira', () => {
  const failure = (status: number, body: unknown, headers: Record<string, string> = {}, basic = true) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return jiraFailure(
      { status, text, headers: new Headers(headers) },
      { host: 'acme.atlassian.net', doing: 'create the issue', now, basic },
    )
  }
  const fields = (errors: Record<string, string>) => ({ errorMessages: [], errors })

  test.each([
    [
      'not on the screen',
      400,
      fields({
        customfield_1: "Field 'customfield_1' cannot be set. It is not on the appropriate screen, or unknown.",
      }),
      'jira-refused',
      /customfield_1: Field/,
      /create screen/,
    ],
    [
      'ADF wanted',
      400,
      fields({ description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' }),
      'jira-refused',
      /description: /,
      /api_version "2"/,
    ],
    [
      'text wanted',
      400,
      fields({ description: 'Operation value must be a string' }),
      'jira-refused',
      /description: /,
      /api_version "3"/,
    ],
    [
      'required',
      400,
      fields({ components: 'Component/s is required.' }),
      'jira-refused',
      /components: Component/,
      /Add the field/,
    ],
    [
      'two fields',
      400,
      fields({ issuetype: 'The issue type selected is invalid.', components: 'x' }),
      'jira-refused',
      /issuetype: .* components: x/,
      /issue type/,
    ],
    [
      'too long',
      400,
      fields({ comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' }),
      'jira-refused',
      /comment: /,
      /Shorten/,
    ],
    [
      'not authenticated',
      401,
      { errorMessages: ['You are not authenticated. Authentication required to perform this operation.'] },
      'jira-authentication',
      /not accepted/,
      /jira-email/,
    ],
    ['a page of HTML', 401, '<html><body>Login</body></html>', 'jira-authentication', /not accepted/, /API token/],
    [
      'hidden',
      404,
      { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
      'jira-not-found',
      /not there/,
      /does not accept/,
    ],
    ['forbidden', 403, {}, 'jira-permission', /may not/, /permission/],
    ['a server error', 503, '<html>', 'jira-unavailable', /503/, /safely/],
    ['a request it gave up on', 408, '', 'jira-unavailable', /408/, /safely/],
  ])('%s', (_name, status, body, code, message, hint) => {
    const made = failure(status, body)
    expect(made.code).toBe(code)
    expect(made.message).toMatch(message)
    expect(made.hint).toMatch(hint)
    expect(made.message).not.toContain('<')
  })

  test('a CAPTCHA is named', () => {
    expect(
      failure(403, '<html>', { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=x' }).message,
    ).toMatch(/CAPTCHA/)
  })

  test('limits say until when, in each form, and why', () => {
    expect(failure(429, '', { 'Retry-After': '5', 'RateLimit-Reason': 'jira-burst-based' })).toMatchObject({
      code: 'jira-rate-limited',
      retry: 'safe',
      retryAt: now + 5_000,
      facts: { reason: 'jira-burst-based' },
    })
    expect(failure(429, '', { 'X-RateLimit-Reset': '2026-11-23T12:02:00Z' }).retryAt).toBe(now + 120_000)
    expect(failure(429, '<html>').retryAt).toBeUndefined()
    expect(failure(503, '', { 'Retry-After': '5' }).retryAt).toBe(now + 5_000)
  })
})

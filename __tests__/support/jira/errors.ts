/** Jira's refusals, word for word. */
import type { Answer } from '../server.ts'

/** Thrown by a handler: the answer that ends the request. */
export class JiraRefusal extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

export type FieldErrors = Readonly<Record<string, string>>

export function jiraError(status: number, messages: readonly string[], errors: FieldErrors = {}): JiraRefusal {
  return new JiraRefusal({ status, body: { errorMessages: messages, errors } })
}

export const fieldErrors = (errors: FieldErrors): JiraRefusal => jiraError(400, [], errors)

export const notOnScreen = (field: string): string =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`

export const MUST_BE_ADF = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'
export const MUST_BE_TEXT = 'Operation value must be a string'
export const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.'
export const TEXT_LIMIT = 32_767

export const noSuchIssue = (): JiraRefusal =>
  jiraError(404, ['Issue does not exist or you do not have permission to see it.'])

export const noSuchProject = (key: string): JiraRefusal =>
  jiraError(404, [`No project could be found with key '${key}'.`])

export const notAuthenticated = (): JiraRefusal =>
  jiraError(401, ['You are not authenticated. Authentication required to perform this operation.'])

export const searchRemoved = (): JiraRefusal =>
  jiraError(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is ' +
      'available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ])

/** Data Center answers a wrong token with a page. */
export const loginPage = (): JiraRefusal =>
  new JiraRefusal({
    status: 401,
    headers: { 'content-type': 'text/html;charset=UTF-8', 'www-authenticate': 'OAuth realm="http%3A%2F%2F127.0.0.1"' },
    body: '<!DOCTYPE html>\n<html><head><title>Unauthorized (401)</title></head><body><h1>Unauthorized (401)</h1>\n<p>Basic Authentication Failure - Reason : AUTHENTICATED_FAILED</p></body></html>\n',
  })

/** A person typed the wrong password too often. */
export const captcha = (): JiraRefusal => {
  const page = loginPage().answer
  const reason = 'CAPTCHA_CHALLENGE; login-url=http://127.0.0.1/login.jsp'
  return new JiraRefusal({
    ...page,
    status: 403,
    headers: { ...page.headers, 'x-authentication-denied-reason': reason },
  })
}

/** GitHub's refusals, word for word. */
import type { Answer } from '../server.ts'

const DOCS = 'https://docs.github.com/rest'

export interface FieldError {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** Thrown by a handler: the answer that ends the request. */
export class Refusal extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

export function refusal(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal({ status, headers, body: { message, documentation_url: DOCS, status: String(status) } })
}

export function validationFailed(errors: readonly FieldError[]): Refusal {
  const body = { message: 'Validation Failed', errors, documentation_url: DOCS, status: '422' }
  return new Refusal({ status: 422, body })
}

export const notFound = (): Refusal => refusal(404, 'Not Found')
export const badCredentials = (): Refusal => refusal(401, 'Bad credentials')

const ofPull = { resource: 'PullRequest' } as const

export const pullExists = (owner: string, branch: string): FieldError => ({
  ...ofPull,
  code: 'custom',
  message: `A pull request already exists for ${owner}:${branch}.`,
})

export const noCommits = (base: string, head: string): FieldError => ({
  ...ofPull,
  code: 'custom',
  message: `No commits between ${base} and ${head}`,
})

export const noSharedHistory = (base: string, head: string): FieldError => ({
  ...ofPull,
  code: 'custom',
  message: `The ${head} branch has no history in common with ${base}`,
})

export const invalidField = (field: 'head' | 'base'): FieldError => ({ ...ofPull, field, code: 'invalid' })
export const missingField = (field: string): FieldError => ({ ...ofPull, field, code: 'missing_field' })

export const tooLong = (field: 'title' | 'body', limit: number): FieldError => ({
  resource: 'Issue',
  code: 'custom',
  field,
  message: `${field} is too long (maximum is ${limit} characters)`,
})

export const actionsMayNotOpen = (): Refusal =>
  refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')

export const notCollaborators = (repository: string): Refusal =>
  refusal(
    422,
    'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a ' +
      `collaborator of the ${repository} repository.`,
  )

export const reviewByAuthor = (): Refusal => refusal(422, 'Review cannot be requested from pull request author.')
export const unresolvedTeam = (): Refusal =>
  refusal(422, "Could not resolve to a node with the global id of 'T_kwDOAAAAAc4AAAAB'.")
export const archived = (): Refusal => refusal(403, 'Repository was archived so is read-only.')
export const emptyRepository = (): Refusal => refusal(409, 'Git Repository is empty.')

/** Answers of far sides, read by schemas: what they hold goes into branches, commits, texts and addresses. */
import { z } from 'zod'
import { fail } from '../core/errors.ts'

/** Reads an answer. Throws `answer-malformed`, which names the members that do not fit, and no value. */
export function readAnswer<T extends z.ZodType>(
  schema: T,
  value: unknown,
  { from, doing }: { from: 'GitHub' | 'Jira'; doing: string },
): z.output<T> {
  const outcome = schema.safeParse(value, { reportInput: false })
  if (outcome.success) return outcome.data
  const members = outcome.error.issues.slice(0, 5).map(({ path }) => path.join('.') || 'the whole')
  throw fail(
    'answer-malformed',
    `${from}'s answer to the call to ${doing} is not what ${from} answers.`,
    from === 'GitHub'
      ? 'Check the API address (github-api-url), and whether a proxy answers in its place; the same batch can be run again safely.'
      : 'Check that server_url is the address of Jira itself, not of a login page or proxy; the same batch can be run again safely.',
    { members: members.join(', ') },
  )
}

/** A web address that is no markup anywhere, whoever gave it. */
export const plainAddress = z.string().regex(/^https?:\/\/[\w.:[\]-]{1,255}(\/[\w.~-]{1,255}){1,20}$/)

/** The entries of a list that fit; the others are left out. */
export const fittingOf = <T extends z.ZodType>(entry: T) =>
  z.array(z.unknown()).transform((list) =>
    list.flatMap((one): z.output<T>[] => {
      const outcome = entry.safeParse(one)
      return outcome.success ? [outcome.data] : []
    }),
  )

/** The same of a list that may be absent. */
export const listOf = <T extends z.ZodType>(entry: T) => fittingOf(entry).catch([])

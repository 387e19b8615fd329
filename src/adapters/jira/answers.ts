/** Jira's answers, as much of them as is read. */
import { z } from 'zod'
import { fittingOf } from '../answers.ts'

/** An issue's key goes into branches, commits and addresses. */
const issueKey = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,99}-\d{1,15}$/)
const id = z.union([z.string().regex(/^[\w-]{1,64}$/), z.number()]).transform(String)

export const createdAnswer = z.object({ key: issueKey })

export const issueAnswer = z.object({
  key: issueKey,
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
})

export type IssueAnswer = z.output<typeof issueAnswer>

/** Of a page of many, those that can be read; how many there were counts for the next page. */
export const issuesAnswer = fittingOf(issueAnswer)
export const cloudPageAnswer = z.object({
  issues: z.array(z.unknown()),
  nextPageToken: z.string().optional().catch(undefined),
})
export const pageAnswer = z.object({ issues: z.array(z.unknown()), total: z.number() })

export const commentsAnswer = z.object({ comments: z.array(z.unknown()), total: z.number() })
export const commentsOf = fittingOf(z.object({ id, body: z.unknown() }))

export const commentAnswer = z.object({ id })
export const linksAnswer = fittingOf(z.object({ id, globalId: z.string() }))
export const linkAnswer = z.object({ id: id.optional().catch(undefined) })

export const userAnswer = z.object({
  displayName: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  accountId: z.string().optional().catch(undefined),
})

export const permissionsAnswer = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean().optional().catch(undefined) }).catch({})),
})

/** GitHub's answers, as much of them as is read. */
import { z } from 'zod'
import { fittingOf, listOf, plainAddress } from '../answers.ts'

/** Without one, or with one that is no time, long ago: nothing is waited for because of it. */
const moment = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .catch('1970-01-01T00:00:00Z')
const named = z.object({ login: z.string() })

export const repositoryAnswer = z.object({
  full_name: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  html_url: plainAddress,
  default_branch: z.string().min(1).max(255),
  archived: z.boolean().default(false),
  private: z.boolean().default(true),
  permissions: z.object({ push: z.boolean().optional() }).optional().catch(undefined),
})

export const pullAnswer = z.object({
  number: z.int().positive(),
  html_url: plainAddress,
  state: z.string(),
  merged_at: z.string().nullish(),
  title: z.string(),
  created_at: moment,
  head: z.object({ sha: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/), ref: z.string() }),
  user: z.object({ login: z.string().optional() }).nullish(),
})

export type PullAnswer = z.output<typeof pullAnswer>

export const pullsAnswer = z.array(pullAnswer)

const reviewers = {
  requested_reviewers: listOf(named),
  requested_teams: listOf(z.object({ slug: z.string() })),
}

export const reviewersAnswer = z.object(reviewers)
export const assigneesAnswer = z.object({ assignees: listOf(named) })
export const labelsAnswer = fittingOf(z.object({ name: z.string() }))

export const metadataAnswer = z.object({
  ...reviewers,
  created_at: moment,
  updated_at: moment,
  labels: listOf(z.object({ name: z.string() })),
  assignees: listOf(named),
})

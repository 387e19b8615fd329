/** What the server answers, as schemas: the OpenAPI document is made of them, and the types are held to the program's own. */
import { z } from 'zod'
import type { WireResponse, WireResult } from '../../batch/response.ts'

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()])
const url = z.string().nullable()

export const warningSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() })

const steps = ['issue', 'branch', 'pull-request', 'metadata', 'comment', 'link', 'explanation'] as const
const phases = ['read', 'plan', ...steps] as const
const statuses = ['created', 'existing', 'unchanged', 'partial', 'failed', 'planned'] as const

export const resultSchema = z.object({
  index: z.int().describe('Position in the request, from 0.'),
  package_name: z.string(),
  current_version: z.string(),
  safe_version: z.string(),
  severity: z.string().nullable(),
  status: z.enum(statuses),
  jira_ticket: z.string().nullable(),
  jira_url: url,
  pull_request_url: url,
  pull_request_number: z.int().nullable(),
  fix_branch: z.string().nullable(),
  commit: z.string().nullable(),
  edits: z.array(
    z.object({
      path: z.string(),
      line: z.int(),
      before: z.string(),
      after: z.string(),
      via: z.string().describe('The section, property or variable that it was raised in.'),
    }),
  ),
  warnings: z.array(warningSchema),
  error: z
    .object({
      code: z.string(),
      step: z.string().describe(`One of ${phases.join(', ')}.`),
      message: z.string(),
      hint: z.string().describe('What to do.'),
      facts: z.record(z.string(), fact),
    })
    .nullable(),
  diffs: z
    .array(z.object({ path: z.string(), diff: z.string() }))
    .optional()
    .describe('Dry run only.'),
  planned_calls: z
    .array(z.object({ step: z.enum(steps), call: z.string(), body: z.unknown().optional() }))
    .optional()
    .describe('Dry run only: what would be sent, in order.'),
})

export const responseSchema = z.object({
  status: z.enum(['completed', 'interrupted']),
  batch_id: z.string(),
  dry_run: z.boolean(),
  total_issues_created: z.int().describe('Made by this run; what was there already is not counted.'),
  total_prs_created: z.int(),
  total_comments_created: z.int(),
  failed_count: z.int(),
  results: z.array(resultSchema),
  warnings: z.array(warningSchema),
  resume_at: z.string().optional().describe('When a limit of GitHub passes and the rest is done. ISO 8601.'),
})

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    hint: z.string(),
    error: z.string().describe('The title, under its older name.'),
    faults: z
      .array(z.object({ pointer: z.string().describe('JSON Pointer.'), expected: z.string(), hint: z.string() }))
      .optional(),
  })
  .describe('Problem details (RFC 9457). Values of the request are never repeated.')

const states = ['waiting', 'running', 'completed', 'lost'] as const
const instant = z.string().describe('ISO 8601, +05:30.')

export const summarySchema = z.object({
  batch_id: z.string(),
  status: z.enum(states),
  dry_run: z.boolean(),
  accepted_at: instant,
  ended_at: instant.nullable(),
  items: z.int(),
  done: z.int().describe('Items that came to their end.'),
  failed_count: z.int().nullable(),
  packages: z.array(z.string()).describe('The first three.'),
})

export const progressSchema = z.object({
  index: z.int(),
  package_name: z.string(),
  current_version: z.string(),
  safe_version: z.string(),
  severity: z.string().nullable(),
  phase: z
    .enum([...phases, 'done'])
    .nullable()
    .describe('Null: not begun.'),
  result: resultSchema.nullable(),
})

export const batchSchema = z.object({
  batch_id: z.string(),
  status: z.enum(states),
  dry_run: z.boolean(),
  accepted_at: instant,
  ended_at: instant.nullable(),
  not_before: instant.nullable().describe('Set while the rest waits for a limit to pass.'),
  items: z.array(progressSchema),
  response: responseSchema.nullable().describe('The answer, once all is done.'),
  problem: problemSchema.nullable().describe('Why it was lost.'),
})

export const acceptedSchema = z.object({
  status: z.literal('accepted'),
  batch_id: z.string(),
  location: z.string(),
  events: z.string(),
})

export const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  timestamp: instant,
  clock: z
    .object({ drift_ms: z.number(), checked_at: instant })
    .nullable()
    .describe('Null: the time server is off or did not answer.'),
  store: z.object({ kind: z.string(), state: z.enum(['ok', 'away']) }),
})

export const readySchema = z.object({ status: z.enum(['ready', 'starting', 'draining', 'store away']) })

/** What is told must be assignable to what is documented. */
type Same<A, B extends A> = B
/** @public Fails to compile when the schema and what the program answers grow apart. */
export type WireShapes = [
  Same<z.input<typeof resultSchema>, Mutable<WireResult>>,
  Same<z.input<typeof responseSchema>, Mutable<WireResponse>>,
]
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

export interface WireBatch extends Omit<z.infer<typeof batchSchema>, 'items' | 'response'> {
  readonly items: readonly WireProgress[]
  readonly response: WireResponse | null
}
export interface WireProgress extends Omit<z.infer<typeof progressSchema>, 'result'> {
  readonly result: WireResult | null
}
export type WireBatchSummary = z.infer<typeof summarySchema>

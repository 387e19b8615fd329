/**
 * What the shards of a batch leave for the job that tells of the whole: the plan, one part a shard, and both made into one
 * result. Pure. Neither holds a credential, so both may travel as artifacts of a run.
 */
import type { Batch, BatchResult, ItemResult, Warning } from '../core/batch.ts'
import { type Failure, fail } from '../core/errors.ts'
import { cutIntoShards, type ShardName } from './shard.ts'

/** The first member of both files: which of the two it is, and in which shape. */
const planFormat = 'create-issues-and-prs plan 1'
const partFormat = 'create-issues-and-prs part 1'

type PlannedItem = Pick<ItemResult, 'index' | 'packageName' | 'from' | 'to' | 'severity'>

/** Which items are in which shard. */
export interface ShardPlan {
  readonly format: typeof planFormat
  readonly batchId: string
  readonly dryRun: boolean
  readonly shards: readonly (readonly PlannedItem[])[]
}

/** What came of one shard. */
export interface ShardPart {
  readonly format: typeof partFormat
  readonly batchId: string
  readonly shard: ShardName
  readonly result: BatchResult
}

/** The plan of a batch in `count` shards. */
export function planOf(batch: Batch, count: number): ShardPlan {
  const shards = cutIntoShards(batch.items, count).map((items) =>
    items.map(({ index, change, severity }) => {
      return { index, packageName: change.packageName, from: change.from, to: change.to, severity: severity ?? null }
    }),
  )
  return { format: planFormat, batchId: batch.id, dryRun: batch.dryRun, shards }
}

export function partOf(result: BatchResult, shard: ShardName): ShardPart {
  return { format: partFormat, batchId: result.batchId, shard, result }
}

/**
 * One result of the plan and the parts among `files` (parsed JSON, in any order). A shard without a part is told item by
 * item as interrupted. Throws `request-missing` without exactly one plan, `request-invalid` for parts of another batch.
 */
export function collect(files: readonly unknown[]): BatchResult {
  const plan = onlyPlan(files)
  const parts = files.filter((file): file is ShardPart => hasFormat(file, partFormat))
  const stranger = parts.find(({ batchId, shard }) => batchId !== plan.batchId || shard.count !== plan.shards.length)
  if (stranger) throw notOfThePlan(plan, stranger)
  const byNumber = new Map(parts.map((part) => [part.shard.number, part.result]))
  const results = plan.shards.flatMap((items, index) => resultsOf(items, byNumber.get(index + 1), index + 1, plan))
  const open = plan.shards.some((items, index) => items.length > 0 && byNumber.get(index + 1)?.status !== 'completed')
  const joined = joinParts(plan, [...byNumber.values()])
  return {
    ...joined,
    status: open ? 'interrupted' : 'completed',
    results: results.sort((a, b) => a.index - b.index),
  }
}

/** The results of a batch's parts as one, in the order of the request. */
export function joinParts(
  { batchId, dryRun }: Pick<BatchResult, 'batchId' | 'dryRun'>,
  parts: readonly BatchResult[],
): BatchResult {
  const resumeAt = parts.flatMap((part) => part.resumeAt ?? []).sort()
  return {
    batchId,
    status: parts.every(({ status }) => status === 'completed') ? 'completed' : 'interrupted',
    dryRun,
    results: parts.flatMap(({ results }) => results).sort((a, b) => a.index - b.index),
    warnings: saidOnce(parts.flatMap(({ warnings }) => warnings)),
    ...(resumeAt.length > 0 ? { resumeAt: resumeAt.at(-1) as string } : {}),
  }
}

function onlyPlan(files: readonly unknown[]): ShardPlan {
  const plans = files.filter((file): file is ShardPlan => hasFormat(file, planFormat))
  if (plans[0] && plans.every(({ batchId }) => batchId === plans[0]?.batchId)) return plans[0]
  throw fail(
    'request-missing',
    plans.length === 0
      ? 'There is no plan among the files to collect.'
      : 'There are plans of several batches among the files to collect.',
    'Download the artifact with the plan-file of mode: plan, and the shard-file of each shard, into the folder that results names.',
    { plans: plans.length },
  )
}

const hasFormat = (file: unknown, format: string): boolean =>
  typeof file === 'object' && file !== null && 'format' in file && file.format === format

/** Each planned item once: from the part where it has it, else as not done. */
function resultsOf(
  items: readonly PlannedItem[],
  part: BatchResult | undefined,
  number: number,
  plan: ShardPlan,
): ItemResult[] {
  const told = new Map(part?.results.map((result) => [result.index, result]))
  return items.map((item) => told.get(item.index) ?? untold(item, number, plan))
}

function untold(item: PlannedItem, number: number, { shards }: ShardPlan): ItemResult {
  return {
    ...item,
    status: 'failed',
    ...{ jiraKey: null, jiraUrl: null, pullRequestUrl: null, pullRequestNumber: null, branch: null, commit: null },
    ...{ edits: [], diffs: [], warnings: [], plannedCalls: [], made: [] },
    error: {
      code: 'interrupted',
      step: 'read',
      message: `Shard ${number}/${shards.length} ended without a result; what it did to this item is not known here.`,
      hint: "Run that shard's job again: it finds what it has done and does the rest.",
      facts: { shard: `${number}/${shards.length}` },
    },
  }
}

function notOfThePlan(plan: ShardPlan, { batchId, shard }: ShardPart): Failure {
  return fail(
    'request-invalid',
    `A part is of batch ${batchId} in ${shard.count} shards, and the plan of ${plan.batchId} in ${plan.shards.length}.`,
    'Collect the files of one batch and one plan: give their artifacts names with the batch-id in them.',
    { shard: `${shard.number}/${shard.count}` },
  )
}

/** Shards meet the same things: equal warnings are told once. */
function saidOnce(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning])).values()]
}

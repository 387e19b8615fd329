/** `mode: plan`: the batch cut into shards, put out as a matrix. Nothing is contacted. */
import * as core from '@actions/core'
import { planOf, type ShardPlan } from '../../batch/collect.ts'
import { shardCount } from '../../batch/shard.ts'
import type { Batch, Warning } from '../../core/batch.ts'
import type { Config } from '../../core/config.ts'
import { ist } from '../../core/ist.ts'
import type { Log } from '../../core/ports.ts'
import type { Redactor } from '../../core/redact.ts'
import type { Incoming } from '../../request/accept.ts'
import { mostItems } from '../../request/schema.ts'
import { writeJson } from './files.ts'

export interface Planning {
  readonly config: Config
  readonly log: Log
  readonly redactor: Redactor
  readonly folder: string
  readonly batch: Batch
  readonly warnings: readonly Warning[]
  /** The token's end, epoch seconds: every shard shows the token again when it starts. */
  readonly expires: number | undefined
  readonly now: number
  /** The request as it came stands in a file with credentials that anyone can read in it. */
  readonly isOpenFile: boolean
}

/** GitHub shows ten annotations of a kind for a step. */
const mostWarnings = 10

/** Milliseconds between two pull requests of one token, by GitHub's rules. */
const pace = 3_000

/** Answers the exit code. */
export async function planShards(planning: Planning): Promise<number> {
  const { config, log, redactor, folder, batch } = planning
  const plan = planOf(batch, shardCount(batch.items, config.SHARD_SIZE))
  const file = writeJson(folder, `plan-${batch.id}.json`, redactor.redactAll(plan))
  core.setOutput('matrix', JSON.stringify(matrixOf(plan)))
  core.setOutput('shards', plan.shards.length)
  core.setOutput('plan-file', file)
  core.setOutput('batch-id', batch.id)
  log.write('info', 'batch planned', { batch: batch.id, items: batch.items.length, shards: plan.shards.length })
  const warnings = [...largeShard(plan), ...shortToken(planning), ...openFile(planning), ...planning.warnings]
  for (const { message, hint } of warnings.slice(0, mostWarnings)) core.warning(redactor.redact(`${message} ${hint}`))
  if (plan.shards.length > 1) await core.summary.addRaw(summaryOf(plan)).write()
  return 0
}

/** `fromJSON` of it is a job's matrix: `matrix.shard` for the input, `matrix.name` for artifacts, which take no slash. */
function matrixOf({ shards }: ShardPlan) {
  const count = shards.length
  return {
    include: shards.map((items, index) => ({
      shard: `${index + 1}/${count}`,
      name: `${index + 1}-of-${count}`,
      items: items.length,
    })),
  }
}

function summaryOf({ shards }: ShardPlan): string {
  const sizes = shards.map(({ length }) => length)
  const items = sizes.reduce((sum, size) => sum + size, 0)
  const each =
    Math.min(...sizes) === Math.max(...sizes) ? `${sizes[0]}` : `${Math.min(...sizes)} to ${Math.max(...sizes)}`
  return `## Plan\n\n${items} items in ${shards.length} shards of ${each} items.\n`
}

/** A repository stays in one shard, so a shard can be larger than one run's request may be. */
function largeShard({ shards }: ShardPlan): Warning[] {
  const largest = Math.max(...shards.map(({ length }) => length))
  if (largest <= mostItems) return []
  return [
    {
      code: 'shard-large',
      message: `The largest shard has ${largest} items, more than the ${mostItems} of one request.`,
      hint: 'A repository stays in one shard: its job may meet the limits of an hour, or of a job; run it again then.',
    },
  ]
}

function shortToken({ batch, expires, now }: Planning): Warning[] {
  const end = now + batch.items.length * pace
  if (expires === undefined || expires * 1000 >= end) return []
  return [
    {
      code: 'token-short',
      message: `The token ends at ${ist(expires * 1000)}, and ${batch.items.length} items take about ${Math.ceil((end - now) / 60_000)} minutes at GitHub's pace.`,
      hint: 'A shard that starts after that is refused: sign a token that lasts as long as the whole run.',
    },
  ]
}

/** Does this request name a credential in clear? A sealed one does not. */
export function showsCredential(incoming: Incoming): boolean {
  if (!('text' in incoming)) return false
  const text = typeof incoming.text === 'string' ? incoming.text : Buffer.from(incoming.text).toString('latin1')
  return /"(?:github_)?pat"\s*:\s*"[^"]/.test(text)
}

function openFile({ isOpenFile }: Planning): Warning[] {
  if (!isOpenFile) return []
  return [
    {
      code: 'credentials-in-file',
      message: 'The request file holds credentials in clear.',
      hint: 'Whoever may read the repository may download its artifacts: seal the request, or give github-token and jira-token as secrets.',
    },
  ]
}

/** What is done with a queued batch: its parts opened, accepted again, carried out, and told as one. */
import { joinParts } from '../../batch/collect.ts'
import { toResponse, toWireResult, type WireResponse } from '../../batch/response.ts'
import { shardOf } from '../../batch/shard.ts'
import type { ItemEvent } from '../../batch/shared.ts'
import type { Batch, BatchResult } from '../../core/batch.ts'
import { asFailure, describe, type Failure, fail } from '../../core/errors.ts'
import type { Part, QueuedBatch, Work, WorkOutcome } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import { acceptRequest, type Incoming } from '../../request/accept.ts'
import type { Credentials } from '../../request/normalise.ts'
import { endBatch, performBatch } from '../perform.ts'
import type { ServerContext } from './context.ts'
import { problemOf } from './problem.ts'

/** What is sealed: the request as it came in, and what came beside it. */
export interface QueuedRequest {
  readonly incoming: Incoming
  readonly idempotencyKey?: string
}

/** Milliseconds until a part is tried again that was stopped by something of this machine, or without saying when. */
const pause = 10_000

/** Failures of an item that say nothing of it: another holds it, or the store went away. It is gone on with later. */
const passing: ReadonlySet<string | undefined> = new Set(['already-running', 'journal-unavailable'])

/** Accepts a request with the credentials that callers of this server may use. */
export function acceptQueued(context: ServerContext, services: Services, request: QueuedRequest) {
  const { config } = context
  const own = { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL }
  const credentials: Credentials = config.USE_SERVER_CREDENTIALS ? own : {}
  const { incoming, idempotencyKey } = request
  return acceptRequest(incoming, {
    config,
    redactor: services.redactor,
    credentials,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
}

/** The id under which a batch is kept. A dry run stands beside the real one, so that neither blocks the other. */
export function keptId(batch: Batch): string {
  return batch.dryRun ? `${batch.id}-dry` : batch.id
}

/** How this server works on what its queue gives it. */
export function workOf(context: ServerContext): Work {
  return {
    keys: context.sealer.keys,
    carryOut: (queued, part, sealed) => carryOut(context, queued, part, sealed),
    gather: (queued, parts) => gather(context, queued, parts),
  }
}

/** Carries out one part. Never throws: what cannot be gone on with is `lost`, and says why. */
async function carryOut(
  context: ServerContext,
  queued: QueuedBatch,
  part: Part,
  sealed: Uint8Array,
): Promise<WorkOutcome> {
  const services = context.services.scope()
  const log = services.log(context.config, context.write)
  try {
    const result = services.redactor.redactAll(await perform(context, services, { queued, part, sealed }))
    const isOver = result.status === 'completed' && !result.results.some(({ error }) => passing.has(error?.code))
    if (isOver) return { state: 'done', answer: result }
    const answer: BatchResult = { ...result, status: 'interrupted' }
    return { state: 'again', notBefore: resumeTime(context, answer), answer }
  } catch (error) {
    const failure = asFailure(error)
    log.write('error', describe(failure), { batch: queued.id, code: failure.code })
    if (failure.code !== 'journal-unavailable' && failure.code !== 'interrupted') {
      return { state: 'lost', answer: services.redactor.redactAll(problemOf(failure)) }
    }
    const notBefore = context.drain.aborted ? null : services.clock.now() + pause
    return { state: 'again', notBefore, answer: null }
  }
}

/** Null: at once on another host, or at the next start. */
function resumeTime({ drain, services }: ServerContext, { resumeAt }: BatchResult): number | null {
  if (drain.aborted) return null
  return resumeAt === undefined ? services.clock.now() + pause : Date.parse(resumeAt)
}

interface QueuedPart {
  readonly queued: QueuedBatch
  readonly part: Part
  readonly sealed: Uint8Array
}

async function perform(
  context: ServerContext,
  services: Services,
  { queued, part, sealed }: QueuedPart,
): Promise<BatchResult> {
  const { config, queue, metrics, drain, journalPath, sealer } = context
  const text = sealer.open(queued.id, sealed)
  if (text === undefined) throw keyLost()
  const { batch: whole, warnings } = acceptQueued(context, services, JSON.parse(text) as QueuedRequest)
  const batch = shardOf(whole, part)
  const log = services.log(config, context.write)
  const facts = part.count > 1 ? { batch: queued.id, part: `${part.number}/${part.count}` } : { batch: queued.id }
  log.write('info', batch.dryRun ? 'dry run begins' : 'batch begins', { ...facts, items: batch.items.length })
  const count = metrics.observer(services.clock)
  const observe = (event: ItemEvent) => {
    count(event)
    tell(event)
  }
  const tell = (event: ItemEvent) => {
    const { index, phase } = event
    const result = 'result' in event ? services.redactor.redactAll(toWireResult(event.result, batch.dryRun)) : null
    queue.tell(queued.id, { index, phase, result })
  }
  return performBatch(services, {
    ...{ config, log, batch, warnings, signal: drain, journalPath, observe, isPart: true, run: runOf(queued) },
    observeCall: metrics.called,
    observeWait: metrics.waited,
  })
}

/** One acceptance of a batch is one run, whichever hosts work on it and how often. */
const runOf = ({ id, acceptedAt }: QueuedBatch) => `${id}-${acceptedAt}`

/** The parts' results as the answer to the whole batch. Holds no credential, since they hold none. */
async function gather(
  context: ServerContext,
  queued: QueuedBatch,
  parts: readonly WorkOutcome[],
): Promise<WorkOutcome> {
  const told = (status: 'completed' | 'interrupted' | 'lost', failed?: number) => {
    const took = Math.max(0, context.services.clock.now() - queued.acceptedAt)
    context.metrics.batchEnded(status, queued.dryRun, took)
    if (failed !== undefined) context.log.write('info', `batch ${status}`, { batch: queued.id, failed })
  }
  const results = parts.flatMap(({ state, answer }) => (state === 'lost' || !answer ? [] : [answer as BatchResult]))
  const joined = joinParts({ batchId: queued.id, dryRun: queued.dryRun }, results)
  const response = toResponse(joined)
  const waiting = parts.flatMap((part) => (part.state === 'again' ? [part.notBefore ?? 0] : []))
  if (waiting.length > 0) {
    told('interrupted', response.failed_count)
    const first = Math.min(...waiting)
    const isWhole = results.length === parts.length
    return { state: 'again', notBefore: first === 0 ? null : first, answer: isWhole ? response : null }
  }
  const lost = parts.find(({ state }) => state === 'lost')
  told(lost ? 'lost' : 'completed', lost ? undefined : response.failed_count)
  if (lost) return lost
  await end(context, queued, response)
  return { state: 'done', answer: response }
}

async function end(
  { services, config, log, journalPath }: ServerContext,
  { dryRun }: QueuedBatch,
  answer: WireResponse,
) {
  if (!dryRun) await endBatch(services, { config, log, journalPath }, answer)
}

function keyLost(): Failure {
  return fail(
    'configuration-invalid',
    'The request was kept under another key than this server has now, so it cannot be read any more.',
    'Send the batch again: what was done is found, and the rest is done. Keep STATE_KEY (or JWT_SECRET_KEY) over restarts.',
  )
}

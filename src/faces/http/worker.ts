/** What is done with a queued batch: opened, accepted again, carried out, told. */
import { toResponse, toWireResult, type WireResponse } from '../../batch/response.ts'
import type { ItemEvent } from '../../batch/shared.ts'
import type { Batch } from '../../core/batch.ts'
import { asFailure, describe, type Failure, fail } from '../../core/errors.ts'
import type { QueuedBatch, WorkOutcome } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import { acceptRequest, type Incoming } from '../../request/accept.ts'
import type { Credentials } from '../../request/normalise.ts'
import { performBatch } from '../perform.ts'
import type { ServerContext } from './context.ts'
import { problemOf } from './problem.ts'

/** What is sealed: the request as it came in, and what came beside it. */
export interface QueuedRequest {
  readonly incoming: Incoming
  readonly idempotencyKey?: string
}

/** Milliseconds until a batch is tried again that was stopped by something of this machine, or without saying when. */
const pause = 10_000

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

/** Carries out one batch. Never throws: what cannot be gone on with is `lost`, and says why. */
export async function carryOut(context: ServerContext, queued: QueuedBatch, sealed: Uint8Array): Promise<WorkOutcome> {
  const services = context.services.scope()
  const log = services.log(context.config, context.write)
  const began = services.clock.now()
  const ended = (status: 'completed' | 'interrupted' | 'lost') =>
    context.metrics.batchEnded(status, queued.dryRun, services.clock.now() - began)
  try {
    const response = await perform(context, services, queued, sealed)
    ended(response.status)
    log.write('info', `batch ${response.status}`, { batch: queued.id, failed: response.failed_count })
    if (response.status === 'completed') return { state: 'done', answer: response }
    return { state: 'again', notBefore: resumeTime(context, response), answer: response }
  } catch (error) {
    const failure = asFailure(error)
    log.write('error', describe(failure), { batch: queued.id, code: failure.code })
    if (failure.code === 'journal-unavailable' || failure.code === 'interrupted') {
      ended('interrupted')
      const notBefore = context.drain.aborted ? null : services.clock.now() + pause
      return { state: 'again', notBefore, answer: null }
    }
    ended('lost')
    return { state: 'lost', answer: services.redactor.redactAll(problemOf(failure)) }
  }
}

/** Null: at the next start. */
function resumeTime({ drain, services }: ServerContext, { resume_at }: WireResponse): number | null {
  if (drain.aborted) return null
  return resume_at === undefined ? services.clock.now() + pause : Date.parse(resume_at)
}

async function perform(
  context: ServerContext,
  services: Services,
  queued: QueuedBatch,
  sealed: Uint8Array,
): Promise<WireResponse> {
  const { config, queue, metrics, drain, journalPath, sealer } = context
  const text = sealer.open(queued.id, sealed)
  if (text === undefined) throw keyLost()
  const { batch, warnings } = acceptQueued(context, services, JSON.parse(text) as QueuedRequest)
  const log = services.log(config, context.write)
  log.write('info', batch.dryRun ? 'dry run begins' : 'batch begins', { batch: queued.id, items: batch.items.length })
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
  const result = await performBatch(services, {
    ...{ config, log, batch, warnings, signal: drain, journalPath, observe },
    observeCall: metrics.called,
  })
  return { ...services.redactor.redactAll(toResponse(result)), batch_id: queued.id }
}

function keyLost(): Failure {
  return fail(
    'configuration-invalid',
    'The request was kept under another key than this server has now, so it cannot be read any more.',
    'Send the batch again: what was done is found, and the rest is done. Keep STATE_KEY (or JWT_SECRET_KEY) over restarts.',
  )
}

/** What every face does with a batch once it is accepted: open the ports, run it, keep the response, close. */

import { randomUUID } from 'node:crypto'
import { toResponse, type WireResponse } from '../batch/response.ts'
import { runBatch } from '../batch/run-batch.ts'
import type { ItemEvent } from '../batch/shared.ts'
import type { Batch, BatchResult, RunOptions, Warning } from '../core/batch.ts'
import type { Config } from '../core/config.ts'
import { asFailure, describe } from '../core/errors.ts'
import type { Log, Ports } from '../core/ports.ts'
import type { Services, UpstreamCall, UpstreamWait } from '../core/services.ts'

export interface Performance {
  readonly config: Config
  readonly log: Log
  readonly batch: Batch
  readonly warnings: readonly Warning[]
  readonly signal: AbortSignal
  readonly journalPath: string
  readonly observe?: (event: ItemEvent) => void
  readonly observeCall?: (call: UpstreamCall) => void
  readonly observeWait?: (wait: UpstreamWait) => void
  /** The name of the run, where it may be gone on with in another process. */
  readonly run?: string
  /** True: these are the items of one shard, whose end is not the batch's. */
  readonly isPart?: boolean
}

/** Runs a batch to its end, or to where a cancel left it. */
export async function performBatch(services: Services, performance: Performance): Promise<BatchResult> {
  const { config, log, batch, signal, journalPath, observe, observeCall, observeWait } = performance
  const { ports, close } = await services.ports({
    ...{ config, log, dryRun: batch.dryRun, signal, journalPath },
    ...(observeCall ? { observeCall } : {}),
    ...(observeWait ? { observeWait } : {}),
  })
  try {
    const options = runOptions(config)
    const name = performance.run ?? randomUUID()
    const result = await runBatch(ports, { name, batch, options, signal, ...(observe ? { observe } : {}) })
    const told = { ...result, warnings: [...performance.warnings, ...result.warnings] }
    const ends = !batch.dryRun && told.status === 'completed' && performance.isPart !== true
    if (ends) await keepResponse(ports, batch.id, services.redactor.redactAll(toResponse(told)))
    return told
  } finally {
    await close()
  }
}

/** Keeps the response of a batch whose parts were carried out one by one. Never fails. */
export async function endBatch(
  services: Services,
  { config, log, journalPath }: Pick<Performance, 'config' | 'log' | 'journalPath'>,
  response: WireResponse,
): Promise<void> {
  try {
    const journal = await services.journal(journalPath, false, config.REDIS_URL)
    await keepResponse({ journal, log }, response.batch_id, response)
    await journal.close()
  } catch (error) {
    log.write('warn', `the end of the batch was not recorded: ${describe(asFailure(error))}`)
  }
}

/** Everything is done and recorded by now: a journal that cannot keep the response too must not lose it for the caller. */
async function keepResponse({ journal, log }: Pick<Ports, 'journal' | 'log'>, batchId: string, response: unknown) {
  try {
    await journal.endBatch(batchId, response)
  } catch (error) {
    log.write('warn', `the end of the batch was not recorded: ${describe(asFailure(error))}`)
  }
}

function runOptions(config: Config): RunOptions {
  return {
    concurrency: config.CONCURRENCY,
    whenUnfixable: config.WHEN_UNFIXABLE,
    commentOnIssue: config.COMMENT_ON_ISSUE,
    linkPullRequest: config.LINK_PULL_REQUEST,
    ...(config.COMMIT_AUTHOR ? { author: config.COMMIT_AUTHOR } : {}),
    ...(config.COMMIT_COMMITTER ? { committer: config.COMMIT_COMMITTER } : {}),
  }
}

/** Logs how far this machine's clock is off. Never fails: a clock that cannot be checked is a warning. */
export async function checkClock(services: Services, config: Config, log: Log): Promise<number | undefined> {
  const server = config.NTP_SERVER
  if (server === 'off') return undefined
  const drift = await services.drift(server)
  if (!drift) {
    log.write('warn', 'clock not checked: the time server did not answer', { server })
    return undefined
  }
  const much = Math.abs(drift.driftMs) > 1000
  log.write(much ? 'warn' : 'info', much ? 'clock is off: tokens may be refused' : 'clock checked', {
    server,
    drift_ms: drift.driftMs,
  })
  return drift.driftMs
}

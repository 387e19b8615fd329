/** Batches that were taken in, as callers are told of them. */
import type { WireResponse } from '../../batch/response.ts'
import { ist } from '../../core/ist.ts'
import type { BatchQueue, ItemProgress, QueuedBatch } from '../../core/queue.ts'
import type { WireBatch, WireBatchSummary, WireProgress } from './wire.ts'

/** Batches in a list. */
export const listed = 50

/** The newest batches, the newest first. */
export async function summaries(queue: BatchQueue): Promise<{ readonly batches: readonly WireBatchSummary[] }> {
  return { batches: await Promise.all((await queue.recent(listed)).map((batch) => summaryOf(queue, batch))) }
}

/** Nothing of it moves any more. */
export const isOver = ({ state }: QueuedBatch) => state === 'done' || state === 'lost'

const time = (at: number | null) => (at === null ? null : ist(at))

const statusOf = (batch: QueuedBatch) => (batch.state === 'done' ? ('completed' as const) : batch.state)

/** How far a batch is, in a line. */
export async function summaryOf(queue: BatchQueue, batch: QueuedBatch): Promise<WireBatchSummary> {
  const results = (batch.answer as WireResponse | null)?.results?.length ?? 0
  const moving = batch.state === 'running' ? await queue.progress(batch.id) : undefined
  return {
    batch_id: batch.id,
    status: statusOf(batch),
    dry_run: batch.dryRun,
    accepted_at: ist(batch.acceptedAt),
    ended_at: time(batch.endedAt),
    items: batch.items.length,
    done: moving ? moving.filter(({ phase }) => phase === 'done').length : results,
    failed_count: batch.state === 'done' ? (batch.answer as WireResponse).failed_count : null,
    packages: batch.items.slice(0, 3).map(({ package_name }) => package_name),
  }
}

/** One batch, and how far each of its items is. */
export function toWireBatch(batch: QueuedBatch, progress: readonly ItemProgress[]): WireBatch {
  const ended = isOver(batch)
  const response = batch.state === 'lost' ? null : (batch.answer as WireResponse | null)
  const known = new Map(progress.map((item) => [item.index, item]))
  for (const result of response?.results ?? []) {
    if (!known.has(result.index)) known.set(result.index, { index: result.index, phase: 'done', result })
  }
  return {
    batch_id: batch.id,
    status: statusOf(batch),
    dry_run: batch.dryRun,
    accepted_at: ist(batch.acceptedAt),
    ended_at: time(batch.endedAt),
    not_before: time(batch.notBefore),
    items: batch.items.map((_, index) => toProgress(batch, known.get(index) ?? { index, phase: null, result: null })),
    response: ended ? response : null,
    problem: batch.state === 'lost' ? (batch.answer as WireBatch['problem']) : null,
  }
}

export function toProgress(
  batch: QueuedBatch,
  { index, phase, result }: Omit<ItemProgress, 'phase'> & { phase: ItemProgress['phase'] | null },
): WireProgress {
  const { package_name, current_version, safe_version, severity } = batch.items[index] as QueuedBatch['items'][number]
  return {
    ...{ index, package_name, current_version, safe_version, severity, phase },
    result: result as WireProgress['result'],
  }
}

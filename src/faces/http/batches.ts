/** What is told about batches that were taken in: a list, one, and one as it moves. */
import type { Context } from 'hono'
import type { WireResponse } from '../../batch/response.ts'
import { ist } from '../../core/ist.ts'
import type { BatchQueue, ItemProgress, QueuedBatch, QueueEvent } from '../../core/queue.ts'
import type { ServerContext } from './context.ts'
import { problem, problemResponse } from './problem.ts'
import { Inbox, openStream } from './streams.ts'
import type { WireBatch, WireBatchSummary, WireProgress } from './wire.ts'

/** Batches in a list. */
export const listed = 50

export async function listBatches({ queue }: ServerContext): Promise<Response> {
  return Response.json(await summaries(queue))
}

/** The newest batches, the newest first. */
export async function summaries(queue: BatchQueue): Promise<{ readonly batches: readonly WireBatchSummary[] }> {
  return { batches: await Promise.all((await queue.recent(listed)).map((batch) => summaryOf(queue, batch))) }
}

export async function showBatch({ queue }: ServerContext, id: string): Promise<Response> {
  const batch = await queue.find(id)
  if (!batch) return notFound()
  return Response.json(toWireBatch(batch, await queue.progress(id)))
}

function notFound(): Response {
  const hint = 'Use the address that the 202 answer gave in Location; answers are kept for 90 days, dry runs for one.'
  return problemResponse(problem(404, 'batch-not-found', 'There is no such batch here.', hint))
}

/** `batch` comes first and whenever its state changes, `item` for each step of an item, `end` last. */
export async function streamBatch({ queue, drain }: ServerContext, c: Context, id: string): Promise<Response> {
  if (!(await queue.find(id))) return notFound()
  return openStream(c, drain, async (stream, ended) => {
    const events = new Inbox<QueueEvent>()
    const unlisten = queue.listen(id, (event) => events.put(event))
    ended.addEventListener('abort', () => events.close())
    try {
      const first = await queue.find(id)
      if (!first) return
      const write = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
      await write('batch', toWireBatch(first, await queue.progress(id)))
      let over = isOver(first) || ended.aborted
      while (!over) {
        const event = await events.take()
        if (event === undefined) break
        if (event.kind === 'item') await write('item', toProgress(first, event.item))
        else await write('batch', toWireBatch(event.batch, await queue.progress(id)))
        over = event.kind === 'batch' && isOver(event.batch)
      }
      await write('end', {})
    } finally {
      unlisten()
    }
  })
}

const isOver = ({ state }: QueuedBatch) => state === 'done' || state === 'lost'

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

function toWireBatch(batch: QueuedBatch, progress: readonly ItemProgress[]): WireBatch {
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

function toProgress(
  batch: QueuedBatch,
  { index, phase, result }: Omit<ItemProgress, 'phase'> & { phase: ItemProgress['phase'] | null },
): WireProgress {
  const { package_name, current_version, safe_version, severity } = batch.items[index] as QueuedBatch['items'][number]
  return {
    ...{ index, package_name, current_version, safe_version, severity, phase },
    result: result as WireProgress['result'],
  }
}

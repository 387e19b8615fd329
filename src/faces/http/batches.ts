/** What is told about batches that were taken in: a list, one, and one as it moves. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { WireResponse } from '../../batch/response.ts'
import { ist } from '../../core/ist.ts'
import type { ItemProgress, QueuedBatch, QueueEvent } from '../../core/queue.ts'
import type { ServerContext } from './context.ts'
import { problem, problemResponse } from './problem.ts'
import type { WireBatch, WireBatchSummary, WireProgress } from './wire.ts'

/** Batches in a list. */
const listed = 50
/** Milliseconds between signs of life on a quiet stream: proxies cut those that are silent. */
const heartbeat = 15_000
/** Streams that are open at the same time. */
const mostStreams = 200

export async function listBatches({ queue }: ServerContext): Promise<Response> {
  return Response.json({ batches: (await queue.recent(listed)).map(toSummary) })
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

let openStreams = 0

/** `batch` comes first and whenever its state changes, `item` for each step of an item, `end` last. */
export async function streamBatch(context: ServerContext, c: Context, id: string): Promise<Response> {
  const { queue, drain } = context
  if (!(await queue.find(id))) return notFound()
  if (openStreams >= mostStreams) {
    const hint = 'Close streams that nobody looks at, or poll the batch itself.'
    return problemResponse(problem(429, 'too-many-streams', 'Too many streams are open.', hint), {
      'retry-after': '10',
    })
  }
  openStreams++
  // Proxies that collect answers would hold the events back.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const events = new Inbox<QueueEvent>()
    const unlisten = queue.listen(id, (event) => events.put(event))
    const end = () => events.close()
    stream.onAbort(end)
    drain.addEventListener('abort', end)
    const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat)
    try {
      const first = await queue.find(id)
      if (!first) return
      const write = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
      await write('batch', toWireBatch(first, await queue.progress(id)))
      let over = isOver(first) || drain.aborted
      while (!over) {
        const event = await events.take()
        if (event === undefined) break
        if (event.kind === 'item') await write('item', toProgress(first, event.item))
        else await write('batch', toWireBatch(event.batch, await queue.progress(id)))
        over = event.kind === 'batch' && isOver(event.batch)
      }
      await write('end', {})
    } finally {
      clearInterval(beat)
      unlisten()
      drain.removeEventListener('abort', end)
      openStreams--
    }
  })
}

const isOver = ({ state }: QueuedBatch) => state === 'done' || state === 'lost'

/** Events in the order in which they came, for one reader. */
class Inbox<T> {
  #waiting: T[] = []
  #closed = false
  #wake: () => void = () => {}

  put(value: T): void {
    this.#waiting.push(value)
    this.#wake()
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** Undefined once it is closed. */
  async take(): Promise<T | undefined> {
    while (this.#waiting.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return this.#waiting.shift()
  }
}

const time = (at: number | null) => (at === null ? null : ist(at))

const statusOf = (batch: QueuedBatch) => (batch.state === 'done' ? ('completed' as const) : batch.state)

function toSummary(batch: QueuedBatch): WireBatchSummary {
  return {
    batch_id: batch.id,
    status: statusOf(batch),
    dry_run: batch.dryRun,
    accepted_at: ist(batch.acceptedAt),
    ended_at: time(batch.endedAt),
    items: batch.items.length,
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

/** What is told about batches that were taken in: a list, one, and either as it moves. */
import type { Context } from 'hono'
import type { QueueEvent } from '../../core/queue.ts'
import { skew } from '../../request/authenticate.ts'
import { isOver, summaries, toProgress, toWireBatch } from './batch-wire.ts'
import type { ServerContext } from './context.ts'
import type { Change } from './feed.ts'
import { problem, problemResponse } from './problem.ts'
import { Inbox, openStream } from './streams.ts'

export async function listBatches({ queue }: ServerContext): Promise<Response> {
  return Response.json(await summaries(queue))
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

/** `batches` comes first, all of the list; then `batch` whenever one of it changes. It ends with the reader's token. */
export function streamList(context: ServerContext, c: Context, expires: number | undefined): Response {
  const { queue, feed, drain, services } = context
  return openStream(c, drain, async (stream, ended) => {
    const inbox = new Inbox<Change>()
    const end = () => inbox.close()
    ended.addEventListener('abort', end)
    if (ended.aborted) end()
    const rest = expires === undefined ? undefined : (expires + skew) * 1000 - services.clock.now()
    const timer = rest === undefined ? undefined : setTimeout(end, Math.min(rest, 2 ** 31 - 1))
    const { missed, leave } = feed.follow(c.req.header('last-event-id'), (one) => inbox.put(one, one.summary.batch_id))
    const write = (id: string, event: string, data: unknown) =>
      stream.writeSSE({ id, event, data: JSON.stringify(data) })
    try {
      const { position } = feed
      if (!missed) await write(position, 'batches', await summaries(queue))
      for (const { id, summary } of missed ?? []) await write(id, 'batch', summary)
      for (let one = await inbox.take(); one && !ended.aborted; one = await inbox.take()) {
        await write(one.id, 'batch', one.summary)
      }
    } finally {
      clearTimeout(timer)
      leave()
    }
  })
}

/** The batches of the queue as they stand in Redis: hashes, and sets of their ids by time. */
import { randomUUID } from 'node:crypto'
import type { BatchState, BatchTicket, ItemProgress, QueuedBatch, WorkOutcome } from '../../core/queue.ts'
import { prefix, type RedisLink, type ScriptName } from './link.ts'

/** A ticket with the time at which it was first accepted, where it is told again. */
export type Ticket = BatchTicket & { readonly acceptedAt?: number }

/** Milliseconds for which a batch is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 }
/** Milliseconds that a call waits for a Redis that is away: a caller is waiting too. */
const patience = 60_000
/** How many open batches one round looks at. */
const roundSize = 200

const outline = ['digest', 'dryRun', 'items', 'state', 'accepted', 'ended', 'notBefore', 'answer'] as const
type Fields = readonly (string | null)[]

export class QueuedBatches {
  readonly #link: RedisLink

  constructor(link: RedisLink) {
    this.#link = link
  }

  #run(name: ScriptName, keys: readonly string[], args: readonly (string | number)[], wait = patience) {
    return this.#link.run(name, keys, args, () => wait)
  }

  #read<T>(work: Parameters<RedisLink['patiently']>[0], wait = patience): Promise<T> {
    return this.#link.patiently(work, () => wait) as Promise<T>
  }

  async enqueue(ticket: Ticket, { limit, replaceDone }: { limit: number; replaceDone: boolean }) {
    const { id, digest, dryRun, items, sealed, acceptedAt } = ticket
    const [outcome] = await this.#run(
      'enqueue',
      [`queued:${id}`, 'queue:waiting', 'queue:open', 'queue:all', `progress:${id}`],
      [
        ...[id, randomUUID(), digest, dryRun ? 1 : 0, JSON.stringify(items), Buffer.from(sealed).toString('base64')],
        ...[limit, replaceDone ? 1 : 0, retention.real, acceptedAt ?? ''],
      ],
    )
    return outcome as 'added' | 'known' | 'full'
  }

  async take(id: string, worker: string, stale: number) {
    const [outcome] = await this.#run('take', [`queued:${id}`, 'queue:waiting'], [id, worker, stale])
    return outcome as 'taken' | 'busy' | 'over'
  }

  async beat(ids: readonly string[], worker: string): Promise<void> {
    const keys = ids.map((id) => `queued:${id}`)
    await this.#run('beat', keys, [worker], 0)
  }

  /** `notBefore` null: at once, by any host. */
  async settle(id: string, worker: string, outcome: WorkOutcome) {
    const isAgain = outcome.state === 'again'
    const { dryRun } = (await this.find(id)) ?? { dryRun: false }
    const keep = dryRun ? retention.dryRun : retention.real
    const [kept] = await this.#run(
      'settle',
      [`queued:${id}`, 'queue:waiting', 'queue:open', `progress:${id}`],
      [
        ...[id, worker, isAgain ? 'waiting' : outcome.state, JSON.stringify(outcome.answer ?? null)],
        ...[isAgain ? (outcome.notBefore ?? '') : '', keep],
      ],
    )
    return kept as 'kept' | 'overtaken' | 'gone'
  }

  async find(id: string): Promise<QueuedBatch | undefined> {
    return toBatch(id, await this.#read<Fields>((redis) => redis.hmget(`${prefix}:queued:${id}`, ...outline)))
  }

  async state(id: string): Promise<BatchState | undefined> {
    const state = await this.#read<string | null>((redis) => redis.hget(`${prefix}:queued:${id}`, 'state'), 0)
    return (state ?? undefined) as BatchState | undefined
  }

  /** A batch with its sealed request. */
  async whole(id: string): Promise<{ readonly batch: QueuedBatch; readonly sealed: Uint8Array } | undefined> {
    const fields = await this.#read<Fields>((redis) => redis.hmget(`${prefix}:queued:${id}`, ...outline, 'sealed'))
    const batch = toBatch(id, fields)
    const sealed = fields[outline.length]
    return batch && typeof sealed === 'string' ? { batch, sealed: Buffer.from(sealed, 'base64') } : undefined
  }

  async recent(limit: number): Promise<readonly QueuedBatch[]> {
    if (limit < 1) return []
    const ids = await this.#read<string[]>((redis) => redis.zrevrange(`${prefix}:queue:all`, 0, limit - 1))
    const found = await Promise.all(ids.map((id) => this.find(id)))
    return found.filter((batch) => batch !== undefined)
  }

  async depth(): Promise<{ waiting: number; running: number }> {
    const [waiting, open] = await this.#read<[number, number]>(
      (redis) => Promise.all([redis.zcard(`${prefix}:queue:waiting`), redis.zcard(`${prefix}:queue:open`)]),
      2_000,
    )
    return { waiting, running: Math.max(0, open - waiting) }
  }

  /** Ids of batches that wait or run, the oldest first. */
  open(): Promise<readonly string[]> {
    return this.#read<string[]>((redis) => redis.zrange(`${prefix}:queue:open`, '0', String(roundSize - 1)), 0)
  }

  /** Not durable: what does not arrive is told by the next phase, or by the answer. */
  keepProgress(id: string, item: ItemProgress): void {
    const key = `${prefix}:progress:${id}`
    const keep = async (redis: Parameters<Parameters<RedisLink['patiently']>[0]>[0]) => {
      await redis.multi().hset(key, String(item.index), JSON.stringify(item)).pexpire(key, retention.dryRun).exec()
    }
    void this.#link.patiently(keep, () => 0).catch(() => {})
  }

  async progress(id: string): Promise<readonly ItemProgress[]> {
    const items = await this.#read<Record<string, string>>((redis) => redis.hgetall(`${prefix}:progress:${id}`))
    return Object.values(items)
      .map((text) => JSON.parse(text) as ItemProgress)
      .sort((a, b) => a.index - b.index)
  }
}

function toBatch(id: string, fields: Fields): QueuedBatch | undefined {
  const [digest, dryRun, items, state, accepted, ended, notBefore, answer] = fields
  if (typeof state !== 'string' || typeof digest !== 'string') return undefined
  return {
    id,
    digest,
    dryRun: dryRun === '1',
    items: JSON.parse(items ?? '[]'),
    state: state as BatchState,
    acceptedAt: Number(accepted),
    endedAt: ended ? Number(ended) : null,
    notBefore: notBefore ? Number(notBefore) : null,
    answer: answer ? JSON.parse(answer) : null,
  }
}

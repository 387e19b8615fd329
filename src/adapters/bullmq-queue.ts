/**
 * The queue of many hosts. Any host takes batches in and any host works on them. BullMQ hands out ids and takes back those
 * of hosts that died; the batches themselves stand in hashes of ours, written by scripts, so that an answer is kept, a
 * batch is never known and forgotten, and everything can be told again to a Redis that lost its memory.
 */
import { randomUUID } from 'node:crypto'
import { DelayedError, type Job, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { sha256 } from '../core/digest.ts'
import type { Clock } from '../core/ports.ts'
import type {
  BatchQueue,
  BatchTicket,
  ItemProgress,
  QueuedBatch,
  QueueEvent,
  Work,
  WorkOutcome,
} from '../core/queue.ts'
import { connectionOptions, prefix } from './redis/link.ts'
import { QueueEvents } from './redis/queue-events.ts'
import { QueuedBatches, type Ticket } from './redis/queued-batches.ts'
import type { SharedLink } from './redis.ts'

export interface BullmqOptions {
  readonly url: string
  readonly shared: SharedLink
  readonly clock: Clock
  /** Milliseconds after which a host that gives no sign of life counts as dead. */
  readonly stalled?: number
}

const queueName = 'batches'
/** Milliseconds between looks for batches that no job carries, and for those that Redis lost. */
const rounds = 2_000
/** Milliseconds after which a batch that another host works on is looked at again. */
const busyPause = 5_000
const stalledDefault = 15_000
/** How often hosts may die on one batch before BullMQ gives it up; the next round takes it up again all the same. */
const maxStalledCount = 1_000

/** Milliseconds that a start waits for a Redis that is not there yet. */
const startPatience = 30_000

/** Opens the queue. Throws `journal-unavailable` when Redis cannot be reached. */
export async function openBullmqQueue(options: BullmqOptions): Promise<BatchQueue> {
  await options.shared.link.patiently(
    (redis) => redis.ping(),
    () => startPatience,
  )
  return new BullmqQueue(options)
}

class BullmqQueue implements BatchQueue {
  readonly kind = 'redis'
  readonly #options: BullmqOptions
  readonly #batches: QueuedBatches
  readonly #events: QueueEvents
  readonly #jobs: Queue
  readonly #connections: Redis[] = []
  readonly #worker = `${randomUUID()}`
  /** Batches that this host has taken in or works on: what it can tell Redis again. */
  readonly #wards = new Map<string, Ticket>()
  readonly #underWork = new Set<string>()
  readonly #rounds: NodeJS.Timeout
  readonly #stopListening: () => void
  #isMakingRound = false
  #isStopping = false

  constructor(options: BullmqOptions) {
    this.#options = options
    this.#batches = new QueuedBatches(options.shared.link)
    this.#events = new QueueEvents(this.#connect(), (id) => this.#batches.find(id))
    this.#jobs = new Queue(queueName, { connection: this.#connect(), prefix })
    this.#jobs.on('error', () => {})
    this.#rounds = setInterval(() => void this.#round(), rounds)
    this.#rounds.unref()
    this.#stopListening = options.shared.link.onLoss(() => void this.#round())
  }

  /** BullMQ wants connections that wait for ever; errors show as commands that do not end, and the link tells of them. */
  #connect(): Redis {
    const redis = new Redis(this.#options.url, connectionOptions())
    redis.on('error', () => {})
    this.#connections.push(redis)
    return redis
  }

  async add(ticket: BatchTicket, { limit, replaceDone }: { limit: number; replaceDone: boolean }) {
    for (;;) {
      const outcome = await this.#batches.enqueue(ticket, { limit, replaceDone })
      if (outcome === 'full') return { outcome }
      const batch = await this.#batches.find(ticket.id)
      // Flushed between the two.
      if (!batch) continue
      if (outcome === 'added') {
        this.#wards.set(ticket.id, { ...ticket, acceptedAt: batch.acceptedAt })
        void this.#carry(ticket.id, 0)
        this.#events.changed(ticket.id)
      }
      return { outcome, batch }
    }
  }

  /** Gives the id to BullMQ; one that it has already is not given twice. A failure is made good by the next round. */
  async #carry(id: string, delay: number): Promise<void> {
    try {
      const jobId = jobOf(id)
      await this.#jobs.add('batch', { id }, { jobId, delay, removeOnComplete: true, removeOnFail: true })
    } catch {
      // Closing, or Redis is away.
    }
  }

  find(id: string): Promise<QueuedBatch | undefined> {
    return this.#batches.find(id)
  }

  recent(limit: number): Promise<readonly QueuedBatch[]> {
    return this.#batches.recent(limit)
  }

  depth(): Promise<{ waiting: number; running: number }> {
    return this.#batches.depth()
  }

  start(concurrency: number, work: Work): { stop(): Promise<void> } {
    const stalled = this.#options.stalled ?? stalledDefault
    const worker = new Worker(queueName, (job, token) => this.#process(job, token ?? '', work), {
      connection: this.#connect(),
      prefix,
      concurrency,
      lockDuration: stalled,
      stalledInterval: stalled / 2,
      maxStalledCount,
    })
    // A lock that was lost while the host was cut off: the batch itself is kept by `settle`.
    worker.on('error', () => {})
    return {
      stop: async () => {
        this.#isStopping = true
        await worker.close()
      },
    }
  }

  async #process(job: Job<{ id: string }>, token: string, work: Work): Promise<void> {
    const { id } = job.data
    const taken = this.#underWork.has(id) ? 'busy' : await this.#take(id)
    if (taken === 'over') return
    if (taken === 'busy') return this.#later(job, token, busyPause)
    try {
      const outcome = await work(taken.batch, taken.sealed)
      await this.#settle(taken, outcome)
      this.#underWork.delete(id)
      if (outcome.state !== 'again') return
      const pause = outcome.notBefore === null ? 0 : outcome.notBefore - this.#options.clock.now()
      await this.#later(job, token, Math.max(0, pause))
    } finally {
      this.#underWork.delete(id)
    }
  }

  async #take(id: string): Promise<'over' | 'busy' | { readonly batch: QueuedBatch; readonly sealed: Uint8Array }> {
    this.#underWork.add(id)
    const outcome = await this.#batches.take(id, this.#worker, this.#options.stalled ?? stalledDefault)
    const taken = outcome === 'taken' ? await this.#batches.whole(id) : undefined
    if (!taken) {
      this.#underWork.delete(id)
      return outcome === 'busy' ? 'busy' : 'over'
    }
    const { batch, sealed } = taken
    this.#wards.set(id, { ...batch, sealed })
    this.#events.changed(id)
    return taken
  }

  /** Puts the job back, for any host. The error tells BullMQ that this was done. */
  async #later(job: Job, token: string, pause: number): Promise<never> {
    await job.moveToDelayed(this.#options.clock.now() + pause, token)
    throw new DelayedError()
  }

  /** Told until Redis takes it; one that was lost with its memory meanwhile is first made known again. */
  async #settle({ batch, sealed }: { batch: QueuedBatch; sealed: Uint8Array }, outcome: WorkOutcome): Promise<void> {
    for (;;) {
      try {
        const kept = await this.#batches.settle(batch.id, this.#worker, outcome)
        if (kept !== 'gone') break
        await this.#batches.enqueue({ ...batch, sealed }, { limit: Number.MAX_SAFE_INTEGER, replaceDone: false })
      } catch {
        // Stopped meanwhile: it still counts as running, and another host, or the next start, goes on with it.
        if (this.#isStopping) return
      }
    }
    if (outcome.state !== 'again') this.#wards.delete(batch.id)
    this.#events.changed(batch.id)
  }

  /** Every host, every two seconds: a sign of life, what Redis lost is told again, and what no job carries gets one. */
  async #round(): Promise<void> {
    if (this.#isMakingRound) return
    this.#isMakingRound = true
    try {
      await this.#batches.beat([...this.#underWork], this.#worker)
      await this.#remind()
      for (const id of await this.#batches.open()) await this.#carryOn(id)
    } catch {
      // Redis is away: the next round.
    } finally {
      this.#isMakingRound = false
    }
  }

  /**
   * A job for a batch whose job is in none of BullMQ's lists: its host died between two writes, or Redis lost it. What is
   * left of it is removed first, or BullMQ would take the new one for known.
   */
  async #carryOn(id: string): Promise<void> {
    const state = await this.#jobs.getJobState(jobOf(id))
    if (state !== 'unknown' && state !== 'completed' && state !== 'failed') return
    await this.#jobs.remove(jobOf(id)).catch(() => {})
    const notBefore = (await this.#batches.find(id))?.notBefore ?? 0
    await this.#carry(id, Math.max(0, notBefore - this.#options.clock.now()))
  }

  async #remind(): Promise<void> {
    for (const [id, ticket] of this.#wards) {
      const state = await this.#batches.state(id)
      if (state === 'done' || state === 'lost') this.#wards.delete(id)
      if (state !== undefined) continue
      await this.#batches.enqueue(ticket, { limit: Number.MAX_SAFE_INTEGER, replaceDone: false })
      if (this.#underWork.has(id)) await this.#batches.take(id, this.#worker, 0)
      this.#events.changed(id)
    }
  }

  tell(id: string, item: ItemProgress): void {
    this.#events.moved(id, item)
    this.#batches.keepProgress(id, item)
  }

  progress(id: string): Promise<readonly ItemProgress[]> {
    return this.#batches.progress(id)
  }

  listen(id: string, listener: (event: QueueEvent) => void): () => void {
    return this.#events.listen(id, listener)
  }

  async close(): Promise<void> {
    clearInterval(this.#rounds)
    this.#stopListening()
    this.#events.close()
    await this.#jobs.close().catch(() => {})
    for (const redis of this.#connections) redis.disconnect()
    await this.#options.shared.release()
  }
}

/** BullMQ takes no `:` and no bare number as an id, and callers choose theirs. */
const jobOf = (id: string) => `batch-${sha256(id)}`

/**
 * The queue of many hosts. Any host takes batches in, and any host works on any part of them. BullMQ hands parts out; the
 * batches themselves stand in hashes of ours, written by scripts, so that an answer is kept, a batch is never known and
 * forgotten, and everything can be told again to a Redis that lost its memory.
 */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { describe, fail } from '../core/errors.ts'
import type { Clock, Log } from '../core/ports.ts'
import type {
  BatchQueue,
  BatchTicket,
  ItemProgress,
  QueuedBatch,
  QueueEvent,
  Work,
  WorkOutcome,
} from '../core/queue.ts'
import { connectionOptions } from './redis/link.ts'
import { PartJobs } from './redis/part-jobs.ts'
import { QueueEvents } from './redis/queue-events.ts'
import {
  type PartOf,
  partOf,
  QueuedBatches,
  type Survey,
  type Ticket,
  type WholeBatch,
} from './redis/queued-batches.ts'
import { Wards } from './redis/wards.ts'
import type { SharedLink } from './redis.ts'

export interface BullmqOptions {
  readonly url: string
  readonly shared: SharedLink
  readonly clock: Clock
  readonly log: Log
  /** Milliseconds after which a host that gives no sign of life counts as dead. */
  readonly stalled?: number
  /** Milliseconds for which nothing is given out after Redis began anew; who worked on it before says so meanwhile. */
  readonly grace?: number
}

/** Milliseconds between looks for what is to be done, and between signs of life. */
const rounds = 2_000
const stalledDefault = 15_000
/** Three rounds: enough for every host that lives to tell what was lost with Redis' memory. */
const graceDefault = 6_000
/** Milliseconds after which a part that BullMQ has given to nobody is taken without it. */
const slow = 10_000
/** Milliseconds that a start waits for a Redis that is not there yet. */
const startPatience = 30_000
/** Milliseconds that a call waits for a Redis that is away, since a caller waits too; and those when this host stops. */
const patience = { running: 60_000, stopping: 2_000 }

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
  readonly #times: { readonly stale: number; readonly grace: number }
  readonly #batches: QueuedBatches
  readonly #events: QueueEvents
  readonly #eventsConnection: Redis
  readonly #jobs: PartJobs
  /** The name of this host as it works. */
  readonly #name = `${randomUUID()}`
  readonly #wards: Wards
  readonly #timers: readonly NodeJS.Timeout[]
  readonly #stopListening: () => void
  readonly #running = new Set<Promise<void>>()
  readonly #warnedOf = new Set<string>()
  /** Batches that had ended, and no answer, at the last look: their last worker may be about to give it. */
  #endedBefore: readonly string[] = []
  #work: (Work & { readonly concurrency: number }) | undefined
  #isMakingRound = false
  #isStopping = false

  constructor(options: BullmqOptions) {
    this.#options = options
    this.#times = { stale: options.stalled ?? stalledDefault, grace: options.grace ?? graceDefault }
    const { link } = options.shared
    this.#batches = new QueuedBatches(link, () => (this.#isStopping ? patience.stopping : patience.running))
    this.#eventsConnection = new Redis(options.url, connectionOptions())
    this.#eventsConnection.on('error', () => {})
    this.#events = new QueueEvents(this.#eventsConnection, (id) => this.#batches.find(id))
    this.#jobs = new PartJobs(options.url)
    this.#wards = new Wards({
      batches: this.#batches,
      worker: this.#name,
      clock: options.clock,
      memory: () => link.memory,
      waitOf: (outcome) => this.#waitOf(outcome),
      changed: (id) => this.#events.changed(id),
    })
    this.#timers = [() => void this.#round(), () => void this.#wards.beat().catch(() => {})].map((work) =>
      setInterval(work, rounds).unref(),
    )
    this.#stopListening = options.shared.link.onLoss(() => void this.#round())
  }

  async add(ticket: BatchTicket, options: { limit: number; replaceDone: boolean }) {
    const accepted: Ticket = { ...ticket, nonce: randomUUID() }
    for (;;) {
      const outcome = await this.#batches.enqueue(accepted, options)
      if (outcome === 'full') return { outcome }
      const batch = await this.#batches.find(ticket.id)
      // Flushed between the two.
      if (!batch) continue
      if (outcome === 'added') this.#accepted({ ...accepted, acceptedAt: batch.acceptedAt })
      return { outcome, batch }
    }
  }

  #accepted(ticket: Ticket): void {
    const { id, nonce, parts } = ticket
    this.#wards.mind(ticket)
    const all = Array.from({ length: parts }, (_, index) => ({ id, nonce, part: index + 1 }))
    // What does not arrive is handed out by the next round of any host.
    this.#jobs.add(all).catch(() => {})
    this.#events.changed(id)
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
    this.#work = { ...work, concurrency }
    this.#jobs.start({ concurrency, stalled: this.#times.stale, work: (part) => this.#workOn(part) })
    return {
      stop: async () => {
        this.#isStopping = true
        this.#jobs.pause()
        await Promise.all(this.#running)
      },
    }
  }

  /** Works on a part, where this host may have it and has a hand free. Never throws. */
  async #workOn(part: PartOf): Promise<void> {
    const work = this.#work
    if (!work || this.#isStopping || this.#running.size >= work.concurrency || !this.#wards.begin(part)) return
    const run = this.#takeAndCarryOut(part, work)
      // Redis is away: the part is handed out again once it is back.
      .catch(() => {})
      .finally(() => {
        this.#wards.end(part)
        this.#running.delete(run)
      })
    this.#running.add(run)
    await run
  }

  async #takeAndCarryOut(part: PartOf, work: Work): Promise<void> {
    if ((await this.#batches.take(part, this.#name, this.#times, work.keys)) !== 'taken') return
    const whole = await this.#batches.whole(part.id)
    if (whole?.ticket.nonce !== part.nonce) return
    const { batch, ticket } = whole
    this.#wards.mind(ticket)
    this.#events.changed(part.id)
    const outcome = await work.carryOut(batch, partOf(ticket, part), ticket.sealed)
    if ((await this.#settle(part, outcome)) === 'last') await this.#gather(whole, work)
  }

  /** Told until Redis takes it, or this host is to stop. */
  async #settle(part: PartOf, outcome: WorkOutcome): Promise<'kept' | 'last' | 'overtaken'> {
    for (;;) {
      try {
        return await this.#wards.settle(part, outcome)
      } catch {
        // Stopped meanwhile: it still counts as running, and another host, or the next start, goes on with it.
        if (this.#isStopping) return 'kept'
      }
    }
  }

  #waitOf(outcome: WorkOutcome): number {
    const until = outcome.state === 'again' ? outcome.notBefore : null
    return until === null ? 0 : Math.max(0, Math.ceil(until - this.#options.clock.now()))
  }

  /** Every part has ended or waits for its time: the batch gets its answer, from whichever host sees it. */
  async #gather({ batch, ticket }: WholeBatch, work: Work): Promise<void> {
    const outcomes = await this.#batches.outcomes(ticket.id)
    if (!outcomes) return
    const outcome = await work.gather(batch, outcomes)
    if ((await this.#batches.conclude(ticket, outcome)) !== 'kept') return
    if (outcome.state !== 'again') this.#wards.concluded(ticket, outcome)
    this.#events.changed(ticket.id)
  }

  /** Every host, every two seconds: what Redis lost is told again, and what is left lying about is taken up. */
  async #round(): Promise<void> {
    if (this.#isMakingRound) return
    this.#isMakingRound = true
    try {
      await this.#wards.remind()
      await this.#lookRound()
    } catch {
      // Redis is away: the next round.
    } finally {
      this.#isMakingRound = false
    }
  }

  async #lookRound(): Promise<void> {
    const work = this.#work
    if (!work || this.#isStopping) return
    const survey = await this.#batches.survey(work.keys, this.#times, this.#jobs.keyPrefix)
    this.#warnOfForeign(survey)
    // A Redis that answers here and not there must not keep a round from its end.
    void this.#jobs.add(survey.due.filter(({ hasJob }) => !hasJob)).catch(() => {})
    for (const part of survey.due) if (part.since >= slow) void this.#workOn(part)
    const left = survey.ended.filter((id) => this.#endedBefore.includes(id))
    this.#endedBefore = survey.ended
    for (const id of left) {
      const whole = await this.#batches.whole(id)
      if (whole) await this.#gather(whole, work)
    }
  }

  #warnOfForeign({ foreign }: Survey): void {
    for (const batch of foreign) {
      if (this.#warnedOf.has(batch)) continue
      this.#warnedOf.add(batch)
      this.#options.log.write('error', describe(foreignKey()), { batch })
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

  listenAll(listener: (id: string) => void): () => void {
    return this.#events.listenAll(listener)
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    this.#stopListening()
    this.#events.close()
    await this.#jobs.close()
    this.#eventsConnection.disconnect()
    await this.#options.shared.release()
  }
}

function foreignKey() {
  return fail(
    'configuration-invalid',
    'This host cannot open a waiting batch: it was sealed under another key. It is left for a host that has that key.',
    'Give all hosts the same STATE_KEY; the one of before may stay as STATE_KEY_OLD until what waits is done.',
  )
}

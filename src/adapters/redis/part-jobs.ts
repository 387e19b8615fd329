/**
 * BullMQ as it is used here: it hands parts of batches to hosts at once, in turn, and takes them back from hosts that died.
 * It holds names only, and nothing depends on its memory: what it loses is handed to it again.
 */
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { connectionOptions, prefix } from './link.ts'
import type { PartOf } from './queued-batches.ts'

const queueName = 'batches'
/** How often hosts may die on one part before BullMQ drops it; it is handed out again all the same. */
const maxStalledCount = 1_000
/** Milliseconds that the worker gets to tell Redis of its last jobs when it stops. */
const lastWords = 3_000
/** Milliseconds that one command of a hand-out may take. */
const commandTimeout = 5_000

export interface Handout {
  /** How many parts this host takes at the same time. */
  readonly concurrency: number
  /** Milliseconds after which a host that gives no sign of life counts as dead. */
  readonly stalled: number
  /** Never throws. */
  readonly work: (part: PartOf) => Promise<void>
}

export class PartJobs {
  readonly #url: string
  readonly #connections: Redis[] = []
  readonly #queue: Queue
  #worker: Worker | undefined

  constructor(url: string) {
    this.#url = url
    this.#queue = new Queue(queueName, {
      connection: this.#connect({ commandTimeout }),
      prefix,
      skipVersionCheck: true,
    })
    this.#queue.on('error', () => {})
  }

  /**
   * Errors show as commands that do not end, and the link tells of them. Connections that BullMQ makes of this one are
   * kept too: a Redis that is away must not hold a process that ends.
   */
  #connect(more: object = {}): Redis {
    const redis = new Redis(this.#url, { ...connectionOptions(), ...more })
    redis.on('error', () => {})
    this.#connections.push(redis)
    const { duplicate } = redis
    redis.duplicate = (...args) => {
      const copy = duplicate.apply(redis, args)
      copy.on('error', () => {})
      this.#connections.push(copy)
      return copy
    }
    return redis
  }

  /** What the key of a job begins with; its name follows. */
  get keyPrefix(): string {
    return this.#queue.toKey('')
  }

  /**
   * Hands parts out; one that is in BullMQ's lists already is not given twice. The first parts of all batches come before
   * the second of any, so that a large batch does not keep a small one waiting. Throws what Redis throws.
   */
  async add(parts: readonly PartOf[]): Promise<void> {
    const jobs = parts.map(({ id, nonce, part }) => ({
      name: 'part',
      data: { id, nonce, part },
      opts: { jobId: `${nonce}-${part}`, priority: part, removeOnComplete: true, removeOnFail: true },
    }))
    if (jobs.length > 0) await this.#queue.addBulk(jobs)
  }

  /** Begins to take parts. */
  start({ concurrency, stalled, work }: Handout): void {
    const worker = new Worker<PartOf>(queueName, (job) => work(job.data), {
      connection: this.#connect(),
      prefix,
      concurrency,
      lockDuration: stalled,
      stalledInterval: stalled / 2,
      maxStalledCount,
      skipVersionCheck: true,
    })
    // A lock that was lost while the host was cut off: who has the part is decided elsewhere.
    worker.on('error', () => {})
    this.#worker = worker
  }

  /** Takes no more parts; what is under way goes on. */
  pause(): void {
    void this.#worker?.pause(true).catch(() => {})
  }

  async close(): Promise<void> {
    const closed = [this.#worker?.close(), this.#queue.close()].map((ended) => ended?.catch(() => {}))
    const { promise: over, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, lastWords)
    await Promise.race([Promise.all(closed), over])
    clearTimeout(timer)
    for (const redis of this.#connections) if (redis.status !== 'end') redis.disconnect()
  }
}

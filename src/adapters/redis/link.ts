/**
 * A connection to Redis that outlives Redis: a command waits while Redis is away, stopped or loading, and is sent again when
 * it is back, until its patience ends. It also notices when Redis lost what it knew.
 */
import { Redis } from 'ioredis'
import { asFailure, Failure, fail } from '../../core/errors.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { journalScripts } from './journal-scripts.ts'
import { pacingScripts } from './pacing-scripts.ts'
import { queueScripts } from './queue-scripts.ts'

export interface LinkOptions {
  /** `redis://…` or `rediss://…`, with user and password where they are needed. */
  readonly url: string
  readonly clock: Clock
  readonly log: Log
}

/** Everything that is kept stands under this; the braces keep it in one slot of a cluster. */
export const prefix = '{create-issues-and-prs}'

/** Milliseconds that one command may take before it is given up and sent again. */
const commandTimeout = 5_000
const pauses = [100, 250, 500, 1_000, 2_000]

/** Settings that all connections share. `maxRetriesPerRequest: null` is what BullMQ asks for. */
export function connectionOptions() {
  return {
    maxRetriesPerRequest: null,
    connectTimeout: 5_000,
    retryStrategy: (times: number) => Math.min(100 * times, 1_000),
    // After a failover the old master answers as a read-only replica: the address has to be looked up again.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
    connectionName: 'create-issues-and-prs',
  }
}

const scripts = { ...journalScripts, ...queueScripts, ...pacingScripts }
export type ScriptName = keyof typeof scripts
type Reply = readonly [memory: string, ...rest: unknown[]]
type Scripted = Record<ScriptName, (...args: (string | number)[]) => Promise<Reply>>

export class RedisLink {
  readonly #redis: Redis & Scripted
  readonly #clock: Clock
  readonly #log: Log
  readonly #host: string
  readonly #listeners = new Set<() => void>()
  #memory = ''
  #isReady = false
  #hasWarned = false
  /** A command had no answer in time, and none has been answered since. */
  #isSilent = false
  #awaySince: number | undefined
  #lastAway = Number.NEGATIVE_INFINITY
  #lastError: unknown

  constructor({ url, clock, log }: LinkOptions) {
    this.#clock = clock
    this.#log = log
    this.#host = new URL(url).host
    this.#redis = new Redis(url, {
      ...connectionOptions(),
      // Waiting and sending again is done here, where it has an end and knows what may be sent twice.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      commandTimeout,
      lazyConnect: true,
    }) as Redis & Scripted
    for (const [name, lua] of Object.entries(scripts)) this.#redis.defineCommand(name, { lua })
    this.#redis.on('ready', () => void this.#recognise())
    this.#redis.on('close', () => this.#away())
    this.#redis.on('error', (error) => {
      this.#lastError = error
    })
    this.#redis.connect().catch(() => {})
  }

  /** Which memory Redis has, as last seen: another id means that what was written before may be gone. */
  get memory(): string {
    return this.#memory
  }

  /** True when Redis could not be reached at some time after `since` (epoch milliseconds). */
  wasAway(since: number): boolean {
    return !this.#isReady || this.#isSilent || this.#lastAway >= since
  }

  /** Called when Redis was found to have lost its memory, or part of it. Answers how to stop listening. */
  onLoss(listen: () => void): () => void {
    this.#listeners.add(listen)
    return () => this.#listeners.delete(listen)
  }

  /**
   * Runs a script; keys are given without the prefix, `memory` and the known memory are put in front. Sent again until
   * `patience` (asked anew each time, milliseconds) has run out: throws `journal-unavailable`.
   */
  async run(name: ScriptName, keys: readonly string[], args: readonly (string | number)[], patience: () => number) {
    const names = ['memory', ...keys].map((key) => `${prefix}:${key}`)
    return this.patiently(async () => {
      const [memory, ...rest] = await this.#redis[name](names.length, ...names, this.#memory, ...args)
      this.#isIn(memory)
      return rest
    }, patience)
  }

  /** Does the work with the bare client, again and again until it succeeds or patience ends. */
  async patiently<T>(work: (redis: Redis) => Promise<T>, patience: () => number): Promise<T> {
    const began = this.#clock.now()
    for (let attempt = 0; ; attempt++) {
      try {
        if (!this.#isReady) throw this.#lastError ?? new Error('not connected')
        const value = await work(this.#redis)
        this.#isSilent = false
        return value
      } catch (error) {
        if (error instanceof Failure) throw error
        this.#noteTimeout(error)
        const over = this.#clock.now() - began >= patience()
        if (over || isFinal(error)) throw unavailable(error, this.#host)
        await this.#clock.sleep(pauses[Math.min(attempt, pauses.length - 1)] as number)
      }
    }
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    this.#isReady = false
    this.#redis.disconnect()
  }

  #isIn(memory: string): void {
    const lost = this.#memory !== '' && this.#memory !== memory
    this.#memory = memory
    if (!lost) return
    this.#log.write(
      'warn',
      'Redis lost its memory or was restarted: what is not recorded is looked up before it is done',
      {
        redis: this.#host,
      },
    )
    for (const listen of this.#listeners) listen()
  }

  /** After each connect: whether this is the Redis that it was. Nothing else is sent before. */
  async #recognise(): Promise<void> {
    try {
      const info = await this.#redis.info()
      const run = /^run_id:(\w+)/m.exec(info)?.[1] ?? ''
      this.#warnOfEviction(info)
      const [memory] = await this.#redis.recognise(1, `${prefix}:memory`, this.#memory, run)
      this.#isReady = true
      if (this.#awaySince !== undefined) this.#log.write('info', 'Redis is back', { redis: this.#host })
      this.#awaySince = undefined
      this.#isSilent = false
      this.#isIn(memory)
    } catch (error) {
      this.#lastError = error
      // Still loading, or gone again: a new connect comes back here.
      if (this.#redis.status === 'ready' && !isFinal(error)) this.#redis.disconnect(true)
    }
  }

  #warnOfEviction(info: string): void {
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction'
    if (this.#hasWarned || policy === 'noeviction' || /^maxmemory:0\r?$/m.test(info)) return
    this.#hasWarned = true
    this.#log.write('warn', 'Redis throws keys away when its memory is short: set maxmemory-policy noeviction', {
      ...{ redis: this.#host, policy },
    })
  }

  #away(): void {
    this.#lastAway = this.#clock.now()
    if (!this.#isReady) return
    this.#isReady = false
    this.#awaySince = this.#lastAway
    this.#log.write('warn', 'Redis is away: waiting for it', { redis: this.#host })
  }

  /** A Redis that does not answer is as good as away: the lease of a holder cannot be overtaken there either. */
  #noteTimeout(error: unknown): void {
    if (!(Error.isError(error) && /timed out/i.test(error.message))) return
    this.#lastAway = this.#clock.now()
    if (this.#isReady && !this.#isSilent) this.#log.write('warn', 'Redis does not answer', { redis: this.#host })
    this.#isSilent = true
  }
}

/** Answers of a Redis that will not change its mind by waiting. */
function isFinal(error: unknown): boolean {
  return Error.isError(error) && /^(NOAUTH|WRONGPASS|NOPERM|WRONGTYPE|ERR|UNKNOWN)\b/.test(error.message)
}

/** What is wrong, by the first word of Redis' answer or the code of the connection's error; never their whole text. */
function unavailable(error: unknown, host: string): Failure {
  const known = Error.isError(error) ? error : asFailure(error)
  const code = 'code' in known && typeof known.code === 'string' ? known.code : undefined
  const reason =
    code ?? /^[A-Z]{3,}\b/.exec(known.message)?.[0] ?? (/timed out/i.test(known.message) ? 'no answer' : '')
  return fail(
    'journal-unavailable',
    `Redis cannot be read or written (${reason || 'not reachable'}).`,
    'Check REDIS_URL, its user and password, and that Redis runs, may write to its disk and has memory left. Nothing is done without a journal.',
    { redis: host, reason: reason || 'not reachable' },
    error,
  )
}

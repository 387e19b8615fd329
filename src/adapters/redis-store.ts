/**
 * The journal in Redis, for many hosts. Every write is one script that checks the holder's fence, may be sent again when
 * its answer is lost, and waits for a Redis that is away. Where Redis lost what it knew, a step that is not recorded counts
 * as begun when the loss was, so that it is looked up until the far side has settled before it is done.
 */
import { randomUUID } from 'node:crypto'
import type { StepName } from '../core/batch.ts'
import { type Failure, fail } from '../core/errors.ts'
import { overtaken } from '../core/holding.ts'
import type { BatchRecord, BatchSummary, ItemStep, Journal, Lease, StepRecord } from '../core/journal.ts'
import type { Clock } from '../core/ports.ts'
import { RedisLeases } from './redis/leases.ts'
import { prefix, type RedisLink, type ScriptName } from './redis/link.ts'

export interface RedisJournalOptions {
  readonly link: RedisLink
  readonly clock: Clock
  /** For a dry run: nothing is written. */
  readonly readOnly?: boolean
  /** A cancel: from then on Redis is waited for a moment only. */
  readonly signal?: AbortSignal
  /** Milliseconds for which nothing is given out after Redis began anew; holders that live re-claim theirs meanwhile. */
  readonly grace?: number
  /** Milliseconds to wait for a Redis that is away. */
  readonly patience?: number
  /** Closes what the journal stands on. */
  readonly release?: () => Promise<void>
}

/** Milliseconds after which a batch and its steps are forgotten. */
export const retention = 90 * 24 * 60 * 60 * 1000
/** Milliseconds for which Redis is waited for: more than the minute that a restart or a failover may take. */
const longPatience = 120_000
/** The same once the run is cancelled: a runner kills it soon after. */
const shortPatience = 2_000
const batchesShown = 1_000

/** Opens the journal. Throws `journal-unavailable` when Redis cannot be reached. */
export async function openRedisJournal(options: RedisJournalOptions): Promise<Journal> {
  const journal = new RedisJournal(options)
  await journal.check()
  return journal
}

class RedisJournal implements Journal {
  readonly #options: RedisJournalOptions
  readonly #link: RedisLink
  readonly #clock: Clock
  readonly #leases: RedisLeases
  /** The nonce of each intent of this process, so that a late copy of a command takes back no newer intent. */
  readonly #intents = new Map<string, string>()
  readonly #begun = new Map<string, { readonly digest: string; readonly itemKeys: readonly string[] }>()
  readonly #stopListening: () => void

  constructor(options: RedisJournalOptions) {
    this.#options = options
    this.#link = options.link
    this.#clock = options.clock
    this.#leases = new RedisLeases({
      link: options.link,
      clock: options.clock,
      patience: this.#patience,
      keep: retention,
      ...(options.grace === undefined ? {} : { grace: options.grace }),
    })
    this.#stopListening = options.link.onLoss(() => void this.#beginAgain())
  }

  /** What was lost with Redis' memory, of the batches that run: who ends one may be another process. */
  async #beginAgain(): Promise<void> {
    // What does not arrive now is told by the end of the batch.
    for (const [id, begun] of this.#begun) await this.beginBatch({ id, ...begun }).catch(() => {})
  }

  readonly #patience = () => (this.#options.signal?.aborted ? shortPatience : (this.#options.patience ?? longPatience))

  #run(name: ScriptName, keys: readonly string[], args: readonly (string | number)[]) {
    return this.#link.run(name, keys, args, this.#patience)
  }

  #read<T>(work: Parameters<RedisLink['patiently']>[0]): Promise<T> {
    return this.#link.patiently(work, this.#patience) as Promise<T>
  }

  async check(): Promise<void> {
    await this.#read((redis) => redis.ping())
  }

  async beginBatch({ id, digest, itemKeys }: { id: string; digest: string; itemKeys: readonly string[] }) {
    this.#begun.set(id, { digest, itemKeys })
    const keys = [`batch:${id}`, 'batches', ...itemKeys.map((key) => `holders:${key}`)]
    const [row] = await this.#run('beginBatch', keys, [id, digest, JSON.stringify(itemKeys), retention])
    return toBatch(id, row as BatchRow) as BatchRecord
  }

  async endBatch(id: string, response: unknown): Promise<void> {
    const end = () => this.#run('endBatch', [`batch:${id}`], [JSON.stringify(response ?? null), retention])
    const [known] = await end()
    const begun = this.#begun.get(id)
    if (known === 0 && begun) {
      // Lost with Redis' memory while it ran.
      await this.beginBatch({ id, ...begun })
      await end()
    }
    this.#begun.delete(id)
  }

  async batch(id: string): Promise<BatchRecord | undefined> {
    const fields = ['digest', 'created', 'state', 'response'] as const
    return toBatch(id, await this.#read((redis) => redis.hmget(`${prefix}:batch:${id}`, ...fields)))
  }

  async step(itemKey: string, step: StepName): Promise<StepRecord | undefined> {
    if (this.#options.readOnly) {
      const field = await this.#read<string | null>((redis) => redis.hget(`${prefix}:steps:${itemKey}`, step))
      return field === null ? undefined : toRecord(field)
    }
    const [state, field, age] = await this.#step('readStep', itemKey, step)
    const at = this.#clock.now() - Number(age)
    if (state === 'found') return toRecord(String(field), at)
    // Who held the item before the loss and still does knows that nobody else began anything.
    const isLost = state === 'doubt' && !this.#leases.spansLoss(itemKey)
    return isLost ? { state: 'intent', at } : undefined
  }

  async intend(itemKey: string, step: StepName, run?: string): Promise<void> {
    const nonce = randomUUID()
    await this.#step('intend', itemKey, step, nonce, marked(run))
    this.#intents.set(`${itemKey} ${step}`, nonce)
  }

  async record(itemKey: string, step: StepName, value: unknown, doubtful = false, run?: string): Promise<void> {
    await this.#step('record', itemKey, step, `${doubtful ? 1 : 0} ${JSON.stringify(value ?? null)}${marked(run)}`)
    this.#intents.delete(`${itemKey} ${step}`)
  }

  async retract(itemKey: string, step: StepName): Promise<void> {
    await this.#step('retract', itemKey, step, this.#intents.get(`${itemKey} ${step}`) ?? '')
    this.#intents.delete(`${itemKey} ${step}`)
  }

  /** One script on a step, with the claim of this process on its item. Throws `already-running` when it was overtaken. */
  async #step(name: ScriptName, itemKey: string, step: StepName, ...more: string[]): Promise<unknown[]> {
    const claim = this.#leases.claim(itemKey)
    const answer = await this.#run(
      name,
      [`steps:${itemKey}`, `lease:${itemKey}`],
      [step, claim.text, this.#leases.length, retention, ...more],
    )
    if (answer[0] !== 'fenced') {
      claim.renewed()
      return answer
    }
    claim.lost()
    throw overtaken()
  }

  acquire(itemKey: string): Promise<Lease | undefined> {
    return this.#leases.acquire(itemKey)
  }

  async batches(): Promise<readonly BatchSummary[]> {
    const ids = await this.#read<string[]>((redis) => redis.zrevrange(`${prefix}:batches`, 0, batchesShown - 1))
    const rows = await Promise.all(
      ids.map((id) =>
        this.#read<(string | null)[]>((redis) =>
          redis.hmget(`${prefix}:batch:${id}`, 'digest', 'created', 'state', 'items'),
        ),
      ),
    )
    return rows.flatMap(([digest, created, state, items], index) =>
      typeof digest === 'string'
        ? [
            {
              id: ids[index] as string,
              digest,
              createdAt: Number(created),
              state: state === 'done' ? ('done' as const) : ('running' as const),
              items: JSON.parse(items ?? '[]').length,
            },
          ]
        : [],
    )
  }

  async steps(batchId: string): Promise<readonly ItemStep[]> {
    const items = await this.#read<string | null>((redis) => redis.hget(`${prefix}:batch:${batchId}`, 'items'))
    const keys: string[] = JSON.parse(items ?? '[]')
    const all = await Promise.all(
      keys.map((key) => this.#read<Record<string, string>>((redis) => redis.hgetall(`${prefix}:steps:${key}`))),
    )
    return all.flatMap((steps, index) =>
      Object.entries(steps)
        .map(([step, field]) => ({
          itemKey: keys[index] as string,
          step: step as StepName,
          record: toRecord(field),
        }))
        .sort((a, b) => a.record.at - b.record.at),
    )
  }

  async forget(batchId: string): Promise<boolean> {
    const [outcome] = await this.#run('forget', [`batch:${batchId}`, 'batches'], [batchId, prefix])
    if (outcome === 'busy') throw stillRunning(batchId)
    return outcome === 1
  }

  async close(): Promise<void> {
    this.#stopListening()
    this.#leases.close()
    await this.#options.release?.()
  }
}

type BatchRow = readonly (string | null)[]

function toBatch(id: string, [digest, created, state, response]: BatchRow): BatchRecord | undefined {
  if (typeof digest !== 'string') return undefined
  return {
    id,
    digest,
    createdAt: Number(created),
    state: state === 'done' ? 'done' : 'running',
    response: typeof response === 'string' ? JSON.parse(response) : null,
  }
}

/** `at`: by this host's clock, where it is known how long ago it was. */
function toRecord(field: string, at?: number): StepRecord {
  const pattern = /^([id]) (\d+) (.*?)(?: @([\w.-]+))?$/s
  const [, kind, written, rest, by] = pattern.exec(field) as unknown as [string, string, string, string, string?]
  const time = at ?? Number(written)
  const run = by === undefined ? {} : { run: by }
  if (kind === 'i') return { state: 'intent', at: time, ...run }
  return { state: 'done', at: time, value: JSON.parse(rest.slice(2)), doubtful: rest.startsWith('1'), ...run }
}

/** How a run stands behind a step. What stands before ends as JSON or a nonce does: never like this. */
const marked = (run: string | undefined) => (run === undefined ? '' : ` @${run}`)

function stillRunning(batch: string): Failure {
  return fail(
    'already-running',
    `Batch ${batch} is being worked on.`,
    'Wait for that run to end, or cancel it first.',
    { batch },
  )
}

/** The batches of the queue as they stand in Redis: hashes, and sets of their ids by time. */
import type { BatchState, BatchTicket, ItemProgress, Part, QueuedBatch, WorkOutcome } from '../../core/queue.ts'
import { prefix, type RedisLink, type ScriptName } from './link.ts'

/** One acceptance of a batch. `acceptedAt` is known where it is told to Redis again. */
export interface Ticket extends BatchTicket {
  readonly nonce: string
  readonly acceptedAt?: number
}

/** One part of one acceptance of a batch. */
export interface PartOf {
  readonly id: string
  readonly nonce: string
  readonly part: number
}

/** What there is to do, as a host sees it. */
export interface Survey {
  /** Parts that may be worked on. `since`: for so many milliseconds. `hasJob`: BullMQ has it in its lists. */
  readonly due: readonly (PartOf & { readonly since: number; readonly hasJob: boolean })[]
  /** Batches whose parts have all ended, and that have no answer yet. */
  readonly ended: readonly string[]
  /** Batches sealed with a key that this host has not. */
  readonly foreign: readonly string[]
}

/** `stale`: milliseconds after which a worker counts as dead. `grace`: for so many a new memory gives nothing out. */
interface Times {
  readonly stale: number
  readonly grace: number
}

/** A batch with all that is needed to work on it, and to tell it to Redis again. */
export interface WholeBatch {
  readonly batch: QueuedBatch
  readonly ticket: Ticket
}

/** Milliseconds for which a batch is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 }
/** How many open batches one survey looks at. */
const surveySize = 200

/** The patience of what is done again soon. */
const atOnce = () => 0

const outline = ['digest', 'dryRun', 'items', 'state', 'accepted', 'ended', 'notBefore', 'answer'] as const
const whole = [...outline, 'sealed', 'key', 'parts', 'ticket'] as const
type Fields = readonly (string | null)[]

const keep = (dryRun: boolean) => (dryRun ? retention.dryRun : retention.real)

export class QueuedBatches {
  readonly #link: RedisLink
  readonly #patience: () => number

  /** `patience`: milliseconds that a call waits for a Redis that is away. */
  constructor(link: RedisLink, patience: () => number) {
    this.#link = link
    this.#patience = patience
  }

  #run(name: ScriptName, keys: readonly string[], args: readonly (string | number)[], patience = this.#patience) {
    return this.#link.run(name, keys, args, patience)
  }

  #read<T>(work: Parameters<RedisLink['patiently']>[0], patience = this.#patience): Promise<T> {
    return this.#link.patiently(work, patience) as Promise<T>
  }

  async enqueue(ticket: Ticket, { limit, replaceDone }: { limit: number; replaceDone: boolean }) {
    const { id, nonce, digest, dryRun, items, parts, sealed, sealedWith, acceptedAt } = ticket
    const [outcome] = await this.#run(
      'enqueue',
      [`queued:${id}`, `parts:${id}`, 'queue:waiting', 'queue:open', 'queue:all', `progress:${id}`],
      [
        ...[id, nonce, digest, dryRun ? 1 : 0, JSON.stringify(items), Buffer.from(sealed).toString('base64')],
        ...[sealedWith, parts, limit, replaceDone ? 1 : 0, retention.real, acceptedAt ?? ''],
      ],
    )
    return outcome as 'added' | 'known' | 'full'
  }

  /** `sealKeys`: those that the taker has. */
  async take({ id, nonce, part }: PartOf, worker: string, { stale, grace }: Times, sealKeys: readonly string[]) {
    const keys = [`queued:${id}`, `parts:${id}`, 'queue:waiting']
    const [outcome] = await this.#run('take', keys, [id, nonce, part, worker, stale, grace, ...sealKeys])
    return outcome as 'taken' | 'busy' | 'early' | 'over' | 'foreign'
  }

  async beat(parts: readonly PartOf[], worker: string): Promise<void> {
    const keys = parts.map(({ id }) => `parts:${id}`)
    await this.#run('beat', keys, [worker, ...parts.map(({ part }) => part)], atOnce)
  }

  /** `wait`: milliseconds until a part that is not at its end may go on. */
  async settle({ id, nonce, part }: PartOf, worker: string, outcome: WorkOutcome, wait: number) {
    const args = [nonce, part, worker, outcome.state, JSON.stringify(outcome), wait]
    const [kept] = await this.#run('settle', [`queued:${id}`, `parts:${id}`], args)
    return kept as 'kept' | 'last' | 'overtaken' | 'gone'
  }

  /** The outcomes of all parts in their order, as long as each has one. */
  async outcomes(id: string): Promise<readonly WorkOutcome[] | undefined> {
    const fields = await this.#read<Record<string, string>>((redis) => redis.hgetall(`${prefix}:parts:${id}`))
    const count = Object.keys(fields).filter((field) => field.endsWith(':state')).length
    const texts = Array.from({ length: count }, (_, index) => fields[`${index + 1}:outcome`])
    if (count === 0 || !texts.every((text) => text !== undefined)) return undefined
    return texts.map((text) => JSON.parse(text) as WorkOutcome)
  }

  /** Gives the whole batch its answer. `again`: all its parts wait. */
  async conclude({ id, nonce, dryRun }: Ticket, outcome: WorkOutcome) {
    const isAgain = outcome.state === 'again'
    const [kept] = await this.#run(
      'conclude',
      [`queued:${id}`, `parts:${id}`, 'queue:waiting', 'queue:open', `progress:${id}`],
      [
        ...[id, nonce, isAgain ? 'waiting' : outcome.state, JSON.stringify(outcome.answer ?? null)],
        ...[keep(dryRun), isAgain ? (outcome.notBefore ?? '') : ''],
      ],
    )
    return kept as 'kept' | 'moved' | 'gone'
  }

  async survey(sealKeys: readonly string[], { stale, grace }: Times, jobPrefix: string): Promise<Survey> {
    const args = [surveySize, prefix, stale, grace, jobPrefix, ...sealKeys]
    const [due, ended, foreign] = await this.#run('survey', ['queue:open'], args, atOnce)
    return {
      due: (due as [string, string, string, string, number][]).map(([id, nonce, part, since, job]) => {
        return { id, nonce, part: Number(part), since: Number(since), hasJob: job === 1 }
      }),
      ended: ended as string[],
      foreign: foreign as string[],
    }
  }

  async find(id: string): Promise<QueuedBatch | undefined> {
    return toBatch(id, await this.#read<Fields>((redis) => redis.hmget(`${prefix}:queued:${id}`, ...outline)))
  }

  /** Where batches are, for whoever minds them; undefined for those that are not there. */
  whereabouts(ids: readonly string[]): Promise<readonly ({ state: BatchState; nonce: string } | undefined)[]> {
    const read = async (id: string) => {
      const row = await this.#read<Fields>((redis) => redis.hmget(`${prefix}:queued:${id}`, 'state', 'ticket'), atOnce)
      return row[0] ? { state: row[0] as BatchState, nonce: row[1] ?? '' } : undefined
    }
    return Promise.all(ids.map(read))
  }

  /** A batch with its sealed request, as long as that is there. */
  async whole(id: string): Promise<WholeBatch | undefined> {
    const fields = await this.#read<Fields>((redis) => redis.hmget(`${prefix}:queued:${id}`, ...whole))
    const batch = toBatch(id, fields)
    const [sealed, key, parts, nonce] = fields.slice(outline.length)
    if (!batch || typeof sealed !== 'string' || typeof nonce !== 'string') return undefined
    const more = { nonce, sealed: Buffer.from(sealed, 'base64'), sealedWith: key ?? '', parts: Number(parts) }
    return { batch, ticket: { ...batch, ...more } }
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
      () => 2_000,
    )
    return { waiting, running: Math.max(0, open - waiting) }
  }

  /** Not durable: what does not arrive is told by the next phase, or by the answer. */
  keepProgress(id: string, item: ItemProgress): void {
    const key = `${prefix}:progress:${id}`
    const write = async (redis: Parameters<Parameters<RedisLink['patiently']>[0]>[0]) => {
      await redis.multi().hset(key, String(item.index), JSON.stringify(item)).pexpire(key, retention.dryRun).exec()
    }
    void this.#link.patiently(write, atOnce).catch(() => {})
  }

  async progress(id: string): Promise<readonly ItemProgress[]> {
    const items = await this.#read<Record<string, string>>((redis) => redis.hgetall(`${prefix}:progress:${id}`))
    return Object.values(items)
      .map((text) => JSON.parse(text) as ItemProgress)
      .sort((a, b) => a.index - b.index)
  }
}

/** Which of how many. */
export const partOf = ({ parts }: Ticket, { part }: PartOf): Part => ({ number: part, count: parts })

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

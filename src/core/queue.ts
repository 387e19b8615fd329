/**
 * The batches that a server has accepted, as an interface: what waits, what is worked on, and the answers of what is done.
 * One adapter keeps them in SQLite for one host, another in Redis for many.
 */
import type { Phase } from './batch.ts'

/** Where a batch is. `waiting`: for a free worker, or for `notBefore`. `lost`: it cannot be gone on with; `answer` says why. */
export type BatchState = 'waiting' | 'running' | 'done' | 'lost'

/** One item as a list shows it. Holds no credential. */
export interface ItemOutline {
  readonly package_name: string
  readonly current_version: string
  readonly safe_version: string
  readonly severity: string | null
}

/** A batch as it is taken in. */
export interface BatchTicket {
  readonly id: string
  /** SHA-256 (hex) of the request without credentials: the same id with another digest is another request. */
  readonly digest: string
  readonly dryRun: boolean
  readonly items: readonly ItemOutline[]
  /** Into how many parts it may be cut, at least 1. A queue of one host works on it as a whole. */
  readonly parts: number
  /** The request, credentials included, encrypted. Forgotten as soon as the batch is done. */
  readonly sealed: Uint8Array
  /** Which key opens it: an id that tells nothing of the key. */
  readonly sealedWith: string
}

/** One of the parts that a batch is worked on in, each by one host at a time. Counted from 1. */
export interface Part {
  readonly number: number
  readonly count: number
}

/** A batch as it is known afterwards. Times are epoch milliseconds. */
export interface QueuedBatch extends Omit<BatchTicket, 'sealed' | 'sealedWith' | 'parts'> {
  readonly state: BatchState
  readonly acceptedAt: number
  readonly endedAt: number | null
  /** Set while it waits for a limit of the far side to pass. */
  readonly notBefore: number | null
  /** The response as told, once there is one. Plain JSON. */
  readonly answer: unknown
}

/** How far an item is: told while its batch runs. `result` is the item's part of the response, once it is done. */
export interface ItemProgress {
  readonly index: number
  readonly phase: Phase | 'done'
  readonly result: unknown
}

/** What became of a batch, or a part of one, that was worked on. `again`: it goes on later, at the earliest at `notBefore`. */
export type WorkOutcome =
  | { readonly state: 'done' | 'lost'; readonly answer: unknown }
  | { readonly state: 'again'; readonly notBefore: number | null; readonly answer: unknown }

/** What `listen` tells: an item moved, or the batch came to another state. */
export type QueueEvent =
  | { readonly kind: 'item'; readonly item: ItemProgress }
  | { readonly kind: 'batch'; readonly batch: QueuedBatch }

/** How a host works on what the queue gives it. */
export interface Work {
  /** The ids of the keys that this host has; it is given nothing that was sealed with another, where other hosts may have it. */
  readonly keys: readonly string[]
  /** Carries out one part. Never throws. What it answers is plain JSON without a credential. */
  carryOut(batch: QueuedBatch, part: Part, sealed: Uint8Array): Promise<WorkOutcome>
  /**
   * The whole batch's outcome from those of all its parts, in their order, once each has ended or waits for its time. May
   * be asked twice for the same.
   */
  gather(batch: QueuedBatch, parts: readonly WorkOutcome[]): Promise<WorkOutcome>
}

/**
 * Every method that writes has reached the disk (or Redis) when its promise resolves, or throws `journal-unavailable`.
 * No credential is ever in clear in what it keeps.
 */
export interface BatchQueue {
  /** `sqlite` or `redis`: for people. */
  readonly kind: string
  /**
   * Takes a batch in. `known`: one of this id is there, and nothing was changed. A lost one is always replaced, and with
   * `replaceDone` one that is done, too. `full`: `limit` batches wait already.
   */
  add(
    ticket: BatchTicket,
    options: { readonly limit: number; readonly replaceDone: boolean },
  ): Promise<{ readonly outcome: 'added' | 'known'; readonly batch: QueuedBatch } | { readonly outcome: 'full' }>
  find(id: string): Promise<QueuedBatch | undefined>
  /** The newest first. */
  recent(limit: number): Promise<readonly QueuedBatch[]>
  /** How many wait, and how many are worked on by any host. Throws when the store is away. */
  depth(): Promise<{ readonly waiting: number; readonly running: number }>
  /**
   * Begins to work, on at most `concurrency` parts at the same time on this host, beginning with what a host that died
   * left behind: the oldest batch first, and of several the first part of each before the second of any. `stop` takes no
   * more and resolves when what is under way has come back.
   */
  start(concurrency: number, work: Work): { stop(): Promise<void> }
  /** Keeps how far an item is (not durably), and tells those who listen, on any host. */
  tell(id: string, item: ItemProgress): void
  progress(id: string): Promise<readonly ItemProgress[]>
  /** Calls `listener` for everything that happens to a batch from now on. Answers the way to stop that. */
  listen(id: string, listener: (event: QueueEvent) => void): () => void
  /** Calls `listener` with the id of each batch whose state changes or whose items move. Answers the way to stop that. */
  listenAll(listener: (id: string) => void): () => void
  close(): Promise<void>
}

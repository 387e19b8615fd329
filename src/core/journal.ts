/** The port of the journal: durable memory of what was meant and of what was done. */
import type { StepName } from './batch.ts'

/** What the journal knows of one step of one item. `run`: the one that intended or made it; absent where it was found. */
export type StepRecord = { readonly at: number; readonly run?: string } & (
  | { readonly state: 'intent' }
  /** `doubtful`: it may have been made twice (an earlier attempt was never seen to fail), so later runs look for twins. */
  | { readonly state: 'done'; readonly value: unknown; readonly doubtful: boolean }
)

export interface BatchRecord {
  readonly id: string
  /** SHA-256 (hex) of the request without credentials: the same id with another digest is another request. */
  readonly digest: string
  readonly createdAt: number
  readonly state: 'running' | 'done'
  /** The response as told, once done. */
  readonly response: unknown
}

/** A batch as a list shows it. */
export interface BatchSummary {
  readonly id: string
  readonly digest: string
  readonly createdAt: number
  readonly state: 'running' | 'done'
  /** How many items it has. */
  readonly items: number
}

/** One step of one item of a batch, as `journal show` tells it. */
export interface ItemStep {
  readonly itemKey: string
  readonly step: StepName
  readonly record: StepRecord
}

/**
 * Durable memory of effects; holds no credential. Every method that writes has reached the disk (or Redis) when its
 * promise resolves, or throws `journal-unavailable`.
 */
export interface Journal {
  beginBatch(batch: { id: string; digest: string; itemKeys: readonly string[] }): Promise<BatchRecord>
  endBatch(id: string, response: unknown): Promise<void>
  batch(id: string): Promise<BatchRecord | undefined>
  step(itemKey: string, step: StepName): Promise<StepRecord | undefined>
  /** Written before the effect. A result that stands is not overwritten. `run`: of letters, digits, `-`, `_` and `.`. */
  intend(itemKey: string, step: StepName, run?: string): Promise<void>
  /** Written after the effect, or when it was found. `value` is plain JSON; the rest as in StepRecord. */
  record(itemKey: string, step: StepName, value: unknown, doubtful?: boolean, run?: string): Promise<void>
  /** The effect certainly did not happen: the intent is taken back. */
  retract(itemKey: string, step: StepName): Promise<void>
  /**
   * One holder at a time works on an item. Undefined: another has it until `until`. The lease carries a fencing token
   * that grows with every holder, and is renewed by the adapter until released.
   */
  acquire(itemKey: string): Promise<Lease | undefined>
  /** All batches, the newest first. */
  batches(): Promise<readonly BatchSummary[]>
  /** The steps of a batch's items, by item in the order of the batch, then by time. Empty for an unknown batch. */
  steps(batchId: string): Promise<readonly ItemStep[]>
  /**
   * Forgets a batch, and the steps of those of its items that no other batch holds. False: there is no such batch.
   * Throws `already-running` while a run holds one of its items.
   */
  forget(batchId: string): Promise<boolean>
  close(): Promise<void>
}

export interface Lease {
  readonly fence: number
  /**
   * False once it was lost (a pause longer than the lease): nothing may be written any more. `strictly`: false also where
   * that may be but is not known yet, as nobody was asked since.
   */
  held(strictly?: boolean): boolean
  /** Asks the store, which is waited for, and renews the lease where it is held still. Absent: `held` knows. */
  confirm?(): Promise<boolean>
  release(): Promise<void>
}

/** What the files of this room share about one run. Types only. */
import type { Batch, ItemResult, Phase, RunOptions, Warning } from '../core/batch.ts'
import type { Failure } from '../core/errors.ts'
import type { Ports } from '../core/ports.ts'
import type { Recovery } from './recovery.ts'
import type { Slots } from './slots.ts'

/** Told while a batch runs: the phase an item came to, or its end. */
export type ItemEvent =
  | { readonly index: number; readonly phase: Phase }
  | { readonly index: number; readonly phase: 'done'; readonly result: ItemResult }

export interface BatchRun {
  /** Under which another process may have begun it, and may go on with it: what that made counts as made by this run. */
  readonly name: string
  readonly batch: Batch
  readonly options: RunOptions
  /** Aborted: nothing new begins; what is under way ends. */
  readonly signal: AbortSignal
  readonly observe?: (event: ItemEvent) => void
}

/** What the repositories of a batch share. */
export interface Shared {
  readonly ports: Ports
  readonly run: BatchRun
  readonly recovery: Recovery
  /** Repositories that are read at the same time. */
  readonly reading: Slots
  /** Items that touch far sides at the same time, over all repositories. */
  readonly slots: Slots
  /** The same for what GitHub paces, where a step may wait for minutes: nothing else waits behind it. */
  readonly pacedSlots: Slots
  /**
   * By item key: the rank of its repository, the smallest first. So a small one is soon pushed and has pull requests to
   * open, or ends and makes room for the next one, while a large one still makes its issues.
   */
  readonly ranks: ReadonlyMap<string, number>
  /** Said once for the whole batch, by code. */
  readonly warnings: Map<string, Warning>
  /** Set when a limit of the hour class was met: later steps of that kind do not begin. */
  halted: Failure | undefined
}

/** A batch: items grouped by repository, repositories side by side. One failure never stops another item. */
import type { BatchResult, Item, ItemResult } from '../core/batch.ts'
import type { Ports } from '../core/ports.ts'
import { Recovery } from './recovery.ts'
import { groupByRepository, runRepository } from './run-repository.ts'
import type { BatchRun, Shared } from './shared.ts'
import { Slots } from './slots.ts'

/**
 * Repositories that are open at the same time, for each that is read: while some wait for GitHub's pace, the next ones are
 * prepared. Each holds its tree in memory, so not more than that.
 */
const openForEachRead = 2

/** Runs a whole batch. Throws only when the journal cannot be written; everything else is told in the results. */
export async function runBatch(ports: Ports, run: BatchRun): Promise<BatchResult> {
  const { batch, options } = run
  if (!batch.dryRun) {
    await ports.journal.beginBatch({ id: batch.id, digest: batch.digest, itemKeys: batch.itemKeys })
  }
  const bySize = groupByRepository(batch.items).sort((a, b) => a.length - b.length)
  const shared: Shared = {
    ports,
    run,
    recovery: new Recovery(ports.issues, batch.items),
    reading: new Slots(options.concurrency),
    slots: new Slots(options.concurrency),
    pacedSlots: new Slots(options.concurrency),
    ranks: new Map(bySize.flatMap((items, rank) => items.map(({ key }) => [key, rank]))),
    warnings: new Map(),
    halted: undefined,
  }
  const open = new Slots(options.concurrency * openForEachRead)
  const results = await Promise.all(
    inOrderOfOpening(bySize).map((items) => open.run(() => runRepository(shared, items))),
  )
  return conclude(shared, results.flat())
}

/**
 * The smallest is opened first, so that there is soon a pull request to open; then the largest ones, whose issues take the
 * longest until the one push: so they are made while others' pull requests keep GitHub's pace.
 */
function inOrderOfOpening(bySize: readonly Item[][]): Item[][] {
  const [smallest, ...others] = bySize
  return smallest ? [smallest, ...others.toSorted((a, b) => b.length - a.length)] : []
}

/** What the same batch, run again later, brings to its end: a cancel, a limit of the hour class, another run's item. */
const passing: readonly (string | undefined)[] = ['interrupted', 'github-hour-limit', 'already-running']

function conclude(shared: Shared, results: readonly ItemResult[]): BatchResult {
  const { batch } = shared.run
  const open = results.some(({ error }) => passing.includes(error?.code))
  const retryAt = shared.halted?.retryAt
  return {
    batchId: batch.id,
    status: open ? 'interrupted' : 'completed',
    dryRun: batch.dryRun,
    results: [...results].sort((a, b) => a.index - b.index),
    warnings: [...shared.warnings.values()],
    ...(retryAt === undefined ? {} : { resumeAt: new Date(retryAt).toISOString() }),
  }
}

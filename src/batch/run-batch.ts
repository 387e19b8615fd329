/** A batch: items grouped by repository, repositories side by side. One failure never stops another item. */
import type { BatchResult, ItemResult } from '../core/batch.ts'
import type { Ports } from '../core/ports.ts'
import { Recovery } from './recovery.ts'
import { groupByRepository, runRepository } from './run-repository.ts'
import type { BatchRun, Shared } from './shared.ts'
import { Slots } from './slots.ts'

/** Runs a whole batch. Throws only when the journal cannot be written; everything else is told in the results. */
export async function runBatch(ports: Ports, run: BatchRun): Promise<BatchResult> {
  const { batch, options } = run
  if (!batch.dryRun) {
    await ports.journal.beginBatch({ id: batch.id, digest: batch.digest, itemKeys: batch.itemKeys })
  }
  const groups = groupByRepository(batch.items)
  const shared: Shared = {
    ports,
    run,
    recovery: new Recovery(ports.issues, batch.items),
    slots: new Slots(options.concurrency),
    pacedSlots: new Slots(options.concurrency),
    ranks: new Map(groups.flatMap((items, rank) => items.map(({ key }) => [key, rank]))),
    warnings: new Map(),
    halted: undefined,
  }
  const repositories = new Slots(options.concurrency)
  const results = await Promise.all(groups.map((items) => repositories.run(() => runRepository(shared, items))))
  return conclude(shared, results.flat())
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

/** The items of one repository: read once, decide all, then the effects, with one push for all branches. */
import type { Item, ItemResult, RepositoryTarget, Warning } from '../core/batch.ts'
import { asFailure, Failure, fail } from '../core/errors.ts'
import type { Lease } from '../core/journal.ts'
import { type OnceContext, once } from './once.ts'
import { type Carry, processItem } from './process-item.ts'
import { PushGate } from './push-gate.ts'
import { type ItemPush, pushNew } from './push-new.ts'
import { type Decided, type OpenRepository, reached, readRepository } from './read-repository.ts'
import { ResultDraft } from './result-draft.ts'
import type { Shared } from './shared.ts'
import type { ItemWork } from './steps.ts'

/** Items that share a repository and a credential, in the order of the request. */
export function groupByRepository(items: readonly Item[]): Item[][] {
  const name = ({ url, token }: RepositoryTarget) => JSON.stringify([url.toLowerCase(), token.reveal()])
  return [...Map.groupBy(items, ({ pullRequest }) => name(pullRequest.repository)).values()]
}

/** One result for each item, whatever happens. */
export async function runRepository(shared: Shared, items: readonly Item[]): Promise<ItemResult[]> {
  let open: OpenRepository | undefined
  try {
    open = await shared.reading.run(() => readRepository(shared, items))
    return await carryOut(shared, open)
  } catch (error) {
    return items.map((item) => ended(shared, unreadable(item, asFailure(error))))
  } finally {
    await open?.repository.close()
  }
}

/**
 * Carries out the items whose leases are free, and then those that another run held meanwhile: never an item that waits
 * while its neighbours' branches wait for it, or two runs could wait for each other for ever.
 */
async function carryOut(shared: Shared, open: OpenRepository): Promise<ItemResult[]> {
  const { decided } = open
  if (shared.run.batch.dryRun) return together(shared, open, decided)
  const { clock } = shared.ports
  const until = clock.now() + longestWait
  const results: ItemResult[] = []
  let waiting: readonly Decided[] = decided
  try {
    while (waiting.length > 0) {
      const leased = await acquireAll(shared, waiting)
      const free = leased.filter(({ lease }) => lease !== undefined)
      waiting = leased.filter(({ lease }) => lease === undefined)
      results.push(...(await together(shared, open, free)))
      if (waiting.length > 0 && clock.now() >= until) throw heldByAnother()
      if (waiting.length > 0) await clock.sleep(1_000, shared.run.signal)
    }
  } catch (error) {
    // What was carried out before is told as what it is.
    results.push(...waiting.map(({ item }) => ended(shared, unreadable(item, asFailure(error)))))
  }
  return results
}

/** The lease of each item that is free. All or none: a journal that fails half-way keeps no item. */
async function acquireAll(shared: Shared, items: readonly Decided[]): Promise<Leased[]> {
  const asked = await Promise.allSettled(items.map(({ item }) => shared.ports.journal.acquire(item.key)))
  const failed = asked.find((answer) => answer.status === 'rejected')
  if (!failed) return items.map((one, index) => ({ ...one, lease: leaseOf(asked[index]) }))
  await Promise.all(asked.map((answer) => giveBack(leaseOf(answer))))
  throw failed.reason
}

function leaseOf(answer: PromiseSettledResult<Lease | undefined> | undefined): Lease | undefined {
  return answer?.status === 'fulfilled' ? answer.value : undefined
}

/** A lease that cannot be given back runs out by itself: no reason to fail what is done. */
async function giveBack(lease: Lease | undefined): Promise<void> {
  await lease?.release().catch(() => undefined)
}

interface Leased extends Decided {
  readonly lease?: Lease | undefined
}

/** Milliseconds to wait for another run that works on the same item: its result is then this run's too. */
const longestWait = 10 * 60_000

async function together(
  shared: Shared,
  { repository, facts }: OpenRepository,
  decided: readonly Leased[],
): Promise<ItemResult[]> {
  const { ports, run, recovery } = shared
  const sayOnce = (warning: Warning) => void shared.warnings.set(warning.code, warning)
  const gate = new PushGate(decided.length, (requests: readonly ItemPush[]) => pushNew(repository, requests))
  return Promise.all(
    decided.map(async ({ item, decision, lease }) => {
      const { options } = run
      const work: ItemWork = { ports, options, item, facts, repository, recovery, gate: gate.ticket(), sayOnce }
      try {
        const result = await processItem(work, decision, carrier(shared, item, lease), (at) =>
          reached(shared, item, at),
        )
        return ended(shared, result)
      } finally {
        await giveBack(lease)
      }
    }),
  )
}

function heldByAnother(): Failure {
  return fail(
    'already-running',
    'Another run is working on this very item at the moment.',
    'Wait for it to end; sending the batch again then shows its result.',
  )
}

/** `once` within the batch's limits: slots for all steps but the push, where items wait for one another. */
function carrier(shared: Shared, item: Item, lease: Lease | undefined): Carry {
  const { ports, run } = shared
  const context: OnceContext = {
    clock: ports.clock,
    journal: ports.journal,
    dryRun: run.batch.dryRun,
    signal: run.signal,
    run: run.name,
    ...(lease ? { lease } : {}),
  }
  return async (step) => {
    const isPaced = step.name === 'pull-request' || step.name === 'metadata'
    if (shared.halted && isPaced) throw shared.halted
    try {
      const carry = () => once(context, item.key, step)
      if (step.name === 'branch') return await carry()
      return await (isPaced ? shared.pacedSlots : shared.slots).run(carry, shared.ranks.get(item.key))
    } catch (error) {
      if (error instanceof Failure && error.code === 'github-hour-limit') shared.halted ??= error
      throw error
    }
  }
}

function unreadable(item: Item, failure: Failure): ItemResult {
  const draft = new ResultDraft(item)
  draft.failed('read', failure)
  return draft.end()
}

function ended(shared: Shared, result: ItemResult): ItemResult {
  shared.run.observe?.({ index: result.index, phase: 'done', result })
  return result
}

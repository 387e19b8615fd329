/** The items of one repository: read once, decide all, then the effects, with one push for all branches. */
import type { Item, ItemResult, Phase, RepositoryTarget, Warning } from '../core/batch.ts'
import { asFailure, Failure, fail } from '../core/errors.ts'
import type { GitRepository, Lease, RepositoryFacts } from '../core/ports.ts'
import { type Decision, decide } from './decide.ts'
import { ManifestShelf } from './find-manifests.ts'
import { interrupted, type OnceContext, once } from './once.ts'
import { branchPattern } from './placeholders.ts'
import { type Carry, processItem } from './process-item.ts'
import { PushGate } from './push-gate.ts'
import { type ItemPush, pushNew } from './push-new.ts'
import { ResultDraft } from './result-draft.ts'
import type { Shared } from './shared.ts'
import { type ItemWork, refuseClosed } from './steps.ts'

/** Items that share a repository and a credential, in the order of the request. */
export function groupByRepository(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const { url, token } = item.pullRequest.repository
    const name = JSON.stringify([url.toLowerCase(), token.reveal()])
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups.values()]
}

/** One result for each item, whatever happens. */
export async function runRepository(shared: Shared, items: readonly Item[]): Promise<ItemResult[]> {
  let repository: GitRepository | undefined
  try {
    if (shared.run.signal.aborted) throw interrupted()
    for (const item of items) reached(shared, item, 'read')
    const target = items[0]?.pullRequest.repository as RepositoryTarget
    const facts = await shared.ports.pullRequests.repository(target)
    if (facts.archived) throw archived(facts)
    if (!facts.mayPush && !shared.run.batch.dryRun) throw mayNotPush(facts)
    repository = await shared.ports.repositories.open(
      { ...target, url: facts.url, owner: facts.owner, name: facts.name },
      { readOnly: shared.run.batch.dryRun, signal: shared.run.signal },
    )
    const decisions = await decideAll(shared, repository, facts, items)
    const decided = items.map((item, index) => ({ item, decision: decisions[index] as Decision }))
    return await carryOut(shared, repository, facts, decided)
  } catch (error) {
    return items.map((item) => ended(shared, unreadable(item, asFailure(error))))
  } finally {
    await repository?.close()
  }
}

function archived(facts: RepositoryFacts): Failure {
  return fail(
    'repository-not-found',
    `Repository ${facts.owner}/${facts.name} is archived and takes no changes.`,
    'Unarchive it, or leave its items out of the batch.',
    { repository: facts.url },
  )
}

function mayNotPush(facts: RepositoryFacts): Failure {
  return fail(
    'github-permission',
    `This token may not push to ${facts.owner}/${facts.name}.`,
    'Give it "Contents: read and write" and "Pull requests: read and write" (classic: `repo`), or use another token.',
    { repository: facts.url },
  )
}

async function decideAll(
  shared: Shared,
  repository: GitRepository,
  facts: RepositoryFacts,
  items: readonly Item[],
): Promise<Decision[]> {
  const tips = await repository.tips([
    ...new Set(items.map(({ pullRequest }) => branchPattern(pullRequest.branchName))),
  ])
  const shelves = new Map<string, Promise<ManifestShelf>>()
  const shelfOf = (base: string) => {
    const shelf = shelves.get(base) ?? openShelf(repository, base, items, facts)
    shelves.set(base, shelf)
    return shelf
  }
  return Promise.all(
    items.map(async (item): Promise<Decision> => {
      try {
        const shelf = await shelfOf(item.pullRequest.baseBranch ?? facts.defaultBranch)
        reached(shared, item, 'plan')
        const decision = await decide(item, shelf.snapshot, shelf, tips, shared.ports.lockfiles)
        await refuseClosedEarly(shared, facts, item, decision)
        return decision
      } catch (error) {
        return { kind: 'failed', phase: 'read', failure: asFailure(error) }
      }
    }),
  )
}

/** Reads all files that the items of this base name, in one batch, before the first item asks for its own. */
async function openShelf(repository: GitRepository, base: string, items: readonly Item[], facts: RepositoryFacts) {
  const snapshot = await repository.snapshot(base)
  const shelf = new ManifestShelf(snapshot)
  const here = items.filter(({ pullRequest }) => (pullRequest.baseBranch ?? facts.defaultBranch) === base)
  await shelf.prefetch(here.flatMap(({ pullRequest }) => pullRequest.dependencyFiles))
  return shelf
}

/** Where the branch's name is known already, a pull request closed by a person is met before the issue is created. */
async function refuseClosedEarly(
  shared: Shared,
  facts: RepositoryFacts,
  item: Item,
  decision: Decision,
): Promise<void> {
  const head = item.pullRequest.branchName
  if (decision.kind !== 'edit' || decision.mine || branchPattern(head) !== head) return
  await refuseClosed({ ports: shared.ports, item, facts }, head, decision.snapshot.base, {})
}

/**
 * Carries out the items whose leases are free, and then those that another run held meanwhile: never an item that waits
 * while its neighbours' branches wait for it, or two runs could wait for each other for ever.
 */
async function carryOut(
  shared: Shared,
  repository: GitRepository,
  facts: RepositoryFacts,
  decided: readonly Decided[],
): Promise<ItemResult[]> {
  if (shared.run.batch.dryRun) return together(shared, repository, facts, decided)
  const { clock, journal } = shared.ports
  const until = clock.now() + longestWait
  const results: ItemResult[] = []
  for (let waiting = decided; waiting.length > 0; ) {
    const leased = await Promise.all(
      waiting.map(async (one) => ({ ...one, lease: await journal.acquire(one.item.key) })),
    )
    const free = leased.filter(({ lease }) => lease !== undefined)
    results.push(...(await together(shared, repository, facts, free)))
    waiting = leased.filter(({ lease }) => lease === undefined)
    if (waiting.length > 0 && clock.now() >= until) {
      return results.concat(waiting.map(({ item }) => ended(shared, unreadable(item, heldByAnother()))))
    }
    if (waiting.length > 0) await clock.sleep(1_000, shared.run.signal)
  }
  return results
}

interface Decided {
  readonly item: Item
  readonly decision: Decision
  readonly lease?: Lease | undefined
}

/** Milliseconds to wait for another run that works on the same item: its result is then this run's too. */
const longestWait = 10 * 60_000

async function together(
  shared: Shared,
  repository: GitRepository,
  facts: RepositoryFacts,
  decided: readonly Decided[],
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
        await lease?.release()
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
      return await (isPaced ? shared.pacedSlots.run(carry, shared.ranks.get(item.key)) : shared.slots.run(carry))
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

function reached(shared: Shared, { index }: Item, phase: Phase): void {
  shared.run.observe?.({ index, phase })
}

function ended(shared: Shared, result: ItemResult): ItemResult {
  shared.run.observe?.({ index: result.index, phase: 'done', result })
  return result
}

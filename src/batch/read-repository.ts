/** A repository and what is to be done in it: everything is read and decided before the first write. */
import type { Item, Phase, RepositoryTarget } from '../core/batch.ts'
import { asFailure, type Failure, fail } from '../core/errors.ts'
import type { GitRepository, RepositoryFacts } from '../core/ports.ts'
import { type Decision, decide } from './decide.ts'
import { ManifestShelf } from './find-manifests.ts'
import { interrupted } from './once.ts'
import { branchPattern } from './placeholders.ts'
import type { Shared } from './shared.ts'
import { refuseClosed } from './steps.ts'

export interface Decided {
  readonly item: Item
  readonly decision: Decision
}

/** Whoever has it closes its `repository`. */
export interface OpenRepository {
  readonly repository: GitRepository
  readonly facts: RepositoryFacts
  readonly decided: readonly Decided[]
}

/** Reads the repository of these items, which is one, and decides them all. Throws what concerns all of them. */
export async function readRepository(shared: Shared, items: readonly Item[]): Promise<OpenRepository> {
  const { run, ports } = shared
  if (run.signal.aborted) throw interrupted()
  for (const item of items) reached(shared, item, 'read')
  const target = items[0]?.pullRequest.repository as RepositoryTarget
  const facts = await ports.pullRequests.repository(target)
  if (facts.archived) throw archived(facts)
  if (!facts.mayPush && !run.batch.dryRun) throw mayNotPush(facts)
  const repository = await ports.repositories.open(
    { ...target, url: facts.url, owner: facts.owner, name: facts.name },
    { readOnly: run.batch.dryRun, signal: run.signal },
  )
  try {
    const decisions = await decideAll(shared, repository, facts, items)
    const decided = items.map((item, index) => ({ item, decision: decisions[index] as Decision }))
    return { repository, facts, decided }
  } catch (error) {
    await repository.close()
    throw error
  }
}

/** Tells who watches the run where an item has come to. */
export function reached(shared: Shared, { index }: Item, phase: Phase): void {
  shared.run.observe?.({ index, phase })
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

/** The tips of branches and the bases are read side by side: git keeps them in stores of their own. */
async function decideAll(
  shared: Shared,
  repository: GitRepository,
  facts: RepositoryFacts,
  items: readonly Item[],
): Promise<Decision[]> {
  const baseOf = ({ pullRequest }: Item) => pullRequest.baseBranch ?? facts.defaultBranch
  const shelves = new Map<string, Promise<ManifestShelf>>()
  for (const [base, here] of Map.groupBy(items, baseOf)) shelves.set(base, openShelf(repository, base, here))
  // A base that cannot be read is the failure of its own items, each of which meets it below.
  const settled = Promise.allSettled(shelves.values())
  const tips = await repository.tips([...new Set(items.map((item) => branchPattern(item.pullRequest.branchName)))])
  await settled
  return Promise.all(
    items.map(async (item): Promise<Decision> => {
      try {
        const shelf = (await shelves.get(baseOf(item))) as ManifestShelf
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

/** Reads all files that these items of one base name, in one batch, before the first item asks for its own. */
async function openShelf(repository: GitRepository, base: string, items: readonly Item[]): Promise<ManifestShelf> {
  const shelf = new ManifestShelf(await repository.snapshot(base))
  await shelf.prefetch(items.flatMap(({ pullRequest }) => pullRequest.dependencyFiles))
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

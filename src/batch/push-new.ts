/**
 * The push of a repository's new branches. Two runs that know nothing of each other (two hosted runners with the same
 * batch) are kept apart by the lease where a branch has one name; where its name holds the Jira key, each has a name of
 * its own, so the last thing before the push is a look for a branch of the same item.
 */
import type { GitRepository, PushOutcome, PushRequest } from '../core/ports.ts'
import { itemTrailer } from './decide.ts'

/** A push, with what another run's branch for the same item could be called and is known by. */
export interface ItemPush extends PushRequest {
  readonly itemKey: string
  /** The branch name with `*` for what another run may have put there. */
  readonly pattern: string
}

/** Pushes all but those that are there already: these are `stale`, under the name of the branch that is there. */
export async function pushNew(repository: GitRepository, requests: readonly ItemPush[]): Promise<PushOutcome[]> {
  const patterns = requests.filter(({ branch, pattern }) => pattern !== branch).map(({ pattern }) => pattern)
  const tips = patterns.length > 0 ? await repository.tips([...new Set(patterns)]) : []
  const thereOf = ({ itemKey }: ItemPush) => tips.find(({ trailers }) => trailers.get(itemTrailer) === itemKey)
  const open = requests.filter((request) => !thereOf(request))
  const pushed = open.length > 0 ? await repository.push(open.map(bare)) : []
  return requests.map((request) => {
    const there = thereOf(request)
    return there ? { branch: there.branch, status: 'stale' } : (pushed[open.indexOf(request)] as PushOutcome)
  })
}

const bare = ({ branch, oid, expect }: ItemPush): PushRequest => ({ branch, oid, expect })

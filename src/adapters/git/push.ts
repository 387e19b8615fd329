/** One push for all branches, each with its own lease and its own outcome. */
import { type Failure, fail } from '../../core/errors.ts'
import type { Oid, PushOutcome, PushRequest } from '../../core/ports.ts'
import { cleanGitText, gitFailure } from './failures.ts'
import { requireBranch, requireOid } from './names.ts'
import type { GitResult } from './process.ts'
import { parseHeads } from './snapshot.ts'
import type { GitStore } from './store.ts'

/** The arguments after `git`. Throws `request-invalid` for a branch that git would not have. */
function pushArguments(url: string, requests: readonly PushRequest[]): string[] {
  for (const { branch, oid, expect } of requests) {
    requireBranch(branch)
    requireOid(oid)
    if (expect !== undefined) requireOid(expect)
  }
  return [
    'push',
    '--porcelain',
    '--no-progress',
    '--no-verify',
    '--recurse-submodules=no',
    ...requests.map(({ branch, expect }) => `--force-with-lease=refs/heads/${branch}:${expect ?? ''}`),
    '--',
    url,
    ...requests.map(({ branch, oid }) => `${oid}:refs/heads/${branch}`),
  ]
}

/**
 * Pushes. `plain`: without deltas, for when the old contents are not here: over HTTP git always tries to make a delta
 * against them (`--no-thin` does not reach the transport) and would fetch each for it.
 */
export async function push(
  store: GitStore,
  requests: readonly PushRequest[],
  plain: boolean,
): Promise<readonly PushOutcome[]> {
  const [distinct, doubled] = separate(requests)
  if (distinct.length === 0) return []
  const args = pushArguments(store.target.url, distinct)
  const undeltified = ['-c', 'pack.window=0', ...args]
  let result = await attempt(store, plain ? undeltified : args)
  const lacks = 'exitCode' in result && result.exitCode !== 0 && result.stderr.includes('promisor remote')
  // Packing came before sending: nothing has left the machine.
  if (lacks && !plain) result = await attempt(store, undeltified)
  const said = 'exitCode' in result ? parsePorcelain(result.stdout.toString('utf8')) : new Map<string, RefStatus>()
  const first = distinct.map((request) => outcome(store, request, said.get(request.branch)))
  const open = first.includes(undefined)
  const settled = open ? await lookUp(store, distinct, first, said, result) : first
  const outcomes = new Map(distinct.map(({ branch }, i) => [branch, settled[i]]))
  return requests.map((request) => (doubled.has(request) ? twice(request) : outcomes.get(request.branch))).filter(given)
}

function given<T>(value: T | undefined): value is T {
  return value !== undefined
}

/** Two commits for one branch: the first is pushed, a different second one is not. */
function separate(requests: readonly PushRequest[]): [PushRequest[], Set<PushRequest>] {
  const byBranch = new Map<string, PushRequest>()
  const doubled = new Set<PushRequest>()
  for (const request of requests) {
    const first = byBranch.get(request.branch)
    if (!first) byBranch.set(request.branch, request)
    else if (first.oid !== request.oid) doubled.add(request)
  }
  return [[...byBranch.values()], doubled]
}

function twice({ branch }: PushRequest): PushOutcome {
  return { branch, status: 'rejected', reason: 'another change of this batch uses the same branch' }
}

async function attempt(store: GitStore, args: readonly string[]): Promise<GitResult | Failure> {
  try {
    return await store.remote('objects', args)
  } catch (error) {
    // Stopped half-way: what arrived is looked up like after a broken connection.
    const failure = error as Failure
    if (failure.code === 'timed-out') return failure
    throw error
  }
}

interface RefStatus {
  /** ` ` fast forward, `*` new, `+` forced, `=` up to date, `!` not pushed. */
  readonly flag: string
  readonly summary: string
}

/** Reads `push --porcelain`: `<flag> TAB <from>:refs/heads/<branch> TAB <summary>`. */
export function parsePorcelain(stdout: string): Map<string, RefStatus> {
  const statuses = new Map<string, RefStatus>()
  for (const line of stdout.split('\n')) {
    const [, flag, branch, summary] = /^([ *+=!-])\t[^:\t]*:refs\/heads\/([^\t]+)\t(.*)$/.exec(line) ?? []
    if (flag !== undefined && branch !== undefined) statuses.set(branch, { flag, summary: summary ?? '' })
  }
  return statuses
}

/** Someone was faster between the look and the update (perhaps with this very commit), or a name is in the way. */
const overtaken = /failed to update ref|reference already exists|but expected|incorrect old value|fetch first|non-fast/
/** The far side has not said what it did. */
const untold = /remote failure|failed to report|unpacker error/

/** The outcome, where the status alone decides it. */
function outcome(store: GitStore, { branch }: PushRequest, status: RefStatus | undefined): PushOutcome | undefined {
  if (!status) return undefined
  if (status.flag !== '!') return { branch, status: 'pushed' }
  const { summary } = status
  if (summary.includes('(stale info)')) return { branch, status: 'stale' }
  if (overtaken.test(summary) || untold.test(summary)) return undefined
  return { branch, status: 'rejected', reason: reasonIn(store, status) }
}

function reasonIn(store: GitStore, { summary }: RefStatus): string {
  return cleanGitText(/^\[[^\]]*\]\s*\((.*)\)\s*$/s.exec(summary)?.[1] ?? summary, store.target)
}

/** These say that nothing has arrived. */
const certain = new Set([
  'git-authentication',
  'repository-not-found',
  'connection-refused',
  'redirected',
  'github-rate-limited',
])

/** Looks what is there for those that are still open. Throws when nothing can be told about any of them. */
async function lookUp(
  store: GitStore,
  requests: readonly PushRequest[],
  known: readonly (PushOutcome | undefined)[],
  said: ReadonlyMap<string, RefStatus>,
  result: GitResult | Failure,
): Promise<readonly PushOutcome[]> {
  const failure = 'exitCode' in result ? gitFailure('push', result.stderr, store.target) : result
  if (said.size === 0 && certain.has(failure.code)) throw failure
  const heads = await headsNow(store)
  const found = requests.map((request, i) => {
    const status = said.get(request.branch)
    const reason = status && overtaken.test(status.summary) ? reasonIn(store, status) : undefined
    return known[i] ?? compare(request, heads, reason ?? failure.message)
  })
  const told = [...said.values()].some(({ summary }) => !untold.test(summary))
  if (!told && found.every(({ status }) => status === 'rejected')) throw pushFailure(failure)
  return found
}

async function headsNow(store: GitStore): Promise<Map<string, Oid> | undefined> {
  const listing = await store.remote('objects', ['ls-remote', '--quiet', '--heads', '--', store.target.url])
  return listing.exitCode === 0 ? parseHeads(listing.stdout) : undefined
}

function compare(request: PushRequest, heads: Map<string, Oid> | undefined, reason: string): PushOutcome {
  const { branch, oid, expect } = request
  const there = heads?.get(branch)
  if (there === oid) return { branch, status: 'pushed' }
  if (heads && there !== expect) return { branch, status: 'stale' }
  return { branch, status: 'rejected', reason }
}

/** A push that may have arrived in part is never said to be safe to do again. */
function pushFailure(failure: Failure): Failure {
  if (failure.code !== 'git-failed') return failure
  return fail('push-rejected', 'git push failed.', failure.hint, failure.facts, failure.cause)
}

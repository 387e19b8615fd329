/** Tips of remote branches: commits alone, of the branches that match, in one process. */
import type { BranchTip, Oid } from '../../core/ports.ts'
import { fetchOnly } from './blobs.ts'
import { gitFailure } from './failures.ts'
import { matchesPattern, requirePattern } from './names.ts'
import { parseBatch, parseCommit } from './objects.ts'
import type { GitStore } from './store.ts'

/**
 * Fetches the tips that match any pattern. The server filters by the text before the first `*`; an exact name asks for
 * everything that begins with it, as a refspec without `*` would be an error where the branch is absent.
 */
export async function fetchTips(
  store: GitStore,
  patterns: readonly string[],
  number: number,
): Promise<readonly BranchTip[]> {
  if (patterns.length === 0) return []
  for (const pattern of patterns) requirePattern(pattern)
  const into = `refs/tips/${number}/`
  const prefixes = new Set(patterns.map((pattern) => pattern.split('*', 1)[0] ?? ''))
  const refspecs = [...prefixes].map((prefix) => `+refs/heads/${prefix}*:${into}${prefix}*\n`)
  const args = [...fetchOnly, '--depth=1', '--filter=tree:0', '--stdin', '--', store.target.url]
  const result = await store.remote('tips', args, Buffer.from(refspecs.join('')))
  if (result.exitCode !== 0 && !foundNothing(result)) throw gitFailure('fetch', result.stderr, store.target)
  const found = await listTips(store, into)
  const wanted = found.filter(([branch]) => patterns.some((pattern) => matchesPattern(pattern, branch)))
  return await readTips(store, wanted)
}

/** A shallow fetch whose patterns match no branch ends with 1 and says nothing. */
function foundNothing({ exitCode, stderr }: { exitCode: number; stderr: string }): boolean {
  return exitCode === 1 && !/^(fatal|error):/m.test(stderr)
}

async function listTips(store: GitStore, into: string): Promise<(readonly [branch: string, oid: Oid])[]> {
  const listed = await store.localTips(['for-each-ref', '--format=%(objectname) %(refname)', into])
  return listed
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [oid = '', ref = ''] = line.split(' ')
      return [ref.slice(into.length), oid] as const
    })
}

async function readTips(store: GitStore, tips: readonly (readonly [string, Oid])[]): Promise<BranchTip[]> {
  if (tips.length === 0) return []
  const oids = [...new Set(tips.map(([, oid]) => oid))]
  const commits = parseBatch(await store.localTips(['cat-file', '--batch'], Buffer.from(`${oids.join('\n')}\n`)))
  return tips.flatMap(([branch, oid]) => {
    const content = commits.get(oid)
    return content ? [parseCommit(branch, oid, content)] : []
  })
}

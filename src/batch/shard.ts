/**
 * A batch cut into shards by repository. Pure, and the same on every machine for the same request and count: each shard
 * can cut the whole again and take its own part, so that nothing but the request travels between the jobs.
 */
import type { Batch, Item } from '../core/batch.ts'
import { fail } from '../core/errors.ts'

/** GitHub starts at most so many jobs of one matrix. */
export const mostShards = 256

/** One shard of `count`, counted from 1. Written `3/20`. */
export interface ShardName {
  readonly number: number
  readonly count: number
}

/** Reads `3/20`. Throws `configuration-invalid`. */
export function parseShard(text: string): ShardName {
  const match = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text)
  const [number, count] = [Number(match?.[1]), Number(match?.[2])]
  if (match && number <= count && count <= mostShards) return { number, count }
  throw fail(
    'configuration-invalid',
    `shard: expected i/n with i from 1 to n, and n at most ${mostShards}.`,
    'Take it from the matrix that mode: plan puts out.',
  )
}

/** How many shards of about `size` items: never more than there are repositories, or jobs in a matrix. At least one. */
export function shardCount(items: readonly Item[], size: number): number {
  const repositories = new Set(items.map(repositoryOf)).size
  return Math.max(1, Math.min(mostShards, repositories, Math.ceil(items.length / size)))
}

/**
 * The items in `count` shards. A repository is never in two of them, whatever tokens its items come with: its branches go
 * up in one push. The largest repository is placed first, each into the shard that has the fewest items so far. Inside a
 * shard the items keep the order of the request.
 */
export function cutIntoShards(items: readonly Item[], count: number): Item[][] {
  const shards: Item[][] = Array.from({ length: count }, () => [])
  for (const group of byRepository(items)) {
    const least = shards.reduce((best, shard) => (shard.length < best.length ? shard : best))
    least.push(...group)
  }
  return shards.map((shard) => shard.sort((a, b) => a.index - b.index))
}

/** The batch with the items of one shard alone. Its id and digest stay those of the whole, the keys and positions too. */
export function shardOf(batch: Batch, { number, count }: ShardName): Batch {
  return { ...batch, items: cutIntoShards(batch.items, count)[number - 1] ?? [] }
}

const repositoryOf = ({ pullRequest }: Item) => pullRequest.repository.url.toLowerCase()

/** The largest first; of two that are equal, the one that the request names first. */
function byRepository(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = repositoryOf(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

/** Shards: each item once, repositories whole, sizes even, the same every time. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { collect, partOf, planOf } from '../../src/batch/collect.ts'
import { cutIntoShards, mostShards, parseShard, shardCount, shardOf } from '../../src/batch/shard.ts'
import { type Batch, type BatchResult, type Item, type ItemResult, Secret } from '../../src/core/batch.ts'
import { Failure } from '../../src/core/errors.ts'

/** Items of which the n-th is in the repository that `repositories` names at n. */
const itemsIn = (repositories: readonly number[]): Item[] =>
  repositories.map((repository, index) => ({
    index,
    key: `key-${index}`,
    change: { packageName: `package-${index}`, from: '1.0.0', to: '2.0.0' },
    issue: { site: { serverUrl: 'https://jira.example', apiVersion: '2', token: new Secret('j') }, fields: {} },
    pullRequest: {
      // A repository is one, however its name is written and whichever token comes with it.
      repository: {
        url: `https://github.com/acme/${index % 2 === 0 ? 'App' : 'app'}-${repository}`,
        host: 'github.com',
        owner: 'acme',
        name: `app-${repository}`,
        token: new Secret(`token-${index % 3}`),
      },
      ...{ branchName: `fix/${index}`, title: 't', body: '', dependencyFiles: [], draft: false },
      ...{ labels: [], reviewers: [], teamReviewers: [], assignees: [] },
    },
  }))

const batchOf = (items: readonly Item[]): Batch => ({
  id: 'batch',
  digest: 'digest',
  dryRun: false,
  items,
  itemKeys: items.map(({ key }) => key),
})

const repositoryOf = (item: Item) => item.pullRequest.repository.name
const indexes = (items: readonly { readonly index: number }[]) => items.map(({ index }) => index)
const byNumber = (a: number, b: number) => a - b

const anyItems = fc.array(fc.nat(30), { minLength: 1, maxLength: 120 }).map(itemsIn)

describe('cutIntoShards', () => {
  test('has each item once, each repository in one shard, and the order of the request inside', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 1, max: 40 }), (items, count) => {
        const shards = cutIntoShards(items, count)
        expect(shards).toHaveLength(count)
        expect(indexes(shards.flat()).sort(byNumber)).toEqual(indexes(items))
        const places = shards.flatMap((shard, at) =>
          [...new Set(shard.map(repositoryOf))].map((name) => ({ name, at })),
        )
        expect(new Set(places.map(({ name }) => name)).size).toBe(places.length)
        for (const shard of shards) expect(indexes(shard)).toEqual(indexes(shard).sort(byNumber))
      }),
    )
  })

  test('is balanced: the largest shard exceeds the smallest by no more than the largest repository', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 1, max: 40 }), (items, count) => {
        const sizes = cutIntoShards(items, count).map(({ length }) => length)
        const largest = Math.max(...[...Map.groupBy(items, repositoryOf).values()].map(({ length }) => length))
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest)
      }),
    )
  })

  test('places the largest repositories first: 7, 5, 4, 3, 1 into two make 10 and 10', () => {
    const sizes = [3, 1, 7, 4, 5]
    const items = itemsIn(sizes.flatMap((size, repository) => Array.from({ length: size }, () => repository)))
    expect(cutIntoShards(items, 2).map(({ length }) => length)).toEqual([10, 10])
  })

  test('is the same for the same request, whatever its credentials', () => {
    const items = itemsIn([4, 1, 1, 0, 2, 3, 0, 4, 4])
    const other = items.map((item) => {
      const repository = { ...item.pullRequest.repository, token: new Secret('another') }
      return { ...item, pullRequest: { ...item.pullRequest, repository } }
    })
    expect(cutIntoShards(other, 3).map(indexes)).toEqual(cutIntoShards(items, 3).map(indexes))
    expect(cutIntoShards(items, 3).map(indexes)).toEqual([
      [0, 7, 8],
      [1, 2, 4],
      [3, 5, 6],
    ])
  })
})

describe('shardCount', () => {
  const across = (items: number, repositories: number) =>
    itemsIn(Array.from({ length: items }, (_, index) => index % repositories))

  test.each([
    { items: 2000, repositories: 200, size: 100, count: 20 },
    { items: 100, repositories: 50, size: 100, count: 1 },
    { items: 101, repositories: 50, size: 100, count: 2 },
    { items: 400, repositories: 3, size: 100, count: 3 },
    { items: 1000, repositories: 1, size: 100, count: 1 },
    { items: 10_000, repositories: 1000, size: 1, count: mostShards },
  ])('$items items of $repositories repositories, about $size each: $count', ({ items, repositories, size, count }) => {
    expect(shardCount(across(items, repositories), size)).toBe(count)
  })
})

test('shardOf keeps the id, digest, keys and positions of the whole', () => {
  const batch = batchOf(itemsIn([0, 1, 2, 0, 1, 2, 0]))
  const parts = [1, 2, 3].map((number) => shardOf(batch, { number, count: 3 }))
  expect(parts.map(({ id, digest }) => ({ id, digest }))).toEqual(parts.map(() => ({ id: 'batch', digest: 'digest' })))
  expect(parts.map(({ items }) => indexes(items))).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5],
  ])
  expect(parts[1]?.items[1]).toBe(batch.items[4])
  expect(shardOf(batch, { number: 9, count: 9 }).items).toEqual([])
})

describe('parseShard', () => {
  test.each(['1/1', '3/20', '256/256'])('reads %s', (text) => {
    const [number, count] = text.split('/').map(Number)
    expect(parseShard(text)).toEqual({ number, count })
  })
  test.each(['', '0/3', '4/3', '1/257', '3', '1/2/3', '01/2', '-1/2', '1 /2', '1/0'])('refuses %j', (text) => {
    expect(() => parseShard(text)).toThrow(Failure)
  })
})

describe('collect', () => {
  const batch = batchOf(itemsIn([0, 1, 2, 0, 1, 2]))
  const plan = planOf(batch, 3)
  const told = (index: number): ItemResult => ({
    ...{ index, packageName: `package-${index}`, from: '1.0.0', to: '2.0.0', severity: null, status: 'created' },
    ...{ jiraKey: `SEC-${index}`, jiraUrl: null, pullRequestUrl: null, pullRequestNumber: null, branch: null },
    ...{ commit: null, edits: [], diffs: [], warnings: [], error: null, plannedCalls: [] },
    made: ['issue', 'pull-request'],
  })
  const part = (number: number, more: Partial<BatchResult> = {}) => {
    const shard = { number, count: 3 }
    const results = shardOf(batch, shard).items.map(({ index }) => told(index))
    const result: BatchResult = { batchId: 'batch', status: 'completed', dryRun: false, results, warnings: [], ...more }
    return partOf(result, shard)
  }
  const throughJson = (files: readonly unknown[]) => JSON.parse(JSON.stringify(files)) as unknown[]

  test('tells the whole in the order of the request, from files in any order', () => {
    const result = collect(throughJson([part(3), part(1), plan, { other: true }, part(2)]))
    expect(result).toMatchObject({ batchId: 'batch', status: 'completed', dryRun: false })
    expect(indexes(result.results)).toEqual([0, 1, 2, 3, 4, 5])
    expect(result.results.every(({ status }) => status === 'created')).toBe(true)
  })

  test('tells the items of a shard that left nothing as interrupted, and how to go on', () => {
    const result = collect(throughJson([plan, part(1), part(3)]))
    expect(result.status).toBe('interrupted')
    const lost = result.results.filter(({ error }) => error !== null)
    expect(indexes(lost)).toEqual([1, 4])
    expect(lost[0]).toMatchObject({ packageName: 'package-1', status: 'failed', made: [] })
    expect(lost[0]?.error).toMatchObject({ code: 'interrupted', facts: { shard: '2/3' } })
    expect(lost[0]?.error?.hint).toMatch(/job again/)
  })

  test('is interrupted where one shard is, until the latest of the moments they name', () => {
    const late = { status: 'interrupted', resumeAt: '2026-11-23T05:00:00.000Z' } as const
    const early = { status: 'interrupted', resumeAt: '2026-11-23T04:00:00.000Z' } as const
    const result = collect(throughJson([plan, part(1, late), part(2), part(3, early)]))
    expect(result).toMatchObject({ status: 'interrupted', resumeAt: late.resumeAt })
  })

  test('tells equal warnings of several shards once', () => {
    const warnings = [{ code: 'no-ci', message: 'No checks run.', hint: 'Use another token.' }]
    const result = collect(throughJson([plan, part(1, { warnings }), part(2, { warnings }), part(3)]))
    expect(result.warnings).toEqual(warnings)
  })

  test('refuses files without a plan, with two, and parts of another batch or plan', () => {
    expect(() => collect(throughJson([part(1)]))).toThrow(/no plan/)
    expect(() => collect(throughJson([plan, { ...plan, batchId: 'other' }]))).toThrow(/several batches/)
    expect(() => collect(throughJson([plan, { ...part(1), batchId: 'other' }]))).toThrow(/batch other/)
    expect(() => collect(throughJson([planOf(batch, 2), part(1)]))).toThrow(/3 shards/)
  })
})

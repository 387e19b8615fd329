/**
 * What every journal keeps, whichever store is behind it. A store's own test file calls `journalContract` with a way to
 * open two or more journals over one store.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Journal } from '../../src/core/journal.ts'

export interface JournalStore {
  /** A further connection to the same store, as another run has it. The contract closes what it opens. */
  open(): Promise<Journal>
  /** Ends the store itself. */
  remove(): Promise<void>
}

const key = (letter: string) => letter.repeat(64)
const a = key('a')
const b = key('b')
const batch = { id: 'batch-1', digest: key('1'), itemKeys: [b, a] }

/** Runs the contract over stores that `make` starts: one new, empty store for each test. */
export function journalContract(name: string, make: () => Promise<JournalStore>): void {
  describe(`the journal over ${name}`, () => {
    let store: JournalStore
    let opened: Journal[]
    const open = async () => {
      const journal = await store.open()
      opened.push(journal)
      return journal
    }
    beforeEach(async () => {
      opened = []
      store = await make()
    })
    afterEach(async () => {
      for (const journal of opened) await journal.close()
      await store.remove()
    })
    batches(open)
    steps(open)
    leases(open)
    shelf(open)
  })
}

type Open = () => Promise<Journal>

function batches(open: Open): void {
  test('a batch begins once, is running until it ends, and keeps its response', async () => {
    const journal = await open()
    expect(await journal.batch(batch.id)).toBeUndefined()
    const begun = await journal.beginBatch(batch)
    expect(begun).toMatchObject({ id: batch.id, digest: batch.digest, state: 'running', response: null })
    const again = await (await open()).beginBatch({ ...batch, digest: key('2') })
    expect(again).toEqual(begun)
    await journal.endBatch(batch.id, { results: [{ index: 0, text: 'ü 😀 "' }] })
    expect(await (await open()).batch(batch.id)).toEqual({
      ...begun,
      state: 'done',
      response: { results: [{ index: 0, text: 'ü 😀 "' }] },
    })
    expect((await journal.beginBatch(batch)).state).toBe('done')
  })
}

function steps(open: Open): void {
  test('an intent stands until its result, and every connection sees both', async () => {
    const [one, two] = [await open(), await open()]
    expect(await one.step(a, 'issue')).toBeUndefined()
    const before = Date.now()
    await one.intend(a, 'issue')
    const intent = await two.step(a, 'issue')
    expect(intent).toEqual({ state: 'intent', at: expect.any(Number) })
    expect(intent?.at).toBeGreaterThanOrEqual(before - 1000)
    await two.record(a, 'issue', { key: 'SEC-7', url: 'https://jira.example/browse/SEC-7' })
    expect(await one.step(a, 'issue')).toEqual({
      state: 'done',
      at: expect.any(Number),
      value: { key: 'SEC-7', url: 'https://jira.example/browse/SEC-7' },
      doubtful: false,
    })
    expect(await one.step(a, 'branch')).toBeUndefined()
    expect(await one.step(b, 'issue')).toBeUndefined()
  })

  test('any plain JSON is kept as it is, and the doubt with it', async () => {
    const journal = await open()
    for (const value of [null, [], '', 0, false, [{ code: 'x' }], { deep: { text: 'ü\n😀' } }]) {
      await journal.record(a, 'metadata', value, true)
      expect(await journal.step(a, 'metadata')).toMatchObject({ state: 'done', value, doubtful: true })
    }
    await journal.record(a, 'metadata', [])
    expect(await journal.step(a, 'metadata')).toMatchObject({ doubtful: false })
  })

  test('the run that intended it or made it stands with it, and is that of the last writing', async () => {
    const journal = await open()
    await journal.intend(a, 'issue', 'run-1')
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'intent', run: 'run-1' })
    await journal.intend(a, 'issue', 'run-2')
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'intent', run: 'run-2' })
    for (const value of ['text @run-9', { text: 'x @run-9' }, 1, null]) {
      await journal.record(a, 'issue', value, true, '0123456789abcdef-1700000000000')
      const known = await journal.step(a, 'issue')
      expect(known).toMatchObject({ state: 'done', value, doubtful: true, run: '0123456789abcdef-1700000000000' })
      await journal.record(a, 'issue', value)
      expect(await journal.step(a, 'issue')).toEqual({ state: 'done', at: expect.any(Number), value, doubtful: false })
    }
    await journal.intend(b, 'issue', 'run-1')
    await journal.retract(b, 'issue')
    expect(await journal.step(b, 'issue')).toBeUndefined()
  })

  test('an intent is taken back; a result is not', async () => {
    const journal = await open()
    await journal.intend(a, 'issue')
    await journal.retract(a, 'issue')
    expect(await journal.step(a, 'issue')).toBeUndefined()
    await journal.record(a, 'issue', { key: 'SEC-1' })
    await journal.retract(a, 'issue')
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'done' })
    await journal.retract(b, 'issue')
  })

  test('a result is not overwritten by a late intent', async () => {
    const journal = await open()
    await journal.record(a, 'issue', { key: 'SEC-1' })
    await journal.intend(a, 'issue')
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'done', value: { key: 'SEC-1' } })
  })

  test('an intent that is written again is as new as its last writing', async () => {
    const journal = await open()
    await journal.intend(a, 'comment')
    const first = await journal.step(a, 'comment')
    await new Promise((resolve) => setTimeout(resolve, 20))
    await journal.intend(a, 'comment')
    expect((await journal.step(a, 'comment'))?.at).toBeGreaterThan(first?.at ?? Number.POSITIVE_INFINITY)
  })
}

function leases(open: Open): void {
  test('one holder at a time, also inside one connection, and the fence grows', async () => {
    const [one, two] = [await open(), await open()]
    const first = await one.acquire(a)
    expect(first?.held()).toBe(true)
    expect(await two.acquire(a)).toBeUndefined()
    expect(await one.acquire(a)).toBeUndefined()
    const other = await two.acquire(b)
    expect(other?.held()).toBe(true)
    await first?.release()
    expect(first?.held()).toBe(false)
    const second = await two.acquire(a)
    expect(second?.held()).toBe(true)
    expect(second?.fence).toBeGreaterThan(first?.fence ?? Number.POSITIVE_INFINITY)
    await first?.release()
    expect(second?.held()).toBe(true)
    expect(await one.acquire(a)).toBeUndefined()
  })

  test('of many who ask at once exactly one gets it', async () => {
    const journals = await Promise.all([open(), open(), open(), open()])
    const asked = Array.from({ length: 32 }, (_, i) => (journals[i % journals.length] as Journal).acquire(a))
    expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1)
  })
}

function shelf(open: Open): void {
  test('batches and their steps can be listed', async () => {
    const journal = await open()
    expect(await journal.batches()).toEqual([])
    expect(await journal.steps('nothing')).toEqual([])
    await journal.beginBatch(batch)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await journal.beginBatch({ id: 'batch-2', digest: key('2'), itemKeys: [a] })
    await journal.endBatch('batch-2', {})
    await journal.record(a, 'issue', { key: 'SEC-1' }, true)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await journal.intend(a, 'branch')
    await journal.intend(b, 'issue')
    expect(await journal.batches()).toEqual([
      { id: 'batch-2', digest: key('2'), createdAt: expect.any(Number), state: 'done', items: 1 },
      { id: 'batch-1', digest: key('1'), createdAt: expect.any(Number), state: 'running', items: 2 },
    ])
    expect(await journal.steps('batch-1')).toEqual([
      { itemKey: b, step: 'issue', record: { state: 'intent', at: expect.any(Number) } },
      {
        itemKey: a,
        step: 'issue',
        record: { state: 'done', at: expect.any(Number), value: { key: 'SEC-1' }, doubtful: true },
      },
      { itemKey: a, step: 'branch', record: { state: 'intent', at: expect.any(Number) } },
    ])
  })

  test('a batch is forgotten with its own items, never with those of another', async () => {
    const journal = await open()
    await journal.beginBatch(batch)
    await journal.beginBatch({ id: 'batch-2', digest: key('2'), itemKeys: [a] })
    for (const item of [a, b]) await journal.record(item, 'issue', { key: 'SEC-1' })
    expect(await journal.forget('nothing')).toBe(false)
    expect(await journal.forget(batch.id)).toBe(true)
    expect(await journal.batch(batch.id)).toBeUndefined()
    expect(await journal.step(b, 'issue')).toBeUndefined()
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'done' })
    expect(await journal.forget('batch-2')).toBe(true)
    expect(await journal.step(a, 'issue')).toBeUndefined()
    expect(await journal.batches()).toEqual([])
  })

  test('a batch that is worked on is not forgotten', async () => {
    const journal = await open()
    await journal.beginBatch(batch)
    await journal.record(a, 'issue', { key: 'SEC-1' })
    const lease = await (await open()).acquire(a)
    await expect(journal.forget(batch.id)).rejects.toMatchObject({ code: 'already-running' })
    expect(await journal.step(a, 'issue')).toMatchObject({ state: 'done' })
    await lease?.release()
    expect(await journal.forget(batch.id)).toBe(true)
  })
}

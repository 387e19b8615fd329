/**
 * What every queue of batches keeps, whichever store is behind it. A store's own test file calls `queueContract` with a way
 * to open two or more queues over one store.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BatchQueue, BatchTicket, Part, QueuedBatch, QueueEvent, Work, WorkOutcome } from '../../src/core/queue.ts'

export interface QueueStore {
  /** A further connection to the same store. The contract closes what it opens. */
  open(): Promise<BatchQueue>
  /** Everything that stands in it, as text. */
  dump(): Promise<string>
  /** Ends the store itself. */
  remove(): Promise<void>
}

export const key = 'key-1'

export const ticket = (id: string, more: Partial<BatchTicket> = {}): BatchTicket => ({
  id,
  digest: 'd'.repeat(64),
  dryRun: false,
  items: [{ package_name: 'lodash', current_version: '1', safe_version: '2', severity: null }],
  parts: 1,
  sealed: Buffer.from(`sealed ${id}`),
  sealedWith: key,
  ...more,
})

export const plenty = { limit: 100, replaceDone: false }
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export async function until<T>(look: () => Promise<T | undefined | false>, ms = 40_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error('it did not come')
    await pause(50)
  }
}

/** The batch once it is at its end. */
export const ended = (queue: BatchQueue, id: string) =>
  until(async () => {
    const batch = await queue.find(id)
    return (batch?.state === 'done' || batch?.state === 'lost') && batch
  })

export type Body = (batch: QueuedBatch, part: Part, sealed: Uint8Array) => Promise<WorkOutcome>

/** A host's work whose answer to the whole is the list of its parts' answers. */
export function workOf(carryOut: Body, keys: readonly string[] = [key]): Work {
  return {
    keys,
    carryOut,
    async gather(_, parts) {
      const answer = parts.map((part) => part.answer)
      const again = parts.find((part) => part.state === 'again')
      if (again) return { ...again, answer }
      return { state: parts.some(({ state }) => state === 'lost') ? 'lost' : 'done', answer }
    },
  }
}

/** Runs the contract over stores that `make` starts: one new, empty store for each test. */
export function queueContract(name: string, make: () => Promise<QueueStore>): void {
  describe(`the queue over ${name}`, () => {
    let store: QueueStore
    let opened: BatchQueue[]
    let stops: (() => Promise<void>)[]
    const open = async () => {
      const queue = await store.open()
      opened.push(queue)
      return queue
    }
    const work = (queue: BatchQueue, body: Body, concurrency = 2) => {
      const started = queue.start(concurrency, workOf(body))
      stops.push(started.stop)
      return started
    }
    beforeEach(async () => {
      opened = []
      stops = []
      store = await make()
    })
    afterEach(async () => {
      for (const stop of stops) await stop()
      for (const queue of opened) await queue.close()
      await store.remove()
    })
    accepting(open, work)
    working(open, work, () => store)
  })
}

type Open = () => Promise<BatchQueue>
type Start = (queue: BatchQueue, body: Body, concurrency?: number) => { stop(): Promise<void> }

const done = (answer: unknown): WorkOutcome => ({ state: 'done', answer })

function accepting(open: Open, work: Start): void {
  test('a batch is taken in once, and every connection knows it', async () => {
    const [one, two] = [await open(), await open()]
    const before = Date.now()
    const added = await one.add(ticket('b1'), plenty)
    expect(added).toMatchObject({
      outcome: 'added',
      batch: { id: 'b1', digest: 'd'.repeat(64), dryRun: false, state: 'waiting', endedAt: null, notBefore: null },
    })
    expect(await two.add(ticket('b1'), plenty)).toMatchObject({ outcome: 'known', batch: { state: 'waiting' } })
    const found = await two.find('b1')
    expect(found).toEqual('batch' in added && added.batch)
    expect(found?.items).toEqual(ticket('b1').items)
    expect(found?.acceptedAt).toBeGreaterThanOrEqual(before - 1000)
    expect(await two.find('b2')).toBeUndefined()
    expect(await two.depth()).toEqual({ waiting: 1, running: 0 })
  })

  test('one that is done is known, or replaced where that is wanted; a lost one always is', async () => {
    const queue = await open()
    const working = work(queue, async ({ id }) => (id === 'b1' ? done(1) : { state: 'lost', answer: 'why' }))
    for (const id of ['b1', 'b2']) await queue.add(ticket(id), plenty)
    expect(await ended(queue, 'b1')).toMatchObject({ state: 'done', answer: [1], endedAt: expect.any(Number) })
    expect(await ended(queue, 'b2')).toMatchObject({ state: 'lost', answer: ['why'] })
    await working.stop()
    expect(await queue.add(ticket('b1'), plenty)).toMatchObject({ outcome: 'known', batch: { answer: [1] } })
    for (const [id, replaceDone] of [
      ['b1', true],
      ['b2', false],
    ] as const) {
      expect(await queue.add(ticket(id), { ...plenty, replaceDone })).toMatchObject({
        outcome: 'added',
        batch: { state: 'waiting', answer: null, endedAt: null },
      })
    }
  })

  test('a full queue takes no more, and lists the newest first', async () => {
    const queue = await open()
    for (const id of ['b1', 'b2']) {
      await queue.add(ticket(id), plenty)
      await pause(5)
    }
    expect(await queue.add(ticket('b3'), { limit: 2, replaceDone: false })).toEqual({ outcome: 'full' })
    expect((await queue.add(ticket('b1'), { limit: 2, replaceDone: false })).outcome).toBe('known')
    expect((await queue.recent(10)).map(({ id }) => id)).toEqual(['b2', 'b1'])
    expect(await queue.recent(1)).toHaveLength(1)
  })
}

function working(open: Open, work: Start, store: () => QueueStore): void {
  test('it is worked on with its request, told while it runs, and its request forgotten at the end', async () => {
    const queue = await open()
    const seen: unknown[] = []
    const events: QueueEvent[] = []
    const stop = queue.listen('b1', (event) => events.push(event))
    work(queue, async (batch, part, sealed) => {
      queue.tell('b1', { index: 0, phase: 'issue', result: null })
      await until(async () => (await queue.progress('b1')).length > 0)
      seen.push([batch.id, batch.state, part, `${Buffer.from(sealed)}`, await queue.depth()])
      return done({ ok: 1 })
    })
    await queue.add(ticket('b1'), plenty)
    expect(await ended(queue, 'b1')).toMatchObject({ state: 'done', answer: [{ ok: 1 }], notBefore: null })
    expect(seen).toEqual([['b1', 'running', { number: 1, count: 1 }, 'sealed b1', { waiting: 0, running: 1 }]])
    await until(async () => events.some((event) => event.kind === 'batch' && event.batch.state === 'done'))
    expect(events).toContainEqual({ kind: 'item', item: { index: 0, phase: 'issue', result: null } })
    stop()
    expect(await queue.depth()).toEqual({ waiting: 0, running: 0 })
    const dumped = await store().dump()
    expect(dumped).toContain('lodash')
    expect(dumped).not.toContain(Buffer.from('sealed b1').toString('base64'))
    expect(dumped).not.toContain('sealed b1')
  })

  test('a batch that may be cut is carried out whole: each part once, the answers in their order', async () => {
    const queue = await open()
    const parts: Part[] = []
    work(
      queue,
      async (_, part) => {
        parts.push(part)
        await pause(20 * (5 - part.number))
        return done(`part ${part.number}`)
      },
      4,
    )
    await queue.add(ticket('b1', { parts: 5 }), plenty)
    const { answer } = await ended(queue, 'b1')
    const count = parts[0]?.count ?? 0
    expect([1, 5]).toContain(count)
    expect(parts.map(({ number }) => number).sort()).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    expect(answer).toEqual(Array.from({ length: count }, (_, index) => `part ${index + 1}`))
  })

  test('one that goes on later waits for its time', async () => {
    const queue = await open()
    const began: number[] = []
    work(queue, async () => {
      began.push(Date.now())
      return began.length === 1
        ? { state: 'again', notBefore: Date.now() + 1_500, answer: { part: 1 } }
        : done({ part: 2 })
    })
    await queue.add(ticket('b1'), plenty)
    const waiting = await until(async () => {
      const batch = await queue.find('b1')
      return batch?.notBefore !== null && batch
    })
    expect(waiting).toMatchObject({ state: 'waiting', answer: [{ part: 1 }] })
    expect((await ended(queue, 'b1')).answer).toEqual([{ part: 2 }])
    expect((began[1] ?? 0) - (began[0] ?? 0)).toBeGreaterThanOrEqual(1_400)
  })

  test('no more than so many at the same time, and a stop waits for what is under way', async () => {
    const queue = await open()
    let [now, most, over] = [0, 0, 0]
    const working = work(queue, async () => {
      most = Math.max(most, ++now)
      await pause(200)
      now--
      over++
      return done(null)
    })
    for (let i = 0; i < 6; i++) await queue.add(ticket(`b${i}`), plenty)
    await until(async () => over >= 3)
    await working.stop()
    expect([most, now]).toEqual([2, 0])
    const left = 6 - over
    expect(await queue.depth()).toEqual({ waiting: left, running: 0 })
    work(queue, async () => done(null))
    for (let i = 0; i < 6; i++) await ended(queue, `b${i}`)
  })
}

/** The queue over a real Redis: any host accepts, any host works, and neither a host nor Redis can lose a batch. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { openBullmqQueue } from '../../src/adapters/bullmq-queue.ts'
import { systemClock } from '../../src/adapters/clock.ts'
import { openRedisTokenUses, shareLink } from '../../src/adapters/redis.ts'
import type { BatchQueue, BatchTicket, QueueEvent, Work } from '../../src/core/queue.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

let server: RedisServer
const queues: BatchQueue[] = []
const stops: (() => Promise<void>)[] = []
const hosts: ChildProcess[] = []
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.remove())
afterEach(async () => {
  for (const host of hosts.splice(0)) host.kill('SIGKILL')
  for (const stop of stops.splice(0)) await stop()
  for (const queue of queues.splice(0)) await queue.close()
  await server.client.flushall()
})

async function open(): Promise<BatchQueue> {
  const shared = shareLink(server.url, systemClock, { write() {} })
  const queue = await openBullmqQueue({ url: server.url, shared, clock: systemClock, stalled: 2_000 })
  queues.push(queue)
  return queue
}

function work(queue: BatchQueue, body: Work, concurrency = 2): { stop(): Promise<void> } {
  const started = queue.start(concurrency, body)
  stops.push(started.stop)
  return started
}

const ticket = (id: string, more: Partial<BatchTicket> = {}): BatchTicket => ({
  id,
  digest: 'd'.repeat(64),
  dryRun: false,
  items: [{ package_name: 'lodash', current_version: '1', safe_version: '2', severity: null }],
  sealed: Buffer.from(`sealed ${id}`),
  ...more,
})
const plenty = { limit: 100, replaceDone: false }

async function until<T>(look: () => Promise<T | undefined | false>, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error('it did not come')
    await pause(50)
  }
}
const done = (queue: BatchQueue, id: string) =>
  until(async () => {
    const batch = await queue.find(id)
    return batch?.state === 'done' && batch
  })

/** A process of its own that works; resolves when it says that it is ready. */
async function startHost(milliseconds: number): Promise<{ readonly child: ChildProcess; lines(): string[] }> {
  const script = join(import.meta.dirname, 'support/queue-host.ts')
  const child = spawn(process.execPath, [script, server.url, String(milliseconds)])
  hosts.push(child)
  let text = ''
  child.stdout?.on('data', (data) => {
    text += data
  })
  child.stderr?.on('data', (data) => {
    text += data
  })
  const lines = () => text.split('\n').filter(Boolean)
  await until(async () => lines().includes('ready'))
  return { child, lines }
}

describe('one queue, many hosts', () => {
  test('what one host accepts another carries out, and both know', async () => {
    const [here, there] = [await open(), await open()]
    const seen: string[] = []
    const events: QueueEvent[] = []
    const stop = here.listen('b1', (event) => events.push(event))
    await pause(300)
    expect(await here.add(ticket('b1'), plenty)).toMatchObject({
      outcome: 'added',
      batch: { id: 'b1', state: 'waiting', endedAt: null, notBefore: null, answer: null },
    })
    expect(await there.add(ticket('b1'), plenty)).toMatchObject({ outcome: 'known', batch: { state: 'waiting' } })
    expect(await there.depth()).toEqual({ waiting: 1, running: 0 })
    work(there, async (batch, sealed) => {
      seen.push(`${batch.id} ${batch.state} ${Buffer.from(sealed)}`)
      there.tell('b1', { index: 0, phase: 'issue', result: null })
      await pause(300)
      expect(await here.progress('b1')).toEqual([{ index: 0, phase: 'issue', result: null }])
      expect(await here.depth()).toEqual({ waiting: 0, running: 1 })
      return { state: 'done', answer: { ok: 1 } }
    })
    const end = await done(here, 'b1')
    expect(end).toMatchObject({ answer: { ok: 1 }, endedAt: expect.any(Number) })
    expect(seen).toEqual(['b1 running sealed b1'])
    await until(async () => events.some((event) => event.kind === 'batch' && event.batch.state === 'done'))
    expect(events).toContainEqual({ kind: 'item', item: { index: 0, phase: 'issue', result: null } })
    stop()
    expect(await here.depth()).toEqual({ waiting: 0, running: 0 })
    expect(await server.dump()).not.toContain(Buffer.from('sealed b1').toString('base64'))
  })

  test('one that is done is known, or replaced where that is wanted; a full queue takes no more', async () => {
    const queue = await open()
    const working = work(queue, async () => ({ state: 'done', answer: 1 }))
    await queue.add(ticket('b1'), plenty)
    await done(queue, 'b1')
    expect(await queue.add(ticket('b1'), plenty)).toMatchObject({ outcome: 'known', batch: { answer: 1 } })
    await working.stop()
    expect(await queue.add(ticket('b1'), { ...plenty, replaceDone: true })).toMatchObject({
      outcome: 'added',
      batch: { state: 'waiting', answer: null },
    })
    expect(await queue.add(ticket('b2'), { limit: 1, replaceDone: false })).toEqual({ outcome: 'full' })
    expect((await queue.recent(10)).map(({ id }) => id)).toEqual(['b1'])
    await queue.add(ticket('b2'), plenty)
    expect((await queue.recent(10)).map(({ id }) => id).sort()).toEqual(['b1', 'b2'])
    expect(await queue.recent(1)).toHaveLength(1)
  })

  test('32 that come at once over two hosts are one', async () => {
    const both = [await open(), await open()]
    let works = 0
    const body: Work = async () => {
      works++
      await pause(100)
      return { state: 'done', answer: null }
    }
    for (const queue of both) work(queue, body)
    const asked = Array.from({ length: 32 }, (_, i) => (both[i % 2] as BatchQueue).add(ticket('one'), plenty))
    const outcomes = (await Promise.all(asked)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    await done(both[0] as BatchQueue, 'one')
    await pause(500)
    expect(works).toBe(1)
  })

  test('a batch that goes on later waits for its time, and then for any host', async () => {
    const [one, two] = [await open(), await open()]
    const began: number[] = []
    const body: Work = async () => {
      began.push(Date.now())
      return began.length === 1
        ? { state: 'again', notBefore: Date.now() + 1_500, answer: { part: 1 } }
        : { state: 'done', answer: { part: 2 } }
    }
    const first = work(one, body)
    await one.add(ticket('b1'), plenty)
    const waiting = await until(async () => {
      const batch = await two.find('b1')
      return batch?.notBefore !== null && batch
    })
    expect(waiting).toMatchObject({ state: 'waiting', answer: { part: 1 } })
    await first.stop()
    work(two, body)
    expect((await done(two, 'b1')).answer).toEqual({ part: 2 })
    expect((began[1] ?? 0) - (began[0] ?? 0)).toBeGreaterThanOrEqual(1_400)
  })

  test('the batch of a host that is killed is taken up by another', async () => {
    const queue = await open()
    const { child, lines } = await startHost(60_000)
    await queue.add(ticket('b1'), plenty)
    await until(async () => lines().includes('begins b1'))
    child.kill('SIGKILL')
    const other = await startHost(100)
    expect((await done(queue, 'b1')).answer).toEqual({ by: other.child.pid })
  })

  test('a host that was paused past its time does not overwrite the answer of the one that took over', async () => {
    const queue = await open()
    const paused = await startHost(1_000)
    await queue.add(ticket('b1'), plenty)
    await until(async () => paused.lines().includes('begins b1'))
    paused.child.kill('SIGSTOP')
    const other = await startHost(500)
    expect((await done(queue, 'b1')).answer).toEqual({ by: other.child.pid })
    paused.child.kill('SIGCONT')
    await until(async () => paused.lines().includes('ends b1'))
    await pause(1_000)
    expect((await queue.find('b1'))?.answer).toEqual({ by: other.child.pid })
  })
})

describe('a Redis that fails', () => {
  test('flushed while batches wait and run: all are told again, and done', async () => {
    const [accepting, working] = [await open(), await open()]
    let begun = 0
    work(
      working,
      async (batch) => {
        begun++
        await pause(1_500)
        return { state: 'done', answer: batch.id }
      },
      1,
    )
    for (const id of ['b1', 'b2', 'b3']) await accepting.add(ticket(id), plenty)
    await until(async () => begun === 1)
    await server.client.flushall()
    expect(await accepting.find('b1')).toBeUndefined()
    for (const id of ['b1', 'b2', 'b3']) expect((await done(accepting, id)).answer).toBe(id)
  })

  test('killed and restarted while a batch runs: it is done', async () => {
    const [accepting, working] = [await open(), await open()]
    let begun = 0
    work(working, async (batch) => {
      begun++
      await pause(1_500)
      return { state: 'done', answer: batch.id }
    })
    await accepting.add(ticket('b1'), plenty)
    await until(async () => begun === 1)
    await server.stop('SIGKILL')
    const adding = accepting.add(ticket('b2'), plenty)
    await pause(2_500)
    await server.start()
    expect((await adding).outcome).toBe('added')
    for (const id of ['b1', 'b2']) expect((await done(accepting, id)).answer).toBe(id)
  })

  test('a token that one host has seen is refused by the others', async () => {
    const uses = [1, 2].map(() => openRedisTokenUses(shareLink(server.url, systemClock, { write() {} })))
    const soon = Date.now() + 60_000
    expect(await uses[0]?.claim('jti-1', soon)).toBe(true)
    expect(await uses[1]?.claim('jti-1', soon)).toBe(false)
    expect(await uses[1]?.claim('jti-2', soon)).toBe(true)
    for (const use of uses) await use.close()
  })
})

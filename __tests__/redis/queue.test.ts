/** The queue over a real Redis: any host accepts, any host works, and neither a host nor Redis can lose a batch. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { openBullmqQueue } from '../../src/adapters/bullmq-queue.ts'
import { systemClock } from '../../src/adapters/clock.ts'
import { openRedisTokenUses, shareLink } from '../../src/adapters/redis.ts'
import type { Log } from '../../src/core/ports.ts'
import type { BatchQueue } from '../../src/core/queue.ts'
import { type Body, ended, pause, plenty, queueContract, ticket, until, workOf } from '../http/queue-contract.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

let server: RedisServer
const queues: BatchQueue[] = []
const stops: (() => Promise<void>)[] = []
const hosts: ChildProcess[] = []
const lines: string[] = []
const log: Log = { write: (level, message) => void lines.push(`${level} ${message}`) }

beforeAll(async () => {
  server = await startRedis()
})
afterAll(() => server.remove())
afterEach(async () => {
  lines.length = 0
  for (const host of hosts.splice(0)) host.kill('SIGKILL')
  for (const stop of stops.splice(0)) await stop()
  for (const queue of queues.splice(0)) await queue.close()
  await server.client.flushall()
})

async function opened({ grace = 0 } = {}): Promise<BatchQueue> {
  const shared = shareLink(server.url, systemClock, log)
  return openBullmqQueue({ url: server.url, shared, clock: systemClock, log, stalled: 2_000, grace })
}

async function open(options?: { grace: number }): Promise<BatchQueue> {
  const queue = await opened(options)
  queues.push(queue)
  return queue
}

queueContract('Redis', async () => {
  await server.client.flushall()
  return { open: opened, dump: () => server.dump(), remove: async () => {} }
})

function work(queue: BatchQueue, body: Body, { concurrency = 2, keys = ['key-1'] } = {}): { stop(): Promise<void> } {
  const started = queue.start(concurrency, workOf(body, keys))
  stops.push(started.stop)
  return started
}

/** A process of its own that works; resolves when it says that it is ready. */
async function startHost(milliseconds: number, concurrency = 1): Promise<{ child: ChildProcess; lines(): string[] }> {
  const script = join(import.meta.dirname, 'support/queue-host.ts')
  const child = spawn(process.execPath, [script, server.url, String(milliseconds), String(concurrency)])
  hosts.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      text += data
    })
  }
  const said = () => text.split('\n').filter(Boolean)
  await until(async () => said().includes('ready'))
  return { child, lines: said }
}

const jobList = '{create-issues-and-prs}:batches:prioritized'
const handedOut = (count: number) => until(async () => (await server.client.zcard(jobList)) === count)

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('one queue, many hosts', () => {
  test('what one host accepts another carries out, and both hear of it', async () => {
    const [here, there] = [await open(), await open()]
    const phases: string[] = []
    here.listen('b1', (event) => void (event.kind === 'item' && phases.push(event.item.phase)))
    await pause(300)
    await here.add(ticket('b1'), plenty)
    work(there, async () => {
      there.tell('b1', { index: 0, phase: 'issue', result: null })
      await until(async () => phases.length > 0 && (await here.progress('b1')).length > 0)
      return { state: 'done', answer: 1 }
    })
    expect((await ended(here, 'b1')).answer).toEqual([1])
    expect(phases).toEqual(['issue'])
  })

  test('32 that come at once over two hosts are one', async () => {
    const both = [await open(), await open()]
    let works = 0
    for (const queue of both) {
      work(queue, async () => {
        works++
        await pause(100)
        return { state: 'done', answer: null }
      })
    }
    const asked = Array.from({ length: 32 }, (_, i) => (both[i % 2] as BatchQueue).add(ticket('one'), plenty))
    const outcomes = (await Promise.all(asked)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    await ended(both[0] as BatchQueue, 'one')
    await pause(500)
    expect(works).toBe(1)
  })

  test('a batch of many parts is spread over three hosts, each part done once', async () => {
    const queue = await open()
    const three = await Promise.all(numbers(3).map(() => startHost(300, 2)))
    await queue.add(ticket('b1', { parts: 18 }), plenty)
    const pids = (await ended(queue, 'b1')).answer as number[]
    expect(pids).toHaveLength(18)
    expect(new Set(pids)).toEqual(new Set(three.map(({ child }) => child.pid)))
    const begun = three.flatMap((host) => host.lines().filter((line) => line.startsWith('begins')))
    expect(begun.sort()).toEqual(
      numbers(18)
        .map((number) => `begins b1 ${number}`)
        .sort(),
    )
  })

  test('a small batch does not wait for all parts of a large one', async () => {
    const queue = await open()
    const order: string[] = []
    await queue.add(ticket('large', { parts: 12 }), plenty)
    await queue.add(ticket('small'), plenty)
    work(
      queue,
      async ({ id }) => {
        order.push(id)
        await pause(30)
        return { state: 'done', answer: null }
      },
      { concurrency: 1 },
    )
    await ended(queue, 'large')
    expect(order.indexOf('small')).toBeLessThan(4)
    expect(order).toHaveLength(13)
  })

  test('the parts of a host that is killed are taken up by another, those that it ended are not', async () => {
    const queue = await open()
    const { child, lines: said } = await startHost(400, 2)
    await queue.add(ticket('b1', { parts: 8 }), plenty)
    await until(async () => said().filter((line) => line.startsWith('ends')).length >= 2)
    child.kill('SIGKILL')
    const mine = said().filter((line) => line.startsWith('ends')).length
    const other = await startHost(50)
    const pids = (await ended(queue, 'b1')).answer as number[]
    expect(pids).toHaveLength(8)
    // One more may have been told to Redis and not to us.
    expect(pids.filter((pid) => pid === child.pid).length - mine).toBeLessThanOrEqual(2)
    expect(pids.filter((pid) => pid === child.pid).length).toBeGreaterThanOrEqual(mine - 2)
    expect(pids).toContain(other.child.pid)
  })

  test('a host that was paused past its time does not overwrite the answer of the one that took over', async () => {
    const queue = await open()
    const paused = await startHost(1_000)
    await queue.add(ticket('b1'), plenty)
    await until(async () => paused.lines().includes('begins b1 1'))
    paused.child.kill('SIGSTOP')
    const other = await startHost(500)
    expect((await ended(queue, 'b1')).answer).toEqual([other.child.pid])
    paused.child.kill('SIGCONT')
    await until(async () => paused.lines().includes('ends b1 1'))
    await pause(1_000)
    expect((await queue.find('b1'))?.answer).toEqual([other.child.pid])
  })

  test('of parts some of which go on later, the whole waits only when all do', async () => {
    const queue = await open()
    const states = new Set<string>()
    const tries = new Map<number, number>()
    work(
      queue,
      async (_, { number }) => {
        const turn = (tries.get(number) ?? 0) + 1
        tries.set(number, turn)
        await pause(number * 200)
        states.add(`${number}.${turn} ${(await queue.find('b1'))?.state}`)
        if (number === 2 || turn === 2) return { state: 'done', answer: `${number}.${turn}` }
        return { state: 'again', notBefore: Date.now() + 2_000, answer: `${number}.${turn}` }
      },
      { concurrency: 3 },
    )
    await queue.add(ticket('b1', { parts: 3 }), plenty)
    const waiting = await until(async () => {
      const batch = await queue.find('b1')
      return batch?.state === 'waiting' && batch.answer !== null && batch
    })
    expect(waiting).toMatchObject({ answer: ['1.1', '2.1', '3.1'], notBefore: expect.any(Number) })
    expect((await ended(queue, 'b1')).answer).toEqual(['1.2', '2.1', '3.2'])
    expect([...states].filter((state) => !state.endsWith('running'))).toEqual([])
  })

  test('who stops between the last part and the answer: another gives it', async () => {
    const [one, two] = [await open(), await open()]
    const working = one.start(1, {
      ...workOf(async () => ({ state: 'done', answer: 1 })),
      gather: async () => {
        throw new Error('as a host that dies here')
      },
    })
    stops.push(working.stop)
    await one.add(ticket('b1'), plenty)
    await pause(1_000)
    expect((await one.find('b1'))?.state).toBe('running')
    await working.stop()
    work(two, async () => ({ state: 'done', answer: 2 }))
    expect((await ended(two, 'b1')).answer).toEqual([1])
  })
})

describe('keys', () => {
  const done: Body = async ({ id }) => ({ state: 'done', answer: id })

  test('a host without the key says so once and leaves the batch to one that has it', async () => {
    const [wrong, right] = [await open(), await open()]
    work(wrong, done, { keys: ['key-2'] })
    await wrong.add(ticket('b1'), plenty)
    await until(async () => lines.some((line) => line.startsWith('error This host cannot open a waiting batch')))
    await pause(2_500)
    expect(lines.filter((line) => line.includes('STATE_KEY'))).toHaveLength(1)
    expect(await wrong.find('b1')).toMatchObject({ state: 'waiting' })
    work(right, done, { keys: ['key-3', 'key-1'] })
    expect((await ended(wrong, 'b1')).answer).toEqual(['b1'])
  })

  test('sent again to a host with another key, it is gone on with under that one', async () => {
    const [gone, here] = [await open(), await open()]
    await gone.add(ticket('b1'), plenty)
    const seen: string[] = []
    work(
      here,
      async ({ id }, _, sealed) => {
        seen.push(`${Buffer.from(sealed)}`)
        return { state: 'done', answer: id }
      },
      { keys: ['key-2'] },
    )
    const other = { sealed: Buffer.from('sealed anew'), sealedWith: 'key-2' }
    expect((await here.add(ticket('b1', { ...other, digest: 'e'.repeat(64) }), plenty)).outcome).toBe('known')
    await pause(2_500)
    expect((await here.find('b1'))?.state).toBe('waiting')
    expect((await here.add(ticket('b1', other), plenty)).outcome).toBe('known')
    await ended(here, 'b1')
    expect(seen).toEqual(['sealed anew'])
  })
})

describe('a Redis that fails', () => {
  test('flushed while batches wait and run: all are told again, and no part under work is given to another', async () => {
    const [accepting, working, other] = [await open(), await open({ grace: 6_000 }), await open({ grace: 6_000 })]
    await pause(6_100)
    const begun: string[] = []
    const body: Body = async ({ id }, { number }) => {
      begun.push(`${id} ${number}`)
      await pause(number === 2 ? 9_000 : 500)
      return { state: 'done', answer: `${id} ${number}` }
    }
    work(working, body, { concurrency: 2 })
    await accepting.add(ticket('b1', { parts: 3 }), plenty)
    await until(async () => begun.length === 3)
    for (const id of ['b2', 'b3']) await accepting.add(ticket(id), plenty)
    await pause(700)
    await server.client.flushall()
    expect(await accepting.find('b1')).toBeUndefined()
    work(other, body, { concurrency: 2 })
    expect((await ended(accepting, 'b1')).answer).toEqual(['b1 1', 'b1 2', 'b1 3'])
    for (const id of ['b2', 'b3']) expect((await ended(accepting, id)).answer).toEqual([`${id} 1`])
    expect(begun.filter((name) => name === 'b1 2')).toHaveLength(1)
    expect(begun.filter((name) => name === 'b1 1')).toHaveLength(1)
  })

  test('flushed after a batch has ended: its answer is told again, and nothing is worked on twice', async () => {
    const [accepting, working] = [await open({ grace: 6_000 }), await open({ grace: 6_000 })]
    await pause(6_100)
    let works = 0
    work(working, async (_, { number }) => {
      works++
      return { state: 'done', answer: number }
    })
    await accepting.add(ticket('b1', { parts: 3 }), plenty)
    const before = await ended(accepting, 'b1')
    await server.client.flushall()
    expect((await ended(accepting, 'b1')).answer).toEqual(before.answer)
    expect((await ended(working, 'b1')).acceptedAt).toBe(before.acceptedAt)
    await pause(8_000)
    expect((await ended(accepting, 'b1')).answer).toEqual([1, 2, 3])
    expect(works).toBe(3)
    expect(await accepting.depth()).toEqual({ waiting: 0, running: 0 })
  })

  test('killed and restarted while a batch runs: it is done', async () => {
    const [accepting, working] = [await open(), await open()]
    let begun = 0
    work(working, async (batch) => {
      begun++
      await pause(1_500)
      return { state: 'done', answer: batch.id }
    })
    await accepting.add(ticket('b1', { parts: 2 }), plenty)
    await until(async () => begun === 2)
    await server.stop('SIGKILL')
    const adding = accepting.add(ticket('b2'), plenty)
    await pause(2_500)
    await server.start()
    expect((await adding).outcome).toBe('added')
    for (const [id, answer] of [
      ['b1', ['b1', 'b1']],
      ['b2', ['b2']],
    ] as const) {
      expect((await ended(accepting, id)).answer).toEqual(answer)
    }
  })

  test('a host stops in time while Redis is away, and the next start goes on', async () => {
    const queue = await opened()
    let begun = 0
    const working = queue.start(
      1,
      workOf(async () => {
        begun++
        await pause(500)
        return { state: 'done', answer: 'never told' }
      }),
    )
    await queue.add(ticket('b1'), plenty)
    await until(async () => begun === 1)
    await server.stop('SIGKILL')
    const began = Date.now()
    await working.stop()
    await queue.close()
    expect(Date.now() - began).toBeLessThan(20_000)
    await server.start()
    const next = await open()
    work(next, async () => ({ state: 'done', answer: 'told' }))
    expect((await ended(next, 'b1')).answer).toEqual(['told'])
  })

  test('what BullMQ lost is worked on all the same', async () => {
    const queue = await open()
    await queue.add(ticket('b1', { parts: 3 }), plenty)
    await handedOut(3)
    await server.client.del(...(await server.client.keys('*:batches:*')))
    work(queue, async (_, { number }) => ({ state: 'done', answer: number }))
    expect((await ended(queue, 'b1')).answer).toEqual([1, 2, 3])
  })

  test('what BullMQ has and gives to nobody is worked on all the same', async () => {
    const queue = await open()
    await queue.add(ticket('b1', { parts: 2 }), plenty)
    await handedOut(2)
    // The jobs stand, and no list of BullMQ holds them.
    await server.client.del(jobList)
    work(queue, async (_, { number }) => ({ state: 'done', answer: number }))
    expect((await ended(queue, 'b1')).answer).toEqual([1, 2])
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

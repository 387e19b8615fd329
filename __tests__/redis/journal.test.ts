/** The journal over a real Redis: the contract of all stores, and what happens when Redis itself fails. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { RedisLink } from '../../src/adapters/redis/link.ts'
import { openRedisJournal, type RedisJournalOptions } from '../../src/adapters/redis-store.ts'
import type { Journal } from '../../src/core/journal.ts'
import type { Log } from '../../src/core/ports.ts'
import { journalContract } from '../once/journal-contract.ts'
import { type RedisServer, startRedis } from './support/redis-server.ts'

const item = 'c'.repeat(64)
const lines: string[] = []
const log: Log = { write: (level, message) => void lines.push(`${level} ${message}`) }

/** A journal with a connection of its own, as each process has. */
async function open(server: RedisServer, more: Partial<RedisJournalOptions> = {}): Promise<Journal> {
  const link = new RedisLink({ url: server.url, clock: systemClock, log })
  return openRedisJournal({ link, clock: systemClock, grace: 0, release: () => link.close(), ...more })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let shared: RedisServer
beforeAll(async () => {
  shared = await startRedis()
})
afterAll(() => shared.remove())

journalContract('Redis', async () => {
  await shared.client.flushall()
  return { open: () => open(shared), remove: async () => {} }
})

describe('a Redis that fails', () => {
  let server: RedisServer
  let journals: Journal[] = []
  const join = async (more: Partial<RedisJournalOptions> = {}) => {
    const journal = await open(server, more)
    journals.push(journal)
    return journal
  }
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.remove())
  const each = (name: string, body: () => Promise<void>) =>
    test(name, async () => {
      journals = []
      lines.length = 0
      try {
        await body()
      } finally {
        for (const journal of journals) await journal.close()
        await server.client.flushall()
      }
    })

  each('killed and started again: what was answered is there, what was under way waits and is written', async () => {
    const journal = await join()
    await journal.beginBatch({ id: 'b', digest: 'd', itemKeys: [item] })
    const lease = await journal.acquire(item)
    await journal.intend(item, 'issue')
    await server.stop('SIGKILL')
    const late = journal.record(item, 'issue', { key: 'SEC-1' })
    await pause(1_500)
    await server.start()
    await late
    expect(await (await join()).step(item, 'issue')).toMatchObject({ state: 'done', value: { key: 'SEC-1' } })
    expect(lease?.held()).toBe(true)
    expect(lines).toEqual(expect.arrayContaining(['warn Redis is away: waiting for it', 'info Redis is back']))
  })

  each(
    'stopped in its tracks: nobody goes on before the intent stands, and a late command undoes nothing',
    async () => {
      const journal = await join()
      await journal.acquire(item)
      await journal.intend(item, 'issue')
      server.pause()
      const retracted = journal.retract(item, 'issue')
      await pause(6_500)
      server.resume()
      await retracted
      await journal.intend(item, 'issue')
      await journal.record(item, 'issue', { key: 'SEC-2' })
      await pause(300)
      expect(await journal.step(item, 'issue')).toMatchObject({ state: 'done', value: { key: 'SEC-2' } })
    },
  )

  each('flushed: a holder keeps its item, and nobody else takes it meanwhile', async () => {
    const [one, two] = [await join({ grace: 6_000 }), await join({ grace: 6_000 })]
    await pause(6_100)
    const lease = await one.acquire(item)
    expect(lease?.held()).toBe(true)
    await server.client.flushall()
    expect(await two.acquire(item)).toBeUndefined()
    await pause(3_000)
    expect(await two.acquire(item)).toBeUndefined()
    await pause(4_000)
    expect(await two.acquire(item)).toBeUndefined()
    expect(lease?.held()).toBe(true)
    await one.record(item, 'issue', { key: 'SEC-3' })
    await lease?.release()
    const next = await two.acquire(item)
    expect(next?.fence).toBeGreaterThan(lease?.fence ?? Number.POSITIVE_INFINITY)
  })

  each('flushed: what is not recorded counts as begun for those who come after', async () => {
    const [one, two] = [await join(), await join()]
    const lease = await one.acquire(item)
    await one.intend(item, 'issue')
    await server.client.flushall()
    const flushed = Date.now()
    await two.beginBatch({ id: 'x', digest: 'd', itemKeys: [] })
    expect(await one.step(item, 'branch')).toBeUndefined()
    const seen = await two.step(item, 'issue')
    expect(seen?.state).toBe('intent')
    expect(Math.abs((seen?.at ?? 0) - flushed)).toBeLessThan(1_000)
    const fresh = await join()
    expect((await fresh.step(item, 'comment'))?.state).toBe('intent')
    await lease?.release()
  })

  each('restarted with nothing on its disk: the same', async () => {
    const forgetful = await startRedis({ durable: false })
    const link = new RedisLink({ url: forgetful.url, clock: systemClock, log })
    const journal = await openRedisJournal({ link, clock: systemClock, grace: 0, release: () => link.close() })
    try {
      await journal.beginBatch({ id: 'b', digest: 'd', itemKeys: [item] })
      const lease = await journal.acquire(item)
      await forgetful.stop('SIGKILL')
      await forgetful.start()
      expect(await journal.step('e'.repeat(64), 'issue')).toMatchObject({ state: 'intent' })
      await journal.intend(item, 'issue')
      expect(lease?.held()).toBe(true)
      await journal.endBatch('b', { ok: true })
      expect(await journal.batch('b')).toMatchObject({ state: 'done', digest: 'd', response: { ok: true } })
    } finally {
      await journal.close()
      await forgetful.remove()
    }
  })

  each('a holder that was overtaken can write nothing', async () => {
    const [one, two] = [await join(), await join()]
    const lease = await one.acquire(item)
    await one.intend(item, 'issue')
    // What Redis holds once the holder was paused past its time.
    await server.client.hset(`{create-issues-and-prs}:lease:${item}`, 'until', '1')
    const other = await two.acquire(item)
    expect(other?.fence).toBeGreaterThan(lease?.fence ?? Number.POSITIVE_INFINITY)
    for (const write of [
      () => one.intend(item, 'branch'),
      () => one.record(item, 'issue', { key: 'SEC-9' }),
      () => one.retract(item, 'issue'),
    ]) {
      await expect(write()).rejects.toMatchObject({ code: 'already-running' })
    }
    expect(lease?.held()).toBe(false)
    expect(other?.held()).toBe(true)
    expect(await two.step(item, 'issue')).toMatchObject({ state: 'intent' })
  })

  each('a holder that cannot know asks: it still holds after an outage, and not after it was overtaken', async () => {
    let late = 0
    const clock = { ...systemClock, now: () => Date.now() + late }
    const [one, two] = [await join({ clock }), await join()]
    const lease = await one.acquire(item)
    await server.stop()
    late = 30_000
    expect([lease?.held(), lease?.held(true)]).toEqual([true, false])
    const asked = lease?.confirm?.()
    await pause(500)
    await server.start()
    expect(await asked).toBe(true)
    expect(lease?.held(true)).toBe(true)
    late += 30_000
    await server.client.hset(`{create-issues-and-prs}:lease:${item}`, 'until', '1')
    expect((await two.acquire(item))?.held()).toBe(true)
    expect(await lease?.confirm?.()).toBe(false)
    expect(lease?.held()).toBe(false)
  })

  each('away for longer than the patience: a clear failure', async () => {
    const journal = await join({ patience: 800 })
    await server.stop()
    await expect(journal.intend(item, 'issue')).rejects.toMatchObject({ code: 'journal-unavailable' })
    await server.start()
    await journal.intend(item, 'issue')
  })

  each('away, and the run is cancelled: it is not waited for', async () => {
    const controller = new AbortController()
    const journal = await join({ signal: controller.signal })
    await server.stop()
    const began = Date.now()
    const write = expect(journal.intend(item, 'issue')).rejects.toMatchObject({ code: 'journal-unavailable' })
    setTimeout(() => controller.abort(), 300)
    await write
    expect(Date.now() - began).toBeLessThan(5_000)
    await server.start()
  })

  each('one that may throw the journal away is warned of', async () => {
    await server.client.config('SET', 'maxmemory', '100mb', 'maxmemory-policy', 'allkeys-lru')
    await join()
    expect(lines).toEqual(['warn Redis throws keys away when its memory is short: set maxmemory-policy noeviction'])
    await server.client.config('SET', 'maxmemory', '0', 'maxmemory-policy', 'noeviction')
  })

  each('a journal that is closed says nothing of it', async () => {
    const link = new RedisLink({ url: server.url, clock: systemClock, log })
    const journal = await openRedisJournal({ link, clock: systemClock, release: () => link.close() })
    await journal.close()
    await pause(100)
    expect(lines).toEqual([])
  })

  test('a Redis that is not there, or refuses the password, fails at the start and names no secret', async () => {
    for (const url of ['redis://127.0.0.1:1', `redis://user:canary-password@127.0.0.1:${server.port}`]) {
      const link = new RedisLink({ url, clock: systemClock, log })
      const opened = openRedisJournal({ link, clock: systemClock, patience: 500 })
      const failure = await opened.then(
        () => undefined,
        (error) => error,
      )
      expect(failure).toMatchObject({ code: 'journal-unavailable' })
      expect(JSON.stringify([failure.message, failure.hint, failure.facts])).not.toContain('canary')
      await link.close()
    }
  })
})

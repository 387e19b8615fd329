/** The queue in a file, for one host: the contract of all queues. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/adapters/clock.ts'
import { openSqliteQueue } from '../../src/adapters/sqlite-queue.ts'
import { temporaryFolder } from '../support/runner/process.ts'
import { key, pause, plenty, queueContract, ticket } from './queue-contract.ts'

/** All rows, what is binary as text. */
function dump(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare('SELECT * FROM queue').all()
  database.close()
  return JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )
}

queueContract('SQLite', async () => {
  const folder = temporaryFolder('queue')
  const path = join(folder, 'journal.sqlite')
  return {
    open: async () => openSqliteQueue({ path, clock: systemClock }),
    dump: async () => dump(path),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
})

describe('a worker that is gone without a word', () => {
  const folder = temporaryFolder('queue')
  const path = join(folder, 'journal.sqlite')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Opens the queue so many milliseconds from now, and tells which batch it takes up within a moment. */
  async function takenUpAfter(wait: number): Promise<string | undefined> {
    const queue = openSqliteQueue({ path, clock: { ...systemClock, now: () => Date.now() + wait } })
    const taken: string[] = []
    const later = { state: 'again', notBefore: Date.now() + 3_600_000, answer: null } as const
    const { stop } = queue.start(1, {
      keys: [key],
      carryOut: async (batch) => {
        taken.push(batch.id)
        return later
      },
      gather: async () => later,
    })
    await pause(200)
    await stop()
    await queue.close()
    return taken[0]
  }

  test('on a host of another name, as that of a container before it was made anew, is waited for for 30 s', async () => {
    const queue = openSqliteQueue({ path, clock: systemClock })
    await queue.add(ticket('left'), plenty)
    await queue.close()
    const database = new DatabaseSync(path)
    database.exec("UPDATE queue SET state = 'running', host = 'before', pid = 1")
    database.exec(`INSERT INTO queue_workers VALUES ('before', 1, ${Date.now()})`)
    database.close()
    expect(await takenUpAfter(0)).toBeUndefined()
    expect(await takenUpAfter(31_000)).toBe('left')
  })
})

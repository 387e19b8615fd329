/** The queue in a file, for one host: the contract of all queues. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { systemClock } from '../../src/adapters/clock.ts'
import { openSqliteQueue } from '../../src/adapters/sqlite-queue.ts'
import { temporaryFolder } from '../support/runner/process.ts'
import { queueContract } from './queue-contract.ts'

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

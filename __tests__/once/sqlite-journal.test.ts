/** The SQLite journal: the contract of all journals, and what only a file can have. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/adapters/clock.ts'
import { openSqliteJournal } from '../../src/adapters/sqlite-store.ts'
import { journalContract } from './journal-contract.ts'

journalContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  return {
    open: async () => openSqliteJournal({ path: join(folder, 'deep', 'journal.sqlite'), clock: systemClock }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
})

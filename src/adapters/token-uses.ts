/** The memory of the replay guard in SQLite: a file beside the journal, safe between processes. */
import { type Failure, fail } from '../core/errors.ts'
import type { TokenUses } from '../core/token-uses.ts'
import { openFile } from './sqlite-open.ts'

/** Opens, and makes, the file beside that of the journal. `now` is in epoch ms. Throws `journal-unavailable`. */
export function openTokenUses(journalPath: string, now: () => number): TokenUses {
  const path = journalPath === ':memory:' ? journalPath : `${journalPath}.tokens`
  const database = attempt(() =>
    openFile(path, (db) =>
      db.exec('CREATE TABLE IF NOT EXISTS token_use (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT'),
    ),
  )
  return {
    async claim(id, until) {
      return attempt(() => {
        database.prepare('DELETE FROM token_use WHERE until < ?').run(now())
        const { changes } = database.prepare('INSERT OR IGNORE INTO token_use VALUES (?, ?)').run(id, until)
        return Number(changes) === 1
      })
    },
    async close() {
      database.close()
    },
  }
}

function attempt<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw unavailable(error)
  }
}

function unavailable(error: unknown): Failure {
  return fail(
    'journal-unavailable',
    'The memory of used tokens cannot be written.',
    'Check that the directory of the journal exists, can be written to, and has space left.',
    {},
    error,
  )
}

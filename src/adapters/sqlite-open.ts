/** How every SQLite file of this program is opened: its folder, the settings for durability, whose turn it is, and errors. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure, fail } from '../core/errors.ts'

export interface Row {
  readonly [column: string]: string | number | bigint | null | Uint8Array
}

/** Milliseconds that a process waits while another writes. */
export const busyTimeout = 10_000

/**
 * Opens (and makes, if need be) a file, and brings its tables about with `layOut`. With WAL and synchronous=FULL a commit
 * is on the disk before the program goes on. Turning WAL on needs the file for itself for a moment and does not wait for
 * others (SQLITE_BUSY at once), so processes that start together take turns here; `layOut` may therefore run again.
 */
export function openFile(path: string, layOut: (db: DatabaseSync) => void): DatabaseSync {
  if (path !== ':memory:') makeFolder(dirname(path))
  for (const until = performance.now() + busyTimeout; ; ) {
    const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeout })
    try {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
      layOut(db)
      return db
    } catch (error) {
      db.close()
      if (!isBusy(error) || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
}

/**
 * The folder and those above it. Node's own recursive mkdir never returns where a folder is there but takes none (/proc):
 * there mkdir says that the folder above is missing, and Node goes up and down for ever.
 */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

const hasCode = (error: unknown, code: string) => Error.isError(error) && 'code' in error && error.code === code

/** SQLITE_BUSY, and its extended codes, which have it in their low byte. */
const isBusy = (error: unknown) =>
  Error.isError(error) && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5

/** Does the work; whatever fails means that `what` (the journal, the queue) is away. SQLite's own texts are not told. */
export function guarded<T>(path: string, what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Failure) throw error
    throw fail(
      'journal-unavailable',
      `The ${what} cannot be read or written (${reasonOf(error)}).`,
      'Check that its folder is writable and its disk not full, or name another file with --journal (the journal input). Nothing is done without a journal.',
      { journal: path },
      error,
    )
  }
}

/** SQLite's short words (`disk I/O error`), the code of the file system (`EACCES`), or the error's name. */
function reasonOf(error: unknown): string {
  if (!Error.isError(error)) return ''
  if ('errstr' in error) return String(error.errstr)
  return 'code' in error ? String(error.code) : error.name
}

/** The journal's file: its layout, how it is opened, and what SQLite's errors mean. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Failure, fail } from '../core/errors.ts'
import type { Clock } from '../core/ports.ts'

export interface SqliteOptions {
  readonly path: string
  readonly clock: Clock
  /** For a dry run: nothing is written, and a file that is not there is an empty journal. */
  readonly readOnly?: boolean
}

/** Milliseconds that a process waits while another writes. */
const busyTimeout = 10_000
/** The layout of the tables, kept in `user_version`. */
const layout = 1

const schema = `
  CREATE TABLE IF NOT EXISTS batches (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, created_at INTEGER NOT NULL, state TEXT NOT NULL, response TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS batch_items (
    batch_id TEXT NOT NULL REFERENCES batches(id) ON DELETE CASCADE, item_key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (batch_id, item_key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS batch_items_by_key ON batch_items (item_key);
  CREATE TABLE IF NOT EXISTS steps (
    item_key TEXT NOT NULL, step TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, value TEXT,
    doubtful INTEGER NOT NULL, PRIMARY KEY (item_key, step)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS leases (
    item_key TEXT PRIMARY KEY, fence INTEGER NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, until INTEGER NOT NULL
  ) STRICT;
`

export interface Row {
  readonly [column: string]: string | number | bigint | null | Uint8Array
}

/** SQLite's own error texts name files only; the code is told, and the error kept as the cause. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Failure) throw error
    const code =
      Error.isError(error) && 'errstr' in error ? String(error.errstr) : Error.isError(error) ? error.name : ''
    throw fail(
      'journal-unavailable',
      `The journal cannot be read or written (${code}).`,
      'Check that its folder is writable and its disk not full, or name another file with --journal (the journal input). Nothing is done without a journal.',
      { journal: path },
      error,
    )
  }
}

/**
 * Opens the file and brings it to the layout. Turning WAL on needs the file for itself for a moment and does not wait
 * for others (SQLITE_BUSY at once), so processes that start together take turns here.
 */
export function openDatabase({ path, readOnly }: SqliteOptions): DatabaseSync {
  if (readOnly) return openForReading(path)
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  for (const until = performance.now() + busyTimeout; ; ) {
    const db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeout })
    try {
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
      db.exec(`BEGIN IMMEDIATE; ${schema}`)
      db.exec(`PRAGMA user_version = ${Math.max(layout, layoutOf(db))}; COMMIT;`)
      return db
    } catch (error) {
      db.close()
      if (!isBusy(error) || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
}

/** A run that was killed while it made the file left one without tables: that is an empty journal. */
function openForReading(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeout })
  if (layoutOf(db) > 0) return db
  db.close()
  const empty = new DatabaseSync(':memory:')
  empty.exec(schema)
  return empty
}

function layoutOf(db: DatabaseSync): number {
  const version = Number((db.prepare('PRAGMA user_version').get() as Row).user_version)
  if (version <= layout) return version
  throw fail(
    'journal-unavailable',
    'The journal was written by a newer version of create-issues-and-prs.',
    'Use that version, or name another file with --journal (the journal input).',
    { layout: version },
  )
}

/** SQLITE_BUSY, and its extended codes, which have it in their low byte. */
const isBusy = (error: unknown) =>
  Error.isError(error) && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5

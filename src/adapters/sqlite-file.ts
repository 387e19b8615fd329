/** The journal's file: its layout, and how it is opened. */
import { DatabaseSync } from 'node:sqlite'
import { fail } from '../core/errors.ts'
import type { Clock } from '../core/ports.ts'
import { busyTimeout, openFile, type Row } from './sqlite-open.ts'

export interface SqliteOptions {
  readonly path: string
  readonly clock: Clock
  /** For a dry run: nothing is written, and a file that is not there is an empty journal. */
  readonly readOnly?: boolean
}

/** The layout of the tables, kept in `user_version`. */
const layout = 2

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
    doubtful INTEGER NOT NULL, run TEXT, PRIMARY KEY (item_key, step)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS leases (
    item_key TEXT PRIMARY KEY, fence INTEGER NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, until INTEGER NOT NULL
  ) STRICT;
`

/** Opens the journal's file and brings it to the layout. */
export function openDatabase({ path, readOnly }: SqliteOptions): DatabaseSync {
  if (readOnly) return openForReading(path)
  return openFile(path, (db) => {
    db.exec(`BEGIN IMMEDIATE; ${schema}`)
    if (layoutOf(db) === 1) db.exec('ALTER TABLE steps ADD COLUMN run TEXT')
    db.exec(`PRAGMA user_version = ${layout}; COMMIT;`)
  })
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

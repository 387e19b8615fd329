/**
 * The journal in SQLite, for one host. Settings are chosen for durability: with WAL and synchronous=FULL every commit is
 * on the disk before its promise resolves (synchronous=NORMAL would lose the last commits with the power), a commit that
 * was cut short is not there at all, and a reader never waits for a writer. Not for network file systems: WAL needs
 * memory that all processes share.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { StepName } from '../core/batch.ts'
import { type Failure, fail } from '../core/errors.ts'
import type { BatchRecord, BatchSummary, ItemStep, Journal, Lease, StepRecord } from '../core/journal.ts'
import type { Clock } from '../core/ports.ts'
import { openDatabase, type SqliteOptions } from './sqlite-file.ts'
import { SqliteLeases } from './sqlite-leases.ts'
import { guarded, type Row } from './sqlite-open.ts'

/** Milliseconds after which a finished batch is forgotten. */
const retention = 90 * 24 * 60 * 60 * 1000
/** Parameters: the item, and the fence of its holder. */
const unlessTaken = 'WHERE NOT EXISTS (SELECT 1 FROM leases WHERE leases.item_key = ? AND fence > ?)'

/** Opens (and makes, if need be) the journal. Throws `journal-unavailable` when it cannot be written. */
export function openSqliteJournal(options: SqliteOptions): Journal {
  return guarded(options.path, 'journal', () => new SqliteJournal(options))
}

/** A journal that knows nothing and keeps nothing: what a dry run reads where there is no journal yet. */
export const emptyJournal: Journal = {
  beginBatch: async ({ id, digest }) => ({ id, digest, createdAt: 0, state: 'running', response: null }),
  endBatch: async () => {},
  batch: async () => undefined,
  step: async () => undefined,
  intend: async () => {},
  record: async () => {},
  retract: async () => {},
  acquire: async () => ({ fence: 0, held: () => true, release: async () => {} }),
  batches: async () => [],
  steps: async () => [],
  forget: async () => false,
  close: async () => {},
}

class SqliteJournal implements Journal {
  readonly #db: DatabaseSync
  readonly #path: string
  readonly #clock: Clock
  readonly #leases: SqliteLeases

  constructor(options: SqliteOptions) {
    this.#path = options.path
    this.#clock = options.clock
    this.#db = openDatabase(options)
    this.#leases = new SqliteLeases(this.#db, this.#clock, (work) => this.#guarded(work))
    if (!options.readOnly) this.#forgetOld()
  }

  #guarded<T>(work: () => T): T {
    return guarded(this.#path, 'journal', work)
  }

  #run(sql: string, ...values: (string | number | null)[]): number {
    return this.#guarded(() => Number(this.#db.prepare(sql).run(...values).changes))
  }

  /**
   * A write about an item, in one statement that ends with `unlessTaken`: nothing is written where the item's lease has
   * gone to another, however late this process wakes up. Throws `already-running` then.
   */
  #runAsHolder(itemKey: string, sql: string, ...values: (string | number | null)[]): void {
    const changes = this.#run(sql, ...values, itemKey, this.#leases.fenceOf(itemKey))
    if (changes === 0) this.#guarded(() => this.#leases.assertMine(itemKey))
  }

  #row(sql: string, ...values: (string | number)[]): Row | undefined {
    return this.#guarded(() => this.#db.prepare(sql).get(...values) as Row | undefined)
  }

  #rows(sql: string, ...values: (string | number)[]): Row[] {
    return this.#guarded(() => this.#db.prepare(sql).all(...values) as unknown as Row[])
  }

  /** All or nothing, and alone: IMMEDIATE takes the write lock before the first read. */
  #together<T>(work: () => T): T {
    return this.#guarded(() => {
      this.#db.exec('BEGIN IMMEDIATE')
      try {
        const value = work()
        this.#db.exec('COMMIT')
        return value
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
        throw error
      }
    })
  }

  /** Steps whose intent stands alone are kept however old they are: they are still in doubt. */
  #forgetOld(): void {
    const now = this.#clock.now()
    this.#together(() => {
      this.#db.prepare("DELETE FROM batches WHERE state = 'done' AND created_at < ?").run(now - retention)
      this.#db
        .prepare(
          "DELETE FROM steps WHERE at < ? AND state = 'done' AND item_key NOT IN (SELECT item_key FROM batch_items)",
        )
        .run(now - retention)
      this.#db.prepare('DELETE FROM leases WHERE until < ?').run(now - retention)
    })
  }

  async beginBatch({ id, digest, itemKeys }: { id: string; digest: string; itemKeys: readonly string[] }) {
    this.#together(() => {
      this.#db
        .prepare("INSERT INTO batches VALUES (?, ?, ?, 'running', NULL) ON CONFLICT (id) DO NOTHING")
        .run(id, digest, this.#clock.now())
      const insert = this.#db.prepare('INSERT INTO batch_items VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      for (const [position, key] of itemKeys.entries()) insert.run(id, key, position)
    })
    return (await this.batch(id)) as BatchRecord
  }

  async endBatch(id: string, response: unknown): Promise<void> {
    this.#run("UPDATE batches SET state = 'done', response = ? WHERE id = ?", JSON.stringify(response ?? null), id)
  }

  async batch(id: string): Promise<BatchRecord | undefined> {
    const row = this.#row('SELECT * FROM batches WHERE id = ?', id)
    return (
      row && {
        id,
        digest: String(row.digest),
        createdAt: Number(row.created_at),
        state: row.state === 'done' ? 'done' : 'running',
        response: row.response === null ? null : JSON.parse(String(row.response)),
      }
    )
  }

  async step(itemKey: string, step: StepName): Promise<StepRecord | undefined> {
    const row = this.#row('SELECT * FROM steps WHERE item_key = ? AND step = ?', itemKey, step)
    return row && recordOf(row)
  }

  async intend(itemKey: string, step: StepName, run?: string): Promise<void> {
    const sql = `INSERT INTO steps SELECT ?, ?, 'intent', ?, NULL, 0, ? ${unlessTaken}
      ON CONFLICT (item_key, step) DO UPDATE SET at = excluded.at, run = excluded.run WHERE state = 'intent'`
    this.#runAsHolder(itemKey, sql, itemKey, step, this.#clock.now(), run ?? null)
  }

  async record(itemKey: string, step: StepName, value: unknown, doubtful = false, run?: string): Promise<void> {
    const sql = `INSERT OR REPLACE INTO steps SELECT ?, ?, 'done', ?, ?, ?, ? ${unlessTaken}`
    const json = JSON.stringify(value ?? null)
    this.#runAsHolder(itemKey, sql, itemKey, step, this.#clock.now(), json, doubtful ? 1 : 0, run ?? null)
  }

  async retract(itemKey: string, step: StepName): Promise<void> {
    const sql = `DELETE FROM steps ${unlessTaken} AND item_key = ? AND step = ? AND state = 'intent'`
    this.#guarded(() => this.#db.prepare(sql).run(itemKey, this.#leases.fenceOf(itemKey), itemKey, step))
  }

  async acquire(itemKey: string): Promise<Lease | undefined> {
    return this.#together(() => this.#leases.take(itemKey))
  }

  async batches(): Promise<readonly BatchSummary[]> {
    const rows = this.#rows(
      `SELECT id, digest, created_at, state, (SELECT count(*) FROM batch_items WHERE batch_id = id) AS items
       FROM batches ORDER BY created_at DESC, id`,
    )
    return rows.map((row) => ({
      id: String(row.id),
      digest: String(row.digest),
      createdAt: Number(row.created_at),
      state: row.state === 'done' ? 'done' : 'running',
      items: Number(row.items),
    }))
  }

  async steps(batchId: string): Promise<readonly ItemStep[]> {
    const rows = this.#rows(
      `SELECT steps.* FROM batch_items JOIN steps ON steps.item_key = batch_items.item_key
       WHERE batch_id = ? ORDER BY position, at, steps.rowid`,
      batchId,
    )
    return rows.map((row) => ({
      itemKey: String(row.item_key),
      step: String(row.step) as StepName,
      record: recordOf(row),
    }))
  }

  async forget(batchId: string): Promise<boolean> {
    return this.#together(() => {
      const keys = this.#rows('SELECT item_key FROM batch_items WHERE batch_id = ?', batchId)
      const busy = keys.find((row) => this.#leases.isHeld(String(row.item_key)))
      if (busy) throw stillRunning(batchId)
      if (this.#run('DELETE FROM batches WHERE id = ?', batchId) === 0) return false
      for (const { item_key: key } of keys) {
        const sql = 'DELETE FROM steps WHERE item_key = ? AND item_key NOT IN (SELECT item_key FROM batch_items)'
        this.#run(sql, String(key))
      }
      return true
    })
  }

  async close(): Promise<void> {
    this.#leases.close()
    if (this.#db.isOpen) this.#db.close()
  }
}

/** The failure of forgetting a batch that a run is working on. */
function stillRunning(batch: string): Failure {
  return fail(
    'already-running',
    `Batch ${batch} is being worked on.`,
    'Wait for that run to end, or cancel it first.',
    {
      batch,
    },
  )
}

function recordOf(row: Row): StepRecord {
  const at = Number(row.at)
  const run = typeof row.run === 'string' ? { run: row.run } : {}
  if (row.state !== 'done') return { state: 'intent', at, ...run }
  return { state: 'done', at, value: JSON.parse(String(row.value)), doubtful: row.doubtful === 1, ...run }
}

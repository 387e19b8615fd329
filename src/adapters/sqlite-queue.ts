/** The queue of one host, in the file of the journal: what was accepted survives a crash and goes on at the next start. */
import { EventEmitter } from 'node:events'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock } from '../core/ports.ts'
import type {
  BatchQueue,
  BatchTicket,
  ItemProgress,
  QueuedBatch,
  QueueEvent,
  Work,
  WorkOutcome,
} from '../core/queue.ts'
import { here, isAlive } from './own-process.ts'
import { guarded, openFile, type Row } from './sqlite-open.ts'

/** Milliseconds for which an answer is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 }
/** Milliseconds between looks for old answers. */
const housekeeping = 10 * 60_000
/** Milliseconds between tries to reach a disk that is full or away. */
const storeRetry = 1_000
/** Milliseconds between two signs of life of a worker, and how old the last may be. */
const beat = 5_000
const longestSilence = 30_000

const schema = `
  CREATE TABLE IF NOT EXISTS queue (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, dry_run INTEGER NOT NULL, items TEXT NOT NULL, state TEXT NOT NULL,
    accepted_at INTEGER NOT NULL, ended_at INTEGER, not_before INTEGER, sealed BLOB, answer TEXT, host TEXT, pid INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS queue_workers (host TEXT, pid INTEGER, seen_at INTEGER NOT NULL, PRIMARY KEY (host, pid)) STRICT;
  CREATE INDEX IF NOT EXISTS queue_by_state ON queue (state, accepted_at);
  CREATE INDEX IF NOT EXISTS queue_by_time ON queue (accepted_at);
`

/** Opens (and makes, if need be) the queue. Throws `journal-unavailable` when it cannot be written. */
export function openSqliteQueue(options: { readonly path: string; readonly clock: Clock }): BatchQueue {
  return guarded(options.path, 'queue', () => new SqliteQueue(options))
}

class SqliteQueue implements BatchQueue {
  readonly kind = 'sqlite'
  readonly #db: DatabaseSync
  readonly #path: string
  readonly #clock: Clock
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #progress = new Map<string, Map<number, ItemProgress>>()
  readonly #housekeeping: NodeJS.Timeout
  /** By their text: the few that there are, compiled once. */
  readonly #statements = new Map<string, StatementSync>()
  #wake: () => void = () => {}

  constructor({ path, clock }: { path: string; clock: Clock }) {
    this.#path = path
    this.#clock = clock
    this.#db = openFile(path, (db) => db.exec(`PRAGMA secure_delete = ON; ${schema}`))
    this.#forgetOld()
    this.#housekeeping = setInterval(() => this.#forgetOld(), housekeeping)
    this.#housekeeping.unref()
  }

  #run(sql: string, ...values: (string | number | null | Uint8Array)[]): number {
    return guarded(this.#path, 'queue', () => Number(this.#prepared(sql).run(...values).changes))
  }

  #rows(sql: string, ...values: (string | number)[]): Row[] {
    return guarded(this.#path, 'queue', () => this.#prepared(sql).all(...values) as unknown as Row[])
  }

  #prepared(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #forgetOld(): void {
    const now = this.#clock.now()
    this.#run(
      "DELETE FROM queue WHERE state IN ('done', 'lost') AND ended_at < CASE dry_run WHEN 1 THEN ? ELSE ? END",
      now - retention.dryRun,
      now - retention.real,
    )
  }

  async add(ticket: BatchTicket, { limit, replaceDone }: { limit: number; replaceDone: boolean }) {
    const known = await this.find(ticket.id)
    const replaced = known?.state === 'lost' || (known?.state === 'done' && replaceDone)
    if (known && !replaced) return { outcome: 'known' as const, batch: known }
    if ((await this.depth()).waiting >= limit) return { outcome: 'full' as const }
    const { id, digest, dryRun, items, sealed } = ticket
    this.#run(
      "INSERT OR REPLACE INTO queue VALUES (?, ?, ?, ?, 'waiting', ?, NULL, NULL, ?, NULL, NULL, NULL)",
      id,
      digest,
      dryRun ? 1 : 0,
      JSON.stringify(items),
      this.#clock.now(),
      sealed,
    )
    this.#progress.delete(id)
    const batch = this.#changed(id)
    this.#wake()
    return { outcome: 'added' as const, batch }
  }

  async find(id: string): Promise<QueuedBatch | undefined> {
    const [row] = this.#rows('SELECT * FROM queue WHERE id = ?', id)
    return row && toBatch(row)
  }

  async recent(limit: number): Promise<readonly QueuedBatch[]> {
    return this.#rows('SELECT * FROM queue ORDER BY accepted_at DESC, rowid DESC LIMIT ?', limit).map(toBatch)
  }

  async depth(): Promise<{ waiting: number; running: number }> {
    const rows = this.#rows(
      "SELECT state, count(*) AS n FROM queue WHERE state IN ('waiting', 'running') GROUP BY state",
    )
    const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0)
    return { waiting: count('waiting'), running: count('running') }
  }

  start(concurrency: number, work: Work): { stop(): Promise<void> } {
    const underWay = new Set<Promise<void>>()
    const state = { stopped: false }
    let timer: NodeJS.Timeout | undefined
    const fill = () => {
      clearTimeout(timer)
      try {
        while (!state.stopped && underWay.size < concurrency) {
          const row = this.#next()
          if (!row) break
          const one: Promise<void> = this.#carryOut(row, work, state).finally(() => {
            underWay.delete(one)
            fill()
          })
          underWay.add(one)
        }
        again(state.stopped || underWay.size >= concurrency ? undefined : this.#pause())
      } catch {
        // The disk is away for the moment; what waits is looked for again.
        again(storeRetry)
      }
    }
    const again = (pause: number | undefined) => {
      if (pause !== undefined && !state.stopped) timer = setTimeout(fill, pause).unref()
    }
    this.#wake = fill
    this.#reclaim((pid) => pid === process.pid)
    fill()
    const beating = setInterval(() => {
      try {
        this.#reclaim()
        fill()
      } catch {
        // The disk is away for the moment: the next beat says that this worker lives.
      }
    }, beat).unref()
    return {
      stop: async () => {
        state.stopped = true
        clearTimeout(timer)
        await Promise.all(underWay)
        clearInterval(beating)
      },
    }
  }

  /**
   * Says that this worker lives, and has wait again what a process that is gone was working on: at once where it was one of
   * this host, else when it was silent for long. A container that is made anew has another host's name. `isGone` knows of a
   * pid of this host that is another process' by now.
   */
  #reclaim(isGone: (pid: number) => boolean = () => false): void {
    const now = this.#clock.now()
    this.#run('INSERT OR REPLACE INTO queue_workers VALUES (?, ?, ?)', here, process.pid, now)
    const silent = now - longestSilence
    for (const { id, host, pid, seen_at } of this.#rows(
      "SELECT id, host, pid, seen_at FROM queue LEFT JOIN queue_workers USING (host, pid) WHERE state = 'running'",
    )) {
      const alive = host === here ? !isGone(Number(pid)) && isAlive(Number(pid)) : Number(seen_at) >= silent
      if (!alive) this.#run("UPDATE queue SET state = 'waiting' WHERE id = ?", String(id))
    }
    this.#run('DELETE FROM queue_workers WHERE seen_at < ?', silent - housekeeping)
  }

  #next(): Row | undefined {
    const [row] = this.#rows(
      `UPDATE queue SET state = 'running', not_before = NULL, host = ?, pid = ? WHERE id = (
         SELECT id FROM queue WHERE state = 'waiting' AND (not_before IS NULL OR not_before <= ?)
         ORDER BY accepted_at, rowid LIMIT 1) RETURNING *`,
      here,
      process.pid,
      this.#clock.now(),
    )
    return row
  }

  /** Milliseconds until a batch that waits for its time may go on; undefined when none does. */
  #pause(): number | undefined {
    const [row] = this.#rows("SELECT min(not_before) AS at FROM queue WHERE state = 'waiting'")
    if (typeof row?.at !== 'number') return undefined
    return Math.min(Math.max(row.at - this.#clock.now(), 50), 2 ** 31 - 1)
  }

  async #carryOut(row: Row, work: Work, state: { readonly stopped: boolean }): Promise<void> {
    const batch = toBatch(row)
    this.#emit(batch.id, { kind: 'batch', batch })
    // There is one host only: nothing is gained by parts.
    const part = await work.carryOut(batch, { number: 1, count: 1 }, row.sealed as Uint8Array)
    const outcome = await work.gather(batch, [part])
    while (!this.#stored(batch.id, outcome)) {
      // Stopped meanwhile: it is still marked as running, and the next start goes on with it.
      if (state.stopped) return
      await this.#clock.sleep(storeRetry)
    }
    this.#progress.delete(batch.id)
  }

  /** False when the disk would not take it. */
  #stored(id: string, outcome: WorkOutcome): boolean {
    try {
      this.#store(id, outcome)
      this.#changed(id)
      return true
    } catch {
      return false
    }
  }

  #store(id: string, outcome: WorkOutcome): void {
    const answer = JSON.stringify(outcome.answer ?? null)
    if (outcome.state === 'again') {
      const sql = "UPDATE queue SET state = 'waiting', not_before = ?, answer = ? WHERE id = ?"
      this.#run(sql, outcome.notBefore, answer, id)
      return
    }
    const sql = 'UPDATE queue SET state = ?, ended_at = ?, answer = ?, sealed = NULL WHERE id = ?'
    this.#run(sql, outcome.state, this.#clock.now(), answer, id)
  }

  #changed(id: string): QueuedBatch {
    const [row] = this.#rows('SELECT * FROM queue WHERE id = ?', id)
    const batch = toBatch(row as Row)
    this.#emit(id, { kind: 'batch', batch })
    return batch
  }

  #emit(id: string, event: QueueEvent): void {
    this.#events.emit(`batch ${id}`, event)
    this.#events.emit('any', id)
  }

  tell(id: string, item: ItemProgress): void {
    const items = this.#progress.get(id) ?? new Map<number, ItemProgress>()
    this.#progress.set(id, items.set(item.index, item))
    this.#emit(id, { kind: 'item', item })
  }

  async progress(id: string): Promise<readonly ItemProgress[]> {
    return [...(this.#progress.get(id)?.values() ?? [])]
  }

  listen(id: string, listener: (event: QueueEvent) => void): () => void {
    const name = `batch ${id}`
    this.#events.on(name, listener)
    return () => this.#events.off(name, listener)
  }

  listenAll(listener: (id: string) => void): () => void {
    this.#events.on('any', listener)
    return () => this.#events.off('any', listener)
  }

  async close(): Promise<void> {
    clearInterval(this.#housekeeping)
    if (this.#db.isOpen) this.#db.close()
  }
}

function toBatch(row: Row): QueuedBatch {
  const number = (value: Row[string] | undefined) => (typeof value === 'number' ? value : null)
  return {
    id: String(row.id),
    digest: String(row.digest),
    dryRun: row.dry_run === 1,
    items: JSON.parse(String(row.items)),
    state: row.state as QueuedBatch['state'],
    acceptedAt: Number(row.accepted_at),
    endedAt: number(row.ended_at),
    notBefore: number(row.not_before),
    answer: row.answer === null ? null : JSON.parse(String(row.answer)),
  }
}

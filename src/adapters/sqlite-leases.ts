/** Leases in SQLite: one process at a time works on an item, and a holder that is gone does not keep it. */
import type { DatabaseSync } from 'node:sqlite'
import { overtaken } from '../core/holding.ts'
import type { Lease } from '../core/journal.ts'
import type { Clock } from '../core/ports.ts'
import { here, isAlive } from './own-process.ts'

/** Milliseconds for which a lease holds without being renewed; a holder of this host that is dead is passed over at once. */
export const leaseTime = 30_000

/** The table of leases, for one connection. `guard` turns SQLite's errors into failures. */
export class SqliteLeases {
  readonly #db: DatabaseSync
  readonly #clock: Clock
  readonly #guard: <T>(work: () => T) => T
  readonly #mine = new Map<string, Mine>()
  readonly #renewal: NodeJS.Timeout

  constructor(db: DatabaseSync, clock: Clock, guard: <T>(work: () => T) => T) {
    this.#db = db
    this.#clock = clock
    this.#guard = guard
    this.#renewal = setInterval(() => this.#renewAll(), leaseTime / 3)
    this.#renewal.unref()
  }

  /** Takes the lease inside a transaction of the caller. Undefined: another holds it. */
  take(itemKey: string): Lease | undefined {
    const now = this.#clock.now()
    const row = this.#row(itemKey)
    if (row && isHeld(row, now)) return undefined
    const fence = Number(row?.fence ?? 0) + 1
    this.#db
      .prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?)')
      .run(itemKey, fence, here, process.pid, now + leaseTime)
    const mine: Mine = { fence, renewed: now }
    this.#mine.set(itemKey, mine)
    return {
      fence,
      held: () => this.#mine.get(itemKey) === mine && (this.#isFresh(mine) || this.#renew(itemKey, mine)),
      release: async () => {
        if (this.#mine.get(itemKey) === mine) this.#mine.delete(itemKey)
        this.#update('UPDATE leases SET until = 0 WHERE item_key = ? AND fence = ?', itemKey, fence)
      },
    }
  }

  /** The fence under which this process may write about the item: any, where it takes no lease at all. */
  fenceOf(itemKey: string): number {
    return this.#mine.get(itemKey)?.fence ?? Number.MAX_SAFE_INTEGER
  }

  /** Throws `already-running` when this process had the item and another has taken it since: it may write no more of it. */
  assertMine(itemKey: string): void {
    const mine = this.#mine.get(itemKey)
    if (mine && this.#row(itemKey)?.fence !== mine.fence) throw overtaken()
  }

  isHeld(itemKey: string): boolean {
    const row = this.#row(itemKey)
    return row !== undefined && isHeld(row, this.#clock.now())
  }

  close(): void {
    clearInterval(this.#renewal)
  }

  #row(itemKey: string): LeaseRow | undefined {
    return this.#db.prepare('SELECT * FROM leases WHERE item_key = ?').get(itemKey) as LeaseRow | undefined
  }

  #update(sql: string, ...values: (string | number)[]): number {
    return this.#guard(() => Number(this.#db.prepare(sql).run(...values).changes))
  }

  #isFresh(lease: Mine): boolean {
    return this.#clock.now() < lease.renewed + leaseTime
  }

  #renewAll(): void {
    for (const [itemKey, lease] of this.#mine) this.#renew(itemKey, lease)
  }

  /**
   * False where another has taken it meanwhile. A lease that ran out (this process was paused, the disk was full) and that
   * nobody took is the holder's again.
   */
  #renew(itemKey: string, lease: Mine): boolean {
    const now = this.#clock.now()
    try {
      const sql = 'UPDATE leases SET until = ? WHERE item_key = ? AND fence = ?'
      if (this.#update(sql, now + leaseTime, itemKey, lease.fence) === 0) return false
      lease.renewed = now
      return true
    } catch {
      // The disk may be full for a moment; the lease runs out if it stays so.
      return this.#isFresh(lease)
    }
  }
}

/** A lease that this process has, and when (epoch milliseconds) it was renewed last. */
interface Mine {
  readonly fence: number
  renewed: number
}

interface LeaseRow {
  readonly fence: number
  readonly host: string
  readonly pid: number
  readonly until: number
}

/** A killed run must not keep its items locked: a holder of this host that no longer lives holds nothing. */
function isHeld(row: LeaseRow, now: number): boolean {
  if (Number(row.until) <= now) return false
  return row.host !== here || isAlive(Number(row.pid))
}

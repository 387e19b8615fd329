/** Leases in Redis: one process of any host works on an item, and one that was paused or cut off learns that it lost it. */
import { randomUUID } from 'node:crypto'
import type { Lease } from '../../core/journal.ts'
import type { Clock } from '../../core/ports.ts'
import type { RedisLink } from './link.ts'

export interface LeaseOptions {
  readonly link: RedisLink
  readonly clock: Clock
  readonly patience: () => number
  /** Milliseconds for which Redis keeps a fence that nobody uses. */
  readonly keep: number
  readonly grace?: number
}

/** Milliseconds for which a lease holds without being renewed. */
const leaseTime = 20_000
/** Milliseconds between renewals. */
const heartbeat = 2_000
/** Three heartbeats: enough for every holder that lives to claim again what was lost with Redis' memory. */
const defaultGrace = 6_000
/** How many leases one script renews. */
const atOnce = 500

interface Held {
  readonly fence: string
  /** Redis' memory when the lease was acquired. */
  readonly memory: string
  /** Epoch milliseconds, before the last successful renewal was sent. */
  renewed: number
  isLost: boolean
}

/** What a process says of its hold on an item when it writes, and what it learns from the answer. */
export interface Claim {
  /** For the scripts; empty where this process holds no lease. */
  readonly text: string
  renewed(): void
  lost(): void
}

const noClaim: Claim = { text: '', renewed: () => {}, lost: () => {} }

export class RedisLeases {
  readonly length = leaseTime
  readonly #options: LeaseOptions
  readonly #held = new Map<string, Held>()
  readonly #timer: NodeJS.Timeout
  readonly #stopListening: () => void
  #isRenewing = false

  constructor(options: LeaseOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.#renewAll(), heartbeat)
    this.#timer.unref()
    this.#stopListening = options.link.onLoss(() => void this.#renewAll())
  }

  /** Undefined: another has it, or it may be claimed again by a holder of before a loss. */
  async acquire(itemKey: string): Promise<Lease | undefined> {
    if (this.#held.has(itemKey)) return undefined
    const { link, clock, patience, keep, grace = defaultGrace } = this.#options
    const now = clock.now()
    const [fence] = await link.run('acquire', [`lease:${itemKey}`], [randomUUID(), leaseTime, grace, keep], patience)
    if (fence === '') return undefined
    const mine: Held = { fence: String(fence), memory: link.memory, renewed: now, isLost: false }
    this.#held.set(itemKey, mine)
    return {
      fence: Number(fence),
      held: (strictly = false) => this.#held.get(itemKey) === mine && this.#isHeld(mine, strictly),
      confirm: async () => {
        if (this.#held.get(itemKey) === mine && !mine.isLost) await this.#renew([[itemKey, mine]], patience)
        return this.#held.get(itemKey) === mine && !mine.isLost
      },
      release: () => this.#release(itemKey, mine),
    }
  }

  /** A pause alone loses nothing: the next write asks Redis, and is refused when another took the item meanwhile. */
  #isHeld(mine: Held, strictly: boolean): boolean {
    return !mine.isLost && (!strictly || this.#options.clock.now() < mine.renewed + leaseTime)
  }

  async #release(itemKey: string, mine: Held): Promise<void> {
    if (this.#held.get(itemKey) !== mine) return
    this.#held.delete(itemKey)
    if (mine.isLost) return
    await this.#options.link.run('release', [`lease:${itemKey}`], [mine.fence], this.#options.patience)
  }

  claim(itemKey: string): Claim {
    const mine = this.#held.get(itemKey)
    if (!mine) return noClaim
    const now = this.#options.clock.now()
    return {
      text: this.#claimText(mine, now),
      renewed: () => {
        mine.renewed = Math.max(mine.renewed, now)
      },
      lost: () => {
        mine.isLost = true
      },
    }
  }

  /** With `!` where nobody can have overtaken this holder: its time is not over, or it is over because Redis was away. */
  #claimText({ fence, renewed }: Held, now: number): string {
    const unbroken = now < renewed + leaseTime || this.#options.link.wasAway(renewed)
    return unbroken ? `${fence}!` : fence
  }

  /** True where this process held the item before Redis lost its memory, and holds it still. */
  spansLoss(itemKey: string): boolean {
    const mine = this.#held.get(itemKey)
    return mine !== undefined && !mine.isLost && mine.memory !== this.#options.link.memory
  }

  async #renewAll(): Promise<void> {
    if (this.#isRenewing) return
    this.#isRenewing = true
    try {
      const all = [...this.#held].filter(([, { isLost }]) => !isLost)
      for (let i = 0; i < all.length; i += atOnce) await this.#renew(all.slice(i, i + atOnce))
    } catch {
      // Redis is away: the next heartbeat tries again, and the leases run out if it stays so.
    } finally {
      this.#isRenewing = false
    }
  }

  async #renew(some: readonly (readonly [string, Held])[], patience = () => 0): Promise<void> {
    const { link, clock, keep } = this.#options
    const now = clock.now()
    const keys = some.map(([itemKey]) => `lease:${itemKey}`)
    const claims = some.map(([, mine]) => this.#claimText(mine, now))
    const [answers] = await link.run('renew', keys, [leaseTime, keep, ...claims], patience)
    for (const [index, [, mine]] of some.entries()) {
      if ((answers as number[])[index] === 1) mine.renewed = Math.max(mine.renewed, now)
      else mine.isLost = true
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#stopListening()
  }
}

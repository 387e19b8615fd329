/** What the routes of one server share. Types only. */
import type { Config } from '../../core/config.ts'
import type { Log } from '../../core/ports.ts'
import type { BatchQueue } from '../../core/queue.ts'
import type { Services } from '../../core/services.ts'
import type { TokenUses } from '../../core/token-uses.ts'
import type { Allowance } from './body.ts'
import type { BatchFeed } from './feed.ts'
import type { Metrics } from './metrics.ts'
import type { Sealer } from './sealer.ts'

export interface ServerContext {
  readonly services: Services
  readonly config: Config
  /** One line of the log, already redacted. */
  readonly write: (line: string) => void
  readonly log: Log
  readonly queue: BatchQueue
  readonly sealer: Sealer
  readonly metrics: Metrics
  readonly feed: BatchFeed
  readonly uses: TokenUses | undefined
  /** For the bodies of callers whose token is inside: only so much of them takes memory at the same time. */
  readonly unverified: Allowance
  readonly journalPath: string
  /** Aborted when the server drains: batches stop between two effects, and callers who wait are told. */
  readonly drain: AbortSignal
  readonly state: ServerState
}

export interface ServerState {
  phase: 'starting' | 'ready' | 'draining'
  /** How far this machine's clock was off when it was last compared. */
  drift: { readonly driftMs: number; readonly checkedAt: number } | undefined
}

/** What the faces are given by the composition root, as interfaces: they know no adapter. */
import type { Access } from './access.ts'
import type { Config } from './config.ts'
import type { Journal } from './journal.ts'
import type { Clock, Log, Ports } from './ports.ts'
import type { BatchQueue } from './queue.ts'
import type { Redactor } from './redact.ts'
import type { TokenUses } from './token-uses.ts'

export interface Services {
  readonly clock: Clock
  readonly redactor: Redactor
  /** The same with a redactor of its own: a server has one for each batch, so that none grows for ever. */
  scope(): Services
  /** A logger that writes redacted lines with `write`. */
  log(config: Config, write: (line: string) => void): Log
  /** The ports of one batch. `journal` is closed with them. */
  ports(request: PortsRequest): Promise<OpenPorts>
  /** The journal in that file, or in Redis where an address is given. */
  journal(path: string, readOnly: boolean, redisUrl?: string): Promise<Journal>
  /** The batches that a server has accepted, in the file of the journal unless the configuration says otherwise. */
  queue(config: Config, journalPath: string, log: Log): Promise<BatchQueue>
  /** The replay guard's memory, beside the journal of that path, or in Redis. */
  tokenUses(journalPath: string, redisUrl: string | undefined): Promise<TokenUses>
  /** Milliseconds by which this clock is behind the server's; undefined when it did not answer. */
  drift(server: string): Promise<{ readonly driftMs: number; readonly checkedAt: number } | undefined>
  /** What tokens may do, seen by reads: whatever is asked, nothing is written. */
  access(request: AccessRequest): Promise<Access>
  /** `2.39.5`, or undefined where there is no git. */
  gitVersion(config: Config, log: Log): Promise<string | undefined>
}

export interface AccessRequest {
  readonly config: Config
  readonly log: Log
  readonly signal: AbortSignal
}

export interface PortsRequest {
  readonly config: Config
  readonly log: Log
  readonly dryRun: boolean
  readonly signal: AbortSignal
  readonly journalPath: string
  /** Told of every call to GitHub and Jira when it has ended. */
  readonly observeCall?: (call: UpstreamCall) => void
  /** Told when a call to GitHub or Jira waited before it was sent: for its turn, for a limit, before another try. */
  readonly observeWait?: (wait: UpstreamWait) => void
}

/** One HTTP call to a far side. `outcome` is the status, or `failed` when there was no answer. */
export interface UpstreamCall {
  readonly upstream: 'github' | 'jira'
  readonly outcome: number | 'failed'
  readonly milliseconds: number
}

export type UpstreamWait = Pick<UpstreamCall, 'upstream' | 'milliseconds'>

export interface OpenPorts {
  readonly ports: Ports
  close(): Promise<void>
}

/** What a child of the fault matrix is told in FAULT_PLAN, and the words of the matrix. Shared with the preloaded file. */

export const effects = ['issue', 'push', 'pull request', 'comment', 'link', 'done'] as const
export type Effect = (typeof effects)[number]

export const crashPoints = [
  'no crash',
  'before intent',
  'after intent',
  'request sent',
  'response received',
  'after result',
  'before reply',
] as const
export type CrashPoint = (typeof crashPoints)[number]

export const faultNames = [
  'none',
  'refused',
  'timeout not applied',
  'timeout applied',
  'late < 90 s',
  'late > 90 s',
  '5xx applied',
  '5xx not applied',
  'reset mid-response',
  '429',
  'secondary limit',
  'malformed 200',
] as const
export type FaultName = (typeof faultNames)[number]

/** The name that the journal has for an effect; `done` is the end of the batch. */
export const stepOf: Readonly<Record<Effect, string>> = {
  issue: 'issue',
  push: 'branch',
  'pull request': 'pull-request',
  comment: 'comment',
  link: 'link',
  done: 'done',
}

export interface ChildPlan {
  /** All clocks of a matrix start here (epoch milliseconds) and run `speed` times as fast as the machine's. */
  readonly epoch: number
  readonly speed: number
  readonly effect: Effect
  /** Where the child kills itself; `request sent` is done from outside. */
  readonly crash: CrashPoint | undefined
  /** What it does to itself there. Default SIGKILL. */
  readonly signal?: 'SIGKILL' | 'SIGSTOP'
  /** It kills itself before the so-manieth write to the journal's file, from 1. */
  readonly killAtWrite?: number
  /** The first request of the effect goes to a port where nobody listens. */
  readonly refuse: boolean
  /** A request is left without an answer. */
  readonly hangs?: boolean
}

/** Requests that carry an effect out. */
export const requestOf: Readonly<Record<Exclude<Effect, 'done'>, { server: 'jira' | 'git' | 'github'; path: RegExp }>> =
  {
    issue: { server: 'jira', path: /\/issue$/ },
    push: { server: 'git', path: /\/git-receive-pack$/ },
    'pull request': { server: 'github', path: /\/pulls$/ },
    comment: { server: 'jira', path: /\/comment$/ },
    link: { server: 'jira', path: /\/remotelink$/ },
  }

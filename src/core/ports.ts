/**
 * The outside world as interfaces. The batch room is written against these; only `start.ts` knows the adapters. Every
 * port takes values and answers values; failures are thrown as `Failure`.
 */

import type { IssueRequest, JiraSite, RepositoryTarget, Signature, Warning } from './batch.ts'
import type { Journal } from './journal.ts'
import type { Lockfiles } from './lockfiles.ts'

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after `ms`; rejects with `interrupted` when the signal aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface Log {
  /** One line: a sentence, and facts as key=value. Text is redacted and made harmless for a runner before it is printed. */
  write(level: LogLevel, message: string, facts?: Readonly<Record<string, unknown>>): void
}

// ---------------------------------------------------------------- Jira

export interface CreatedIssue {
  readonly key: string
  readonly url: string
}

export interface IssueTracker {
  /** Reads only. Issues of earlier runs by their item keys, for all given items of one site at once. */
  findIssues(site: JiraSite, wanted: readonly WantedIssue[]): Promise<ReadonlyMap<string, readonly CreatedIssue[]>>
  /**
   * Reads only. The oldest issue with this item key that came between what `findIssues` saw and `issueKey`: another run, with
   * which this one shares no journal, was at work at the same time.
   */
  findOlder(site: JiraSite, itemKey: string, issueKey: string): Promise<CreatedIssue | undefined>
  /** Sends `fields` as given and the item key as the entity property `create-issues-and-prs`, in one call. */
  createIssue(request: IssueRequest, itemKey: string): Promise<CreatedIssue>
  /** What `createIssue` would send. */
  previewIssue(request: IssueRequest, itemKey: string): PlannedHttpCall
  /** Reads only. The comments of the issue with this text (white space folded), the oldest first. */
  findComments(site: JiraSite, issueKey: string, text: CommentText): Promise<readonly { readonly id: string }[]>
  addComment(site: JiraSite, issueKey: string, body: string): Promise<{ readonly id: string }>
  previewComment(site: JiraSite, issueKey: string, body: string): PlannedHttpCall
  /** Reads only. The remote link with this `globalId`, if any. */
  findLink(site: JiraSite, issueKey: string, globalId: string): Promise<{ readonly id: string } | undefined>
  /** Sets (or sets again: the same `globalId` is one link) the remote link to the pull request. */
  linkPullRequest(site: JiraSite, issueKey: string, link: RemoteLink): Promise<{ readonly id: string }>
  previewLink(site: JiraSite, issueKey: string, link: RemoteLink): PlannedHttpCall
  issueUrl(site: JiraSite, key: string): string
}

/** The whole text of a comment, or how it begins. */
export type CommentText = { readonly is: string } | { readonly begins: string }

export interface WantedIssue {
  readonly itemKey: string
  readonly fields: Readonly<Record<string, unknown>>
  /** Keys worth looking at first (from the trailers of a branch); adopted only when their property says so. */
  readonly candidates?: readonly string[]
}

export interface RemoteLink {
  readonly globalId: string
  readonly url: string
  readonly title: string
}

export interface PlannedHttpCall {
  readonly call: string
  readonly body: unknown
}

// ---------------------------------------------------------------- GitHub

export interface RepositoryFacts {
  readonly defaultBranch: string
  /** The repository's address after renames: git talks to this one. */
  readonly url: string
  readonly owner: string
  readonly name: string
  readonly archived: boolean
  /** The bot that the token acts as, where it is one and is known. Actions' own token: `github-actions[bot]`. */
  readonly identity?: Signature
  /** False when GitHub says that this token may not push here. */
  readonly mayPush: boolean
}

export interface OpenedPullRequest {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  /** The commit at its head. */
  readonly head: Oid
  readonly title: string
  /** Epoch milliseconds, by GitHub's clock. */
  readonly createdAt: number
  /** It was there already: who opened it may be another run. */
  readonly adopted?: boolean
  /** True when it was opened with Actions' own `GITHUB_TOKEN`: its checks do not run by themselves. */
  readonly startsNoWorkflows: boolean
}

export interface PullRequests {
  /** Reads only. */
  repository(target: RepositoryTarget): Promise<RepositoryFacts>
  /** Reads only. The newest pull request of this head and base, whatever its state. */
  findPullRequest(target: RepositoryTarget, head: string, base: string): Promise<OpenedPullRequest | undefined>
  openPullRequest(target: RepositoryTarget, pull: PullRequestContent): Promise<OpenedPullRequest>
  previewPullRequest(target: RepositoryTarget, pull: PullRequestContent): PlannedHttpCall
  /**
   * Reads only. What of the labels, reviewers and assignees is not on the pull request yet; undefined when nothing is
   * missing. Reviewers count as missing only while nobody touched the pull request: who reviewed is not asked again.
   */
  missingMetadata(target: RepositoryTarget, number: number, wanted: Metadata): Promise<Metadata | undefined>
  /** Labels, reviewers, assignees: each failure is a warning in the answer, never thrown. */
  addMetadata(target: RepositoryTarget, number: number, wanted: Metadata): Promise<readonly Warning[]>
  previewMetadata(target: RepositoryTarget, wanted: Metadata): readonly PlannedHttpCall[]
}

export interface PullRequestContent {
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly draft: boolean
}

export interface Metadata {
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
}

// ---------------------------------------------------------------- git

/** A commit id, 40 (SHA-1) or 64 (SHA-256) hex digits. */
export type Oid = string

export interface TreeEntry {
  readonly path: string
  /** `100644`, `100755` files; `120000` symlink; `160000` gitlink. Trees are not listed. */
  readonly mode: string
  readonly oid: Oid
}

export interface CommitRequest {
  readonly parent: Oid
  /** Whole new contents by path. Modes are kept from the parent's tree. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly message: string
  readonly author: Signature
  readonly committer: Signature
  /** Epoch seconds, UTC. Fixed by the caller, so that the same content gives the same oid. */
  readonly time: number
}

export interface PushRequest {
  /** Without `refs/heads/`. */
  readonly branch: string
  readonly oid: Oid
  /** The lease: the exact commit expected there, or undefined for "absent". */
  readonly expect: Oid | undefined
}

export type PushOutcome =
  | { readonly branch: string; readonly status: 'pushed' }
  /** The lease did not hold: someone else's commit is there. */
  | { readonly branch: string; readonly status: 'stale' }
  | { readonly branch: string; readonly status: 'rejected'; readonly reason: string }

/** A commit at the tip of a remote branch, with its trailers. */
export interface BranchTip {
  readonly branch: string
  readonly oid: Oid
  readonly parents: readonly Oid[]
  readonly author: Signature
  /** Epoch seconds. */
  readonly time: number
  readonly message: string
  readonly trailers: ReadonlyMap<string, string>
}

/** One base branch of one repository, fetched without its blobs. */
export interface RepositorySnapshot {
  readonly base: string
  readonly head: Oid
  readonly tree: readonly TreeEntry[]
  /** Contents by path, fetched in one batch. Paths must be regular files of `tree`; `limit` is in bytes each. */
  read(paths: readonly string[], limit: number): Promise<ReadonlyMap<string, Uint8Array>>
  /** Builds the commit from objects; nothing leaves the machine. */
  commit(request: CommitRequest): Promise<Oid>
}

export interface GitRepository {
  /** Reads only. Fetches the base branch (shallow, blobless). Throws `base-branch-not-found`. */
  snapshot(base: string): Promise<RepositorySnapshot>
  /**
   * Reads only. The tips of the remote branches that match any of the patterns (`fix/SEC-7`, or with `*` for a part
   * that is not known yet), commits without trees or blobs.
   */
  tips(patterns: readonly string[]): Promise<readonly BranchTip[]>
  /** One push for all; refs are independent of each other. Throws only when nothing can be known about any of them. */
  push(requests: readonly PushRequest[]): Promise<readonly PushOutcome[]>
  close(): Promise<void>
}

export interface Repositories {
  /** A bare temporary repository for one remote; `readOnly` refuses every push. */
  open(target: RepositoryTarget, options: { readOnly: boolean; signal?: AbortSignal }): Promise<GitRepository>
}

/** Everything the batch room needs from outside. */
export interface Ports {
  /** Present when lockfiles are to be refreshed. */
  readonly lockfiles?: Lockfiles
  readonly clock: Clock
  readonly log: Log
  readonly journal: Journal
  readonly issues: IssueTracker
  readonly pullRequests: PullRequests
  readonly repositories: Repositories
}

export type { Signature }

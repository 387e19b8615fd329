/**
 * The words of a batch: what was asked (Batch, Item and the three requests) and what is told (ItemResult, BatchResponse).
 * Wire names are snake_case and live in the schema; here everything is normalised and complete.
 */
import type { Change, Evidence } from '../manifests/format.ts'

/** A credential in memory. The class keeps it out of `JSON.stringify`, template strings and `console.log`. */
export class Secret {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  /** The credential itself: only adapters that put it into a header or a child's environment call this. */
  reveal(): string {
    return this.#text
  }
  toString(): string {
    return '***'
  }
  toJSON(): string {
    return '***'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***'
  }
}

/** A Jira site and who speaks to it. `email` present: Basic (Cloud); absent: Bearer (Data Center). */
export interface JiraSite {
  /** Without a trailing slash; may hold a context path. */
  readonly serverUrl: string
  readonly apiVersion: '2' | '3'
  readonly email?: string
  readonly token: Secret
}

/** A repository on GitHub.com, GitHub Enterprise Server or ghe.com, and who speaks to it. */
export interface RepositoryTarget {
  /** `https://host/owner/name`, no userinfo, no `.git`. */
  readonly url: string
  readonly host: string
  readonly owner: string
  readonly name: string
  readonly token: Secret
}

export interface IssueRequest {
  readonly site: JiraSite
  /** Sent as given. */
  readonly fields: Readonly<Record<string, unknown>>
}

export interface PullRequestRequest {
  readonly repository: RepositoryTarget
  /** May hold `{{jira_key}}`. */
  readonly branchName: string
  /** Absent: the repository's own default branch. */
  readonly baseBranch?: string
  readonly title: string
  readonly body: string
  /** Empty: find them. */
  readonly dependencyFiles: readonly string[]
  readonly commitMessage?: string
  readonly draft: boolean
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
}

export interface CommentRequest {
  readonly site: JiraSite
  /** The issue named by the caller; absent: the item's own new issue. */
  readonly issueKey?: string
  readonly body: string
}

/** One package to raise, with its ticket and pull request. */
export interface Item {
  /** Position in the request, from 0. */
  readonly index: number
  /** 64 hex digits: a digest of the item's content without credentials (SPEC 9). */
  readonly key: string
  readonly change: Change
  readonly severity?: string
  readonly issue: IssueRequest
  readonly pullRequest: PullRequestRequest
  readonly comment?: CommentRequest
}

export interface Batch {
  /** Short and stable: derived from the idempotency key, else from the request without credentials. */
  readonly id: string
  /** SHA-256 (hex) of the request without credentials. */
  readonly digest: string
  readonly dryRun: boolean
  readonly items: readonly Item[]
  /** Of all its items, also where `items` are those of one shard. */
  readonly itemKeys: readonly string[]
}

/** How a batch is to be carried out: the action's inputs that are no part of the request. */
export interface RunOptions {
  readonly concurrency: number
  readonly whenUnfixable: 'issue' | 'skip'
  readonly commentOnIssue: boolean
  readonly linkPullRequest: boolean
  /** Absent: the token's own bot, else `create-issues-and-prs[bot]`. */
  readonly author?: Signature
  readonly committer?: Signature
}

/** A git identity. */
export interface Signature {
  readonly name: string
  readonly email: string
}

/** `explanation` is the one comment on an issue whose pull request cannot be opened. */
export type StepName = 'issue' | 'branch' | 'pull-request' | 'metadata' | 'comment' | 'link' | 'explanation'

/** `read` and `plan` are the phases before any step. */
export type Phase = 'read' | 'plan' | StepName

export type ItemStatus = 'created' | 'existing' | 'unchanged' | 'partial' | 'failed' | 'planned'

export interface Warning {
  readonly code: string
  readonly message: string
  readonly hint: string
}

export interface ItemError {
  readonly code: string
  readonly step: Phase
  readonly message: string
  readonly hint: string
  readonly facts: Readonly<Record<string, Fact>>
}

export type Fact = string | number | boolean | null

/** A call that a dry run would have made: shown, never sent. Holds no credential. */
export interface PlannedCall {
  readonly step: StepName
  /** `POST https://…` or `git push …`. */
  readonly call: string
  readonly body?: unknown
}

/** What became of one item. */
export interface ItemResult {
  readonly index: number
  readonly packageName: string
  readonly from: string
  readonly to: string
  readonly severity: string | null
  readonly status: ItemStatus
  readonly jiraKey: string | null
  readonly jiraUrl: string | null
  readonly pullRequestUrl: string | null
  readonly pullRequestNumber: number | null
  readonly branch: string | null
  readonly commit: string | null
  readonly edits: readonly Evidence[]
  /** Unified diffs of the changed files, for people. */
  readonly diffs: readonly FileDiff[]
  readonly warnings: readonly Warning[]
  readonly error: ItemError | null
  /** Dry run only: the exact calls that would be made, in order. */
  readonly plannedCalls: readonly PlannedCall[]
  /** Which effects this run made itself (not found, not recorded): the totals count these. */
  readonly made: readonly StepName[]
}

export interface FileDiff {
  readonly path: string
  readonly diff: string
}

/** `completed`: every item was brought to an end. `interrupted`: cancelled, out of budget or held up; run it again. */
export type BatchStatus = 'completed' | 'interrupted'

export interface BatchResult {
  readonly batchId: string
  readonly status: BatchStatus
  readonly dryRun: boolean
  readonly results: readonly ItemResult[]
  /** Said once for the whole batch (a token whose pull requests start no CI, clock drift, …). */
  readonly warnings: readonly Warning[]
  /** ISO 8601: when a batch that met an hour-class limit should be run again. */
  readonly resumeAt?: string
}

export type { Change, Evidence }

/** The result as it stands on the wire: the members of the Python service, and what came since. */
import type { BatchResult, ItemResult, ItemStatus, PlannedCall, Warning } from '../core/batch.ts'
import type { Facts } from '../core/errors.ts'

export interface WireResult {
  readonly index: number
  readonly package_name: string
  readonly current_version: string
  readonly safe_version: string
  readonly severity: string | null
  readonly status: ItemStatus
  readonly jira_ticket: string | null
  readonly jira_url: string | null
  readonly pull_request_url: string | null
  readonly pull_request_number: number | null
  readonly fix_branch: string | null
  readonly commit: string | null
  readonly edits: readonly { path: string; line: number; before: string; after: string; via: string }[]
  readonly warnings: readonly Warning[]
  readonly error: { code: string; step: string; message: string; hint: string; facts: Facts } | null
  /** Dry run only. */
  readonly diffs?: readonly { path: string; diff: string }[]
  readonly planned_calls?: readonly PlannedCall[]
}

export interface WireResponse {
  readonly status: 'completed' | 'interrupted'
  readonly batch_id: string
  readonly dry_run: boolean
  readonly total_issues_created: number
  readonly total_prs_created: number
  readonly total_comments_created: number
  readonly failed_count: number
  readonly results: readonly WireResult[]
  readonly warnings: readonly Warning[]
  readonly resume_at?: string
}

/** The response of a batch. Totals count what this run made itself, not what it found. */
export function toResponse(result: BatchResult): WireResponse {
  const made = (step: ItemResult['made'][number]) => result.results.filter((item) => item.made.includes(step)).length
  return {
    status: result.status,
    batch_id: result.batchId,
    dry_run: result.dryRun,
    total_issues_created: made('issue'),
    total_prs_created: made('pull-request'),
    total_comments_created: made('comment') + made('explanation'),
    failed_count: result.results.filter(({ error }) => error !== null).length,
    results: result.results.map((item) => toWireResult(item, result.dryRun)),
    warnings: result.warnings,
    ...(result.resumeAt === undefined ? {} : { resume_at: result.resumeAt }),
  }
}

/** One item's part of the response. */
export function toWireResult(item: ItemResult, dryRun: boolean): WireResult {
  return {
    index: item.index,
    package_name: item.packageName,
    current_version: item.from,
    safe_version: item.to,
    severity: item.severity,
    status: item.status,
    jira_ticket: item.jiraKey,
    jira_url: item.jiraUrl,
    pull_request_url: item.pullRequestUrl,
    pull_request_number: item.pullRequestNumber,
    fix_branch: item.branch,
    commit: item.commit,
    edits: item.edits,
    warnings: item.warnings,
    error: item.error,
    ...(dryRun ? { diffs: item.diffs, planned_calls: item.plannedCalls } : {}),
  }
}

/** Did the run come to what the caller wants, by `fail-on`? An item with an error has failed, planned or not. */
export function hasFailed(response: WireResponse, failOn: 'any' | 'all' | 'never'): boolean {
  if (failOn === 'never') return false
  if (failOn === 'any') return response.failed_count > 0 || response.status === 'interrupted'
  return response.results.length > 0 && response.failed_count === response.results.length
}

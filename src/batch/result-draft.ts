/** The story of one item while it is being told; `end` makes it an ItemResult. */
import type { Item, ItemResult, ItemStatus, Phase, PlannedCall, StepName, Warning } from '../core/batch.ts'
import type { Failure } from '../core/errors.ts'
import type { CreatedIssue, OpenedPullRequest } from '../core/ports.ts'
import type { Refusal } from '../manifests/index.ts'
import type { Outcome } from './once.ts'
import type { EditDecision, PushedBranch } from './steps.ts'

type Error = NonNullable<ItemResult['error']>

export class ResultDraft {
  readonly #item: Item
  readonly #warnings: Warning[] = []
  readonly #plannedCalls: PlannedCall[] = []
  readonly #made: StepName[] = []
  #edit: EditDecision | undefined
  #issue: CreatedIssue | undefined
  #branch: PushedBranch | undefined
  #pull: OpenedPullRequest | undefined
  #error: Error | null = null
  #unchanged = false
  #closed = false

  constructor(item: Item) {
    this.#item = item
  }

  warn(...warnings: readonly Warning[]): void {
    this.#warnings.push(...warnings)
  }

  edit(decision: EditDecision): void {
    this.#edit = decision
  }

  unchanged(): void {
    this.#unchanged = true
  }

  /** Notes what a step came to. Previewed values are shown as calls, not as results. */
  did<T>(step: StepName, outcome: Outcome<T>): void {
    if (outcome.how === 'made' || ('mine' in outcome && outcome.mine)) this.#made.push(step)
    if (outcome.how === 'previewed') this.#plannedCalls.push(...outcome.calls)
  }

  issue(outcome: Outcome<CreatedIssue>): void {
    if (outcome.how !== 'previewed') this.#issue = outcome.value
  }

  branch(outcome: Outcome<PushedBranch>): void {
    this.#branch = outcome.value
  }

  pullRequest(outcome: Outcome<OpenedPullRequest>): void {
    if (outcome.how !== 'previewed') this.#pull = outcome.value
  }

  failed(step: Phase, failure: Failure): void {
    const { code, message, hint, facts } = failure
    if (code === 'pull-request-closed') {
      this.#closed = true
      this.warn({ code, message, hint })
      return
    }
    this.#error ??= { code, step, message, hint, facts }
  }

  refused(refusal: Refusal): void {
    const { code, message, hint, path, line } = refusal
    const facts = { ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) }
    this.#error = { code, step: 'plan', message, hint, facts }
  }

  get hasIssue(): boolean {
    return this.#issue !== undefined
  }

  end(): ItemResult {
    const { change, index, pullRequest } = this.#item
    const base = { index, packageName: change.packageName, from: change.from, to: change.to }
    return {
      ...base,
      severity: this.#item.severity ?? null,
      status: this.#status(),
      jiraKey: this.#issue?.key ?? null,
      jiraUrl: this.#issue?.url ?? null,
      pullRequestUrl: this.#pull?.url ?? null,
      pullRequestNumber: this.#pull?.number ?? null,
      branch: this.#branch?.branch ?? (this.#edit ? pullRequest.branchName : null),
      commit: this.#branch?.commit || null,
      edits: this.#edit?.plan.evidence ?? [],
      diffs: this.#edit?.diffs ?? [],
      warnings: this.#warnings,
      error: this.#error,
      plannedCalls: this.#plannedCalls,
      made: this.#made,
    }
  }

  #status(): ItemStatus {
    if (this.#closed && this.#error === null) return 'existing'
    if (this.#plannedCalls.length > 0) return 'planned'
    if (this.#error) return this.#issue || this.#made.length > 0 ? 'partial' : 'failed'
    if (this.#unchanged) return 'unchanged'
    return this.#made.length > 0 ? 'created' : 'existing'
  }
}

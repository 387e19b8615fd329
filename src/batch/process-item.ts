/** One item, top to bottom. Everything was read and decided before; here are only the effects, in the order of the job. */
import type { ItemResult, Phase, StepName, Warning } from '../core/batch.ts'
import { asFailure, describe } from '../core/errors.ts'
import type { CreatedIssue, OpenedPullRequest } from '../core/ports.ts'
import type { Decision } from './decide.ts'
import { issueTrailer } from './decide.ts'
import { commentStep, explanationStep, linkStep } from './issue-steps.ts'
import type { Outcome, Step } from './once.ts'
import { ResultDraft } from './result-draft.ts'
import {
  branchStep,
  type ItemWork,
  issueStep,
  lagging,
  metadataStep,
  type PushedBranch,
  pullRequestStep,
} from './steps.ts'

/** The warning for what stands twice at the far side. It is never deleted: a person may have gone on with either. */
function doubled(step: StepName, twins: readonly string[]): Warning {
  const names = twins.join(', ')
  if (step === 'issue') {
    return {
      code: 'duplicate-issue',
      message: `Jira holds further issues of this item: ${names}.`,
      hint: 'Keep the issue of this result, and close the others as duplicates.',
    }
  }
  return {
    code: `duplicate-${step}`,
    message: `The issue holds further copies of this comment: ${names}.`,
    hint: 'Delete the copies by hand if they disturb.',
  }
}

/** Carries one step through `once`, with whatever limits the batch puts on it. */
export type Carry = <T>(step: Step<T>) => Promise<Outcome<T>>

const startsNoWorkflows: Warning = {
  code: 'starts-no-workflows',
  message: 'Pull requests opened with GITHUB_TOKEN start no workflows, so their checks will not run.',
  hint: "Use a GitHub App's token or a personal access token as github-token, or close and reopen a pull request by hand.",
}

/** Never throws: what goes wrong is told in the result, and the other items go on. */
export async function processItem(
  work: ItemWork,
  decision: Decision,
  carry: Carry,
  reached: (phase: Phase) => void,
): Promise<ItemResult> {
  const story = new Story(work, carry, reached, decision.kind === 'edit' && decision.mine !== undefined)
  try {
    await tell(story, work, decision)
  } catch (error) {
    await story.fail(asFailure(error))
  } finally {
    work.gate.leave()
  }
  return story.draft.end()
}

async function tell(story: Story, work: ItemWork, decision: Decision): Promise<void> {
  const { draft } = story
  if (decision.kind === 'failed') return void draft.failed(decision.phase, decision.failure)
  draft.warn(...decision.warnings)
  if (decision.kind === 'already') return draft.unchanged()
  if (decision.kind === 'refused') return tellRefused(story, work, decision)
  draft.edit(decision)

  const own = await story.issue(decision.mine?.trailers.get(issueTrailer))

  const branch = await story.step(branchStep(work, decision, { jiraKey: own.value.key }))
  draft.branch(branch)
  const issue = await story.issueOf(branch.value, own)
  const known = { jiraKey: issue.value.key }

  const pull = await story.step(pullRequestStep(work, decision, branch.value, known))
  draft.pullRequest(pull)
  story.isOpened(pull.value)
  if (pull.how === 'made' && pull.value.startsNoWorkflows) work.sayOnce(startsNoWorkflows)

  const metadata = metadataStep(work, pull.value, pull.how === 'made')
  if (metadata) draft.warn(...(await story.step(metadata)).value)

  const told = { ...known, pullRequestUrl: pull.value.url }
  if (work.options.commentOnIssue || work.item.comment) await story.attempt(commentStep(work, issue.value, told))
  if (work.options.linkPullRequest) await story.attempt(linkStep(work, issue.value, pull.value))
}

/** No safe edit: the caller asked for an issue all the same, unless the run says to skip such items. */
async function tellRefused(story: Story, work: ItemWork, { refusal }: Extract<Decision, { kind: 'refused' }>) {
  story.draft.refused(refusal)
  if (work.options.whenUnfixable === 'skip') return
  const issue = await story.issue(undefined)
  if (work.options.commentOnIssue) {
    const where = refusal.path === undefined ? '' : ` (${refusal.path}${refusal.line ? `:${refusal.line}` : ''})`
    await story.attempt(explanationStep(work, issue.value, `${refusal.message}${where} ${refusal.hint}`))
  }
}

const onIssue: ReadonlySet<StepName> = new Set(['comment', 'explanation', 'link'])
/** Two of them stand where two runs made them: nothing refuses the second. */
const texts: ReadonlySet<StepName> = new Set(['comment', 'explanation'])

/** The item's draft, the step it is at, and what that means when something fails. */
class Story {
  readonly draft: ResultDraft
  readonly #work: ItemWork
  readonly #carry: Carry
  readonly #reached: (phase: Phase) => void
  /** An earlier run has pushed: where its issue is gone, there may still be a pull request. */
  readonly #sawBranch: boolean
  #at: StepName = 'issue'
  #issue: Outcome<CreatedIssue> | undefined
  /** A run that shares no journal with this one may write on the issue until then: it was faster, so that is for it to do. */
  #contested: number | undefined

  constructor(work: ItemWork, carry: Carry, reached: (phase: Phase) => void, sawBranch: boolean) {
    this.draft = new ResultDraft(work.item)
    this.#work = work
    this.#carry = carry
    this.#reached = reached
    this.#sawBranch = sawBranch
  }

  /** One step. Below an issue that is new, or only previewed, there is nothing to find. */
  async step<T>(step: Step<T>): Promise<Outcome<T>> {
    this.#at = step.name
    this.#reached(step.name)
    const isNew = this.#issue?.how === 'made' || this.#issue?.how === 'previewed'
    const isFirst = isNew && (!this.#sawBranch || onIssue.has(step.name))
    const find = (fresh: boolean) => (fresh || !isFirst ? step.find(fresh) : Promise.resolve(undefined))
    const outcome = await this.#carry({
      ...step,
      find,
      ...(texts.has(step.name) ? { contested: this.#contested } : {}),
    })
    this.draft.did(step.name, outcome)
    if (outcome.how !== 'previewed' && outcome.twins.length > 0) this.draft.warn(doubled(step.name, outcome.twins))
    return outcome
  }

  /** A step whose failure does not keep the next one from being tried. */
  async attempt<T>(step: Step<T>): Promise<void> {
    try {
      await this.step(step)
    } catch (error) {
      this.draft.failed(step.name, asFailure(error))
    }
  }

  /** 1. Where another run made one for the same item at the same time, the older of the two is the item's. */
  async issue(candidate: string | undefined): Promise<Outcome<CreatedIssue>> {
    const { item, ports, recovery } = this.#work
    const own = await this.step(issueStep(this.#work, candidate))
    this.#issueIs(own)
    const older = own.how === 'made' ? await recovery.older(item, own.value.key) : undefined
    if (!older) return own
    this.#contested = ports.clock.now() + lagging
    return this.#goOnWith(older, own)
  }

  /**
   * The issue that the item's branch names. It is another than this run's own where a run that this one could not see
   * was faster: its branch stands, so its issue is the item's, and the one made here is told as what it is, a duplicate.
   */
  async issueOf({ issueKey, contested }: PushedBranch, own: Outcome<CreatedIssue>): Promise<Outcome<CreatedIssue>> {
    const { item, recovery } = this.#work
    this.#contested = contested
    if (issueKey === undefined || issueKey === own.value.key || own.how === 'previewed') return own
    const named = await recovery.issue(item, true, issueKey)
    return named?.key === issueKey ? this.#goOnWith(named, own) : own
  }

  /** Who opened it comments. One that was there may be another run's, which is to comment within a moment. */
  isOpened({ adopted, createdAt }: OpenedPullRequest): void {
    this.#contested = adopted ? Math.min(createdAt, this.#work.ports.clock.now()) + lagging : undefined
  }

  #issueIs(issue: Outcome<CreatedIssue>): void {
    this.#issue = issue
    this.draft.issue(issue)
  }

  async #goOnWith(issue: CreatedIssue, own: Outcome<CreatedIssue>): Promise<Outcome<CreatedIssue>> {
    const { item, ports } = this.#work
    await ports.journal.record(item.key, 'issue', issue, true)
    this.draft.warn(doubled('issue', [own.value.key]))
    const found: Outcome<CreatedIssue> = { how: 'found', value: issue, twins: [own.value.key] }
    this.#issueIs(found)
    return found
  }

  /** An issue that must stay without a pull request says so itself, once, where comments are on. */
  async fail(failure: ReturnType<typeof asFailure>): Promise<void> {
    const at = this.#at
    this.draft.failed(at, failure)
    const final = failure.retry === 'never' && (at === 'branch' || at === 'pull-request')
    if (!final || failure.code === 'pull-request-closed' || !this.#issue || !this.#work.options.commentOnIssue) return
    await this.attempt(explanationStep(this.#work, this.#issue.value, describe(failure)))
  }
}

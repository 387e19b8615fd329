/** The effects of an item, each with how to find it, make it, and show it without making it. */
import type { Item, PlannedCall, RepositoryTarget, RunOptions, Signature, StepName, Warning } from '../core/batch.ts'
import { fail } from '../core/errors.ts'
import type {
  BranchTip,
  CreatedIssue,
  GitRepository,
  Metadata,
  OpenedPullRequest,
  PlannedHttpCall,
  Ports,
  RepositoryFacts,
} from '../core/ports.ts'
import type { Decision } from './decide.ts'
import { foreignBranch, issueTrailer, itemTrailer } from './decide.ts'
import type { Step } from './once.ts'
import { branchPattern, fillIn, type Known } from './placeholders.ts'
import type { GateTicket } from './push-gate.ts'
import type { ItemPush } from './push-new.ts'
import type { Recovery } from './recovery.ts'

/** Everything an item's steps stand on. */
export interface ItemWork {
  readonly ports: Ports
  readonly options: RunOptions
  readonly item: Item
  readonly facts: RepositoryFacts
  readonly repository: GitRepository
  readonly recovery: Recovery
  readonly gate: GateTicket<ItemPush>
  /** A warning for the whole batch, told once however many items give it. */
  readonly sayOnce: (warning: Warning) => void
}

export type EditDecision = Extract<Decision, { kind: 'edit' }>

export interface PushedBranch {
  readonly branch: string
  readonly commit: string
  /** The issue that the commit names, where an earlier or a simultaneous run made it. */
  readonly issueKey?: string
  /** Who pushed it, not this run, may be at work on the item until then (epoch milliseconds). */
  readonly contested?: number
}

/** Jira's search may lag; GitHub refuses a second pull request by itself; a push and a link may be repeated. */
export const lagging = 90_000
export const consistent = 0

export const call = (step: StepName, planned: PlannedHttpCall): PlannedCall => ({ step, ...planned })

/** 1. The Jira issue, with the fields as given. `candidate`: a key that a branch of this item names in its trailer. */
export function issueStep(work: ItemWork, candidate: string | undefined): Step<CreatedIssue> {
  const { ports, item, recovery } = work
  return {
    name: 'issue',
    settle: lagging,
    find: (fresh) => recovery.issue(item, fresh, candidate),
    twins: (issue) => {
      const others = recovery.seen(item).filter(({ key }) => key !== issue.key)
      return others.map(({ key }) => key)
    },
    make: () => ports.issues.createIssue(item.issue, item.key),
    preview: () => ({
      calls: [call('issue', ports.issues.previewIssue(item.issue, item.key))],
      value: { key: '{{jira_key}}', url: '' },
    }),
  }
}

/** 2. The commit, and its branch in the one push of the repository. */
export function branchStep(work: ItemWork, decision: EditDecision, known: Known): Step<PushedBranch> {
  const branch = fillIn(work.item.pullRequest.branchName, known)
  return {
    name: 'branch',
    settle: consistent,
    find: async (fresh) => {
      const tip = fresh ? await tipOf(work, branch) : decision.mine
      if (!tip) return refuseClosed(work, branch, decision.snapshot.base, known)
      if (tip.trailers.get(itemTrailer) !== work.item.key) throw foreignBranch(branch, tip)
      return adopted(tip, work.ports.clock.now())
    },
    make: () => push(work, decision, known, branch),
    preview: () => ({
      calls: [{ step: 'branch', call: previewPush(work, branch) }],
      value: { branch, commit: '' },
    }),
  }
}

/** The push as a dry run shows it. The commit has no id yet: its message will name the issue. */
function previewPush({ facts }: ItemWork, branch: string): string {
  return `git push --force-with-lease=refs/heads/${branch}: ${facts.url} <commit>:refs/heads/${branch}`
}

/**
 * Throws when a pull request of this item was closed by a person, and its branch perhaps deleted. Known by its title,
 * since the commit that it had may be gone. A merged one is history: its head name may be used again.
 */
export async function refuseClosed(
  work: Pick<ItemWork, 'ports' | 'item' | 'facts'>,
  head: string,
  base: string,
  known: Known,
) {
  const { item, ports } = work
  const there = await ports.pullRequests.findPullRequest(targetOf(work), head, base)
  if (there?.state === 'closed' && there.title === fillIn(item.pullRequest.title, known)) throw closedByAPerson(there)
  return undefined
}

/** The repository under its present name: a renamed one answers only there. */
function targetOf({ item, facts }: Pick<ItemWork, 'item' | 'facts'>): RepositoryTarget {
  return { ...item.pullRequest.repository, url: facts.url, owner: facts.owner, name: facts.name }
}

function adopted(tip: BranchTip, now: number): PushedBranch {
  const issueKey = tip.trailers.get(issueTrailer)
  const contested = Math.min(tip.time * 1000, now) + lagging
  return { branch: tip.branch, commit: tip.oid, contested, ...(issueKey === undefined ? {} : { issueKey }) }
}

async function tipOf(work: ItemWork, branch: string) {
  const tips = await work.repository.tips([branch])
  return tips.find((tip) => tip.branch === branch)
}

async function push(work: ItemWork, decision: EditDecision, known: Known, branch: string): Promise<PushedBranch> {
  const author = work.options.author ?? work.facts.identity ?? ownIdentity
  const commit = await decision.snapshot.commit({
    parent: decision.snapshot.head,
    files: decision.contents,
    message: commitMessage(work.item, known),
    author,
    committer: work.options.committer ?? author,
    time: Math.floor(work.ports.clock.now() / 1000),
  })
  const { key, pullRequest } = work.item
  const request = {
    branch,
    oid: commit,
    expect: undefined,
    itemKey: key,
    pattern: branchPattern(pullRequest.branchName),
  }
  const outcome = await work.gate.submit(request)
  if (outcome.status === 'pushed') return { branch, commit }
  if (outcome.status === 'stale') {
    const tip = await tipOf(work, outcome.branch)
    if (tip?.trailers.get(itemTrailer) === key) return adopted(tip, work.ports.clock.now())
    throw foreignBranch(branch, tip)
  }
  throw rejected(branch, outcome.reason)
}

/** Who commits where the token is no bot that is known by name. */
const ownIdentity: Signature = {
  name: 'create-issues-and-prs[bot]',
  email: 'create-issues-and-prs[bot]@users.noreply.github.com',
}

/** The caller's message or the default one, and always the trailers by which a later run knows the commit. */
export function commitMessage(item: Item, known: Known): string {
  const { packageName, from, to } = item.change
  const text = item.pullRequest.commitMessage ?? `fix(deps): update ${packageName} from ${from} to ${to}`
  const trailers = [...(known.jiraKey ? [`${issueTrailer}: ${known.jiraKey}`] : []), `${itemTrailer}: ${item.key}`]
  return `${fillIn(text, known).trimEnd()}\n\n${trailers.join('\n')}\n`
}

function rejected(branch: string, reason: string) {
  const isProtected = /protected branch|rule violations|GH006|GH013/i.test(reason)
  const isWorkflow = /workflow/i.test(reason) && /scope|permission/i.test(reason)
  return fail(
    isProtected ? 'branch-protected' : 'push-rejected',
    `GitHub refused the push of branch "${branch}": ${reason}`,
    isWorkflow
      ? 'Give the token the right to change workflow files (classic: `workflow` scope, fine-grained or App: Workflows read and write).'
      : isProtected
        ? 'Choose a branch_name that no ruleset covers, or let the token bypass that rule.'
        : 'Read the reason; a server-side hook or a rule of the repository does not take this branch.',
    { branch },
  )
}

/** 3. The pull request. An open one of the same head and base is adopted. */
export function pullRequestStep(
  work: ItemWork,
  decision: EditDecision,
  branch: PushedBranch,
  known: Known,
): Step<OpenedPullRequest> {
  const { ports, item } = work
  const target = targetOf(work)
  const content = {
    head: branch.branch,
    base: decision.snapshot.base,
    title: fillIn(item.pullRequest.title, known),
    body: fillIn(item.pullRequest.body, known),
    draft: item.pullRequest.draft,
  }
  // What is found after this run has asked for it is its own, though the answer was lost.
  let asked = false
  return {
    name: 'pull-request',
    settle: consistent,
    find: async () => {
      const there = await ports.pullRequests.findPullRequest(target, content.head, content.base)
      if (there?.state === 'open') return { ...there, adopted: !asked }
      // Closed with our own commit or title: a person has decided. Anything else under that name is history.
      const ours = there?.head === branch.commit || there?.title === content.title
      if (there?.state === 'closed' && ours) throw closedByAPerson(there)
      return undefined
    },
    make: () => {
      asked = true
      return ports.pullRequests.openPullRequest(target, content)
    },
    preview: () => ({
      calls: [call('pull-request', ports.pullRequests.previewPullRequest(target, content))],
      value: {
        number: 0,
        url: '{{pull_request_url}}',
        state: 'open',
        head: branch.commit,
        title: content.title,
        createdAt: 0,
        startsNoWorkflows: false,
      },
    }),
  }
}

/** Told as it is and never reopened. */
export function closedByAPerson(pull: OpenedPullRequest) {
  return fail(
    'pull-request-closed',
    `Pull request #${pull.number} for this item was closed by a person, and stays closed.`,
    'Reopen it on GitHub if it is wanted after all, or send the item with a new idempotency_key and another branch_name.',
    { pull_request: pull.url },
  )
}

/** 4. Labels, reviewers, assignees. Undefined when none were asked for. Its failures are warnings. */
export function metadataStep(work: ItemWork, pull: OpenedPullRequest, opened: boolean): Step<Warning[]> | undefined {
  const { ports, item } = work
  const { labels, reviewers, teamReviewers, assignees } = item.pullRequest
  const wanted: Metadata = { labels, reviewers, teamReviewers, assignees }
  if ([labels, reviewers, teamReviewers, assignees].every((list) => list.length === 0)) return undefined
  const target = targetOf(work)
  let missing = wanted
  return {
    name: 'metadata',
    settle: consistent,
    find: async () => {
      if (opened) return undefined
      const rest = await ports.pullRequests.missingMetadata(target, pull.number, wanted)
      missing = rest ?? wanted
      return rest === undefined ? [] : undefined
    },
    make: async () => [...(await ports.pullRequests.addMetadata(target, pull.number, missing))],
    preview: () => ({
      calls: ports.pullRequests.previewMetadata(target, wanted).map((planned) => call('metadata', planned)),
      value: [],
    }),
  }
}

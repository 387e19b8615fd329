/** Labels, assignees and reviewers of a pull request. What cannot be set is a warning: the result is never lost for it. */
import type { RepositoryTarget, Warning } from '../../core/batch.ts'
import { asFailure, type Failure } from '../../core/errors.ts'
import type { Metadata, PlannedHttpCall } from '../../core/ports.ts'
import { readAnswer } from '../answers.ts'
import { assigneesAnswer, labelsAnswer, metadataAnswer, reviewersAnswer } from './answers.ts'
import { type Attempted, type Octokit, once } from './client.ts'

const names = ({ owner, name }: RepositoryTarget) => ({ owner, repo: name })
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const without = (wanted: readonly string[], there: readonly string[]) =>
  wanted.filter((name) => !there.some((other) => same(name, other)))

/** A reviewer who has reviewed is no longer "requested": asking again is right only while nothing has happened yet. */
const untouched = 60_000

export async function missingMetadata(
  octokit: Octokit,
  target: RepositoryTarget,
  number: number,
  wanted: Metadata,
): Promise<Metadata | undefined> {
  const answer = await octokit.rest.pulls.get({ ...names(target), pull_number: number })
  const data = readAnswer(metadataAnswer, answer.data, { from: 'GitHub', doing: 'read the pull request' })
  const fresh = Date.parse(data.updated_at) - Date.parse(data.created_at) < untouched
  const asked = data.requested_reviewers.map(({ login }) => login)
  const teams = data.requested_teams.map(({ slug }) => slug)
  const missing: Metadata = {
    labels: without(
      wanted.labels,
      data.labels.map(({ name }) => name),
    ),
    assignees: without(
      wanted.assignees,
      data.assignees.map(({ login }) => login),
    ),
    reviewers: fresh ? without(wanted.reviewers, asked) : [],
    teamReviewers: fresh ? without(wanted.teamReviewers, teams) : [],
  }
  return Object.values(missing).some((list) => list.length > 0) ? missing : undefined
}

/** Sets what is wanted; each kind by itself, so that one refusal does not keep the others from being set. */
export async function addMetadata(
  attempted: Attempted,
  target: RepositoryTarget,
  number: number,
  wanted: Metadata,
): Promise<readonly Warning[]> {
  const warnings: Warning[] = []
  const add = async (kind: string, list: readonly string[], call: (octokit: Octokit) => Promise<readonly string[]>) => {
    if (list.length === 0) return
    try {
      const dropped = without(list, await attempted(target, `set the ${kind}`, call))
      if (dropped.length > 0) warnings.push(notSet(kind, dropped, 'GitHub left them out without a word.'))
    } catch (error) {
      warnings.push(refused(kind, list, asFailure(error)))
    }
  }
  await add('labels', wanted.labels, async (octokit) => {
    const labels = [...wanted.labels]
    const { data } = await octokit.rest.issues.addLabels({ ...names(target), issue_number: number, labels, ...once })
    return readAnswer(labelsAnswer, data, { from: 'GitHub', doing: 'set the labels' }).map(({ name }) => name)
  })
  await add('assignees', wanted.assignees, async (octokit) => {
    const assignees = [...wanted.assignees]
    const { data } = await octokit.rest.issues.addAssignees({
      ...names(target),
      issue_number: number,
      assignees,
      ...once,
    })
    const told = readAnswer(assigneesAnswer, data, { from: 'GitHub', doing: 'set the assignees' })
    return told.assignees.map(({ login }) => login)
  })
  await add('reviewers', wanted.reviewers, (octokit) =>
    request(octokit, target, number, { reviewers: [...wanted.reviewers] }),
  )
  await add('team reviewers', wanted.teamReviewers, (octokit) =>
    request(octokit, target, number, { team_reviewers: [...wanted.teamReviewers] }),
  )
  return warnings
}

async function request(
  octokit: Octokit,
  target: RepositoryTarget,
  number: number,
  who: { reviewers?: string[]; team_reviewers?: string[] },
): Promise<string[]> {
  const { data } = await octokit.rest.pulls.requestReviewers({ ...names(target), pull_number: number, ...who, ...once })
  const told = readAnswer(reviewersAnswer, data, { from: 'GitHub', doing: 'set the reviewers' })
  return [...told.requested_reviewers.map(({ login }) => login), ...told.requested_teams.map(({ slug }) => slug)]
}

function notSet(kind: string, list: readonly string[], why: string): Warning {
  return {
    code: 'metadata-not-set',
    message: `The ${kind} ${list.join(', ')} could not be set. ${why}`,
    hint: 'Check the names and that the token may push to the repository; the pull request itself is there.',
  }
}

function refused(kind: string, list: readonly string[], failure: Failure): Warning {
  const words = String(failure.facts.github ?? failure.message)
  const hint = /from pull request author/i.test(words)
    ? 'Leave the user out who opens the pull requests: nobody reviews their own.'
    : /collaborator/i.test(words)
      ? 'Name only people and teams with access to the repository.'
      : /Could not resolve to a node/i.test(words)
        ? 'Team reviewers need a token that may read the organisation (classic: `read:org`), not GITHUB_TOKEN.'
        : failure.hint
  return { ...notSet(kind, list, `GitHub: ${words}`), hint }
}

/** The calls that a dry run shows. */
export function previewMetadata(base: string, wanted: Metadata): PlannedHttpCall[] {
  const issue = `POST ${base}/issues/{{pull_request_number}}`
  const reviewers = `POST ${base}/pulls/{{pull_request_number}}/requested_reviewers`
  const calls: [readonly string[], string, string][] = [
    [wanted.labels, `${issue}/labels`, 'labels'],
    [wanted.assignees, `${issue}/assignees`, 'assignees'],
    [wanted.reviewers, reviewers, 'reviewers'],
    [wanted.teamReviewers, reviewers, 'team_reviewers'],
  ]
  return calls.filter(([list]) => list.length > 0).map(([list, call, member]) => ({ call, body: { [member]: list } }))
}

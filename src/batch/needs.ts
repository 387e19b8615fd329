/** What a batch will do with each of its tokens, and where: the least that they must be able to. Pure. */
import type { ProjectAction, ProjectNeeds, PullRequestExtra, RepositoryNeeds } from '../core/access.ts'
import type { Item, JiraSite, RunOptions } from '../core/batch.ts'
import { projectOf } from '../core/project.ts'
import { groupByRepository } from './run-repository.ts'

/** One entry for each repository and token, in the order of the request. */
export function repositoryNeeds(items: readonly Item[]): RepositoryNeeds[] {
  return groupByRepository(items).map((group) => {
    const pulls = group.map(({ pullRequest }) => pullRequest)
    const extras: Readonly<Record<PullRequestExtra, boolean>> = {
      labels: pulls.some(({ labels }) => labels.length > 0),
      assignees: pulls.some(({ assignees }) => assignees.length > 0),
      reviewers: pulls.some(({ reviewers }) => reviewers.length > 0),
      'team reviewers': pulls.some(({ teamReviewers }) => teamReviewers.length > 0),
    }
    return {
      target: (group[0] as Item).pullRequest.repository,
      bases: [...new Set(pulls.map(({ baseBranch }) => baseBranch))],
      extras: (Object.keys(extras) as PullRequestExtra[]).filter((extra) => extras[extra]),
    }
  })
}

/** Fields that Jira guards with a permission of their own. */
const guardedFields: Readonly<Record<string, ProjectAction>> = {
  assignee: 'set the assignee',
  reporter: 'set the reporter',
  duedate: 'set the due date',
  fixVersions: 'set fix versions',
  security: 'set the security level',
}

/** One entry for each Jira project and token, in the order of the request. */
export function projectNeeds(
  items: readonly Item[],
  options: Pick<RunOptions, 'commentOnIssue' | 'linkPullRequest'>,
): ProjectNeeds[] {
  const needs = new Map<string, { site: JiraSite; project: string | undefined; actions: Set<ProjectAction> }>()
  const need = (site: JiraSite, project: string | undefined, actions: readonly ProjectAction[]) => {
    const name = JSON.stringify([site.serverUrl, site.email ?? '', site.token.reveal(), project ?? ''])
    const known = needs.get(name) ?? { site, project, actions: new Set() }
    for (const action of actions) known.actions.add(action)
    needs.set(name, known)
  }
  for (const { issue, comment } of items) {
    const project = projectOf(issue.fields)
    const guarded = Object.keys(issue.fields).flatMap((field) => guardedFields[field] ?? [])
    need(issue.site, project, ['browse', 'create', ...guarded])
    if (comment) need(comment.site, comment.issueKey?.replace(/-\d+$/, '') ?? project, ['browse', 'comment'])
    else if (options.commentOnIssue) need(issue.site, project, ['comment'])
    if (options.linkPullRequest) need(issue.site, project, ['link'])
  }
  return [...needs.values()].map(({ site, project, actions }) => ({ site, project, actions: [...actions] }))
}

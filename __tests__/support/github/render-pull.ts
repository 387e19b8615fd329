/** Pull requests, and the issues that they also are, as GitHub's JSON. */
import { account, label, nodeId, repository, type Site, team } from './render.ts'
import type { Account, Comment, PullRequest, Repository } from './state.ts'

export interface PullContext {
  readonly repo: Repository
  readonly owner: Account
  readonly baseSha: string
  readonly users: (logins: Iterable<string>) => Account[]
}

export function pullSimple(site: Site, pull: PullRequest, context: PullContext): Record<string, unknown> {
  const { repo, users } = context
  const url = `${site.api}/repos/${repo.fullName}/pulls/${pull.number}`
  const assignees = users(pull.assignees).map((user) => account(site, user))
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    ...pullAddresses(site, repo, pull),
    state: pull.state,
    locked: false,
    title: pull.title,
    user: account(site, pull.author),
    body: pull.body,
    labels: [...pull.labels.values()].map((entry) => ({ ...label(site, repo, entry), description: '' })),
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: users(pull.reviewers).map((user) => account(site, user)),
    requested_teams: [...pull.teamReviewers].map((slug, at) => team(site, repo.owner, slug, at + 1)),
    head: side(site, context, pull.head, pull.headSha),
    base: side(site, context, pull.base, context.baseSha),
    _links: links(url, pullAddresses(site, repo, pull)),
    author_association: 'COLLABORATOR',
    auto_merge: null,
    draft: pull.draft,
  }
}

export function pullFull(site: Site, pull: PullRequest, context: PullContext): Record<string, unknown> {
  return {
    ...pullSimple(site, pull, context),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    ...{ commits: 1, additions: 1, deletions: 1, changed_files: 1 },
  }
}

function pullAddresses(site: Site, repo: Repository, pull: PullRequest): Record<string, string> {
  const api = `${site.api}/repos/${repo.fullName}`
  const web = `${site.web}/${repo.fullName}/pull/${pull.number}`
  return {
    url: `${api}/pulls/${pull.number}`,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    review_comments_url: `${api}/pulls/${pull.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  }
}

function links(self: string, addresses: Record<string, string>): Record<string, { href: string }> {
  const names = ['html', 'issue', 'comments', 'review_comments', 'review_comment', 'commits', 'statuses']
  const others = names.map((name) => [name, { href: addresses[`${name}_url`] ?? '' }])
  return { self: { href: self }, ...Object.fromEntries(others) }
}

function side(site: Site, { repo, owner }: PullContext, ref: string, sha: string): Record<string, unknown> {
  const user = account(site, owner)
  return { label: `${repo.owner}:${ref}`, ref, sha, user, repo: repository(site, repo, owner) }
}

/** The issue that every pull request also is. */
export function issue(site: Site, pull: PullRequest, context: PullContext): Record<string, unknown> {
  const url = `${site.api}/repos/${context.repo.fullName}/issues/${pull.number}`
  const { html_url, diff_url, patch_url } = pullAddresses(site, context.repo, pull)
  const simple = pullSimple(site, pull, context)
  const kept = [
    'id',
    'node_id',
    'number',
    'state',
    'title',
    'body',
    'user',
    'labels',
    'assignee',
    'assignees',
    'milestone',
  ]
  const dates = ['locked', 'active_lock_reason', 'created_at', 'updated_at', 'closed_at', 'author_association', 'draft']
  return {
    ...Object.fromEntries([...kept, ...dates].map((name) => [name, simple[name]])),
    url,
    repository_url: `${site.api}/repos/${context.repo.fullName}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url,
    comments: pull.comments.length,
    pull_request: { url: simple.url, html_url, diff_url, patch_url, merged_at: pull.mergedAt },
  }
}

export function comment(site: Site, repo: Repository, pull: PullRequest, entry: Comment): Record<string, unknown> {
  const issueUrl = `${site.api}/repos/${repo.fullName}/issues/${pull.number}`
  return {
    id: entry.id,
    node_id: nodeId('IC', entry.id),
    url: `${site.api}/repos/${repo.fullName}/issues/comments/${entry.id}`,
    html_url: `${site.web}/${repo.fullName}/pull/${pull.number}#issuecomment-${entry.id}`,
    issue_url: issueUrl,
    body: entry.body,
    user: account(site, entry.author),
    created_at: entry.createdAt,
    updated_at: entry.createdAt,
    author_association: 'COLLABORATOR',
  }
}

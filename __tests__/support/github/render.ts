/** State as GitHub's JSON: every member that the description requires, with addresses of this world. */
import type { CommitFacts } from '../git/bare-repository.ts'
import type { Account, Label, Repository } from './state.ts'

/** Addresses under which the world serves: `web` for people and git, `api` for REST. */
export interface Site {
  readonly web: string
  readonly api: string
}

/** GitHub's other id of a thing. */
export const nodeId = (kind: string, id: number): string =>
  `${kind}_${Buffer.from(`0:${kind}${id}`).toString('base64url')}`

export function account(site: Site, { id, login, type }: Account): Record<string, unknown> {
  const url = `${site.api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${site.web}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${site.web}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
    user_view_type: 'public',
  }
}

export function publicUser(site: Site, who: Account): Record<string, unknown> {
  const absent = { company: null, blog: '', location: null, hireable: null, bio: null, twitter_username: null }
  const counts = { public_repos: 2, public_gists: 0, followers: 0, following: 0 }
  const dates = { created_at: '2020-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
  return { ...account(site, who), name: who.login, ...absent, email: who.email, ...counts, ...dates }
}

const PLAIN_PATHS =
  'contributors deployments downloads events forks languages merges stargazers subscribers subscription tags teams hooks'
const TEMPLATED: Readonly<Record<string, string>> = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  statuses: '/statuses/{sha}',
  trees: '/git/trees{/sha}',
}

export function repository(site: Site, repo: Repository, owner: Account): Record<string, unknown> {
  const url = `${site.api}/repos/${repo.fullName}`
  const web = `${site.web}/${repo.fullName}`
  const open = repo.pulls.filter((pull) => pull.state === 'open').length
  const plain = PLAIN_PATHS.split(' ').map((name) => [`${name}_url`, `${url}/${name}`])
  const templated = Object.entries(TEMPLATED).map(([name, path]) => [`${name}_url`, url + path])
  return {
    id: repo.id,
    node_id: nodeId('R', repo.id),
    name: repo.name,
    full_name: repo.fullName,
    owner: account(site, owner),
    private: repo.private,
    visibility: repo.private ? 'private' : 'public',
    html_url: web,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries([...plain, ...templated]),
    git_url: `git://127.0.0.1/${repo.fullName}.git`,
    ssh_url: `git@127.0.0.1:${repo.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...{ forks_count: 0, stargazers_count: 0, watchers_count: 0, size: 1, open_issues_count: open },
    ...{ forks: 0, open_issues: open, watchers: 0 },
    ...{ has_issues: true, has_projects: false, has_wiki: false, has_pages: false, has_discussions: false },
    has_downloads: true,
    default_branch: repo.defaultBranch,
    archived: repo.archived,
    disabled: false,
    pushed_at: repo.createdAt,
    created_at: repo.createdAt,
    updated_at: repo.createdAt,
  }
}

/** What `GET /repos/{owner}/{repo}` adds. */
export function fullRepository(
  site: Site,
  repo: Repository,
  owner: Account,
  permissions: Readonly<Record<'admin' | 'push' | 'pull', boolean>> | undefined,
): Record<string, unknown> {
  const role = permissions === undefined ? {} : { permissions }
  return { ...repository(site, repo, owner), subscribers_count: 0, network_count: 0, ...role }
}

export function team(site: Site, owner: string, slug: string, id: number): Record<string, unknown> {
  const url = `${site.api}/organizations/1/team/${id}`
  return {
    id,
    node_id: nodeId('T', id),
    name: slug,
    slug,
    description: null,
    permission: 'pull',
    type: 'organization',
    url,
    html_url: `${site.web}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
  }
}

export function label(site: Site, repo: Repository, { id, name, color }: Label): Record<string, unknown> {
  const url = `${site.api}/repos/${repo.fullName}/labels/${encodeURIComponent(name)}`
  return { id, node_id: nodeId('LA', id), url, name, color, default: false, description: null }
}

export function gitRef(site: Site, repo: Repository, ref: string, sha: string): Record<string, unknown> {
  const api = `${site.api}/repos/${repo.fullName}/git`
  const object = { type: 'commit', sha, url: `${api}/commits/${sha}` }
  return { ref, node_id: nodeId('REF', repo.id), url: `${api}/${ref}`, object }
}

export function commit(site: Site, repo: Repository, facts: CommitFacts): Record<string, unknown> {
  const api = `${site.api}/repos/${repo.fullName}`
  const address = (sha: string): Record<string, string> => ({
    sha,
    url: `${api}/commits/${sha}`,
    html_url: `${site.web}/${repo.fullName}/commit/${sha}`,
  })
  return {
    ...address(facts.oid),
    node_id: nodeId('C', repo.id),
    comments_url: `${api}/commits/${facts.oid}/comments`,
    commit: {
      url: `${api}/git/commits/${facts.oid}`,
      author: facts.author,
      committer: facts.committer,
      message: facts.message,
      tree: { sha: facts.tree, url: `${api}/git/trees/${facts.tree}` },
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author: null,
    committer: null,
    parents: facts.parents.map(address),
  }
}

/** Values that are well-formed and still never accepted, looked for wherever a request has them. */
import type { Fault } from './faults.ts'
import { branchProblem, filledBranch, pathProblem, readRepositoryUrl, readSiteUrl } from './rules.ts'

interface RuledPull {
  readonly repo_url?: string | undefined
  readonly branch_name?: string | undefined
  readonly base_branch?: string | undefined
  readonly dependency_files?: readonly (string | undefined)[] | undefined
}

interface RuledSite {
  readonly server_url?: string | undefined
}

/** The parts of a request that rules speak of. A checked request is one. */
export interface Ruled {
  readonly repo_url?: string | undefined
  readonly github_pr_requests: readonly RuledPull[]
  readonly jira_issue_requests: readonly RuledSite[]
  readonly jira_comment_requests?: readonly RuledSite[] | undefined
}

/** What rules can be told of in a request whose shape is wrong: so that every fault is said at once. */
export function readable(value: unknown): Ruled {
  const root = members(value)
  return {
    repo_url: textOf(root.repo_url),
    github_pr_requests: listOf(root.github_pr_requests).map((pull) => ({
      repo_url: textOf(pull.repo_url),
      branch_name: textOf(pull.branch_name),
      base_branch: textOf(pull.base_branch),
      dependency_files: Array.isArray(pull.dependency_files) ? pull.dependency_files.map(textOf) : undefined,
    })),
    jira_issue_requests: listOf(root.jira_issue_requests).map(({ server_url }) => ({ server_url: textOf(server_url) })),
    jira_comment_requests: listOf(root.jira_comment_requests).map(({ server_url }) => ({
      server_url: textOf(server_url),
    })),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** At most as many as a request may have: a longer list is refused for its length. */
const listOf = (value: unknown) => (Array.isArray(value) ? value.slice(0, 500).map(members) : [])

/** Values of a request that are never accepted, each with its pointer. */
export function ruleFaults(request: Ruled, allowLoopback: boolean): Fault[] {
  const faults: Fault[] = []
  const rule = (pointer: string, expected: string | undefined, hint: string) => {
    if (expected !== undefined) faults.push({ pointer, expected, hint, kind: 'rule' })
  }
  const repository = (pointer: string, text: string | undefined) => {
    if (text === undefined || readRepositoryUrl(text, allowLoopback)) return
    rule(
      pointer,
      'https://<host>/<owner>/<name>',
      'Use the https address of the repository, without credentials in it.',
    )
  }
  const site = (pointer: string, text: string | undefined) => {
    if (text === undefined || readSiteUrl(text, allowLoopback) !== undefined) return
    rule(pointer, 'https://<host> of the Jira site', 'Use the https address of Jira, without credentials in it.')
  }
  repository('/repo_url', request.repo_url)
  request.github_pr_requests.forEach((pull, index) => {
    const at = `/github_pr_requests/${index}`
    repository(`${at}/repo_url`, pull.repo_url)
    rule(
      `${at}/branch_name`,
      pull.branch_name === undefined ? undefined : branchProblem(filledBranch(pull.branch_name)),
      'Use letters, digits, /, - and _, for example fix/{{jira_key}}.',
    )
    if (pull.base_branch !== undefined)
      rule(`${at}/base_branch`, branchProblem(pull.base_branch), 'Name an existing branch, or leave it out.')
    pull.dependency_files?.forEach((path, file) => {
      if (path === undefined) return
      rule(
        `${at}/dependency_files/${file}`,
        pathProblem(path),
        'Name a manifest inside the repository, or leave the list out.',
      )
    })
  })
  request.jira_issue_requests.forEach(({ server_url }, index) => {
    site(`/jira_issue_requests/${index}/server_url`, server_url)
  })
  request.jira_comment_requests?.forEach(({ server_url }, index) => {
    site(`/jira_comment_requests/${index}/server_url`, server_url)
  })
  return faults
}

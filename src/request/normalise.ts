/** From a checked wire request to the Batch: defaults filled in, credentials wrapped, keys made from the content. */
import {
  type Batch,
  type Change,
  type CommentRequest,
  type IssueRequest,
  type Item,
  type JiraSite,
  type PullRequestRequest,
  Secret,
} from '../core/batch.ts'
import { canonicalJson, sha256 } from '../core/digest.ts'
import { type Fault, requestInvalid } from './faults.ts'
import type { OwnHosts } from './own-hosts.ts'
import type { ParsedRequest } from './parse.ts'
import { readRepositoryUrl, readSiteUrl } from './rules.ts'
import type { WireComment, WireIssue, WireItem, WirePullRequest, WireRequest } from './schema.ts'

/** Credentials from the action's inputs or the environment: used where the payload gives none. */
export interface Credentials {
  readonly githubToken?: string | undefined
  readonly jiraToken?: string | undefined
  readonly jiraEmail?: string | undefined
}

export interface NormaliseOptions {
  readonly credentials: Credentials
  /** Where `credentials` may go. */
  readonly ownHosts: OwnHosts
  readonly allowLoopback: boolean
  /** The dry-run input: true overrides the request. */
  readonly dryRun?: boolean
  /** The `Idempotency-Key` header: wins over the field. */
  readonly idempotencyKey?: string
}

/** Throws one Failure with every fault: a credential or address that nothing gives, equal items, equal branches. */
export function normalise(parsed: ParsedRequest, options: NormaliseOptions): Batch {
  const { request, items: wireItems } = parsed
  const faults: Fault[] = []
  const key = options.idempotencyKey ?? request.idempotency_key
  const items = wireItems.flatMap((wire, index) => {
    const item = oneItem(parsed, options, key, wire, index, faults)
    return item ? [item] : []
  })
  if (faults.length === 0) faults.push(...equalItems(items, parsed.itemsName), ...equalBranches(items))
  if (faults.length > 0) throw requestInvalid(faults)
  const digest = sha256(canonicalJson([items.map((item) => item.key)]))
  return {
    id: sha256(key === undefined ? `content ${digest}` : `key ${key}`).slice(0, 16),
    digest,
    dryRun: options.dryRun === true || request.dry_run === true,
    items,
    itemKeys: items.map((item) => item.key),
  }
}

function oneItem(
  { request }: ParsedRequest,
  options: NormaliseOptions,
  idempotencyKey: string | undefined,
  wire: WireItem,
  index: number,
  faults: Fault[],
): Item | undefined {
  const wireIssue = request.jira_issue_requests[index] as WireIssue
  const wirePull = request.github_pr_requests[index] as WirePullRequest
  const wireComment = request.jira_comment_requests?.[index]
  const before = faults.length
  const site = jiraSite(wireIssue, `/jira_issue_requests/${index}`, options, faults)
  const pullRequest = pull(request, wirePull, index, options, faults)
  const comment = wireComment && site ? commentOf(wireComment, site, index, options, faults) : undefined
  if (faults.length > before || !site || !pullRequest) return undefined
  const change = changeOf(wire, wirePull)
  const issue: IssueRequest = { site, fields: wireIssue.fields }
  return {
    index,
    key: itemKey({ idempotencyKey, change, issue, pullRequest, comment }),
    change,
    ...(wire.severity === undefined ? {} : { severity: wire.severity }),
    issue,
    pullRequest,
    ...(comment ? { comment } : {}),
  }
}

function changeOf(wire: WireItem, pull: WirePullRequest): Change {
  return {
    packageName: wire.package_name,
    from: wire.current_version,
    to: wire.safe_version,
    ...(wire.ecosystem === undefined ? {} : { ecosystem: wire.ecosystem }),
    ...(pull.strict_floor ? { strictFloor: true } : {}),
    ...(pull.allow_shared_versions ? { allowSharedVersions: true } : {}),
  }
}

function missingCredential(pointer: string, what: string, hint: string): Fault {
  return { pointer, expected: what, hint, kind: 'shape' }
}

/** The operator's token is for the operator's hosts: a request cannot have it sent to one that it alone names. */
function strangeHost(pointer: string, member: string, input: string): Fault {
  return {
    pointer,
    expected: `a host that ${input} is meant for, since there is no \`${member}\` beside it`,
    hint: `Give \`${member}\`; or, if the host is yours, name it in allowed-hosts (ALLOWED_HOSTS) with all others that are used, like github.com and api.github.com.`,
    kind: 'rule',
  }
}

function jiraSite(wire: WireIssue, at: string, options: NormaliseOptions, faults: Fault[]): JiraSite | undefined {
  const token = wire.pat ?? options.credentials.jiraToken
  if (token === undefined) {
    faults.push(missingCredential(`${at}/pat`, 'a Jira token', 'Give `pat`, or the jira-token input (JIRA_TOKEN).'))
    return undefined
  }
  const serverUrl = readSiteUrl(wire.server_url, options.allowLoopback) as string
  if (wire.pat === undefined && !options.ownHosts.jira(new URL(serverUrl).hostname)) {
    faults.push(strangeHost(`${at}/server_url`, 'pat', 'jira-token (JIRA_TOKEN)'))
    return undefined
  }
  const email = wire.email ?? (wire.pat === undefined ? options.credentials.jiraEmail : undefined)
  return {
    serverUrl,
    apiVersion: wire.api_version ?? '2',
    ...(email === undefined ? {} : { email }),
    token: new Secret(token),
  }
}

function pull(
  request: WireRequest,
  wire: WirePullRequest,
  index: number,
  options: NormaliseOptions,
  faults: Fault[],
): PullRequestRequest | undefined {
  const at = `/github_pr_requests/${index}`
  const url = wire.repo_url ?? request.repo_url
  const repository = url === undefined ? undefined : readRepositoryUrl(url, options.allowLoopback)
  const given = wire.github_pat ?? request.github_pat
  const token = given ?? options.credentials.githubToken
  if (!repository) {
    faults.push(
      missingCredential(
        `${at}/repo_url`,
        'https://<host>/<owner>/<name>',
        'Give `repo_url` here or for the whole request.',
      ),
    )
  }
  if (token === undefined) {
    faults.push(
      missingCredential(
        `${at}/github_pat`,
        'a GitHub token',
        'Give `github_pat` here or for the whole request, or the github-token input (GITHUB_TOKEN).',
      ),
    )
  }
  if (!repository || token === undefined) return undefined
  if (given === undefined && !options.ownHosts.github(new URL(repository.url).hostname)) {
    const pointer = wire.repo_url === undefined ? '/repo_url' : `${at}/repo_url`
    if (!faults.some((fault) => fault.pointer === pointer))
      faults.push(strangeHost(pointer, 'github_pat', 'github-token (GITHUB_TOKEN)'))
    return undefined
  }
  return {
    repository: { ...repository, token: new Secret(token) },
    branchName: wire.branch_name,
    ...(wire.base_branch === undefined ? {} : { baseBranch: wire.base_branch }),
    title: wire.title,
    body: wire.body,
    dependencyFiles: [...new Set(wire.dependency_files ?? [])],
    ...(wire.commit_message === undefined ? {} : { commitMessage: wire.commit_message }),
    draft: wire.draft ?? false,
    labels: wire.labels ?? [],
    reviewers: wire.reviewers ?? [],
    teamReviewers: wire.team_reviewers ?? [],
    assignees: wire.assignees ?? [],
  }
}

/** A comment request without an address of its own speaks to the issue's site, with the issue's credentials. */
function commentOf(
  wire: WireComment,
  issueSite: JiraSite,
  index: number,
  options: NormaliseOptions,
  faults: Fault[],
): CommentRequest | undefined {
  const { issue_key, body } = wire
  const sameSite =
    wire.server_url === undefined || readSiteUrl(wire.server_url, options.allowLoopback) === issueSite.serverUrl
  const own = { ...wire, server_url: wire.server_url ?? issueSite.serverUrl }
  const pat = wire.pat ?? (sameSite ? issueSite.token.reveal() : undefined)
  const email = wire.email ?? (sameSite && wire.pat === undefined ? issueSite.email : undefined)
  const site = jiraSite(
    {
      server_url: own.server_url,
      fields: {},
      api_version: wire.api_version ?? (sameSite ? issueSite.apiVersion : '2'),
      ...(pat === undefined ? {} : { pat }),
      ...(email === undefined ? {} : { email }),
    },
    `/jira_comment_requests/${index}`,
    options,
    faults,
  )
  // `{{jira_key}}` and an empty text mean the item's own new issue, which the caller cannot name yet.
  const named = issue_key !== undefined && /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(issue_key)
  return site ? { site, body, ...(named ? { issueKey: issue_key } : {}) } : undefined
}

/** What an item is, without who does it: the same content is the same item whatever token it comes with. */
function itemKey(content: {
  readonly idempotencyKey: string | undefined
  readonly change: Change
  readonly issue: IssueRequest
  readonly pullRequest: PullRequestRequest
  readonly comment: CommentRequest | undefined
}): string {
  const { change, issue, pullRequest, comment, idempotencyKey } = content
  const { repository, ...pullRequestText } = pullRequest
  return sha256(
    canonicalJson({
      idempotencyKey,
      change,
      jira: { server: issue.site.serverUrl, fields: issue.fields },
      repository: repository.url.toLowerCase(),
      pullRequest: pullRequestText,
      comment: comment && { server: comment.site.serverUrl, issue: comment.issueKey, body: comment.body },
    }),
  )
}

function equalItems(items: readonly Item[], list: string): Fault[] {
  const first = new Map<string, number>()
  return items.flatMap(({ key, index }) => {
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, index)
      return []
    }
    return [
      {
        pointer: `/${list}/${index}`,
        expected: `an item that differs from the one at position ${earlier}`,
        hint: 'Leave one of the two out, or let their summaries, titles or branches differ.',
        kind: 'shape' as const,
      },
    ]
  })
}

function equalBranches(items: readonly Item[]): Fault[] {
  const first = new Map<string, number>()
  return items.flatMap(({ index, pullRequest: { repository, branchName } }) => {
    if (/\{\{\s*jira_key\s*\}\}/.test(branchName)) return []
    const name = `${repository.url.toLowerCase()} ${branchName}`
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, index)
      return []
    }
    return [
      {
        pointer: `/github_pr_requests/${index}/branch_name`,
        expected: `another branch than the entry at position ${earlier} has in the same repository`,
        hint: 'Put {{jira_key}} into the name: then each item has a branch of its own.',
        kind: 'shape' as const,
      },
    ]
  })
}

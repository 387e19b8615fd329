/** The request as it stands on the wire: names and shapes of the Python service, and what came since. */
import { z } from 'zod'

/** Purl types. */
export const ecosystems = ['npm', 'pypi', 'golang', 'maven', 'gem', 'cargo', 'composer', 'nuget'] as const

const oneLine = /^[^\u0000-\u001f\u007f]*$/

const text = (most: number) => z.string().min(1).max(most)
const line = (most: number) => text(most).regex(oneLine, 'one line without control characters')
/** What only describes may be empty: not every hole has a number. */
const lineOrNone = (most: number) => z.string().max(most).regex(oneLine, 'one line without control characters')
const version = line(128).regex(/^[^\s"'`<>|&;$(){}[\]\\,]+$/, 'one version, like 4.17.21, not a range')
const credential = line(4096)

export const itemSchema = z
  .looseObject({
    package_name: line(512).describe('The package as its ecosystem spells it; for Maven group:artifact.'),
    current_version: line(128).describe('The version believed to be in use.'),
    safe_version: version.describe('The lowest version that may be admitted after the update.'),
    severity: lineOrNone(64).optional(),
    cve: lineOrNone(256).optional(),
    description: z.string().max(65_536).optional(),
    advisory_link: z.string().max(2048).optional(),
    ecosystem: z.enum(ecosystems).optional().describe('The purl type; needed only where a name exists in two.'),
  })
  .describe('One package to raise. Other members are kept and ignored.')

const site = {
  server_url: line(2048).describe('The Jira site, with its context path if it has one.'),
  pat: credential.optional().describe('Left out: the jira-token input or JIRA_TOKEN.'),
  email: line(320)
    .optional()
    .describe('Given: Basic auth, as Jira Cloud wants. Left out: Bearer, as Data Center wants.'),
  api_version: z.enum(['2', '3']).optional(),
}

export const jiraIssueSchema = z.object({
  ...site,
  fields: z.record(z.string(), z.unknown()).describe('The fields of the issue, sent as given.'),
})

const people = z.array(line(256)).max(100)

export const pullRequestSchema = z.object({
  repo_url: line(2048).optional().describe('https://host/owner/name; left out: repo_url of the request.'),
  github_pat: credential
    .optional()
    .describe('Left out: github_pat of the request, the github-token input, or GITHUB_TOKEN.'),
  branch_name: line(255).describe('The new branch; may hold {{jira_key}}.'),
  base_branch: line(255).optional().describe("Left out: the repository's default branch."),
  title: line(256),
  body: z.string().max(65_536),
  package_name: line(512),
  current_version: line(128),
  safe_version: version,
  dependency_files: z.array(z.string().max(1024)).max(200).optional().describe('Left out or empty: they are found.'),
  commit_message: text(10_000).optional(),
  draft: z.boolean().optional(),
  labels: z.array(line(50)).max(100).optional(),
  reviewers: people.optional(),
  team_reviewers: people.optional(),
  assignees: people.max(10).optional(),
  strict_floor: z.boolean().optional().describe('True: an unbounded constraint gets a floor too.'),
  allow_shared_versions: z.boolean().optional().describe('True: a variable that other packages share may be raised.'),
})

export const jiraCommentSchema = z.object({
  ...site,
  server_url: site.server_url.optional(),
  issue_key: z.string().max(255).optional(),
  body: text(32_767),
})

/** Items of one run, whichever way the request comes in; a file that is cut into shards may hold more. */
export const mostItems = 500

/** The request with lists of at most `most` entries. */
export function requestSchemaOf(most: number) {
  const list = <T extends z.ZodType>(schema: T) => z.array(schema).min(1).max(most)
  return z
    .object({
      items: list(itemSchema).optional(),
      vulnerabilities: list(itemSchema).optional().describe('The older name of `items`.'),
      repo_url: line(2048).optional(),
      github_pat: credential.optional(),
      jira_issue_requests: list(jiraIssueSchema),
      github_pr_requests: list(pullRequestSchema),
      jira_comment_requests: z.array(jiraCommentSchema).max(most).optional(),
      dry_run: z.boolean().optional(),
      idempotency_key: line(255).optional(),
    })
    .describe(
      'A batch: the lists belong together by position. Null in an optional member is the same as leaving it out.',
    )
}

export const requestSchema = requestSchemaOf(mostItems)

export type WireRequest = z.infer<typeof requestSchema>
export type WireItem = z.infer<typeof itemSchema>
export type WireIssue = z.infer<typeof jiraIssueSchema>
export type WirePullRequest = z.infer<typeof pullRequestSchema>
export type WireComment = z.infer<typeof jiraCommentSchema>

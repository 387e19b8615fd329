/** What a batch needs of its tokens, and what they are seen to have. Everything here is found out by reads alone. */
import type { JiraSite, RepositoryTarget } from './batch.ts'

/** What will be done with one token in one repository. */
export interface RepositoryNeeds {
  readonly target: RepositoryTarget
  /** Base branches; undefined stands for the repository's own default branch. */
  readonly bases: readonly (string | undefined)[]
  readonly extras: readonly PullRequestExtra[]
}

export type PullRequestExtra = 'labels' | 'assignees' | 'reviewers' | 'team reviewers'

/** What will be done with one token in one Jira project. */
export interface ProjectNeeds {
  readonly site: JiraSite
  /** Key or id; undefined where the request names none. */
  readonly project: string | undefined
  readonly actions: readonly ProjectAction[]
}

export type ProjectAction =
  | 'browse'
  | 'create'
  | 'comment'
  | 'link'
  | 'set the assignee'
  | 'set the reporter'
  | 'set the due date'
  | 'set fix versions'
  | 'set the security level'

/** One right that is needed. */
export interface Right {
  /** As the vendor calls it: `Contents: write`, `CREATE_ISSUES`. */
  readonly name: string
  /** `push branches`. */
  readonly purpose: string
  /** `unknown`: no read can tell; GitHub or Jira shows it at the first write. */
  readonly held: 'yes' | 'no' | 'unknown'
  /** How that was seen. */
  readonly seen: string
  /** What to do; empty for a right that is held. */
  readonly advice: string
}

export interface AccessReport {
  /** `acme/app on github.com`, `SEC on example.atlassian.net`. */
  readonly place: string
  /** What is known of the token: its kind, whose it is, its scopes, when it expires. Never the token. */
  readonly token: string
  readonly rights: readonly Right[]
  /** What the token may do beyond what is needed, as far as it tells. */
  readonly surplus: readonly string[]
}

export interface Access {
  repository(needs: RepositoryNeeds): Promise<AccessReport>
  project(needs: ProjectNeeds): Promise<AccessReport>
  close(): void
}

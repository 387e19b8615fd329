/** What a Jira site of the world holds. */

export type SiteKind = 'cloud' | 'data-center'

/** How a custom field's value is written; `text` is ADF in API version 3, the rest is the same in both. */
export type FieldKind = 'string' | 'text' | 'number' | 'date' | 'option' | 'options' | 'labels' | 'user' | 'any'

export interface CustomField {
  /** Shown in "NAME is required." */
  readonly name: string
  readonly kind: FieldKind
  /** Values of `option` and `options`. */
  readonly options?: readonly string[]
}

export interface ProjectOptions {
  readonly name?: string
  /** Default Task, Bug, Story. */
  readonly issueTypes?: readonly string[]
  /** Field ids that must be given besides project, issuetype and summary. */
  readonly requiredFields?: readonly string[]
  /** Names that exist. */
  readonly components?: readonly string[]
  /** By id, such as `customfield_10001`. */
  readonly customFields?: Readonly<Record<string, CustomField>>
  /** Fields on the create screen besides project, issuetype and summary. Default: the system fields and all custom ones. */
  readonly screen?: readonly string[]
}

export interface Project extends Required<Omit<ProjectOptions, 'screen'>> {
  readonly id: string
  readonly key: string
  readonly screen: ReadonlySet<string>
  issuesMade: number
}

/** What a project's permission scheme grants a user by default here. */
export const USUAL_PERMISSIONS = [
  ...(['browse', 'create', 'edit', 'comment', 'link'] as const),
  ...(['assign', 'reporter', 'schedule', 'resolve', 'security'] as const),
] as const

export type ProjectPermission = (typeof USUAL_PERMISSIONS)[number] | 'administer'

export interface TokenOptions {
  /** Cloud: the Basic user. Default `dev@example.com`. */
  readonly email?: string
  readonly displayName?: string
  /** Default: all but `administer`. */
  readonly permissions?: readonly ProjectPermission[]
  /** Project keys; default: every project. */
  readonly projects?: readonly string[]
  /** Cloud: works only below `/ex/jira/{cloudId}`, and is unknown on the site's own host. */
  readonly scoped?: boolean
}

export interface JiraUser {
  readonly accountId: string
  readonly email: string
  readonly displayName: string
  /** Data Center's user name. */
  readonly name: string
}

export interface JiraToken {
  readonly text: string
  readonly user: JiraUser
  readonly permissions: ReadonlySet<ProjectPermission>
  readonly projects: readonly string[] | undefined
  readonly scoped: boolean
}

export interface JiraComment {
  readonly id: string
  readonly author: JiraUser
  /** Text, or an ADF document: as it was sent. */
  readonly body: unknown
  readonly created: number
}

export interface RemoteLink {
  readonly id: number
  readonly globalId: string | undefined
  /** The whole body as it was sent last. */
  content: Readonly<Record<string, unknown>>
}

export interface Issue {
  readonly id: string
  readonly key: string
  readonly project: Project
  readonly reporter: JiraUser
  /** Epoch milliseconds. */
  readonly created: number
  updated: number
  status: string
  /** As sent; rich text as text or ADF. */
  readonly fields: Record<string, unknown>
  readonly properties: Map<string, unknown>
  readonly comments: JiraComment[]
  readonly links: RemoteLink[]
}

export const SYSTEM_FIELDS: readonly string[] = [
  'description',
  'labels',
  'priority',
  'components',
  'assignee',
  'duedate',
  'environment',
  'fixVersions',
  'versions',
  'parent',
]

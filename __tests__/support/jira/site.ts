/** A Jira site as a test sees it: seeding, looking, and what its users have. */
import {
  type CustomField,
  type Issue,
  type JiraToken,
  type JiraUser,
  type Project,
  type ProjectOptions,
  type SiteKind,
  SYSTEM_FIELDS,
  type TokenOptions,
  USUAL_PERMISSIONS,
} from './state.ts'

export interface SiteOptions {
  /** Default `cloud`. */
  readonly kind?: SiteKind
  /** Data Center below a path, such as `/jira`. */
  readonly contextPath?: string
  readonly linkingEnabled?: boolean
}

export class JiraSite {
  readonly kind: SiteKind
  readonly contextPath: string
  readonly cloudId = '11223344-a1b2-3b33-c444-def123456789'
  readonly projects: Project[] = []
  /** Every issue ever made, oldest first. */
  readonly issues: Issue[] = []
  readonly #tokens: JiraToken[] = []
  readonly #users = new Map<string, JiraUser>()
  readonly #clock: () => number
  #origin = ''
  #nextId = 10_000
  #lag = 0
  linkingEnabled: boolean
  /** Data Center asks for a captcha from now on. */
  captcha = false

  constructor(options: SiteOptions, clock: () => number) {
    this.kind = options.kind ?? 'cloud'
    this.contextPath = options.contextPath ?? ''
    this.linkingEnabled = options.linkingEnabled ?? true
    this.#clock = clock
  }

  /** Told once the server listens. */
  servedAt(origin: string): void {
    this.#origin = origin
  }

  /** What a caller gives as `server_url`. */
  get url(): string {
    return this.#origin + this.contextPath
  }

  /** Where Cloud's scoped tokens work: the stand-in for `https://api.atlassian.com/ex/jira/{cloudId}`. */
  get scopedUrl(): string {
    return `${this.#origin}/ex/jira/${this.cloudId}`
  }

  /** Epoch milliseconds by the world's clock. */
  now(): number {
    return this.#clock()
  }

  nextId(): number {
    return this.#nextId++
  }

  addProject(key: string, options: ProjectOptions = {}): Project {
    const customFields: Readonly<Record<string, CustomField>> = options.customFields ?? {}
    const project: Project = {
      id: String(this.nextId()),
      key,
      name: options.name ?? `${key} project`,
      issueTypes: options.issueTypes ?? ['Task', 'Bug', 'Story'],
      requiredFields: options.requiredFields ?? [],
      components: options.components ?? [],
      customFields,
      screen: new Set(options.screen ?? [...SYSTEM_FIELDS, ...Object.keys(customFields)]),
      issuesMade: 0,
    }
    this.projects.push(project)
    return project
  }

  /** Accepts a token from now on: with its email on Cloud, alone on Data Center. */
  addToken(text: string, options: TokenOptions = {}): JiraToken {
    const email = options.email ?? 'dev@example.com'
    const token: JiraToken = {
      text,
      user: this.#user(email, options.displayName),
      permissions: new Set(options.permissions ?? USUAL_PERMISSIONS),
      projects: options.projects,
      scoped: options.scoped ?? false,
    }
    this.#tokens.push(token)
    return token
  }

  #user(email: string, displayName?: string): JiraUser {
    const known = this.#users.get(email)
    if (known !== undefined) return known
    const name = email.split('@')[0] ?? email
    const user = { accountId: `5b10ac8d82e05b22cc7d${this.nextId()}`, email, displayName: displayName ?? name, name }
    this.#users.set(email, user)
    return user
  }

  /** From now on the token is unknown. */
  revokeToken(text: string): void {
    const at = this.#tokens.findIndex((token) => token.text === text)
    if (at >= 0) this.#tokens.splice(at, 1)
  }

  findToken(test: (token: JiraToken) => boolean): JiraToken | undefined {
    return this.#tokens.find(test)
  }

  tokenTexts(): string[] {
    return this.#tokens.map((token) => token.text)
  }

  /** Search shows issues only when they are this old; reading by key shows them at once. */
  searchLag(milliseconds: number): void {
    this.#lag = milliseconds
  }

  isSearchable(issue: Issue): boolean {
    return this.now() - issue.created >= this.#lag
  }

  project(keyOrId: string): Project | undefined {
    return this.projects.find((project) => project.key === keyOrId || project.id === keyOrId)
  }

  issue(keyOrId: string): Issue | undefined {
    return this.issues.find((issue) => issue.key.toLowerCase() === keyOrId.toLowerCase() || issue.id === keyOrId)
  }
}

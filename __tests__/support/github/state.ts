/** What the GitHub of the world holds: accounts, tokens, repositories, pull requests. */
import type { BareRepository, CommitOptions, Files, ObjectFormat } from '../git/bare-repository.ts'

export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
  readonly email: string | null
}

export type TokenKind = 'pat' | 'fine-grained' | 'installation' | 'actions'
export type Permission = 'metadata' | 'contents' | 'pull_requests' | 'issues' | 'workflows' | 'members'

export interface TokenOptions {
  /** Default `pat`. */
  readonly kind?: TokenKind
  /** Default `octocat` for people; `github-actions[bot]` for `actions`, `fixer[bot]` for `installation`. */
  readonly login?: string
  /** Of a classic PAT; default `repo`. Add `workflow` to let it push workflow files. */
  readonly scopes?: readonly string[]
  /** Of the other kinds; default contents, pull_requests and issues to write. */
  readonly permissions?: Readonly<Partial<Record<Permission, 'read' | 'write'>>>
  /** `owner/name`; absent: every repository. */
  readonly repositories?: readonly string[]
  /** What a PAT's user may do in its repositories; default `write`. */
  readonly role?: 'read' | 'write'
  /** As GitHub writes it: `2026-12-24 10:00:00 UTC`. Absent: it has no end. */
  readonly expires?: string
}

export interface Token extends Required<Omit<TokenOptions, 'repositories' | 'expires'>> {
  readonly repositories: readonly string[] | undefined
  readonly expires: string | undefined
  readonly account: Account
  /** Requests made with it: the primary limit counts them. */
  used: number
}

export interface RepositoryOptions {
  /** Default `main`. */
  readonly defaultBranch?: string
  /** More branches, each from the default branch with these files changed. */
  readonly branches?: Readonly<Record<string, Files>>
  readonly private?: boolean
  readonly archived?: boolean
  readonly objectFormat?: ObjectFormat
  /** Logins besides the owner and the tokens' own; reviewers and assignees must be among them. */
  readonly collaborators?: readonly string[]
  readonly protectedBranches?: readonly string[]
  /** "Allow GitHub Actions to create and approve pull requests". Default true here. */
  readonly actionsMayOpenPullRequests?: boolean
  /** Default true. */
  readonly draftsSupported?: boolean
}

export interface Label {
  readonly id: number
  readonly name: string
  readonly color: string
}

export interface Comment {
  readonly id: number
  readonly author: Account
  readonly body: string
  readonly createdAt: string
}

export interface PullRequest {
  readonly id: number
  readonly number: number
  readonly author: Account
  readonly createdAt: string
  readonly draft: boolean
  readonly maintainerCanModify: boolean
  /** Branch names. */
  readonly head: string
  base: string
  headSha: string
  title: string
  body: string | null
  state: 'open' | 'closed'
  updatedAt: string
  closedAt: string | null
  mergedAt: string | null
  mergeCommit: string | null
  readonly labels: Map<string, Label>
  readonly reviewers: Set<string>
  readonly teamReviewers: Set<string>
  readonly assignees: Set<string>
  readonly comments: Comment[]
}

/** A repository of the world. Its settings may be changed at any time by a test. */
export class Repository {
  readonly id: number
  readonly bare: BareRepository
  readonly createdAt: string
  readonly pulls: PullRequest[] = []
  readonly labels = new Map<string, Label>()
  readonly collaborators: Set<string>
  readonly protectedBranches: Set<string>
  readonly #site: () => string
  owner: string
  name: string
  defaultBranch: string
  private: boolean
  archived: boolean
  actionsMayOpenPullRequests: boolean
  draftsSupported: boolean
  #turn: Promise<unknown> = Promise.resolve()

  constructor(id: number, fullName: string, bare: BareRepository, options: RepositoryOptions, site: () => string) {
    const [owner = '', name = ''] = fullName.split('/')
    this.id = id
    this.owner = owner
    this.name = name
    this.bare = bare
    this.#site = site
    this.createdAt = new Date().toISOString()
    this.defaultBranch = options.defaultBranch ?? 'main'
    this.private = options.private ?? false
    this.archived = options.archived ?? false
    this.actionsMayOpenPullRequests = options.actionsMayOpenPullRequests ?? true
    this.draftsSupported = options.draftsSupported ?? true
    this.collaborators = new Set([owner, ...(options.collaborators ?? [])].map((login) => login.toLowerCase()))
    this.protectedBranches = new Set(options.protectedBranches)
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`
  }

  /** What a caller gives as `repo_url`. */
  get url(): string {
    return `${this.#site()}/${this.fullName}`
  }

  /** Commits onto a branch behind everybody's back, as a colleague would. */
  commit(branch: string, files: Files, options?: CommitOptions): Promise<string> {
    return this.bare.commit(branch, files, options)
  }

  /** One file of a branch as text; undefined when it is not there. */
  async text(branch: string, path: string): Promise<string | undefined> {
    return (await this.bare.file(branch, path))?.toString('utf8')
  }

  pull(number: number): PullRequest | undefined {
    return this.pulls.find((pull) => pull.number === number)
  }

  /** Changes to a repository happen one after the other. */
  inTurn<T>(change: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(change, change)
    this.#turn = next.catch(() => undefined)
    return next
  }
}

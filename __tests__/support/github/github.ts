/** The GitHub of the world as a test sees it: seeding, looking, and doing what people do in the web interface. */
import { join } from 'node:path'
import { BareRepository, type Files } from '../git/bare-repository.ts'
import type { Site } from './render.ts'
import type { PullContext } from './render-pull.ts'
import {
  type Account,
  type Permission,
  type PullRequest,
  Repository,
  type RepositoryOptions,
  type Token,
  type TokenKind,
  type TokenOptions,
} from './state.ts'

const DEFAULT_LOGIN: Readonly<Record<TokenKind, string>> = {
  pat: 'octocat',
  'fine-grained': 'octocat',
  installation: 'fixer[bot]',
  actions: 'github-actions[bot]',
}

const DEFAULT_PERMISSIONS: Readonly<Partial<Record<Permission, 'read' | 'write'>>> = {
  metadata: 'read',
  contents: 'write',
  pull_requests: 'write',
  issues: 'write',
}

export class GitHub {
  readonly #folder: string
  readonly #accounts = new Map<string, Account>()
  readonly #tokens = new Map<string, Token>()
  readonly #repositories: Repository[] = []
  readonly #teams = new Set<string>()
  readonly #renamed = new Map<string, Repository>()
  #origin = ''
  #nextId = 1000
  /** When pull requests, comments and review requests were made, epoch milliseconds: for looking at the pace. */
  readonly creations: { readonly what: string; readonly at: number }[] = []
  /** Content creations allowed in a minute before the secondary limit answers; undefined: no limit. */
  creationsPerMinute: number | undefined

  /** Epoch milliseconds, for when a pull request was opened. */
  readonly clock: () => number

  /** `folder` holds the bare repositories. */
  constructor(folder: string, clock: () => number = Date.now) {
    this.#folder = folder
    this.clock = clock
  }

  /** Told once the server listens. */
  servedAt(origin: string): void {
    this.#origin = origin
  }

  /** `http://127.0.0.1:PORT`: people and git. */
  get url(): string {
    return this.#origin
  }

  /** `http://127.0.0.1:PORT/api/v3`, as a GitHub Enterprise Server has it. */
  get apiUrl(): string {
    return `${this.#origin}/api/v3`
  }

  get site(): Site {
    return { web: this.url, api: this.apiUrl }
  }

  nextId(): number {
    return this.#nextId++
  }

  /** The account of a login, made at first mention. */
  account(login: string, type: Account['type'] = login.endsWith('[bot]') ? 'Bot' : 'User'): Account {
    const key = login.toLowerCase()
    const known = this.#accounts.get(key)
    if (known !== undefined) return known
    const made = { id: this.nextId(), login, type, email: type === 'User' ? `${key}@example.com` : null }
    this.#accounts.set(key, made)
    return made
  }

  /** Accepts a token from now on. */
  addToken(text: string, options: TokenOptions = {}): Token {
    const kind = options.kind ?? 'pat'
    const login = options.login ?? DEFAULT_LOGIN[kind]
    const token: Token = {
      kind,
      login,
      account: this.account(login),
      scopes: options.scopes ?? ['repo'],
      permissions: { metadata: 'read', ...(options.permissions ?? DEFAULT_PERMISSIONS) },
      repositories: options.repositories,
      role: options.role ?? 'write',
      expires: options.expires,
      used: 0,
    }
    this.#tokens.set(text, token)
    return token
  }

  /** From now on the token is `Bad credentials`. */
  revokeToken(text: string): void {
    this.#tokens.delete(text)
  }

  token(text: string): Token | undefined {
    return this.#tokens.get(text)
  }

  /** Every token text: for looking for leaks. */
  tokenTexts(): string[] {
    return [...this.#tokens.keys()]
  }

  /** A team whose review may be asked for, as `owner/slug`. */
  addTeam(ownerAndSlug: string): void {
    this.#teams.add(ownerAndSlug.toLowerCase())
  }

  hasTeam(owner: string, slug: string): boolean {
    return this.#teams.has(`${owner}/${slug}`.toLowerCase())
  }

  /** Makes a repository with one commit that holds the files; no files at all: an empty repository. */
  async addRepository(fullName: string, files: Files = {}, options: RepositoryOptions = {}): Promise<Repository> {
    if (this.repository(fullName) !== undefined) throw new Error(`the world already has ${fullName}`)
    const id = this.nextId()
    const branch = options.defaultBranch ?? 'main'
    const bare = new BareRepository(join(this.#folder, `${id}.git`), options.objectFormat ?? 'sha1', branch)
    const repository = new Repository(id, fullName, bare, options, () => this.#origin)
    this.account(repository.owner)
    this.#repositories.push(repository)
    if (Object.keys(files).length > 0) await bare.commit(branch, files, { message: 'Initial commit\n' })
    for (const [name, changed] of Object.entries(options.branches ?? {})) {
      await bare.commit(name, changed, { from: branch, message: `Start ${name}\n` })
    }
    return repository
  }

  /** By `owner/name`, in any case; undefined when it is not there (or has moved away). */
  repository(fullName: string): Repository | undefined {
    const name = fullName.toLowerCase()
    return this.#repositories.find((repository) => repository.fullName.toLowerCase() === name)
  }

  repositoryById(id: number): Repository | undefined {
    return this.#repositories.find((repository) => repository.id === id)
  }

  /** Where a repository went that had this name. */
  movedTo(fullName: string): Repository | undefined {
    return this.#renamed.get(fullName.toLowerCase())
  }

  /** Old addresses redirect to the new one. */
  renameRepository(from: string, to: string): void {
    const repository = this.#known(from)
    this.#renamed.set(from.toLowerCase(), repository)
    const [owner = '', name = ''] = to.split('/')
    repository.owner = owner
    repository.name = name
  }

  #known(fullName: string): Repository {
    const repository = this.repository(fullName)
    if (repository === undefined) throw new Error(`the world has no repository ${fullName}`)
    return repository
  }

  #pull(fullName: string, number: number): [Repository, PullRequest] {
    const repository = this.#known(fullName)
    const pull = repository.pull(number)
    if (pull === undefined) throw new Error(`${fullName} has no pull request ${number}`)
    return [repository, pull]
  }

  /** A person closes a pull request without merging it. */
  closePullRequest(fullName: string, number: number): void {
    const [, pull] = this.#pull(fullName, number)
    pull.state = 'closed'
    pull.closedAt = new Date().toISOString()
  }

  reopenPullRequest(fullName: string, number: number): void {
    const [, pull] = this.#pull(fullName, number)
    pull.state = 'open'
    pull.closedAt = null
  }

  /** A person merges a pull request with a merge commit; the base must not have moved since. */
  async mergePullRequest(fullName: string, number: number): Promise<void> {
    const [repository, pull] = this.#pull(fullName, number)
    const base = await repository.bare.resolve(pull.base)
    const head = await repository.bare.resolve(pull.head)
    if (base === undefined || head === undefined) throw new Error(`pull request ${number} has lost a branch`)
    if (!(await repository.bare.isAncestor(base, head))) throw new Error(`${pull.base} has moved; merge by hand`)
    const message = `Merge pull request #${number} from ${repository.owner}/${pull.head}`
    const oid = await repository.bare.git(['commit-tree', `${head}^{tree}`, '-p', base, '-p', head, '-m', message])
    await repository.bare.setRef(`refs/heads/${pull.base}`, oid.trim())
    const now = new Date().toISOString()
    Object.assign(pull, { state: 'closed', headSha: head, closedAt: now, mergedAt: now, mergeCommit: oid.trim() })
  }

  /** A person deletes a branch; its open pull requests close, as GitHub does it. */
  async deleteBranch(fullName: string, branch: string): Promise<void> {
    const repository = this.#known(fullName)
    await repository.bare.deleteRef(`refs/heads/${branch}`)
    for (const pull of repository.pulls) await this.refresh(repository, pull)
  }

  /** Brings an open pull request up to date with its branch. */
  async refresh(repository: Repository, pull: PullRequest): Promise<void> {
    if (pull.state === 'closed') return
    const tip = await repository.bare.resolve(pull.head)
    if (tip === undefined) {
      pull.state = 'closed'
      pull.closedAt = new Date().toISOString()
    } else if (tip !== pull.headSha) {
      pull.headSha = tip
      await repository.bare.setRef(`refs/pull/${pull.number}/head`, tip)
    }
  }

  /** What rendering a pull request needs besides itself. */
  async pullContext(repository: Repository, pull: PullRequest): Promise<PullContext> {
    return {
      repo: repository,
      owner: this.account(repository.owner),
      baseSha: (await repository.bare.resolve(pull.base)) ?? pull.headSha,
      users: (logins) => [...logins].map((login) => this.account(login)),
    }
  }

  /** Everybody who may review and be assigned: collaborators, and people whose token may write there. */
  isCollaborator(repository: Repository, login: string): boolean {
    if (repository.collaborators.has(login.toLowerCase())) return true
    return [...this.#tokens.values()].some(
      (token) =>
        token.account.type === 'User' && token.login.toLowerCase() === login.toLowerCase() && token.role === 'write',
    )
  }
}

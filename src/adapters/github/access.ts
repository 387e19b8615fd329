/** What a token may do in a repository, seen by reads. What no read can tell is said to be unknown, never guessed. */
import type { AccessReport, RepositoryNeeds, Right } from '../../core/access.ts'
import type { RepositoryTarget } from '../../core/batch.ts'
import type { Failure } from '../../core/errors.ts'
import { readAnswer } from '../answers.ts'
import { repositoryAnswer } from './answers.ts'
import { createOctokit, type KitOptions, type Octokit } from './client.ts'
import { githubFailure } from './failures.ts'
import { isScopedFor, mayPush, type TokenFacts, type TokenKind, tokenFacts } from './token-facts.ts'

export interface GitHubAccessOptions extends KitOptions {
  /** Whose each token is, asked once however many repositories it is for. */
  readonly logins: Map<string, Promise<string | undefined>>
}

const kindNames: Readonly<Record<TokenKind, string>> = {
  classic: 'classic token',
  'fine-grained': 'fine-grained token',
  installation: "a GitHub App's token",
  actions: "Actions' own GITHUB_TOKEN",
  other: 'token of a kind that is not known',
}

const untold = 'no read tells it; GitHub shows it at the first write'

const yes = (name: string, purpose: string, seen: string): Right => ({ name, purpose, held: 'yes', seen, advice: '' })

/** Asks GitHub. Never throws: what keeps it from answering is a missing right. */
export async function repositoryAccess(needs: RepositoryNeeds, options: GitHubAccessOptions): Promise<AccessReport> {
  const { target } = needs
  const place = `${target.owner}/${target.name} on ${target.host}`
  const octokit = createOctokit(target, options)
  const ask = <T>(doing: string, call: () => Promise<T>) => call().catch(throwFailure(doing, target, options))
  try {
    const repository = await ask('read the repository', () =>
      octokit.rest.repos.get({ owner: target.owner, repo: target.name }),
    )
    const { headers } = repository
    const data = readAnswer(repositoryAnswer, repository.data, { from: 'GitHub', doing: 'read the repository' })
    const [owner = target.owner, name = target.name] = data.full_name.split('/')
    const seen: Seen = {
      target: { ...target, url: `${new URL(target.url).origin}/${owner}/${name}`, owner, name },
      facts: tokenFacts(target.token.reveal(), headers),
      isPrivate: data.private,
      archived: data.archived,
      role: data.permissions?.push,
      defaultBranch: data.default_branch,
    }
    return {
      place,
      token: describeToken(seen.facts, await loginOf(octokit, seen, options)),
      rights: [
        await readRight(octokit, needs, seen, ask),
        await pushRight(seen, options),
        await pullRight(octokit, seen, ask),
        ...extraRights(needs, seen),
      ],
      surplus: surplusScopes(needs, seen),
    }
  } catch (error) {
    return { place, token: 'not accepted, or not seen', rights: [unreachable(error as Failure)], surplus: [] }
  }
}

interface Seen {
  readonly target: RepositoryTarget
  readonly facts: TokenFacts
  readonly isPrivate: boolean
  readonly archived: boolean
  readonly role: boolean | undefined
  readonly defaultBranch: string
}

type Ask = <T>(doing: string, call: () => Promise<T>) => Promise<T>

function throwFailure(doing: string, { owner, name }: RepositoryTarget, { clock }: GitHubAccessOptions) {
  return (error: unknown): never => {
    throw githubFailure(error, { doing, repository: `${owner}/${name}`, now: clock.now() })
  }
}

function unreachable({ message, hint }: Failure): Right {
  return { name: 'Metadata: read', purpose: 'see the repository', held: 'no', seen: message, advice: hint }
}

/** Only a token that acts as a person can be asked whose it is. */
function loginOf(octokit: Octokit, { target, facts }: Seen, { logins }: GitHubAccessOptions) {
  if (facts.kind === 'installation' || facts.kind === 'actions') return undefined
  const name = JSON.stringify([target.host, target.token.reveal()])
  const known = logins.get(name)
  if (known) return known
  const asked = octokit.rest.users.getAuthenticated().then(
    ({ data }) => (typeof data?.login === 'string' ? data.login : undefined),
    () => undefined,
  )
  logins.set(name, asked)
  return asked
}

function describeToken({ kind, scopes, expires }: TokenFacts, login: string | undefined): string {
  const whose = login === undefined ? '' : ` of ${login}`
  const told = scopes === undefined ? '' : `, scopes: ${scopes.join(', ') || 'none'}`
  return `${kindNames[kind]}${whose}${told}${expires === undefined ? '' : `, expires ${expires}`}`
}

async function readRight(octokit: Octokit, { bases }: RepositoryNeeds, seen: Seen, ask: Ask): Promise<Right> {
  const [name, purpose] = ['Contents: read', 'read the base branch and its manifests']
  const { owner, name: repo } = seen.target
  try {
    for (const base of bases) {
      const branch = base ?? seen.defaultBranch
      await ask(`read the branch ${branch}`, () => octokit.rest.repos.getBranch({ owner, repo, branch }))
    }
    return yes(name, purpose, seen.isPrivate ? 'branches are shown' : 'the repository is public')
  } catch (error) {
    const { code, message } = error as Failure
    // A branch that is not there is no question of rights: the dry run names it.
    if (code === 'repository-not-found') return yes(name, purpose, 'the repository is shown')
    return { name, purpose, held: 'no', seen: message, advice: adviceFor(seen, 'Contents: read and write') }
  }
}

async function pushRight(seen: Seen, { http }: GitHubAccessOptions): Promise<Right> {
  const [name, purpose] = ['Contents: write', 'push branches']
  const missing = (why: string, advice: string): Right => ({ name, purpose, held: 'no', seen: why, advice })
  if (seen.archived) return missing('the repository is archived', 'Unarchive it, or leave its items out.')
  const may = await mayPush(http, seen.target, { facts: seen.facts, role: seen.role, isPrivate: seen.isPrivate })
  if (may === true) return yes(name, purpose, seen.facts.scopes ? 'by its scopes' : 'git offers to take a push')
  if (may === undefined)
    return { name, purpose, held: 'unknown', seen: untold, advice: adviceFor(seen, 'Contents: read and write') }
  return seen.role === false && seen.facts.scopes !== undefined
    ? missing('its user may only read here', 'Give that user write access to the repository, or use another token.')
    : missing('git does not take a push with it', adviceFor(seen, 'Contents: read and write'))
}

async function pullRight(octokit: Octokit, seen: Seen, ask: Ask): Promise<Right> {
  const { target, facts } = seen
  const [name, purpose] = ['Pull requests: write', 'open pull requests, set labels, assignees and reviewers']
  const advice = adviceFor(seen, 'Pull requests: read and write')
  if (facts.scopes) {
    const isScoped = isScopedFor(facts.scopes, { private: seen.isPrivate })
    return isScoped
      ? yes(name, purpose, 'by its scopes')
      : { name, purpose, held: 'no', seen: 'not by its scopes', advice }
  }
  try {
    const { owner, name: repo } = target
    await ask('list the pull requests', () => octokit.rest.pulls.list({ owner, repo, per_page: 1 }))
  } catch (error) {
    return { name, purpose, held: 'no', seen: `not even to read: ${(error as Failure).message}`, advice }
  }
  return { name, purpose, held: 'unknown', seen: untold, advice }
}

/** Team reviewers are the one thing that asks for more than the pull request does. */
function extraRights({ extras }: RepositoryNeeds, { facts }: Seen): Right[] {
  if (!extras.includes('team reviewers')) return []
  const [name, purpose] = ['Members: read (organisation)', 'ask teams for their review']
  if (facts.kind === 'actions') {
    const advice = "Use a GitHub App's or a person's token, or leave team_reviewers out."
    return [{ name, purpose, held: 'no', seen: 'GITHUB_TOKEN never has it', advice }]
  }
  const advice = facts.scopes ? 'Give the token the scope `read:org`.' : `Give it "${name}".`
  if (!facts.scopes) return [{ name, purpose, held: 'unknown', seen: untold, advice }]
  return facts.scopes.some((scope) => /^(read|write|admin):org$/.test(scope))
    ? [yes(name, purpose, 'by its scopes')]
    : [{ name, purpose, held: 'no', seen: 'not by its scopes', advice }]
}

function adviceFor({ facts, isPrivate, target }: Seen, permission: string): string {
  switch (facts.kind) {
    case 'classic':
      return `Give the token the scope ${isPrivate ? '`repo`' : '`public_repo` (or `repo`)'}.`
    case 'actions':
      return permission.startsWith('Pull')
        ? 'In the workflow: `permissions: contents: write, pull-requests: write`; and "Allow GitHub Actions to create and approve pull requests" in the settings.'
        : 'In the workflow: `permissions: contents: write, pull-requests: write`.'
    case 'installation':
      return `Give the App "${permission}" and let it be installed for ${target.owner}/${target.name}.`
    default:
      return `Give the token "${permission}" for ${target.owner}/${target.name}.`
  }
}

/** Scopes of a classic token that nothing here asks for. */
function surplusScopes({ extras }: RepositoryNeeds, { facts, isPrivate }: Seen): readonly string[] {
  const needed = new Set(['repo', ...(extras.includes('team reviewers') ? ['read:org'] : [])])
  if (!isPrivate) needed.add('public_repo')
  const surplus = (facts.scopes ?? []).filter((scope) => !needed.has(scope))
  const wide = !isPrivate && facts.scopes?.includes('repo') ? ['repo (public_repo is enough here)'] : []
  return [...wide, ...surplus]
}

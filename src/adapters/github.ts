/** The pull requests port over GitHub's REST API. */
import type { RepositoryTarget, Warning } from '../core/batch.ts'
import { Failure, fail } from '../core/errors.ts'
import type {
  Metadata,
  OpenedPullRequest,
  PlannedHttpCall,
  PullRequestContent,
  PullRequests,
  RepositoryFacts,
} from '../core/ports.ts'
import { readAnswer } from './answers.ts'
import { type PullAnswer, pullAnswer, pullsAnswer, repositoryAnswer } from './github/answers.ts'
import { type Attempted, apiBase, createOctokit, type KitOptions, type Octokit, once } from './github/client.ts'
import { githubFailure } from './github/failures.ts'
import { addMetadata, missingMetadata, previewMetadata } from './github/metadata.ts'
import { mayPush, tokenFacts } from './github/token-facts.ts'
import type { Http } from './http.ts'

/** The login that Actions' own GITHUB_TOKEN acts as. */
const actionsBot = 'github-actions[bot]'

/** Creates the port; one Octokit for each host and token. */
export function createPullRequests(options: KitOptions): PullRequests {
  const kits = new Map<string, Octokit>()
  const kit = (target: RepositoryTarget): Octokit => {
    const name = JSON.stringify([target.host, target.token.reveal()])
    const made = kits.get(name) ?? createOctokit(target, options)
    kits.set(name, made)
    return made
  }
  /** Runs one call and turns whatever it throws into a Failure. */
  const attempt = async <T>(
    target: RepositoryTarget,
    doing: string,
    call: (octokit: Octokit) => Promise<T>,
  ): Promise<T> => {
    try {
      return await call(kit(target))
    } catch (error) {
      const repository = `${target.owner}/${target.name}`
      throw githubFailure(error, { doing, repository, now: options.clock.now() })
    }
  }
  const base = (target: RepositoryTarget) => `${apiBase(target, options.apiUrl)}/repos/${target.owner}/${target.name}`
  return {
    repository: (target) =>
      attempt(target, 'read the repository', (octokit) => repositoryFacts(octokit, target, options.http)),
    findPullRequest: (target, head, into) =>
      attempt(target, 'look for the pull request', (octokit) => findPullRequest(octokit, target, head, into)),
    openPullRequest: (target, pull) => openPullRequest(attempt, target, pull),
    previewPullRequest: (target, pull): PlannedHttpCall => ({ call: `POST ${base(target)}/pulls`, body: { ...pull } }),
    missingMetadata: (target, number, wanted) =>
      attempt(target, 'read the pull request', (octokit) => missingMetadata(octokit, target, number, wanted)),
    addMetadata: (target, number, wanted): Promise<readonly Warning[]> => addMetadata(attempt, target, number, wanted),
    previewMetadata: (target, wanted: Metadata) => previewMetadata(base(target), wanted),
  }
}

const names = ({ owner, name }: RepositoryTarget) => ({ owner, repo: name })

async function repositoryFacts(octokit: Octokit, target: RepositoryTarget, http: Http): Promise<RepositoryFacts> {
  const answer = await octokit.rest.repos.get(names(target))
  const data = readAnswer(repositoryAnswer, answer.data, { from: 'GitHub', doing: 'read the repository' })
  const [owner = target.owner, name = target.name] = data.full_name.split('/')
  const url = owner === target.owner && name === target.name ? target.url : sameHost(target, data.html_url, owner, name)
  const facts = tokenFacts(target.token.reveal(), answer.headers)
  const identity = { name: actionsBot, email: `41898282+${actionsBot}@users.noreply.github.com` }
  const asked = { facts, role: data.permissions?.push, isPrivate: data.private }
  return {
    defaultBranch: data.default_branch,
    url,
    owner,
    name,
    archived: data.archived,
    mayPush: (await mayPush(http, { ...target, url, owner, name }, asked)) !== false,
    ...(facts.kind === 'actions' ? { identity } : {}),
  }
}

/** A renamed repository's new address; never one on another host, since the token goes there. */
function sameHost(target: RepositoryTarget, htmlUrl: string, owner: string, name: string): string {
  const { origin } = new URL(target.url)
  const url = new URL(htmlUrl)
  if (url.origin === origin) return `${origin}/${owner}/${name}`
  throw fail(
    'redirected',
    `${target.url} has moved to ${url.host}, and credentials are not sent elsewhere.`,
    'Use the new address as repo_url.',
    { from: target.host, to: url.host },
  )
}

function told(pull: PullAnswer): OpenedPullRequest {
  return {
    number: pull.number,
    url: pull.html_url,
    state: pull.merged_at ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
    head: pull.head.sha,
    title: pull.title,
    createdAt: Date.parse(pull.created_at),
    startsNoWorkflows: pull.user?.login === actionsBot,
  }
}

/** An open one before a closed one, the newest first. */
async function findPullRequest(octokit: Octokit, target: RepositoryTarget, head: string, base: string) {
  const { data } = await octokit.rest.pulls.list({
    ...names(target),
    head: `${target.owner}:${head}`,
    base,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 30,
  })
  const pulls = readAnswer(pullsAnswer, data, { from: 'GitHub', doing: 'look for the pull request' })
  const ours = pulls.filter((pull) => pull.head.ref === head).map(told)
  return ours.find(({ state }) => state === 'open') ?? ours[0]
}

async function openPullRequest(
  attempt: Attempted,
  target: RepositoryTarget,
  pull: PullRequestContent,
): Promise<OpenedPullRequest> {
  try {
    return await attempt(target, 'open the pull request', async (octokit) => {
      const { data } = await octokit.rest.pulls.create({ ...names(target), ...pull, ...once })
      return told(readAnswer(pullAnswer, data, { from: 'GitHub', doing: 'open the pull request' }))
    })
  } catch (error) {
    // GitHub refuses a second one for the same head and base: so it is there, made by an attempt whose answer was lost.
    const exists = error instanceof Failure && /pull request already exists/i.test(String(error.facts.github))
    const there = exists
      ? await attempt(target, 'look for the pull request', (octokit) =>
          findPullRequest(octokit, target, pull.head, pull.base),
        )
      : undefined
    if (there?.state === 'open') return { ...there, adopted: true }
    throw error
  }
}

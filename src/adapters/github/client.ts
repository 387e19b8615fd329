/** Octokit for one host and token: which API to speak to; rate limits are met by Octokit's own plugins. */
import { GitHub, getOctokitOptions } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck/light.js'
import type { RepositoryTarget } from '../../core/batch.ts'
import { sha256 } from '../../core/digest.ts'
import { Failure } from '../../core/errors.ts'
import type { Clock, Log } from '../../core/ports.ts'
import type { Http } from '../http.ts'
import { notifying, paceOf } from './pace.ts'

/** A refusal of our own way out (a redirect, an address) stays the same however often it is met: no try after it. */
const giveUp = (octokit: { hook: { error(name: 'request', hook: (error: unknown) => never): void } }) => {
  octokit.hook.error('request', (error) => {
    const cause = Error.isError(error) ? error.cause : undefined
    throw cause instanceof Failure && cause.retry === 'never' ? cause : error
  })
}

const Kit = GitHub.plugin(giveUp, retry, throttling)
export type Octokit = InstanceType<typeof Kit>

/** Runs one call, and throws a Failure for whatever goes wrong. `doing` is for its message: `open the pull request`. */
export type Attempted = <T>(
  target: RepositoryTarget,
  doing: string,
  call: (octokit: Octokit) => Promise<T>,
) => Promise<T>

/** The longest wait inside a run for a rate limit, in seconds; a longer one ends in a resumable failure. */
const longestWait = 120

/** `https://api.github.com`, `https://api.<x>.ghe.com`, or `<server>/api/v3` (Enterprise Server). */
export function apiBase(target: Pick<RepositoryTarget, 'url' | 'host'>, override?: string): string {
  if (override !== undefined) return override.replace(/\/+$/, '')
  if (target.host === 'github.com') return 'https://api.github.com'
  if (target.host.endsWith('.ghe.com')) return `https://api.${target.host}`
  return `${new URL(target.url).origin}/api/v3`
}

/** GitHub's own rules (writes 1 s apart, notifying ones 3 s) hold on its own hosts; a GHES sets its limits itself. */
const isPaced = (host: string) => host === 'github.com' || host.endsWith('.ghe.com')

/** In place of the plugin's own pace. */
const unpaced = () => ({
  write: new Bottleneck.Group({ maxConcurrent: 1 }),
  notifications: new Bottleneck.Group({ maxConcurrent: 1 }),
})

export interface KitOptions {
  readonly http: Http
  readonly log: Log
  readonly clock: Clock
  /** A cancel: nothing waits for its turn any more. */
  readonly signal: AbortSignal
  /** Overrides the API address that the repository's host implies. */
  readonly apiUrl?: string
  /** True: GitHub's own pace holds on every host, for an Enterprise Server whose administrator set rate limits. */
  readonly alwaysPaced?: boolean
  /** Told the milliseconds that a call waited before it was sent, for its turn or for a limit. */
  readonly observeWait?: (milliseconds: number) => void
}

/** Makes the client of one token. `http.fetch` carries the dry-run guard and the cancel. */
export function createOctokit(target: RepositoryTarget, options: KitOptions): Octokit {
  const { http, log, apiUrl, alwaysPaced } = options
  // GitHub counts by user, whoever owns the repositories: all of a token's calls keep one pace.
  const id = `${target.host} ${sha256(target.token.reveal())}`
  const wait = (what: string) => (seconds: number, request: { method: string }, _: unknown, retries: number) => {
    const worthIt = seconds <= longestWait && retries < 2
    if (worthIt)
      log.write('warn', `GitHub: ${what}, waiting ${seconds} s`, { host: target.host, method: request.method })
    return worthIt
  }
  const kit = new Kit(
    getOctokitOptions(target.token.reveal(), {
      baseUrl: apiBase(target, apiUrl),
      userAgent: 'create-issues-and-prs',
      log: quiet,
      request: { fetch: alwaysPaced || isPaced(target.host) ? pacedFetch(id, options) : http.fetch, agent: undefined },
      // Only reads are tried again after a 5xx: a create that was answered so may have happened.
      retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
      throttle: {
        id,
        ...unpaced(),
        onRateLimit: wait('the rate limit is used up'),
        onSecondaryRateLimit: wait('a secondary rate limit was met'),
      },
    }),
  ) as Octokit
  watchWaits(kit, options)
  return kit
}

/** Shorter pauses are the client's own work. Milliseconds. */
const shortestWait = 20

/** The plugins hold a call back inside themselves: what passes before each of its requests is what it waited. */
function watchWaits(kit: Octokit, { clock, observeWait }: KitOptions): void {
  if (!observeWait) return
  kit.hook.wrap('request', async (request, options) => {
    const { fetch: send } = options.request as { fetch: Http['fetch'] }
    let idleSince = clock.now()
    const watched: Http['fetch'] = async (url, init) => {
      const waited = clock.now() - idleSince
      if (waited >= shortestWait) observeWait(waited)
      try {
        return await send(url, init)
      } finally {
        idleSince = clock.now()
      }
    }
    // Every hook sees this very object, and none another that is handed on.
    options.request = { ...options.request, fetch: watched }
    return request(options)
  })
}

/** Writes wait for their turn here, where a cancel reaches them. */
function pacedFetch(id: string, { http, clock, signal, observeWait }: KitOptions): Http['fetch'] {
  const pace = paceOf(id, clock)
  const { fetch: send } = http
  return async (url, init) => {
    if (init.method === undefined || init.method === 'GET') return send(url, init)
    const began = clock.now()
    await pace.turn(notifying.test(new URL(url).pathname), signal)
    const waited = clock.now() - began
    if (waited >= shortestWait) observeWait?.(waited)
    return send(url, init)
  }
}

/** Octokit would print to the console, where a runner reads commands. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/** For every call that writes: plugin-retry would repeat it blindly after a 5xx. */
export const once = { request: { retries: 0 } } as const

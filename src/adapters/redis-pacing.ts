/**
 * The way out with turns taken in Redis: all hosts that use a token at a far side keep together to the pace that one of
 * them would keep, and when the far side asks one to wait, all do. A Redis that is away stops nobody for long: then each
 * host keeps its own pace.
 */
import { sha256 } from '../core/digest.ts'
import { assertHeld } from '../core/holding.ts'
import type { Clock, Log } from '../core/ports.ts'
import { notifying } from './github/pace.ts'
import type { Http } from './http.ts'
import type { RedisLink } from './redis/link.ts'
import { waitAskedFor } from './retry-after.ts'

export interface PacingOptions {
  readonly link: RedisLink
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
  /** Whose limits hold there: `github`: those that GitHub publishes for its own hosts; `none`: only those it tells. */
  readonly limits: (host: string) => 'github' | 'none'
}

/** One bucket: a call takes `weight` units, each of which is there again after `cost` milliseconds, up to `burst` of them. */
interface Bucket {
  readonly name: string
  readonly cost: number
  readonly burst: number
  readonly weight: number
}

interface Call {
  readonly method: string
  readonly url: URL
  /** The `Authorization` header. */
  readonly credential: string
}

/** Milliseconds after which pacing goes on without Redis. */
const patience = 1_000
/** A bar that is longer is not waited for: the far side's own answer ends the run in a way that can be resumed. */
const longestBar = 120_000
/** The wait where a limit was met and nothing was said of its end (GitHub's rule: a minute at least). */
const unsaid = 60_000

/** GitHub's own hosts have its limits; an Enterprise Server sets them itself. */
export const githubLimits = (host: string) =>
  host === 'api.github.com' || host.endsWith('.ghe.com') ? ('github' as const) : ('none' as const)

/**
 * GitHub's published limits for one user, kept a little below: 900 points a minute (a read is one, a write five), writes
 * one second apart, those that notify three.
 */
function bucketsOf({ method, url }: Call, limits: PacingOptions['limits']): Bucket[] {
  if (limits(url.host) === 'none') return []
  const writes = method !== 'GET' && method !== 'HEAD'
  const points: Bucket = { name: 'points', cost: 75, burst: 100, weight: writes ? 5 : 1 }
  if (!writes) return [points]
  const write: Bucket = { name: 'writes', cost: 1_050, burst: 1, weight: 1 }
  if (!notifying.test(url.pathname)) return [points, write]
  return [points, write, { name: 'notifications', cost: 3_050, burst: 1, weight: 1 }]
}

/** `http` with turns taken before each call. */
export function pacedHttp(http: Http, options: PacingOptions): Http {
  const pace = new Pace(options)
  return {
    async fetch(url, init) {
      const call = { method: init.method ?? 'GET', url: new URL(url), credential: credentialOf(init.headers) }
      await pace.turn(call)
      const answer = await http.fetch(url, init)
      await pace.learn(call, answer)
      return answer
    },
    async send(request) {
      const { method, url, headers } = request
      const call = { method, url: new URL(url), credential: credentialOf(headers) }
      await pace.turn(call)
      if (!request.reads) await assertHeld()
      const answer = await http.send(request)
      await pace.learn(call, answer)
      return answer
    },
    close: () => http.close(),
  }
}

function credentialOf(headers: unknown): string {
  const found = Object.entries((headers ?? {}) as Record<string, unknown>).find(([name]) =>
    /^authorization$/i.test(name),
  )
  return typeof found?.[1] === 'string' ? found[1] : ''
}

class Pace {
  readonly #options: PacingOptions

  constructor(options: PacingOptions) {
    this.#options = options
  }

  /** Waits for this call's turn among all hosts. Throws `interrupted` when the run is cancelled meanwhile. */
  async turn(call: Call): Promise<void> {
    const buckets = bucketsOf(call, this.#options.limits)
    const keys = [barOf(call), ...buckets.map(({ name }) => `${paceOf(call)}:${name}`)]
    const args = buckets.flatMap(({ cost, burst, weight }) => [cost, burst, weight])
    const [own, bar] = await this.#ask('takeTurn', keys, args)
    const wait = Math.max(own, bar > longestBar ? 0 : bar)
    if (bar > 0 && bar <= longestBar) {
      const seconds = Math.ceil(bar / 1000)
      this.#options.log.write('warn', `another host was asked to wait: waiting ${seconds} s`, { host: call.url.host })
    }
    if (wait > 0) await this.#options.clock.sleep(wait, this.#options.signal)
  }

  async #ask(name: 'takeTurn' | 'bar', keys: string[], args: number[]): Promise<[own: number, bar: number]> {
    try {
      const [own, bar] = await this.#options.link.run(name, keys, args, () => patience)
      return [Number(own ?? 0), Number(bar ?? 0)]
    } catch {
      return [0, 0]
    }
  }

  /** Tells the other hosts when the far side wants to be left alone. */
  async learn(call: Call, { status, headers }: { status: number; headers: { get(name: string): string | null } }) {
    const isSpent = status === 403 && headers.get('x-ratelimit-remaining') === '0'
    const isAsked = status === 429 || ((status === 403 || status === 503) && headers.get('retry-after') !== null)
    if (!isSpent && !isAsked) return
    const wait = waitAskedFor(headers, this.#options.clock.now()) ?? unsaid
    await this.#ask('bar', [barOf(call)], [Math.ceil(wait)])
  }
}

/** One line for each far side and credential, of which only a digest leaves this process. */
const paceOf = ({ url, credential }: Call) => `pace:${url.host}:${sha256(credential).slice(0, 32)}`
const barOf = (call: Call) => `${paceOf(call)}:bar`

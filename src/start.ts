/** The composition root: which adapters stand behind the ports, and which face is wanted. Nothing else imports adapters. */
import { join } from 'node:path'
import { systemClock } from './adapters/clock.ts'
import { keepHeapSmall } from './adapters/heap.ts'
import type { Http } from './adapters/http.ts'
import { createLogger } from './adapters/logger.ts'
import type { SharedLink } from './adapters/redis.ts'
import { guardStandardError } from './adapters/standard-error.ts'
import { makeTempRoot } from './adapters/temp-root.ts'
import { type Config, environment } from './core/config.ts'
import { asFailure, describe, fail, kinds } from './core/errors.ts'
import { harmlessLines } from './core/harmless.ts'
import type { Clock, Log } from './core/ports.ts'
import { Redactor } from './core/redact.ts'
import type { AccessRequest, PortsRequest, Services } from './core/services.ts'

/** Milliseconds for one HTTP request with its answer. */
const httpTimeout = 30_000

/** Runs the face that the arguments ask for: none means the action. Answers the exit code. */
export async function start(args: readonly string[]): Promise<number> {
  const services = createServices()
  // A terminal shows a progress display, whose control characters are meant.
  guardStandardError((text) => (process.stderr.isTTY ? redactAll(text) : harmlessLines(redactAll(text))))
  try {
    if (args.length > 0)
      return await (await import('./faces/cli/run-command.ts')).runCommand(services, args, environment())
    return await (await import('./faces/action/run-action.ts')).runAction(services, environment())
  } catch (error) {
    const failure = asFailure(error)
    const text = harmlessLines(services.redactor.redact(describe(failure)))
    if (args.length > 0) console.error(text)
    else (await import('@actions/core')).error(text, { title: 'create-issues-and-prs' })
    if (failure.code === 'internal') console.error(stackOf(failure.cause))
    return kinds[failure.code].exit
  }
}

/** Says what there is to say of an exception that nobody caught: never its own words, which Node would print. */
export function tellCrash(error: unknown): void {
  console.error(`${describe(asFailure(error))}\n${stackOf(error)}`)
}

/** The redactors of this process: that of the face, and one for each batch of a server as long as it lasts. */
const redactors = new Set<WeakRef<Redactor>>()
const forgotten = new FinalizationRegistry((reference: WeakRef<Redactor>) => redactors.delete(reference))

function createRedactor(): Redactor {
  const redactor = new Redactor()
  const reference = new WeakRef(redactor)
  redactors.add(reference)
  forgotten.register(redactor, reference)
  return redactor
}

/** Without any credential that any part of this process knows. */
function redactAll(text: string): string {
  let clean = text
  for (const reference of redactors) clean = reference.deref()?.redact(clean) ?? clean
  return clean
}

/** Where an error of ours came from, without its message, which may hold anything. */
function stackOf(cause: unknown): string {
  const stack = Error.isError(cause) ? (cause.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
}

function createServices(): Services {
  const redactor = createRedactor()
  return {
    clock: systemClock,
    redactor,
    scope: createServices,
    log: ({ LOG_LEVEL, LOG_FORMAT }, write) =>
      createLogger({ level: LOG_LEVEL, format: LOG_FORMAT, clock: systemClock, redactor, write }),
    ports: (request) => openPorts(request, redactor),
    tokenUses: openTokenUses,
    journal: async (path, readOnly, redisUrl) => openJournal({ path, readOnly, redisUrl, log: silent }),
    queue: openQueue,
    drift: async (server) => (await import('./adapters/sntp.ts')).measureDrift(server, systemClock.now),
    access: openAccess,
    gitVersion: async (config, log) =>
      (await import('./adapters/git-version.ts')).gitVersion(config.childEnvironment, log),
  }
}

async function openLockfiles(config: Config, own: { log: Log; tempRoot: string; signal: AbortSignal }) {
  const { createLockfiles } = await import('./adapters/lockfiles.ts')
  return createLockfiles({ ...own, environment: config.childEnvironment })
}

async function openPorts({ config, log, dryRun, signal, journalPath, ...observers }: PortsRequest, redactor: Redactor) {
  const { observeCall, observeWait } = observers
  const [
    { createHttp },
    { measuredHttp, waitingClock },
    { createIssueTracker },
    { createPullRequests },
    { createRepositories },
  ] = await Promise.all([
    import('./adapters/http.ts'),
    import('./adapters/measured-http.ts'),
    import('./adapters/jira.ts'),
    import('./adapters/github.ts'),
    import('./adapters/git.ts'),
  ])
  keepHeapSmall()
  const clock = systemClock
  const redisUrl = config.REDIS_URL
  const journal = await openJournal({ path: journalPath, readOnly: dryRun, redisUrl, log, signal })
  const policy = addressPolicy(config)
  const http = createHttp({ ...wayOut(config), dryRun, signal })
  const shared = await openShared(redisUrl, log)
  const waiting = (upstream: 'github' | 'jira') => waitingClock(clock, upstream, observeWait)
  const paced = await pacing(shared, { config, log, signal }, waiting)
  const seen = (upstream: 'github' | 'jira') => paced(measuredHttp(http, upstream, clock, observeCall), upstream)
  const tempRoot = join(config.TMPDIR, 'create-issues-and-prs')
  makeTempRoot(tempRoot)
  const ports = {
    clock,
    log,
    journal,
    issues: createIssueTracker({
      ...{ http: seen('jira'), clock: waiting('jira'), log, signal },
      redact: (text) => redactor.redact(text),
    }),
    pullRequests: createPullRequests({
      ...{ http: seen('github'), clock, log, signal, ...githubWay(config) },
      ...(observeWait ? { observeWait: (milliseconds) => observeWait({ upstream: 'github', milliseconds }) } : {}),
    }),
    repositories: createRepositories({
      log,
      tempRoot,
      allowLoopbackHttp: config.ALLOW_LOOPBACK,
      policy,
      environment: config.childEnvironment,
    }),
    ...(config.UPDATE_LOCKFILES ? { lockfiles: await openLockfiles(config, { log, tempRoot, signal }) } : {}),
  }
  return {
    ports,
    async close() {
      http.close()
      await journal.close()
      await shared?.release()
    },
  }
}

async function openAccess({ config, log, signal }: AccessRequest) {
  const [{ createAccess }, { createHttp }] = await Promise.all([
    import('./adapters/access.ts'),
    import('./adapters/http.ts'),
  ])
  const http = createHttp({ ...wayOut(config), dryRun: true, signal })
  return createAccess({ http, clock: systemClock, log, signal, ...githubWay(config) })
}

function addressPolicy(config: Config) {
  return {
    allowedHosts: config.ALLOWED_HOSTS,
    allowLoopback: config.ALLOW_LOOPBACK,
    blockPrivate: config.BLOCK_PRIVATE_ADDRESSES,
  }
}

function wayOut(config: Config) {
  const proxy = config.proxyEnvironment ? { proxyEnvironment: config.proxyEnvironment } : {}
  return { policy: addressPolicy(config), timeout: httpTimeout, ...proxy }
}

function githubWay({ GITHUB_PACING, GITHUB_API_URL }: Config) {
  return {
    alwaysPaced: GITHUB_PACING === 'always',
    ...(GITHUB_API_URL === undefined ? {} : { apiUrl: GITHUB_API_URL }),
  }
}

interface JournalPlace {
  readonly path: string
  readonly readOnly: boolean
  readonly redisUrl: string | undefined
  readonly log: Log
  readonly signal?: AbortSignal
}

/** In a dry run the journal is only read, and one that is not there is empty. */
async function openJournal({ path, readOnly, redisUrl, log, signal }: JournalPlace) {
  const shared = await openShared(redisUrl, log)
  if (shared) {
    const { openRedisJournal } = await import('./adapters/redis-store.ts')
    const { link, release } = shared
    return openRedisJournal({ link, release, clock: systemClock, readOnly, ...(signal ? { signal } : {}) })
  }
  const [{ existsSync }, { emptyJournal, openSqliteJournal }] = await Promise.all([
    import('node:fs'),
    import('./adapters/sqlite-store.ts'),
  ])
  if (readOnly && !existsSync(path)) return emptyJournal
  return openSqliteJournal({ path, clock: systemClock, readOnly })
}

const silent: Log = { write() {} }

/** This process' connection to Redis, where one is configured. */
async function openShared(url: string | undefined, log: Log): Promise<SharedLink | undefined> {
  return url === undefined ? undefined : (await import('./adapters/redis.ts')).shareLink(url, systemClock, log)
}

/** With Redis all hosts keep one pace; without it each client keeps its own. */
async function pacing(
  shared: SharedLink | undefined,
  way: Pick<PortsRequest, 'config' | 'log' | 'signal'>,
  clockOf: (upstream: 'github' | 'jira') => Clock,
) {
  if (!shared) return (http: Http) => http
  const { githubLimits, pacedHttp } = await import('./adapters/redis-pacing.ts')
  const { log, signal, config } = way
  const github = config.GITHUB_PACING === 'always' ? () => 'github' as const : githubLimits
  return (http: Http, upstream: 'github' | 'jira') => {
    const limits = upstream === 'github' ? github : () => 'none' as const
    return pacedHttp(http, { link: shared.link, clock: clockOf(upstream), log, signal, limits })
  }
}

async function openTokenUses(journalPath: string, redisUrl: string | undefined) {
  const shared = await openShared(redisUrl, silent)
  if (shared) return (await import('./adapters/redis.ts')).openRedisTokenUses(shared)
  return (await import('./adapters/token-uses.ts')).openTokenUses(journalPath, systemClock.now)
}

async function openQueue(config: Config, path: string, log: Log) {
  const { REDIS_URL: url } = config
  if (url === undefined)
    return (await import('./adapters/sqlite-queue.ts')).openSqliteQueue({ path, clock: systemClock })
  if (config.STATE_KEY === undefined && !config.JWT_ALGORITHM.startsWith('HS')) throw noSharedKey()
  const [{ openBullmqQueue }, { shareLink }] = await Promise.all([
    import('./adapters/bullmq-queue.ts'),
    import('./adapters/redis.ts'),
  ])
  return openBullmqQueue({ url, shared: shareLink(url, systemClock, log), clock: systemClock, log })
}

function noSharedKey() {
  return fail(
    'configuration-invalid',
    'STATE_KEY is missing: with REDIS_URL every host must be able to open the requests that another took in.',
    'Give all hosts the same STATE_KEY, for example the output of: openssl rand -base64 32',
    { settings: 'STATE_KEY' },
  )
}

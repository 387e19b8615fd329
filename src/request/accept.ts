/** Everything between a request's bytes and the Batch: the one door that all faces use. */
import type { Batch, Warning } from '../core/batch.ts'
import type { Config } from '../core/config.ts'
import { canonicalJson, sha256 } from '../core/digest.ts'
import { asFailure, fail } from '../core/errors.ts'
import type { Log } from '../core/ports.ts'
import type { Redactor } from '../core/redact.ts'
import type { TokenUses } from '../core/token-uses.ts'
import { authenticate, type Claims, digestProblem, refusalReason, refused, skew } from './authenticate.ts'
import { readVerificationKey } from './jwt-key.ts'
import { type Credentials, normalise } from './normalise.ts'
import { ownHosts } from './own-hosts.ts'
import { parseRequest } from './parse.ts'
import { readJson, requireShallow } from './read-json.ts'
import { isSealed, openSealed, readSealPrivateKey } from './sealed.ts'

/** A request as it came in: its text, or a value where the way in has parsed it already (an event file). */
export type Incoming = { readonly text: string | Uint8Array } | { readonly value: unknown }

/** SHA-256 (hex) that a token's `request_sha256` names: of the exact bytes, or of the canonical JSON of a value. */
export function requestDigest(incoming: Incoming): string {
  return sha256('text' in incoming ? incoming.text : canonicalJson(incoming.value))
}

/** A request with the token that came with it. */
export interface Received {
  readonly incoming: Incoming
  readonly jwt: string | undefined
}

/**
 * Opens a sealed request (its own token then counts, where it has one), and makes the credentials of any request known to
 * the redactor: this comes first, before anything is said. Throws `token-refused` for whatever is wrong with a sealed one,
 * after logging what, and `request-invalid` for a value that is nested too deep to be worked on.
 */
export async function openRequest(
  received: Received,
  { config, redactor, log }: { config: Config; redactor: Redactor; log: Log },
): Promise<Received> {
  if (received.jwt !== undefined) redactor.add(received.jwt)
  const { incoming } = received
  if ('value' in incoming) requireShallow(incoming.value)
  const text = 'text' in incoming ? sealedText(incoming.text) : undefined
  if (text === undefined) {
    learnEarly(incoming, redactor)
    return received
  }
  const secret = config.JWT_ALGORITHM.startsWith('HS') ? config.JWT_SECRET_KEY : undefined
  const content = await openSealed(text, { secret, privateKey: readSealPrivateKey(config.SEAL_PRIVATE_KEY) })
  if (typeof content === 'string') {
    log.write('warn', 'sealed request refused', { reason: content })
    throw refused(content)
  }
  learnCredentials(content, redactor)
  return { incoming: { value: content.request }, jwt: content.jwt ?? received.jwt }
}

function sealedText(source: string | Uint8Array): string | undefined {
  const start =
    typeof source === 'string' ? source.slice(0, 64) : Buffer.from(source.subarray(0, 64)).toString('latin1')
  if (/^\s*[^\sA-Za-z0-9_-]/.test(start)) return undefined
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1')
  return isSealed(text) ? text : undefined
}

/** What is wrong with the request is said later, by `acceptRequest`. */
function learnEarly(incoming: Incoming, redactor: Redactor): void {
  try {
    learnCredentials('text' in incoming ? readJson(incoming.text, shardedLimits.bytes) : incoming.value, redactor)
  } catch {
    // Not JSON: nothing of it is repeated anywhere.
  }
}

interface Verification {
  readonly config: Config
  readonly log: Log
  readonly now: number
  readonly uses?: TokenUses | undefined
}

/**
 * Verifies the token of a request by the configuration. `uses` remembers tokens for the replay guard. Throws
 * `token-refused`, after logging why.
 */
export async function verifyToken(
  token: string | undefined,
  digest: string,
  verification: Verification,
): Promise<Claims> {
  const claims = await verifyBeforeBody(token, verification)
  await bindToken(claims, digest, verification)
  return claims
}

/** All of it that can be verified before the body is there. To be followed by `bindToken`. Throws `token-refused`. */
export async function verifyBeforeBody(token: string | undefined, { config, log, now }: Verification): Promise<Claims> {
  const { key, isWeak } = readVerificationKey(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET)
  if (isWeak)
    log.write(
      'warn',
      'JWT_SECRET_KEY is shorter than its hash: anyone who can guess it can send batches. Make a new one.',
    )
  const rules = {
    key,
    algorithm: config.JWT_ALGORITHM,
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    requireExp: config.JWT_REQUIRE_EXP,
  }
  return loggingRefusals(log, () => authenticate(token, rules, now))
}

/** Is this verified token for this request, and, where each may be used once, not used yet? Throws `token-refused`. */
export function bindToken(claims: Claims, digest: string, { config, log, uses }: Verification): Promise<void> {
  return loggingRefusals(log, async () => {
    const problem = digestProblem(claims, digest, config.REQUIRE_REQUEST_DIGEST)
    if (problem !== undefined) throw refused(problem)
    if (config.JWT_REPLAY_GUARD) await useOnce(claims, uses)
  })
}

async function loggingRefusals<T>(log: Log, check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    const failure = asFailure(error)
    if (failure.code === 'token-refused') log.write('warn', 'token refused', { reason: refusalReason(failure) })
    throw failure
  }
}

/** The replay guard: a token is used once, so it needs a name and an end. */
async function useOnce({ id, expires }: Claims, uses: TokenUses | undefined): Promise<void> {
  if (!uses) {
    throw fail(
      'configuration-invalid',
      'JWT_REPLAY_GUARD is on, and this way in keeps no memory of tokens.',
      'Turn it off here, or use the action or the HTTP mode.',
    )
  }
  if (id === undefined) throw refused('it has no jti, and JWT_REPLAY_GUARD wants one')
  if (expires === undefined) throw refused('it has no exp, and JWT_REPLAY_GUARD wants one')
  if (!(await uses.claim(sha256(id), (expires + skew) * 1000))) throw refused('its jti was used before')
}

/** What a file may hold that is cut into shards: each of them is a run of its own. */
export const shardedLimits: RequestLimits = { items: 10_000, bytes: 100 * 1024 * 1024 }

export interface RequestLimits {
  readonly items: number
  readonly bytes: number
}

/** Parses and checks a request, and makes its credentials known to the redactor before anything is said of it. */
export function acceptRequest(
  incoming: Incoming,
  options: {
    readonly config: Config
    readonly redactor: Redactor
    readonly credentials: Credentials
    readonly dryRun?: boolean
    readonly idempotencyKey?: string
    /** Absent: those of one run. */
    readonly limits?: RequestLimits
  },
): { readonly batch: Batch; readonly warnings: readonly Warning[] } {
  const { limits } = options
  const value = parsedValue(incoming, limits?.bytes)
  learnCredentials(value, options.redactor)
  const { githubToken, jiraToken, jiraEmail } = options.credentials
  for (const token of [githubToken, jiraToken]) if (token) options.redactor.add(token, jiraEmail)
  const allowLoopback = options.config.ALLOW_LOOPBACK
  const parsed = parseRequest(value, { allowLoopback, ...(limits ? { items: limits.items } : {}) })
  const batch = normalise(parsed, {
    credentials: options.credentials,
    ownHosts: ownHosts(options.config),
    allowLoopback,
    ...(options.dryRun === undefined ? {} : { dryRun: options.dryRun }),
    ...(options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey }),
  })
  return { batch, warnings: parsed.warnings }
}

function parsedValue(incoming: Incoming, limit: number | undefined): unknown {
  if ('text' in incoming) return readJson(incoming.text, limit)
  requireShallow(incoming.value)
  return incoming.value
}

/** Members that hold a credential, wherever they stand, in a valid request or not. */
const credentialMembers = new Set(['pat', 'github_pat', 'jwt', 'token', 'password', 'api_token'])

function learnCredentials(value: unknown, redactor: Redactor): void {
  const open: unknown[] = [value]
  const known = new Set<string>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const user = 'email' in next && typeof next.email === 'string' ? next.email : undefined
    for (const [name, member] of Object.entries(next)) {
      if (credentialMembers.has(name) && typeof member === 'string') {
        const pair = JSON.stringify([member, user])
        if (!known.has(pair)) redactor.add(member, user)
        known.add(pair)
      } else if (typeof member === 'object') open.push(member)
    }
  }
}

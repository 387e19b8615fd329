/** The caller's JWT. Every refusal is the same to the caller; the reason goes to the log only. */
import type { KeyObject } from 'node:crypto'
import { compactVerify } from 'jose'
import type { JwtAlgorithm } from '../core/config.ts'
import { type Failure, fail } from '../core/errors.ts'
import { headerProblem, readHeader, readToken } from './jwt-text.ts'

export interface TokenRules {
  readonly key: KeyObject
  readonly algorithm: JwtAlgorithm
  readonly issuer?: string | undefined
  readonly audience?: string | undefined
  readonly requireExp: boolean
  /** True: a token without `request_sha256` is refused. One that has it is always held to it. */
  readonly requireRequestDigest: boolean
}

export interface Claims {
  readonly subject: string | undefined
  readonly id: string | undefined
  /** Epoch seconds, where the token has one. */
  readonly expires: number | undefined
}

/** Seconds by which the caller's clock may differ. */
export const skew = 60

/**
 * Verifies a token for one request. `now` is in epoch milliseconds, `requestDigest` the SHA-256 (hex) of the request's
 * exact bytes. Throws `token-refused`; its cause is the reason, for the log.
 */
export async function authenticate(
  token: string | undefined,
  rules: TokenRules,
  now: number,
  requestDigest: string,
): Promise<Claims> {
  if (token === undefined || token === '') throw refused('there is none')
  const parts = readToken(token)
  if (typeof parts === 'string') throw refused(parts)
  const { claims } = parts
  const problem =
    headerProblem(parts.header, rules.algorithm) ??
    claimsProblem(claims, rules, now / 1000, requestDigest) ??
    (await signatureProblem(token, rules))
  if (problem !== undefined) throw refused(problem)
  return {
    subject: claims.sub as string | undefined,
    id: claims.jti as string | undefined,
    expires: claims.exp as number | undefined,
  }
}

/** Why the signature of a compact JWS does not hold with exactly this key and algorithm; undefined when it does. */
export async function signatureProblem(
  token: string,
  rules: Pick<TokenRules, 'key' | 'algorithm'>,
): Promise<string | undefined> {
  const header = readHeader(token)
  const problem = typeof header === 'string' ? header : headerProblem(header, rules.algorithm)
  if (problem !== undefined) return problem
  try {
    await compactVerify(token, rules.key, { algorithms: [rules.algorithm] })
    return undefined
  } catch {
    return 'its signature does not fit the key'
  }
}

function claimsProblem(
  claims: Readonly<Record<string, unknown>>,
  rules: TokenRules,
  now: number,
  requestDigest: string,
): string | undefined {
  const { exp, nbf, iat, jti, sub, iss, aud, request_sha256: digest } = claims
  for (const [name, value] of Object.entries({ exp, nbf, iat })) {
    if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value) || value < 0))
      return `its ${name} is no time`
  }
  for (const [name, value] of Object.entries({ jti, sub })) {
    if (value !== undefined && typeof value !== 'string') return `its ${name} is no text`
  }
  if (exp === undefined && rules.requireExp) return 'it has no exp'
  if (typeof exp === 'number' && now >= exp + skew) return 'it has expired'
  if (typeof nbf === 'number' && now < nbf - skew) return 'it is not valid yet (nbf)'
  if (typeof iat === 'number' && now < iat - skew) return 'it was issued in the future (iat)'
  if (rules.issuer !== undefined && iss !== rules.issuer) return 'its iss is another'
  const audiences = Array.isArray(aud) ? aud : [aud]
  if (rules.audience !== undefined && !audiences.includes(rules.audience)) return 'its aud is another'
  if (digest === undefined) return rules.requireRequestDigest ? 'it has no request_sha256' : undefined
  return digest === requestDigest ? undefined : 'its request_sha256 is that of another request'
}

/** The one refusal. `reason` is for the log only. */
export function refused(reason: string): Failure {
  return fail(
    'token-refused',
    'The token was refused.',
    'Send a valid, unexpired JWT signed with the configured key; the reason is in the log of the service.',
    {},
    reason,
  )
}

/** Why a token was refused, for the log: never for the caller. */
export function refusalReason(failure: Failure): string {
  return typeof failure.cause === 'string' ? failure.cause : 'unknown'
}

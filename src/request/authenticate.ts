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
}

export interface Claims {
  readonly subject: string | undefined
  readonly id: string | undefined
  /** Epoch seconds, where the token has one. */
  readonly expires: number | undefined
  /** `request_sha256`: the digest of the one request that the token is for. Not checked to be a text. */
  readonly requestDigest: unknown
}

/** Seconds by which the caller's clock may differ. */
export const skew = 60

/**
 * Verifies everything of a token that does not need the request. `now` is in epoch milliseconds. Throws `token-refused`;
 * its cause is the reason, for the log.
 */
export async function authenticate(token: string | undefined, rules: TokenRules, now: number): Promise<Claims> {
  if (token === undefined || token === '') throw refused('there is none')
  const parts = readToken(token)
  if (typeof parts === 'string') throw refused(parts)
  const { claims } = parts
  const problem =
    headerProblem(parts.header, rules.algorithm) ??
    claimsProblem(claims, rules, now / 1000) ??
    (await signatureProblem(token, rules))
  if (problem !== undefined) throw refused(problem)
  return {
    subject: claims.sub as string | undefined,
    id: claims.jti as string | undefined,
    expires: claims.exp as number | undefined,
    requestDigest: claims.request_sha256,
  }
}

/**
 * Why a verified token is not for the request with this SHA-256 (hex); undefined when it is. `required`: a token without
 * `request_sha256` is for none. One that has it is always held to it.
 */
export function digestProblem(
  { requestDigest: bound }: Pick<Claims, 'requestDigest'>,
  digest: string,
  required: boolean,
): string | undefined {
  if (bound === undefined) return required ? 'it has no request_sha256' : undefined
  return bound === digest ? undefined : 'its request_sha256 is that of another request'
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

function claimsProblem(claims: Readonly<Record<string, unknown>>, rules: TokenRules, now: number): string | undefined {
  const { exp, nbf, iat, jti, sub, iss, aud } = claims
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
  return rules.audience !== undefined && !audiences.includes(rules.audience) ? 'its aud is another' : undefined
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

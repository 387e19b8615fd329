/** What the tests of tokens start from: a configuration, a clock, and tokens made byte by byte. */
import { createHmac, createSecretKey } from 'node:crypto'
import type { Config } from '../../src/core/config.ts'
import { readConfig } from '../../src/core/config.ts'
import { asFailure, type Failure } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/ports.ts'
import { verifyToken } from '../../src/request/accept.ts'

export const secret = 'a secret for tests only, long enough for HS256'
/** Epoch seconds at which these tests happen. */
export const now = 1_800_000_000
export const digest = 'd'.repeat(64)

export const base64url = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')

/** A token of exactly these texts, signed with HMAC. */
export function signed(header: string, payload: string, key: string | Uint8Array = secret, hash = 'sha256'): string {
  const input = `${base64url(header)}.${base64url(payload)}`
  return `${input}.${createHmac(hash, createSecretKey(Buffer.from(key)))
    .update(input)
    .digest('base64url')}`
}

export const hs256 = '{"alg":"HS256","typ":"JWT"}'
export const claims = (more: Readonly<Record<string, unknown>> = {}) => JSON.stringify({ exp: now + 300, ...more })
export const good = (more: Readonly<Record<string, unknown>> = {}) => signed(hs256, claims(more))

export const configure = (env: Readonly<Record<string, string>> = {}): Config =>
  readConfig({ JWT_SECRET_KEY: secret, ...env })

export interface Verdict {
  /** `ok`, or the failure's code. */
  readonly outcome: string
  readonly failure: Failure | undefined
  /** Why, as the log has it. */
  readonly reason: string | undefined
}

/** Judges a token as every way in does. */
export async function judge(
  token: string | undefined,
  env: Readonly<Record<string, string>> = {},
  more: Partial<Parameters<typeof verifyToken>[2]> & { readonly at?: number; readonly digest?: string } = {},
): Promise<Verdict> {
  const lines: Readonly<Record<string, unknown>>[] = []
  const log: Log = { write: (_level, _message, facts = {}) => void lines.push(facts) }
  const { at = now, digest: of = digest, ...given } = more
  try {
    await verifyToken(token, of, { config: configure(env), log, now: at * 1000, ...given })
    return { outcome: 'ok', failure: undefined, reason: undefined }
  } catch (error) {
    const failure = asFailure(error)
    const reason = lines.map((line) => line.reason).find((text) => typeof text === 'string')
    return { outcome: failure.code, failure, reason }
  }
}

export const outcomes = async (tokens: readonly (string | undefined)[], env: Readonly<Record<string, string>> = {}) =>
  Promise.all(tokens.map(async (token) => [token, (await judge(token, env)).outcome] as const))

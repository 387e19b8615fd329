/** `token`: signs a JWT with the configured secret, so that a person can try things out. */
import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { type Config, readConfig } from '../../core/config.ts'
import { fail } from '../../core/errors.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import { requestDigest } from '../../request/accept.ts'
import { readVerificationKey } from '../../request/jwt-key.ts'
import { type Invocation, readOptions, readSource } from './options.ts'

const options = {
  claims: { type: 'string' },
  'expires-in': { type: 'string' },
  request: { type: 'string' },
} as const

export async function token({ services, args, env }: Invocation): Promise<number> {
  const { values } = readOptions(args, options)
  const config = readConfig(env)
  learnOwnSecrets(config, services.redactor)
  const digest =
    values.request === undefined ? undefined : requestDigest({ text: await readSource(values.request, '--request') })
  const seconds = readSeconds(values['expires-in'])
  const jwt = await sign(config, services.clock.now(), seconds, { digest, claims: readClaims(values.claims) })
  process.stdout.write(`${jwt}\n`)
  return 0
}

/**
 * Signs a token with the configured secret. `now` is in epoch ms. With the digest of a request it is bound to that request
 * and has a `jti`. Throws `usage` where only a public key is configured.
 */
export async function sign(
  config: Config,
  now: number,
  expiresIn: number,
  { digest, claims = {} }: { digest?: string | undefined; claims?: Readonly<Record<string, unknown>> },
): Promise<string> {
  if (!config.JWT_ALGORITHM.startsWith('HS')) {
    throw fail(
      'usage',
      `This machine has only the public key of ${config.JWT_ALGORITHM}.`,
      'Sign the token where the private key is.',
    )
  }
  const { key } = readVerificationKey(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET)
  const bound = digest === undefined ? {} : { request_sha256: digest, jti: randomUUID() }
  const seconds = Math.floor(now / 1000)
  const jwt = new SignJWT({ ...bound, ...claims })
    .setProtectedHeader({ alg: config.JWT_ALGORITHM, typ: 'JWT' })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + expiresIn)
  if (config.JWT_ISSUER !== undefined) jwt.setIssuer(config.JWT_ISSUER)
  if (config.JWT_AUDIENCE !== undefined) jwt.setAudience(config.JWT_AUDIENCE)
  return jwt.sign(key)
}

function readClaims(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below: the parser's own words would repeat the text.
  }
  throw fail('usage', '--claims is no JSON object.', `Give it as '{"sub":"me"}'.`)
}

/** `--expires-in`. Throws `usage`. */
export function readSeconds(text = '300'): number {
  const seconds = Number(text)
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= 86_400) return seconds
  throw fail('usage', '--expires-in is no number of seconds from 1 to 86400.', 'Give it as --expires-in 300.')
}

/** Everything that is configured, read once and checked at once. The only reader of `process.env`. */
import { z } from 'zod'
import { fail } from './errors.ts'

/** The environment as it stands; the action lays its inputs over it. */
export function environment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

export const jwtAlgorithms = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const
export type JwtAlgorithm = (typeof jwtAlgorithms)[number]

const flag = z
  .string()
  .optional()
  .refine((text) => text === undefined || /^(true|false|1|0|yes|no|on|off|)$/i.test(text), 'true or false')
  .transform((text) => text !== undefined && /^(true|1|yes|on)$/i.test(text))

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? undefined : text))

const whole = (least: number, most: number, otherwise: number) =>
  optional.pipe(
    z
      .string()
      .regex(/^\d+$/, `a whole number from ${least} to ${most}`)
      .transform(Number)
      .refine((number) => number >= least && number <= most, `a whole number from ${least} to ${most}`)
      .optional()
      .transform((number) => number ?? otherwise),
  )

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, otherwise: T[number]) =>
  optional.pipe(
    z
      .enum(values, { error: `one of ${values.join(', ')}` })
      .optional()
      .transform((value) => value ?? otherwise),
  )

const listOf = optional.transform((text) => text?.split(/[\s,]+/).filter(Boolean) ?? [])

/** `90s`, `45m`, `5h30m`, or seconds, as milliseconds. */
const duration = optional.transform((text, context) => {
  if (text === undefined) return undefined
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?$/.exec(text.trim())
  const [hours = 0, minutes = 0, seconds = 0] = (match ?? []).slice(1).map((part) => Number(part ?? 0))
  const whole = (hours * 60 + minutes) * 60 + seconds
  if (whole > 0) return whole * 1000
  context.addIssue({ code: 'custom', message: 'a time like 90s, 45m or 5h30m' })
  return z.NEVER
})

const webUrl = (protocols: RegExp, expected: string) =>
  optional.refine((text) => text === undefined || (URL.canParse(text) && protocols.test(text)), expected)

const identity = optional
  .refine(
    (text) => text === undefined || /^[^<>\r\n]+ <[^<>\s]+>$/.test(text),
    'a name and address like `Some Bot <bot@example.com>`',
  )
  .transform((text) => {
    const match = text === undefined ? null : /^(.+) <(.+)>$/.exec(text)
    return match ? { name: match[1] as string, email: match[2] as string } : undefined
  })

const stateKey = optional.refine(
  (text) => text === undefined || Buffer.byteLength(text) >= 32,
  'at least 32 bytes, as `openssl rand -base64 32` makes them',
)

const schema = z.object({
  JWT_SECRET_KEY: optional,
  JWT_ALGORITHM: oneOf(jwtAlgorithms, 'HS256'),
  JWT_ISSUER: optional,
  JWT_AUDIENCE: optional,
  JWT_ALLOW_WEAK_SECRET: flag,
  JWT_REQUIRE_EXP: z
    .string()
    .optional()
    .transform((text) => !/^(false|0|no|off)$/i.test(text ?? '')),
  REQUIRE_REQUEST_DIGEST: flag,
  JWT_REPLAY_GUARD: flag,
  SEAL_PRIVATE_KEY: optional,
  REDIS_URL: webUrl(/^rediss?:\/\//, 'an address like redis://host:6379'),
  HOST: optional.transform((text) => text ?? '127.0.0.1'),
  PORT: whole(0, 65_535, 8081),
  SERVE_FOR: duration,
  QUEUE_LIMIT: whole(1, 100_000, 100),
  BATCHES_AT_ONCE: whole(1, 64, 4),
  /** About how many items a host takes at a time of a batch in Redis: a minute of GitHub's pace. */
  PART_SIZE: whole(1, 10_000, 20),
  STATE_KEY: stateKey,
  /** The key of before: opens what was sealed with it, and seals nothing. */
  STATE_KEY_OLD: stateKey,
  JOURNAL: optional,
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error'], 'info'),
  LOG_FORMAT: oneOf(['pretty', 'json'], 'pretty'),
  NTP_SERVER: optional.transform((text) => text ?? 'pool.ntp.org'),
  GITHUB_API_URL: webUrl(/^https?:\/\//, 'an https address'),
  /** The GitHub that GITHUB_TOKEN is for; a runner sets it. */
  GITHUB_SERVER_URL: webUrl(/^https?:\/\//, 'an https address'),
  /** `always`: GitHub's own pace also on Enterprise Server, whose administrator may have set rate limits. */
  GITHUB_PACING: oneOf(['auto', 'always'], 'auto'),
  ALLOWED_HOSTS: listOf,
  ALLOW_LOOPBACK: flag,
  BLOCK_PRIVATE_ADDRESSES: flag,
  GITHUB_TOKEN: optional,
  JIRA_TOKEN: optional,
  JIRA_EMAIL: optional,
  USE_SERVER_CREDENTIALS: flag,
  CONCURRENCY: whole(1, 32, 4),
  WHEN_UNFIXABLE: oneOf(['issue', 'skip'], 'issue'),
  COMMENT_ON_ISSUE: z
    .string()
    .optional()
    .transform((text) => !/^(false|0|no|off)$/i.test(text ?? '')),
  LINK_PULL_REQUEST: flag,
  UPDATE_LOCKFILES: flag,
  FAIL_ON: oneOf(['any', 'all', 'never'], 'any'),
  COMMIT_AUTHOR: identity,
  COMMIT_COMMITTER: identity,
  SHARD: optional.refine(
    (text) => text === undefined || /^[1-9]\d{0,2}\/[1-9]\d{0,2}$/.test(text),
    'a shard like 3/20',
  ),
  SHARD_SIZE: whole(1, 10_000, 100),
  TMPDIR: optional.transform((text) => text ?? '/tmp'),
})

export type Settings = z.infer<typeof schema>

/** What git and HTTP need to know of this machine's network, taken over from the environment as it is. */
const networkVariables = [
  'PATH',
  'LANG',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'all_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'NODE_EXTRA_CA_CERTS',
  'SystemRoot',
  'npm_config_registry',
]

export interface Config extends Settings {
  /** The variables a child process may see. */
  readonly childEnvironment: Readonly<Record<string, string>>
  /** Set when NODE_USE_ENV_PROXY is on: the proxy variables. */
  readonly proxyEnvironment: Readonly<Record<string, string>> | undefined
}

/** Reads settings by the names of SPEC 15 (`JWT_SECRET_KEY`, …). Throws one `configuration-invalid` for all that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const outcome = schema.safeParse(env, { reportInput: false })
  if (!outcome.success) {
    const lines = outcome.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}.`)
    throw fail('configuration-invalid', lines.join(' '), 'Correct the input or environment variable of that name.', {
      settings: outcome.error.issues.map((issue) => issue.path.join('.')).join(', '),
    })
  }
  const pick = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name] as string]])))
  const useProxy = /^(1|true)$/.test(env.NODE_USE_ENV_PROXY ?? '')
  return {
    ...outcome.data,
    childEnvironment: pick(networkVariables),
    proxyEnvironment: useProxy ? pick(networkVariables.filter((name) => /proxy/i.test(name))) : undefined,
  }
}

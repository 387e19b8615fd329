/** `seal`: a request and a fresh token for it, signed and encrypted in one string that a dispatch may carry openly. */
import { readConfig } from '../../core/config.ts'
import { fail } from '../../core/errors.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import { requestDigest } from '../../request/accept.ts'
import { readVerificationKey } from '../../request/jwt-key.ts'
import { readJson } from '../../request/read-json.ts'
import { readSealPublicKey, seal as sealContent } from '../../request/sealed.ts'
import { type Invocation, readOptions, readSource, required } from './options.ts'
import { readSeconds, sign } from './token.ts'

const options = {
  request: { type: 'string' },
  'public-key': { type: 'string' },
  jwt: { type: 'string' },
  'expires-in': { type: 'string' },
} as const

export async function seal({ services, args, env }: Invocation): Promise<number> {
  const { values } = readOptions(args, options)
  const config = readConfig(env)
  learnOwnSecrets(config, services.redactor)
  const request = readJson(await readSource(required(values.request, '--request'), '--request'))
  if (typeof request !== 'object' || request === null)
    throw fail('usage', 'The request is no JSON object.', 'The README shows a request.')
  const isShared = config.JWT_ALGORITHM.startsWith('HS')
  if (!isShared && (values['public-key'] === undefined || values.jwt === undefined)) {
    throw fail(
      'usage',
      `This machine has no secret that is shared with the service: ${config.JWT_ALGORITHM} is configured.`,
      'Give --public-key with the key to seal to, and --jwt with the file of a token that was signed where the private key is.',
    )
  }
  const digest = requestDigest({ value: request })
  const jwt =
    values.jwt === undefined
      ? await sign(config, services.clock.now(), readSeconds(values['expires-in']), { digest })
      : (await readSource(values.jwt, '--jwt')).trim()
  const way =
    values['public-key'] === undefined
      ? { secret: sharedSecret(config) }
      : { publicKey: readSealPublicKey(await readSource(values['public-key'], '--public-key')) }
  process.stdout.write(`${await sealContent({ jwt, request }, way)}\n`)
  return 0
}

/** The configured secret, refused when it is weak or no secret. */
function sharedSecret(config: ReturnType<typeof readConfig>): string {
  readVerificationKey(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET)
  return config.JWT_SECRET_KEY as string
}

/** The key that tokens are verified with: read, and refused when it is weak or of the wrong kind. */
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { JwtAlgorithm } from '../core/config.ts'
import { fail } from '../core/errors.ts'

/** Bytes of a secret, as many as the hash has (RFC 7518, 3.2). */
const leastBytes: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 }

const wrong = (why: string, hint: string) => fail('configuration-invalid', `JWT_SECRET_KEY ${why}.`, hint)

/** Throws `configuration-invalid`; its text never holds the key. */
export function readVerificationKey(
  text: string | undefined,
  algorithm: JwtAlgorithm,
  allowWeak: boolean,
): { readonly key: KeyObject; readonly isWeak: boolean } {
  if (text === undefined || text.trim() === '') {
    throw wrong(
      'is not set',
      'Set it to the secret the tokens are signed with (the jwt-secret-key input in a workflow).',
    )
  }
  return algorithm.startsWith('HS')
    ? readSecret(text, algorithm, allowWeak)
    : { key: readPublicKey(text, algorithm), isWeak: false }
}

function readSecret(text: string, algorithm: JwtAlgorithm, allowWeak: boolean) {
  const bytes = Buffer.from(text)
  if (looksLikeKey(text)) {
    throw wrong(
      `is a public or private key, and ${algorithm} wants a shared secret`,
      'Set JWT_ALGORITHM to the algorithm of that key (RS256, ES256, …), or use a random secret: openssl rand -hex 32.',
    )
  }
  const least = leastBytes[algorithm] ?? 64
  const isWeak = bytes.length < least
  if (isWeak && !allowWeak) {
    throw wrong(
      `has ${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'}, and ${algorithm} needs at least ${least}`,
      `Make a new one (openssl rand -hex ${least}) or, until then, set JWT_ALLOW_WEAK_SECRET=true.`,
    )
  }
  return { key: createSecretKey(bytes), isWeak }
}

/** A PEM, a JWK, or DER in any coding, with white space around it or not: a public key used as a secret is no secret. */
function looksLikeKey(text: string): boolean {
  const trimmed = text.trim()
  if (/-----BEGIN [A-Z0-9 ]+-----/.test(trimmed) || /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-|sk-)/.test(trimmed))
    return true
  if (/^\{[\s\S]*"kty"[\s\S]*\}$/.test(trimmed)) return true
  const bare = trimmed.replace(/\s+/g, '')
  const codings = [/^[0-9a-f]+$/i.test(bare) ? 'hex' : undefined, /^[\w+/=-]+$/.test(bare) ? 'base64' : undefined]
  const read = codings.flatMap((coding) => (coding ? [Buffer.from(bare, coding as BufferEncoding)] : []))
  return [...read, Buffer.from(text, 'latin1')].some((der) => der.length > 32 && der[0] === 0x30 && isKeyDer(der))
}

function isKeyDer(der: Buffer): boolean {
  const readings: (() => unknown)[] = [
    ...(['spki', 'pkcs1'] as const).map((type) => () => createPublicKey({ key: der, format: 'der', type })),
    ...(['pkcs8', 'pkcs1', 'sec1'] as const).map((type) => () => createPrivateKey({ key: der, format: 'der', type })),
    () => new X509Certificate(der),
  ]
  return readings.some((read) => {
    try {
      read()
      return true
    } catch {
      return false
    }
  })
}

/** Which kinds of key an algorithm is verified with. */
const keyTypes: Readonly<Record<string, readonly string[]>> = {
  RS: ['rsa'],
  PS: ['rsa', 'rsa-pss'],
  ES: ['ec'],
  Ed: ['ed25519'],
}

function readPublicKey(text: string, algorithm: JwtAlgorithm): KeyObject {
  const key = parsePublicKey(text.trim())
  const right = keyTypes[algorithm.slice(0, 2)] ?? []
  if (!right.includes(key.asymmetricKeyType ?? '')) {
    throw wrong(
      `is a key of another kind (${key.asymmetricKeyType}) than ${algorithm} uses`,
      'Set JWT_ALGORITHM to the algorithm of that key.',
    )
  }
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (bits !== undefined && bits < 2048) throw wrong(`is an RSA key of ${bits} bits`, 'Use one of at least 2048 bits.')
  return key
}

function parsePublicKey(text: string): KeyObject {
  if (/PRIVATE KEY/.test(text) || /"d"\s*:/.test(text)) {
    throw wrong('is a private key', 'Give the public key only: verifying needs no more.')
  }
  try {
    return text.startsWith('{') ? createPublicKey({ key: JSON.parse(text), format: 'jwk' }) : createPublicKey(text)
  } catch {
    throw wrong('is no public key in PEM or JWK form', 'Give the public key as it is, with its BEGIN and END lines.')
  }
}

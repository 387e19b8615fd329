/**
 * Sealed requests: the request and its token encrypted as one compact JWE, so that no credential can be read where a
 * dispatch is stored or shown. Two ways: `dir` with a key derived from the JWT secret, or `ECDH-ES` to a public key;
 * always `A256GCM`.
 */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { asFailure, fail } from '../core/errors.ts'
import { isCanonical, readObject } from './jwt-text.ts'
import { readJson, requestLimit } from './read-json.ts'

/** What is sealed. `request` is the request as JSON value; `jwt` the caller's token, bound to it or not. */
export interface SealedContent {
  readonly jwt?: string
  readonly request: unknown
}

/** The keys of the side that opens; either may be missing. */
export interface OpeningKeys {
  /** The secret that HS* tokens are verified with. */
  readonly secret?: string | undefined
  /** An EC (P-256, P-384, P-521) or X25519 private key. */
  readonly privateKey?: KeyObject | undefined
}

/** Changing it makes every sealed request of before unreadable. */
const label = 'create-issues-and-prs sealed request v1'
const encryption = 'A256GCM'

/** Characters of the longest sealed request: base64url of the largest content, and its header. */
const longest = Math.ceil((requestLimit * 4) / 3) + 8192

/** Is this the text of a compact JWE rather than of JSON? */
export function isSealed(text: string): boolean {
  return /^\s*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}\s*$/.test(text)
}

/**
 * Opens a sealed request, or says why not. The reason is for the log only: until the token inside is verified, a caller
 * is to learn nothing but that it was refused.
 */
export async function openSealed(text: string, keys: OpeningKeys): Promise<SealedContent | string> {
  const sealed = text.trim()
  if (sealed.length > longest) return 'it is longer than any request'
  const parts = sealed.split('.')
  if (!parts.every((part) => part === '' || isCanonical(part))) return 'a part is not canonical base64url'
  const header = readObject(parts[0] as string)
  if (typeof header === 'string') return `its header ${header}`
  const key = headerFault(header) ?? keyFor(header, keys)
  if (typeof key === 'string') return key
  const plaintext = await decrypted(sealed, header.alg as string, key)
  if (plaintext === undefined) return 'it cannot be decrypted with this key'
  try {
    return contentOf(readJson(plaintext))
  } catch (error) {
    return `what it holds cannot be read: ${asFailure(error).message}`
  }
}

/** Only what one of the two ways needs: no compression, no extensions, no party information. */
function headerFault(header: Readonly<Record<string, unknown>>): string | undefined {
  const known = header.alg === 'ECDH-ES' ? ['alg', 'enc', 'typ', 'kid', 'epk'] : ['alg', 'enc', 'typ', 'kid']
  if (!Object.keys(header).every((name) => known.includes(name))) return 'its header has a member that is not known'
  return header.enc === encryption ? undefined : `its enc is not ${encryption}`
}

function keyFor({ alg }: Readonly<Record<string, unknown>>, keys: OpeningKeys): Uint8Array | KeyObject | string {
  if (alg === 'dir')
    return keys.secret === undefined ? 'there is no shared secret to open it with' : derive(keys.secret)
  if (alg === 'ECDH-ES') return keys.privateKey ?? 'there is no SEAL_PRIVATE_KEY to open it with'
  return 'its alg is neither dir nor ECDH-ES'
}

async function decrypted(sealed: string, alg: string, key: Uint8Array | KeyObject): Promise<Uint8Array | undefined> {
  try {
    const options = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: [encryption] }
    return (await compactDecrypt(sealed, key, options)).plaintext
  } catch {
    return undefined
  }
}

function contentOf(value: unknown): SealedContent | string {
  if (typeof value !== 'object' || value === null || !('request' in value)) return 'it holds no request'
  const { request } = value
  const jwt = 'jwt' in value ? value.jwt : undefined
  if (typeof request !== 'object' || request === null) return 'its request is no object'
  if (jwt !== undefined && typeof jwt !== 'string') return 'its jwt is no text'
  return { request, ...(jwt === undefined ? {} : { jwt }) }
}

/** Seals with a shared secret or to a public key. */
export async function seal(
  content: SealedContent,
  key: { secret: string } | { publicKey: KeyObject },
): Promise<string> {
  const jwe = new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
  return 'secret' in key
    ? jwe.setProtectedHeader({ alg: 'dir', enc: encryption }).encrypt(derive(key.secret))
    : jwe.setProtectedHeader({ alg: 'ECDH-ES', enc: encryption }).encrypt(key.publicKey)
}

/** A key of its own for sealing: whoever sees how one is used learns nothing of the other. */
function derive(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(secret), Buffer.alloc(0), label, 32))
}

const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** Reads the public key that requests are sealed to (PEM or JWK). Throws `usage`. */
export function readSealPublicKey(text: string): KeyObject {
  const key = parsed(text, (source) => createPublicKey(source))
  if (key) return key
  throw fail(
    'usage',
    'The public key is no EC (P-256, P-384, P-521) or X25519 key in PEM or JWK form.',
    'Make a pair with: openssl genpkey -algorithm X25519 -out seal.pem && openssl pkey -in seal.pem -pubout.',
  )
}

/** Reads SEAL_PRIVATE_KEY (PEM or JWK); undefined where it is not set. Throws `configuration-invalid`. */
export function readSealPrivateKey(text: string | undefined): KeyObject | undefined {
  if (text === undefined) return undefined
  const key = parsed(text, (source) => createPrivateKey(source))
  if (key) return key
  throw fail(
    'configuration-invalid',
    'SEAL_PRIVATE_KEY is no EC (P-256, P-384, P-521) or X25519 private key in PEM or JWK form.',
    'Make one with: openssl genpkey -algorithm X25519.',
  )
}

type KeySource = Parameters<typeof createPublicKey>[0] & Parameters<typeof createPrivateKey>[0]

function parsed(text: string, read: (source: KeySource) => KeyObject): KeyObject | undefined {
  try {
    const trimmed = text.trim()
    const source = trimmed.startsWith('{') ? { key: JSON.parse(trimmed), format: 'jwk' } : trimmed
    const key = read(source as KeySource)
    const fits =
      key.asymmetricKeyType === 'x25519' ||
      (key.asymmetricKeyType === 'ec' && curves.has(key.asymmetricKeyDetails?.namedCurve ?? ''))
    return fits ? key : undefined
  } catch {
    return undefined
  }
}

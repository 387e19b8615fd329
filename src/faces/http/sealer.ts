/** Requests that wait hold credentials: on the disk they stand encrypted, and the key is never beside them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from '../../core/config.ts'

export interface Sealer {
  /**
   * Encrypts with AES-256-GCM; `id` is bound to it, so that one batch's request cannot stand in for another's.
   * `sealedWith`: the id of the key.
   */
  seal(id: string, text: string): { readonly sealed: Uint8Array; readonly sealedWith: string }
  /** Undefined when it was sealed with a key that is not known, for another batch, or was changed. */
  open(id: string, sealed: Uint8Array): string | undefined
  /** The ids of the keys that it opens with, the one that it seals with first. They tell nothing of the keys. */
  readonly keys: readonly string[]
  /** False: the key lives only as long as this process, so what waits cannot go on after a restart. */
  readonly survives: boolean
}

/** Changing one makes every queued request of before unreadable. */
const label = 'create-issues-and-prs queued request v1'
const idLabel = 'create-issues-and-prs queued request v1, id of the key'
const nonceSize = 12
const tagSize = 16

interface Key {
  readonly id: string
  readonly bytes: Buffer
}

type Keys = Pick<Config, 'STATE_KEY' | 'STATE_KEY_OLD' | 'JWT_SECRET_KEY' | 'JWT_ALGORITHM'>

/**
 * The key comes from STATE_KEY, else from JWT_SECRET_KEY where that is a secret. A public key is none: then a random key
 * is used. STATE_KEY_OLD, and the secret beside a STATE_KEY that is new, still open what was sealed with them.
 */
export function createSealer(config: Keys): Sealer {
  const shared = config.JWT_ALGORITHM.startsWith('HS') ? config.JWT_SECRET_KEY : undefined
  const lasting = config.STATE_KEY ?? shared
  const own = keyOf(lasting ?? randomBytes(32))
  const others = [config.STATE_KEY_OLD, shared].filter((source) => source !== undefined && source !== lasting)
  const keys = [own, ...others.map((source) => keyOf(source as string))]
  return {
    survives: lasting !== undefined,
    keys: keys.map(({ id }) => id),
    seal(id, text) {
      const nonce = randomBytes(nonceSize)
      const cipher = createCipheriv('aes-256-gcm', own.bytes, nonce).setAAD(Buffer.from(id))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), content]), sealedWith: own.id }
    },
    open(id, sealed) {
      for (const { bytes } of keys) {
        const text = opened(bytes, id, Buffer.from(sealed))
        if (text !== undefined) return text
      }
      return undefined
    },
  }
}

function keyOf(source: string | Buffer): Key {
  const id = Buffer.from(hkdfSync('sha256', source, '', idLabel, 8)).toString('hex')
  return { id, bytes: Buffer.from(hkdfSync('sha256', source, '', label, 32)) }
}

function opened(key: Buffer, id: string, bytes: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceSize), { authTagLength: tagSize })
    decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize))
    const content = [decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()]
    return Buffer.concat(content).toString('utf8')
  } catch {
    return undefined
  }
}

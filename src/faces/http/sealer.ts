/** Requests that wait hold credentials: on the disk they stand encrypted, and the key is never beside them. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from '../../core/config.ts'

export interface Sealer {
  /** Encrypts with AES-256-GCM; `id` is bound to it, so that one batch's request cannot stand in for another's. */
  seal(id: string, text: string): Uint8Array
  /** Undefined when it was sealed with another key, for another batch, or was changed. */
  open(id: string, sealed: Uint8Array): string | undefined
  /** False: the key lives only as long as this process, so what waits cannot go on after a restart. */
  readonly survives: boolean
}

const label = 'create-issues-and-prs queued request v1'
const nonceSize = 12
const tagSize = 16

/**
 * The key comes from STATE_KEY, else from JWT_SECRET_KEY where that is a secret. A public key is none: then a random key
 * is used.
 */
export function createSealer(config: Pick<Config, 'STATE_KEY' | 'JWT_SECRET_KEY' | 'JWT_ALGORITHM'>): Sealer {
  const shared = config.JWT_ALGORITHM.startsWith('HS') ? config.JWT_SECRET_KEY : undefined
  const source = config.STATE_KEY ?? shared
  const key = Buffer.from(hkdfSync('sha256', source ?? randomBytes(32), '', label, 32))
  return {
    survives: source !== undefined,
    seal(id, text) {
      const nonce = randomBytes(nonceSize)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), content])
    },
    open(id, sealed) {
      try {
        const bytes = Buffer.from(sealed)
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceSize), { authTagLength: tagSize })
        decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize))
        const content = [decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()]
        return Buffer.concat(content).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

/** The one connection to Redis that a process shares, and what stands on it. */
import { randomUUID } from 'node:crypto'
import { sha256 } from '../core/digest.ts'
import type { Clock, Log } from '../core/ports.ts'
import type { TokenUses } from '../core/token-uses.ts'
import { RedisLink } from './redis/link.ts'

const open = new Map<string, { readonly link: RedisLink; users: number }>()

export interface SharedLink {
  readonly link: RedisLink
  /** Closed with its last user, so that the process can end. */
  release(): Promise<void>
}

/** The link to `url`: made for the first who asks, shared by the others. */
export function shareLink(url: string, clock: Clock, log: Log): SharedLink {
  const entry = open.get(url) ?? { link: new RedisLink({ url, clock, log }), users: 0 }
  open.set(url, entry)
  entry.users++
  let isReleased = false
  return {
    link: entry.link,
    async release() {
      if (isReleased) return
      isReleased = true
      if (--entry.users > 0) return
      open.delete(url)
      await entry.link.close()
    },
  }
}

/** Milliseconds for which a Redis that is away is waited for before a token is refused. */
const patience = 10_000

/** The replay guard's memory for all hosts: a token that one has accepted is refused by the others. */
export function openRedisTokenUses({ link, release }: SharedLink): TokenUses {
  return {
    async claim(id, until) {
      const [isFirst] = await link.run('claimToken', [`token:${sha256(id)}`], [randomUUID(), until], () => patience)
      return isFirst === 1
    },
    close: release,
  }
}

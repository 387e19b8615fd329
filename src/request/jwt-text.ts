/**
 * The token's text, looked at before any library sees it: libraries accept more spellings than one token should have
 * (padding, other last characters, duplicate members, infinite times).
 */
import { visit } from 'jsonc-parser'
import { isDeeplyNested } from './read-json.ts'

/** Characters of a whole token. */
export const longestToken = 8 * 1024

export interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** The parts of a compact JWS, or the reason why this is none that is accepted. The reason is for the log only. */
export function readToken(token: string): TokenParts | string {
  const header = readHeader(token)
  if (typeof header === 'string') return header
  const claims = readObject(token.split('.')[1] as string)
  return typeof claims === 'string' ? `its payload ${claims}` : { header, claims }
}

/** The header of a compact JWS with any payload, or the reason why this is none that is accepted. */
export function readHeader(token: string): Record<string, unknown> | string {
  if (token.length > longestToken) return `it is longer than ${longestToken} characters`
  const parts = token.split('.')
  if (parts.length !== 3 || parts.some((part) => part === '')) return 'it has not three parts'
  if (!parts.every(isCanonical)) return 'a part is not canonical base64url'
  const header = readObject(parts[0] as string)
  return typeof header === 'string' ? `its header ${header}` : header
}

/** Base64url as an encoder writes it: no padding, no other character, no bits left over. */
export function isCanonical(part: string): boolean {
  // No quantifier: over megabytes it would fill the stack of the matcher.
  return part !== '' && !/[^A-Za-z0-9_-]/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part
}

/** A JSON object in base64url, no member named twice; or what is wrong with it. */
export function readObject(part: string): Record<string, unknown> | string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part, 'base64url'))
  } catch {
    return 'is not UTF-8'
  }
  if (isDeeplyNested(text)) return 'is nested too deep'
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no object'
    return hasEqualNames(text) ? 'names a member twice' : (value as Record<string, unknown>)
  } catch {
    return 'is not JSON'
  }
}

/** Does any object of this JSON text name a member twice, however it is escaped? The parser would take the last. */
function hasEqualNames(text: string): boolean {
  const open: Set<string>[] = []
  let twice = false
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name) {
      const names = open.at(-1)
      if (names?.has(name)) twice = true
      names?.add(name)
    },
  })
  return twice
}

/** The header members that are read; every other one would ask for something that is not done here. */
const members = new Set(['alg', 'typ', 'kid'])

/** Why this header is not accepted with exactly this algorithm; undefined when it is. */
export function headerProblem(header: Readonly<Record<string, unknown>>, algorithm: string): string | undefined {
  const odd = Object.keys(header).find((name) => !members.has(name))
  if (odd !== undefined) return 'its header has a member other than alg, typ and kid'
  if (header.alg !== algorithm) return `its alg is not ${algorithm}`
  if (header.typ !== undefined && !(typeof header.typ === 'string' && /^([a-z]+\+)?jwt$/i.test(header.typ)))
    return 'its typ is not JWT'
  if (header.kid !== undefined && !(typeof header.kid === 'string' && /^[A-Za-z0-9._:@=-]{1,128}$/.test(header.kid)))
    return 'its kid is no plain name'
  return undefined
}

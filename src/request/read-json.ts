/** JSON from outside: bounded in size and depth before it is parsed, and never echoed when it cannot be. */
import { type Failure, fail } from '../core/errors.ts'

/** Bytes of a request, whichever way it comes in. */
export const requestLimit = 5 * 1024 * 1024
const deepest = 64

/** Parses a request's bytes or text. Throws `request-too-large` or `request-invalid`. */
export function readJson(source: Uint8Array | string, limit = requestLimit): unknown {
  const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength
  if (size > limit) throw tooLarge(size, limit)
  const text = typeof source === 'string' ? source : decoded(source)
  if (isDeeplyNested(text)) throw tooDeep()
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(
      `it is not JSON${place(text, error)}`,
      'Check it with `jq .` or an editor; the README shows a request.',
    )
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw invalid('it is not UTF-8', 'Save it as UTF-8.')
  }
}

/** The parser's own words can quote the text, and with it a credential: only the position is taken from them. */
function place(text: string, error: unknown): string {
  const position = Error.isError(error) ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return ''
  const before = text.slice(0, Number(position)).split('\n')
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`
}

/** Is this JSON text nested deeper than any request? Counts brackets outside strings, up to the first too many. */
export function isDeeplyNested(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 0x5c) index++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      depth++
      if (depth > deepest) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}

/**
 * The same of a value that was parsed elsewhere (an event file). Without recursion, since what this guards would run out
 * of stack.
 */
export function isDeepValue(value: unknown): boolean {
  let level = [value].filter(isContainer)
  for (let depth = 1; level.length > 0 && depth <= deepest; depth++)
    level = level.flatMap((container) => Object.values(container)).filter(isContainer)
  return level.length > 0
}

/** Throws `request-invalid` for a value whose text `readJson` would refuse as nested too deep. */
export function requireShallow(value: unknown): void {
  if (isDeepValue(value)) throw tooDeep()
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

function tooDeep(): Failure {
  return invalid(`it is nested more than ${deepest} levels deep`, 'Send a flat request as in the README.')
}

function tooLarge(size: number, limit: number): Failure {
  return fail(
    'request-too-large',
    `The request has ${size} bytes; at most ${limit} are taken.`,
    limit === requestLimit
      ? 'Cut the batch into several, or give it as a file to mode: plan and its shards, which take more.'
      : 'Cut the batch into several.',
    { size },
  )
}

function invalid(why: string, hint: string): Failure {
  return fail('request-invalid', `The request cannot be read: ${why}.`, hint)
}

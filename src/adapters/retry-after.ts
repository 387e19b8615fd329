/** How long a server asks to be left alone, from the many forms in which servers say so. */

interface HeaderSource {
  get(name: string): string | null
}

/**
 * Milliseconds to wait from `now` (epoch milliseconds), or undefined when the headers say nothing usable. Understands
 * `Retry-After` in seconds and as an HTTP date, Jira Cloud's `X-RateLimit-Reset` (ISO 8601) and GitHub's (epoch seconds).
 * Jira Data Center sends `retry-after: 0` with every answer: that is no request to wait.
 */
export function waitAskedFor(headers: HeaderSource, now: number): number | undefined {
  const after = headers.get('retry-after')?.trim()
  if (after && /^\d+(\.\d+)?$/.test(after)) return Number(after) > 0 ? Math.ceil(Number(after) * 1000) : undefined
  if (after) return until(Date.parse(after), now)
  const reset = headers.get('x-ratelimit-reset')?.trim()
  if (!reset) return undefined
  return until(/^\d+$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset), now)
}

function until(time: number, now: number): number | undefined {
  return Number.isFinite(time) && time > now ? time - now : undefined
}

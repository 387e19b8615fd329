/** Faults on demand: which requests go wrong, how, and how many times. */
import type { ServerName } from './request-log.ts'

/** How long a caller is told to wait, and in which spelling. */
export interface WaitHint {
  /** Seconds from now. Default 1. */
  readonly seconds?: number
  /**
   * `retry-after` in seconds, the same as an HTTP date, `x-ratelimit-reset` as epoch seconds (GitHub), `X-RateLimit-Reset`
   * as ISO 8601 (Jira Cloud), or nothing at all.
   */
  readonly as?: 'seconds' | 'http-date' | 'epoch' | 'iso' | 'none'
}

/**
 * `silently` is for git: curl repeats a request by itself when a kept connection dies before the first byte of an answer.
 * The world therefore begins an answer before it drops a git connection, so that one fault is one failure; `silently`
 * leaves that out and lets curl repeat.
 */
export type FaultKind =
  /** Answered late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection is closed; nothing happened. */
  | { readonly kind: 'drop-before'; readonly silently?: boolean }
  /** It happened; the connection is closed without an answer. */
  | { readonly kind: 'apply-then-drop'; readonly silently?: boolean }
  /** It happened; no answer ever comes. */
  | { readonly kind: 'apply-then-hang' }
  /** The connection is closed at once; it happens `ms` later. */
  | { readonly kind: 'drop-then-apply'; readonly ms: number; readonly silently?: boolean }
  /** Nothing happened and no answer ever comes. */
  | { readonly kind: 'hang' }
  /** This answer. `applied`: it happened all the same. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
      readonly applied?: boolean
    }
  /** Half an answer, then a TCP reset. `applied` is true unless given. */
  | { readonly kind: 'reset-mid-response'; readonly applied?: boolean }
  /** Status 200 and JSON cut short. `applied` is true unless given. */
  | { readonly kind: 'malformed-200'; readonly applied?: boolean }
  /** The primary limit of GitHub, a 429 of Jira with its reason. Nothing happened. */
  | { readonly kind: 'rate-limited'; readonly wait?: WaitHint; readonly reason?: string; readonly status?: 403 | 429 }
  /** GitHub's secondary limit; without a wait hint there is no Retry-After, as for content creation. */
  | { readonly kind: 'secondary-limit'; readonly wait?: WaitHint; readonly status?: 403 | 429 }
  /** GitHub's 422 of the hour-class creation limit. */
  | { readonly kind: 'submitted-too-quickly' }
  /** A proxy's page. Default status 502. */
  | { readonly kind: 'html-error'; readonly status?: number; readonly applied?: boolean }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 303 | 307 | 308 }

export type Fault = FaultKind & {
  readonly server?: ServerName
  readonly method?: string
  /** A text that the path (with its query) contains, or an expression that it matches. */
  readonly path?: RegExp | string
  /** Default 1; `Infinity`: until cleared. */
  readonly times?: number
  /** So many matching requests pass first. Default 0. */
  readonly after?: number
}

interface Armed {
  readonly fault: Fault
  left: number
  passing: number
  hits: number
  struckAt: number | undefined
}

export interface FaultHandle {
  /** How many requests it has struck. */
  hits(): number
  /** When it struck first: epoch milliseconds by the machine's clock. */
  struckAt(): number | undefined
  clear(): void
}

export class Faults {
  #armed: Armed[] = []

  arm(fault: Fault): FaultHandle {
    const armed: Armed = { fault, left: fault.times ?? 1, passing: fault.after ?? 0, hits: 0, struckAt: undefined }
    this.#armed.push(armed)
    return {
      hits: () => armed.hits,
      struckAt: () => armed.struckAt,
      clear: () => {
        armed.left = 0
      },
    }
  }

  clear(): void {
    this.#armed = []
  }

  /** The fault that strikes this request, if any; counts it. */
  take(server: ServerName, method: string, path: string): Fault | undefined {
    for (const armed of this.#armed) {
      if (armed.left <= 0 || !matches(armed.fault, server, method, path)) continue
      if (armed.passing > 0) {
        armed.passing--
        continue
      }
      armed.left--
      armed.hits++
      armed.struckAt ??= Date.now()
      return armed.fault
    }
    return undefined
  }
}

function matches(fault: Fault, server: ServerName, method: string, path: string): boolean {
  if (fault.server !== undefined && fault.server !== server) return false
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
  if (fault.path === undefined) return true
  return typeof fault.path === 'string' ? path.includes(fault.path) : new RegExp(fault.path).test(path)
}

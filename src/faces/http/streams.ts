/** Server-sent events: how many streams there may be, their signs of life, and their end. */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { problem, problemResponse } from './problem.ts'

/** Milliseconds between signs of life on a quiet stream: proxies cut those that are silent. */
const heartbeat = 15_000
/** Streams that are open at the same time. */
const mostStreams = 200

let openStreams = 0

/** Opens a stream for as long as `follow` goes on. `ended` is aborted when the reader leaves or the server drains. */
export function openStream(
  c: Context,
  drain: AbortSignal,
  follow: (stream: SSEStreamingApi, ended: AbortSignal) => Promise<void>,
): Response {
  if (c.req.method === 'HEAD') return new Response(null, { headers: { 'content-type': 'text/event-stream' } })
  if (openStreams >= mostStreams) {
    const hint = 'Close streams that nobody looks at, or poll instead.'
    const told = problem(429, 'too-many-streams', 'Too many streams are open.', hint)
    return problemResponse(told, { 'retry-after': '10' })
  }
  openStreams++
  // Proxies that collect answers would hold the events back.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const left = new AbortController()
    stream.onAbort(() => left.abort())
    const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat)
    try {
      await follow(stream, AbortSignal.any([left.signal, drain]))
    } finally {
      clearInterval(beat)
      openStreams--
    }
  })
}

/** Values in the order in which they came, for one reader. Where they have keys, only the newest of each is kept. */
export class Inbox<T> {
  readonly #waiting = new Map<unknown, T>()
  #closed = false
  #wake: () => void = () => {}

  put(value: T, key: unknown = Symbol()): void {
    this.#waiting.delete(key)
    this.#waiting.set(key, value)
    this.#wake()
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  /** Undefined once it is closed and empty. */
  async take(): Promise<T | undefined> {
    while (this.#waiting.size === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    for (const [key, value] of this.#waiting) {
      this.#waiting.delete(key)
      return value
    }
    return undefined
  }
}

/**
 * The pace of one token at GitHub: two writes are never nearer than a second, and two that notify people never nearer than
 * three, whatever comes between them. Octokit's plugin keeps two queues one after the other instead, so that a label and
 * a pull request could go out in the same moment; and a cancel would have to wait for whoever stands in them.
 */
import type { Clock } from '../../core/ports.ts'

/** Milliseconds between two writes, by GitHub's rules. */
const betweenWrites = 1_000
/** Milliseconds between two writes that notify people. */
const betweenNotifying = 3_000

/** What GitHub counts as notifying people: pull requests, comments, reviewers. */
export const notifying = /\/(pulls|issues|comments|reviews|requested_reviewers|merge)$/

interface Waiting {
  readonly notifies: boolean
}

/** Turns for the writes of one token. */
export class Pace {
  readonly #clock: Clock
  /** In the order they came. */
  readonly #waiting = new Set<Waiting>()
  #nextWrite = 0
  #nextNotifying = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves when a write may go out, which is then taken as sent. Throws `interrupted` when the signal aborts first. */
  async turn(notifies: boolean, signal: AbortSignal): Promise<void> {
    const own: Waiting = { notifies }
    this.#waiting.add(own)
    try {
      for (let wait = this.#wait(own); wait > 0; wait = this.#wait(own)) await this.#clock.sleep(wait, signal)
      const now = this.#clock.now()
      this.#nextWrite = now + betweenWrites
      if (notifies) this.#nextNotifying = now + betweenNotifying
    } finally {
      this.#waiting.delete(own)
    }
  }

  /** True when it has nothing to remember: whoever comes next may write at once. */
  isIdle(): boolean {
    return this.#waiting.size === 0 && this.#clock.now() >= Math.max(this.#nextWrite, this.#nextNotifying)
  }

  /** Milliseconds until this one can be next; 0: now. It may find another in its place then, and waits again. */
  #wait(own: Waiting): number {
    const now = this.#clock.now()
    const free = Math.max(now, this.#nextWrite, own.notifies ? this.#nextNotifying : 0)
    if (this.#first(own.notifies) !== own) return free + (own.notifies ? betweenNotifying : betweenWrites) - now
    return (own.notifies ? free : this.#beside(free)) - now
  }

  /** Those that notify are what takes the time: the others go between them, and never so late that one is held up. */
  #beside(free: number): number {
    const holdsUp = this.#first(true) !== undefined && free + betweenWrites > this.#nextNotifying
    return holdsUp ? Math.max(free, this.#nextNotifying) + betweenWrites : free
  }

  #first(notifies: boolean): Waiting | undefined {
    for (const one of this.#waiting) if (one.notifies === notifies) return one
    return undefined
  }
}

const paces = new Map<string, Pace>()

/** The one pace of a token in this process, by a name that is not the token itself. */
export function paceOf(name: string, clock: Clock): Pace {
  for (const [other, pace] of paces) if (pace.isIdle()) paces.delete(other)
  const pace = paces.get(name) ?? new Pace(clock)
  paces.set(name, pace)
  return pace
}

/**
 * Time that stands still while anything can be done without it, and then jumps to the next timer: hours pass in seconds,
 * and the load of the machine makes no difference. What waits for a real file, process or connection must not run in it.
 */

interface Timer {
  readonly at: number
  readonly number: number
  readonly call: () => void
}

/** Puts itself in the place of the timers and the clock of this test file until `end`. */
export class SimulatedTime {
  #now = 0
  #number = 0
  readonly #timers = new Map<number, Timer>()
  readonly #real = { setTimeout, clearTimeout, now: Date.now }

  constructor() {
    const set = (call: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      const number = ++this.#number
      const at = this.#now + Math.max(0, ms)
      this.#timers.set(number, { at, number, call: () => call(...args) })
      return { number, unref: () => {}, ref: () => {}, [Symbol.toPrimitive]: () => number }
    }
    const clear = (timer?: { number: number }) => void this.#timers.delete(timer?.number ?? 0)
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear })
    Date.now = () => this.#now
  }

  end(): void {
    Object.assign(globalThis, { setTimeout: this.#real.setTimeout, clearTimeout: this.#real.clearTimeout })
    Date.now = this.#real.now
  }

  /** Milliseconds since the beginning. */
  get now(): number {
    return this.#now
  }

  /** Lets time pass until `work` has ended. Throws where it waits for what no timer brings. */
  async until<T>(work: Promise<T>): Promise<T> {
    let ended = false
    const end = () => {
      ended = true
    }
    work.then(end, end)
    for (;;) {
      // Everything that needs no time is done before this comes back.
      await new Promise((resolve) => setImmediate(resolve))
      if (ended) return work
      const next = this.#earliest()
      if (!next) throw new Error('the work waits, and no timer is set')
      this.#timers.delete(next.number)
      this.#now = Math.max(this.#now, next.at)
      next.call()
    }
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers.values()) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.number < first.number)) first = timer
    }
    return first
  }
}

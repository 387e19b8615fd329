/** How long this process did not come to its work, because the machine had other things to do. */
export class Standstills {
  static readonly #interval = 100
  #longest = 0
  #seen = performance.now()
  readonly #timer = setInterval(() => this.#look(), Standstills.#interval)

  #look(): void {
    const now = performance.now()
    this.#longest = Math.max(this.#longest, now - this.#seen - Standstills.#interval)
    this.#seen = now
  }

  /** In milliseconds of the machine's time. */
  longest(): number {
    this.#look()
    return Math.max(0, this.#longest)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

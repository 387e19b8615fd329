interface Waiting {
  readonly rank: number
  begin(): void
}

/** A limit on how many tasks run at the same time; the rest wait by rank, the lowest first, and in the order they came. */
export class Slots {
  #free: number
  readonly #queue: Waiting[] = []

  constructor(count: number) {
    this.#free = count
  }

  async run<T>(task: () => Promise<T>, rank = 0): Promise<T> {
    await this.#take(rank)
    try {
      return await task()
    } finally {
      this.#give()
    }
  }

  #take(rank: number): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free--
      return undefined
    }
    return new Promise((begin) => {
      const before = this.#queue.findLastIndex((waiting) => waiting.rank <= rank)
      this.#queue.splice(before + 1, 0, { rank, begin })
    })
  }

  #give(): void {
    const next = this.#queue.shift()
    if (next) next.begin()
    else this.#free++
  }
}

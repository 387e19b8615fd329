/** The newest batches as they move: read once for all who look on, and kept for those whose line breaks for a moment. */
import { randomUUID } from 'node:crypto'
import type { BatchQueue } from '../../core/queue.ts'
import { listed, summaryOf } from './batch-wire.ts'
import type { WireBatchSummary } from './wire.ts'

/** Milliseconds in which changes are told together. */
const pace = 250
/** Milliseconds between looks for what nobody told. */
const looks = 10_000
/** Milliseconds for which nobody has to look on before it stops. */
const lingering = 30_000
/** Changes that are kept for those who come back. */
const kept = 256

export interface Change {
  /** For `Last-Event-ID`: which feed, and the how many-eth change. */
  readonly id: string
  readonly summary: WireBatchSummary
}

export class BatchFeed {
  readonly #queue: BatchQueue
  readonly #readers = new Set<(change: Change) => void>()
  readonly #dirty = new Set<string>()
  readonly #told = new Map<string, string>()
  #name = ''
  #count = 0
  #changes: Change[] = []
  #stop: (() => void) | undefined
  #leaving: NodeJS.Timeout | undefined

  constructor(queue: BatchQueue) {
    this.#queue = queue
  }

  /** Where it is now: the id of the newest change. */
  get position(): string {
    return `${this.#name}-${this.#count}`
  }

  /** `missed`: what came after `since`, where that is known still. */
  follow(since: string | undefined, reader: (change: Change) => void) {
    clearTimeout(this.#leaving)
    if (!this.#stop) this.#start()
    this.#readers.add(reader)
    const at = this.#changes.findIndex(({ id }) => id === since)
    const missed = since === this.position ? [] : at < 0 ? undefined : this.#changes.slice(at + 1)
    const leave = () => {
      this.#readers.delete(reader)
      if (this.#readers.size > 0) return
      this.#leaving = setTimeout(() => this.#stop?.(), lingering).unref()
    }
    return { missed, leave }
  }

  #start(): void {
    this.#name = randomUUID().slice(0, 8)
    this.#count = 0
    this.#changes = []
    this.#told.clear()
    const unlisten = this.#queue.listenAll((id) => this.#dirty.add(id))
    const telling = setInterval(() => void this.#tell(), pace).unref()
    const looking = setInterval(() => void this.#look(), looks).unref()
    this.#stop = () => {
      unlisten()
      clearInterval(telling)
      clearInterval(looking)
      this.#stop = undefined
    }
  }

  /** Another host's word may have been lost on its way. */
  async #look(): Promise<void> {
    const batches = await this.#queue.recent(listed).catch(() => [])
    for (const { id } of batches) this.#dirty.add(id)
  }

  async #tell(): Promise<void> {
    const ids = [...this.#dirty]
    this.#dirty.clear()
    for (const id of ids) {
      const batch = await this.#queue.find(id).catch(() => undefined)
      const summary = batch && (await summaryOf(this.#queue, batch).catch(() => undefined))
      const text = JSON.stringify(summary)
      if (!summary || this.#told.get(id) === text) continue
      this.#remember(id, text)
      this.#count++
      const change = { id: this.position, summary }
      this.#changes = [...this.#changes, change].slice(-kept)
      for (const reader of this.#readers) reader(change)
    }
  }

  #remember(id: string, text: string): void {
    this.#told.delete(id)
    this.#told.set(id, text)
    const [oldest] = this.#told.keys()
    if (this.#told.size > kept && oldest !== undefined) this.#told.delete(oldest)
  }
}

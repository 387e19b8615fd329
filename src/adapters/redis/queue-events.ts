/**
 * What happens to batches, told on every host. Redis publishes to whoever listens at that moment; a look at each batch that
 * is listened to, every second, makes good what was said while nobody could hear it.
 */
import { EventEmitter } from 'node:events'
import type { Redis } from 'ioredis'
import type { ItemProgress, QueuedBatch, QueueEvent } from '../../core/queue.ts'
import { prefix } from './link.ts'

const channel = `${prefix}:events`
const looks = 1_000

type Message = { readonly id: string; readonly item?: ItemProgress }

export class QueueEvents {
  readonly #publisher: Redis
  readonly #subscriber: Redis
  readonly #find: (id: string) => Promise<QueuedBatch | undefined>
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #listeners = new Set<(id: string) => void>()
  /** What was told last of each batch that is listened to. */
  readonly #told = new Map<string, string>()
  readonly #timer: NodeJS.Timeout

  constructor(redis: Redis, find: (id: string) => Promise<QueuedBatch | undefined>) {
    this.#publisher = redis
    this.#find = find
    this.#subscriber = redis.duplicate()
    this.#subscriber.on('error', () => {})
    this.#subscriber.on('message', (_channel: string, text: string) => this.#hear(JSON.parse(text) as Message))
    this.#subscriber.subscribe(channel).catch(() => {})
    this.#timer = setInterval(() => this.#lookAtAll(), looks)
    this.#timer.unref()
  }

  changed(id: string): void {
    this.#publish({ id })
  }

  moved(id: string, item: ItemProgress): void {
    this.#publish({ id, item })
  }

  #publish(message: Message): void {
    if (this.#publisher.status === 'ready') this.#publisher.publish(channel, JSON.stringify(message)).catch(() => {})
  }

  #hear({ id, item }: Message): void {
    for (const listener of this.#listeners) listener(id)
    if (this.#events.listenerCount(id) === 0) return
    if (item) this.#events.emit(id, { kind: 'item', item } satisfies QueueEvent)
    else void this.#look(id)
  }

  #lookAtAll(): void {
    for (const id of this.#events.eventNames()) void this.#look(String(id))
  }

  async #look(id: string): Promise<void> {
    const batch = await this.#find(id).catch(() => undefined)
    if (!batch || this.#events.listenerCount(id) === 0) return
    const news = `${batch.state} ${batch.notBefore} ${batch.acceptedAt}`
    if (this.#told.get(id) === news) return
    this.#told.set(id, news)
    this.#events.emit(id, { kind: 'batch', batch } satisfies QueueEvent)
  }

  listen(id: string, listener: (event: QueueEvent) => void): () => void {
    this.#events.on(id, listener)
    return () => {
      this.#events.off(id, listener)
      if (this.#events.listenerCount(id) === 0) this.#told.delete(id)
    }
  }

  listenAll(listener: (id: string) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#events.removeAllListeners()
    this.#subscriber.disconnect()
  }
}

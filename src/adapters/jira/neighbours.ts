/**
 * Issues that were made while this run worked. Two runs that share no journal and begin together both look, both find
 * nothing, and both create. But Jira counts keys up and an issue can be read by its key at once, so after creating one the
 * keys since the look are read: of two issues of one item the older counts, and both runs know which that is.
 */
import type { Clock } from '../../core/ports.ts'
import type { JiraClient } from './client.ts'

/** The most keys below the new one that are read. */
const mostRead = 50
/** How often, and with which pause (milliseconds), a key is read that is not there: its issue may be coming into being. */
const gapReads = 4
const gapPause = 500

/** The item key that an issue carries, by reading it; undefined: it is not there; null: it carries none. */
export type ReadItemKey = (client: JiraClient, issueKey: string) => Promise<string | null | undefined>

/** What is known of the newest issues, for the runs of one batch. */
export class Neighbours {
  readonly #read: ReadItemKey
  readonly #clock: Pick<Clock, 'sleep'>
  readonly #signal: AbortSignal
  /** By address without the number: the newest number that the first look knew. */
  readonly #newest = new Map<string, number>()
  /** By address: the item key, or null for an issue (or a gap) without one. */
  readonly #itemKeys = new Map<string, string | null>()

  constructor(read: ReadItemKey, way: { readonly clock: Pick<Clock, 'sleep'>; readonly signal: AbortSignal }) {
    this.#read = read
    this.#clock = way.clock
    this.#signal = way.signal
  }

  /** A look has read everything up to this key. */
  lookedUpTo(client: JiraClient, issueKey: string): void {
    const { series, number } = placeOf(client, issueKey)
    this.#newest.set(series, Math.min(number, this.#newest.get(series) ?? number))
  }

  /** This run made the issue. */
  made(client: JiraClient, issueKey: string, itemKey: string): void {
    this.#itemKeys.set(client.browseUrl(issueKey), itemKey)
  }

  /** The oldest issue of the item that came between the look and `issueKey`. Reads only. */
  async olderThan(client: JiraClient, itemKey: string, issueKey: string): Promise<string | undefined> {
    const { series, number } = placeOf(client, issueKey)
    const newest = this.#newest.get(series)
    if (newest === undefined) return undefined
    const prefix = issueKey.replace(/\d+$/, '')
    const first = Math.max(newest + 1, number - mostRead)
    const between = Array.from({ length: Math.max(0, number - first) }, (_, index) => `${prefix}${first + index}`)
    await this.#readAll(client, between)
    return between.find((key) => this.#itemKeys.get(client.browseUrl(key)) === itemKey)
  }

  async #readAll(client: JiraClient, keys: readonly string[]): Promise<void> {
    const unknown = () => keys.filter((key) => !this.#itemKeys.has(client.browseUrl(key)))
    for (let left = gapReads; left > 0 && unknown().length > 0; left--) {
      if (left < gapReads) await this.#clock.sleep(gapPause, this.#signal)
      for (const key of unknown()) {
        const itemKey = await this.#read(client, key)
        if (itemKey !== undefined) this.#itemKeys.set(client.browseUrl(key), itemKey)
      }
    }
    for (const key of unknown()) this.#itemKeys.set(client.browseUrl(key), null)
  }
}

/** `https://jira.example/browse/SEC-7`: the 7th of the series `https://jira.example/browse/SEC-`. */
function placeOf(client: JiraClient, issueKey: string): { series: string; number: number } {
  const address = client.browseUrl(issueKey)
  return { series: address.replace(/\d+$/, ''), number: Number(/\d+$/.exec(address)?.[0] ?? 0) }
}

/** File contents: fetched in one batch, measured before they are read into memory. */
import type { Log, Oid } from '../../core/ports.ts'
import { gitFailure } from './failures.ts'
import { gather } from './gather.ts'
import { parseBatch, parseSizes } from './objects.ts'
import type { GitStore } from './store.ts'

/** Arguments that every fetch has: nothing comes or is written besides what was asked for. */
export const fetchOnly = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--no-recurse-submodules',
]

interface Question {
  readonly oids: readonly Oid[]
  /** Bytes each. */
  readonly limit: number
}

/** A blob: its size, and its content when that is within the limit. */
export interface Blob {
  readonly size: number
  readonly content: Uint8Array | undefined
}

export class BlobReader {
  readonly #store: GitStore
  readonly #log: Log
  readonly #here = new Set<Oid>()
  #complete = false

  constructor(store: GitStore, log: Log) {
    this.#store = store
    this.#log = log
  }

  /** Whether the blob has been fetched. */
  has(oid: Oid): boolean {
    return this.#complete || this.#here.has(oid)
  }

  /** Takes note of a remote that knows no filters: every blob came with the commit. */
  noteFilter(stderr: string): void {
    if (this.#complete || !/filtering not recognized/.test(stderr)) return
    this.#complete = true
    const repository = this.#store.target.url
    this.#log.write('warn', 'The git host knows no partial fetch, so whole trees are downloaded.', { repository })
  }

  /** Blobs by oid. Asks that come together share one fetch. Throws `git-failed` for a blob that the remote has not. */
  readonly read: (question: Question) => Promise<ReadonlyMap<Oid, Blob>> = gather((questions) =>
    this.#answer(questions),
  )

  async #answer(questions: readonly Question[]): Promise<PromiseSettledResult<ReadonlyMap<Oid, Blob>>[]> {
    const wanted = [...new Set(questions.flatMap(({ oids }) => oids))]
    if (wanted.length === 0) return questions.map(() => ({ status: 'fulfilled', value: new Map() }))
    await this.#fetch(wanted.filter((oid) => !this.has(oid)))
    const sizes = parseSizes((await this.#store.local(['cat-file', '--batch-check'], lines(wanted))).toString('latin1'))
    const limit = new Map<Oid, number>()
    for (const question of questions) {
      for (const oid of question.oids) limit.set(oid, Math.max(limit.get(oid) ?? 0, question.limit))
    }
    const fitting = wanted.filter((oid) => (sizes.get(oid) ?? Number.POSITIVE_INFINITY) <= (limit.get(oid) ?? 0))
    const contents = await this.#contents(fitting)
    return questions.map((question) => ({ status: 'fulfilled', value: pick(question, sizes, contents) }))
  }

  async #fetch(oids: readonly Oid[]): Promise<void> {
    if (oids.length === 0) return
    // Without "noop" the remote would hear that the commit is here and send none of its blobs.
    const args = ['-c', 'fetch.negotiationAlgorithm=noop', ...fetchOnly, '--filter=blob:none', '--stdin', '--']
    const { target } = this.#store
    const result = await this.#store.remote('objects', [...args, target.url], lines(oids))
    if (result.exitCode !== 0) throw gitFailure('fetch', result.stderr, target, { blobs: oids.length })
    for (const oid of oids) this.#here.add(oid)
  }

  async #contents(oids: readonly Oid[]): Promise<Map<Oid, Buffer>> {
    if (oids.length === 0) return new Map()
    return parseBatch(await this.#store.local(['cat-file', '--batch'], lines(oids)))
  }
}

function lines(oids: readonly Oid[]): Buffer {
  return Buffer.from(oids.map((oid) => `${oid}\n`).join(''))
}

function pick(question: Question, sizes: Map<Oid, number>, contents: Map<Oid, Buffer>): Map<Oid, Blob> {
  const blobs = new Map<Oid, Blob>()
  for (const oid of question.oids) {
    const size = sizes.get(oid)
    if (size === undefined) continue
    blobs.set(oid, { size, content: size <= question.limit ? contents.get(oid) : undefined })
  }
  return blobs
}

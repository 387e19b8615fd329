/**
 * The batches that a host has taken in or works on, with all that it knows of them: what it tells a Redis that lost its
 * memory.
 */
import type { Clock } from '../../core/ports.ts'
import type { WorkOutcome } from '../../core/queue.ts'
import type { PartOf, QueuedBatches, Ticket } from './queued-batches.ts'

export interface WardsOptions {
  readonly batches: QueuedBatches
  /** The name of this host as it works. */
  readonly worker: string
  readonly clock: Pick<Clock, 'now'>
  /** Which memory Redis has, as last seen. */
  readonly memory: () => string
  /** Milliseconds until what waits may go on. */
  readonly waitOf: (outcome: WorkOutcome) => number
  /** Called when a batch was told again. */
  readonly changed: (id: string) => void
}

interface Ward {
  readonly ticket: Ticket
  /** What came of the parts that this host has ended, as long as the batch is open. */
  readonly outcomes: Map<number, WorkOutcome>
  /** Redis' memory when this host last told it all this. */
  memory: string
  /** How the batch ended, and when this host learned it (epoch milliseconds). */
  end?: { readonly outcome: WorkOutcome; readonly at: number }
}

/** Milliseconds for which the answer of a batch is minded, and of how many batches: callers have yet to fetch it. */
const minded = { time: 15 * 60_000, batches: 200 }

/** Told again after a loss: a batch that was accepted is not turned away. */
const unlimited = { limit: Number.MAX_SAFE_INTEGER, replaceDone: false }

/** Parts that this host works on, and batches that it minds. */
export class Wards {
  readonly #options: WardsOptions
  readonly #wards = new Map<string, Ward>()
  readonly #underWork = new Map<string, PartOf>()

  constructor(options: WardsOptions) {
    this.#options = options
  }

  /** Minds a batch from now on; an earlier acceptance of it is forgotten. */
  mind(ticket: Ticket): void {
    if (this.#wards.get(ticket.id)?.ticket.nonce === ticket.nonce) return
    this.#wards.set(ticket.id, { ticket, outcomes: new Map(), memory: this.#options.memory() })
  }

  /** The batch is at its end, which a Redis that loses its memory now forgets before anybody has read it. */
  concluded({ id, nonce }: Ticket, outcome: WorkOutcome): void {
    const ward = this.#wards.get(id)
    if (ward?.ticket.nonce === nonce && !ward.end) ward.end = { outcome, at: this.#options.clock.now() }
  }

  /** False: this host works on that part already. */
  begin(part: PartOf): boolean {
    if (this.#underWork.has(nameOf(part))) return false
    this.#underWork.set(nameOf(part), part)
    return true
  }

  end(part: PartOf): void {
    this.#underWork.delete(nameOf(part))
  }

  /** A sign of life for everything under work. */
  async beat(): Promise<void> {
    const parts = [...this.#underWork.values()]
    if (parts.length > 0) await this.#options.batches.beat(parts, this.#options.worker)
  }

  /**
   * Tells Redis what came of a part. A batch that was lost with its memory meanwhile is first made known again. `last`:
   * now every part has ended or waits. Throws `journal-unavailable`.
   */
  async settle(part: PartOf, outcome: WorkOutcome): Promise<'kept' | 'last' | 'overtaken'> {
    const { batches, worker, waitOf } = this.#options
    for (;;) {
      const kept = await batches.settle(part, worker, outcome, waitOf(outcome))
      const ward = this.#wards.get(part.id)
      const mine = ward?.ticket.nonce === part.nonce ? ward : undefined
      if (kept === 'gone' && mine) {
        await this.#tellAgain(mine)
        continue
      }
      if (kept === 'gone') return 'overtaken'
      if (kept !== 'overtaken') mine?.outcomes.set(part.part, outcome)
      return kept
    }
  }

  /** Tells again what Redis has lost, and forgets what is at its end. */
  async remind(): Promise<void> {
    this.#forgetOld()
    const wards = [...this.#wards.values()]
    const found = await this.#options.batches.whereabouts(wards.map(({ ticket }) => ticket.id))
    for (const [index, ward] of wards.entries()) {
      const { id, nonce } = ward.ticket
      const there = found[index]
      if (there && there.nonce !== nonce) this.#wards.delete(id)
      else if (!there || ward.memory !== this.#options.memory()) await this.#tellAgain(ward)
      else if (!ward.end && (there.state === 'done' || there.state === 'lost')) await this.#learnEnd(ward)
    }
  }

  async #learnEnd({ ticket }: Ward): Promise<void> {
    const batch = await this.#options.batches.find(ticket.id)
    if (batch?.state === 'done' || batch?.state === 'lost') {
      this.concluded(ticket, { state: batch.state, answer: batch.answer })
    }
  }

  #forgetOld(): void {
    const ended = [...this.#wards.values()].filter(({ end }) => end !== undefined)
    const old = this.#options.clock.now() - minded.time
    for (const [index, { ticket, end }] of ended.reverse().entries()) {
      if (index >= minded.batches || (end && end.at < old)) this.#wards.delete(ticket.id)
    }
  }

  /** That a batch was accepted, which of its parts this host works on, and what came of others. */
  async #tellAgain(ward: Ward): Promise<void> {
    const { batches, worker, memory, waitOf, changed } = this.#options
    const { ticket, outcomes } = ward
    const { id, nonce, sealedWith } = ticket
    const before = memory()
    // Somebody sent it anew meanwhile, and that is worked on.
    if ((await batches.enqueue(ticket, unlimited)) === 'known') return void this.#wards.delete(id)
    for (const part of this.#underWork.values()) {
      if (part.nonce === nonce) await batches.take(part, worker, { stale: 0, grace: 0 }, [sealedWith])
    }
    for (const [part, outcome] of outcomes) await batches.settle({ id, nonce, part }, worker, outcome, waitOf(outcome))
    if (ward.end) await this.#tellEnd(ward, ward.end.outcome)
    ward.memory = before
    changed(id)
  }

  async #tellEnd({ ticket, outcomes }: Ward, outcome: WorkOutcome): Promise<void> {
    const { batches, worker } = this.#options
    const { id, nonce, parts } = ticket
    for (let part = 1; part <= parts; part++) {
      if (!outcomes.has(part)) await batches.settle({ id, nonce, part }, worker, { state: 'done', answer: null }, 0)
    }
    await batches.conclude(ticket, outcome)
  }
}

const nameOf = ({ nonce, part }: PartOf) => `${nonce}-${part}`

/**
 * Every item of a repository brings its branch here, and the last one to come sets off one push for all. That keeps an
 * item's own story top to bottom on one page while a repository is still pushed to once.
 */
import type { PushOutcome, PushRequest } from '../core/ports.ts'

interface Waiting<Request> {
  readonly request: Request
  readonly resolve: (outcome: PushOutcome) => void
  readonly reject: (error: unknown) => void
}

/** What an item holds: it either submits one branch or leaves; leaving after submitting changes nothing. */
export interface GateTicket<Request> {
  submit(request: Request): Promise<PushOutcome>
  leave(): void
}

/** Opens when each of the `expected` items has submitted or left. A later submit (a second try) is pushed by itself. */
export class PushGate<Request extends PushRequest> {
  #awaited: number
  #waiting: Waiting<Request>[] = []
  readonly #push: (requests: readonly Request[]) => Promise<readonly PushOutcome[]>

  constructor(expected: number, push: (requests: readonly Request[]) => Promise<readonly PushOutcome[]>) {
    this.#awaited = expected
    this.#push = push
  }

  ticket(): GateTicket<Request> {
    let counted = false
    const count = () => {
      if (counted) return
      counted = true
      this.#awaited--
    }
    return {
      submit: (request) =>
        new Promise((resolve, reject) => {
          this.#waiting.push({ request, resolve, reject })
          count()
          this.#openWhenAllAreHere()
        }),
      leave: () => {
        count()
        this.#openWhenAllAreHere()
      },
    }
  }

  #openWhenAllAreHere(): void {
    if (this.#awaited > 0 || this.#waiting.length === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    this.#push(waiting.map(({ request }) => request)).then(
      (outcomes) => {
        waiting.forEach(({ resolve }, index) => {
          resolve(outcomes[index] as PushOutcome)
        })
      },
      (error) => {
        for (const { reject } of waiting) reject(error)
      },
    )
  }
}

/** Breaches of a vendor's contract: remembered, and answered so that a test cannot miss them. */
import type { Answer, Exchange } from './server.ts'

export interface Violation {
  readonly server: 'github' | 'jira'
  readonly request: string
  readonly faults: readonly string[]
}

export class Violations {
  readonly list: Violation[] = []

  /** Remembers a breach and answers 599, which no vendor sends. */
  add(server: Violation['server'], exchange: Exchange, faults: readonly string[]): Answer {
    const request = `${exchange.method} ${exchange.record.path}`
    this.list.push({ server, request, faults })
    return { status: 599, body: { message: `contract violated: ${request}: ${faults.join('; ')}` } }
  }
}

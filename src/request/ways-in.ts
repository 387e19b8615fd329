/** How much each way in holds, by GitHub's limits, and which ways are left for a request that is too large for one. */
import type { Warning } from '../core/batch.ts'
import { isDeepValue, requestLimit } from './read-json.ts'
import { mostItems } from './schema.ts'

interface Way {
  readonly name: string
  /** What `limit` counts. */
  readonly unit: 'characters' | 'bytes'
  readonly limit: number
  /** What the limit is for. */
  readonly what: string
}

const ways = {
  workflow_dispatch: {
    name: 'workflow_dispatch',
    unit: 'characters',
    limit: 65_535,
    what: 'all inputs together, as JSON',
  },
  repository_dispatch: {
    name: 'repository_dispatch',
    unit: 'bytes',
    limit: 64 * 1024 - 1,
    what: 'the client payload, as JSON',
  },
  // Linux hands no longer text to a process: the runner could not even start the action.
  input: { name: 'the input request', unit: 'bytes', limit: 128 * 1024 - 1, what: 'one environment variable' },
  http: { name: 'POST /internal/create-issues-and-prs', unit: 'bytes', limit: requestLimit, what: 'the body' },
} as const satisfies Record<string, Way>

const whatWorks =
  'Put the request into a file: request-file, checked out in the job or downloaded from an artifact of the run (request-artifact of the reusable workflow).'

const sizeOf = (text: string, unit: Way['unit']) => (unit === 'bytes' ? Buffer.byteLength(text) : text.length)

export interface Fit {
  readonly way: string
  readonly fits: boolean
  /** `70,112 of 65,535 characters (all inputs together, as JSON)`. */
  readonly detail: string
}

/** For each way in: does this request fit through it? `text` is its compact JSON, as it would be sent. */
export function fitsOf(text: string, items: number): Fit[] {
  const inner = { workflow_dispatch: JSON.stringify({ request: text }), repository_dispatch: `{"request":${text}}` }
  const through = Object.entries(ways).map(([key, way]): Fit => {
    const size = sizeOf(key in inner ? inner[key as keyof typeof inner] : text, way.unit)
    return { way: way.name, fits: size <= way.limit && items <= mostItems, detail: share(size, way) }
  })
  const one = items <= mostItems && Buffer.byteLength(text) <= requestLimit
  const file = one ? 'mode: run' : `mode: plan and shards: more than one run takes (${mostItems} items, 5 MiB)`
  return [...through, { way: 'request-file', fits: true, detail: file }]
}

/** A warning when the event that started the run is nearly as large as GitHub lets it be, or larger. */
export function eventTooLarge(
  eventName: string,
  payload: { readonly inputs?: unknown; readonly client_payload?: unknown },
): Warning | undefined {
  if (eventName !== 'workflow_dispatch' && eventName !== 'repository_dispatch') return undefined
  const way = ways[eventName]
  const content = (eventName === 'workflow_dispatch' ? payload.inputs : payload.client_payload) ?? {}
  if (isDeepValue(content)) return undefined
  const size = sizeOf(JSON.stringify(content), way.unit)
  if (size <= way.limit * 0.9) return undefined
  const left = size > way.limit ? 'GitHub refuses so large an event' : 'a slightly larger batch will not get through'
  return {
    code: 'event-nearly-full',
    message: `The event holds ${share(size, way)}: ${left}.`,
    hint: whatWorks,
  }
}

const number = (value: number) => value.toLocaleString('en-US')
const share = (size: number, { limit, unit, what }: Way) => `${number(size)} of ${number(limit)} ${unit} (${what})`

/** `POST /internal/create-issues-and-prs`: the token, the request, the queue, and either the answer or where it will be. */
import { shardCount } from '../../batch/shard.ts'
import type { Batch } from '../../core/batch.ts'
import { sha256 } from '../../core/digest.ts'
import { fail } from '../../core/errors.ts'
import type { QueuedBatch, QueueEvent } from '../../core/queue.ts'
import { requestInvalid } from '../../request/faults.ts'
import { admit } from './caller.ts'
import type { ServerContext } from './context.ts'
import { type Problem, problem, problemOf, problemResponse } from './problem.ts'
import { acceptQueued, keptId, type QueuedRequest } from './worker.ts'

/** Seconds after which a caller may ask again, where nothing better is known. */
const askAgain = 5
const queueFull = 30

export async function create(context: ServerContext, request: Request): Promise<Response> {
  const incoming = await admit(context, request)
  const idempotencyKey = readIdempotencyKey(request)
  const kept: QueuedRequest = {
    incoming: 'text' in incoming ? { text: new TextDecoder().decode(Buffer.from(incoming.text)) } : incoming,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  }
  const { batch } = acceptQueued(context, context.services.scope(), kept)
  if (context.state.phase !== 'ready') return problemResponse(notReady(), { 'retry-after': String(askAgain) })
  return takeIn(context, request, batch, kept)
}

/** The header as it stands; the draft's quotes around it are taken off, so that both spellings are one key. */
function readIdempotencyKey(request: Request): string | undefined {
  const text = request.headers.get('idempotency-key')
  if (text === null) return undefined
  const key = /^"(.*)"$/.exec(text.trim())?.[1] ?? text.trim()
  if (key.length >= 1 && key.length <= 255) return key
  throw requestInvalid([
    { pointer: '', expected: 'an Idempotency-Key header of 1 to 255 characters', hint: 'Use a UUID.', kind: 'shape' },
  ])
}

async function takeIn(context: ServerContext, request: Request, batch: Batch, kept: QueuedRequest): Promise<Response> {
  const { queue, sealer, config } = context
  const id = keptId(batch)
  const wait = waitForEnd(context, id, request.signal)
  try {
    const ticket = {
      id,
      digest: batch.digest,
      dryRun: batch.dryRun,
      items: batch.items.map(({ change, severity }) => ({
        package_name: change.packageName,
        current_version: change.from,
        safe_version: change.to,
        severity: severity ?? null,
      })),
      parts: shardCount(batch.items, config.PART_SIZE),
      ...sealer.seal(id, JSON.stringify(kept)),
    }
    const keyed = isKeyed(batch)
    const taken = await queue.add(ticket, { limit: config.QUEUE_LIMIT, replaceDone: !keyed })
    if (taken.outcome === 'full') return problemResponse(fullQueue(), { 'retry-after': String(queueFull) })
    if (taken.outcome === 'known' && keyed) return known(context, taken.batch, batch)
    if (prefersAsync(request)) return accepted(taken.batch)
    if (isHeldUp(context, taken.batch)) return goesOn(context, taken.batch)
    return told(context, await wait.ended, false)
  } finally {
    wait.stop()
  }
}

/** It waits for its time, and what there is of its answer is known: nobody is kept waiting for an hour. */
const isHeldUp = ({ services }: ServerContext, { state, answer, notBefore }: QueuedBatch) =>
  state === 'waiting' && answer !== null && (notBefore ?? 0) > services.clock.now()

/** A batch without a key of its caller's has an id made of its content. */
const isKeyed = ({ id, digest }: Batch) => id !== sha256(`content ${digest}`).slice(0, 16)

const prefersAsync = (request: Request) =>
  /(^|[,;\s])respond-async($|[,;\s])/i.test(request.headers.get('prefer') ?? '')

const location = (id: string) => `/internal/batches/${id}`

function accepted(batch: QueuedBatch): Response {
  const body = {
    status: 'accepted',
    batch_id: batch.id,
    location: location(batch.id),
    events: `${location(batch.id)}/events`,
  }
  return Response.json(body, {
    status: 202,
    headers: { location: location(batch.id), 'preference-applied': 'respond-async', 'retry-after': String(askAgain) },
  })
}

/** An idempotency key that was used before: the stored answer, or why there is none. */
function known(context: ServerContext, stored: QueuedBatch, batch: Batch): Response {
  if (stored.digest !== batch.digest) {
    throw fail(
      'idempotency-mismatch',
      'This idempotency key was used before, for another request.',
      'Use a new key for a new request, and the same one only to send the very same request again.',
    )
  }
  if (stored.state === 'done') return told(context, stored, true)
  const failure = fail(
    'already-running',
    'The request with this idempotency key is being worked on.',
    'Ask again after the time in Retry-After, or look at the address in Location.',
  )
  const wait = secondsUntil(stored.notBefore, context.services.clock.now())
  return problemResponse(problemOf(failure), { 'retry-after': wait, location: location(stored.id) })
}

/** The answer of a batch that came to its end, or to a stop. */
function told(context: ServerContext, batch: QueuedBatch, replayed: boolean): Response {
  const { state } = context
  if (batch.state === 'lost') return problemResponse(batch.answer as Problem)
  const headers: Record<string, string> = replayed ? { 'idempotent-replayed': 'true' } : {}
  if (batch.state === 'done') return Response.json(batch.answer, { headers })
  // Held up by a limit of the hour class or by another run: this server goes on by itself, and says how far it is.
  if (batch.answer !== null && state.phase !== 'draining') return goesOn(context, batch)
  return problemResponse(interruptedBatch(), { location: location(batch.id), 'retry-after': String(queueFull) })
}

function goesOn({ services }: ServerContext, batch: QueuedBatch): Response {
  const headers = { location: location(batch.id), 'retry-after': secondsUntil(batch.notBefore, services.clock.now()) }
  return Response.json(batch.answer, { status: 202, headers })
}

/** For `Retry-After`, from a time that may be over. */
const secondsUntil = (time: number | null, now: number) =>
  String(Math.max(askAgain, Math.ceil(((time ?? 0) - now) / 1000)))

interface Waiting {
  /** The batch when it is at its end, or came back to the queue. */
  readonly ended: Promise<QueuedBatch>
  stop(): void
}

/** Begins to listen at once, so that nothing is missed that happens while the batch is taken in. */
function waitForEnd({ queue, drain }: ServerContext, id: string, gone: AbortSignal): Waiting {
  const { promise, resolve, reject } = Promise.withResolvers<QueuedBatch>()
  promise.catch(() => {})
  let last: QueuedBatch | undefined
  let began = false
  const look = (event: QueueEvent) => {
    if (event.kind !== 'batch') return
    last = event.batch
    if (last.state === 'running') began = true
    else if (last.state !== 'waiting' || began || drain.aborted) resolve(last)
  }
  // A batch that waits for its turn is not begun any more: its caller is told now.
  const draining = () => void (last?.state === 'waiting' && resolve(last))
  const leave = () => reject(new DOMException('the caller left', 'AbortError'))
  const unlisten = queue.listen(id, look)
  drain.addEventListener('abort', draining)
  gone.addEventListener('abort', leave)
  return {
    ended: promise,
    stop() {
      unlisten()
      drain.removeEventListener('abort', draining)
      gone.removeEventListener('abort', leave)
    },
  }
}

/** What a server that is starting or draining answers to a new batch. */
function notReady(): Problem {
  return problem(
    503,
    'not-ready',
    'This server is starting or stopping and takes no batch at the moment.',
    'Send it again after the time in Retry-After.',
  )
}

function interruptedBatch(): Problem {
  return problem(
    503,
    'interrupted',
    'The server stops before the batch was done. The batch is kept, and goes on at the next start.',
    'Look at the address in Location later, or send the same request again: nothing is done twice.',
  )
}

function fullQueue(): Problem {
  const { code, message, hint } = fail(
    'queue-full',
    'As many batches wait as this server takes.',
    'Send it again after the time in Retry-After.',
  )
  return problem(429, code, message, hint)
}

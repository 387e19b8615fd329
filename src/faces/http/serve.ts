/** A server from its start to its end: configured, listening, working, drained. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../../core/config.ts'
import { fail } from '../../core/errors.ts'
import type { Log } from '../../core/ports.ts'
import type { Services } from '../../core/services.ts'
import { readVerificationKey } from '../../request/jwt-key.ts'
import { createApp } from './app.ts'
import { Allowance } from './body.ts'
import { withoutStandingWarnings } from './caller.ts'
import type { ServerContext, ServerState } from './context.ts'
import { BatchFeed } from './feed.ts'
import { createListener } from './listener.ts'
import { createMetrics } from './metrics.ts'
import { createSealer } from './sealer.ts'
import { workOf } from './worker.ts'

export interface ServeOptions {
  readonly config: Config
  /** Takes one redacted line of the log. */
  readonly write: (line: string) => void
  readonly journalPath: string
  /** Aborted: the server drains and ends. */
  readonly stop: AbortSignal
}

/** Milliseconds between looks at a time server. */
const clockInterval = 60 * 60_000
/** Bytes of sealed requests without a token beside them that are held at the same time. */
const mostUnverified = 64 * 1024 * 1024
/** Milliseconds that answers under way get to reach their callers when the server ends. */
const lastWords = 2_000

/** Serves until it is stopped. Throws when it could not begin. */
export async function serve(services: Services, options: ServeOptions): Promise<void> {
  const { config, write, journalPath, stop } = options
  const log = services.log(config, write)
  const sealer = checkedSealer(config, log)
  const queue = await services.queue(config, journalPath, log)
  const drain = new AbortController()
  const state: ServerState = { phase: 'starting', drift: undefined }
  const context: ServerContext = {
    ...{ services, config, write, queue, sealer, journalPath, state, drain: drain.signal },
    log: withoutStandingWarnings(log),
    metrics: createMetrics(queue),
    feed: new BatchFeed(queue),
    unverified: new Allowance(mostUnverified),
    uses: config.JWT_REPLAY_GUARD ? await services.tokenUses(journalPath, config.REDIS_URL) : undefined,
  }
  const watch = watchClock(context, log)
  const server = createListener(createApp(context).fetch)
  try {
    const address = await listen(server, config)
    const worker = queue.start(config.BATCHES_AT_ONCE, workOf(context))
    state.phase = 'ready'
    const { waiting, running } = await queue.depth()
    log.write('info', `listening on ${address}`, { docs: `${address}/docs`, queued: waiting + running })
    await stopped(stop, config.SERVE_FOR)
    log.write('info', 'draining: what is under way ends, nothing new begins')
    state.phase = 'draining'
    drain.abort()
    await worker.stop()
    await closed(server)
    log.write('info', 'stopped')
  } finally {
    clearInterval(watch)
    server.closeAllConnections()
    await queue.close()
    await context.uses?.close()
  }
}

/** Everything about keys that can be wrong is said before the first request. */
function checkedSealer(config: Config, log: Log) {
  const { isWeak } = readVerificationKey(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET)
  if (isWeak) {
    log.write(
      'warn',
      'JWT_SECRET_KEY is shorter than its hash: anyone who can guess it can send batches. Make a new one.',
    )
  }
  const sealer = createSealer(config)
  if (!sealer.survives) {
    const advice = 'Set STATE_KEY, for example to the output of: openssl rand -base64 32'
    log.write(
      'warn',
      `batches that a restart interrupts cannot go on, since there is no key to keep them under. ${advice}`,
    )
  }
  return sealer
}

function watchClock({ services, config, state }: ServerContext, log: Log): NodeJS.Timeout | undefined {
  const server = config.NTP_SERVER
  if (server === 'off') return undefined
  const look = async () => {
    const drift = await services.drift(server)
    state.drift = drift ?? state.drift
    if (!drift) return log.write('warn', 'clock not checked: the time server did not answer', { server })
    const much = Math.abs(drift.driftMs) > 1000
    const said = much ? 'clock is off: tokens may be refused' : 'clock checked'
    log.write(much ? 'warn' : 'info', said, { server, drift_ms: drift.driftMs })
  }
  void look()
  return setInterval(look, clockInterval).unref()
}

function listen(server: Server, { HOST, PORT }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const hint = 'Choose another HOST or PORT, or stop the program that has it.'
      reject(fail('configuration-invalid', `Cannot listen on ${HOST}:${PORT} (${error.code}).`, hint, {}, error))
    })
    server.listen(PORT, HOST, () => {
      const { address, port, family } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}`)
    })
  })
}

/** Resolves when the server is to end: it was told so, or its time is over. */
function stopped(stop: AbortSignal, time: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = time === undefined ? undefined : setTimeout(resolve, time)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    if (stop.aborted) end()
    else stop.addEventListener('abort', end, { once: true })
  })
}

/** No new connections; those that are quiet are closed, the others when their answer is sent or its time is over. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), lastWords)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

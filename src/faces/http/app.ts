/** The routes: each a Request in, a Response out. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { asFailure } from '../../core/errors.ts'
import { ist } from '../../core/ist.ts'
import { version } from '../../core/version.ts'
import { listBatches, showBatch, streamBatch, streamList } from './batches.ts'
import { mayRead } from './caller.ts'
import type { ServerContext } from './context.ts'
import { create } from './create.ts'
import { openApiDocument } from './openapi.ts'
import { addPages } from './pages.ts'
import { commonHeaders, problem, problemOf, problemResponse } from './problem.ts'

export function createApp(context: ServerContext): Hono {
  // The Python service took its addresses with a slash at the end, too.
  const app = new Hono({ strict: false })
  app.use('*', async (c, next) => {
    const began = context.services.clock.now()
    await next()
    for (const [name, value] of Object.entries(commonHeaders)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    noted(
      context,
      c.req.path.replace(/(?<=.)\/$/, ''),
      c.req.method,
      c.res.status,
      context.services.clock.now() - began,
    )
  })
  app.post(routes.create, (c) => create(context, c.req.raw))
  app.get(routes.batches, async (c) => {
    await mayRead(context, c.req.raw)
    return listBatches(context)
  })
  app.get(routes.feed, async (c) => {
    const { expires } = await mayRead(context, c.req.raw)
    return streamList(context, c, expires)
  })
  app.get(routes.batch, async (c) => {
    await mayRead(context, c.req.raw)
    return showBatch(context, c.req.param('id'))
  })
  app.get(routes.events, async (c) => {
    await mayRead(context, c.req.raw)
    return streamBatch(context, c, c.req.param('id'))
  })
  app.get('/health', async (c) => c.json(await health(context)))
  app.get('/ready', async (c) => {
    const status = await readiness(context)
    return c.json({ status }, status === 'ready' ? 200 : 503)
  })
  app.get('/metrics', async () => {
    return new Response(await context.metrics.text(), { headers: { 'content-type': context.metrics.contentType } })
  })
  app.get('/openapi.json', (c) => c.json(openApiDocument()))
  addPages(app)
  for (const [path, allow] of methods) app.all(path, () => methodNotAllowed(allow))
  app.notFound(() => {
    return problemResponse(
      problem(404, 'not-found', 'There is nothing at this address.', 'GET /docs lists the routes.'),
    )
  })
  app.onError((error) => answerTo(context, error))
  return app
}

const routes = {
  create: '/internal/create-issues-and-prs',
  batches: '/internal/batches',
  feed: '/internal/events',
  batch: '/internal/batches/:id',
  events: '/internal/batches/:id/events',
} as const

const reads = 'GET, HEAD'
const methods: readonly (readonly [string, string])[] = [
  [routes.create, 'POST'],
  ...[routes.batches, routes.feed, routes.batch, routes.events].map((path) => [path, reads] as const),
  ...['/', '/docs', '/redoc', '/openapi.json', '/health', '/ready', '/metrics'].map((path) => [path, reads] as const),
]

function methodNotAllowed(allow: string): Response {
  const told = problem(405, 'method-not-allowed', 'This address takes other methods.', `Use ${allow}.`)
  return problemResponse(told, { allow })
}

function answerTo(context: ServerContext, error: Error): Response {
  if (error.name === 'AbortError') return new Response(null, { status: 499 })
  if (error instanceof HTTPException) {
    return problemResponse(problem(error.status, 'http', 'The request was refused.', 'Correct it and send it again.'))
  }
  const failure = asFailure(error)
  if (failure.code === 'internal') context.log.write('error', failure.message, { stack: placeOf(error) })
  return problemResponse(problemOf(failure), adviceWith[failure.code])
}

/** Headers that say to a program what the hint says to a person. */
const adviceWith: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'journal-unavailable': { 'retry-after': '10' },
  'queue-full': { 'retry-after': '10' },
  'request-unsupported': { 'accept-encoding': 'identity', 'accept-post': 'application/json, application/jose' },
}

/** Where a fault of ours arose, without its message, which may hold anything. */
const placeOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' ')

async function health({ services, state, queue }: ServerContext) {
  const store = await queue.depth().then(
    () => 'ok' as const,
    () => 'away' as const,
  )
  const { drift } = state
  return {
    status: 'ok' as const,
    version,
    timestamp: ist(services.clock.now()),
    clock: drift ? { drift_ms: drift.driftMs, checked_at: ist(drift.checkedAt) } : null,
    store: { kind: queue.kind, state: store },
  }
}

async function readiness({ state, queue }: ServerContext) {
  if (state.phase !== 'ready') return state.phase
  return queue.depth().then(
    () => 'ready' as const,
    () => 'store away' as const,
  )
}

/** The routes as a log and a metric may name them: an address that a caller made up is only "other". */
const quietRoutes = new Set(['/health', '/ready', '/metrics'])
const namedRoutes = new Set([
  '/',
  '/docs',
  '/redoc',
  '/openapi.json',
  routes.create,
  routes.batches,
  routes.feed,
  ...quietRoutes,
])

function routeOf(path: string): string {
  if (namedRoutes.has(path)) return path
  if (/^\/internal\/batches\/[^/]+$/.test(path)) return routes.batch
  if (/^\/internal\/batches\/[^/]+\/events$/.test(path)) return routes.events
  return path.startsWith('/assets/') ? '/assets' : 'other'
}

function noted(context: ServerContext, path: string, method: string, status: number, milliseconds: number): void {
  const route = routeOf(path)
  context.metrics.answered(route, method, status, milliseconds)
  const level = quietRoutes.has(route) ? 'debug' : 'info'
  context.log.write(level, 'request', { method, route, status, ms: milliseconds })
}

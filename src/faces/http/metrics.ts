/** What Prometheus is shown. Labels hold words of this program only: nothing that a caller sent, and no credential. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ItemEvent } from '../../batch/shared.ts'
import type { BatchStatus, Phase } from '../../core/batch.ts'
import type { Clock } from '../../core/ports.ts'
import type { BatchQueue } from '../../core/queue.ts'
import type { UpstreamCall, UpstreamWait } from '../../core/services.ts'

const prefix = 'create_issues_and_prs_'
const seconds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

export interface Metrics {
  answered(route: string, method: string, status: number, milliseconds: number): void
  batchEnded(status: BatchStatus | 'lost', dryRun: boolean, milliseconds: number): void
  called(call: UpstreamCall): void
  waited(wait: UpstreamWait): void
  /** An observer of one batch: counts its items and times the steps between its events. */
  observer(clock: Pick<Clock, 'now'>): (event: ItemEvent) => void
  text(): Promise<string>
  readonly contentType: string
}

export function createMetrics(queue: BatchQueue): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix })
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `${prefix}${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name: `${prefix}${name}`, help, labelNames, buckets: seconds, registers })
  const requests = histogram('http_request_seconds', 'Requests answered.', ['route', 'method', 'status'])
  const batches = histogram('batch_seconds', 'Batches that came to an end, or to a stop.', ['status', 'dry_run'])
  const items = counter('items_total', 'Items that came to an end.', ['status'])
  const steps = histogram('step_seconds', 'Time that items spent in each step.', ['step'])
  const calls = histogram('upstream_call_seconds', 'Calls to GitHub and Jira.', ['upstream', 'outcome'])
  const waits = histogram(
    'upstream_wait_seconds',
    'Waits before a call to GitHub or Jira: for its turn, for a limit, before another try.',
    ['upstream'],
  )
  queueGauges(queue, registry)
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: (route, method, status, ms) => requests.observe({ route, method, status }, ms / 1000),
    batchEnded: (status, dryRun, ms) => batches.observe({ status, dry_run: String(dryRun) }, ms / 1000),
    called: ({ upstream, outcome, milliseconds }) => calls.observe({ upstream, outcome }, milliseconds / 1000),
    waited: ({ upstream, milliseconds }) => waits.observe({ upstream }, milliseconds / 1000),
    observer(clock) {
      const reached = new Map<number, { phase: Phase; at: number }>()
      return (event) => {
        const now = clock.now()
        const before = reached.get(event.index)
        if (before) steps.observe({ step: before.phase }, (now - before.at) / 1000)
        if (event.phase !== 'done') return void reached.set(event.index, { phase: event.phase, at: now })
        reached.delete(event.index)
        if ('result' in event) items.inc({ status: event.result.status })
      }
    },
  }
}

function queueGauges(queue: BatchQueue, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name: `${prefix}${name}`,
      help,
      registers: [registry],
      async collect() {
        // A store that is away says nothing here; /ready says that it is.
        this.set(await read().catch(() => Number.NaN))
      },
    })
  gauge('queue_waiting', 'Batches that wait.', async () => (await queue.depth()).waiting)
  gauge('queue_running', 'Batches that are worked on.', async () => (await queue.depth()).running)
}

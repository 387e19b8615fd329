/**
 * The HTTP mode under load, as ratios against a bare Node server in the same run: /health, a replay, a dry-run batch; and
 * its memory while it is loaded. A replay is a whole POST: token, body, validation, the stored answer. A dry run is a batch
 * from its token to its plan: it is sealed, queued on the disk, and reads GitHub and Jira and fetches from git on loopback;
 * it is bound by these and by the git processes, not by the server.
 *
 * `node bench/http.ts [--seconds 5] [--memory-minutes 10]`; needs a built dist/.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openScene, requestFor, tokenFor } from '../__tests__/support/scene.ts'
import { startServer } from '../__tests__/support/serve.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, 'memory-minutes': { type: 'string', default: '10' } },
})
const seconds = Number(values.seconds)
const minutes = Number(values['memory-minutes'])

interface Measured {
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

/** Sends requests from `clients` at a time, for `time` milliseconds. */
async function load(time: number, clients: number, send: () => Promise<Response>): Promise<Measured> {
  const times: number[] = []
  const end = performance.now() + time
  const client = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const answer = await send()
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { rate: (times.length * 1000) / time, p50: at(0.5), p99: at(0.99) }
}

/** Megabytes that a process holds. */
function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

const bare = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
const world = await openScene()
const server = await startServer()
const token = await tokenFor({}, undefined, '2h')
const body = JSON.stringify(requestFor(world))
const dryBody = JSON.stringify(requestFor(world, [{}], { dry_run: true }))
const post = (content: string, key?: string) =>
  server.fetch('/internal/create-issues-and-prs', {
    method: 'POST',
    body: content,
    token,
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })

try {
  await (await post(body, 'bench')).arrayBuffer()
  const time = seconds * 1000
  const rows: [string, Measured][] = []
  for (const [name, clients, send] of [
    ['bare Node server', 16, () => fetch(bareUrl)],
    ['/health', 16, () => fetch(`${server.url}/health`)],
    ['replay', 16, () => post(body, 'bench')],
    ['dry run of one item, with GitHub, Jira and git on loopback', 1, () => post(dryBody)],
  ] as const) {
    await load(time / 5, clients, send)
    rows.push([name, await load(time, clients, send)])
  }
  const base = rows[0]?.[1] as Measured
  console.log('| | requests/s | p50 ms | p99 ms | rate against bare Node |\n| --- | ---: | ---: | ---: | ---: |')
  for (const [name, { rate, p50, p99 }] of rows) {
    console.log(
      `| ${name} | ${rate.toFixed(0)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${(rate / base.rate).toFixed(3)} |`,
    )
  }
  const held: number[] = []
  const pid = server.process.pid as number
  for (let step = 0; step < 10 && minutes > 0; step++) {
    await load(minutes * 6_000, 8, () => post(body, 'bench'))
    held.push(resident(pid))
  }
  if (held.length > 0) {
    const [early = 0, late = 0] = [held[1], held.at(-1)]
    console.log(`\nMemory over ${minutes} min of replays, MB: ${held.map((mb) => mb.toFixed(0)).join(', ')}`)
    console.log(`Last against second tenth: ${(late / early).toFixed(2)}`)
  }
} finally {
  bare.close()
  bare.closeAllConnections()
  await server.stop()
  await world.stop()
}

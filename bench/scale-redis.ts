/**
 * What more hosts bring: `node bench/scale-redis.ts [--batches N]`. Servers of the real bundle over one redis-server take
 * batches of one item in turn, against the loopback world of the tests, which shares this machine's cores with them. Read
 * ratios, not numbers.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startRedis } from '../__tests__/redis/support/redis-server.ts'
import { openScene, requestFor, tokenFor } from '../__tests__/support/scene.ts'
import { type RunningServer, startServer } from '../__tests__/support/serve.ts'
import type { World } from '../__tests__/support/world.ts'

const { values } = parseArgs({ options: { batches: { type: 'string', default: '24' } } })
const count = Number(values.batches)
/** Milliseconds before each answer: what GitHub and Jira take for a small request from far away. */
const latency = 250
/** Milliseconds for which a Redis that begins gives out no lease. */
const grace = 6_500

async function deliver(world: World, hosts: readonly RunningServer[], round: string): Promise<number> {
  const token = await tokenFor({}, undefined, '1h')
  const began = performance.now()
  const answers = await Promise.all(
    Array.from({ length: count }, (_, i) => {
      const name = `${round} batch ${i}`
      const fields = { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: name }
      const pull = { branch_name: `fix/{{jira_key}}-${name.replaceAll(' ', '-')}` }
      const body = JSON.stringify(requestFor(world, [{ issue: { fields }, pull }]))
      const host = hosts[i % hosts.length] as RunningServer
      return host.fetch('/internal/create-issues-and-prs', { method: 'POST', body, token })
    }),
  )
  const told = (await Promise.all(answers.map((answer) => answer.json()))) as { total_prs_created: number }[]
  const made = told.filter(({ total_prs_created: pulls }) => pulls === 1).length
  if (made !== count) throw new Error(`${made} of ${count} batches were done`)
  return performance.now() - began
}

async function measure(hostCount: number, withRedis: boolean): Promise<number> {
  const world = await openScene({ latency })
  const redis = withRedis ? await startRedis() : undefined
  const env = { QUEUE_LIMIT: '1000', BATCHES_AT_ONCE: '4', ...(redis ? { REDIS_URL: redis.url } : {}) }
  const hosts = await Promise.all(Array.from({ length: hostCount }, () => startServer({ env })))
  try {
    await new Promise((resolve) => setTimeout(resolve, grace))
    return count / ((await deliver(world, hosts, `${hostCount} ${withRedis}`)) / 1000)
  } finally {
    for (const host of hosts) await host.stop()
    await redis?.remove()
    await world.stop()
  }
}

const alone = await measure(1, false)
console.log(
  `\n${count} batches of one item, every answer ${latency} ms late, no pacing, ${availableParallelism()} cores\n`,
)
console.log('| store | hosts | batches/s | against one host with SQLite |\n| --- | ---: | ---: | ---: |')
console.log(`| SQLite | 1 | ${alone.toFixed(2)} | 1.00× |`)
for (const hosts of [1, 2, 4]) {
  const speed = await measure(hosts, true)
  console.log(`| Redis | ${hosts} | ${speed.toFixed(2)} | ${(speed / alone).toFixed(2)}× |`)
}

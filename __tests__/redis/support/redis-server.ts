/** A real redis-server on a free port: it can be restarted, flushed, paused and killed, and is gone when its test ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

export interface RedisServer {
  readonly url: string
  readonly port: number
  /** Appends each write to a file before it is answered: a restart loses nothing. */
  start(): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<void>
  /** SIGSTOP: takes connections, answers nothing. */
  pause(): void
  resume(): void
  /** For looking from outside. */
  readonly client: Redis
  /** Everything that stands in it, as text. */
  dump(): Promise<string>
  /** Everything that it has written to its disk, after a SAVE, uncompressed: by file. */
  persisted(): Promise<Record<string, string>>
  remove(): Promise<void>
}

/** `durable: false` keeps nothing over a restart. */
export async function startRedis({ durable = true }: { durable?: boolean } = {}): Promise<RedisServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'redis-'))
  const url = `redis://127.0.0.1:${port}`
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: 100 })
  client.on('error', () => {})
  let child: ChildProcess | undefined

  const server: RedisServer = {
    url,
    port,
    client,
    async start() {
      const keeping = durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...keeping]
      child = spawn('redis-server', args, { stdio: 'ignore' })
      if (client.status === 'wait') await client.connect().catch(() => {})
      await client.ping()
    },
    async stop(signal = 'SIGTERM') {
      const ended = child
      child = undefined
      if (!ended || ended.exitCode !== null) return
      await new Promise<void>((resolve) => {
        ended.once('exit', () => resolve())
        ended.kill('SIGCONT')
        ended.kill(signal)
      })
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    async dump() {
      const all: unknown[] = []
      for (const key of await client.keys('*')) all.push(key, await contentOf(client, key))
      return JSON.stringify(all)
    },
    async persisted() {
      await client.config('SET', 'rdbcompression', 'no')
      await client.save()
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      return Object.fromEntries(
        files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('latin1')]),
      )
    },
    async remove() {
      client.disconnect()
      await server.stop('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

async function contentOf(client: Redis, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash':
      return Object.entries(await client.hgetall(key))
    case 'zset':
      return client.zrange(key, '0', '-1')
    case 'set':
      return client.smembers(key)
    case 'list':
      return client.lrange(key, 0, -1)
    case 'stream':
      return client.xrange(key, '-', '+')
    default:
      return client.get(key)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

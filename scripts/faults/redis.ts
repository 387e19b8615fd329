/** A redis-server of the matrix' own, with its data on the disk at every write. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface RedisServer {
  /** The address of one of its databases, 0 to 15. */
  url(database: number): string
  /** What half a minute does by itself to the leases of a killed holder in that database. */
  expireLeases(database: number): Promise<void>
  stop(): Promise<void>
}

/** Starts one on a free port. Throws when there is no redis-server on this machine. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-redis-'))
  const port = await freePort()
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', '']
  const server = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' })
  const failed = new Promise<never>((_, reject) => server.once('error', reject))
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await Promise.race([answering(port), failed])
  return {
    url: (database) => `redis://127.0.0.1:${port}/${database}`,
    expireLeases: async (database) => {
      const select = `SELECT ${database}\r\n`
      const keys = (await ask(port, `${select}KEYS *:lease:*\r\n`)).match(/\S+:lease:\S+/g) ?? []
      if (keys.length > 0) await ask(port, `${select}DEL ${keys.join(' ')}\r\n`)
    },
    stop: async () => {
      server.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answering(port: number): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if ((await ask(port, 'PING\r\n').catch(() => '')).includes('PONG')) return
    await pause(50)
  }
  throw new Error('redis-server did not come up')
}

/** One inline command and what came back within a moment. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(command))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', reject)
    setTimeout(() => {
      socket.destroy()
      resolve(text)
    }, 100)
  })
}

/** Worker processes of the real bundle on one batch in a world of their own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addManyRepositories, type Many, manyWishes } from '../../__tests__/support/many.ts'
import { githubToken, jiraEmail, jiraToken, openScene, requestFor } from '../../__tests__/support/scene.ts'
import type { WireResponse } from '../../src/batch/response.ts'

const bundle = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const fastClock = new URL('./fast-clock.ts', import.meta.url).href
const liveHeap = new URL('./live-heap.ts', import.meta.url).href

export interface Setting extends Many {
  /** Processes, each with its shard. */
  readonly workers: number
  /** Milliseconds before each answer of GitHub, git and Jira. */
  readonly latency: number
  /** GitHub's pace for its own hosts, on this world's host too. */
  readonly paced?: boolean
  /** How much faster the workers' clock runs; default 1. */
  readonly speed?: number
  /** Looks at the live heap; collecting all garbage for that slows the worker down. */
  readonly looksAtHeap?: boolean
}

export interface Measured {
  readonly items: number
  /** From the first process's start to the last one's end, in milliseconds of the real clock. */
  readonly milliseconds: number
  /** When each pull request reached GitHub, in milliseconds of the real clock from the same start. */
  readonly pullRequests: readonly number[]
  /** Peak resident memory of the largest worker, in MiB. */
  readonly memory: number
  /** The largest live heap of a worker, in MiB; 0 when it was not looked at. */
  readonly heap: number
}

/** Runs a batch in a fresh world. Throws unless every item ended as created, once. */
export async function measure(setting: Setting): Promise<Measured> {
  const world = await openScene()
  const folder = mkdtempSync(join(tmpdir(), 'scale-'))
  try {
    await addManyRepositories(world, setting)
    const file = join(folder, 'batch.json')
    writeFileSync(file, JSON.stringify(requestFor(world, manyWishes(world, setting), { github_pat: undefined })))
    world.latency = setting.latency
    const begin = performance.now()
    const beganAt = Date.now()
    const names = Array.from({ length: setting.workers }, (_, index) => `${index + 1}/${setting.workers}`)
    const done = await Promise.all(names.map((name) => work(name, file, folder, setting)))
    const milliseconds = performance.now() - begin
    const items = setting.repositories * setting.each
    const created = done.flatMap(({ response }) => response.results).filter(({ status }) => status === 'created')
    if (created.length !== items || world.jira.issues.length !== items)
      throw new Error(`${created.length} of ${items} items were created, with ${world.jira.issues.length} issues`)
    const most = (of: 'memory' | 'heap') => Math.max(...done.map((worked) => worked[of]))
    const pullRequests = world.github.creations.flatMap(({ what, at }) => (what === 'pull request' ? at - beganAt : []))
    return { items, milliseconds, pullRequests, memory: most('memory'), heap: most('heap') }
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Worked {
  readonly response: WireResponse
  readonly memory: number
  readonly heap: number
}

/** One process: the command `run`, with a journal and a temporary directory of its own, as on a machine of its own. */
async function work(shard: string, file: string, folder: string, setting: Setting): Promise<Worked> {
  const place = mkdtempSync(join(folder, 'worker-'))
  const preloads = [...(setting.speed === undefined ? [] : [fastClock]), ...(setting.looksAtHeap ? [liveHeap] : [])]
  const heapFile = join(place, 'live-heap')
  const args = [
    ...preloads.flatMap((file) => ['--import', file]),
    bundle,
    'run',
    '--request',
    file,
    '--shard',
    shard,
    '--json',
  ]
  const child = spawn(process.execPath, [...args, '--journal', join(place, 'journal.sqlite')], {
    env: {
      ...{ PATH: process.env.PATH, HOME: place, TMPDIR: place, ALLOW_LOOPBACK: 'true', NTP_SERVER: 'off' },
      ...{ GITHUB_TOKEN: githubToken, JIRA_TOKEN: jiraToken, JIRA_EMAIL: jiraEmail },
      GITHUB_PACING: setting.paced ? 'always' : 'auto',
      CLOCK_SPEED: String(setting.speed ?? 1),
      LIVE_HEAP_FILE: heapFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let memory = 0
  const look = setInterval(() => {
    memory = Math.max(memory, peakMemory(child.pid as number))
  }, 20)
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) {
    const telling = text.err.split('\n').filter((line) => !line.includes('] created '))
    throw new Error(`shard ${shard} ended with ${code}:\n${telling.slice(0, 20).join('\n')}`)
  }
  const heap = setting.looksAtHeap ? Number(readFileSync(heapFile, 'utf8')) : 0
  return { response: JSON.parse(text.out) as WireResponse, memory, heap }
}

/** The kernel's own high-water mark of a process, in MiB; 0 where it cannot be read. */
function peakMemory(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

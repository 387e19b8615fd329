/**
 * GitHub, Jira and git as nothing but the time that they take. Only schedules are read off them: what they answer is the
 * least that the real adapters for GitHub and Jira accept, and git is no git (in every other test it is).
 */
import { createPullRequests } from '../../../src/adapters/github.ts'
import type { Http } from '../../../src/adapters/http.ts'
import { createIssueTracker } from '../../../src/adapters/jira.ts'
import { emptyJournal } from '../../../src/adapters/sqlite-store.ts'
import type { Clock, GitRepository, Ports, RepositorySnapshot } from '../../../src/core/ports.ts'

/** One write at GitHub: when it was sent, in milliseconds, and whether it notifies people. */
export interface GitHubWrite {
  readonly at: number
  readonly notifies: boolean
}

export interface FarSides {
  readonly ports: Ports
  readonly writes: readonly GitHubWrite[]
  /** Repositories that were open at the same time, at most. */
  readonly mostOpen: () => number
}

const oid = '1'.repeat(40)
const log = { write() {} }
const manifest = '{\n  "dependencies": { "lodash": "^4.17.19" }\n}\n'

/** `latency`: milliseconds of one round trip, to whichever side. */
export function farSides(clock: Clock, latency: number): FarSides {
  const writes: GitHubWrite[] = []
  let [open, most, number] = [0, 0, 0]
  // Jira counts its keys up without a gap.
  let issues = 0
  const answerOf = (method: string, url: string): unknown => {
    const path = new URL(url).pathname.replace(/^.*?\/(repos|rest\/api\/\d)\//, '')
    if (method === 'POST' && url.startsWith('https://api.github.com/')) {
      writes.push({ at: clock.now(), notifies: /\/(pulls|requested_reviewers)$/.test(path) })
    }
    if (/^[^/]+\/[^/]+$/.test(path) && method === 'GET') return repositoryAnswer(path)
    if (path.endsWith('/pulls')) return method === 'GET' ? [] : pullAnswer(path, ++number)
    if (path.endsWith('/labels')) return [{ name: 'security' }]
    if (path.endsWith('/requested_reviewers')) return { requested_reviewers: [{ login: 'octocat' }] }
    if (path.startsWith('search')) return { issues: [] }
    if (path === 'issue') return { key: `SEC-${++issues}` }
    return { id: String(++number), comments: [], total: 0 }
  }
  const http = slowHttp(clock, latency, answerOf)
  const way = { http, clock, log, signal: new AbortController().signal }
  const opened = (change: number) => {
    open += change
    most = Math.max(most, open)
  }
  const ports: Ports = {
    ...{ clock, log, journal: emptyJournal },
    issues: createIssueTracker(way),
    pullRequests: createPullRequests(way),
    repositories: { open: async () => slowRepository((trips) => clock.sleep(trips * latency), opened) },
  }
  return { ports, writes, mostOpen: () => most }
}

function repositoryAnswer(path: string) {
  const names = path.split('/').slice(-2).join('/')
  return { default_branch: 'main', full_name: names, html_url: `https://github.com/${names}`, archived: false }
}

function pullAnswer(path: string, number: number) {
  const html_url = `https://github.com/${path}/${number}`
  return { number, html_url, state: 'open', title: 't', head: { sha: oid, ref: 'b' }, user: { login: 'octocat' } }
}

function slowHttp(clock: Clock, latency: number, answerOf: (method: string, url: string) => unknown): Http {
  const isMissing = (method: string, url: string) => method === 'GET' && /\/issue\/[^/]+$/.test(new URL(url).pathname)
  const speak = async (method: string, url: string) => {
    const status = isMissing(method, url) ? 404 : method === 'POST' ? 201 : 200
    const text = JSON.stringify(status === 404 ? {} : answerOf(method, url))
    await clock.sleep(latency)
    return { status, text, headers: new Headers({ 'content-type': 'application/json' }) }
  }
  return {
    send: async ({ method, url }) => (await speak(method, url)) as never,
    fetch: async (url, { method }) => {
      const { status, text, headers } = await speak(method ?? 'GET', url)
      return { status, headers, url, text: async () => text, json: async () => JSON.parse(text) } as never
    },
    close() {},
  }
}

/** The round trips are those that were counted at git's smart HTTP. */
function slowRepository(takes: (trips: number) => Promise<void>, opened: (change: number) => void): GitRepository {
  opened(1)
  const snapshot: RepositorySnapshot = {
    base: 'main',
    head: oid,
    tree: [{ path: 'package.json', mode: '100644', oid }],
    read: async (paths) => {
      await takes(2)
      return new Map(paths.map((path) => [path, Buffer.from(manifest)]))
    },
    commit: async () => oid,
  }
  return {
    snapshot: async () => {
      await takes(3)
      return snapshot
    },
    tips: async () => {
      await takes(2)
      return []
    },
    push: async (requests) => {
      await takes(2)
      return requests.map(({ branch }) => ({ branch, status: 'pushed' }))
    },
    close: async () => opened(-1),
  }
}

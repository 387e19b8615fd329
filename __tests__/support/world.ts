/**
 * A small world on loopback that the real program runs against: git over smart HTTP and GitHub's REST API on one port (as
 * a GitHub Enterprise Server has them), and Jira sites, each on a port of its own. Stateful, strict, faulty on demand.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, type FaultHandle, Faults } from './faults.ts'
import { serveGit } from './github/git-service.ts'
import { GitHub } from './github/github.ts'
import { API_PREFIX, serveRest } from './github/rest.ts'
import { JIRA_CONTRACTS, serveJira } from './jira/rest.ts'
import { JiraSite, type SiteOptions } from './jira/site.ts'
import { countWrites, type RecordedRequest, type WriteCounts } from './request-log.ts'
import { type LoopbackServer, listen } from './server.ts'
import { type Violation, Violations } from './violations.ts'

export interface WorldOptions {
  /** The first Jira site. Default: Cloud. */
  readonly jira?: SiteOptions
  /** Epoch milliseconds for Jira's times and search lag. Default: the machine's clock. */
  readonly clock?: () => number
  /** Added before every answer, in milliseconds: a network far away. */
  readonly latency?: number
}

/** The first Jira site, and the way to more. */
export type WorldJira = JiraSite & { addSite(options?: SiteOptions): Promise<JiraSite> }

export interface World {
  readonly github: GitHub
  readonly jira: WorldJira
  /** Everything that every server saw, in order. */
  readonly requests: RecordedRequest[]
  /** Breaches of the vendors' contracts: a test asserts that there are none. */
  readonly violations: Violation[]
  /** What the world could not do here, such as a contract that is not at hand. */
  readonly notes: string[]
  /** In milliseconds; may be changed at any time. */
  latency: number
  /** How many requests could have changed something. */
  writes(): WriteCounts
  fault(fault: Fault): FaultHandle
  clearFaults(): void
  stop(): Promise<void>
}

/** Starts everything on free ports of 127.0.0.1. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  const faults = new Faults()
  const judge = new Violations()
  const requests: RecordedRequest[] = []
  const clock = options.clock ?? Date.now
  const github = new GitHub(folder, clock)
  const shared = { requests, faults, latency: () => world.latency }
  const servers: LoopbackServer[] = []

  const addSite = async (site: SiteOptions = {}): Promise<JiraSite> => {
    const made = new JiraSite(site, clock)
    const server = await listen({
      ...shared,
      nameOf: () => 'jira',
      handle: async (exchange) => serveJira(made, judge, exchange),
    })
    servers.push(server)
    made.servedAt(server.url)
    return made
  }

  const world: World = {
    github,
    jira: Object.assign(await firstSite(), { addSite }),
    requests,
    violations: judge.list,
    notes: contractNotes(),
    latency: options.latency ?? 0,
    writes: () => countWrites(requests),
    fault: (fault) => faults.arm(fault),
    clearFaults: () => faults.clear(),
    stop: async () => {
      await Promise.all(servers.map((server) => server.close()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world

  async function firstSite(): Promise<JiraSite> {
    const isRest = (path: string): boolean => path.startsWith(`${API_PREFIX}/`)
    const server = await listen({
      ...shared,
      nameOf: (path) => (isRest(path) ? 'github' : 'git'),
      handle: (exchange) => (isRest(exchange.path) ? serveRest(github, judge, exchange) : serveGit(github, exchange)),
    })
    servers.push(server)
    github.servedAt(server.url)
    return addSite(options.jira)
  }
}

function contractNotes(): string[] {
  return Object.entries(JIRA_CONTRACTS)
    .filter(([, file]) => !existsSync(file))
    .map(([version]) => `Jira contract not checked: the description of version ${version} is not beside this checkout`)
}

/** What an earlier run left behind at the Jira sites, asked for once for the whole batch. */
import type { Item, JiraSite } from '../core/batch.ts'
import { Failure } from '../core/errors.ts'
import type { CreatedIssue, IssueTracker, WantedIssue } from '../core/ports.ts'

type FoundIssues = ReadonlyMap<string, readonly CreatedIssue[]>

/** Finds the issues of earlier runs. The first question about a site reads for all items of that site. */
export class Recovery {
  readonly #issues: IssueTracker
  readonly #items: readonly Item[]
  readonly #sites = new Map<string, Promise<FoundIssues | 'refused'>>()
  readonly #seen = new Map<string, readonly CreatedIssue[]>()

  constructor(issues: IssueTracker, items: readonly Item[]) {
    this.#issues = issues
    this.#items = items
  }

  /**
   * The issue that carries this item's key, if any: the one that the item's branch names (`candidate`, adopted only when
   * it carries the key), else the oldest. `fresh` asks anew, for this item alone.
   */
  async issue(item: Item, fresh: boolean, candidate?: string): Promise<CreatedIssue | undefined> {
    const issues = fresh ? await this.#alone(item, candidate) : await this.#amongAll(item, candidate)
    this.#seen.set(item.key, issues)
    return issues.find(({ key }) => key === candidate) ?? issues[0]
  }

  /**
   * The older issue of this item that another run made while this one made `issueKey`, and which therefore is the item's.
   * The look is a precaution: where it fails, the item goes on with its own.
   */
  older(item: Item, issueKey: string): Promise<CreatedIssue | undefined> {
    return this.#issues.findOlder(item.issue.site, item.key, issueKey).catch(() => undefined)
  }

  /** All issues that carry this item's key, as they were last seen, the oldest first. */
  seen(item: Item): readonly CreatedIssue[] {
    return this.#seen.get(item.key) ?? []
  }

  /** Searching lags behind; a candidate that the search does not show is read by its key, which does not. */
  async #amongAll(item: Item, candidate: string | undefined): Promise<CreatedIssue[]> {
    const all = await this.#all(item.issue.site)
    // One item's project that is not there makes Jira refuse the question for all: the others must not suffer for it.
    if (all === 'refused') return this.#alone(item, candidate)
    const issues = sorted(all.get(item.key) ?? [])
    if (candidate === undefined || issues.some(({ key }) => key === candidate)) return issues
    const named = await this.#alone(item, candidate)
    return sorted([...issues, ...named.filter(({ key }) => !issues.some((issue) => issue.key === key))])
  }

  async #alone(item: Item, candidate: string | undefined): Promise<CreatedIssue[]> {
    const found = await this.#issues.findIssues(item.issue.site, [wanted(item, candidate)])
    return sorted(found.get(item.key) ?? [])
  }

  #all(site: JiraSite): Promise<FoundIssues | 'refused'> {
    const name = siteName(site)
    const running = this.#sites.get(name)
    if (running) return running
    const items = this.#items.filter((item) => siteName(item.issue.site) === name)
    const question = items.map((item) => wanted(item))
    const asked = this.#issues.findIssues(site, question).catch((error: unknown) => {
      if (error instanceof Failure && error.retry === 'never') return 'refused' as const
      throw error
    })
    this.#sites.set(name, asked)
    return asked
  }
}

const wanted = (item: Item, candidate?: string): WantedIssue => ({
  itemKey: item.key,
  fields: item.issue.fields,
  ...(candidate === undefined ? {} : { candidates: [candidate] }),
})

/** Two credentials for one site may see different issues, so they are asked for apart. */
const siteName = (site: JiraSite) =>
  JSON.stringify([site.serverUrl, site.apiVersion, site.email ?? '', site.token.reveal()])

/** `SEC-9` before `SEC-10`. */
function sorted(issues: readonly CreatedIssue[]): CreatedIssue[] {
  const number = ({ key }: CreatedIssue) => Number(key.slice(key.lastIndexOf('-') + 1))
  return [...issues].sort((a, b) => number(a) - number(b))
}

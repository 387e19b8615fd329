/** Finding issues of earlier runs. Entity properties cannot be searched for, so candidates are read with their property. */
import type { CreatedIssue, WantedIssue } from '../../core/ports.ts'
import { projectOf } from '../../core/project.ts'
import type { IssueAnswer } from './answers.ts'
import type { JiraClient } from './client.ts'

/** The entity property that holds the item key; it shows nowhere in the issue. */
export const itemProperty = 'create-issues-and-prs'

const summariesAtOnce = 20
/** A large batch has dozens of them, and no issue is made before the last is answered. */
const queriesAtOnce = 4
const pageSize = 100
/** How many keys in a row must not be there for the newest issue to be known: numbers are lost now and then. */
const gap = 5
/** The most keys that are read so, for each project. */
const mostNew = 200
const mostPages = 20

/** All issues that carry one of the wanted item keys, by item key. Reads only. `lookedUpTo` hears how far that look went. */
export async function searchByItemKey(
  client: JiraClient,
  wanted: readonly WantedIssue[],
  lookedUpTo: (newestKey: string) => void = () => {},
): Promise<Map<string, CreatedIssue[]>> {
  const keys = new Set(wanted.map(({ itemKey }) => itemKey))
  const found = new Map<string, Map<string, CreatedIssue>>()
  const keep = (issue: IssueAnswer) => {
    const itemKey = itemKeyOf(issue)
    if (itemKey === undefined || !keys.has(itemKey)) return
    const issues = found.get(itemKey) ?? new Map<string, CreatedIssue>()
    issues.set(issue.key, { key: issue.key, url: client.browseUrl(issue.key) })
    found.set(itemKey, issues)
  }
  for (const key of new Set(wanted.flatMap(({ candidates }) => candidates ?? []))) {
    const issue = await client.issue(key, itemProperty)
    if (issue) keep(issue)
  }
  const unseen = wanted.filter(({ itemKey }) => !found.has(itemKey))
  for (const some of chunks(queries(unseen), queriesAtOnce)) {
    for (const issue of (await Promise.all(some.map((jql) => allPages(client, jql)))).flat()) keep(issue)
  }
  const unfound = unseen.filter(({ itemKey }) => !found.has(itemKey))
  for (const project of projectsOf(unfound)) {
    for (const issue of await notSearchableYet(client, project, lookedUpTo)) keep(issue)
  }
  return new Map([...found].map(([itemKey, issues]) => [itemKey, [...issues.values()]]))
}

/**
 * Issues that are too new to be searched for. The index lags behind, but an issue can be read by its key at once, and keys
 * are counted up: so the keys after the newest one that the search knows are read, until a few in a row are not there.
 */
async function notSearchableYet(
  client: JiraClient,
  project: string,
  lookedUpTo: (newestKey: string) => void,
): Promise<IssueAnswer[]> {
  const jql = `project = ${quoted(project)} ORDER BY created DESC`
  const { issues } = await client.search({
    jql,
    fields: ['summary'],
    property: itemProperty,
    pageSize: 20,
    next: undefined,
  })
  const keys = issues.map(({ key }) => key)
  const prefix = keys[0]?.replace(/\d+$/, '') ?? (/^\d+$/.test(project) ? undefined : `${project}-`)
  if (prefix === undefined) return []
  const read: IssueAnswer[] = []
  let last = Math.max(0, ...keys.map(numberOf))
  for (const end = last + mostNew; last < end; ) {
    const next = Array.from({ length: gap }, (_, index) => last + 1 + index)
    const there = await Promise.all(next.map((number) => client.issue(prefix + number, itemProperty)))
    const newest = there.findLastIndex((issue) => issue !== undefined)
    if (newest < 0) break
    read.push(...there.filter((issue) => issue !== undefined))
    last += newest + 1
  }
  lookedUpTo(prefix + last)
  return read
}

/** The item key that an issue carries: null for none, undefined where there is no such issue. */
export async function readItemKey(client: JiraClient, key: string): Promise<string | null | undefined> {
  const issue = await client.issue(key, itemProperty)
  return issue === undefined ? undefined : (itemKeyOf(issue) ?? null)
}

const numberOf = (key: string) => Number(key.slice(key.lastIndexOf('-') + 1))

function itemKeyOf({ properties }: IssueAnswer): string | undefined {
  const value = properties?.[itemProperty]
  const item = typeof value === 'object' && value !== null ? (value as { item?: unknown }).item : undefined
  return typeof item === 'string' ? item : undefined
}

/** A few queries for however many items: by project, with the words of their summaries. */
export function queries(wanted: readonly WantedIssue[]): string[] {
  const byProject = new Map<string, Set<string>>()
  for (const { fields } of wanted) {
    const project = projectOf(fields)
    if (project === undefined) continue
    const conditions = byProject.get(project) ?? new Set<string>()
    conditions.add(condition(fields.summary))
    byProject.set(project, conditions)
  }
  return [...byProject].flatMap(([project, conditions]) =>
    chunks([...conditions], summariesAtOnce).map(
      (some) => `project = ${quoted(project)} AND (${some.join(' OR ')}) ORDER BY created ASC`,
    ),
  )
}

const projectsOf = (wanted: readonly WantedIssue[]) => new Set(wanted.flatMap(({ fields }) => projectOf(fields) ?? []))

/** Plain words only: Jira's text search has an operator for nearly every other character. */
function condition(summary: unknown): string {
  const words = typeof summary === 'string' ? (summary.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? []) : []
  const some = [...new Set(words)].slice(0, 8)
  return some.length > 0 ? `summary ~ ${quoted(some.join(' '))}` : 'created >= -30d'
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

async function allPages(client: JiraClient, jql: string): Promise<IssueAnswer[]> {
  const all: IssueAnswer[] = []
  let next: string | number | undefined = client.isCloud ? undefined : 0
  for (let page = 0; page < mostPages; page++) {
    const answer = await client.search({ jql, fields: ['summary'], property: itemProperty, pageSize, next })
    all.push(...answer.issues)
    next = answer.next
    if (next === undefined) break
  }
  return all
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

/** State as Jira's JSON, for the version and the kind of site that ask. */
import { asDocument, plainText } from './adf.ts'
import type { JiraRequest } from './request.ts'
import type { Issue, JiraComment, JiraUser, RemoteLink } from './state.ts'

/** `2026-11-23T10:00:00.000+0000`, as Jira writes times. */
export const jiraTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000')

export function user({ site, base }: JiraRequest, who: JiraUser): Record<string, unknown> {
  const shared = { emailAddress: who.email, displayName: who.displayName, active: true, timeZone: 'Etc/UTC' }
  return site.kind === 'cloud'
    ? { self: `${base}/user?accountId=${who.accountId}`, accountId: who.accountId, accountType: 'atlassian', ...shared }
    : {
        self: `${base}/user?username=${who.name}`,
        name: who.name,
        key: `JIRAUSER${who.accountId.slice(-5)}`,
        ...shared,
      }
}

/** Rich text as the version has it: a document in 3, text in 2. */
export function richText({ version }: JiraRequest, value: unknown): unknown {
  if (value === undefined || value === null) return null
  return version === '3' ? asDocument(value) : plainText(value)
}

export interface Wanted {
  /** Field names; `*all` and `*navigable` mean every one, `-name` takes one away. Empty: none at all. */
  readonly fields: readonly string[]
  readonly properties: readonly string[]
}

export function issue(request: JiraRequest, entry: Issue, wanted: Wanted): Record<string, unknown> {
  const { base } = request
  const properties = wanted.properties.flatMap((key) =>
    key === '*all'
      ? [...entry.properties]
      : entry.properties.has(key)
        ? [[key, entry.properties.get(key)] as const]
        : [],
  )
  const fields = wanted.fields.length === 0 ? undefined : chosenFields(request, entry, wanted.fields)
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: entry.id,
    self: `${base}/issue/${entry.id}`,
    key: entry.key,
    ...(fields === undefined ? {} : { fields }),
    ...(wanted.properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
  }
}

function chosenFields(request: JiraRequest, entry: Issue, names: readonly string[]): Record<string, unknown> {
  const all = allFields(request, entry)
  const every =
    names.some((name) => name === '*all' || name === '*navigable') || names.every((name) => name.startsWith('-'))
  const removed = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)))
  const kept = Object.entries(all).filter(([name]) => (every || names.includes(name)) && !removed.has(name))
  return Object.fromEntries(kept)
}

function allFields(request: JiraRequest, entry: Issue): Record<string, unknown> {
  const { base } = request
  const { project } = entry
  const rich = Object.fromEntries(
    Object.entries(entry.fields)
      .filter(([id]) => id === 'environment' || project.customFields[id]?.kind === 'text')
      .map(([id, value]) => [id, richText(request, value)]),
  )
  return {
    ...entry.fields,
    ...rich,
    description: richText(request, entry.fields.description),
    labels: entry.fields.labels ?? [],
    project: { self: `${base}/project/${project.id}`, id: project.id, key: project.key, name: project.name },
    issuetype: entry.fields.issuetype,
    status: {
      self: `${base}/status/1`,
      id: '1',
      name: entry.status,
      statusCategory: { id: 2, key: 'new', name: 'To Do' },
    },
    reporter: user(request, entry.reporter),
    creator: user(request, entry.reporter),
    created: jiraTime(entry.created),
    updated: jiraTime(entry.updated),
  }
}

export function comment(request: JiraRequest, entry: Issue, made: JiraComment): Record<string, unknown> {
  return {
    self: `${request.base}/issue/${entry.id}/comment/${made.id}`,
    id: made.id,
    author: user(request, made.author),
    body: richText(request, made.body),
    updateAuthor: user(request, made.author),
    created: jiraTime(made.created),
    updated: jiraTime(made.created),
  }
}

export function remoteLink({ base }: JiraRequest, entry: Issue, link: RemoteLink): Record<string, unknown> {
  const self = `${base}/issue/${entry.key}/remotelink/${link.id}`
  return { id: link.id, self, ...(link.globalId === undefined ? {} : { globalId: link.globalId }), ...link.content }
}

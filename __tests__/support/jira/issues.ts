/** Issues: create, bulk create, read, edit. */
import { type FieldErrors, fieldErrors, JiraRefusal, jiraError } from './errors.ts'
import { createFaults, valueFaults } from './fields.ts'
import { issue as renderIssue } from './render.ts'
import { has, issueFor, type JiraHandler, type JiraRequest, writer } from './request.ts'
import type { Issue, Project } from './state.ts'

type Update = Readonly<Record<string, unknown>>

export const createIssue: JiraHandler = (request) => {
  writer(request)
  const made = makeIssue(request, request.body)
  return { status: 201, body: created(request, made) }
}

const created = ({ base }: JiraRequest, made: Issue): Record<string, string> => ({
  id: made.id,
  key: made.key,
  self: `${base}/issue/${made.id}`,
})

export const createIssues: JiraHandler = (request) => {
  writer(request)
  const updates = (request.body.issueUpdates ?? []) as Update[]
  if (updates.length > 50) throw jiraError(400, ['The number of issues to be created must not exceed 50.'])
  const issues: unknown[] = []
  const errors: unknown[] = []
  updates.forEach((update, failedElementNumber) => {
    try {
      issues.push(created(request, makeIssue(request, update)))
    } catch (error) {
      if (!(error instanceof JiraRefusal)) throw error
      errors.push({ status: error.answer.status, elementErrors: error.answer.body, failedElementNumber })
    }
  })
  return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } }
}

function makeIssue(request: JiraRequest, update: Update): Issue {
  const { site, version, token } = request
  const fields = (update.fields ?? {}) as Update
  const project = projectOf(request, fields.project)
  refuseFaults(createFaults(project, fields, version))
  const properties = propertiesOf(update.properties)
  const now = site.now()
  const made: Issue = {
    id: String(site.nextId()),
    key: `${project.key}-${++project.issuesMade}`,
    project,
    reporter: (token as NonNullable<typeof token>).user,
    created: now,
    updated: now,
    status: 'To Do',
    fields: structuredClone({ ...fields, summary: String(fields.summary).trim() }) as Record<string, unknown>,
    properties,
    comments: [],
    links: [],
  }
  site.issues.push(made)
  return made
}

function projectOf({ site, token }: JiraRequest, given: unknown): Project {
  const { key, id } = (given ?? {}) as { key?: unknown; id?: unknown }
  const absent = site.kind === 'cloud' ? 'Specify a valid project ID or key' : 'project is required'
  if (key === undefined && id === undefined) throw fieldErrors({ project: absent })
  const project = site.project(String(key ?? id))
  if (project === undefined || !has(token, project, 'browse')) {
    throw fieldErrors({ project: site.kind === 'cloud' ? absent : 'valid project is required' })
  }
  if (!has(token, project, 'create')) {
    throw fieldErrors({ project: 'You do not have permission to create issues in this project.' })
  }
  return project
}

function refuseFaults(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw fieldErrors(errors)
}

function propertiesOf(given: unknown): Map<string, unknown> {
  const properties = new Map<string, unknown>()
  for (const { key, value } of (given ?? []) as { key?: string; value?: unknown }[]) {
    if (typeof key !== 'string' || key === '' || key.length > 255)
      throw jiraError(400, ['The property key must be between 1 and 255 characters long.'])
    if (value === undefined || JSON.stringify(value).length > 32_768) {
      throw jiraError(400, ['The property value must be a valid, non-empty JSON value of at most 32768 characters.'])
    }
    properties.set(key, structuredClone(value))
  }
  return properties
}

const listOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter(Boolean)

export const getIssue: JiraHandler = (request) => {
  const entry = issueFor(request)
  const fields = listOf(request.query, 'fields')
  const wanted = { fields: fields.length > 0 ? fields : ['*all'], properties: listOf(request.query, 'properties') }
  return { status: 200, body: renderIssue(request, entry, wanted) }
}

export const editIssue: JiraHandler = (request) => {
  const entry = issueFor(request)
  if (!has(request.token, entry.project, 'edit'))
    throw jiraError(403, ['You do not have permission to edit issues in this project.'])
  const fields = (request.body.fields ?? {}) as Update
  refuseFaults(valueFaults(entry.project, fields, request.version))
  const properties = propertiesOf(request.body.properties)
  Object.assign(entry.fields, structuredClone(fields))
  editLabels(entry, request.body.update)
  for (const [key, value] of properties) entry.properties.set(key, value)
  entry.updated = request.site.now()
  return { status: 204 }
}

function editLabels(entry: Issue, update: unknown): void {
  const operations = ((update ?? {}) as { labels?: { add?: string; remove?: string }[] }).labels ?? []
  const labels = new Set((entry.fields.labels ?? []) as string[])
  for (const { add, remove } of operations) {
    if (add !== undefined) labels.add(add)
    if (remove !== undefined) labels.delete(remove)
  }
  if (operations.length > 0) entry.fields.labels = [...labels]
}

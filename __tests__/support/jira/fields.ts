/** What a create or edit screen accepts: every fault of the fields at once, as Jira tells them. */
import { isAdf, looksLikeAdf } from './adf.ts'
import { type FieldErrors, jiraError, MUST_BE_ADF, MUST_BE_TEXT, notOnScreen, TEXT_LIMIT, TOO_LONG } from './errors.ts'
import type { FieldKind, Project } from './state.ts'

type Fields = Readonly<Record<string, unknown>>

const ALWAYS = ['project', 'issuetype', 'summary']
const KIND_OF: Readonly<Record<string, FieldKind>> = {
  description: 'text',
  environment: 'text',
  labels: 'labels',
  duedate: 'date',
}
const REQUIRED_NAME: Readonly<Record<string, string>> = {
  components: 'Component/s',
  description: 'Description',
  labels: 'Labels',
  priority: 'Priority',
  assignee: 'Assignee',
  duedate: 'Due date',
  fixVersions: 'Fix Version/s',
  versions: 'Affects Version/s',
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Faults of the fields of a new issue, by field. */
export function createFaults(project: Project, fields: Fields, version: '2' | '3'): FieldErrors {
  const errors: Record<string, string> = {}
  if (isAbsent(fields.issuetype)) errors.issuetype = 'Specify an issue type'
  if (isAbsent(fields.summary)) errors.summary = 'You must specify a summary of the issue.'
  for (const id of project.requiredFields) {
    const name = REQUIRED_NAME[id] ?? project.customFields[id]?.name ?? id
    if (isAbsent(fields[id])) errors[id] = `${name} is required.`
  }
  return { ...errors, ...valueFaults(project, fields, version) }
}

/** Faults of the given values alone. Throws `INVALID_INPUT` for a document that Atlassian's schema refuses. */
export function valueFaults(project: Project, fields: Fields, version: '2' | '3'): FieldErrors {
  const errors: Record<string, string> = {}
  for (const [id, value] of Object.entries(fields)) {
    const fault = isAbsent(value) ? undefined : fieldFault(project, id, value, version)
    if (fault !== undefined) errors[id] = fault
    else if (!ALWAYS.includes(id) && !project.screen.has(id)) errors[id] = notOnScreen(id)
  }
  return errors
}

function fieldFault(project: Project, id: string, value: unknown, version: '2' | '3'): string | undefined {
  if (!ALWAYS.includes(id) && !project.screen.has(id)) return notOnScreen(id)
  switch (id) {
    case 'project':
      return undefined
    case 'summary':
      return summaryFault(value)
    case 'issuetype':
      return named(value, project.issueTypes) ? undefined : 'The issue type selected is invalid.'
    case 'components':
      return componentsFault(project, value)
    default:
      return kindFault(
        KIND_OF[id] ?? project.customFields[id]?.kind ?? 'any',
        value,
        version,
        project.customFields[id]?.options,
      )
  }
}

function summaryFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return MUST_BE_TEXT
  if (/[\r\n]/.test(value)) return 'The summary is invalid because it contains newline characters.'
  return [...value].length > 255 ? 'Summary must be less than 255 characters.' : undefined
}

/** `{name}` or `{id}` (its place in the list, from 1) of something that exists. */
function named(value: unknown, names: readonly string[]): boolean {
  if (!isObject(value)) return false
  if (value.name !== undefined) return names.includes(String(value.name))
  return names[Number(value.id) - 1] !== undefined
}

function componentsFault(project: Project, value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'data was not an array'
  if (value.some((entry) => !isObject(entry))) return "expected 'id' or 'name' property"
  const unknown = value.find((entry) => !named(entry, project.components)) as Fields | undefined
  return unknown === undefined ? undefined : `Component name '${String(unknown.name ?? unknown.id)}' is not valid`
}

function kindFault(
  kind: FieldKind,
  value: unknown,
  version: '2' | '3',
  options?: readonly string[],
): string | undefined {
  switch (kind) {
    case 'text':
      return richTextFault(value, version)
    case 'string':
      return typeof value === 'string' ? undefined : MUST_BE_TEXT
    case 'number':
      return typeof value === 'number' ? undefined : 'Operation value must be a number'
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value))
        ? undefined
        : "Operation value must be a string in the format 'yyyy-MM-dd'"
    case 'labels':
      return labelsFault(value)
    case 'option':
      return optionFault(value, options)
    case 'options':
      return Array.isArray(value)
        ? value.map((entry) => optionFault(entry, options)).find(Boolean)
        : 'data was not an array'
    default:
      return undefined
  }
}

function richTextFault(value: unknown, version: '2' | '3'): string | undefined {
  if (version === '2') {
    if (typeof value !== 'string') return MUST_BE_TEXT
    return value.length > TEXT_LIMIT ? TOO_LONG : undefined
  }
  if (!looksLikeAdf(value)) return MUST_BE_ADF
  if (!isAdf(value)) throw jiraError(400, ['INVALID_INPUT'])
  return JSON.stringify(value).length > TEXT_LIMIT ? TOO_LONG : undefined
}

function labelsFault(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'data was not an array'
  for (const label of value) {
    if (typeof label !== 'string') return 'Operation value must be a string'
    if (/\s/.test(label)) return `The label '${label}' contains spaces which is invalid.`
    if (label.length > 255) return `The label '${label}' exceeds the limit of 255 characters.`
  }
  return undefined
}

function optionFault(value: unknown, options: readonly string[] = []): string | undefined {
  if (!isObject(value)) return 'Specify a valid value for the option: an object with `id` or `value`'
  if (value.value !== undefined && options.includes(String(value.value))) return undefined
  if (options[Number(value.id) - 1] !== undefined) return undefined
  return `Option value '${String(value.value ?? value.id)}' is not valid`
}

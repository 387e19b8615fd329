/** From JSON to a checked wire request: all faults at once, unknown members as warnings, nothing contacted. */
import type { z } from 'zod'
import type { Warning } from '../core/batch.ts'
import { type Fault, pointerTo, requestInvalid } from './faults.ts'
import { readable, ruleFaults } from './rule-faults.ts'
import {
  itemSchema,
  jiraCommentSchema,
  jiraIssueSchema,
  mostItems,
  pullRequestSchema,
  requestSchema,
  requestSchemaOf,
  type WireItem,
  type WireRequest,
} from './schema.ts'

export interface ParsedRequest {
  readonly request: WireRequest
  readonly items: readonly WireItem[]
  /** The name the caller used for the list of items. */
  readonly itemsName: 'items' | 'vulnerabilities'
  readonly warnings: readonly Warning[]
}

/** Throws one `request-invalid` or `request-refused` Failure that holds every fault. `items`: how many at most. */
export function parseRequest(given: unknown, options: { allowLoopback: boolean; items?: number }): ParsedRequest {
  const value = withoutNulls(given)
  const schema = options.items === undefined ? requestSchema : requestSchemaOf(options.items)
  const outcome = schema.safeParse(value, { reportInput: false })
  if (!outcome.success) {
    const faults = [...outcome.error.issues.flatMap((issue) => shapeFaults(issue)), ...countFaults(value)]
    const said = new Set(faults.map(({ pointer }) => pointer))
    const rules = ruleFaults(readable(value), options.allowLoopback).filter(({ pointer }) => !said.has(pointer))
    throw requestInvalid([...faults, ...rules])
  }
  const request = outcome.data
  const faults = [...countFaults(value), ...ruleFaults(request, options.allowLoopback), ...agreementFaults(request)]
  if (faults.length > 0) throw requestInvalid(faults)
  const itemsName = request.items ? 'items' : 'vulnerabilities'
  return { request, items: request.items ?? request.vulnerabilities ?? [], itemsName, warnings: unknownMembers(value) }
}

// ---------------------------------------------------------------- null

type Shape = Readonly<Record<string, z.ZodType>>
const optionalIn = (shape: Shape) =>
  new Set(Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success))
const optionalMembers = optionalIn(requestSchema.shape)
const optionalInLists: Readonly<Record<string, ReadonlySet<string>>> = {
  items: optionalIn(itemSchema.shape),
  vulnerabilities: optionalIn(itemSchema.shape),
  jira_issue_requests: optionalIn(jiraIssueSchema.shape),
  github_pr_requests: optionalIn(pullRequestSchema.shape),
  jira_comment_requests: optionalIn(jiraCommentSchema.shape),
}

/** `null` in a member that may be left out is the same as leaving it out: so do Python's and Java's serialisers write it. */
function withoutNulls(value: unknown): unknown {
  const root = leaveOut(value, optionalMembers)
  if (!isObject(root)) return root
  return Object.fromEntries(
    Object.entries(root).map(([name, member]) => {
      const optional = Object.hasOwn(optionalInLists, name) ? optionalInLists[name] : undefined
      return [name, optional && Array.isArray(member) ? member.map((entry) => leaveOut(entry, optional)) : member]
    }),
  )
}

function leaveOut(value: unknown, optional: ReadonlySet<string>): unknown {
  if (!isObject(value) || !Object.values(value).includes(null)) return value
  return Object.fromEntries(Object.entries(value).filter(([name, member]) => member !== null || !optional.has(name)))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// ---------------------------------------------------------------- shape

type Issue = z.core.$ZodIssue

function shapeFaults(issue: Issue): Fault[] {
  const pointer = pointerTo(issue.path)
  const name = String(issue.path.findLast((part) => typeof part === 'string') ?? '')
  // A text of the wrong form is well-formed JSON all the same: a value that is never accepted.
  const kind = issue.code === 'invalid_format' ? 'rule' : 'shape'
  return [{ pointer, expected: expectation(issue), hint: hintFor(name, issue), kind }]
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${article(issue.expected)}`
    case 'too_small':
      return issue.origin === 'array' ? `a list of at least ${issue.minimum}` : 'a text that is not empty'
    case 'too_big':
      return issue.origin === 'array' ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum} characters`
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    default:
      return issue.message
  }
}

const article = (type: string) =>
  ({
    string: 'a text',
    array: 'a list',
    object: 'an object',
    boolean: 'true or false',
    record: 'an object',
    number: 'a number',
  })[type] ?? type

const hints: Readonly<Record<string, string>> = {
  items: 'List the packages to raise, each with package_name, current_version and safe_version.',
  vulnerabilities: 'List the packages to raise, each with package_name, current_version and safe_version.',
  jira_issue_requests: 'Give one {server_url, fields} for each item, in the same order.',
  github_pr_requests:
    'Give one {branch_name, title, body, package_name, current_version, safe_version} for each item, in the same order.',
  jira_comment_requests: 'Give {body} for each item, in the same order, or leave the list out.',
  ecosystem:
    'Use the purl type: PyPI is pypi, Go is golang, Maven and Gradle are maven, RubyGems is gem, NuGet is nuget.',
  api_version: 'Use "2" (the default) or "3", as texts.',
  safe_version: 'Name one version; how constraints are rewritten is decided by the editor.',
  fields: 'Give the fields of the Jira issue as an object: project, summary, issuetype, …',
  dry_run: 'Use true or false without quotes.',
}

const tooManyItems = 'Cut the batch into several, or give it as a file to mode: plan, whose shards share 10,000 items.'

function hintFor(name: string, issue: Issue): string {
  if (issue.code === 'too_big' && issue.origin === 'array' && issue.maximum === mostItems) return tooManyItems
  const missing = issue.code === 'invalid_type' && issue.message.includes('undefined')
  return hints[name] ?? (missing ? 'Add it.' : 'Correct it.')
}

/** Lists that belong together have one length; said with the numbers, and also when other things are wrong. */
function countFaults(value: unknown): Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const lists = value as Record<string, unknown>
  const length = (name: string) => (Array.isArray(lists[name]) ? (lists[name] as unknown[]).length : undefined)
  const fault = (pointer: string, expected: string, hint: string): Fault => ({ pointer, expected, hint, kind: 'shape' })
  if ('items' in lists && 'vulnerabilities' in lists) {
    return [
      fault(
        '/vulnerabilities',
        'either `items` or `vulnerabilities`, not both',
        'Keep `items`; the other is its older name.',
      ),
    ]
  }
  const name = 'vulnerabilities' in lists ? 'vulnerabilities' : 'items'
  const count = length(name)
  if (!(name in lists)) return [fault('/items', 'a list', hints.items as string)]
  if (count === undefined) return []
  const unequal = ['jira_issue_requests', 'github_pr_requests'].filter(
    (list) => length(list) !== undefined && length(list) !== count,
  )
  const faults = unequal.map((list) =>
    fault(
      `/${list}`,
      `${count} entries, as many as ${name} has, and not ${length(list)}`,
      'The lists belong together by position: give each item one entry.',
    ),
  )
  const comments = length('jira_comment_requests')
  if (comments !== undefined && comments > count) {
    faults.push(
      fault(
        '/jira_comment_requests',
        `at most ${count} entries, as ${name} has, and not ${comments}`,
        'Comments belong to the items by position.',
      ),
    )
  }
  return faults
}

// ---------------------------------------------------------------- rules

/** The two places that name a package must name the same one: otherwise the lists are out of step. */
function agreementFaults(request: WireRequest): Fault[] {
  const items = request.items ?? request.vulnerabilities ?? []
  return items.flatMap((item, index) => {
    const pull = request.github_pr_requests[index]
    if (!pull) return []
    const members = ['package_name', 'current_version', 'safe_version'] as const
    return members
      .filter((member) => item[member] !== pull[member])
      .map(
        (member): Fault => ({
          pointer: `/github_pr_requests/${index}/${member}`,
          expected: `the same ${member} as the item at position ${index} has`,
          hint: 'The lists belong together by position: check their order.',
          kind: 'shape',
        }),
      )
  })
}

// ---------------------------------------------------------------- warnings

/** Members that nobody reads are said, since one of them may be a misspelled one. */
function unknownMembers(value: unknown): Warning[] {
  const root = value as Record<string, unknown>
  const found = [...unknownIn(root, Object.keys(requestSchema.shape), '')]
  const lists = {
    jira_issue_requests: jiraIssueSchema,
    github_pr_requests: pullRequestSchema,
    jira_comment_requests: jiraCommentSchema,
  }
  for (const [name, schema] of Object.entries(lists)) {
    const entries = Array.isArray(root[name]) ? (root[name] as unknown[]) : []
    entries.forEach((entry, index) => {
      found.push(...unknownIn(entry as Record<string, unknown>, Object.keys(schema.shape), `/${name}/${index}`))
    })
  }
  return found.map((pointer) => ({
    code: 'unknown-member',
    message: `${pointer} is not known and was ignored.`,
    hint: 'Check its spelling, or leave it out.',
  }))
}

function unknownIn(object: Record<string, unknown>, known: readonly string[], at: string): string[] {
  return Object.keys(object)
    .filter((name) => !known.includes(name))
    .map((name) => `${at}${pointerTo([name.slice(0, 64)])}`)
}

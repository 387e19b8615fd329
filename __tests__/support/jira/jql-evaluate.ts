/** A parsed query over issues. What a field or operator does not support is refused in Jira's words. */
import { plainText } from './adf.ts'
import { type Clause, JqlError, type Operand, type Query, type Sort } from './jql-parse.ts'
import type { Issue, JiraUser, Project } from './state.ts'
import { textMatches } from './text-match.ts'

export interface SearchContext {
  /** Epoch milliseconds. */
  readonly now: number
  readonly user: JiraUser | undefined
  /** Projects that the user may browse. */
  readonly projects: readonly Project[]
  /** Every issue key that exists, seen or not. */
  readonly issueKeys: ReadonlySet<string>
}

type Test = (issue: Issue) => boolean
type Term = Extract<Clause, { kind: 'term' }>

/** The issues that match, in the query's order. Throws JqlError. */
export function evaluateJql(query: Query, issues: readonly Issue[], context: SearchContext): Issue[] {
  const test = query.where === undefined ? () => true : compile(query.where, context)
  return issues.filter(test).sort(ordering(query.order))
}

function compile(clause: Clause, context: SearchContext): Test {
  switch (clause.kind) {
    case 'and': {
      const tests = clause.parts.map((part) => compile(part, context))
      return (issue) => tests.every((test) => test(issue))
    }
    case 'or': {
      const tests = clause.parts.map((part) => compile(part, context))
      return (issue) => tests.some((test) => test(issue))
    }
    case 'not': {
      const test = compile(clause.part, context)
      return (issue) => !test(issue)
    }
    default:
      return compileTerm(clause, context)
  }
}

interface SearchField {
  readonly operators: readonly string[]
  /** The values of an issue, in lower case for equality. */
  values(issue: Issue): readonly string[]
  /** An operand as a value. Throws JqlError when there is no such value. */
  operand?(text: string, context: SearchContext): string
}

const EQUALITY = ['=', '!=', 'in', 'not in', 'is', 'is not']
const TEXT = ['~', '!~', 'is', 'is not']
const ORDERED = ['=', '!=', '<', '>', '<=', '>=', 'is', 'is not']

const named = (value: unknown): string[] => {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return [value.toLowerCase()]
  const { name, id, value: option } = value as { name?: string; id?: string; value?: string }
  return [name, id, option].filter((entry) => entry !== undefined).map((entry) => String(entry).toLowerCase())
}

const projectOperand = (text: string, { projects }: SearchContext): string => {
  const found = projects.find((project) =>
    [project.key, project.id, project.name].some((n) => n.toLowerCase() === text.toLowerCase()),
  )
  if (found === undefined) throw new JqlError(`The value '${text}' does not exist for the field 'project'.`)
  return found.key.toLowerCase()
}

const keyOperand = (text: string, { issueKeys }: SearchContext): string => {
  const known = [...issueKeys].some((key) => key.toLowerCase() === text.toLowerCase())
  if (!known && !/^\d+$/.test(text)) {
    throw new JqlError(`An issue with key '${text}' does not exist for field 'key'.`)
  }
  return text.toLowerCase()
}

const keyField: SearchField = {
  operators: [...EQUALITY, '<', '>', '<=', '>='],
  values: (issue) => [issue.key.toLowerCase(), issue.id],
  operand: keyOperand,
}

const FIELDS: Readonly<Record<string, SearchField>> = {
  project: { operators: EQUALITY, values: (issue) => [issue.project.key.toLowerCase()], operand: projectOperand },
  key: keyField,
  issuekey: keyField,
  issue: keyField,
  id: keyField,
  summary: { operators: TEXT, values: (issue) => [String(issue.fields.summary ?? '')] },
  description: { operators: TEXT, values: (issue) => [plainText(issue.fields.description)] },
  comment: { operators: ['~', '!~'], values: (issue) => issue.comments.map((comment) => plainText(comment.body)) },
  text: {
    operators: ['~'],
    values: (issue) => [
      `${issue.fields.summary}\n${plainText(issue.fields.description)}\n${issue.comments.map((c) => plainText(c.body)).join('\n')}`,
    ],
  },
  labels: {
    operators: EQUALITY,
    values: (issue) => ((issue.fields.labels ?? []) as string[]).map((label) => label.toLowerCase()),
  },
  status: { operators: EQUALITY, values: (issue) => [issue.status.toLowerCase()] },
  issuetype: { operators: EQUALITY, values: (issue) => named(issue.fields.issuetype) },
  type: { operators: EQUALITY, values: (issue) => named(issue.fields.issuetype) },
  priority: { operators: EQUALITY, values: (issue) => named(issue.fields.priority) },
  component: { operators: EQUALITY, values: (issue) => ((issue.fields.components ?? []) as unknown[]).flatMap(named) },
  assignee: { operators: EQUALITY, values: (issue) => named(issue.fields.assignee) },
  reporter: { operators: EQUALITY, values: (issue) => people(issue.reporter) },
  creator: { operators: EQUALITY, values: (issue) => people(issue.reporter) },
  created: { operators: ORDERED, values: (issue) => [String(issue.created)] },
  createddate: { operators: ORDERED, values: (issue) => [String(issue.created)] },
  updated: { operators: ORDERED, values: (issue) => [String(issue.updated)] },
}

const people = (user: JiraUser): string[] => [user.accountId, user.email, user.name].map((entry) => entry.toLowerCase())

function compileTerm(term: Term, context: SearchContext): Test {
  const field = FIELDS[term.field]
  if (field === undefined) {
    throw new JqlError(`Field '${term.field}' does not exist or you do not have permission to view it.`)
  }
  if (!field.operators.includes(term.operator)) {
    throw new JqlError(`The operator '${term.operator}' is not supported by the '${term.field}' field.`)
  }
  if (term.operator === 'is' || term.operator === 'is not') return emptiness(term, field)
  if (term.operator === '~' || term.operator === '!~') return textTest(term, field)
  if (field.operators === ORDERED) return timeTest(term, field, context)
  const wanted = term.operands.map((operand) => operandValue(term.field, operand, field, context))
  const holds: Test = (issue) => field.values(issue).some((value) => wanted.includes(value))
  return term.operator === '=' || term.operator === 'in'
    ? holds
    : (issue) => field.values(issue).length > 0 && !holds(issue)
}

function emptiness(term: Term, field: SearchField): Test {
  if (term.operands[0]?.kind !== 'empty') {
    throw new JqlError(`The operator '${term.operator}' only supports 'EMPTY' or 'NULL' for the field '${term.field}'.`)
  }
  const empty: Test = (issue) => field.values(issue).every((value) => value === '')
  return term.operator === 'is' ? empty : (issue) => !empty(issue)
}

function textTest(term: Term, field: SearchField): Test {
  const operand = term.operands[0]
  if (operand?.kind !== 'text') throw new JqlError(`The field '${term.field}' needs a text to search for.`)
  textMatches('', operand.text, term.field)
  const holds: Test = (issue) => field.values(issue).some((value) => textMatches(value, operand.text, term.field))
  return term.operator === '~' ? holds : (issue) => !holds(issue)
}

function operandValue(name: string, operand: Operand, field: SearchField, context: SearchContext): string {
  if (operand.kind === 'empty') return ''
  if (operand.kind === 'text') return field.operand?.(operand.text, context) ?? operand.text.toLowerCase()
  if (operand.name === 'currentuser') {
    if (context.user === undefined)
      throw new JqlError(`Not logged in: the function 'currentUser' has no value for '${name}'.`)
    return context.user.accountId.toLowerCase()
  }
  throw new JqlError(`Unable to find JQL function '${operand.name}()'.`)
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: DAY, w: 7 * DAY }

function timeTest(term: Term, field: SearchField, context: SearchContext): Test {
  const limit = moment(term, context)
  const compare: Readonly<Record<string, (value: number) => boolean>> = {
    '=': (value) => value === limit,
    '!=': (value) => value !== limit,
    '<': (value) => value < limit,
    '>': (value) => value > limit,
    '<=': (value) => value <= limit,
    '>=': (value) => value >= limit,
  }
  return (issue) => compare[term.operator]?.(Number(field.values(issue)[0])) ?? false
}

/** Relative (`-5d`), absolute to the minute (`2026-01-31 10:00`), or a function. UTC stands for the user's own zone. */
function moment(term: Term, { now }: SearchContext): number {
  const operand = term.operands[0]
  if (operand?.kind === 'call') {
    if (operand.name === 'now') return now
    if (operand.name === 'startofday') return now - (now % DAY)
    throw new JqlError(`Unable to find JQL function '${operand.name}()'.`)
  }
  const text = operand?.kind === 'text' ? operand.text.trim() : ''
  const [, sign, amount, unit] = /^([-+]?)(\d+)([mhdw])$/.exec(text) ?? []
  if (amount !== undefined) return now + (sign === '-' ? -1 : 1) * Number(amount) * (UNITS[unit as string] as number)
  const [, year, month, day, hour = '0', minute = '0'] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text) ?? []
  if (year === undefined) {
    throw new JqlError(
      `Date value '${text}' for field '${term.field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
        `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    )
  }
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
}

function ordering(sorts: readonly Sort[]): (a: Issue, b: Issue) => number {
  const by = sorts.map(({ field, descending }) => {
    if (FIELDS[field] === undefined) throw new JqlError(`Not able to sort using field '${field}'.`)
    return (a: Issue, b: Issue): number => (descending ? -1 : 1) * compareOn(field, a, b)
  })
  return (a, b) => by.map((compare) => compare(a, b)).find((result) => result !== 0) ?? Number(b.id) - Number(a.id)
}

function compareOn(field: string, a: Issue, b: Issue): number {
  if (['key', 'issuekey', 'id', 'issue'].includes(field)) return Number(a.id) - Number(b.id)
  const [left = '', right = ''] = [FIELDS[field]?.values(a)[0], FIELDS[field]?.values(b)[0]]
  return /^\d+$/.test(left) && /^\d+$/.test(right) ? Number(left) - Number(right) : left.localeCompare(right)
}

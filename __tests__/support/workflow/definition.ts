/** A workflow file as data: only what the interpreter reads. */
import { parse } from 'yaml'
import type { Value } from './expression.ts'

export interface InputDefinition {
  readonly type?: 'string' | 'boolean' | 'number' | 'choice' | 'environment'
  readonly required?: boolean
  readonly default?: Value
  readonly options?: readonly string[]
}

export interface StepDefinition {
  readonly id?: string
  readonly name?: string
  readonly if?: string | boolean
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly with?: Readonly<Record<string, Value>>
  readonly env?: Readonly<Record<string, Value>>
  readonly 'continue-on-error'?: boolean | string
  readonly 'working-directory'?: string
}

export interface JobDefinition {
  readonly name?: string
  readonly if?: string | boolean
  readonly needs?: string | readonly string[]
  readonly uses?: string
  readonly with?: Readonly<Record<string, Value>>
  readonly secrets?: 'inherit' | Readonly<Record<string, Value>>
  readonly strategy?: { readonly matrix?: string | Readonly<Record<string, Value>>; readonly 'max-parallel'?: number }
  readonly env?: Readonly<Record<string, Value>>
  readonly steps?: readonly StepDefinition[]
  readonly outputs?: Readonly<Record<string, string>>
}

interface CallDefinition {
  readonly inputs?: Readonly<Record<string, InputDefinition>>
  readonly secrets?: Readonly<Record<string, { readonly required?: boolean } | null>>
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>
}

export interface WorkflowDefinition {
  readonly name?: string
  readonly on: Readonly<Record<string, CallDefinition | null>>
  readonly env?: Readonly<Record<string, Value>>
  readonly jobs: Readonly<Record<string, JobDefinition>>
}

/** Reads a workflow's YAML; `on` as a word or a list becomes a map. */
export function parseWorkflow(text: string): WorkflowDefinition {
  const raw = parse(text) as Omit<WorkflowDefinition, 'on'> & { on: string | string[] | WorkflowDefinition['on'] }
  const names = typeof raw.on === 'string' ? [raw.on] : Array.isArray(raw.on) ? raw.on : undefined
  const on =
    names === undefined ? (raw.on as WorkflowDefinition['on']) : Object.fromEntries(names.map((name) => [name, null]))
  return { ...raw, on }
}

/** The `inputs` context: defaults filled in, types kept. Throws what GitHub refuses before a run starts. */
export function inputValues(
  declared: Readonly<Record<string, InputDefinition>> | undefined,
  given: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const unknown = Object.keys(given).filter((name) => declared?.[name] === undefined)
  if (unknown.length > 0) throw new Error(`Unexpected inputs provided: ${JSON.stringify(unknown)}`)
  return Object.fromEntries(
    Object.entries(declared ?? {}).map(([name, definition]) => [name, inputValue(name, definition, given[name])]),
  )
}

function inputValue(name: string, definition: InputDefinition, given: Value | undefined): Value {
  if (given === undefined && definition.required === true && definition.default === undefined) {
    throw new Error(`Required input '${name}' not provided`)
  }
  const value = given ?? definition.default ?? null
  if (definition.type === 'boolean') {
    if (value === null) return false
    if (typeof value !== 'boolean' && value !== 'true' && value !== 'false')
      throw new Error(`Input '${name}' is not a boolean`)
    return String(value) === 'true'
  }
  if (definition.type === 'number') {
    if (Number.isNaN(Number(value ?? 0))) throw new Error(`Input '${name}' is not a number`)
    return Number(value ?? 0)
  }
  if (definition.type === 'choice' && definition.options?.includes(String(value)) === false) {
    throw new Error(`Provided value '${String(value)}' for input '${name}' not in the list of allowed values`)
  }
  return value ?? ''
}

/** Job ids so that each stands after those it needs. Throws on a circle or an unknown id. */
export function jobOrder(jobs: WorkflowDefinition['jobs']): string[] {
  const order: string[] = []
  const visit = (id: string, path: readonly string[]): void => {
    if (order.includes(id)) return
    const job = jobs[id]
    if (job === undefined || path.includes(id))
      throw new Error(`the job '${id}' is needed by '${path.at(-1)}' but cannot run before it`)
    for (const needed of needsOf(job)) visit(needed, [...path, id])
    order.push(id)
  }
  for (const id of Object.keys(jobs)) visit(id, [])
  return order
}

export function needsOf(job: JobDefinition): readonly string[] {
  return typeof job.needs === 'string' ? [job.needs] : (job.needs ?? [])
}

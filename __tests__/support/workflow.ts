/**
 * Interprets a workflow file far enough to run our examples and the reusable workflow with the real bundle: triggers,
 * inputs, needs, matrix, conditions, expressions, artifacts. Jobs run one after the other in the order of their needs.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './runner/process.ts'
import { PROJECT, type StepOptions } from './runner.ts'
import {
  type InputDefinition,
  inputValues,
  type JobDefinition,
  jobOrder,
  needsOf,
  parseWorkflow,
  type WorkflowDefinition,
} from './workflow/definition.ts'
import { asText, type ExpressionContext, interpolate, type Value } from './workflow/expression.ts'
import { matrixCombinations } from './workflow/matrix.ts'
import { holds, type JobRun, type Outcome, runJob } from './workflow/run-job.ts'
import type { World } from './world.ts'

export interface WorkflowOptions {
  /** The YAML itself; or `file`, from the project's root. */
  readonly text?: string
  readonly file?: string
  readonly world?: World
  /** How it was started; `workflow_call` is for the reusable workflow alone. */
  readonly event: {
    readonly name: 'workflow_dispatch' | 'repository_dispatch' | 'workflow_call'
    readonly payload?: Readonly<Record<string, Value>>
  }
  /** Of `workflow_dispatch` and `workflow_call`. */
  readonly inputs?: Readonly<Record<string, Value>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly vars?: Readonly<Record<string, string>>
  /** Added to every step's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** `owner/name` that the workflow is in; default `acme/workflows`. */
  readonly repository?: string
  /** What else means the project's own action, besides `./`. */
  readonly ownAction?: RegExp
  /** A folder that `actions/checkout` copies into the workspace. */
  readonly checkout?: string
  /** What `github.token` is. */
  readonly githubToken?: string
  /** Kills a process (SIGKILL) of a job at a line of its output, as a runner that dies does. */
  readonly kill?: { readonly job: string; readonly matrix?: Readonly<Record<string, Value>>; readonly at: RegExp }
  /** "Re-run failed jobs" of this run: what succeeded is kept, with the artifacts; failed jobs and those after them run. */
  readonly rerunOf?: WorkflowRun
}

export interface JobResult {
  readonly result: Outcome
  readonly outputs: Readonly<Record<string, string>>
  /** One for each combination of the matrix; one alone without a matrix. */
  readonly runs: readonly JobRun[]
  /** The reusable workflow that the job called. */
  readonly called: WorkflowRun | undefined
}

export interface WorkflowRun {
  readonly result: Outcome
  readonly jobs: Readonly<Record<string, JobResult>>
  /** Of `on.workflow_call.outputs`. */
  readonly outputs: Readonly<Record<string, string>>
  /** The folder of its artifacts. */
  readonly artifacts: string
}

/** Runs a workflow. Throws what GitHub refuses before a run starts (no such trigger, wrong inputs). */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const text = options.text ?? readFileSync(join(PROJECT, options.file ?? ''), 'utf8')
  return new WorkflowRunner(parseWorkflow(text), options).run()
}

class WorkflowRunner {
  readonly #workflow: WorkflowDefinition
  readonly #options: WorkflowOptions
  readonly #jobs: Record<string, JobResult> = {}
  /** Jobs that were run in this attempt. */
  readonly #again = new Set<string>()
  readonly #artifacts: string
  readonly #inputs: Readonly<Record<string, Value>>
  readonly #secrets: Readonly<Record<string, string>>

  constructor(
    workflow: WorkflowDefinition,
    options: WorkflowOptions,
    artifacts = options.rerunOf?.artifacts ?? temporaryFolder('artifacts'),
  ) {
    const { name } = options.event
    if (!(name in workflow.on)) throw new Error(`Workflow does not have '${name}' trigger`)
    this.#workflow = workflow
    this.#options = options
    this.#artifacts = artifacts
    this.#inputs =
      name === 'repository_dispatch' ? {} : inputValues(declaredInputs(workflow, name), options.inputs ?? {})
    this.#secrets = { GITHUB_TOKEN: options.githubToken ?? 'github-token-of-the-world', ...options.secrets }
    this.#refuseMissingSecrets()
  }

  #refuseMissingSecrets(): void {
    if (this.#options.event.name !== 'workflow_call') return
    for (const [name, secret] of Object.entries(this.#workflow.on.workflow_call?.secrets ?? {})) {
      if (secret?.required === true && this.#secrets[name] === undefined)
        throw new Error(`Secret ${name} is required, but not provided while calling.`)
    }
  }

  async run(): Promise<WorkflowRun> {
    for (const id of jobOrder(this.#workflow.jobs)) {
      const job = this.#workflow.jobs[id] as JobDefinition
      const before = this.#options.rerunOf?.jobs[id]
      const isAfresh = needsOf(job).some((needed) => this.#again.has(needed))
      if (before?.result === 'success' && !isAfresh) {
        this.#jobs[id] = before
        continue
      }
      this.#again.add(id)
      const kept = isAfresh ? [] : (before?.runs.filter((run) => run.result === 'success') ?? [])
      this.#jobs[id] = await this.#job(id, job, kept)
    }
    const result = Object.values(this.#jobs).some((job) => job.result === 'failure') ? 'failure' : 'success'
    const jobs = Object.fromEntries(
      Object.entries(this.#jobs).map(([id, { result, outputs }]) => [id, { result, outputs }]),
    )
    const at = this.#context([], { jobs })
    const declared = Object.entries(this.#workflow.on.workflow_call?.outputs ?? {})
    const outputs = declared.map(([name, { value }]) => [name, asText(interpolate(value, at))])
    return { result, jobs: this.#jobs, outputs: Object.fromEntries(outputs), artifacts: this.#artifacts }
  }

  /** What expressions outside of steps see. */
  #context(needed: readonly string[], more: Readonly<Record<string, Value>> = {}): ExpressionContext {
    const needs = Object.fromEntries(
      needed.map((id) => [id, { result: this.#jobs[id]?.result ?? 'skipped', outputs: this.#jobs[id]?.outputs ?? {} }]),
    )
    const results = needed.map((id) => this.#jobs[id]?.result)
    const status = results.includes('failure') ? 'failure' : results.includes('skipped') ? 'cancelled' : 'success'
    const { vars = {} } = this.#options
    return {
      status,
      values: { github: this.#github(), inputs: this.#inputs, secrets: this.#secrets, vars, needs, ...more },
    }
  }

  #github(): Value {
    const { event, repository = 'acme/workflows', world } = this.#options
    return {
      event_name: event.name === 'workflow_call' ? 'workflow_dispatch' : event.name,
      event: this.#payload() as Value,
      repository,
      repository_owner: repository.split('/')[0] ?? '',
      token: this.#secrets.GITHUB_TOKEN ?? '',
      actor: 'octocat',
      ref: 'refs/heads/main',
      ref_name: 'main',
      sha: 'ffac537e6cbbf934b08745a378932722df287a53',
      run_id: '1658821493',
      run_attempt: this.#options.rerunOf === undefined ? '1' : '2',
      run_number: '3',
      server_url: world?.github.url ?? 'https://github.com',
      api_url: world?.github.apiUrl ?? 'https://api.github.com',
    }
  }

  /** The event file: a dispatch holds its inputs as texts. */
  #payload(): Readonly<Record<string, unknown>> {
    const { event } = this.#options
    if (event.name !== 'workflow_dispatch') return event.payload ?? {}
    const inputs = Object.fromEntries(Object.entries(this.#inputs).map(([name, value]) => [name, asText(value)]))
    return { inputs, ...event.payload }
  }

  async #job(id: string, job: JobDefinition, kept: readonly JobRun[]): Promise<JobResult> {
    const at = this.#context(needsOf(job))
    if (!holds(job.if, at)) return { result: 'skipped', outputs: {}, runs: [], called: undefined }
    if (job.uses !== undefined) return this.#call(job, at)
    const runs: JobRun[] = []
    for (const matrix of matrixCombinations(job.strategy?.matrix, at)) {
      const earlier = kept.find((run) => JSON.stringify(run.matrix) === JSON.stringify(matrix))
      runs.push(earlier ?? (await this.#steps(id, job, at, matrix)))
    }
    const result = runs.some((run) => run.result === 'failure') ? 'failure' : 'success'
    return { result, outputs: Object.assign({}, ...runs.map((run) => run.outputs)), runs, called: undefined }
  }

  #steps(
    id: string,
    job: JobDefinition,
    at: ExpressionContext,
    matrix: Readonly<Record<string, Value>>,
  ): Promise<JobRun> {
    const { world, env, repository, ownAction, checkout, kill } = this.#options
    const isKilled =
      kill?.job === id && Object.entries(kill.matrix ?? {}).every(([name, value]) => matrix[name] === value)
    const workspace = join(temporaryFolder('job'), 'work')
    mkdirSync(workspace)
    const event = {
      name: this.#options.event.name === 'workflow_call' ? 'workflow_dispatch' : this.#options.event.name,
      payload: this.#payload(),
    }
    const step: StepOptions = { world, event, env, repository, secrets: Object.values(this.#secrets) }
    const killAt = isKilled ? kill?.at : undefined
    return runJob(job, {
      values: at.values,
      matrix,
      env: { ...this.#workflow.env, ...job.env },
      standIns: { workspace, artifacts: this.#artifacts, checkout },
      isOwnAction: (uses) => uses === './' || uses.startsWith('$/') || (ownAction?.test(uses) ?? false),
      step: { ...step, killAt },
    })
  }

  /** A job that calls a reusable workflow of this project. The called one has the caller's event and no `env:` of it. */
  async #call(job: JobDefinition, at: ExpressionContext): Promise<JobResult> {
    const path = /^(?:\.\/|[^@]*?\/)(\.github\/workflows\/[^@]+)/.exec(job.uses ?? '')?.[1]
    if (path === undefined) throw new Error(`cannot call ${job.uses}`)
    const given = Object.entries(job.with ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? interpolate(value, at) : value,
    ])
    const passed = job.secrets === 'inherit' ? this.#secrets : this.#passedSecrets(job.secrets ?? {}, at)
    const { text: _, ...options } = this.#options
    const event = { name: 'workflow_call' as const, payload: this.#payload() as Readonly<Record<string, Value>> }
    const called = {
      ...options,
      event,
      inputs: Object.fromEntries(given),
      secrets: passed,
      githubToken: this.#secrets.GITHUB_TOKEN ?? '',
    }
    const definition = parseWorkflow(readFileSync(join(PROJECT, path), 'utf8'))
    const run = await new WorkflowRunner(definition, called, this.#artifacts).run()
    return { result: run.result, outputs: run.outputs, runs: [], called: run }
  }

  #passedSecrets(map: Readonly<Record<string, Value>>, at: ExpressionContext): Record<string, string> {
    const texts = Object.entries(map).map(
      ([name, value]) => [name, asText(typeof value === 'string' ? interpolate(value, at) : value)] as const,
    )
    return Object.fromEntries(texts.filter(([, text]) => text !== ''))
  }
}

function declaredInputs(
  workflow: WorkflowDefinition,
  trigger: string,
): Readonly<Record<string, InputDefinition>> | undefined {
  return workflow.on[trigger]?.inputs
}

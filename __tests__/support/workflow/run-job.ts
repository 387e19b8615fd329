/** The steps of one job, one after the other, as the runner goes through them. */
import { join } from 'node:path'
import { type ActionRun, PROJECT, runAction, runStep, type StepOptions } from '../runner.ts'
import type { JobDefinition, StepDefinition } from './definition.ts'
import { asText, type ExpressionContext, evaluate, interpolate, isTruthy, type Value } from './expression.ts'
import { type StandInContext, standInFor } from './stand-ins.ts'

export type Outcome = 'success' | 'failure' | 'skipped'

export interface StepRun {
  readonly id: string | undefined
  /** `name`, else `uses`, else the first line of `run`. */
  readonly title: string
  /** Before `continue-on-error`. */
  readonly outcome: Outcome
  readonly conclusion: Outcome
  readonly outputs: Readonly<Record<string, string>>
  /** Of the project's own action and of `run:`; stand-ins have none. */
  readonly run: ActionRun | undefined
  /** Why a stand-in failed. */
  readonly error: string | undefined
}

export interface JobRun {
  readonly result: Outcome
  readonly steps: readonly StepRun[]
  readonly outputs: Readonly<Record<string, string>>
  readonly matrix: Readonly<Record<string, Value>>
}

export interface JobScene {
  readonly values: Readonly<Record<string, Value>>
  readonly matrix: Readonly<Record<string, Value>>
  readonly env: Readonly<Record<string, Value>>
  readonly standIns: StandInContext
  /** Every `uses:` that means the project's own action, besides `./`. */
  readonly isOwnAction: (uses: string) => boolean
  readonly step: StepOptions
}

/** Runs a job's steps in a workspace of its own. */
export async function runJob(job: JobDefinition, scene: JobScene): Promise<JobRun> {
  const steps: StepRun[] = []
  const fileEnv: Record<string, string> = {}
  for (const definition of job.steps ?? []) {
    const run = await runOne(definition, scene, context(scene, steps, fileEnv), fileEnv)
    Object.assign(fileEnv, run.run?.env)
    steps.push(run)
  }
  const result = steps.some((step) => step.conclusion === 'failure') ? 'failure' : 'success'
  const ended = context(scene, steps, fileEnv)
  const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, asText(interpolate(text, ended))])
  return { result, steps, outputs: Object.fromEntries(outputs), matrix: scene.matrix }
}

function context(
  scene: JobScene,
  steps: readonly StepRun[],
  fileEnv: Readonly<Record<string, string>>,
): ExpressionContext {
  const byId = steps.flatMap(({ id, outputs, outcome, conclusion }) =>
    id === undefined ? [] : [[id, { outputs, outcome, conclusion }]],
  )
  const status = steps.some((step) => step.conclusion === 'failure') ? 'failure' : 'success'
  const values = {
    ...scene.values,
    matrix: scene.matrix,
    steps: Object.fromEntries(byId),
    job: { status },
    env: { ...scene.env, ...fileEnv },
  }
  return { status, values: { ...values, runner: { os: 'Linux', arch: 'X64', temp: '', debug: '' } } }
}

/** An `if` without a status function means `success() &&`. */
export function holds(condition: string | boolean | undefined, at: ExpressionContext): boolean {
  if (condition === undefined) return at.status === 'success'
  const text = String(condition)
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asksStatus = /\b(always|success|failure|cancelled)\s*\(/.test(text)
  return (asksStatus || at.status === 'success') && isTruthy(evaluate(text, at))
}

const texts = (map: Readonly<Record<string, Value>> | undefined, at: ExpressionContext): Record<string, string> =>
  Object.fromEntries(
    Object.entries(map ?? {}).map(([name, value]) => [
      name,
      asText(typeof value === 'string' ? interpolate(value, at) : value),
    ]),
  )

async function runOne(
  step: StepDefinition,
  scene: JobScene,
  at: ExpressionContext,
  fileEnv: Readonly<Record<string, string>>,
): Promise<StepRun> {
  const named = { id: step.id, title: step.name ?? step.uses ?? step.run?.split('\n')[0] ?? '' }
  if (!holds(step.if, at))
    return { ...named, outcome: 'skipped', conclusion: 'skipped', outputs: {}, run: undefined, error: undefined }
  const env = { ...texts(scene.env, at), ...fileEnv, ...texts(step.env, at) }
  const { run, outputs, error } = await perform(step, scene, at, env)
  const outcome = error !== undefined || run?.failed === true ? 'failure' : 'success'
  const forgiving = isTruthy(asValue(step['continue-on-error'], at))
  return {
    ...named,
    outcome,
    conclusion: outcome === 'failure' && forgiving ? 'success' : outcome,
    outputs,
    run,
    error,
  }
}

const asValue = (value: boolean | string | undefined, at: ExpressionContext): Value =>
  typeof value === 'string' ? interpolate(value, at) : (value ?? false)

/** `$/path` is a folder of the workflow's own repository; everything else means its root. */
const ownDirectory = (uses: string) => (uses.startsWith('$/') ? join(PROJECT, uses.slice(2)) : PROJECT)

interface Performed {
  readonly run: ActionRun | undefined
  readonly outputs: Readonly<Record<string, string>>
  readonly error: string | undefined
}

async function perform(
  step: StepDefinition,
  scene: JobScene,
  at: ExpressionContext,
  env: Record<string, string>,
): Promise<Performed> {
  const { workspace } = scene.standIns
  const options: StepOptions = { ...scene.step, workspace, env: { ...scene.step.env, ...env } }
  if (step.run !== undefined) {
    const script = asText(interpolate(step.run, at))
    const args =
      step.shell === 'sh' ? ['-e', '-c', script] : ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script]
    const folder = join(workspace, step['working-directory'] ?? '.')
    const run = await runStep({ ...options, workspace: folder }, { command: step.shell === 'sh' ? 'sh' : 'bash', args })
    return { run, outputs: run.outputs, error: undefined }
  }
  const uses = step.uses ?? ''
  if (scene.isOwnAction(uses)) {
    const run = await runAction({ ...options, inputs: texts(step.with, at), actionDirectory: ownDirectory(uses) })
    return { run, outputs: run.outputs, error: undefined }
  }
  const standIn = standInFor(uses)
  if (standIn === undefined) return { run: undefined, outputs: {}, error: `no stand-in for ${uses}` }
  try {
    return { run: undefined, outputs: standIn(texts(step.with, at), scene.standIns), error: undefined }
  } catch (error) {
    return { run: undefined, outputs: {}, error: (error as Error).message }
  }
}

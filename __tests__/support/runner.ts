/** Runs the real bundle as a GitHub Actions runner does, and as a person does at a command line. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Annotation, type LogLine, StepOutput } from './runner/commands.ts'
import { githubVariables, type InputValue, inputVariables, readAction, runnerVariables } from './runner/environment.ts'
import { type CommandFiles, makeCommandFiles, readCommandFiles } from './runner/file-commands.ts'
import { Masks } from './runner/masks.ts'
import { type ChildResult, removeFolder, runChild, temporaryFolder } from './runner/process.ts'
import { findLeaks, type Leak } from './runner/secret-forms.ts'
import type { World } from './world.ts'

export { secretForms } from './runner/secret-forms.ts'

/** The project's root: where `action.yml` and `dist/` are. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

export interface EventFile {
  /** `workflow_dispatch`, `repository_dispatch`, … */
  readonly name: string
  readonly payload: unknown
  /** The event file itself, where a value could not be written as JSON. Default: the payload's JSON. */
  readonly text?: string
}

export interface StepOptions {
  readonly world?: World | undefined
  readonly event?: EventFile | undefined
  /** The step's own `env:`. Undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Default: a new, empty folder. */
  readonly workspace?: string | undefined
  /** Milliseconds, or a line of output at which the job is cancelled. */
  readonly cancelAfter?: number | RegExp | undefined
  /** A line of output at which the process is killed (SIGKILL), as when its machine dies. */
  readonly killAt?: RegExp | undefined
  /** Values of the `secrets` context: masked from the start. */
  readonly secrets?: readonly string[] | undefined
  /** `owner/name` that the workflow runs in. */
  readonly repository?: string | undefined
}

export interface ActionOptions extends StepOptions {
  /** The step's `with:`. */
  readonly inputs?: Readonly<Record<string, InputValue>>
  /** Where the `action.yml` is. Default: this project. */
  readonly actionDirectory?: string
  /** Default: the node that runs this. */
  readonly node?: string
}

export interface ActionRun {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** By exit code, or by what the runner itself refuses. */
  readonly failed: boolean
  readonly lines: readonly LogLine[]
  /** What the program printed, commands included. */
  readonly rawLog: string
  /** What a reader of the job's log sees. */
  readonly log: string
  /** What the runner prints before the step: its `with:` and `env:`, with the masks of that moment. */
  readonly preamble: string
  readonly annotations: readonly Annotation[]
  /** Values that `::add-mask::` registered, in order. */
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** For later steps. */
  readonly env: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  /** Masked; undefined: none, or dropped for its size. */
  readonly summary: string | undefined
  readonly rawSummary: string
  /** The runner's own words against the step. */
  readonly complaints: readonly string[]
  readonly milliseconds: number
  readonly cancelled: boolean
  readonly cancelMilliseconds: number | undefined
  readonly lastSignal: NodeJS.Signals | undefined
  readonly workspace: string
  /** RUNNER_TEMP of the run. */
  readonly temp: string
  /** Removes the run's folders now; otherwise they go when this process ends. */
  dispose(): void
}

/** Runs an action's `main`. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const directory = options.actionDirectory ?? PROJECT
  const metadata = readAction(directory)
  const inputs = options.inputs ?? {}
  const { variables, warnings } = inputVariables(metadata, inputs)
  const command = { command: options.node ?? process.execPath, args: [join(directory, metadata.main)] }
  return runStep(options, command, { ...variables }, directory, { inputs, warnings })
}

export interface StepCommand {
  readonly command: string
  readonly args: readonly string[]
}

/** Runs any process as a step: a `run:` of a workflow, or the action above. */
export async function runStep(
  options: StepOptions,
  { command, args }: StepCommand,
  variables: Readonly<Record<string, string>> = {},
  actionDirectory: string = PROJECT,
  told: { inputs: Readonly<Record<string, InputValue>>; warnings: readonly string[] } = { inputs: {}, warnings: [] },
): Promise<ActionRun> {
  const place = makePlace(options)
  const files = makeCommandFiles(place.temp)
  const masks = new Masks()
  for (const secret of options.secrets ?? []) masks.add(secret)
  const preamble = masks.apply(preambleText(told.inputs, options.env ?? {}))
  const output = new StepOutput(masks)
  const env = environment(options, place, files, variables, actionDirectory)
  const child = await runChild({
    command,
    args,
    cwd: place.workspace,
    env,
    cancelAfter: options.cancelAfter,
    killAt: options.killAt,
    onLine: (stream, line) => output.line(stream, line),
  })
  return collected({ child, files, output, place, preamble, warnings: told.warnings })
}

interface Place {
  readonly root: string
  readonly temp: string
  readonly home: string
  readonly workspace: string
  readonly eventPath: string
}

function makePlace(options: StepOptions): Place {
  const root = temporaryFolder('runner')
  const folder = (name: string): string => {
    mkdirSync(join(root, name), { recursive: true })
    return join(root, name)
  }
  const temp = folder('_temp')
  const eventPath = join(folder('_temp/_github_workflow'), 'event.json')
  writeFileSync(eventPath, options.event?.text ?? JSON.stringify(options.event?.payload ?? {}))
  return { root, temp, home: folder('home'), workspace: options.workspace ?? folder('work'), eventPath }
}

function environment(
  options: StepOptions,
  place: Place,
  files: CommandFiles,
  variables: Readonly<Record<string, string>>,
  actionDirectory: string,
): Record<string, string> {
  const context = {
    server: options.world?.github.url ?? 'https://github.com',
    api: options.world?.github.apiUrl ?? 'https://api.github.com',
    repository: options.repository ?? 'acme/workflows',
    eventName: options.event?.name ?? 'workflow_dispatch',
    eventPath: place.eventPath,
    workspace: place.workspace,
    actionDirectory,
    actor: 'octocat',
  }
  const merged: Record<string, string | undefined> = {
    ...(options.world === undefined ? {} : { ALLOW_LOOPBACK: 'true', NTP_SERVER: 'off' }),
    ...options.env,
    ...runnerVariables(place.temp, place.home, place.workspace),
    ...githubVariables(context),
    ...files,
    ...variables,
  }
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function preambleText(inputs: Readonly<Record<string, InputValue>>, env: StepOptions['env'] & object): string {
  const block = (title: string, entries: readonly (readonly [string, unknown])[]): string[] =>
    entries.length === 0 ? [] : [`${title}:`, ...entries.map(([name, value]) => `  ${name}: ${String(value ?? '')}`)]
  const given = Object.entries(inputs).filter(([, value]) => value !== '' && value !== null)
  return [...block('with', given), ...block('env', Object.entries(env))].join('\n')
}

interface Ended {
  readonly child: ChildResult
  readonly files: CommandFiles
  readonly output: StepOutput
  readonly place: Place
  readonly preamble: string
  readonly warnings: readonly string[]
}

function collected({ child, files, output, place, preamble, warnings }: Ended): ActionRun {
  const told = readCommandFiles(files, output.masks)
  const { exitCode, signal, milliseconds, cancelled, cancelMilliseconds, lastSignal } = child
  return {
    ...{ exitCode, signal, milliseconds, cancelled, cancelMilliseconds, lastSignal, preamble },
    failed: exitCode !== 0 || output.failed || told.failed,
    lines: output.lines,
    rawLog: output.lines.map((line) => line.raw).join('\n'),
    log: output.lines.flatMap((line) => (line.shown === undefined ? [] : [line.shown])).join('\n'),
    annotations: output.annotations,
    masks: output.masks.values,
    outputs: { ...output.outputs, ...told.outputs },
    state: { ...output.state, ...told.state },
    env: told.env,
    paths: told.paths,
    summary: told.summary,
    rawSummary: told.rawSummary,
    complaints: [...warnings, ...output.complaints, ...told.complaints],
    workspace: place.workspace,
    temp: place.temp,
    dispose: () => removeFolder(place.root),
  }
}

/** Where a secret stands, in any form, in anything that a run showed or left to others. */
export function leaksOf(run: ActionRun, secrets: readonly string[]): Leak[] {
  const spoken = run.lines.filter((line) => line.command?.name !== 'add-mask')
  return findLeaks(
    {
      'raw output': spoken.map((line) => line.raw).join('\n'),
      log: run.log,
      summary: run.rawSummary,
      outputs: JSON.stringify(run.outputs),
      state: JSON.stringify(run.state),
      env: JSON.stringify(run.env),
      annotations: JSON.stringify(run.annotations),
    },
    secrets,
  )
}

/** Throws when a secret is to be seen anywhere, or when something was printed before the masks were registered. */
export function assertNoSecret(run: ActionRun, secrets: readonly string[]): void {
  const leaks = leaksOf(run, secrets)
  if (leaks.length > 0) {
    throw new Error(
      `secrets leaked: ${leaks.map(({ secret, form, place }) => `#${secret} as ${form} in ${place}`).join('; ')}`,
    )
  }
}

/** Throws unless every mask was registered before anything else was printed. */
export function assertMasksFirst(run: ActionRun): void {
  const isMask = (line: LogLine): boolean => line.command?.name === 'add-mask'
  const firstOther = run.lines.findIndex((line) => !isMask(line) && line.raw.trim() !== '')
  const late = firstOther < 0 ? undefined : run.lines.slice(firstOther).find(isMask)
  if (late !== undefined)
    throw new Error(`a mask was registered after the line: ${run.lines[firstOther]?.shown ?? '(not shown)'}`)
}

export interface CommandOptions {
  readonly stdin?: string | Uint8Array
  /** Added to a minimal environment: PATH and an empty HOME. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly cancelAfter?: number | RegExp
  /** Default: the node that runs this. */
  readonly node?: string
  /** Default: `dist/index.js` of this project. */
  readonly script?: string
}

/** Runs the command line: `node dist/index.js …args`. */
export async function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<ChildResult> {
  const home = temporaryFolder('home')
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    ALLOW_LOOPBACK: 'true',
    NTP_SERVER: 'off',
    ...options.env,
  }
  try {
    return await runChild({
      command: options.node ?? process.execPath,
      args: [options.script ?? join(PROJECT, 'dist/index.js'), ...args],
      cwd: options.cwd ?? home,
      env,
      stdin: options.stdin ?? '',
      cancelAfter: options.cancelAfter,
    })
  } finally {
    removeFolder(home)
  }
}

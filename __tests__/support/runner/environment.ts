/** The environment that the runner gives a JavaScript action: inputs, the allowed part of `github`, the runner's own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type InputValue = string | number | boolean | null

export interface ActionMetadata {
  readonly main: string
  readonly using: string
  readonly inputs: Readonly<Record<string, { readonly default?: InputValue; readonly required?: boolean } | null>>
  readonly outputs: readonly string[]
}

/** Reads an `action.yml`. */
export function readAction(directory: string): ActionMetadata {
  const action = parse(readFileSync(join(directory, 'action.yml'), 'utf8')) as {
    inputs?: ActionMetadata['inputs']
    outputs?: Record<string, unknown>
    runs: { main: string; using: string }
  }
  const { main, using } = action.runs
  return { main, using, inputs: action.inputs ?? {}, outputs: Object.keys(action.outputs ?? {}) }
}

const textOf = (value: InputValue | undefined): string => (value === null || value === undefined ? '' : String(value))

/** `INPUT_*`: hyphens stay, a given empty text stays empty, defaults only for what was not given at all. */
export function inputVariables(
  metadata: ActionMetadata,
  given: Readonly<Record<string, InputValue>>,
): { variables: Record<string, string>; warnings: string[] } {
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
  const variables: Record<string, string> = {}
  const variable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
  for (const [name, declared] of Object.entries(metadata.inputs)) {
    const key = name.toLowerCase()
    variables[variable(name)] = byName.has(key) ? textOf(byName.get(key)) : textOf(declared?.default)
  }
  const known = new Set(Object.keys(metadata.inputs).map((name) => name.toLowerCase()))
  const unexpected = [...byName.keys()].filter((name) => !known.has(name))
  for (const name of unexpected) variables[variable(name)] = textOf(byName.get(name))
  const valid = [...known].map((name) => `'${name}'`).join(', ')
  const warnings =
    unexpected.length === 0
      ? []
      : [`Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`]
  return { variables, warnings }
}

export interface GitHubContext {
  readonly server: string
  readonly api: string
  readonly repository: string
  readonly eventName: string
  readonly eventPath: string
  readonly workspace: string
  readonly actionDirectory: string
  readonly actor: string
}

/** The allow-listed part of the `github` context. There is no GITHUB_TOKEN in it. */
export function githubVariables(context: GitHubContext): Record<string, string> {
  const sha = 'ffac537e6cbbf934b08745a378932722df287a53'
  return {
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: context.actionDirectory,
    GITHUB_ACTOR: context.actor,
    GITHUB_ACTOR_ID: '1',
    GITHUB_API_URL: context.api,
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: context.eventName,
    GITHUB_EVENT_PATH: context.eventPath,
    GITHUB_GRAPHQL_URL: context.api.replace(/\/v3$/, '').replace(/\/?$/, '/graphql'),
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'job',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: context.repository,
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_REPOSITORY_OWNER: context.repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: '1',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '3',
    GITHUB_SERVER_URL: context.server,
    GITHUB_SHA: sha,
    GITHUB_TRIGGERING_ACTOR: context.actor,
    GITHUB_WORKFLOW: 'workflow',
    GITHUB_WORKFLOW_REF: `${context.repository}/.github/workflows/workflow.yml@refs/heads/main`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_WORKSPACE: context.workspace,
  }
}

/** What the runner says of itself, and nothing of the parent's environment but PATH. */
export function runnerVariables(temp: string, home: string, workspace: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'world-runner',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tool-cache'),
    RUNNER_WORKSPACE: workspace,
    ACTIONS_RUNTIME_URL: 'https://pipelines.actions.githubusercontent.com/world/',
    ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-world',
  }
}

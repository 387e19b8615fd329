/** The action's inputs as settings, and the request that came with the run. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as core from '@actions/core'
import { fail } from '../../core/errors.ts'
import type { Incoming } from '../../request/accept.ts'

/** Input → the setting of core/config.ts that it stands for. An input that is not empty wins over the environment. */
export const settingOfInput: Readonly<Record<string, string>> = {
  'jwt-secret-key': 'JWT_SECRET_KEY',
  'jwt-algorithm': 'JWT_ALGORITHM',
  'github-token': 'GITHUB_TOKEN',
  'jira-token': 'JIRA_TOKEN',
  'jira-email': 'JIRA_EMAIL',
  concurrency: 'CONCURRENCY',
  'when-unfixable': 'WHEN_UNFIXABLE',
  'comment-on-issue': 'COMMENT_ON_ISSUE',
  'link-pull-request': 'LINK_PULL_REQUEST',
  'update-lockfiles': 'UPDATE_LOCKFILES',
  'fail-on': 'FAIL_ON',
  shard: 'SHARD',
  'shard-size': 'SHARD_SIZE',
  'require-request-digest': 'REQUIRE_REQUEST_DIGEST',
  'seal-private-key': 'SEAL_PRIVATE_KEY',
  journal: 'JOURNAL',
  'redis-url': 'REDIS_URL',
  'ntp-server': 'NTP_SERVER',
  'github-api-url': 'GITHUB_API_URL',
  'allowed-hosts': 'ALLOWED_HOSTS',
  'commit-author': 'COMMIT_AUTHOR',
  host: 'HOST',
  port: 'PORT',
  'serve-for': 'SERVE_FOR',
}

/** Inputs whose values are secrets: masked before anything else is printed. */
export const secretInputs = [
  'jwt',
  'jwt-secret-key',
  'seal-private-key',
  'github-token',
  'jira-token',
  'redis-url',
] as const

/** The environment with the inputs laid over it. GITHUB_API_URL of the runner is no wish of the user's: it is left out. */
export function settingsFromInputs(env: Readonly<Record<string, string>>): Record<string, string> {
  const settings: Record<string, string> = { ...env }
  delete settings.GITHUB_API_URL
  for (const [input, setting] of Object.entries(settingOfInput)) {
    const value = core.getInput(input)
    if (value !== '') settings[setting] = value
  }
  return settings
}

const modes = ['run', 'plan', 'collect', 'serve'] as const

/** The input `mode`; `run` when it is empty. Throws `configuration-invalid`. */
export function modeOfRun(): (typeof modes)[number] {
  const text = core.getInput('mode') || 'run'
  const mode = modes.find((name) => name === text)
  if (mode) return mode
  throw fail('configuration-invalid', `mode: expected one of ${modes.join(', ')}.`, 'Correct that input.')
}

export interface RunRequest {
  readonly incoming: Incoming
  readonly jwt: string | undefined
  /** Undefined: as the request says. */
  readonly dryRun: boolean | undefined
}

/** The parts of an event file that are read. */
export interface EventPayload {
  readonly client_payload?: unknown
  readonly inputs?: unknown
}

/** The request: `request`, else `request-file`, else the event itself. Throws `request-missing`. */
export function requestOfRun(event: EventPayload, workspace: string): RunRequest {
  const inputs = asObject(event.inputs)
  const payload = asObject(event.client_payload)
  const jwt = firstText(core.getInput('jwt'), payload?.jwt, inputs?.jwt)
  const dryRun = firstText(core.getInput('dry-run'), inputs?.['dry-run'], inputs?.dry_run)
  return {
    incoming: incomingOf(inputs, payload, workspace),
    jwt,
    dryRun: dryRun === undefined ? undefined : readFlag(dryRun),
  }
}

function incomingOf(inputs: JsonObject | undefined, payload: JsonObject | undefined, workspace: string): Incoming {
  // Exactly as given: a token may be bound to its bytes.
  const text = core.getInput('request', { trimWhitespace: false })
  if (text.trim() !== '') return { text }
  const file = core.getInput('request-file')
  if (file !== '') return { text: readRequestFile(resolve(workspace, file), file) }
  const given = payload?.request ?? inputs?.request
  if (typeof given === 'string' && given !== '') return { text: given }
  if (typeof given === 'object' && given !== null) return { value: given }
  if (payload && ('items' in payload || 'vulnerabilities' in payload)) return { value: withoutToken(payload) }
  throw fail(
    'request-missing',
    'There is no request: not in the inputs request and request-file, and not in the event.',
    'Give request-file, or dispatch with client_payload.request (repository_dispatch) or an input named request (workflow_dispatch).',
  )
}

type JsonObject = Readonly<Record<string, unknown>>

const asObject = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined

const firstText = (...values: unknown[]): string | undefined =>
  values
    .map((value) => (typeof value === 'boolean' ? String(value) : value))
    .find((value): value is string => typeof value === 'string' && value !== '')

/** A payload that is the request itself may carry the token beside it. */
function withoutToken({ jwt: _, ...request }: JsonObject): JsonObject {
  return request
}

function readFlag(text: string): boolean {
  if (/^(true|1|yes|on)$/i.test(text)) return true
  if (/^(false|0|no|off)$/i.test(text)) return false
  throw fail('configuration-invalid', 'dry-run: expected true or false.', 'Correct that input.')
}

function readRequestFile(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw fail(
      'request-missing',
      `The file "${name}" cannot be read.`,
      'Give its path from the workspace, and check it out or download it in a step before this one.',
      { 'request-file': name },
      error,
    )
  }
}

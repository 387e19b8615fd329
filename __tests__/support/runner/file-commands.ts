/** The files by which a step speaks to the runner: made empty beforehand, read when the step has ended. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Masks } from './masks.ts'

const PREFIX = {
  GITHUB_PATH: 'add_path_',
  GITHUB_ENV: 'set_env_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
  GITHUB_STATE: 'save_state_',
  GITHUB_OUTPUT: 'set_output_',
} as const

export type CommandFiles = Readonly<Record<keyof typeof PREFIX, string>>

const SUMMARY_LIMIT = 1024 * 1024

/** Makes the files of one step, empty, and answers their paths by environment variable. */
export function makeCommandFiles(temp: string): CommandFiles {
  const folder = join(temp, '_runner_file_commands')
  mkdirSync(folder, { recursive: true })
  const suffix = randomUUID()
  const files = Object.entries(PREFIX).map(([variable, prefix]) => [variable, join(folder, prefix + suffix)] as const)
  for (const [, file] of files) writeFileSync(file, '')
  return Object.fromEntries(files) as unknown as CommandFiles
}

export interface FileResults {
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  /** Masked line by line; undefined: empty, or dropped for its size. */
  readonly summary: string | undefined
  /** As the step wrote it. */
  readonly rawSummary: string
  readonly complaints: readonly string[]
  /** A malformed file fails the step; a summary that is too large does not. */
  readonly failed: boolean
}

/** Reads what a step wrote. */
export function readCommandFiles(files: CommandFiles, masks: Masks): FileResults {
  const complaints: string[] = []
  let failed = false
  const pairs = (variable: keyof CommandFiles): Record<string, string> => {
    try {
      return parsePairs(readFileSync(files[variable], 'utf8'))
    } catch (error) {
      failed = true
      complaints.push(`Unable to process file command '${variable}' successfully. ${(error as Error).message}`)
      return {}
    }
  }
  const rawSummary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
  const tooLarge = Buffer.byteLength(rawSummary) > SUMMARY_LIMIT
  if (tooLarge)
    complaints.push(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.round(Buffer.byteLength(rawSummary) / 1024)}k.`,
    )
  const env = pairs('GITHUB_ENV')
  if ('NODE_OPTIONS' in env) {
    complaints.push("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
    delete env.NODE_OPTIONS
  }
  const summary =
    tooLarge || rawSummary === ''
      ? undefined
      : rawSummary
          .split('\n')
          .map((line) => masks.apply(line))
          .join('\n')
  const paths = readFileSync(files.GITHUB_PATH, 'utf8').split('\n').filter(Boolean)
  return {
    outputs: pairs('GITHUB_OUTPUT'),
    env,
    state: pairs('GITHUB_STATE'),
    paths,
    summary,
    rawSummary,
    complaints,
    failed,
  }
}

/** `NAME=VALUE` lines and `NAME<<DELIMITER` blocks. Throws on anything else. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  let at = 0
  const nextLine = (): string | undefined => {
    if (at >= text.length) return undefined
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    at = end < 0 ? text.length : end + 1
    return line
  }
  for (let line = nextLine(); line !== undefined; line = nextLine()) {
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)]
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`)
      pairs[name] = block(nextLine, delimiter)
    } else if (equals > 0) pairs[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`Invalid format '${line}'`)
  }
  return pairs
}

function block(nextLine: () => string | undefined, delimiter: string): string {
  const lines: string[] = []
  for (let line = nextLine(); line !== delimiter; line = nextLine()) {
    if (line === undefined) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    lines.push(line)
  }
  return lines.join('\n')
}

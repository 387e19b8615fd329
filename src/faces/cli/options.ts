/** Reading a command's arguments and files; what is wrong becomes a usage failure that names it. */
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail } from '../../core/errors.ts'
import type { Services } from '../../core/services.ts'

export interface Invocation {
  readonly services: Services
  /** After the command's name. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses strictly. Throws `usage`; Node's own words name the option only. */
export function readOptions<T extends Options>(args: readonly string[], options: T, positionals = false) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: positionals, strict: true })
  } catch (error) {
    const words = Error.isError(error) ? error.message.split('. ')[0] : 'the arguments are wrong'
    throw fail('usage', `${words}.`, 'Add --help to see the options and examples.')
  }
}

/** The text of a file, or of standard input for `-`. Throws `usage` when it cannot be read. */
export async function readSource(name: string, option: string): Promise<string> {
  if (name === '-') return text(process.stdin)
  try {
    return readFileSync(name, 'utf8')
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown'
    throw fail('usage', `${option}: the file "${name}" cannot be read (${code}).`, 'Check the path.', {}, error)
  }
}

/** A value that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '')
    throw fail('usage', `${option} is missing.`, 'Add --help to see the options and examples.')
  return value
}

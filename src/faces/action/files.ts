/** Files that the action leaves for later steps. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a value as JSON for this user alone. Answers the file's path. */
export function writeJson(folder: string, name: string, value: unknown): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, name)
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  return file
}

/** Public test vectors, read in place where they lie beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '@jest/globals'

const folder = join(import.meta.dirname, '../../../shared/vectors')

/** `describe`, or one that says why it is skipped. */
export const withVectors = existsSync(folder)
  ? describe
  : (name: string, body: () => void) => describe.skip(`${name} (the vectors are not beside this checkout)`, body)

export const readVectors = (path: string): string => readFileSync(join(folder, path), 'utf8')
export const vectorBytes = (path: string): Buffer => readFileSync(join(folder, path))
export const listVectors = (path: string): string[] => readdirSync(join(folder, path)).sort()

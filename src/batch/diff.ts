import { createTwoFilesPatch } from 'diff'
import type { FileDiff } from '../core/batch.ts'

/** A unified diff of one file with three lines of context, as `git diff` would show it. */
export function fileDiff(path: string, before: string, after: string): FileDiff {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 })
  // The first line is a ruler of jsdiff's own that no diff viewer needs.
  const diff = patch.replace(/^=+\n/, '')
  return { path, diff }
}

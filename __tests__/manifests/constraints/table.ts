import { expect, test } from '@jest/globals'
import type { ConstraintDialect, Rewrite } from '../../../src/manifests/format.ts'

/** What a row expects: the text to write, the parts to write, `already`, `unbounded`, or `!code` for a refusal. */
export type Row = readonly [old: string | readonly string[], safe: string, expected: string | readonly string[]]

/** A rewrite in the words of a row. */
export function told(rewrite: Rewrite): string | readonly string[] {
  if (rewrite.kind === 'keep') return rewrite.why
  if (rewrite.kind === 'refuse') return `!${rewrite.code}`
  return rewrite.parts.length === 1 ? (rewrite.parts[0] as string) : rewrite.parts
}

/** Rewrites one row's constraint. */
export function rewritten(dialect: ConstraintDialect, old: Row[0], safe: string, strictFloor = false): Rewrite {
  return dialect.rewrite(typeof old === 'string' ? [old] : old, safe, { strictFloor, canAppend: true })
}

/** One test a row. A refusal must say what was met and what to do. */
export function rows(dialect: ConstraintDialect, table: readonly Row[], strictFloor = false): void {
  test.each(table.map((row) => [...row] as [Row[0], string, Row[2]]))('%j to %s: %j', (old, safe, expected) => {
    const rewrite = rewritten(dialect, old, safe, strictFloor)
    expect(told(rewrite)).toEqual(expected)
    if (rewrite.kind === 'refuse') {
      expect(rewrite.message.length).toBeGreaterThan(20)
      expect(rewrite.hint.length).toBeGreaterThan(20)
    }
  })
}

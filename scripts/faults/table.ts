/** The verdicts as a table for people and as sums. */
import type { Verdict } from './cell.ts'
import { effects, faultNames } from './plan.ts'

export interface Sums {
  readonly cells: number
  readonly lost: number
  /** Cells with a duplicate although the far side settled within the promise. */
  readonly inside: number
  /** Cells with a duplicate beyond the promise, and of these those that were reported. */
  readonly beyond: number
  readonly detected: number
  readonly wrong: number
  /** Cells that did not run as they were meant to. */
  readonly trouble: number
}

const isBeyond = ({ cell }: Verdict) => cell.fault === 'late > 90 s'
const count = (verdicts: readonly Verdict[], test: (verdict: Verdict) => boolean) => verdicts.filter(test).length

export function tally(verdicts: readonly Verdict[]): Sums {
  const doubled = verdicts.filter(({ duplicated }) => duplicated.length > 0)
  const beyond = doubled.filter(isBeyond)
  return {
    cells: verdicts.length,
    lost: count(verdicts, ({ lost }) => lost.length > 0),
    inside: doubled.length - beyond.length,
    beyond: beyond.length,
    detected: count(beyond, ({ detected, duplicated }) => detected.length === duplicated.length),
    wrong: count(verdicts, ({ wrong }) => wrong.length > 0),
    trouble: count(verdicts, ({ trouble }) => trouble !== undefined),
  }
}

export function lastLine({ cells, lost, inside, beyond, detected, wrong, trouble }: Sums): string {
  const also = trouble > 0 ? `, not as meant ${trouble}` : ''
  return `cells ${cells}, lost ${lost}, duplicated inside ${inside}, beyond ${beyond} detected ${detected}, wrong adoptions ${wrong}${also}`
}

/** Rows are faults, columns effects; a field sums its crash points. */
export function table(verdicts: readonly Verdict[]): string {
  const columns = effects.filter((effect) => verdicts.some(({ cell }) => cell.effect === effect))
  const rows = faultNames.filter((fault) => verdicts.some(({ cell }) => cell.fault === fault))
  const field = (effect: string, fault: string) =>
    shown(verdicts.filter(({ cell }) => cell.effect === effect && cell.fault === fault))
  const lines = rows.map((fault) => [fault, ...columns.map((effect) => field(effect, fault))])
  const all = [['fault \\ effect', ...columns], ...lines]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length))) ?? []
  return all
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** `7 ok`, or what was not: `7: 1 lost, 2 double (2 reported)`. */
function shown(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '-'
  const { cells, lost, inside, beyond, detected, wrong, trouble } = tally(verdicts)
  const words = [
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(inside > 0 ? [`${inside} double`] : []),
    ...(beyond > 0 ? [`${beyond} double (${detected} reported)`] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(trouble > 0 ? [`${trouble} not as meant`] : []),
  ]
  return words.length === 0 ? `${cells} ok` : `${cells}: ${words.join(', ')}`
}

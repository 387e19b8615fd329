import { longestVersion } from './outcome.ts'
import { bump, compareDigits, numbered } from './segments.ts'

/** A prefix selector: every version whose text starts with `text`. */
export interface Prefix {
  readonly text: string
  /** The numbers of the prefix; undefined when it has anything but numbers and dots. */
  readonly numbers: readonly string[] | undefined
  /** What stands before the `+`: a dot, or nothing in `1+`. */
  readonly dot: string
}

/** Reads `1.+`, `1.2.+`, `1+`; undefined when the text is no prefix selector. */
export function readPrefix(selector: string): Prefix | undefined {
  if (selector.length > longestVersion || !/^[0-9A-Za-z][0-9A-Za-z._-]*\+$/.test(selector)) return undefined
  const text = selector.slice(0, -1)
  const dot = text.endsWith('.') ? '.' : ''
  const numbers = dot === '' ? text : text.slice(0, -1)
  return { text, numbers: /^\d+(?:\.\d+)*$/.test(numbers) ? numbers.split('.') : undefined, dot }
}

/**
 * A prefix that reaches safe: without a floor it stays, or moves to the numbers of safe when it lies below; with a
 * floor it becomes the interval up to where the prefix ends. Undefined when the prefix is not made of numbers.
 */
export function raisePrefix(prefix: Prefix, safe: string, strict: boolean): string | 'already' | 'reaches' | undefined {
  const reaches = safe.startsWith(prefix.text)
  if (reaches && !strict) return 'reaches'
  const floor = numbered(safe)
  if (prefix.numbers === undefined || floor === undefined || floor.prefix !== '') return undefined
  const width = prefix.numbers.length
  const head = Array.from({ length: width }, (_, at) => floor.numbers[at] ?? '0')
  const order = compareNumbers(prefix.numbers, head)
  if (order > 0) return 'already'
  const moved = head.join('.') + prefix.dot
  if (strict || !safe.startsWith(moved)) return `[${safe},${bump(head, width - 1, 2).join('.')})`
  return `${moved}+`
}

function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length; at++) {
    const order = compareDigits(a[at] as string, b[at] ?? '0')
    if (order !== 0) return order
  }
  return 0
}

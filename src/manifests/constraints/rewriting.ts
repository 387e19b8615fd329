/**
 * The course every rewrite takes, whatever the grammar: read, see what is admitted, keep or raise, and then prove the
 * new text with an exact computation and with the ecosystem's own evaluation before it is let out.
 */
import type { Dialect, RefusalCode, Rewrite, RewriteOptions } from '../format.ts'

/** Longer texts are no constraints a person wrote; reading stops here so that no input can cost more than linear time. */
const LONGEST = 1024

/** Enough for every constraint a person writes; only a monstrous one has more boundaries. */
const MOST_PROBES = 120

/** A grammar as `rewriteBy` sees it. `R` is its reading of the parts. No method throws. */
export interface RewritingGrammar<R> {
  readonly dialect: Dialect
  isVersion(text: string): boolean
  compare(a: string, b: string): number
  /** Undefined when the parts do not follow the grammar. */
  read(parts: readonly string[]): R | undefined
  /** True when nothing is demanded at all: a bare name, `*`, `latest`. */
  isUnbounded(reading: R): boolean
  /** True when no version whatever is admitted. */
  isEmpty(reading: R): boolean
  leaks(reading: R, safe: string): boolean
  holds(reading: R, safe: string): boolean
  /** True when the author ruled safe out by name. */
  excludes(reading: R, safe: string): boolean
  /** A floor for an unbounded constraint; undefined when there is no place for it. */
  floorParts(parts: readonly string[], safe: string, options: RewriteOptions): readonly string[] | undefined
  /** The raised parts; undefined when the grammar has no way to say it there. */
  raise(reading: R, safe: string, options: RewriteOptions): readonly string[] | undefined
  /** The evaluation by the ecosystem's own library. */
  evaluate(reading: R, version: string): boolean
  /** Versions worth trying around a boundary: those of the text, and near neighbours below safe. */
  probes(reading: R, safe: string): readonly string[]
}

/** `rewriteBy` carries out `ConstraintDialect.rewrite` for a grammar. */
export function rewriteBy<R>(
  grammar: RewritingGrammar<R>,
  parts: readonly string[],
  safe: string,
  options: RewriteOptions,
): Rewrite {
  if (!grammar.isVersion(safe)) return notAVersion(safe, grammar.dialect)
  const reading = readShort(grammar, parts)
  if (reading === undefined) return notUnderstood(parts, grammar.dialect)
  if (grammar.isUnbounded(reading)) {
    if (!options.strictFloor) return { kind: 'keep', why: 'unbounded' }
    return proved(grammar, parts, grammar.floorParts(parts, safe, options), safe)
  }
  if (grammar.isEmpty(reading)) return admitsNothing(parts)
  if (!grammar.leaks(reading, safe)) return { kind: 'keep', why: 'already' }
  if (grammar.excludes(reading, safe)) return excluded(parts, safe)
  return proved(grammar, parts, grammar.raise(reading, safe, options), safe)
}

/** `readShort` reads the parts unless they are too long to be a constraint. */
export function readShort<R>(grammar: Pick<RewritingGrammar<R>, 'read'>, parts: readonly string[]): R | undefined {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return length > LONGEST || parts.length > 64 ? undefined : grammar.read(parts)
}

function proved<R>(
  grammar: RewritingGrammar<R>,
  old: readonly string[],
  parts: readonly string[] | undefined,
  safe: string,
): Rewrite {
  if (!parts) return noPlace(old, safe)
  const reading = readShort(grammar, parts)
  const before = grammar.read(old)
  const exact = reading !== undefined && grammar.holds(reading, safe) && !grammar.leaks(reading, safe)
  if (!exact || !before || !grammar.evaluate(reading, safe)) return unproved(old, safe)
  const tries = new Set([...grammar.probes(reading, safe), ...grammar.probes(before, safe)])
  for (const version of [...tries].slice(0, MOST_PROBES)) {
    if (grammar.compare(version, safe) < 0 && grammar.evaluate(reading, version)) return unproved(old, safe)
  }
  return { kind: 'write', parts }
}

/** `refused` is a refusal of a rewrite. */
export function refused(code: RefusalCode, message: string, hint: string): Rewrite {
  return { kind: 'refuse', code, message, hint }
}

/** `quoted` shows foreign text in a message: short, on one line, without control or direction characters. */
function quoted(text: string): string {
  const plain = text.replace(/[^\x20-\x7e\u00a1-\u024f]/g, '\u00b7')
  return `"${plain.length > 80 ? `${plain.slice(0, 77)}...` : plain}"`
}

/** `quotedAll` shows the parts of a constraint in a message. */
export function quotedAll(parts: readonly string[]): string {
  return quoted(
    parts
      .slice(0, 8)
      .map((part) => part.slice(0, 100))
      .join(', '),
  )
}

/** `notAVersion` refuses a safe version that is none in this ecosystem. */
export function notAVersion(safe: string, dialect: Dialect): Rewrite {
  const message = `${quoted(safe)} is not a version in the ${dialect} grammar.`
  return refused('unsupported-constraint', message, 'Give the safe version as the registry spells it.')
}

/** `notUnderstood` refuses a constraint that does not follow its grammar. */
function notUnderstood(parts: readonly string[], dialect: Dialect): Rewrite {
  const message = `The constraint ${quotedAll(parts)} does not follow the ${dialect} grammar.`
  return refused('unsupported-constraint', message, 'Raise this declaration by hand.')
}

function admitsNothing(parts: readonly string[]): Rewrite {
  const message = `The constraint ${quotedAll(parts)} admits no version at all.`
  return refused('unsupported-constraint', message, 'Correct the constraint by hand first.')
}

function excluded(parts: readonly string[], safe: string): Rewrite {
  const message = `The constraint ${quotedAll(parts)} rules out ${quoted(safe)} itself.`
  return refused('excluded-by-author', message, 'Ask for a later safe version, or lift the exclusion by hand.')
}

function noPlace(parts: readonly string[], safe: string): Rewrite {
  const message = `A floor of ${quoted(safe)} cannot be written at ${quotedAll(parts)}.`
  return refused('unsupported-constraint', message, 'Write the lower bound by hand, as a requirement of its own.')
}

function unproved(parts: readonly string[], safe: string): Rewrite {
  const message = `No raised form of ${quotedAll(parts)} was found that holds ${quoted(safe)} and nothing below it.`
  return refused('unsupported-constraint', message, 'Raise this declaration by hand.')
}

import type { ConstraintDialect, RefusalCode, Rewrite, RewriteOptions } from '../format.ts'
import { lowerNeighbours } from './segments.ts'

/** Longest text that counts as one version; Maven and node-semver draw the same line. */
export const longestVersion = 256

/** Longest text that is read as a constraint; a longer one was not written by a person. */
export const longestConstraint = 4096

/** The constraint admits nothing below safe: it stays. */
export const already: Rewrite = { kind: 'keep', why: 'already' }

/** The constraint has no floor, as its author chose: it stays and is reported. */
export const unbounded: Rewrite = { kind: 'keep', why: 'unbounded' }

/** One new text for each part, in order. */
export function write(...parts: string[]): Rewrite {
  return { kind: 'write', parts }
}

/** A refusal of the dialect, with what was met and what a person can do. */
export function refuse(code: RefusalCode, message: string, hint: string): Rewrite {
  return { kind: 'refuse', code, message, hint }
}

/** The constraint is not in a grammar that can be raised with certainty. */
export function unsupported(constraint: string, why: string): Rewrite {
  return refuse(
    'unsupported-constraint',
    `The constraint ${shown(constraint)} ${why}.`,
    'Change this version by hand, or write it in a form that the package manager documents.',
  )
}

/** A commit of a git repository, as JitPack takes it, or a branch that moves: neither has a place in an order of versions. */
export function isRevision(text: string): boolean {
  if (/^(?:main|master|develop|trunk)-SNAPSHOT$/.test(text)) return true
  return /^[0-9a-f]{40}$/i.test(text) || /^(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}$/.test(text)
}

/** Safe lies in versions that the author left out on purpose. */
export function excludedByAuthor(constraint: string, safe: string): Rewrite {
  return refuse(
    'excluded-by-author',
    `The constraint ${shown(constraint)} leaves out ${safe} although it admits versions around it.`,
    'Ask for a version that the constraint admits, or lift the exclusion by hand.',
  )
}

/** The safe version itself is not a version of this ecosystem. */
export function notAVersion(safe: string): Rewrite {
  return refuse(
    'unsupported-constraint',
    `${shown(safe)} is not one version in this ecosystem.`,
    'Give the safe version as the registry writes it.',
  )
}

/** A declaration without a version: left alone, or given `floor` when floors are asked for and there is a place. */
export function bareName(options: RewriteOptions, floor: string): Rewrite {
  return options.strictFloor && options.canAppend ? write(floor) : unbounded
}

/**
 * Lets a rewrite of one part through only when its result would be left alone as already safe (the exact computation),
 * admits safe, and admits none of the versions just below it; anything else is refused. `except` names versions below
 * safe that the ecosystem's own notation cannot shut out.
 */
export function proved(
  { dialect, rewriteOne, except = () => false }: Prover,
  part: string,
  safe: string,
  options: RewriteOptions,
): Rewrite {
  const rewrite = rewriteOne(part, safe, options)
  const [after] = rewrite.kind === 'write' ? rewrite.parts : []
  if (after === undefined) return rewrite
  const again = rewriteOne(after, safe, { ...options, strictFloor: true })
  const leaks = (version: string) =>
    dialect.isVersion(version) &&
    dialect.compare(version, safe) < 0 &&
    !except(version) &&
    dialect.admits([after], version)
  const floored = again.kind === 'keep' && again.why === 'already'
  const proven = floored && dialect.admits([after], safe) && !lowerNeighbours(safe).some(leaks)
  return proven ? rewrite : unsupported(part, `cannot be raised so that ${safe} is the lowest version it admits`)
}

/** What `proved` needs of a dialect: its evaluation, and its rewriting of one part without proof. */
export interface Prover {
  readonly dialect: Pick<ConstraintDialect, 'admits' | 'compare' | 'isVersion'>
  rewriteOne(part: string, safe: string, options: RewriteOptions): Rewrite
  except?(version: string): boolean
}

function shown(text: string): string {
  return text.length > 80 ? `"${text.slice(0, 80)}…"` : `"${text}"`
}

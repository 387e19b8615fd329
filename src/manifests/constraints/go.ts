import semver from 'semver'
import type { ConstraintDialect, Rewrite, RewriteOptions } from '../format.ts'
import { already, longestVersion, notAVersion, proved, refuse, unsupported, write } from './outcome.ts'
import { compareText, withThreeNumbers } from './segments.ts'

/**
 * Go's version requirements: one version, which is the lowest that minimal version selection may take. Written with
 * `v`; `+incompatible` says that the module has no go.mod and so no major version in its path.
 */
export const go: ConstraintDialect = { dialect: 'go', isVersion, compare, admits, rewrite }

const shape = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+incompatible)?$/
const incompatible = '+incompatible'

function parsed(text: string): semver.SemVer | null {
  return text.length <= longestVersion && shape.test(text) ? semver.parse(text) : null
}

/** An advisory may say `1.5` for v1.5.0; a go.mod may not. */
function isVersion(text: string): boolean {
  return parsed(withThreeNumbers(text)) !== null
}

function compare(a: string, b: string): number {
  const left = parsed(withThreeNumbers(a))
  const right = parsed(withThreeNumbers(b))
  if (left === null || right === null) return left !== null ? -1 : right !== null ? 1 : compareText(a, b)
  return left.compare(right)
}

function admits(parts: readonly string[], version: string): boolean {
  return isVersion(version) && parts.every((part) => parsed(part.trim()) !== null && compare(version, part.trim()) >= 0)
}

function rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite {
  if (!isVersion(safe)) return notAVersion(safe)
  const [part, ...others] = parts
  if (part === undefined || others.length > 0) return unsupported(parts.join(' '), 'is not one version')
  return proved({ dialect: go, rewriteOne }, part, withThreeNumbers(safe), options)
}

function rewriteOne(part: string, safe: string): Rewrite {
  const text = part.trim()
  const from = parsed(text)
  const to = parsed(safe)
  if (from === null || to === null) return unsupported(part, 'is not one semantic version')
  if (from.compare(to) >= 0) return already
  const pathless = text.endsWith(incompatible) || (safe.endsWith(incompatible) && from.major < 2)
  if (!pathless && pathMajor(from) !== pathMajor(to)) return modulePathChanges(from.major, to.major)
  return write(part.replace(text, `v${to.version}${pathless && to.major > 1 ? incompatible : ''}`))
}

/** v0 and v1 share a module path; every later major version has its own. */
function pathMajor({ major }: semver.SemVer): number {
  return Math.max(major, 1)
}

function modulePathChanges(from: number, to: number): Rewrite {
  return refuse(
    'module-path-changes',
    `Going from v${from} to v${to} changes the module path, and with it the imports in the code.`,
    `Require the path that ends in /v${to} (gopkg.in: .v${to}) and change the imports, or ask for a safe v${from} version.`,
  )
}

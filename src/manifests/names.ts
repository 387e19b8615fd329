import type { Ecosystem } from './format.ts'

const keyOf: Readonly<Record<Ecosystem, (name: string) => string>> = {
  npm: (name) => name,
  pypi: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  golang: (name) => name,
  // A purl writes `group/artifact`; neither part may itself hold a slash.
  maven: (name) => name.replace('/', ':'),
  gem: (name) => name,
  // crates.io takes no two crates that differ in `-` and `_` only.
  cargo: (name) => name.replace(/_/g, '-'),
  composer: (name) => name.toLowerCase(),
  nuget: (name) => name.toLowerCase(),
}

/**
 * The spelling under which two names of one ecosystem are equal exactly when they name the same package: PEP 503 for
 * Python, case-blind for NuGet and Composer, `-` as `_` for crates, to the letter elsewhere. Names match whole.
 */
export function nameKey(ecosystem: Ecosystem, name: string): string {
  return keyOf[ecosystem](name.trim())
}

/** True when `names` holds the name whose key is `key`. */
export function answersTo(ecosystem: Ecosystem, names: readonly string[] | undefined, key: string): boolean {
  return names?.some((name) => nameKey(ecosystem, name) === key) ?? false
}

/**
 * Could this raw text speak of the package at all? Blind to case, separators and escapes, so a "no" is certain and a
 * "yes" is not. Serves to tell a broken file that does not matter from one that may.
 */
export function mayMention(text: string, packageName: string): boolean {
  const lastPart = packageName.split(/[/:]/).pop() ?? ''
  // An escaped name cannot be seen in raw text.
  if (/\\[uUx]|&#|&\w+;/.test(text)) return true
  return loose(text).includes(loose(lastPart))
}

function loose(text: string): string {
  return text.toLowerCase().replace(/[-_.]+/g, '-')
}

import type { Declaration, ManifestFormat } from '../format.ts'
import { GRADLE_LOCKFILES, gradleVisibility } from './gradle/places.ts'

const LINE = /^([ \t]*)([A-Za-z0-9_.*-]+):([A-Za-z0-9_.*-]+)([ \t]*=[ \t]*|[ \t]+)([^\s#]+)/gm

/** The gradle-consistent-versions format (`versions.props`): `group:name = version`, one a line, `*` in the name. */
export const gradleVersionsProps: ManifestFormat = {
  id: 'versions.props',
  ecosystem: 'maven',
  matches: (path) => /(?:^|\/)versions\.props$/.test(path),
  scan: (text) => [...text.matchAll(LINE)].flatMap(declarations),
  visibility: gradleVisibility,
  lockfiles: GRADLE_LOCKFILES,
}

/** A line with `*` speaks of many packages: it is shown as what it is, and answers to no single name. */
function declarations(line: RegExpExecArray): Declaration[] {
  const [, indent = '', group = '', name = '', sign = '', version = ''] = line
  const at = line.index + indent.length
  const start = at + group.length + 1 + name.length + sign.length
  const parts = [{ span: { start, end: start + version.length }, text: version }]
  const value = { kind: 'literal', dialect: 'gradle', parts } as const
  return [{ role: 'package', names: [`${group}:${name}`], group: 'versions.props', family: group, at, value }]
}

import type { Declaration, Part, Piece, Value } from '../format.ts'
import { childrenOf, contentOf, elementsOf, textOf, type XmlElement } from '../syntax/xml-tree.ts'

/** What the file itself says about the names its coordinates use. */
export interface PomNames {
  /** Resolves `${…}` in a groupId or artifactId as far as this file can. */
  literal(text: string): string
  /** Why a `${name}` in a version can never be found in the repository, or undefined when it may be. */
  unresolvable(name: string): { readonly detail: string; readonly hint: string } | undefined
}

/** Elements that name an artifact even when they leave the version to someone else. */
const MANAGED_BY: ReadonlyMap<string, string> = new Map([
  ['dependency', 'dependencyManagement'],
  ['path', 'dependencyManagement'],
  ['annotationProcessorPath', 'dependencyManagement'],
  ['artifactItem', 'dependencyManagement'],
  ['plugin', 'pluginManagement'],
  ['extension', 'Maven itself'],
  ['parent', 'the parent in this repository'],
])

/** Elements whose coordinates say what is not taken, or where this project itself has gone. */
const NOT_TAKEN: ReadonlySet<string> = new Set(['exclusion', 'exclude', 'relocation'])

/** Containers worth naming in a group. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'dependencies',
  'dependencyManagement',
  'plugins',
  'pluginManagement',
  'reporting',
  'extensions',
  'annotationProcessorPaths',
  'artifactItems',
  'properties',
])

/** coordinatesIn finds every element of the document, below the root, that names an artifact. */
export function coordinatesIn(root: XmlElement, names: PomNames): Declaration[] {
  const places = placesIn(root)
  const found: Declaration[] = []
  for (const element of elementsOf(root)) {
    if (element === root || NOT_TAKEN.has(element.name)) continue
    const declaration = coordinate(element, names, places)
    if (declaration) found.push(declaration)
  }
  return found
}

/** The words for where an element stands: `dependencies`, `profile p dependencyManagement`, `plugins dependencies`. */
export type Places = (element: XmlElement) => string

/** placesIn names the containers of every element once, from the root down. */
export function placesIn(root: XmlElement): Places {
  const inside = new Map<XmlElement, string>()
  for (const element of elementsOf(root)) {
    const outer = (element.parent && inside.get(element.parent)) ?? ''
    // A hostile file may nest containers without end.
    const word = outer.length < 200 ? containerWord(element) : ''
    inside.set(element, word === '' ? outer : `${outer} ${word}`.trim())
  }
  return (element) => (element.parent && inside.get(element.parent)) || element.name
}

function containerWord(element: XmlElement): string {
  if (element.name === 'profile') return `profile ${textOf(childrenOf(element, 'id')[0]) ?? ''}`.trim()
  const outer = element.parent?.name
  // `dependencyManagement` always holds one `dependencies`, and `pluginManagement` one `plugins`: named once.
  const wrapped = outer === 'dependencyManagement' || outer === 'pluginManagement'
  return CONTAINERS.has(element.name) && !wrapped ? element.name : ''
}

function coordinate(element: XmlElement, names: PomNames, places: Places): Declaration | undefined {
  const artifact = textOf(childrenOf(element, 'artifactId')[0])
  const groupElement = childrenOf(element, 'groupId')[0]
  const family = groupElement ? textOf(groupElement) : defaultGroup(element)
  if (artifact === undefined || family === undefined) return undefined
  const value = versionOf(element, names)
  if (!value) return undefined
  const group = names.literal(family)
  return {
    role: 'package',
    names: [`${group}:${names.literal(artifact)}`],
    group: places(element),
    family: group,
    at: element.span.start,
    value,
  }
}

function defaultGroup(element: XmlElement): string | undefined {
  return element.name === 'plugin' ? 'org.apache.maven.plugins' : undefined
}

function versionOf(element: XmlElement, names: PomNames): Value | undefined {
  const versions = childrenOf(element, 'version')
  const [version, second] = versions
  if (!version) {
    const by = MANAGED_BY.get(element.name)
    return by === undefined ? undefined : { kind: 'managed', by }
  }
  if (second) return opaque('ambiguous', 'two <version> elements stand in one declaration', 'Keep one of them.')
  if (textOf(childrenOf(element, 'systemPath')[0]) !== undefined) return { kind: 'local', what: 'a systemPath' }
  return writtenValue(version, names)
}

/** writtenValue reads the content of a <version> or a property. */
export function writtenValue(element: XmlElement, names: PomNames): Value {
  const content = contentOf(element)
  if (content === 'blank')
    return opaque('unsupported-constraint', `<${element.name}> is empty`, 'Write a version there.')
  if (content === 'mixed') {
    return opaque(
      'unsupported-constraint',
      `<${element.name}> is made of several pieces`,
      'Write the version as one piece, without a comment in its middle.',
    )
  }
  return content.text.includes('${') ? composed(content, names) : literalValue(content)
}

function literalValue(part: Part): Value {
  return { kind: 'literal', dialect: 'maven', parts: [part] }
}

const VARIABLE = /\$\{([^${}\s]+)\}/g

function composed(part: Part, names: PomNames): Value {
  if (part.text.length !== part.span.end - part.span.start) {
    return opaque(
      'unsupported-constraint',
      'a reference stands beside an entity',
      'Write the version without entities.',
    )
  }
  const pieces: Piece[] = []
  let from = 0
  for (const match of part.text.matchAll(VARIABLE)) {
    const name = match[1] ?? ''
    const dead = names.unresolvable(name)
    if (dead) return opaque('unresolved-variable', dead.detail, dead.hint)
    if (match.index > from) pieces.push({ literal: slice(part, from, match.index) })
    pieces.push({ variable: name })
    from = match.index + match[0].length
  }
  if (from < part.text.length) pieces.push({ literal: slice(part, from, part.text.length) })
  const broken = pieces.some((piece) => 'literal' in piece && /[${}]/.test(piece.literal.text))
  if (broken) return opaque('unresolved-variable', `${part.text} cannot be read`, 'Write the version or one property.')
  return { kind: 'template', dialect: 'maven', pieces }
}

function slice(part: Part, from: number, to: number): Part {
  return { span: { start: part.span.start + from, end: part.span.start + to }, text: part.text.slice(from, to) }
}

function opaque(
  reason: 'ambiguous' | 'unsupported-constraint' | 'unresolved-variable',
  detail: string,
  hint: string,
): Value {
  return { kind: 'opaque', reason, detail, hint }
}

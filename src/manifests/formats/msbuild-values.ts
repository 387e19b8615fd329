import type { Declaration, Part, Piece, Value } from '../format.ts'
import { childrenOf, contentOf, elementsOf, trimmed, type XmlAttribute, type XmlElement } from '../syntax/xml-tree.ts'

/** attributeOf finds an attribute by its name; MSBuild does not tell upper from lower case. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name.toLowerCase() === name)
}

/**
 * metadataOf gives an item's metadata of that lower-case name as written: its attribute and its child elements, of which
 * there may be one for each condition.
 */
export function metadataOf(element: XmlElement, name: string): (Part | 'blank' | 'mixed')[] {
  const attribute = attributeOf(element, name)
  const children = childrenOf(element).filter((metadata) => metadata.name.toLowerCase() === name)
  return [...(attribute ? [partOf(attribute)] : []), ...children.map(contentOf)]
}

/** partOf gives the attribute's value without outer white space. */
export function partOf({ span, text }: XmlAttribute): Part | 'blank' {
  return text.trim() === '' ? 'blank' : trimmed(span, text)
}

/** msbuildValue reads a version as MSBuild would: text, `$(Property)`s, or something only a build can evaluate. */
export function msbuildValue(content: Part | 'blank' | 'mixed'): Value {
  if (content === 'blank') return opaque('unsupported-constraint', 'the version is empty')
  if (content === 'mixed') return opaque('unsupported-constraint', 'the version is made of several pieces')
  if (!/[$@%]\(/.test(content.text)) return { kind: 'literal', dialect: 'nuget', parts: [content] }
  const pieces = piecesOf(content)
  if (pieces) return { kind: 'template', dialect: 'nuget', pieces }
  return opaque('unresolved-variable', `${content.text} is evaluated by the build only`)
}

const REFERENCE = /\$\(([A-Za-z_][\w-]*)\)/g

function piecesOf(part: Part): Piece[] | undefined {
  if (part.text.length !== part.span.end - part.span.start) return undefined
  const pieces: Piece[] = []
  let from = 0
  for (const match of part.text.matchAll(REFERENCE)) {
    if (match.index > from) pieces.push({ literal: slice(part, from, match.index) })
    pieces.push({ variable: (match[1] ?? '').toLowerCase() })
    from = match.index + match[0].length
  }
  if (from < part.text.length) pieces.push({ literal: slice(part, from, part.text.length) })
  return pieces.some((piece) => 'literal' in piece && /[$@%]\(/.test(piece.literal.text)) ? undefined : pieces
}

function slice(part: Part, from: number, to: number): Part {
  return { span: { start: part.span.start + from, end: part.span.start + to }, text: part.text.slice(from, to) }
}

function opaque(reason: 'ambiguous' | 'unsupported-constraint' | 'unresolved-variable', detail: string): Value {
  return { kind: 'opaque', reason, detail, hint: 'Write the version itself, or as one property of this repository.' }
}

/**
 * propertiesIn gives the properties of a project. An unconditional definition makes the earlier ones void; conditional
 * ones all count. Names come in lower case, as MSBuild compares them.
 */
export function propertiesIn(project: XmlElement): Declaration[] {
  const effective = new Map<string, XmlElement[]>()
  const conditional = new Set<XmlElement>()
  for (const element of elementsOf(project)) {
    const { parent } = element
    if ((parent && conditional.has(parent)) || isConditional(element)) conditional.add(element)
    if (parent?.name.toLowerCase() !== 'propertygroup' || contentOf(element) === 'blank') continue
    const name = element.name.toLowerCase()
    const earlier = conditional.has(element) ? effective.get(name) : undefined
    if (earlier) earlier.push(element)
    else effective.set(name, [element])
  }
  return [...effective].flatMap(([name, definitions]) =>
    definitions.map((property) => variable(name, property, conditional.has(property))),
  )
}

/** A condition of its own, the last branch of a Choose, or a target: what that sets is known only while it runs. */
function isConditional(element: XmlElement): boolean {
  return attributeOf(element, 'condition') !== undefined || /^(?:otherwise|target)$/i.test(element.name)
}

/** What the project itself is released as; a dependency that takes it is built from the same sources. */
const OWN = new Set(['version', 'versionprefix', 'packageversion', 'assemblyversion', 'fileversion'])

function variable(name: string, property: XmlElement, isConditional: boolean): Declaration {
  const value: Value = OWN.has(name)
    ? opaque('ambiguous', `${property.name} is the project's own version, which is not a dependency's to raise`)
    : msbuildValue(contentOf(property))
  const condition = isConditional ? ({ conditional: true } as const) : {}
  return { role: 'variable', names: [name], group: 'PropertyGroup', at: property.span.start, ...condition, value }
}

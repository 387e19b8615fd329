import type { Declaration, Lineage, ManifestFormat, Value } from '../format.ts'
import { readXml, readXmlAgain } from '../syntax/xml.ts'
import { childrenOf, contentOf, textOf, type XmlElement } from '../syntax/xml-tree.ts'
import { coordinatesIn, type PomNames, placesIn, writtenValue } from './maven-coordinates.ts'
import { ancestorsOf, folderOf, resolvePath } from './paths.ts'

/** Maven projects: every coordinate of the document, and the properties versions are written with. */
export const mavenPom: ManifestFormat = {
  id: 'pom.xml',
  ecosystem: 'maven',
  matches: (path) => /(?:^|\/)(?:pom\.xml|pom[-_][^/]*\.xml|[^/]+\.pom)$/.test(path),
  scan,
  related,
  lineage,
  read: readXmlAgain,
}

function scan(text: string): readonly Declaration[] {
  const project = readXml(text)
  const names = pomNames(project)
  const found = [...coordinatesIn(project, names), ...propertiesIn(project, names)]
  return found.sort((a, b) => a.at - b.at)
}

/** Every element of every <properties>, the project's own and the profiles'. Of two equal ones Maven obeys the last. */
function propertyElements(project: XmlElement): XmlElement[] {
  const profiles = childrenOf(project, 'profiles').flatMap((list) => childrenOf(list, 'profile'))
  return [project, ...profiles].flatMap((owner) => {
    const effective = new Map<string, XmlElement>()
    for (const list of childrenOf(owner, 'properties')) {
      for (const property of childrenOf(list)) effective.set(property.name, property)
    }
    return [...effective.values()]
  })
}

function propertiesIn(project: XmlElement, names: PomNames): Declaration[] {
  const places = placesIn(project)
  const own = textOf(childrenOf(project, 'version')[0]) ?? ''
  const overriding = parentOf(project) ? ({ overriding: true } as const) : {}
  return propertyElements(project)
    .filter((property) => contentOf(property) !== 'blank')
    .map((property) => ({
      role: 'variable',
      names: [property.name],
      group: places(property),
      at: property.span.start,
      ...(property.parent?.parent?.name === 'profile' ? ({ conditional: true } as const) : {}),
      ...overriding,
      value: own.includes(`\${${property.name}}`) ? OWN_VERSION : writtenValue(property, names),
    }))
}

/** What `<version>${revision}</version>` is made of is released with the project, and is no dependency's to raise. */
const OWN_VERSION: Value = {
  kind: 'opaque',
  reason: 'ambiguous',
  detail: "the property makes the project's own version, which is not a dependency's to raise",
  hint: 'Give the dependency a version or a property of its own.',
}

/** The model's own values, which a property of that name cannot replace. */
const MODEL = /^(?:(?:project|pom)\.(?:parent\.)?)?(?:groupId|artifactId|version)$/
const OUTSIDE = /^(?:env|settings)\./
const ADVICE = 'Write the version here, or as a property of this pom or of a parent pom in this repository.'

function pomNames(project: XmlElement): PomNames {
  const properties = new Map<string, string | undefined>()
  for (const property of propertyElements(project)) {
    // The same name with two values (a profile's) is no name one could rely on.
    properties.set(property.name, properties.has(property.name) ? undefined : textOf(property))
  }
  const model = modelOf(project)
  const inherits = parentOf(project) !== undefined
  return {
    literal: (text) => literal(text, (name) => model.get(name) ?? properties.get(name)),
    unresolvable(name) {
      if (MODEL.test(name) && (name.includes('.') || !properties.has(name))) {
        const detail = `\${${name}} is the version of the project itself, not of this dependency`
        return { detail, hint: ADVICE }
      }
      if (OUTSIDE.test(name)) return { detail: `\${${name}} is set outside the repository`, hint: ADVICE }
      if (properties.has(name) || inherits) return undefined
      return { detail: `\${${name}} is not a property of this pom, which has no parent`, hint: ADVICE }
    },
  }
}

function literal(text: string, find: (name: string) => string | undefined): string {
  let resolved = text
  // Properties of properties: a few rounds; what then still holds a reference names nothing.
  for (let round = 0; round < 5 && resolved.includes('${') && resolved.length < 300; round++) {
    resolved = resolved.replace(/\$\{([^${}\s]+)\}/g, (whole, name: string) => {
      const value = find(name)
      return value !== undefined && value.length < 300 ? value : whole
    })
  }
  return resolved
}

/** The project's own coordinates under every name a pom may call them by. */
function modelOf(project: XmlElement): ReadonlyMap<string, string | undefined> {
  const parent = parentOf(project)
  const model = new Map<string, string | undefined>()
  for (const field of ['groupId', 'artifactId', 'version']) {
    const inherited = parent && textOf(childrenOf(parent, field)[0])
    const own = textOf(childrenOf(project, field)[0]) ?? (field === 'artifactId' ? undefined : inherited)
    for (const prefix of ['project.', 'pom.']) {
      model.set(`${prefix}${field}`, own).set(`${prefix}parent.${field}`, inherited)
    }
    model.set(field, own)
  }
  return model
}

/** The pom's own coordinates and its parent's, and where Maven looks for that first; a range fits any version. */
function lineage(text: string, path: string): Lineage {
  const project = readXml(text)
  const parent = parentOf(project)
  const of = (element: XmlElement | undefined, field: string) => textOf(element && childrenOf(element, field)[0])
  const inherited = ['groupId', 'artifactId', 'version'].map((field) => of(parent, field))
  const [group, artifact, version] = inherited
  const own = [of(project, 'groupId') ?? group, of(project, 'artifactId'), of(project, 'version') ?? version]
  if (!parent) return { own }
  const name = [group, artifact, version !== undefined && /[[(,]/.test(version) ? undefined : version]
  return { own, parent: { name, path: parentPath(project, path) } }
}

function parentOf(project: XmlElement): XmlElement | undefined {
  return childrenOf(project, 'parent')[0]
}

function related(path: string, text: string, tree: readonly string[]): readonly string[] {
  const parent = parentPathOf(text, path)
  if (parent === undefined) return []
  const present = new Set(tree)
  const above = ancestorsOf(folderOf(parent)).map((folder) => `${folder}pom.xml`)
  return [...new Set([parent, ...above])].filter((candidate) => candidate !== path && present.has(candidate))
}

/** A broken pom is reported by its own scan; it leans on nothing. */
function parentPathOf(text: string, path: string): string | undefined {
  try {
    return parentPath(readXml(text), path)
  } catch {
    return undefined
  }
}

/** Where Maven looks for the parent before it asks a repository: nowhere for an empty `<relativePath/>`. */
function parentPath(project: XmlElement, path: string): string | undefined {
  const parent = parentOf(project)
  const relative = parent && childrenOf(parent, 'relativePath')[0]
  if (!parent || (relative && contentOf(relative) === 'blank')) return undefined
  const written = textOf(relative) ?? '../pom.xml'
  const target = /\.(?:xml|pom)$/.test(written) ? written : `${written}/pom.xml`
  return resolvePath(folderOf(path), target)
}

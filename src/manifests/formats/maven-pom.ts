import type { Declaration, ManifestFormat } from '../format.ts'
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
  visibility,
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
  const overriding = inheritsInside(project) ? ({ overriding: true } as const) : {}
  return propertyElements(project)
    .filter((property) => contentOf(property) !== 'blank')
    .map((property) => ({
      role: 'variable',
      names: [property.name],
      group: places(property),
      at: property.span.start,
      ...(property.parent?.parent?.name === 'profile' ? ({ conditional: true } as const) : {}),
      ...overriding,
      value: writtenValue(property, names),
    }))
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
  const inherits = inheritsInside(project)
  return {
    literal: (text) => literal(text, (name) => model.get(name) ?? properties.get(name)),
    unresolvable(name) {
      if (MODEL.test(name) && (name.includes('.') || !properties.has(name))) {
        const detail = `\${${name}} is the version of the project itself, not of this dependency`
        return { detail, hint: ADVICE }
      }
      if (OUTSIDE.test(name)) return { detail: `\${${name}} is set outside the repository`, hint: ADVICE }
      if (properties.has(name) || inherits) return undefined
      return { detail: `\${${name}} is not a property of this pom, which has no parent in a folder here`, hint: ADVICE }
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
  const parent = childrenOf(project, 'parent')[0]
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

/** A pom without a parent, or whose <relativePath/> is empty, inherits nothing from this repository. */
function inheritsInside(project: XmlElement): boolean {
  const parent = childrenOf(project, 'parent')[0]
  if (!parent) return false
  const relative = childrenOf(parent, 'relativePath')[0]
  return !relative || contentOf(relative) !== 'blank'
}

function related(path: string, text: string, tree: readonly string[]): readonly string[] {
  const parent = parentPath(path, text)
  if (parent === undefined) return []
  const present = new Set(tree)
  const above = ancestorsOf(folderOf(parent)).map((folder) => `${folder}pom.xml`)
  return [...new Set([parent, ...above])].filter((candidate) => candidate !== path && present.has(candidate))
}

function parentPath(path: string, text: string): string | undefined {
  let project: XmlElement
  try {
    project = readXml(text)
  } catch {
    // A broken pom is reported by its own scan; it leans on nothing.
    return undefined
  }
  if (!inheritsInside(project)) return undefined
  const parent = childrenOf(project, 'parent')[0]
  const relative = (parent && textOf(childrenOf(parent, 'relativePath')[0])) ?? '../pom.xml'
  const target = /\.(?:xml|pom)$/.test(relative) ? relative : `${relative}/pom.xml`
  return resolvePath(folderOf(path), target)
}

/** Folder names under which a parent pom that is no ancestor is kept. */
const PARENT_FOLDER = /(?:^|[-_.])(?:parent|bom|platform|base|build|dependencies|common|root|poms?)$/i

/**
 * A property is seen in its own pom, in every pom in a folder below, and, where a folder says it holds the parent
 * (`parent/pom.xml`), from beside and below that folder. The nearest pom wins, as in Maven.
 */
function visibility(definition: string, reference: string): number | undefined {
  if (definition === reference) return 0
  // Gradle's variables are of the same ecosystem, but no pom reads them.
  if (!/\.(?:xml|pom)$/i.test(definition)) return undefined
  const folders = ancestorsOf(folderOf(reference))
  const home = folderOf(definition)
  const distance = folders.indexOf(home)
  if (distance >= 0) return distance + 1
  const outer = home.slice(0, home.lastIndexOf('/', home.length - 2) + 1)
  const beside = folders.indexOf(outer)
  if (beside < 0 || !PARENT_FOLDER.test(home.slice(outer.length, -1))) return undefined
  return folders.length + 1 + beside
}

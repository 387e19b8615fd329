import type { Declaration, ManifestFormat, Part, Value } from '../format.ts'
import { readXml, readXmlAgain } from '../syntax/xml.ts'
import { elementsOf, trimmed, type XmlAttribute, type XmlElement } from '../syntax/xml-tree.ts'
import { attributeOf, metadataOf, msbuildValue, partOf, propertiesIn } from './msbuild-values.ts'
import { packageFolders } from './nuget-folders.ts'
import { ancestorsOf, folderOf, resolvePath } from './paths.ts'

/** MSBuild projects and the files they share: package references, central versions, SDKs, properties. */
export const nugetProject: ManifestFormat = {
  id: '*.csproj',
  ecosystem: 'nuget',
  matches: (path) => /[^/]\.(?:(?:cs|fs|vb|sql|msbuild)?proj|props|targets)$/i.test(path),
  scan,
  related,
  visibility,
  read: readXmlAgain,
  lockfiles: ['packages.lock.json'],
}

const GRADLES_OWN = /(?:^|\/)versions\.props$/
const ITEMS: ReadonlySet<string> = new Set([
  'packagereference',
  'packageversion',
  'globalpackagereference',
  'dotnetclitoolreference',
  'packagedownload',
])

function scan(text: string, path: string): readonly Declaration[] {
  // Gradle has a `versions.props` of its own, which is no XML.
  if (GRADLES_OWN.test(path) && !/^\s*</.test(text)) return []
  const project = readXml(text)
  const items = [...elementsOf(project)].flatMap((element) =>
    ITEMS.has(element.name.toLowerCase()) ? itemIn(element) : sdksOf(element),
  )
  return [...propertiesIn(project), ...packageFolders(project), ...items].sort((a, b) => a.at - b.at)
}

function itemIn(element: XmlElement): Declaration[] {
  const attribute = attributeOf(element, 'include') ?? attributeOf(element, 'update')
  const names = (attribute?.text ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const versions = ['version', 'versionoverride'].flatMap((name) => metadataOf(element, name))
  const values: Value[] = versions.length > 0 ? versions.map(msbuildValue) : [{ kind: 'managed', by: 'PackageVersion' }]
  return names.flatMap((name) =>
    values.map((value) => ({
      role: 'package' as const,
      names: [name],
      group: element.name,
      at: element.span.start,
      value: names.length > 1 && value.kind !== 'managed' ? oneForSeveral(names) : value,
    })),
  )
}

function oneForSeveral(names: readonly string[]): Value {
  const detail = `one item gives ${names.slice(0, 5).join(', ')} the same version`
  return { kind: 'opaque', reason: 'ambiguous', detail, hint: 'Write one item for each package.' }
}

/** `<Project Sdk="X/1.0;Y/2.0">`, `<Import Sdk="X" Version="1.0">` or `Sdk="X/1.0"`, `<Sdk Name="X" Version="1.0">`. */
function sdksOf(element: XmlElement): Declaration[] {
  const kind = element.name.toLowerCase()
  if (kind !== 'project' && kind !== 'import' && kind !== 'sdk') return []
  const sdk = attributeOf(element, kind === 'sdk' ? 'name' : 'sdk')
  if (!sdk) return []
  const version = kind === 'project' ? undefined : attributeOf(element, 'version')
  if (version) return [sdkDeclaration(sdk.text.trim(), element, msbuildValue(partOf(version)))]
  return kind === 'sdk'
    ? []
    : versionedNames(sdk).map(([name, part]) => sdkDeclaration(name, element, msbuildValue(part)))
}

/** The `name/version` pairs of a list such as `X/1.0;Y/2.0`. */
function versionedNames({ span, text }: XmlAttribute): [string, Part][] {
  if (text.length !== span.end - span.start) return []
  const found: [string, Part][] = []
  let start = span.start
  for (const entry of text.split(';')) {
    const [name = '', version = '', ...more] = entry.split('/')
    const from = start + name.length + 1
    if (more.length === 0 && name.trim() !== '' && version.trim() !== '') {
      found.push([name.trim(), trimmed({ start: from, end: from + version.length }, version)])
    }
    start += entry.length + 1
  }
  return found
}

function sdkDeclaration(name: string, element: XmlElement, value: Value): Declaration {
  return { role: 'package', names: [name], group: 'Sdk', at: element.span.start, value }
}

const SHARED = ['Directory.Build.props', 'Directory.Packages.props', 'Directory.Build.targets']

function related(path: string, text: string, tree: readonly string[]): readonly string[] {
  const present = new Set(tree)
  const shared = ancestorsOf(folderOf(path)).flatMap((folder) => SHARED.map((name) => folder + name))
  return [...new Set([...shared, ...imports(path, text)])].filter((other) => other !== path && present.has(other))
}

/** Where `<Import Project="…">` leads, from the file's own folder and, behind a property, from every folder above. */
function imports(path: string, text: string): string[] {
  let project: XmlElement
  try {
    project = readXml(text)
  } catch {
    // A broken project is reported by its own scan; it leans on nothing.
    return []
  }
  const folder = folderOf(path)
  return [...elementsOf(project)].flatMap((element) => {
    const target = element.name === 'Import' ? attributeOf(element, 'project')?.text : undefined
    if (target === undefined || target.length > 500) return []
    const relative = target.replace(/^\$\([^()]*\)[\\/]?/, '')
    if (/[$()*]/.test(relative)) return []
    const homes = relative === target || /^\$\(MSBuildThis/i.test(target) ? [folder] : ancestorsOf(folder)
    return homes.flatMap((home) => resolvePath(home, relative) ?? [])
  })
}

/**
 * A property is seen in its own file; one of a `.props` or `.targets` file also in the folders below its own, and, since
 * such files are often kept in a folder of their own (`eng/Versions.props`), below the folder around that. The nearest wins.
 */
function visibility(definition: string, reference: string): number | undefined {
  if (definition === reference) return 0
  if (!/\.(?:props|targets)$/i.test(definition)) return undefined
  const folders = ancestorsOf(folderOf(reference))
  const home = folderOf(definition)
  const distance = folders.indexOf(home)
  if (distance >= 0) return distance + 1
  const outer = folders.indexOf(home.slice(0, home.lastIndexOf('/', home.length - 2) + 1))
  return outer < 0 ? undefined : folders.length + 1 + outer
}

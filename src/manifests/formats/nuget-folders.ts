import type { Declaration, Span } from '../format.ts'
import { elementsOf, type XmlElement } from '../syntax/xml-tree.ts'

/** `packages\Newtonsoft.Json.13.0.1\lib\…`: the folder name is the id, a dot, and the version. */
const FOLDER = /[\\/]packages[\\/]([^\\/'"<>;()]{1,200})(?=[\\/])/gi
const ID_VERSION = /^(.*?)\.(\d+(?:\.\d+){1,3}(?:[-+][\w.+-]*)?)$/

/**
 * packageFolders finds the versions in paths to packages that `packages.config` puts beside the solution: a reference's
 * HintPath, an Import, and the conditions that guard it. They must move with `packages.config` or the build breaks.
 */
export function packageFolders(project: XmlElement): Declaration[] {
  return [...elementsOf(project)].flatMap((element) => {
    const runs = element.name === 'HintPath' ? element.children.filter((child) => child.kind !== 'element') : []
    return [...element.attributes, ...runs].flatMap(({ text, span }) => foldersIn(text, span, element))
  })
}

function foldersIn(text: string, span: Span, element: XmlElement): Declaration[] {
  // Entities would shift the offsets; paths to packages have none.
  if (text.length !== span.end - span.start || !/packages/i.test(text)) return []
  return [...text.matchAll(FOLDER)].flatMap((match) => {
    const parts = ID_VERSION.exec(match[1] ?? '')
    if (!parts) return []
    const [, id = '', version = ''] = parts
    const end = span.start + match.index + match[0].length
    const part = { span: { start: end - version.length, end }, text: version }
    const value = { kind: 'literal' as const, dialect: 'nuget' as const, parts: [part] }
    return [{ role: 'package' as const, names: [id], group: element.name, at: element.span.start, value }]
  })
}

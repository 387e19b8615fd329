import type { Declaration, ManifestFormat } from '../format.ts'
import { readXml, readXmlAgain } from '../syntax/xml.ts'
import { childrenOf } from '../syntax/xml-tree.ts'
import { attributeOf, msbuildValue, partOf } from './msbuild-values.ts'
import { folderOf } from './paths.ts'

/** NuGet's older list of packages, one exact version each: `packages.config`. */
export const nugetPackagesConfig: ManifestFormat = {
  id: 'packages.config',
  ecosystem: 'nuget',
  matches: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.config$/i.test(path),
  scan,
  related,
  read: readXmlAgain,
  lockfiles: ['packages.lock.json'],
}

function scan(text: string): readonly Declaration[] {
  return childrenOf(readXml(text), 'package').flatMap((element): Declaration[] => {
    const id = attributeOf(element, 'id')?.text.trim()
    const version = attributeOf(element, 'version')
    if (!id || !version) return []
    const value = msbuildValue(partOf(version))
    return [{ role: 'package', names: [id], group: 'packages', at: element.span.start, value }]
  })
}

/** The projects beside it name the packages' folders, version included. */
function related(path: string, _text: string, tree: readonly string[]): readonly string[] {
  const folder = folderOf(path)
  return tree.filter((other) => folderOf(other) === folder && /\.(?:cs|fs|vb)proj$/i.test(other))
}

import type { ManifestFormat } from '../format.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { LIBRARY_LIMIT, yamlData } from '../syntax/yaml-library.ts'
import { catalogDeclarations } from './yaml-catalogs.ts'

/** .yarnrc.yml: the default catalog and named catalogs. */
export const yarnrc: ManifestFormat = {
  id: '.yarnrc.yml',
  ecosystem: 'npm',
  lockfiles: ['yarn.lock'],
  matches: (path) => /(?:^|\/)\.yarnrc\.yml$/.test(path),
  scan: (text) => [...catalogDeclarations(parseYaml(text))].sort((a, b) => a.at - b.at),
  read: yamlData,
  readUpTo: LIBRARY_LIMIT,
}

import { parse } from 'yaml'
import type { ManifestFormat } from '../format.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { catalogDeclarations } from './yaml-catalogs.ts'

/** .yarnrc.yml: the default catalog and named catalogs. */
export const yarnrc: ManifestFormat = {
  id: '.yarnrc.yml',
  ecosystem: 'npm',
  lockfiles: ['yarn.lock'],
  matches: (path) => /(?:^|\/)\.yarnrc\.yml$/.test(path),
  scan: (text) => [...catalogDeclarations(parseYaml(text))].sort((a, b) => a.at - b.at),
  // The same library as in `scan`, yet another layer of it: the document's data instead of the places of its nodes.
  read: (text) => parse(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false, uniqueKeys: false }),
}

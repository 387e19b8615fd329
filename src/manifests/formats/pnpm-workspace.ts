import type { ManifestFormat } from '../format.ts'
import { parseYaml } from '../syntax/yaml.ts'
import { LIBRARY_LIMIT, yamlData } from '../syntax/yaml-library.ts'
import { catalogDeclarations, yamlOverrides } from './yaml-catalogs.ts'

/** pnpm-workspace.yaml: the default catalog, named catalogs and overrides. */
export const pnpmWorkspace: ManifestFormat = {
  id: 'pnpm-workspace.yaml',
  ecosystem: 'npm',
  lockfiles: ['pnpm-lock.yaml'],
  matches: (path) => /(?:^|\/)pnpm-workspace\.ya?ml$/.test(path),
  scan(text) {
    const root = parseYaml(text)
    return [...catalogDeclarations(root), ...yamlOverrides(root)].sort((a, b) => a.at - b.at)
  },
  read: yamlData,
  readUpTo: LIBRARY_LIMIT,
}

import type { Declaration, ManifestFormat } from '../format.ts'
import { type PythonNode, readPython } from '../syntax/python.ts'
import { folderOf, resolvePath } from './paths.ts'
import { requirements } from './requirements.ts'
import { requirementExpressions } from './setup-py-expressions.ts'

/** The setup.py format: string literals that reach setuptools as requirements. */
export const setupPy: ManifestFormat = {
  id: 'setup.py',
  ecosystem: 'pypi',
  matches: (path) => /(?:^|\/)setup\.py$/.test(path),
  scan: (text) => {
    const found = new Map<number, Declaration>()
    for (const declaration of requirementExpressions(readPython(text))) {
      if (!found.has(declaration.at)) found.set(declaration.at, declaration)
    }
    return [...found.values()].sort((one, other) => one.at - other.at)
  },
  related: (path, text, tree) => {
    const known = new Set(tree)
    return strings(readPython(text))
      .map((name) => resolvePath(folderOf(path), name))
      .filter((file) => file !== undefined && known.has(file) && requirements.matches(file)) as string[]
  },
}

function strings(nodes: readonly PythonNode[]): string[] {
  const found: string[] = []
  const open = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'string') found.push(node.content.text)
    if (node.kind === 'group') for (const inner of node.nodes) open.push(inner)
  }
  return found
}

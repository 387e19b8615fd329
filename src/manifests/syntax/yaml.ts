import { ManifestSyntaxError } from '../format.ts'
import { LIBRARY_LIMIT, readYamlByLibrary } from './yaml-library.ts'
import { BeyondReader } from './yaml-lines.ts'
import { readYaml } from './yaml-reader.ts'
import { type YamlDocument, type YamlNode, yamlTree } from './yaml-tree.ts'

export { type YamlMember, type YamlNode, yamlMember } from './yaml-tree.ts'

/**
 * Reads one YAML document into a tree with places. Our own reader does that in linear time; what it leaves alone goes to
 * the `yaml` package, if the document is short enough for it. Throws a ManifestSyntaxError only.
 */
export function parseYaml(text: string): YamlNode {
  return yamlTree(documentOf(text))
}

function documentOf(text: string): YamlDocument {
  try {
    return readYaml(text)
  } catch (error) {
    if (!(error instanceof BeyondReader)) throw error
    if (text.length <= LIBRARY_LIMIT) return readYamlByLibrary(text)
    const what = `${error.message} stands there, which is not read in a document of more than ${LIBRARY_LIMIT} characters`
    throw new ManifestSyntaxError(what, error.offset)
  }
}

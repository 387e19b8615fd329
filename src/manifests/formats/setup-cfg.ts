import type { Declaration, ManifestFormat, Span } from '../format.ts'
import { type IniOption, readIni } from '../syntax/ini.ts'
import { plainText } from '../syntax/logical-text.ts'
import { folderOf, resolvePath } from './paths.ts'
import { requirementDeclaration } from './python-requirement.ts'
import { requirements } from './requirements.ts'

const requirementOptions = new Set(['install_requires', 'setup_requires', 'tests_require'])

/** The setup.cfg format: the requirement options of setuptools and its extras. */
export const setupCfg: ManifestFormat = {
  id: 'setup.cfg',
  ecosystem: 'pypi',
  matches: (path) => /(?:^|\/)setup\.cfg$/.test(path),
  scan: (text) => requirementLists(text).flatMap((option) => listed(option, text)),
  readsOthersAs: requirements,
  related: (path, text, tree) => {
    const known = new Set(tree)
    return requirementLists(text)
      .flatMap((option) => includedFiles(option, text))
      .map((file) => resolvePath(folderOf(path), file))
      .filter((file) => file !== undefined && known.has(file)) as string[]
  },
}

function requirementLists(text: string): IniOption[] {
  return readIni(text).filter(({ section, key }) =>
    section === 'options' ? requirementOptions.has(key.replaceAll('-', '_')) : section === 'options.extras_require',
  )
}

function listed(option: IniOption, text: string): Declaration[] {
  const group = `${option.section} ${option.key}`
  if (includedFiles(option, text).length > 0) return []
  return items(option, text).flatMap(({ start, end }) => {
    const logical = plainText(text, start, end)
    // setuptools drops what stands behind ` #`.
    const comment = logical.text.search(/\s#/)
    const to = comment === -1 ? logical.text.length : comment
    return requirementDeclaration(logical, { from: 0, to }, group) ?? []
  })
}

/** A value on one line is a list with semicolons; on several lines, each is an item. */
function items({ lines, multiline }: IniOption, text: string): readonly Span[] {
  const [only] = lines
  if (multiline || only === undefined) return lines
  const found: Span[] = []
  for (let start = only.start; start <= only.end; ) {
    const semicolon = text.indexOf(';', start)
    const end = semicolon === -1 || semicolon > only.end ? only.end : semicolon
    found.push({ start, end })
    start = end + 1
  }
  return found
}

/** `file: a.txt, b.txt`: the requirements stand in those files. */
function includedFiles({ lines }: IniOption, text: string): string[] {
  const [first] = lines
  const value = first === undefined ? '' : text.slice(first.start, first.end)
  if (first === undefined || !value.startsWith('file:')) return []
  const rest = lines.slice(1).map(({ start, end }) => text.slice(start, end))
  return [value.slice('file:'.length), ...rest].flatMap((line) => line.split(',')).map((file) => file.trim())
}

import { type ManifestFormat, ManifestSyntaxError } from '../format.ts'
import { tomlData } from '../syntax/toml.ts'
import { readToml } from '../syntax/toml-reader.ts'
import { listedRequirements } from './pyproject.ts'

const lists = [
  'dependencies',
  'tool.uv.constraint-dependencies',
  'tool.uv.override-dependencies',
  'tool.uv.build-constraint-dependencies',
  'tool.uv.extra-build-dependencies.*',
]

/** Python scripts with inline metadata (https://peps.python.org/pep-0723/): what uv, pipx, Hatch and PDM run. */
export const pythonScript: ManifestFormat = {
  id: 'script.py',
  ecosystem: 'pypi',
  byHand: true,
  matches: (path) => /\.pyw?$/.test(path),
  scan: (text) => listedRequirements(readToml(metadata(text)), lists).sort((one, other) => one.at - other.at),
  read: (text) => tomlData(metadata(text)),
}

/**
 * The TOML of the `script` block, with blanks for all else, so that every character stands where it stood. Throws a
 * ManifestSyntaxError for a second block, and for text over several lines, which would hold the comment signs.
 */
function metadata(text: string): string {
  let found: string | undefined
  let end = 0
  for (const { 0: opening, index } of text.matchAll(/^# \/\/\/ script(?=\r?$)/gm)) {
    if (index < end) continue
    const start = index + opening.length
    end = blockEnd(text, start)
    if (end === -1) break
    if (found !== undefined) throw new ManifestSyntaxError('a second block of script metadata', index)
    found = blank(text.slice(0, start)) + text.slice(start, end).replace(/^#/gm, ' ') + blank(text.slice(end))
    const severalLines = /"""|'''/.exec(found)
    if (severalLines) throw new ManifestSyntaxError('a text over several lines in script metadata', severalLines.index)
  }
  return found ?? ''
}

/** Where the last `# ///` of the comment lines that follow begins; -1 when none closes the block. */
function blockEnd(text: string, from: number): number {
  const line = /\r?\n(#(?: .*)?)(?=\r?$|\r?\n)/my
  let end = -1
  line.lastIndex = from
  for (let match = line.exec(text); match; match = line.exec(text)) {
    if (match[1] === '# ///') end = line.lastIndex - (match[1]?.length ?? 0)
  }
  return end
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

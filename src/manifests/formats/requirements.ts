import type { Declaration, ManifestFormat } from '../format.ts'
import { type LogicalText, LogicalTextBuilder, plainText } from '../syntax/logical-text.ts'
import type { Range } from '../syntax/requirement.ts'
import { folderOf, resolvePath } from './paths.ts'
import { requirementDeclaration, urlLineDeclaration } from './python-requirement.ts'

const fileName =
  /(?:^|\/)(?:(?:requirements|constraints)[^/]*\.(?:txt|in)|[^/]+[-._](?:requirements|constraints)\.(?:txt|in)|requirements\/(?:[^/]+\/)*[^/]+\.(?:txt|in))$/i

/** The pip requirements format: requirement and constraint files, and the `.in` files they are compiled from. */
export const requirements: ManifestFormat = {
  id: 'requirements.txt',
  ecosystem: 'pypi',
  matches: (path) => fileName.test(path),
  scan: (text, path) => [...logicalLines(text)].flatMap((line) => lineDeclaration(line, path) ?? []),
  related: (path, text, tree) => {
    const known = new Set(tree)
    return [...logicalLines(text)].flatMap((line) => {
      const target = includeTarget(line)
      const resolved = target === undefined ? undefined : resolvePath(folderOf(path), target)
      return resolved !== undefined && known.has(resolved) ? [resolved] : []
    })
  },
}

/**
 * The lines as pip joins them: a backslash at the end continues, unless the line is a comment of its own; then
 * comments go, which start at the line or behind white space.
 */
function* logicalLines(text: string): Generator<LogicalText> {
  let builder: LogicalTextBuilder | undefined
  for (const { start, end } of physicalLines(text)) {
    const comment = isComment(text, start, end)
    const continues = !comment && text[end - 1] === '\\' && end > start
    if (builder === undefined && !continues) {
      if (!comment) yield withoutComment(plainText(text, start, end))
      continue
    }
    builder ??= new LogicalTextBuilder(text)
    if (!comment) builder.copy(start, continues ? beforeBackslashes(text, start, end) : end)
    if (continues) continue
    yield withoutComment(builder.build())
    builder = undefined
  }
  if (builder !== undefined) yield withoutComment(builder.build())
}

function* physicalLines(text: string): Generator<{ start: number; end: number }> {
  const lineEnd = /\r\n|\n|\r/g
  let start = 0
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { start, end: text.length }
}

function isComment(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1
  return text[at] === '#' && at < end
}

function beforeBackslashes(text: string, start: number, end: number): number {
  let at = end
  while (at > start && text[at - 1] === '\\') at -= 1
  return at
}

/** Comments run from `#` at the start or behind white space to the end of the joined line. */
function withoutComment(line: LogicalText): LogicalText {
  const comment = /(?:^|\s)#/.exec(line.text)
  return comment === null ? line : { ...line, text: line.text.slice(0, comment.index) }
}

const urlStart = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+)/i
const editable = /^(?:-e|--editable)(?:\s*=\s*|\s*)/
const include = /^(?:-r|-c|--requirement|--constraint)(?:\s*=\s*|\s+|(?<=-[rc]))(\S+)/

function lineDeclaration(line: LogicalText, path: string): Declaration | undefined {
  const group = path.slice(path.lastIndexOf('/') + 1)
  const range = contentRange(line.text)
  if (range === undefined) return undefined
  const content = line.text.slice(range.from, range.to)
  const flag = editable.exec(content)
  if (flag !== null) return urlDeclarationAt(line, { from: range.from + flag[0].length, to: range.to }, `${group} -e`)
  if (content.startsWith('-')) return undefined
  if (urlStart.test(content)) return urlDeclarationAt(line, range, group)
  return plainRequirement(line, range, group)
}

function contentRange(text: string): Range | undefined {
  const from = text.search(/\S/)
  return from === -1 ? undefined : { from, to: text.trimEnd().length }
}

function urlDeclarationAt(line: LogicalText, range: Range, group: string): Declaration | undefined {
  const length = line.text.slice(range.from, range.to).search(/\s/)
  return urlLineDeclaration(line, { from: range.from, to: length === -1 ? range.to : range.from + length }, group)
}

function plainRequirement(line: LogicalText, { from, to }: Range, group: string): Declaration | undefined {
  const content = line.text.slice(from, to)
  // A path, which pip tells by its slashes; in a direct reference or a marker they stand behind `@` or `;`.
  if (/^[^@;\s]*[/\\]/.test(content)) return undefined
  const options = content.search(/\s-/)
  const hashPinned = options !== -1 && /(?:^|\s)--hash(?=[=\s])/.test(content.slice(options))
  return requirementDeclaration(line, { from, to: options === -1 ? to : from + options }, group, hashPinned)
}

function includeTarget(line: LogicalText): string | undefined {
  const target = include.exec(line.text.trim())?.[1]
  return target === undefined || urlStart.test(target) || target.includes('$') ? undefined : target
}

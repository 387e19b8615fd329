import { ManifestSyntaxError, type Span } from '../format.ts'

/** One option of a configuration file: the lines of its value, trimmed, without empty and comment lines. */
export interface IniOption {
  readonly section: string
  readonly key: string
  readonly at: number
  readonly lines: readonly Span[]
  /** True when the value goes on below the line of its key. */
  readonly multiline: boolean
}

interface OpenOption {
  readonly section: string
  readonly key: string
  readonly at: number
  readonly indent: number
  readonly lines: Span[]
  multiline: boolean
}

const header = /^\[([^\]\r\n]+)\]/

/**
 * readIni reads the options as Python's configparser does: `#` and `;` comment whole lines, deeper indented lines
 * continue a value. Throws ManifestSyntaxError for what configparser rejects, repeated sections and options included.
 */
export function readIni(text: string): IniOption[] {
  const options: OpenOption[] = []
  const seen = new Set<string>()
  let section: string | undefined
  let open: OpenOption | undefined
  for (const { start, end } of lineSpans(text)) {
    const line = text.slice(start, end)
    const indent = line.length - line.trimStart().length
    const content = line.trim()
    if (content === '' || content.startsWith('#') || content.startsWith(';')) continue
    if (open !== undefined && indent > open.indent) {
      open.lines.push({ start: start + indent, end: start + indent + content.length })
      open.multiline = true
      continue
    }
    const named = header.exec(content)?.[1]
    if (named !== undefined) {
      once(seen, `[${named}]`, start)
      section = named
      open = undefined
      continue
    }
    open = openOption(content, start + indent, indent, section)
    once(seen, `[${section}] ${open.key}`, start)
    options.push(open)
  }
  return options
}

function* lineSpans(text: string): Generator<Span> {
  let start = 0
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { start, end: text.length }
}

function once(seen: Set<string>, what: string, at: number): void {
  if (seen.has(what)) throw new ManifestSyntaxError(`${what} stands there twice`, at)
  seen.add(what)
}

function openOption(content: string, at: number, indent: number, section: string | undefined): OpenOption {
  if (section === undefined) throw new ManifestSyntaxError('an option stands before any section', at)
  const delimiter = content.search(/[:=]/)
  if (delimiter < 1) throw new ManifestSyntaxError('neither a section nor an option', at)
  const key = content.slice(0, delimiter).trimEnd()
  const value = content.slice(delimiter + 1).trimStart()
  const start = at + content.length - value.length
  const lines = value === '' ? [] : [{ start, end: at + content.length }]
  return { section, key, at, indent, lines, multiline: false }
}

import { BeyondReader } from './yaml-lines.ts'
import type { YamlScalar } from './yaml-tree.ts'

/** A scalar without quotes on one line: its last character, and what ended it. */
export interface PlainStretch {
  readonly end: number
  /** Where reading stopped: behind the blanks that follow the scalar. */
  readonly stop: number
  readonly stoppedBy: 'line end' | 'comment' | 'colon' | 'flow'
}

const FLOW = ',[]{}'
/** What may open a plain scalar with certainty; YAML would also take `-`, `?` and `:` before a letter. */
const OPENING = /[^\s\-?:,[\]{}#&*!|>'"%@`]/

export function opensPlain(unit: string | undefined): boolean {
  return unit !== undefined && OPENING.test(unit)
}

/** Reads on in a plain scalar to the end of its line, a comment, a colon that makes it a key, or a sign of the flow. */
export function plainStretch(text: string, from: number, inFlow: boolean): PlainStretch {
  let end = from
  for (let at = from; ; at++) {
    const unit = text[at]
    if (unit === undefined || unit === '\n' || unit === '\r') return { end, stop: at, stoppedBy: 'line end' }
    if (unit === '\t') throw new BeyondReader('a tab', at)
    if (unit === ' ') continue
    if (unit === '#' && at > from && text[at - 1] === ' ') return { end, stop: at, stoppedBy: 'comment' }
    if (unit === ':' && endsKey(text[at + 1], inFlow)) return { end, stop: at, stoppedBy: 'colon' }
    if (inFlow && FLOW.includes(unit)) return { end, stop: at, stoppedBy: 'flow' }
    end = at + 1
  }
}

function endsKey(next: string | undefined, inFlow: boolean): boolean {
  return next === undefined || ' \t\r\n'.includes(next) || (inFlow && FLOW.includes(next))
}

export function plainScalar(text: string, start: number, end: number): YamlScalar {
  return { kind: 'scalar', style: 'plain', value: text.slice(start, end), span: { start, end } }
}

/** The offset of the quote that closes the one at `from`; a quoted text may run over several lines. */
export function closingQuote(text: string, from: number): number {
  const quote = text[from]
  for (let at = from + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at
      at++
    }
  }
  throw new BeyondReader('a quote that is not closed', from)
}

/** The quoted text between its quotes, escapes resolved. Only for one that stands on one line. */
export function quotedScalar(text: string, open: number, close: number): YamlScalar {
  const span = { start: open + 1, end: close }
  const raw = text.slice(span.start, span.end)
  if (text[open] === "'") return { kind: 'scalar', style: 'single', value: raw.replaceAll("''", "'"), span }
  return { kind: 'scalar', style: 'double', value: raw.includes('\\') ? unescaped(raw, span.start) : raw, span }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
}

/** Resolves the escapes of a double quoted text; `at` is where it stands. */
export function unescaped(raw: string, at: number): string {
  return raw.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.?))/gi, (whole, hex, unicode, letter, offset) => {
    const code = hex ?? unicode
    const known = code === undefined ? ESCAPES[letter] : String.fromCharCode(Number.parseInt(code, 16))
    if (known === undefined || /^\\[XU]/.test(whole)) throw new BeyondReader('an escape', at + offset)
    return known
  })
}

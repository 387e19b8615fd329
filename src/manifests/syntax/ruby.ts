import { ManifestSyntaxError } from '../format.ts'
import { readString, wordsOf } from './ruby-strings.ts'
import {
  endsValue,
  isKeyword,
  operatorAt,
  type RubyKind,
  type RubyPiece,
  type RubyString,
  type RubyToken,
} from './ruby-tokens.ts'

/** How deep strings and interpolations may hold each other. */
const MAX_NESTING = 64
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
])

const BLANK = /(?:[ \t\r\f\v]|\\\r?\n)+/y
const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const SIGILED = /@@?[A-Za-z_]\w*|\$(?:[A-Za-z_]\w*|\d+|-\w|[^\s\w])/y
const NUMBER = /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*/y
const SYMBOL =
  /:(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!]|=(?![>~=]))?|\[\]=?|<=>|[<>]=|[-+*/%<>!~^&|]+|===?)/y
const CHARACTER = /\?(?:\\.|[^\s\\])(?!\w)/y
const PERCENT = /%([qQwWiIrsx]?)([^\w\s])/y
const HEREDOC = /<<([~-]?)(?:(["'`])([^"'`\r\n]+)\2|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*))/y
const COMMENT_BLOCK = /=begin(?=\s|$)/y
const END_OF_CODE = /__END__\r?(?:\n|$)/y

interface Heredoc {
  readonly name: string
  readonly indented: boolean
  readonly at: number
}

/**
 * tokenizeRuby reads Ruby as tokens with exact offsets: every string form, heredocs, comments and `__END__`, but no
 * grammar. Linear in the text. Throws a ManifestSyntaxError for a literal or comment that never ends.
 */
export function tokenizeRuby(source: string): readonly RubyToken[] {
  return new Tokenizer(source).all()
}

class Tokenizer {
  private readonly source: string
  private at = 0
  private nesting = 0
  private tokens: RubyToken[] = []
  private previous: RubyToken | undefined
  private heredocs: Heredoc[] = []

  constructor(source: string) {
    this.source = source
  }

  all(): readonly RubyToken[] {
    this.lineStart()
    this.run(false)
    const [open] = this.heredocs
    if (open) throw new ManifestSyntaxError(`the heredoc ${open.name} is never closed`, open.at)
    return this.tokens
  }

  /** Reads until the end of the text or, within an interpolation, until the brace that closes it. */
  private run(embedded: boolean): void {
    let braces = 0
    while (this.at < this.source.length) {
      const spaced = this.match(BLANK) !== undefined
      const character = this.source[this.at]
      if (embedded && character === '}' && braces === 0) return
      if (embedded && character === '{') braces += 1
      if (embedded && character === '}') braces -= 1
      if (character !== undefined) this.token(character, spaced || this.previous?.kind === 'newline')
    }
    if (embedded) throw new ManifestSyntaxError('an interpolation is never closed', this.at)
  }

  private token(character: string, spaced: boolean): void {
    if (character === '\n') this.newline(spaced)
    else if (character === '#') this.comment()
    else if (character === '"' || character === "'") this.quoted(character, spaced)
    else if (character === '`') this.command(spaced)
    else if (!this.literal(character, spaced)) this.word(character, spaced)
  }

  private newline(spaced: boolean): void {
    const start = this.at
    this.at += 1
    if (this.previous?.kind !== 'newline') this.push('newline', '\n', start, spaced)
    if (this.heredocs.length > 0) for (const heredoc of this.heredocs.splice(0)) this.heredocBody(heredoc)
    this.lineStart()
  }

  private comment(): void {
    const end = this.source.indexOf('\n', this.at)
    this.at = end < 0 ? this.source.length : end
  }

  /** At the start of a line: a comment block, or the end of the code. */
  private lineStart(): void {
    if (this.nesting > 0) return
    while (this.looking(COMMENT_BLOCK)) {
      const found = this.source.indexOf('\n=end', this.at)
      if (found < 0) throw new ManifestSyntaxError('=begin has no =end', this.at)
      const line = this.source.indexOf('\n', found + 1)
      this.at = line < 0 ? this.source.length : line + 1
    }
    if (this.looking(END_OF_CODE)) this.at = this.source.length
  }

  private quoted(quote: string, spaced: boolean): void {
    const start = this.at
    const before = this.previous
    const string = this.string(quote, quote, quote === '"', start + 1)
    const colon = this.source[this.at] === ':' && this.source[this.at + 1] !== ':'
    const isLabel = colon && !(before?.kind === 'operator' && before.text === '?')
    if (isLabel) this.at += 1
    if (isLabel) this.push('label', this.source.slice(string.span.start, string.span.end), start, spaced)
    else this.push('string', this.source.slice(start, this.at), start, spaced, string)
  }

  private command(spaced: boolean): void {
    const start = this.at
    this.string('`', '`', true, start + 1)
    this.push('opaque', '`', start, spaced)
  }

  /** Literals whose first character is an operator elsewhere: `%w`, `/…/`, `<<~A`, `?a`, `:a`. */
  private literal(character: string, spaced: boolean): boolean {
    switch (character) {
      case '%':
        return this.startsLiteral(spaced, /[^\s=]/) && this.percent(spaced)
      case '/':
        return this.startsLiteral(spaced, /[^\s=]/) && this.regexp(spaced)
      case '<':
        return this.startsLiteral(spaced, /</) && this.heredoc(spaced)
      case '?':
        return this.startsLiteral(spaced, /\w/) && this.simple(CHARACTER, 'opaque', spaced)
      case ':':
        return this.symbol(spaced)
      case '@':
      case '$':
        return this.simple(SIGILED, 'identifier', spaced)
      default:
        return /\d/.test(character) && this.simple(NUMBER, 'number', spaced)
    }
  }

  /** Behind a value these begin an operator; behind a name (`gem %q(a)`) the white space around decides, as in Ruby. */
  private startsLiteral(spaced: boolean, next: RegExp): boolean {
    if (!endsValue(this.previous)) return true
    return this.previous?.kind === 'identifier' && spaced && next.test(this.source[this.at + 1] ?? '')
  }

  private percent(spaced: boolean): boolean {
    const start = this.at
    PERCENT.lastIndex = start
    const match = PERCENT.exec(this.source)
    if (!match) return false
    const [whole, type = '', open = ''] = match
    const close = CLOSING.get(open) ?? open
    const interpolates = type === '' || /[QWIrx]/.test(type)
    const string = this.string(open, close, interpolates, start + whole.length)
    if (type === '' || /q/i.test(type)) this.push('string', whole, start, spaced, { ...string, open: whole })
    else if (/w/i.test(type)) this.push('words', whole, start, spaced, string)
    else this.push('opaque', whole, start, spaced)
    return true
  }

  private regexp(spaced: boolean): boolean {
    const start = this.at
    this.string('/', '/', true, start + 1)
    this.match(/[a-z]*/y)
    this.push('opaque', '/', start, spaced)
    return true
  }

  private heredoc(spaced: boolean): boolean {
    const start = this.at
    HEREDOC.lastIndex = start
    const match = HEREDOC.exec(this.source)
    if (!match || (this.previous?.kind === 'keyword' && this.previous.text === 'class')) return false
    const [whole, indent, , quoted, bare = ''] = match
    this.at += whole.length
    this.heredocs.push({ name: quoted ?? bare, indented: indent !== '', at: start })
    this.push('opaque', whole, start, spaced)
    return true
  }

  private heredocBody({ name, indented, at }: Heredoc): void {
    while (this.at < this.source.length) {
      const found = this.source.indexOf('\n', this.at)
      const end = found < 0 ? this.source.length : found
      const line = this.source.slice(this.at, end).replace(/\r$/, '')
      this.at = found < 0 ? end : end + 1
      if ((indented ? line.trimStart() : line) === name) return
    }
    throw new ManifestSyntaxError(`the heredoc ${name} is never closed`, at)
  }

  private symbol(spaced: boolean): boolean {
    const start = this.at
    const quote = this.source[start + 1]
    if (quote === ':' || (endsValue(this.previous) && !spaced)) return false
    if (quote !== '"' && quote !== "'") {
      const match = this.match(SYMBOL)
      if (match !== undefined) this.push('symbol', match.slice(1), start, spaced)
      return match !== undefined
    }
    const { span } = this.string(quote, quote, quote === '"', start + 2)
    this.push('symbol', this.source.slice(span.start, span.end), start, spaced)
    return true
  }

  private word(character: string, spaced: boolean): void {
    const start = this.at
    const name = this.match(NAME)
    if (name === undefined) this.operator(spaced)
    else if (this.source[this.at] === ':' && this.source[this.at + 1] !== ':') this.label(name, start, spaced)
    else this.name(character, start, spaced)
  }

  private operator(spaced: boolean): void {
    const start = this.at
    const operator = operatorAt(this.source, start)
    this.at += operator.length
    this.push('operator', operator, start, spaced)
  }

  private label(name: string, start: number, spaced: boolean): void {
    this.at += 1
    this.push('label', name, start, spaced)
  }

  private name(character: string, start: number, spaced: boolean): void {
    if (/[?!]/.test(this.source[this.at] ?? '') && !/[=:]/.test(this.source[this.at + 1] ?? '')) this.at += 1
    const word = this.source.slice(start, this.at)
    const isMethod = this.previous?.kind === 'operator' && /^&?\.$/.test(this.previous.text)
    if (!isMethod && isKeyword(word)) this.push('keyword', word, start, spaced)
    else this.push(!isMethod && /[A-Z]/.test(character) ? 'constant' : 'identifier', word, start, spaced)
  }

  private string(open: string, close: string, interpolates: boolean, from: number): RubyString {
    if (this.nesting >= MAX_NESTING) throw new ManifestSyntaxError('strings are nested too deeply', from)
    const string = readString(this.source, { open, close, interpolates, from }, (at) => this.interpolation(at))
    this.at = string.span.end + 1
    return string
  }

  private interpolation(start: number): RubyPiece {
    const { tokens, previous } = this
    this.tokens = []
    this.previous = undefined
    this.at = start + 2
    this.nesting += 1
    this.run(true)
    this.nesting -= 1
    this.at += 1
    const code: RubyPiece = { kind: 'code', span: { start, end: this.at }, tokens: this.tokens }
    this.tokens = tokens
    this.previous = previous
    return code
  }

  private simple(pattern: RegExp, kind: RubyKind, spaced: boolean): boolean {
    const start = this.at
    const text = this.match(pattern)
    if (text !== undefined) this.push(kind, text, start, spaced)
    return text !== undefined
  }

  private push(kind: RubyKind, text: string, start: number, spaced: boolean, string?: RubyString): void {
    const words = string && kind === 'words' ? wordsOf(string) : undefined
    const leads = !endsValue(this.previous)
    const own = kind === 'string' ? string : undefined
    this.previous = { kind, text, start, end: this.at, spaced, leads, string: own, words }
    this.tokens.push(this.previous)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.source)
    if (!match) return undefined
    this.at = pattern.lastIndex
    return match[0]
  }

  private looking(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.source)
  }
}

/** JQL text → query. Strict where Jira is strict: reserved words and characters, escapes, unfinished strings. */

export class JqlError extends Error {}

export type Operand =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'empty' }

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause }
  | { readonly kind: 'term'; readonly field: string; readonly operator: string; readonly operands: readonly Operand[] }

export interface Sort {
  readonly field: string
  readonly descending: boolean
}

export interface Query {
  /** Undefined: no restriction at all. */
  readonly where: Clause | undefined
  readonly order: readonly Sort[]
}

interface Token {
  readonly kind: 'word' | 'string' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

const SYMBOLS = ['!=', '!~', '<=', '>=', '=', '~', '<', '>', '(', ')', ',', '!', '&&', '&', '||', '|']
const RESERVED_CHARACTERS = '.;?*/%^$#@[]{}+`'
const RESERVED_WORDS = new Set(
  (
    'abort access add after alias all alter and any are as asc at audit avg be before begin between boolean break by byte ' +
    'catch cf char character check checkpoint collate collation column commit connect continue count create current date ' +
    'decimal declare decrement default defaults define delete delimiter desc difference distinct divide do double drop else ' +
    'encoding end equals escape exclusive exec execute exists explain false fetch file field first float for from function ' +
    'go goto grant greater group having identified if immediate in increment index initial inner inout input insert int ' +
    'integer intersect intersection into is isempty isnull join last left less like limit lock long max min minus mode modify ' +
    'modulo more multiply next noaudit not notin nowait null number object of on option or order outer output power previous ' +
    'prior privileges public raise raw remainder rename resource return returns revoke right row rowid rownum rows select ' +
    'session set share size sqrt start strict string subtract sum synonym table then to trans transaction trigger true uid ' +
    'union unique update user validate values view when whenever where while with'
  ).split(' '),
)

const fail = (message: string, at: number): JqlError =>
  new JqlError(`Error in the JQL Query: ${message} (line 1, character ${at + 1})`)

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at] as string
    if (/\s/.test(char)) {
      at++
      continue
    }
    const token = char === '"' || char === "'" ? readString(text, at) : (readSymbol(text, at) ?? readWord(text, at))
    tokens.push(token.token)
    at = token.next
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}

interface Read {
  readonly token: Token
  readonly next: number
}

function readSymbol(text: string, at: number): Read | undefined {
  const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at))
  return symbol === undefined ? undefined : { token: { kind: 'symbol', text: symbol, at }, next: at + symbol.length }
}

const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
  ' ': ' ',
}

function readString(text: string, start: number): Read {
  const quote = text[start]
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== quote) {
    const { value: piece, next } =
      text[at] === '\\' ? readEscape(text, at) : { value: text[at] as string, next: at + 1 }
    value += piece
    at = next
  }
  if (at >= text.length) throw fail(`The quoted string '${value}' has not been completed.`, start)
  return { token: { kind: 'string', text: value, at: start }, next: at + 1 }
}

function readEscape(text: string, at: number): { value: string; next: number } {
  const unicode = /^\\u([0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))?.[1]
  if (unicode !== undefined) return { value: String.fromCharCode(Number.parseInt(unicode, 16)), next: at + 6 }
  const plain = ESCAPES[text[at + 1] ?? '']
  if (plain !== undefined) return { value: plain, next: at + 2 }
  const shown = text.slice(at, at + 2)
  throw fail(
    `'${shown}' is an illegal JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.`,
    at,
  )
}

function readWord(text: string, start: number): Read {
  let at = start
  while (at < text.length && !/[\s"'=~<>(),!&|]/.test(text[at] as string)) {
    const char = text[at] as string
    if (RESERVED_CHARACTERS.includes(char)) {
      const code = char.charCodeAt(0).toString(16).padStart(4, '0')
      throw fail(
        `The character '${char}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${code}' instead.`,
        at,
      )
    }
    at++
  }
  return { token: { kind: 'word', text: text.slice(start, at), at: start }, next: at }
}

/** Parses a query. Throws JqlError with Jira's message. */
export function parseJql(text: string): Query {
  return new Parser(tokenize(text)).query()
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  query(): Query {
    const where = this.#isWord('order') || this.#peek().kind === 'end' ? undefined : this.#or()
    const order = this.#order()
    const rest = this.#peek()
    if (rest.kind !== 'end') throw fail(`Expecting either 'OR' or 'AND' but got '${rest.text}'.`, rest.at)
    return { where, order }
  }

  #peek(): Token {
    return this.#tokens[this.#at] as Token
  }

  #next(): Token {
    return this.#tokens[this.#at++] as Token
  }

  #isWord(word: string): boolean {
    const token = this.#peek()
    return token.kind === 'word' && token.text.toLowerCase() === word
  }

  #takeWord(word: string): boolean {
    if (!this.#isWord(word)) return false
    this.#at++
    return true
  }

  #takeSymbol(...symbols: string[]): boolean {
    const token = this.#peek()
    if (token.kind !== 'symbol' || !symbols.includes(token.text)) return false
    this.#at++
    return true
  }

  #or(): Clause {
    const parts = [this.#and()]
    while (this.#takeWord('or') || this.#takeSymbol('||', '|')) parts.push(this.#and())
    return parts.length === 1 ? (parts[0] as Clause) : { kind: 'or', parts }
  }

  #and(): Clause {
    const parts = [this.#unary()]
    while (this.#takeWord('and') || this.#takeSymbol('&&', '&')) parts.push(this.#unary())
    return parts.length === 1 ? (parts[0] as Clause) : { kind: 'and', parts }
  }

  #unary(): Clause {
    if (this.#takeWord('not') || this.#takeSymbol('!')) return { kind: 'not', part: this.#unary() }
    if (!this.#takeSymbol('(')) return this.#term()
    const inner = this.#or()
    this.#expectClosing()
    return inner
  }

  #expectClosing(): void {
    if (this.#takeSymbol(')')) return
    const { kind, text, at } = this.#peek()
    if (kind === 'end') throw new JqlError("Error in the JQL Query: Expecting ')' before the end of the query.")
    throw fail(`Expecting ')' but got '${text}'.`, at)
  }

  #term(): Clause {
    const field = this.#name('a field name')
    const operator = this.#operator()
    const many = operator === 'in' || operator === 'not in'
    return { kind: 'term', field: field.toLowerCase(), operator, operands: many ? this.#list() : [this.#operand()] }
  }

  #name(what: string): string {
    const token = this.#next()
    if (token.kind === 'end') throw new JqlError(`Error in the JQL Query: Expecting ${what} at the end of the query.`)
    if (token.kind === 'symbol')
      throw fail(
        `Expecting ${what} but got '${token.text}'. You must surround '${token.text}' in quotation marks to use it as ${what}.`,
        token.at,
      )
    if (token.kind === 'word' && RESERVED_WORDS.has(token.text.toLowerCase())) {
      throw fail(
        `'${token.text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`,
        token.at,
      )
    }
    return token.text
  }

  #operator(): string {
    const token = this.#next()
    const text = token.text.toLowerCase()
    if (token.kind === 'symbol' && ['=', '!=', '~', '!~', '<', '>', '<=', '>='].includes(text)) return text
    if (token.kind === 'word' && text === 'in') return 'in'
    if (token.kind === 'word' && text === 'not' && this.#takeWord('in')) return 'not in'
    if (token.kind === 'word' && text === 'is') return this.#takeWord('not') ? 'is not' : 'is'
    const got = token.kind === 'end' ? 'before the end of the query' : `but got '${token.text}'`
    const shown = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'"
    throw fail(`Expecting operator ${got}. The valid operators are ${shown}.`, token.at)
  }

  #list(): Operand[] {
    if (!this.#takeSymbol('(')) throw fail(`Expecting '(' but got '${this.#peek().text}'.`, this.#peek().at)
    const operands = [this.#operand()]
    while (this.#takeSymbol(',')) operands.push(this.#operand())
    this.#expectClosing()
    return operands
  }

  #operand(): Operand {
    if (this.#takeWord('empty') || this.#takeWord('null')) return { kind: 'empty' }
    const quoted = this.#peek().kind === 'string'
    const text = this.#name('either a value, list or function')
    if (quoted || !this.#takeSymbol('(')) return { kind: 'text', text }
    this.#expectClosing()
    return { kind: 'call', name: text.toLowerCase() }
  }

  #order(): Sort[] {
    if (!this.#takeWord('order')) return []
    if (!this.#takeWord('by')) throw fail(`Expecting 'by' but got '${this.#peek().text}'.`, this.#peek().at)
    const sorts: Sort[] = []
    do {
      const field = this.#name('a field name').toLowerCase()
      const descending = this.#takeWord('desc')
      if (!descending) this.#takeWord('asc')
      sorts.push({ field, descending })
    } while (this.#takeSymbol(','))
    return sorts
  }
}

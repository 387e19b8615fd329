/** GitHub's expression language: literals, contexts, operators with its loose equality, and the functions in common use. */

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

export interface ExpressionContext {
  /** `github`, `inputs`, `secrets`, `needs`, … */
  readonly values: Readonly<Record<string, Value>>
  /** What `success()`, `failure()` and `cancelled()` answer here. */
  readonly status: 'success' | 'failure' | 'cancelled'
}

type Token =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }

const TOKEN =
  /\s*(?:(-?(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))|'((?:[^']|'')*)'|([A-Za-z_][\w-]*)|(==|!=|<=|>=|&&|\|\||[<>!().,[\]*]))/y

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex
    const hit = TOKEN.exec(text)
    if (hit === null) throw new Error(`cannot read the expression at: ${text.slice(from)}`)
    const [, number, quoted, name, symbol] = hit
    if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) })
    else if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.replaceAll("''", "'") })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'symbol', text: symbol as string })
  }
  return tokens
}

/** Evaluates one expression (without `${{ }}`). Throws for a name that is no context and a function that is not known. */
export function evaluate(text: string, context: ExpressionContext): Value {
  const parser = new Evaluator(tokenize(text), context)
  const value = parser.or()
  parser.expectEnd(text)
  return value
}

/** Replaces every `${{ }}`; a text that is one expression keeps the expression's own type. */
export function interpolate(text: string, context: ExpressionContext): Value {
  const whole = /^\$\{\{((?:'(?:[^']|'')*'|(?!\}\}).)*)\}\}$/s.exec(text.trim())?.[1]
  if (whole !== undefined) return evaluate(whole, context)
  return text.replaceAll(/\$\{\{((?:'(?:[^']|'')*'|(?!\}\}).)*)\}\}/gs, (_, inner: string) =>
    asText(evaluate(inner, context)),
  )
}

/** A value as GitHub puts it into a text. */
export function asText(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object'
  return String(value)
}

export const isTruthy = (value: Value): boolean =>
  !(value === null || value === false || value === 0 || value === '' || Number.isNaN(value))

class Evaluator {
  readonly #tokens: readonly Token[]
  readonly #context: ExpressionContext
  #at = 0

  constructor(tokens: readonly Token[], context: ExpressionContext) {
    this.#tokens = tokens
    this.#context = context
  }

  expectEnd(text: string): void {
    if (this.#at < this.#tokens.length) throw new Error(`cannot read the rest of the expression: ${text}`)
  }

  #take(...symbols: string[]): string | undefined {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'symbol' || !symbols.includes(token.text)) return undefined
    this.#at++
    return token.text
  }

  #expect(symbol: string): void {
    if (this.#take(symbol) === undefined) throw new Error(`an expression lacks '${symbol}'`)
  }

  or(): Value {
    let left = this.#and()
    while (this.#take('||')) {
      const right = this.#and()
      left = isTruthy(left) ? left : right
    }
    return left
  }

  #and(): Value {
    let left = this.#equality()
    while (this.#take('&&')) {
      const right = this.#equality()
      left = isTruthy(left) ? right : left
    }
    return left
  }

  #equality(): Value {
    let left = this.#comparison()
    for (let operator = this.#take('==', '!='); operator !== undefined; operator = this.#take('==', '!=')) {
      const equal = looselyEqual(left, this.#comparison())
      left = operator === '==' ? equal : !equal
    }
    return left
  }

  #comparison(): Value {
    const left = this.#unary()
    const operator = this.#take('<', '>', '<=', '>=')
    if (operator === undefined) return left
    const [a, b] = [asNumber(left), asNumber(this.#unary())]
    return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b
  }

  #unary(): Value {
    if (this.#take('!')) return !isTruthy(this.#unary())
    return this.#access(this.#primary())
  }

  #primary(): Value {
    if (this.#take('(')) {
      const value = this.or()
      this.#expect(')')
      return value
    }
    const token = this.#tokens[this.#at++]
    if (token?.kind === 'value') return token.value
    if (token?.kind !== 'name') throw new Error('an expression lacks a value')
    if (token.text in LITERALS) return LITERALS[token.text] as Value
    if (this.#take('(')) return this.#call(token.text.toLowerCase())
    const value = member(this.#context.values, token.text)
    if (value === undefined) throw new Error(`Unrecognized named-value: '${token.text}'`)
    return value
  }

  #access(start: Value): Value {
    let value = start
    for (let symbol = this.#take('.', '['); symbol !== undefined; symbol = this.#take('.', '[')) {
      if (symbol === '[') {
        const key = this.or()
        this.#expect(']')
        value = (Array.isArray(value) ? value[asNumber(key)] : member(value, asText(key))) ?? null
      } else if (this.#take('*')) {
        const inner = this.#path()
        value = entries(value).flatMap(
          (entry) => inner.reduce<Value>((at, key) => member(at, key) ?? null, entry) ?? [],
        )
      } else value = member(value, this.#name()) ?? null
    }
    return value
  }

  #path(): string[] {
    const path: string[] = []
    while (this.#take('.')) path.push(this.#name())
    return path
  }

  #name(): string {
    const token = this.#tokens[this.#at++]
    if (token?.kind !== 'name') throw new Error('an expression lacks a property name')
    return token.text
  }

  #call(name: string): Value {
    const args: Value[] = []
    while (this.#take(')') === undefined) {
      args.push(this.or())
      this.#take(',')
    }
    const { status } = this.#context
    if (name === 'always') return true
    if (name === 'success' || name === 'failure' || name === 'cancelled') return status === name
    const known = FUNCTIONS[name]
    if (known === undefined) throw new Error(`Unrecognized function: '${name}'`)
    return known(...args)
  }
}

const LITERALS: Readonly<Record<string, Value>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
}

const FUNCTIONS: Readonly<Record<string, (...args: Value[]) => Value>> = {
  fromjson: (text = '') => JSON.parse(asText(text)) as Value,
  tojson: (value = null) => JSON.stringify(value, undefined, 2),
  format: (template = '', ...args) =>
    asText(template).replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (hit, index?: string) =>
      index === undefined ? hit.charAt(0) : asText(args[Number(index)]),
    ),
  contains: (where = '', what = '') =>
    Array.isArray(where) ? where.some((entry) => looselyEqual(entry, what)) : lower(where).includes(lower(what)),
  startswith: (text = '', start = '') => lower(text).startsWith(lower(start)),
  endswith: (text = '', end = '') => lower(text).endsWith(lower(end)),
  join: (list = '', separator = ',') => (Array.isArray(list) ? list.map(asText).join(asText(separator)) : asText(list)),
}

const lower = (value: Value): string => asText(value).toLowerCase()

/** Property names are compared without case. */
function member(of: unknown, name: string): Value | undefined {
  if (typeof of !== 'object' || of === null) return undefined
  const key = Object.keys(of).find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : (of as Record<string, Value>)[key]
}

function entries(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[]
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, Value>) : []
}

function asNumber(value: Value): number {
  if (value === null || value === '') return 0
  return typeof value === 'object' ? Number.NaN : Number(value)
}

function looselyEqual(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase()
  if (typeof a === typeof b || (typeof a === 'object' && typeof b === 'object')) return a === b
  return asNumber(a) === asNumber(b)
}

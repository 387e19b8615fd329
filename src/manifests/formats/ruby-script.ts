import { endsValue, type RubyToken } from '../syntax/ruby-tokens.ts'
import { bracketAt, callAt, isOperator, type RubyCall, rightSideAt } from './ruby-calls.ts'
import { stringOf, symbolOrString } from './ruby-expressions.ts'
import { type GitSource, gitBlockOf } from './ruby-git.ts'

type Tokens = readonly RubyToken[]

/** What the blocks around a call say. */
export interface Scope {
  /** `group test, platforms ruby`, or empty at the top. */
  readonly label: string
  /** The nearest `git`, `github` or `path` block. */
  readonly source?: SourceBlock
  /** The nearest `%w[a b].each do |name|`, and what is around it. */
  readonly loop?: { readonly variable: string; readonly items: readonly string[]; readonly outer: Scope }
}

/** A `git`, `github` or `path` block; `git` is absent for a path. */
interface SourceBlock {
  readonly git?: GitSource
  readonly at: number
}

/** A call that declares something, with its name's token and the blocks around it. */
export interface DeclaringCall {
  readonly method: RubyToken
  readonly call: RubyCall
  readonly scope: Scope
}

/** A variable or constant that gets a value; without `right` it is changed in a way that cannot be followed. */
export interface Assignment {
  readonly name: string
  readonly at: number
  readonly right?: RubyCall
}

/** The calls and assignments of a script, in the order of the text. */
export interface Script {
  readonly calls: readonly DeclaringCall[]
  readonly assignments: readonly Assignment[]
}

const BLOCK_METHODS = new Set(
  'group groups source git github gitlab bitbucket gist path platform platforms install_if env'.split(' '),
)
const GIT_METHODS = new Set('git github gitlab bitbucket gist'.split(' '))
const OPENING_KEYWORDS = new Set('begin case class def for if module unless until while'.split(' '))
const TOP: Scope = { label: '' }
/** Longer lists than this in front of `.each` are not looked through. */
const MAX_LIST = 100
const MAX_LABEL = 200

/** readScript walks the tokens once; `declares` tells by name and receiver which calls are wanted. */
export function readScript(tokens: Tokens, declares: (method: string, hasReceiver: boolean) => boolean): Script {
  return new Walk(tokens, declares).run()
}

class Walk {
  private readonly tokens: Tokens
  private readonly declares: (method: string, hasReceiver: boolean) => boolean
  private readonly calls: DeclaringCall[] = []
  private readonly assignments: Assignment[] = []
  /** One entry for each open block: the scope outside it, and whether a `while … do` still waits for its `do`. */
  private readonly blocks: { outer: Scope; waits: boolean }[] = []
  private readonly brackets: number[] = []
  private scope = TOP
  private lastList = -1
  /** Where the right side of the outermost assignment around ends. */
  private rightEnd = -1
  private at = 0

  constructor(tokens: Tokens, declares: (method: string, hasReceiver: boolean) => boolean) {
    this.tokens = tokens
    this.declares = declares
  }

  run(): Script {
    for (let token = this.tokens[0]; token; token = this.tokens[this.at]) {
      this.at = this.step(token)
    }
    return { calls: this.calls, assignments: this.assignments }
  }

  /** Handles the token and gives the index to go on at. */
  private step(token: RubyToken): number {
    if (token.kind === 'keyword') this.keyword(token)
    else if (token.kind === 'operator') this.bracket(token)
    else if (token.kind === 'identifier' || token.kind === 'constant') return this.name(token)
    return this.at + 1
  }

  private keyword(token: RubyToken): void {
    if (token.text === 'end') this.scope = this.blocks.pop()?.outer ?? TOP
    else if (token.text === 'do') this.doBlock()
    else if (OPENING_KEYWORDS.has(token.text) && this.opensBlock(token)) {
      if (token.text === 'def') this.method()
      this.open(this.scope, /^(?:for|until|while)$/.test(token.text))
    }
  }

  private opensBlock(token: RubyToken): boolean {
    // `return if x`: a modifier, although nothing stands between the two words.
    const jumps = /^(?:return|next|break|yield)$/.test(this.tokens[this.at - 1]?.text ?? '')
    return token.leads && !jumps && !this.isEndless(token)
  }

  /** A method that says one string and nothing more is a name for it. */
  private method(): void {
    const [name, ...rest] = this.tokens.slice(this.at + 1, this.at + 14)
    const text = rest.findIndex(({ kind }) => kind === 'string')
    const body = rest.filter(({ kind, text: word }) => kind !== 'newline' && !/^(?:[().;]|freeze)$/.test(word))
    if (name?.kind === 'identifier' && text >= 0 && body[0] === rest[text] && body[1]?.text === 'end')
      this.assignments.push({ name: name.text, at: name.start, right: rightSideAt(rest, text - 1) })
  }

  private doBlock(): void {
    const top = this.blocks.at(-1)
    if (top?.waits) top.waits = false
    else this.open(this.scope)
  }

  /** `def a = 1` and `def a(b) = 1` have no `end`. */
  private isEndless(token: RubyToken): boolean {
    if (token.text !== 'def') return false
    let index = this.at + 2
    if (isOperator(this.tokens[index], '(')) {
      while (index - this.at < 100 && this.tokens[index] && !isOperator(this.tokens[index], ')')) index += 1
      index += 1
    }
    return isOperator(this.tokens[index], '=')
  }

  private bracket({ text }: RubyToken): void {
    if (text === '{') this.open(this.scope)
    else if (text === '}') this.scope = this.blocks.pop()?.outer ?? TOP
    else if (text === '(' || text === '[') this.brackets.push(this.at)
    else if (text === ')' || text === ']') this.lastList = this.brackets.pop() ?? -1
  }

  private name(token: RubyToken): number {
    const previous = this.tokens[this.at - 1]
    const hasReceiver = isOperator(previous, '.') || isOperator(previous, '&.')
    const free =
      !endsValue(previous) && !isOperator(previous, '::') && !/^(?:def|alias|undef)$/.test(previous?.text ?? '')
    if ((hasReceiver || free) && this.declares(token.text, hasReceiver)) return this.declaringCall(token)
    if (hasReceiver) return /^each(?:_entry|_with_index)?$/.test(token.text) ? this.loop() : this.at + 1
    if (free && BLOCK_METHODS.has(token.text)) return this.blockCall(token)
    return this.assignment(token)
  }

  private declaringCall(method: RubyToken): number {
    const call = callAt(this.tokens, this.at)
    if (!call) return this.assignment(method)
    this.calls.push({ method, call, scope: this.scope })
    return call.end
  }

  private blockCall(method: RubyToken): number {
    const call = callAt(this.tokens, this.at)
    if (!call) return this.assignment(method)
    if (!this.isBlockStart(call.end)) return call.end
    const names = call.positional.map((tokens) => symbolOrString(tokens) ?? '…').join(' ')
    const label = [this.scope.label, `${method.text} ${names}`.trim()].filter((words) => words !== '').join(', ')
    const outer = this.scope
    const source = GIT_METHODS.has(method.text)
      ? { git: gitBlockOf(method.text, call), at: method.start }
      : outer.source
    const own = method.text === 'path' ? { at: method.start } : source
    this.open({ ...outer, label: label.length > MAX_LABEL ? outer.label : label, ...(own && { source: own }) })
    return call.end + 1
  }

  /** `%w[a b].each do |name|`, `['a', 'b'].each { |name| … }` */
  private loop(): number {
    const start = this.at + 1
    const bar = isOperator(this.tokens[start + 1], '|')
    const variable = this.tokens[start + 2]
    const items = this.isBlockStart(start) && bar && variable ? this.listBehind(this.at - 2) : undefined
    if (!items || !variable) return this.at + 1
    const outer = this.scope
    this.open({ ...outer, loop: { variable: variable.text, items, outer } })
    return start + 3
  }

  private listBehind(index: number): readonly string[] | undefined {
    const token = this.tokens[index]
    const items = token?.kind === 'words' ? token.words?.map(({ text }) => text) : this.bracketBehind(index)
    if (!items || items.length > MAX_LIST || items.includes(undefined)) return undefined
    return items as string[]
  }

  private bracketBehind(index: number): readonly (string | undefined)[] | undefined {
    const isNear = this.lastList >= 0 && index - this.lastList <= 4 * MAX_LIST
    if (!isOperator(this.tokens[index], ']') || !isNear) return undefined
    return bracketAt(this.tokens, this.lastList).positional.map(stringOf)
  }

  private isBlockStart(index: number): boolean {
    const token = this.tokens[index]
    return isOperator(token, '{') || (token?.kind === 'keyword' && token.text === 'do')
  }

  private assignment({ text: name, start: at }: RubyToken): number {
    const operator = this.tokens[this.at + 1]
    if (operator?.kind !== 'operator' || this.brackets.length > 0) return this.at + 1
    const previous = this.tokens[this.at - 1]
    const begins =
      !previous || previous.kind === 'newline' || previous.kind === 'keyword' || /^[;|{]$/.test(previous.text)
    const followable = begins && /^(?:\|\|)?=$/.test(operator.text)
    const severalLeft = isOperator(operator, ',') ? begins : isOperator(operator, '=') && isOperator(previous, ',')
    const changed = begins && /^(?:[-+*/%|&^]|<<|>>|\*\*|&&)=$|^<<$/.test(operator.text)
    if (severalLeft || changed) this.assignments.push({ name, at })
    if (!followable) return this.at + 1
    const first = this.tokens[this.at + 2]
    if (first?.kind === 'keyword' && OPENING_KEYWORDS.has(first.text)) {
      this.assignments.push({ name, at })
      return this.at + 2
    }
    const right = rightSideAt(this.tokens, this.at + 1)
    this.assignments.push({ name, at, right })
    // `spec = Gem::Specification.new { |s| … }`: there may be calls on the right. One level only keeps the time linear.
    if (this.at < this.rightEnd) return right.end
    this.rightEnd = right.end
    return this.at + 2
  }

  private open(inner: Scope, waits = false): void {
    this.blocks.push({ outer: this.scope, waits })
    this.scope = inner
  }
}

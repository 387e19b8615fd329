import type { Declaration } from '../format.ts'
import type { PythonGroup, PythonNode, PythonString } from '../syntax/python.ts'
import { stringDeclarations, templateDeclarations } from './setup-py-strings.ts'

type Expression = readonly PythonNode[]

const keywords = new Set(['install_requires', 'setup_requires', 'tests_require', 'extras_require'])

/** Calls that hand their arguments on as the list they are. */
const transparentCalls = new Set(['list', 'tuple', 'sorted', 'set', 'frozenset', 'dict'])

const addingMethods = new Set(['append', 'extend', 'insert', 'add', 'update'])

/** Deeper nesting is no list of requirements any more. */
const maxDepth = 40

/**
 * requirementExpressions finds what is given to setuptools: keyword arguments and dictionary keys of its names,
 * variables of those names, and whatever variables these expressions mention. One text may come more than once.
 */
export function requirementExpressions(nodes: Expression): Declaration[] {
  const assigned = new Map<string, Expression[]>()
  const roots: [string, Expression][] = []
  for (const line of split(nodes, (node) => node.kind === 'line-end' || isOperator(node, ';'))) {
    for (const [target, expression] of assignments(line)) {
      if (keywords.has(target)) roots.push([target, expression])
      const known = assigned.get(target)
      if (known === undefined) assigned.set(target, [expression])
      else known.push(expression)
    }
  }
  roots.push(...givenByKeyword(nodes))
  const reader = new ExpressionReader(assigned)
  for (const [keyword, expression] of roots) reader.read(expression, keyword, 0)
  return reader.found
}

/** `a = x`, `a: T = x`, `a += x`, `a["k"] = x`, `a.append(x)`: what is put where. */
function assignments(line: Expression): [string, Expression][] {
  const [first, second, third] = line
  if (first?.kind !== 'name' || second === undefined) return []
  if (isOperator(second, '.') && third?.kind === 'name' && addingMethods.has(third.text)) {
    return line[3]?.kind === 'group' ? [[first.text, [line[3]]]] : []
  }
  const equals = line.findIndex((node) => isOperator(node, '=') || isOperator(node, '+='))
  if (equals === -1) return []
  const expression = line.slice(equals + 1)
  const key = second.kind === 'group' && second.open === '[' ? second.nodes[0] : undefined
  const named = key?.kind === 'string' && keywords.has(key.content.text) ? key.content.text : first.text
  return [[named, expression]]
}

/** Every `install_requires=…` argument and `"install_requires": …` entry, however deep. */
function givenByKeyword(nodes: Expression): [string, Expression][] {
  const found: [string, Expression][] = []
  const open = nodes.filter((node) => node.kind === 'group')
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    for (const node of group.nodes) if (node.kind === 'group') open.push(node)
    for (const item of items(group)) {
      const [key, sign] = item
      if (key?.kind === 'name' && keywords.has(key.text) && sign && isOperator(sign, '=')) {
        found.push([key.text, item.slice(2)])
      } else if (key?.kind === 'string' && keywords.has(key.content.text) && sign && isOperator(sign, ':')) {
        found.push([key.content.text, item.slice(2)])
      }
    }
  }
  return found
}

class ExpressionReader {
  readonly found: Declaration[] = []
  readonly #assigned: ReadonlyMap<string, readonly Expression[]>
  readonly #followed = new Set<string>()

  constructor(assigned: ReadonlyMap<string, readonly Expression[]>) {
    this.#assigned = assigned
  }

  /** Reads `x if c else y`, `x or y` and `x + y` as all of their values. */
  read(expression: Expression, group: string, depth: number): void {
    if (depth > maxDepth) return
    for (const value of alternatives(expression)) {
      const operands = split(value, (node) => isOperator(node, '+'))
      const [first] = operands
      if (operands.length > 1 && operands.some(startsWithString)) {
        if (first !== undefined && startsWithString(first)) {
          this.found.push(...templateDeclarations(leadingStrings(first), group))
        }
      } else for (const operand of operands) this.#operand(operand, group, depth)
    }
  }

  #operand(operand: Expression, group: string, depth: number): void {
    const start = operand.findIndex(({ kind }) => kind !== 'operator')
    const [first, second] = operand.slice(start, start + 2)
    if (start === -1 || first === undefined) return
    if (first.kind === 'string') this.#strings(operand.slice(start), group, depth)
    else if (first.kind === 'group') this.#group(first, group, depth)
    else if (first.kind === 'name') {
      if (second?.kind !== 'group' || second.open !== '(') this.#variable(first.text, group, depth)
      else if (transparentCalls.has(first.text)) this.#group(second, group, depth)
    }
  }

  #variable(name: string, group: string, depth: number): void {
    if (this.#followed.has(name)) return
    this.#followed.add(name)
    for (const expression of this.#assigned.get(name) ?? []) this.read(expression, group, depth + 1)
  }

  #group(bracket: PythonGroup, group: string, depth: number): void {
    for (const item of items(bracket)) {
      const loop = item.findIndex((node) => isName(node, 'for'))
      if (loop !== -1) {
        this.read(iterable(item.slice(loop)), group, depth + 1)
        continue
      }
      const mark = item.findIndex((node) => isOperator(node, bracket.open === '{' ? ':' : '='))
      this.read(item.slice(mark + 1), group, depth + 1)
    }
  }

  /** Adjacent strings are one; a method call behind them splits them or fills them in. */
  #strings(nodes: Expression, group: string, depth: number): void {
    const strings = leadingStrings(nodes)
    const [dot, method, call] = nodes.slice(strings.length)
    if (dot === undefined) this.found.push(...stringDeclarations(strings, group))
    else if (isOperator(dot, '.') && method?.kind === 'name' && call?.kind === 'group') {
      if (/^(?:splitlines|strip|lstrip|rstrip|split)$/.test(method.text)) {
        this.found.push(...stringDeclarations(strings, group, method.text === 'split' ? separator(call) : undefined))
      } else if (method.text === 'join') this.#group(call, group, depth)
      else this.found.push(...templateDeclarations(strings, group))
    } else if (isOperator(dot, '%')) this.found.push(...templateDeclarations(strings, group))
  }
}

/** What `split` splits at: its argument, or white space. */
function separator(call: PythonGroup): string | RegExp {
  const [argument] = call.nodes
  return argument?.kind === 'string' && argument.content.text !== '' ? argument.content.text : /\s+/
}

/** The values an expression may have: both sides of `if … else`, and of `or` and `and`. */
function alternatives(expression: Expression): Expression[] {
  const found: PythonNode[][] = [[]]
  let isCondition = false
  for (const node of expression) {
    if (isName(node, 'if')) isCondition = true
    else if (isName(node, 'else') || (!isCondition && (isName(node, 'or') || isName(node, 'and')))) {
      isCondition = false
      found.push([])
    } else if (!isCondition) found.at(-1)?.push(node)
  }
  return found.filter(({ length }) => length > 0)
}

/** What a comprehension walks over. */
function iterable(loop: Expression): Expression {
  const from = loop.findIndex((node) => isName(node, 'in')) + 1
  const length = loop.slice(from).findIndex((node) => isName(node, 'if') || isName(node, 'for'))
  return loop.slice(from, length === -1 ? undefined : from + length)
}

function items(group: PythonGroup): Expression[] {
  return split(group.nodes, (node) => isOperator(node, ','))
}

function split(nodes: Expression, at: (node: PythonNode) => boolean): Expression[] {
  const found: PythonNode[][] = [[]]
  for (const node of nodes) {
    if (at(node)) found.push([])
    else found.at(-1)?.push(node)
  }
  return found.filter(({ length }) => length > 0)
}

function startsWithString([first]: Expression): boolean {
  return first?.kind === 'string'
}

function leadingStrings(nodes: Expression): PythonString[] {
  const end = nodes.findIndex(({ kind }) => kind !== 'string')
  return nodes.slice(0, end === -1 ? undefined : end) as PythonString[]
}

function isOperator(node: PythonNode, text: string): boolean {
  return node.kind === 'operator' && node.text === text
}

function isName(node: PythonNode, text: string): boolean {
  return node.kind === 'name' && node.text === text
}

import type { Span } from '../format.ts'

/** What stands in a string: text with its escapes resolved, or an interpolated expression. */
export type TextOrExpression =
  | { readonly text: string; readonly start: number; readonly end: number }
  | { readonly expression: Expression }

/** An argument, a list element or a map entry; `name` is its key where that is a plain word or string. */
export interface Argument {
  readonly name?: string
  readonly value: Expression
}

/** A closure, a lambda or the body of a class or function. */
export interface Block extends Span {
  readonly parameters: readonly string[]
  readonly statements: readonly Statement[]
}

type Node<Type extends string, Fields> = Span & { readonly type: Type } & Readonly<Fields>

export type Expression =
  | Node<'string', { pieces: readonly TextOrExpression[] }>
  | Node<'name', { name: string }>
  | Node<'member', { target: Expression; name: string }>
  | Node<'index', { target: Expression; key: Expression }>
  | Node<'call', { target: Expression; args: readonly Argument[]; body?: Block }>
  | Node<'list', { elements: readonly Argument[] }>
  | Node<'block', { block: Block }>
  | Node<'if', { condition: Expression; branches: readonly Block[] }>
  /** Two or more operands; `operators[i]` stands before `operands[i + 1]`. */
  | Node<'operation', { operands: readonly Expression[]; operators: readonly string[] }>
  | Node<'other', object>

export type Statement =
  | Node<'expression', { expression: Expression }>
  /** `local`: declared here by `def`, `val`, a type. The value is absent in a mere declaration. */
  | Node<'assignment', { local: boolean; target: Expression; operator: '=' | '+=' | 'by'; value?: Expression }>
  /** A class or object; a companion object has no name. */
  | Node<'class', { name: string; body: Block }>
  | Node<'function', { name: string; body: Block }>
  | Node<'return', { value: Expression }>
  | Node<'package', { name: string }>

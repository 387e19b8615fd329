import type { Declaration } from '../../format.ts'
import type { GradleLanguage } from '../../syntax/gradle-cursor.ts'
import { parseGradle } from '../../syntax/gradle-parser.ts'
import type { Block, Expression, Statement } from '../../syntax/gradle-tree.ts'
import { assignMethod, visitAddition, visitAssignment, visitValue } from './assignments.ts'
import { visitCall } from './calls.ts'
import { catalogExclusions } from './catalog-dsl.ts'
import { type Collector, type Context, elsewhere, type Walk } from './context.ts'
import { settleDrafts } from './drafts.ts'
import { narrowed } from './rules.ts'
import { openScope } from './scope.ts'
import { nameVariables, settleVariable } from './values.ts'

const WALK: Walk = { block: visitBlock, expression: visitExpression }

/** Every declaration of a build script or of build logic, in the order of their offsets. */
export function scanGradle(text: string, language: GradleLanguage): readonly Declaration[] {
  const tree = parseGradle(text, language)
  const collector: Collector = {
    drafts: [],
    variables: new Set(),
    catalogRejects: [],
    catalogUsers: [],
    packageName: '',
    serial: 0,
  }
  const context: Context = {
    walk: WALK,
    collector,
    scope: openScope('file'),
    blocks: [],
    branch: '',
    dependencies: false,
    project: true,
    extra: false,
    plugins: false,
    substitution: false,
    catalog: undefined,
    guard: undefined,
  }
  for (const statement of tree.statements) visitStatement(statement, context)
  const variables = [...collector.variables]
  const names = nameVariables(variables, collector.packageName)
  const declarations = [
    ...settleDrafts([...collector.drafts, ...catalogExclusions(context)]),
    ...variables.flatMap((variable) => settleVariable(variable, names.get(variable) ?? [])),
  ]
  return declarations.sort((one, other) => one.at - other.at)
}

/** Visits the statements of a block in a scope of their own. */
function visitBlock(block: Block, context: Context): void {
  const scope = openScope('block', context.scope, '', block.parameters)
  for (const statement of block.statements) visitStatement(statement, { ...context, scope })
}

function visitStatement(statement: Statement, context: Context): void {
  switch (statement.type) {
    case 'expression':
      visitExpression(statement.expression, context)
      return
    case 'assignment':
      visitAssignment(statement, context)
      return
    case 'return':
      visitValue(statement.value, context)
      return
    case 'class': {
      const scope = openScope('class', context.scope, statement.name)
      const inside = { ...elsewhere(context), scope, blocks: [...context.blocks, statement.name || 'companion'] }
      for (const member of statement.body.statements) visitStatement(member, inside)
      return
    }
    case 'function':
      visitFunction(statement, context)
      return
    case 'package':
      context.collector.packageName = statement.name
  }
}

function visitFunction({ name, body }: Statement & { type: 'function' }, context: Context): void {
  const scope = openScope('block', context.scope, '', body.parameters)
  const inside = { ...elsewhere(context), blocks: [...context.blocks, name], scope }
  for (const statement of body.statements) visitStatement(statement, inside)
  assignMethod(name, body, inside, context.scope)
}

/** Visits an expression whose value goes nowhere: only the calls in it matter. */
function visitExpression(expression: Expression, context: Context): void {
  switch (expression.type) {
    case 'call':
      visitCall(expression, context)
      return
    case 'member':
    case 'index':
      visitExpression(expression.target, context)
      return
    case 'list':
      // `['g:b:1.0'].each { … }` inside `dependencies`.
      if (context.dependencies) visitValue(expression, context)
      else for (const { value } of expression.elements) visitExpression(value, context)
      return
    case 'block':
      visitBlock(expression.block, context)
      return
    case 'operation':
      if (!visitAddition(expression, context))
        for (const operand of expression.operands) visitExpression(operand, context)
      return
    case 'if':
      visitIf(expression, context)
      return
  }
}

function visitIf({ condition, branches, start }: Expression & { type: 'if' }, context: Context): void {
  for (const [i, branch] of branches.entries()) {
    const guard = i === 0 ? narrowed(context.guard, condition) : context.guard
    visitBlock(branch, { ...context, guard, branch: `${context.branch}/${start}.${i}` })
  }
}

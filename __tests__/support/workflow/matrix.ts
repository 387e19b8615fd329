/** `strategy.matrix`: every combination, `include` and `exclude`. */
import { type ExpressionContext, interpolate, type Value } from './expression.ts'

type Combination = Readonly<Record<string, Value>>

const LIMIT = 256

/** One empty combination without a matrix. Throws for an empty matrix and for more than 256 jobs, as GitHub does. */
export function matrixCombinations(
  matrix: string | Combination | undefined,
  context: ExpressionContext,
): readonly Combination[] {
  if (matrix === undefined) return [{}]
  const { include = [], exclude = [], ...axes } = resolved(matrix, context) as Record<string, Value>
  const product = Object.entries(axes).reduce<Combination[]>(
    (made, [name, values]) => made.flatMap((one) => (values as Value[]).map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
  const kept = product.filter((one) => !(exclude as Combination[]).some((rule) => agrees(one, rule)))
  const combinations = included(Object.keys(axes).length === 0 ? [] : kept, include as Combination[], Object.keys(axes))
  if (combinations.length === 0) throw new Error('Matrix vector does not contain any values')
  if (combinations.length > LIMIT)
    throw new Error(
      `The strategy configuration generated ${combinations.length} jobs which exceeds the maximum of ${LIMIT}.`,
    )
  return combinations
}

function resolved(value: Value, context: ExpressionContext): Value {
  if (typeof value === 'string') return interpolate(value, context)
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, context))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolved(entry, context)]))
}

const agrees = (one: Combination, rule: Combination): boolean =>
  Object.entries(rule).every(([name, value]) => JSON.stringify(one[name]) === JSON.stringify(value))

/** An entry of `include` widens the combinations that it does not contradict, or stands alone. */
function included(
  combinations: readonly Combination[],
  entries: readonly Combination[],
  axes: readonly string[],
): Combination[] {
  let all = [...combinations]
  for (const entry of entries) {
    const rule = Object.fromEntries(Object.entries(entry).filter(([name]) => axes.includes(name)))
    const fits = combinations.length > 0 && all.some((one) => agrees(one, rule))
    all = fits ? all.map((one) => (agrees(one, rule) ? { ...one, ...entry } : one)) : [...all, entry]
  }
  return all
}

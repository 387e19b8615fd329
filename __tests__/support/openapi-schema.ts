/** OpenAPI 3.0 schemas as JSON Schema draft-07: what `nullable` means there, and where unknown members are refused. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same schema in JSON Schema's words. `prefix` is the `$id` under which the document's components are registered.
 * `closed` refuses every member that is not declared (a vendor ignores them; a strict test should not).
 */
export function toJsonSchema(schema: Json, prefix: string, closed: boolean): Json {
  if (Array.isArray(schema)) return schema.map((entry) => toJsonSchema(entry, prefix, closed))
  if (!isObject(schema)) return schema
  if (typeof schema.$ref === 'string') return nullable({ $ref: prefix + schema.$ref }, schema.nullable === true)
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(schema)) {
    if (DROPPED.has(key)) continue
    if (key === 'properties' && isObject(value)) out[key] = eachMember(value, prefix, closed)
    else if (key === 'allOf') out[key] = toJsonSchema(value, prefix, false)
    else out[key] = LITERAL.has(key) ? value : toJsonSchema(value, prefix, closed)
  }
  if (closed && isObject(schema.properties) && (schema.additionalProperties ?? true) === true) {
    out.additionalProperties = false
  }
  return nullable(out, schema.nullable === true)
}

const DROPPED = new Set(['nullable', 'example', 'description', 'discriminator', 'xml', 'readOnly', 'writeOnly'])
const LITERAL = new Set(['enum', 'default', 'required', 'const'])

function eachMember(members: JsonObject, prefix: string, closed: boolean): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, toJsonSchema(value, prefix, closed)]))
}

function nullable(schema: JsonObject, yes: boolean): JsonObject {
  return yes ? { anyOf: [schema, { type: 'null' }] } : schema
}

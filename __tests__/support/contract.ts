/**
 * A vendor's OpenAPI description as a judge: which operation a request is, what is wrong with it, and what is wrong with
 * an answer. Validators are compiled at first use and kept for the life of the process.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { type Json, type JsonObject, toJsonSchema } from './openapi-schema.ts'

export interface Operation {
  readonly id: string
  readonly method: string
  /** `/repos/{owner}/{repo}` */
  readonly template: string
  readonly definition: JsonObject
}

export interface Match {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

/** Statuses that any operation may answer although the descriptions list them rarely. */
const UNIVERSAL = new Set([301, 302, 304, 307, 308, 401, 403, 404, 410, 429])

interface Route {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly names: readonly string[]
}

const loaded = new Map<string, Contract>()

/** The contract in a file, read once in a process; undefined when there is no such file. */
export function loadContract(file: string): Contract | undefined {
  if (!loaded.has(file)) {
    if (!existsSync(file)) return undefined
    loaded.set(file, new Contract(JSON.parse(readFileSync(file, 'utf8')) as JsonObject))
  }
  return loaded.get(file)
}

export class Contract {
  readonly #document: JsonObject
  readonly #routes: readonly Route[]
  readonly #validators = new Map<string, ValidateFunction>()
  #ajv: Ajv | undefined

  constructor(document: JsonObject) {
    this.#document = document
    this.#routes = routesOf(document, (node) => this.#resolve(node))
  }

  /** The operation that serves this method and path (not decoded, no query). */
  match(method: string, path: string): Match | undefined {
    for (const { operation, pattern, names } of this.#routes) {
      const hit = operation.method === method ? pattern.exec(path) : null
      if (hit === null) continue
      const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(hit[at + 1] ?? '')]))
      return { operation, params }
    }
    return undefined
  }

  /** What is wrong with a request, as sentences; empty when nothing is. `body` undefined: none was sent. */
  requestFaults(match: Match, query: URLSearchParams, body: unknown): string[] {
    const declared = this.#parameters(match.operation)
    const faults = [...new Set(query.keys())]
      .filter((name) => !declared.some((parameter) => parameter.in === 'query' && parameter.name === name))
      .map((name) => `query parameter "${name}" is not declared`)
    for (const parameter of declared) faults.push(...this.#parameterFaults(match, parameter, query))
    return [...faults, ...this.#bodyFaults(match.operation, body)]
  }

  /** What is wrong with an answer of an operation. */
  responseFaults(operation: Operation, status: number, body: unknown): string[] {
    const responses = operation.definition.responses as JsonObject
    const response = this.#resolve(responses[String(status)] ?? responses.default ?? null) as JsonObject | null
    if (response === null) {
      return UNIVERSAL.has(status) || status >= 500 ? [] : [`status ${status} is not declared for ${operation.id}`]
    }
    const schema = jsonSchemaOf(response.content)
    if (schema === undefined || body === undefined) return []
    return this.#validate(`${operation.id} ${status}`, schema, body, false).map((fault) => `response: ${fault}`)
  }

  #parameters(operation: Operation): JsonObject[] {
    return ((operation.definition.parameters ?? []) as Json[]).map((node) => this.#resolve(node) as JsonObject)
  }

  #parameterFaults({ operation, params }: Match, parameter: JsonObject, query: URLSearchParams): string[] {
    const name = String(parameter.name)
    const given = parameter.in === 'path' ? [params[name] ?? ''] : parameter.in === 'query' ? query.getAll(name) : []
    if (given.length === 0) {
      return parameter.in === 'query' && parameter.required === true ? [`query parameter "${name}" is required`] : []
    }
    const schema = (this.#resolve(parameter.schema ?? {}) ?? {}) as JsonObject
    const value = typed(given, schema)
    return this.#validate(`${operation.id} parameter ${name}`, schema, value, false).map(
      (f) => `parameter ${name}: ${f}`,
    )
  }

  #bodyFaults(operation: Operation, body: unknown): string[] {
    const declared = this.#resolve(operation.definition.requestBody ?? null) as JsonObject | null
    if (declared === null) return body === undefined ? [] : ['a body was sent where none is declared']
    if (body === undefined) return declared.required === true ? ['the request body is missing'] : []
    const schema = jsonSchemaOf(declared.content)
    if (schema === undefined) return []
    return this.#validate(`${operation.id} request`, schema, body, true).map((fault) => `request body${fault}`)
  }

  #validate(key: string, schema: Json, value: unknown, closed: boolean): string[] {
    const id = `${key}${closed ? ' closed' : ''}`
    let validate = this.#validators.get(id)
    if (validate === undefined) {
      validate = this.#compiler().compile(toJsonSchema(schema, closed ? 'closed' : 'open', closed) as JsonObject)
      this.#validators.set(id, validate)
    }
    if (validate(value)) return []
    return (validate.errors ?? []).map((error) => {
      const extra = error.params as Record<string, unknown>
      const named = extra.additionalProperty ?? extra.allowedValues
      return `${error.instancePath} ${error.message ?? ''}${named === undefined ? '' : ` (${String(named)})`}`
    })
  }

  #compiler(): Ajv {
    if (this.#ajv === undefined) {
      this.#ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true, logger: false })
      formats.default(this.#ajv)
      for (const closed of [false, true]) {
        const id = closed ? 'closed' : 'open'
        const components = toJsonSchema((this.#document.components ?? {}) as Json, id, closed) as JsonObject
        this.#ajv.addSchema({ $id: id, components: { schemas: components.schemas ?? {} } })
      }
    }
    return this.#ajv
  }

  #resolve(node: Json): Json {
    let at = node
    while (at !== null && typeof at === 'object' && !Array.isArray(at) && typeof at.$ref === 'string') {
      let target: Json = this.#document
      for (const step of at.$ref.slice(2).split('/')) target = (target as JsonObject)[step] as Json
      at = target
    }
    return at
  }
}

function routesOf(document: JsonObject, resolve: (node: Json) => Json): Route[] {
  const routes: Route[] = []
  for (const [template, methods] of Object.entries(document.paths as JsonObject)) {
    for (const [method, definition] of Object.entries(methods as JsonObject)) {
      const operation = { id: '', method: method.toUpperCase(), template, definition: definition as JsonObject }
      operation.id = String(operation.definition.operationId)
      const parameters = ((operation.definition.parameters ?? []) as Json[]).map(resolve) as JsonObject[]
      const wide = new Set(parameters.filter((p) => p['x-multi-segment'] === true).map((p) => p.name))
      const names: string[] = []
      const pattern = template.replaceAll(/[.+^$()|[\]\\]/g, '\\$&').replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        names.push(name)
        return wide.has(name) ? '(.+)' : '([^/]+)'
      })
      routes.push({ operation, pattern: new RegExp(`^${pattern}$`), names })
    }
  }
  // A literal segment beats a parameter: /issue/bulk before /issue/{issueIdOrKey}.
  return routes.sort((a, b) => a.names.length - b.names.length)
}

function jsonSchemaOf(content: Json | undefined): Json | undefined {
  const media = (content as JsonObject | undefined)?.['application/json'] as JsonObject | undefined
  return media?.schema
}

/** Query and path text as the type that the schema declares; text that is not of the type stays text. */
function typed(values: readonly string[], schema: JsonObject): unknown {
  const one = (text: string, type: unknown): unknown => {
    if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(text)) return Number(text)
    if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
    return text
  }
  if (schema.type !== 'array') return one(values[0] ?? '', schema.type)
  const items = (schema.items ?? {}) as JsonObject
  return values.flatMap((value) => value.split(',')).map((value) => one(value, items.type))
}

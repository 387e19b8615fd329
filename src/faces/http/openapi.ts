/** The OpenAPI 3.1 document, made from the schemas that read requests and from those that answers are held to. */
import { z } from 'zod'
import { version } from '../../core/version.ts'
import {
  itemSchema,
  jiraCommentSchema,
  jiraIssueSchema,
  pullRequestSchema,
  requestSchema,
} from '../../request/schema.ts'
import { dryRunExample, pythonExample } from './examples.ts'
import {
  acceptedSchema,
  batchSchema,
  healthSchema,
  problemSchema,
  progressSchema,
  readySchema,
  responseSchema,
  resultSchema,
  summarySchema,
  warningSchema,
} from './wire.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  CreateIssuesAndPRsRequest: requestSchema,
  Item: itemSchema,
  JiraIssueRequest: jiraIssueSchema,
  GitHubPRRequest: pullRequestSchema,
  JiraCommentRequest: jiraCommentSchema,
  CreateIssuesAndPRsResponse: responseSchema,
  Result: resultSchema,
  Warning: warningSchema,
  Accepted: acceptedSchema,
  Batch: batchSchema,
  BatchSummary: summarySchema,
  ItemProgress: progressSchema,
  Health: healthSchema,
  Ready: readySchema,
  Problem: problemSchema,
}

type Json = Readonly<Record<string, unknown>>

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is; only the bases are left out, which would turn the references away. */
function components(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema as Json]),
  )
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (description: string, schema: Json, headers?: Json) => ({
  description,
  content: { 'application/json': { schema } },
  ...(headers ? { headers } : {}),
})
const refusal = (description: string, headers?: Json) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
  ...(headers ? { headers } : {}),
})
const header = (description: string) => ({ description, schema: { type: 'string' } })
const retryAfter = { 'Retry-After': header('Seconds.') }

const unauthorized = refusal('The token is missing or was refused. Every refusal is the same; the log says why.')
const unknownBatch = refusal('There is no such batch.')
const away = refusal('The server is starting or stopping, or its store is away. Send it again later.', retryAfter)

const batchId = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'As in `batch_id`.',
  schema: { type: 'string' },
}

const create = {
  operationId: 'createIssuesAndPRs',
  tags: ['batches'],
  summary: 'Create Jira issues and pull requests',
  description:
    'Carries out a batch: for each item the Jira issue, the raised version on a new branch, the pull request, and the ' +
    'comment that links the two. The same batch sent again has its effects once.',
  security: [{ jwt: [] }],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'The same key and request again: the stored answer. Wins over `idempotency_key` in the body.',
      schema: { type: 'string', maxLength: 255 },
    },
    {
      name: 'Prefer',
      in: 'header',
      description:
        'With `respond-async` the answer is 202 at once, and `Location` says where the batch can be watched.',
      schema: { type: 'string', enum: ['respond-async'] },
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: ref('CreateIssuesAndPRsRequest'),
        examples: {
          'dry-run': { summary: 'A dry run: plans everything, changes nothing', value: dryRunExample },
          python: { summary: 'A request as the Python service took it', value: pythonExample },
        },
      },
      'application/jose': {
        schema: {
          type: 'string',
          description:
            'A sealed request, as `create-issues-and-prs seal` makes it. Its token is inside: no other is needed.',
        },
      },
    },
  },
  responses: {
    200: json('Every item was brought to an end; one that failed has an `error`.', ref('CreateIssuesAndPRsResponse'), {
      'Idempotent-Replayed': header('`true`: the stored answer of an earlier request with the same key.'),
    }),
    202: json('Taken in.', ref('Accepted'), { Location: header('Where its state is.'), ...retryAfter }),
    400: refusal('The request is not valid; all faults at once, with their places. Nothing was contacted.'),
    401: unauthorized,
    409: refusal('A request with this key is being worked on.', retryAfter),
    413: refusal('More than 5 MiB.'),
    422: refusal('The key was used for another request, or an address, branch or path is never accepted.'),
    429: refusal('As many batches wait as this server takes.', retryAfter),
    503: away,
  },
}

const paths = {
  '/internal/create-issues-and-prs': { post: create },
  '/internal/batches': {
    get: {
      operationId: 'listBatches',
      tags: ['batches'],
      summary: 'The newest batches',
      security: [{ jwt: [] }],
      responses: {
        200: json('At most 50.', {
          type: 'object',
          required: ['batches'],
          properties: { batches: { type: 'array', items: ref('BatchSummary') } },
        }),
        401: unauthorized,
      },
    },
  },
  '/internal/events': {
    get: {
      operationId: 'watchBatches',
      tags: ['batches'],
      summary: 'The newest batches as they move',
      description:
        'Server-sent events: `batches` (the list) first, then `batch` (a BatchSummary) whenever one changes. With ' +
        '`Last-Event-ID` only what was missed, where that is known still. Ends with the token.',
      security: [{ jwt: [] }],
      parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        401: unauthorized,
        429: refusal('Too many streams are open.', retryAfter),
      },
    },
  },
  '/internal/batches/{id}': {
    get: {
      operationId: 'showBatch',
      tags: ['batches'],
      summary: 'The state of a batch',
      security: [{ jwt: [] }],
      parameters: [batchId],
      responses: { 200: json('How far each item is.', ref('Batch')), 401: unauthorized, 404: unknownBatch },
    },
  },
  '/internal/batches/{id}/events': {
    get: {
      operationId: 'watchBatch',
      tags: ['batches'],
      summary: 'A batch as it moves',
      description: 'Server-sent events: `batch` (a Batch) first, `item` (an ItemProgress) for each step, `end` last.',
      security: [{ jwt: [] }],
      parameters: [batchId],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        401: unauthorized,
        404: unknownBatch,
      },
    },
  },
  '/health': {
    get: {
      operationId: 'health',
      tags: ['server'],
      summary: 'Is it alive',
      responses: { 200: json('With the time in IST.', ref('Health')) },
    },
  },
  '/ready': {
    get: {
      operationId: 'ready',
      tags: ['server'],
      summary: 'Does it take batches',
      responses: {
        200: json('It does.', ref('Ready')),
        503: json('Starting, draining, or the store is away.', ref('Ready')),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      tags: ['server'],
      summary: 'For Prometheus',
      responses: { 200: { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } } },
    },
  },
}

let made: Json | undefined

/** The document; the same object every time. */
export function openApiDocument(): Json {
  made ??= {
    openapi: '3.1.1',
    info: {
      title: 'create-issues-and-prs',
      version,
      description:
        'One batch in, Jira issues and pull requests out. [Batches as they move](/) · [This document](/openapi.json)',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'batches', description: 'What a caller sends, and how far it is.' },
      { name: 'server', description: 'For whoever runs it.' },
    ],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        jwt: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Signed with the configured key; `create-issues-and-prs token` makes one for trying things out.',
        },
      },
    },
  }
  return made
}

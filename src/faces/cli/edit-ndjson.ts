/** One line of `edit --ndjson`: a request as JSON in, an answer as a value out. Pure, and never throws. */
import { z } from 'zod'
import { type Change, type EditPlan, type ManifestText, planEdit, type Refusal } from '../../manifests/index.ts'
import { isDeeplyNested } from '../../request/read-json.ts'
import { ecosystems } from '../../request/schema.ts'

const file = z.object({ path: z.string().min(1), content: z.string() })

const change = {
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  package: z.string().min(1),
  from: z.string(),
  to: z.string().min(1),
  ecosystem: z.enum(ecosystems).optional(),
  strict_floor: z.boolean().optional(),
  allow_shared_versions: z.boolean().optional(),
  hashes: z.array(z.string()).optional(),
}

const single = z.object({ ...change, path: z.string().min(1), content: z.string(), context: z.array(file).optional() })
const several = z.object({ ...change, files: z.array(file).min(1) })

export interface EditAnswer {
  readonly id: unknown
  readonly status: 'updated' | 'unchanged' | 'refused'
  readonly content?: string
  readonly files?: readonly { path: string; content: string }[]
  readonly edits: readonly unknown[]
  readonly notes?: readonly unknown[]
  readonly refusal?: { code: string; message: string; hint: string; path?: string; line?: number }
}

/** Answers one line. A line that is no request is refused with `invalid-request`. */
export function answerLine(line: string): EditAnswer {
  const value = readLine(line)
  if (Error.isError(value)) return invalid(null, value.message)
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  const isSeveral = typeof value === 'object' && value !== null && 'files' in value
  const parsed = isSeveral ? several.safeParse(value) : single.safeParse(value)
  if (!parsed.success) {
    return invalid(
      id,
      parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; '),
    )
  }
  const request = parsed.data
  if ('files' in request) {
    const files = request.files.map(({ path, content }) => ({ path, text: content }))
    return { id, ...answerOf(planEdit(files, changeOf(request))) }
  }
  const main = { path: request.path, text: request.content }
  const context = (request.context ?? []).map(({ path, content }) => ({ path, text: content }))
  const { files = [], ...answer } = answerOf(planEdit([main, ...context], changeOf(request)))
  const content = files.find(({ path }) => path === main.path)?.content ?? main.text
  return { id, ...answer, content, files: files.filter(({ path }) => path !== main.path) }
}

function readLine(line: string): unknown {
  try {
    if (isDeeplyNested(line)) return new Error('the line is nested too deep')
    return JSON.parse(line)
  } catch {
    return new Error('the line is not JSON')
  }
}

function invalid(id: unknown, message: string): EditAnswer {
  const hint = 'Send {"id", "path", "content", "package", "from", "to"} on one line; see edit --help.'
  return { id, status: 'refused', edits: [], refusal: { code: 'invalid-request', message, hint } }
}

function changeOf(request: z.infer<typeof single> | z.infer<typeof several>): Change {
  return {
    packageName: request.package,
    from: request.from,
    to: request.to,
    ...(request.ecosystem === undefined ? {} : { ecosystem: request.ecosystem }),
    ...(request.strict_floor ? { strictFloor: true } : {}),
    ...(request.allow_shared_versions ? { allowSharedVersions: true } : {}),
    ...(request.hashes ? { hashes: request.hashes } : {}),
  }
}

function answerOf(plan: EditPlan): Omit<EditAnswer, 'id' | 'content'> {
  const { notes } = plan
  if (plan.status === 'refused') return { status: 'refused', files: [], edits: [], notes, refusal: told(plan.refusal) }
  if (plan.status === 'already') return { status: 'unchanged', files: [], edits: [], notes }
  return { status: 'updated', files: plan.files.map(wire), edits: plan.evidence, notes }
}

const wire = ({ path, text }: ManifestText) => ({ path, content: text })

function told({ code, message, hint, path, line }: Refusal) {
  return { code, message, hint, ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) }
}

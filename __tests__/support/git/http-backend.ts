/** The stock `git http-backend` behind a request: the CGI protocol, and who may push what. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer, Exchange } from '../server.ts'
import { type BareRepository, collect, GIT_ENVIRONMENT } from './bare-repository.ts'
import { rewriteRefusals } from './receive-report.ts'

export interface PushPolicy {
  /** Branches that nobody may push to. */
  readonly protectedBranches: ReadonlySet<string>
  /** Said when the push touches `.github/workflows`, with `%s` for the path; undefined: allowed. */
  readonly workflowRefusal: string | undefined
}

let pushes = 0

/** Runs one request of the smart protocol against a repository. `service` is the path below it, such as `/info/refs`. */
export async function runHttpBackend(
  exchange: Exchange,
  repository: BareRepository,
  service: string,
  user: string,
  policy: PushPolicy,
): Promise<Answer> {
  const refusals = join(repository.path, `refusals-${pushes++}`)
  const guarded =
    service === '/git-receive-pack' && (policy.protectedBranches.size > 0 || policy.workflowRefusal !== undefined)
  const env = {
    ...GIT_ENVIRONMENT,
    ...cgiVariables(exchange, repository, service, user),
    ...(guarded ? hookVariables(repository, policy, refusals) : {}),
  }
  const result = await collect(spawn('git', ['http-backend'], { env }), exchange.body)
  const answer = parseCgi(result.bytes)
  if (!guarded || !existsSync(refusals)) return answer
  const reasons = new Map(
    readFileSync(refusals, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t') as [string, string]),
  )
  rmSync(refusals)
  return { ...answer, body: rewriteRefusals(answer.body as Buffer, reasons) }
}

function cgiVariables(
  exchange: Exchange,
  repository: BareRepository,
  service: string,
  user: string,
): Record<string, string> {
  const header = (name: string): string => String(exchange.headers[name] ?? '')
  return {
    GIT_PROJECT_ROOT: repository.path,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: service,
    REQUEST_METHOD: exchange.method,
    QUERY_STRING: exchange.query.toString(),
    CONTENT_TYPE: header('content-type'),
    CONTENT_LENGTH: String(exchange.body.length),
    REMOTE_USER: user,
    REMOTE_ADDR: '127.0.0.1',
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
  }
}

function hookVariables(repository: BareRepository, policy: PushPolicy, refusals: string): Record<string, string> {
  const folder = join(repository.path, 'world-hooks')
  if (!existsSync(folder)) writeHook(folder)
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.hooksPath',
    GIT_CONFIG_VALUE_0: folder,
    WORLD_PROTECTED: ` ${[...policy.protectedBranches].join(' ')} `,
    WORLD_WORKFLOW_REFUSAL: policy.workflowRefusal ?? '',
    WORLD_REFUSALS: refusals,
  }
}

function writeHook(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'update'), UPDATE_HOOK)
  chmodSync(join(folder, 'update'), 0o755)
}

// Writes `ref<TAB>reason` for what it refuses, so that the report can say GitHub's words for "hook declined".
const UPDATE_HOOK = `#!/bin/sh
ref=$1 old=$2 new=$3
branch=\${ref#refs/heads/}
case "$WORLD_PROTECTED" in
*" $branch "*)
  echo "error: GH006: Protected branch update failed for $ref." >&2
  printf '%s\\tprotected branch hook declined\\n' "$ref" >>"$WORLD_REFUSALS"
  exit 1
esac
[ -n "$WORLD_WORKFLOW_REFUSAL" ] || exit 0
case $new in *[!0]*) ;; *) exit 0 ;; esac
path=$(git log --format= --name-only "$new" --not --all -- .github/workflows | head -n 1)
[ -n "$path" ] || exit 0
printf '%s\\t'"$WORLD_WORKFLOW_REFUSAL"'\\n' "$ref" "$path" >>"$WORLD_REFUSALS"
exit 1
`

/** Splits a CGI answer into status, headers and body. */
function parseCgi(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { status: 500, body: 'git http-backend gave no answer\n' }
  const headers: Record<string, string> = {}
  let status = 200
  for (const line of bytes.subarray(0, end).toString('latin1').split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (name === 'status') status = Number.parseInt(value, 10)
    else headers[name] = value
  }
  return { status, headers, body: bytes.subarray(end + 4) }
}

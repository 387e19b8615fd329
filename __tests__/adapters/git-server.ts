/** Bare repositories behind the stock `git http-backend` on loopback, with every request counted and faults on demand. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** Every `Authorization` line, as sent. */
  readonly authorization: readonly string[]
}

/** Answers a request itself and returns true, or leaves it to git and returns false. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean

export interface GitServer {
  readonly root: string
  readonly url: string
  readonly requests: SeenRequest[]
  /** Wanted in every request when set: the whole `Authorization` value. */
  authorization: string | undefined
  fault: Fault | undefined
  /** Milliseconds before each answer. */
  delay: number
  /** Runs after git did its work and before the answer leaves; true: the connection is cut instead. */
  cutAfter: ((request: IncomingMessage) => boolean) | undefined
  /** Creates a bare repository and commits `files` to `main` (none: stays empty). Returns its address. */
  repository(
    name: string,
    files?: Readonly<Record<string, string | Uint8Array>>,
    options?: { sha256?: boolean },
  ): string
  git(name: string, ...args: string[]): string
  /** A commit with these files on top of `parent`, put on `branch`. */
  commit(name: string, branch: string, files: Readonly<Record<string, string | Uint8Array>>, message?: string): string
  close(): Promise<void>
}

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

/** Runs git for the test itself; `input` goes to its stdin. */
export function git(cwd: string, args: readonly string[], input?: string | Uint8Array): string {
  const env = { PATH: process.env.PATH ?? '', HOME: cwd, ...identity }
  return execFileSync('git', args, { cwd, env, input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe'] }).toString()
}

function commitFiles(
  dir: string,
  branch: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  message: string,
) {
  const work = mkdtempSync(join(tmpdir(), 'git-work-'))
  try {
    const known = git(dir, ['for-each-ref', `refs/heads/${branch}`]) !== ''
    const start = known ? branch : git(dir, ['for-each-ref', 'refs/heads/main']) === '' ? undefined : 'main'
    const format = git(dir, ['rev-parse', '--show-object-format']).trim()
    git(work, ['init', '-q', `--object-format=${format}`])
    git(work, ['remote', 'add', 'origin', dir])
    if (start) git(work, ['fetch', '-q', 'origin', start])
    if (start) git(work, ['reset', '-q', '--hard', 'FETCH_HEAD'])
    git(work, ['checkout', '-q', '-B', branch])
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true })
      writeFileSync(join(work, path), content)
      git(work, ['-c', 'core.autocrlf=false', 'add', '-f', path])
    }
    git(work, ['commit', '-q', '--allow-empty', '-m', message])
    git(work, ['push', '-q', 'origin', branch])
    return git(work, ['rev-parse', 'HEAD']).trim()
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function backend(root: string, request: IncomingMessage, response: ServerResponse, cut: () => boolean): void {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH ?? '',
      ...identity,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'tester',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: request.method ?? 'GET',
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  })
  const chunks: Buffer[] = []
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    if (cut()) return void request.socket.destroy()
    const all = Buffer.concat(chunks)
    const split = all.indexOf('\r\n\r\n')
    let status = 200
    for (const line of all.subarray(0, split).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(': ')
      if (name === 'Status') status = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.writeHead(status).end(all.subarray(split + 4))
  })
}

/** Starts one on a free port. */
export async function startGitServer(): Promise<GitServer> {
  const root = mkdtempSync(join(tmpdir(), 'git-server-'))
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const lines = request.rawHeaders.filter((_, i, all) => i % 2 === 1 && all[i - 1]?.toLowerCase() === 'authorization')
    self.requests.push({ method: request.method ?? '', url: request.url ?? '', authorization: lines })
    if (self.fault?.(request, response)) return
    if (self.authorization !== undefined && request.headers.authorization !== self.authorization) {
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
    }
    backend(root, request, response, () => self.cutAfter?.(request) ?? false)
  }
  const server: Server = createServer((request, response) => {
    if (self.delay > 0) setTimeout(handle, self.delay, request, response)
    else handle(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const self: GitServer = {
    root,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    authorization: undefined,
    fault: undefined,
    delay: 0,
    cutAfter: undefined,
    repository(name, files, options = {}) {
      const dir = join(root, name)
      mkdirSync(dir, { recursive: true })
      git(dir, ['init', '-q', '--bare', '-b', 'main', ...(options.sha256 ? ['--object-format=sha256'] : [])])
      for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant', 'http.receivepack']) {
        git(dir, ['config', key, 'true'])
      }
      if (files) commitFiles(dir, 'main', files, 'Start')
      return `${self.url}/${name}`
    },
    git: (name, ...args) => git(join(root, name), args),
    commit: (name, branch, files, message = 'Change') => commitFiles(join(root, name), branch, files, message),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      rmSync(root, { recursive: true, force: true })
    },
  }
  return self
}

/** git over smart HTTP as GitHub guards it: who may clone, who may push, and what the refused are told. */
import { runHttpBackend } from '../git/http-backend.ts'
import type { Answer, Exchange } from '../server.ts'
import { may } from './access.ts'
import type { GitHub } from './github.ts'
import type { Repository, Token } from './state.ts'

const SERVICE = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/

const plain = (status: number, text: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers },
  body: `${text}\n`,
})

const askForCredentials = (text: string): Answer => plain(401, text, { 'www-authenticate': 'Basic realm="GitHub"' })

/** Answers one request of the git protocol. */
export async function serveGit(github: GitHub, exchange: Exchange): Promise<Answer> {
  const hit = SERVICE.exec(decodeURIComponent(exchange.path))
  if (hit === null) return plain(404, 'Not Found')
  const [, owner = '', name = '', service = ''] = hit
  if (exchange.rawHeaders.filter((entry, at) => at % 2 === 0 && entry.toLowerCase() === 'authorization').length > 1) {
    return plain(400, 'Duplicate header: "Authorization"')
  }
  const token = credential(github, exchange)
  if (token === 'unknown')
    return askForCredentials('Invalid username or token. Password authentication is not supported for Git operations.')
  const repository = github.repository(`${owner}/${name}`)
  if (repository === undefined) return absent(github, exchange, `${owner}/${name}`, service, token)
  const push = service === '/git-receive-pack' || exchange.query.get('service') === 'git-receive-pack'
  const refused = refuse(token, repository, push)
  if (refused !== undefined) return refused
  const workflows = token !== undefined && may(token, repository, 'workflows', 'write')
  const policy = {
    protectedBranches: repository.protectedBranches,
    workflowRefusal: workflows ? undefined : workflowRefusal(token),
  }
  const run = (): Promise<Answer> =>
    runHttpBackend(exchange, repository.bare, service, token?.login ?? 'anonymous', policy)
  return service === '/git-receive-pack' ? repository.inTurn(run) : run()
}

/** The token in a Basic header, as password or (with an empty password) as user; undefined: no header was sent. */
function credential(github: GitHub, exchange: Exchange): Token | undefined | 'unknown' {
  const header = exchange.headers.authorization
  if (header === undefined) return undefined
  const basic = /^basic\s+(\S+)$/i.exec(header)?.[1]
  const [user = '', ...password] = Buffer.from(basic ?? '', 'base64')
    .toString('utf8')
    .split(':')
  const token = github.token(password.join(':')) ?? github.token(user)
  if (token === undefined) return 'unknown'
  exchange.record.identity = token.login
  return token
}

function absent(
  github: GitHub,
  exchange: Exchange,
  fullName: string,
  service: string,
  token: Token | undefined,
): Answer {
  const moved = github.movedTo(fullName)
  if (moved !== undefined) {
    const query = exchange.query.size > 0 ? `?${exchange.query}` : ''
    return plain(301, 'Moved Permanently', { location: `${moved.url}.git${service}${query}` })
  }
  return token === undefined ? askForCredentials('Repository not found.') : plain(404, 'Repository not found.')
}

function refuse(token: Token | undefined, repository: Repository, push: boolean): Answer | undefined {
  if (!may(token, repository, 'contents', 'read')) {
    return token === undefined ? askForCredentials('Repository not found.') : plain(404, 'Repository not found.')
  }
  if (!push) return undefined
  if (token === undefined) return askForCredentials('No anonymous write access.')
  if (repository.archived) return plain(403, 'This repository was archived so it is read-only.')
  if (may(token, repository, 'contents', 'write')) return undefined
  const user = `Permission to ${repository.fullName}.git denied to ${token.login}.`
  return plain(403, token.kind === 'fine-grained' ? 'Write access to repository not granted.' : user)
}

function workflowRefusal(token: Token | undefined): string {
  if (token?.kind === 'pat') {
    return 'refusing to allow a Personal Access Token to create or update workflow `%s` without `workflow` scope'
  }
  const who = token?.kind === 'fine-grained' ? 'a Personal Access Token' : 'a GitHub App'
  return `refusing to allow ${who} to create or update workflow \`%s\` without \`workflows\` permission`
}

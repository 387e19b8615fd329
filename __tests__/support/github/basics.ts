/** Repositories, branches, refs, the user and the limits over REST. */
import type { Answer } from '../server.ts'
import { may } from './access.ts'
import * as errors from './errors.ts'
import { commit, fullRepository, gitRef, publicUser } from './render.ts'
import { type Handler, type RestRequest, repositoryFor } from './request.ts'
import type { Repository, Token } from './state.ts'

export const HOURLY_LIMIT = 5000

const getRepository: Handler = (request) => {
  const { github, token } = request
  const repository = repositoryFor(request, ['metadata'], 'read')
  const owner = github.account(repository.owner)
  return { status: 200, body: fullRepository(github.site, repository, owner, roleOf(token, repository)) }
}

/**
 * What the token's user may do here, whatever the token itself may. An App acts as no user and is told false for all;
 * with Actions' own token the member is not there at all.
 */
function roleOf(token: Token | undefined, repository: Repository) {
  if (token?.kind === 'actions') return undefined
  const push =
    token?.kind === 'fine-grained'
      ? token.role === 'write'
      : token?.kind === 'pat' && may(token, repository, 'contents', 'write')
  return { admin: false, maintain: false, push, triage: push, pull: token?.kind !== 'installation' }
}

const getBranch: Handler = async (request) => {
  const { github, params } = request
  const repository = repositoryFor(request, ['contents'], 'read')
  const name = String(params.branch)
  const oid = await repository.bare.resolve(name)
  if (oid === undefined) throw errors.refusal(404, 'Branch not found')
  const url = `${github.apiUrl}/repos/${repository.fullName}/branches/${name}`
  const isProtected = repository.protectedBranches.has(name)
  const checks = { enforcement_level: 'off', contexts: [], checks: [] }
  const body = {
    name,
    commit: commit(github.site, repository, await repository.bare.commitFacts(oid)),
    _links: { self: url, html: `${github.url}/${repository.fullName}/tree/${name}` },
    protected: isProtected,
    protection: { enabled: isProtected, required_status_checks: checks },
    protection_url: `${url}/protection`,
  }
  return { status: 200, body }
}

async function refsOf(request: RestRequest): Promise<[Repository, ReadonlyMap<string, string>]> {
  const repository = repositoryFor(request, ['contents'], 'read')
  const refs = await repository.bare.refs()
  if (refs.size === 0) throw errors.emptyRepository()
  return [repository, refs]
}

const getRef: Handler = async (request) => {
  const [repository, refs] = await refsOf(request)
  const ref = `refs/${request.params.ref}`
  const oid = refs.get(ref)
  if (oid === undefined) throw errors.notFound()
  return { status: 200, body: gitRef(request.github.site, repository, ref, oid) }
}

const matchingRefs: Handler = async (request) => {
  const [repository, refs] = await refsOf(request)
  const found = [...refs].filter(([ref]) => ref.startsWith(`refs/${request.params.ref}`))
  return { status: 200, body: found.map(([ref, oid]) => gitRef(request.github.site, repository, ref, oid)) }
}

const createRef: Handler = async (request) => {
  const repository = repositoryFor(request, ['contents'], 'write')
  const { ref, sha } = request.body as { ref: string; sha: string }
  if (!/^refs\/.+\/.+|^refs\/heads\/.+/.test(ref)) throw errors.refusal(422, "Reference name must start with 'refs/'")
  if ((await repository.bare.refs()).has(ref)) throw errors.refusal(422, 'Reference already exists')
  if ((await repository.bare.resolve(sha)) === undefined) throw errors.refusal(422, 'Object does not exist')
  await repository.bare.setRef(ref, sha)
  return { status: 201, body: gitRef(request.github.site, repository, ref, sha) }
}

const updateRef: Handler = async (request) => {
  const repository = repositoryFor(request, ['contents'], 'write')
  const ref = `refs/${request.params.ref}`
  const { sha, force } = request.body as { sha: string; force?: boolean }
  const old = (await repository.bare.refs()).get(ref)
  if (old === undefined) throw errors.refusal(422, 'Reference does not exist')
  if ((await repository.bare.resolve(sha)) === undefined) throw errors.refusal(422, 'Object does not exist')
  if (force !== true && !(await repository.bare.isAncestor(old, sha)))
    throw errors.refusal(422, 'Update is not a fast forward')
  await repository.bare.setRef(ref, sha)
  return { status: 200, body: gitRef(request.github.site, repository, ref, sha) }
}

const deleteRef: Handler = async (request) => {
  const repository = repositoryFor(request, ['contents'], 'write')
  const ref = `refs/${request.params.ref}`
  if (!(await repository.bare.refs()).has(ref)) throw errors.refusal(422, 'Reference does not exist')
  await repository.bare.deleteRef(ref)
  return { status: 204 }
}

const getUser: Handler = ({ github, token }) => {
  if (token === undefined) throw errors.refusal(401, 'Requires authentication')
  if (token.kind === 'installation' || token.kind === 'actions') {
    throw errors.refusal(403, 'Resource not accessible by integration')
  }
  return { status: 200, body: publicUser(github.site, token.account) }
}

const rateLimit: Handler = ({ token }): Answer => {
  const rate = limitOf(token)
  const resources = { core: rate, search: { limit: 30, remaining: 30, reset: rate.reset, used: 0 } }
  return { status: 200, body: { resources, rate } }
}

/** The primary limit as GitHub tells it. */
export function limitOf(token: Token | undefined): { limit: number; remaining: number; reset: number; used: number } {
  const limit = token === undefined ? 60 : token.kind === 'actions' ? 1000 : HOURLY_LIMIT
  const used = token?.used ?? 0
  return { limit, remaining: Math.max(0, limit - used), reset: Math.ceil(Date.now() / 3_600_000) * 3600, used }
}

/** By operation of the description. */
export const basicHandlers: Readonly<Record<string, Handler>> = {
  'repos/get': getRepository,
  'repos/get-branch': getBranch,
  'git/get-ref': getRef,
  'git/list-matching-refs': matchingRefs,
  'git/create-ref': createRef,
  'git/update-ref': updateRef,
  'git/delete-ref': deleteRef,
  'users/get-authenticated': getUser,
  'rate-limit/get': rateLimit,
}

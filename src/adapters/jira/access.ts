/** What a token may do in a Jira project: asked of Jira, which lists the permissions of whoever asks. */
import type { AccessReport, ProjectAction, ProjectNeeds, Right } from '../../core/access.ts'
import type { Failure } from '../../core/errors.ts'
import { readAnswer } from '../answers.ts'
import { permissionsAnswer, userAnswer } from './answers.ts'
import type { JiraClient } from './client.ts'

/** Jira's keys, the same on Cloud and Data Center, and what each is for here. */
const permissions: Readonly<Record<ProjectAction, readonly [key: string, purpose: string]>> = {
  browse: ['BROWSE_PROJECTS', 'find issues of earlier runs'],
  create: ['CREATE_ISSUES', 'create issues'],
  comment: ['ADD_COMMENTS', 'comment on issues'],
  link: ['LINK_ISSUES', 'link pull requests to issues'],
  'set the assignee': ['ASSIGN_ISSUES', 'set `assignee`'],
  'set the reporter': ['MODIFY_REPORTER', 'set `reporter`'],
  'set the due date': ['SCHEDULE_ISSUES', 'set `duedate`'],
  'set fix versions': ['RESOLVE_ISSUES', 'set `fixVersions`'],
  'set the security level': ['SET_ISSUE_SECURITY', 'set `security`'],
}

/** The right over all of Jira, which nothing here needs. */
const tooMuch = 'ADMINISTER'

/** Asks Jira. Never throws: what keeps it from answering is a missing right. */
export async function projectAccess(client: JiraClient, needs: ProjectNeeds): Promise<AccessReport> {
  const { host } = new URL(needs.site.serverUrl)
  const who = await whoAsks(client)
  const report = { place: `${needs.project ?? '(no project)'} on ${host}`, token: who.told }
  if (needs.project === undefined) {
    const advice = 'Name the project in `fields`, as {"project": {"key": "SEC"}}.'
    const nothing = { name: 'project', purpose: 'create issues', seen: 'the request names none' } as const
    return { ...report, rights: [{ ...nothing, held: 'no', advice }], surplus: [] }
  }
  const keys = [...needs.actions.map((action) => permissions[action][0]), tooMuch]
  try {
    const held = await heldPermissions(client, needs.project, keys)
    const rights = needs.actions.map((action) => right(action, held, needs.project as string, who.refusal))
    return {
      ...report,
      rights: [...rights, ...scopedToken(needs)],
      surplus: held.get(tooMuch) === true ? [tooMuch] : [],
    }
  } catch (error) {
    const { message, hint } = who.refusal ?? (error as Failure)
    return {
      ...report,
      rights: needs.actions.map((action) => missing(action, message, hint)),
      surplus: [],
    }
  }
}

interface Asking {
  readonly told: string
  /** Why Jira did not say who asks. Cloud answers wrong credentials as nobody's, and shows less instead. */
  readonly refusal: Failure | undefined
}

async function whoAsks(client: JiraClient): Promise<Asking> {
  try {
    const doing = 'say whose the token is'
    const answer = await client.call({ method: 'GET', path: '/myself', doing, reads: true })
    const { displayName, name, accountId } = readAnswer(userAnswer, answer, { from: 'Jira', doing })
    const who = displayName ?? name ?? accountId ?? 'a user without a name'
    return { told: `token of ${who.slice(0, 100)}`, refusal: undefined }
  } catch (error) {
    return { told: 'not accepted, or not seen', refusal: error as Failure }
  }
}

async function heldPermissions(client: JiraClient, project: string, keys: readonly string[]) {
  const which = /^\d+$/.test(project) ? { projectId: project } : { projectKey: project }
  const doing = `show the permissions in ${project}`
  const query = { ...which, permissions: keys.join(',') }
  const answer = await client.call({ method: 'GET', path: '/mypermissions', query, doing, reads: true })
  const { permissions: held } = readAnswer(permissionsAnswer, answer, { from: 'Jira', doing })
  return new Map(keys.map((key) => [key, held[key]?.havePermission]))
}

function missing(action: ProjectAction, seen: string, advice: string): Right {
  const [name, purpose] = permissions[action]
  return { name, purpose, held: 'no', seen, advice }
}

function right(
  action: ProjectAction,
  held: ReadonlyMap<string, boolean | undefined>,
  project: string,
  refusal: Failure | undefined,
): Right {
  const [name, purpose] = permissions[action]
  const has = held.get(name)
  if (has === true) return { name, purpose, held: 'yes', seen: 'Jira says so', advice: '' }
  const advice = `Give the token's user ${name} in ${project}.`
  if (has === false) return missing(action, refusal?.message ?? 'Jira says that it has not', refusal?.hint ?? advice)
  return { name, purpose, held: 'unknown', seen: 'this Jira does not say', advice }
}

/** Jira lists what the user may. A token with scopes may do less, and nothing lists those. */
function scopedToken({ site, actions }: ProjectNeeds): Right[] {
  if (!/^\/ex\/jira\//.test(new URL(site.serverUrl).pathname)) return []
  const writes = actions.some((action) => action !== 'browse')
  const name = `scopes read:jira-work${writes ? ', write:jira-work' : ''}`
  const advice = `Make sure that the token was made with the ${name}.`
  return [
    { name, purpose: 'read and write issues', held: 'unknown', seen: 'no read tells the scopes of a token', advice },
  ]
}

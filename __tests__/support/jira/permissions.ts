/** `GET /mypermissions`: what whoever asks may do in a project. */
import { jiraError, noSuchProject } from './errors.ts'
import { has, type JiraHandler, type JiraRequest } from './request.ts'
import type { Project, ProjectPermission } from './state.ts'

/** Jira's keys. Those of the whole site are GLOBAL. */
const KEYS: Readonly<Record<string, readonly [permission: ProjectPermission, name: string]>> = {
  BROWSE_PROJECTS: ['browse', 'Browse Projects'],
  CREATE_ISSUES: ['create', 'Create Issues'],
  EDIT_ISSUES: ['edit', 'Edit Issues'],
  ADD_COMMENTS: ['comment', 'Add Comments'],
  LINK_ISSUES: ['link', 'Link Issues'],
  ASSIGN_ISSUES: ['assign', 'Assign Issues'],
  MODIFY_REPORTER: ['reporter', 'Modify Reporter'],
  SCHEDULE_ISSUES: ['schedule', 'Schedule Issues'],
  RESOLVE_ISSUES: ['resolve', 'Resolve Issues'],
  SET_ISSUE_SECURITY: ['security', 'Set Issue Security'],
  ADMINISTER: ['administer', 'Administer Jira'],
}

export const myPermissions: JiraHandler = (request) => {
  const project = projectOf(request)
  const asked = request.query.get('permissions')
  // Data Center names them all, whatever is asked.
  const keys = asked === null || request.site.kind === 'data-center' ? Object.keys(KEYS) : asked.split(',')
  const unknown = keys.filter((key) => KEYS[key] === undefined)
  if (unknown.length > 0) throw jiraError(400, [`Unrecognized permission: ${unknown.join(', ')}`])
  const permissions = keys.map((key, at) => [key, permission(request, project, key, at)])
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } }
}

/** A project that one may not browse is not there. */
function projectOf({ site, token, query }: JiraRequest): Project {
  const given = query.get('projectKey') ?? query.get('projectId') ?? ''
  const project = site.project(given)
  if (project === undefined || !has(token, project, 'browse')) throw noSuchProject(given)
  return project
}

function permission({ token }: JiraRequest, project: Project, key: string, at: number) {
  const [permissionName, name] = KEYS[key] as (typeof KEYS)[string]
  const type = key === 'ADMINISTER' ? 'GLOBAL' : 'PROJECT'
  return {
    id: String(10 + at),
    key,
    name,
    type,
    description: name,
    havePermission: has(token, project, permissionName),
  }
}

/** What a cell plays in: a repository and a Jira project of its own, with other people's things in them. */
import type { Repository } from '../../__tests__/support/github/state.ts'
import type { Issue } from '../../__tests__/support/jira/state.ts'
import { appFiles, requestFor } from '../../__tests__/support/scene.ts'
import type { World } from '../../__tests__/support/world.ts'
import { foreignItem, plantBefore, plantOn } from './decoys.ts'
import type { Lane } from './lane.ts'

export interface Scene {
  readonly name: string
  readonly project: string
  readonly repository: Repository
  readonly request: Readonly<Record<string, unknown>>
  readonly world: World
}

/** Search at Jira shows an issue this late (milliseconds), as Cloud does. */
export const searchLag = 20_000

let number = 0

/** Makes the next scene of the lane's world. */
export async function prepare(lane: Lane): Promise<Scene> {
  const name = `c${++number}`
  const { world } = lane
  const project = `P${number}`
  world.jira.addProject(project)
  world.jira.searchLag(searchLag)
  const repository = await world.github.addRepository(`acme/${name}`, appFiles)
  const fields = { project: { key: project }, issuetype: { name: 'Task' }, summary: 'Raise lodash to 4.17.21' }
  const request = requestFor(world, [{ issue: { fields: { ...fields, description: 'Fixes a hole.' } } }], {
    repo_url: repository.url,
  })
  await plantBefore(world, name, fields)
  const scene = { name, project, repository, request, world }
  lane.eachRequest(() => {
    for (const issue of ourIssues(scene)) plantOn(issue, scene)
  })
  return scene
}

export const issuesOf = ({ world, project }: Scene): Issue[] =>
  world.jira.issues.filter((issue) => issue.project.key === project)

/** Issues of the program: those that carry an item key, less the decoy that carries another's. */
export function ourIssues(scene: Scene): Issue[] {
  return issuesOf(scene).filter((issue) => {
    const property = issue.properties.get('create-issues-and-prs') as { item?: string } | undefined
    return property?.item !== undefined && property.item !== foreignItem
  })
}

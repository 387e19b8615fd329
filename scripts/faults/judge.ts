/** What stands in the world in the end, counted without asking the program. */
import type { Repository } from '../../__tests__/support/github/state.ts'
import type { World } from '../../__tests__/support/world.ts'
import type { WireResponse } from '../../src/batch/response.ts'

export interface Scene {
  readonly name: string
  readonly project: string
  readonly repository: Repository
  readonly request: Readonly<Record<string, unknown>>
  readonly world: World
}

export interface Counts {
  readonly issue: number
  readonly branch: number
  readonly 'pull-request': number
  readonly comment: number
  readonly link: number
}

const foreign = 'f'.repeat(64)

/** Issues of the program: those that carry an item key, less the decoy that carries another's. */
function ourIssues({ world, project }: Scene) {
  return issuesOf(world, project).filter((issue) => {
    const property = issue.properties.get('create-issues-and-prs') as { item?: string } | undefined
    return property?.item !== undefined && property.item !== foreign
  })
}

const issuesOf = (world: World, project: string) => world.jira.issues.filter((issue) => issue.project.key === project)

/** How many of each effect there are. Comments and links count on all issues of the program together. */
export async function count(scene: Scene): Promise<Counts> {
  const issues = ourIssues(scene)
  const branches = (await scene.repository.bare.branches()).filter((branch) => branch !== 'main')
  const texts = issues.flatMap(({ comments }) => comments.map(({ body }) => JSON.stringify(body)))
  return {
    issue: issues.length,
    branch: branches.length - 1,
    'pull-request': scene.repository.pulls.length - 1,
    comment: texts.filter((text) => text.includes('/pull/')).length,
    link: issues.flatMap(({ links }) => links).length,
  }
}

/** Where the program took something of somebody else for its own, or wrote to it. */
export function wrongAdoptions(scene: Scene, response: WireResponse | undefined): string[] {
  const result = response?.results[0]
  const decoys = issuesOf(scene.world, scene.project).filter((issue) => !ourIssues(scene).includes(issue))
  const keys = decoys.map(({ key }) => key)
  const pull = scene.repository.pulls[0]
  return [
    ...(keys.includes(result?.jira_ticket ?? '') ? [`issue ${result?.jira_ticket}`] : []),
    ...(result?.pull_request_number === pull?.number ? [`pull request ${pull?.number}`] : []),
    ...(result?.fix_branch === pull?.head ? [`branch ${pull?.head}`] : []),
    ...decoys.filter(({ comments, links }) => comments.length + links.length > 0).map(({ key }) => `wrote to ${key}`),
  ]
}

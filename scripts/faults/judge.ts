/** What stands in the world in the end, counted without asking the program. */
import type { WireResponse } from '../../src/batch/response.ts'
import { colleague, isDecoy } from './decoys.ts'
import { issuesOf, ourIssues, type Scene } from './scene.ts'

export interface Counts {
  readonly issue: number
  readonly branch: number
  readonly 'pull-request': number
  readonly comment: number
  readonly link: number
}

/** How many of each effect there are. Comments and links count on all issues of the program together. */
export async function count(scene: Scene): Promise<Counts> {
  const issues = ourIssues(scene)
  const branches = (await scene.repository.bare.branches()).filter((branch) => branch !== 'main')
  const comments = issues.flatMap((issue) => issue.comments.filter(({ author }) => author !== colleague))
  const texts = comments.map(({ body }) => JSON.stringify(body))
  return {
    issue: issues.length,
    branch: branches.length - 1,
    'pull-request': scene.repository.pulls.length - 1,
    comment: texts.filter((text) => text.includes('/pull/')).length,
    link: issues.flatMap(({ links }) => links).filter(({ content }) => !isDecoy(content)).length,
  }
}

/** Where the program took something of somebody else for its own, or wrote to it. */
export async function wrongAdoptions(scene: Scene, response: WireResponse | undefined): Promise<string[]> {
  const result = response?.results[0]
  const ours = ourIssues(scene)
  const decoys = issuesOf(scene).filter((issue) => !ours.includes(issue))
  const keys = decoys.map(({ key }) => key)
  const pull = scene.repository.pulls[0]
  // A good end without a comment or link of its own: the program took a colleague's for it.
  const isGood = result !== undefined && result.error === null
  const { comment, link } = await count(scene)
  return [
    ...(keys.includes(result?.jira_ticket ?? '') ? [`issue ${result?.jira_ticket}`] : []),
    ...(result?.pull_request_number === pull?.number ? [`pull request ${pull?.number}`] : []),
    ...(result?.fix_branch === pull?.head ? [`branch ${pull?.head}`] : []),
    ...(isGood && comment === 0 ? ['comment'] : []),
    ...(isGood && link === 0 ? ['link'] : []),
    ...decoys.filter(({ comments, links }) => comments.length + links.length > 0).map(({ key }) => `wrote to ${key}`),
  ]
}

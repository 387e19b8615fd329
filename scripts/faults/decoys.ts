/** Things of other people that look much like ours: nothing of them may be taken for ours, and nothing be written to them. */
import type { Issue, JiraUser, RemoteLink } from '../../__tests__/support/jira/state.ts'
import { githubToken, jiraEmail, jiraToken } from '../../__tests__/support/scene.ts'
import type { World } from '../../__tests__/support/world.ts'
import { toAdf } from '../../src/adapters/jira/rich-text.ts'
import type { Scene } from './scene.ts'

/** The item key that other people's issue and branch carry. */
export const foreignItem = 'f'.repeat(64)
/** The number that the first pull request of the program has: the one before it is the decoy's. */
const ourPull = 2

/** Two issues with the wanted fields, one of them with an item key; a branch with trailers, and its pull request. */
export async function plantBefore(world: World, name: string, fields: object): Promise<void> {
  const basic = `Basic ${Buffer.from(`${jiraEmail}:${jiraToken}`).toString('base64')}`
  const issues = `${world.jira.url}/rest/api/3/issue`
  const { key } = await post(issues, basic, { fields })
  await post(issues, basic, { fields, properties: [{ key: 'create-issues-and-prs', value: { item: foreignItem } }] })
  const branch = `fix/${key}-lodash`
  const message = `fix(deps): update lodash from 4.17.19 to 4.17.21\n\nJira-Issue: ${key}\nBatch-Item: ${foreignItem}\n`
  const files = { 'package.json': '{ "dependencies": { "lodash": "4.17.20" } }\n' }
  await world.github.repository(`acme/${name}`)?.commit(branch, files, { from: 'main', message })
  const pull = { head: branch, base: 'main', title: `${key}: raise lodash`, body: byHand }
  await post(`${world.github.apiUrl}/repos/acme/${name}/pulls`, `Bearer ${githubToken}`, pull)
}

async function post(url: string, authorization: string, body: unknown): Promise<{ key?: string }> {
  const headers = { authorization, 'content-type': 'application/json', accept: 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`decoy: ${url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { key?: string }
}

/** Who writes the comments that are not ours. */
export const colleague: JiraUser = { accountId: 'ann', email: 'ann@example.com', displayName: 'Ann', name: 'ann' }

const byHand = 'by hand'
export const isDecoy = (link: RemoteLink['content']) => (link.object as { title?: unknown }).title === byHand

/**
 * A colleague was faster: comments and links on an issue of the program, with its pull request's address and its words in
 * them, but never both alone. Planted once, as soon as the issue is there, so before the program comments.
 */
export function plantOn(issue: Issue, { world, repository }: Scene): void {
  if (issue.comments.some(({ author }) => author === colleague)) return
  const address = (number: number) => `${repository.url}/pull/${number}`
  for (const text of [
    `Pull request: ${address(1)}`,
    `Pull request: ${address(ourPull * 10)}`,
    `See ${address(ourPull)}`,
    `> Pull request: ${address(ourPull)}\n\nIs that the right one?`,
  ]) {
    const id = String(world.jira.nextId())
    issue.comments.unshift({ id, author: colleague, body: toAdf(text), created: world.jira.now() })
  }
  const link = (globalId: string | undefined) => {
    const content = { object: { url: address(ourPull), title: byHand } }
    issue.links.unshift({ id: world.jira.nextId(), globalId, content })
  }
  link(undefined)
  link(address(ourPull * 10))
}

/**
 * The same job done by a program that remembers nothing, looks nothing up, and repeats whatever did not succeed, up to
 * three times a run: the policy of most scripts. It stands where the bundle stands in the matrix, for comparison.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ChildPlan, Effect } from './plan.ts'

interface Wish {
  readonly repo_url: string
  readonly github_pat: string
  readonly jira_issue_requests: readonly { server_url: string; email: string; pat: string; fields: object }[]
}

const plan = JSON.parse(process.env.FAULT_PLAN ?? '{}') as ChildPlan
const tries = 3
const timeout = 30_000

function dieAt(...points: string[]): void {
  if (plan.crash && points.includes(plan.crash)) process.kill(process.pid, 'SIGKILL')
}

/** Does it, again and again. */
async function blindly<T>(effect: Effect, work: () => Promise<T>): Promise<T> {
  const mine = effect === plan.effect
  if (mine) dieAt('before intent', 'after intent')
  for (let left = tries; ; left--) {
    try {
      const value = await work()
      if (mine) dieAt('response received', 'after result')
      return value
    } catch (error) {
      if (left === 1) throw error
    }
  }
}

async function post(url: string, authorization: string, body: unknown): Promise<{ key: string; html_url: string }> {
  const headers = { authorization, 'content-type': 'application/json', accept: 'application/json' }
  const signal = AbortSignal.timeout(timeout)
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as { key: string; html_url: string }
}

function push(folder: string, branch: string): void {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore', timeout: 4000 })
  git('push', 'origin', `HEAD:refs/heads/${branch}`)
}

function checkOut({ repo_url, github_pat }: Wish): string {
  const folder = mkdtempSync(join(tmpdir(), 'blind-'))
  const address = repo_url.replace('://', `://x-access-token:${github_pat}@`)
  execFileSync('git', ['clone', '-q', address, folder], { stdio: 'ignore' })
  writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "lodash": "^4.17.21" } }\n')
  const as = ['-c', 'user.name=blind', '-c', 'user.email=blind@example.com']
  execFileSync('git', ['-C', folder, ...as, 'commit', '-qam', `Raise lodash ${process.pid}`], { stdio: 'ignore' })
  return folder
}

const wish = JSON.parse(await text(process.stdin)) as Wish
const [jira] = wish.jira_issue_requests
if (!jira) throw new Error('a request with one item is needed')
const folder = checkOut(wish)
try {
  const basic = `Basic ${Buffer.from(`${jira.email}:${jira.pat}`).toString('base64')}`
  const { origin, pathname } = new URL(wish.repo_url)
  const issues = `${jira.server_url}/rest/api/2/issue`
  const properties = [{ key: 'create-issues-and-prs', value: { item: 'blind' } }]
  const issue = await blindly('issue', () => post(issues, basic, { fields: jira.fields, properties }))
  const branch = `fix/${issue.key}-lodash`
  await blindly('push', async () => push(folder, branch))
  const pull = { head: branch, base: 'main', title: `${issue.key}: raise lodash`, body: 'Fixes a hole.' }
  const pulls = `${origin}/api/v3/repos${pathname}/pulls`
  const opened = await blindly('pull request', () => post(pulls, `Bearer ${wish.github_pat}`, pull))
  const body = `Pull request: ${opened.html_url}`
  await blindly('comment', () => post(`${issues}/${issue.key}/comment`, basic, { body }))
  const link = { object: { url: opened.html_url, title: pull.title } }
  await blindly('link', () => post(`${issues}/${issue.key}/remotelink`, basic, link))
  if (plan.effect === 'done') dieAt('before intent', 'after result')
  dieAt('before reply')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The effects on an issue that is there: its comment, the comment that explains, and the remote link. */
import type { JiraSite } from '../core/batch.ts'
import type { CommentText, CreatedIssue, OpenedPullRequest } from '../core/ports.ts'
import type { Step } from './once.ts'
import { fillIn, type Known } from './placeholders.ts'
import { call, consistent, type ItemWork, lagging } from './steps.ts'
import { literalWiki } from './wiki.ts'

/** 5. The comment with the pull request's link, on the issue it names or on the item's own. */
export function commentStep(work: ItemWork, issue: CreatedIssue, known: Known): Step<{ id: string }> {
  const { item } = work
  const link = known.pullRequestUrl ?? ''
  const given = item.comment ? fillIn(item.comment.body, known) : `Pull request: ${link}`
  const body = given.includes(link) ? given : `${given.trimEnd()}\n\n${link}`
  const on = { site: item.comment?.site ?? item.issue.site, key: item.comment?.issueKey ?? issue.key }
  return textOnIssue(work, 'comment', on, body, { is: body })
}

/**
 * In place of 5 where no pull request can be opened: one comment that says why. A later run may fail for another reason, or
 * say it in other words (a hook's message holds a number): one comment is enough, so it is known by how it begins.
 */
export function explanationStep(work: ItemWork, issue: CreatedIssue, why: string): Step<{ id: string }> {
  const { packageName, to } = work.item.change
  // On v2 a comment is wiki markup; names and reasons in it are others' words.
  const literal = (text: string) => (work.item.issue.site.apiVersion === '2' ? literalWiki(text) : text)
  const begins = `No pull request was opened that raises ${literal(packageName)} to ${literal(to)}.`
  const on = { site: work.item.issue.site, key: issue.key }
  return textOnIssue(work, 'explanation', on, `${begins}\n\n${literal(why)}`, { begins })
}

function textOnIssue(
  { ports }: ItemWork,
  name: 'comment' | 'explanation',
  { site, key }: { readonly site: JiraSite; readonly key: string },
  body: string,
  known: CommentText,
): Step<{ id: string }> {
  let seen: readonly { readonly id: string }[] = []
  return {
    name,
    settle: lagging,
    find: async () => {
      seen = await ports.issues.findComments(site, key, known)
      return seen[0]
    },
    twins: (comment) => seen.filter(({ id }) => id !== comment.id).map(({ id }) => id),
    make: () => ports.issues.addComment(site, key, body),
    preview: () => ({ calls: [call(name, ports.issues.previewComment(site, key, body))], value: { id: '' } }),
  }
}

/** 6. The remote link, when asked for. Its globalId is the pull request's URL: setting it again is harmless. */
export function linkStep(
  { ports, item }: ItemWork,
  issue: CreatedIssue,
  pull: OpenedPullRequest,
): Step<{ id: string }> {
  const link = { globalId: pull.url, url: pull.url, title: `Pull request #${pull.number}: ${pull.title}` }
  return {
    name: 'link',
    settle: consistent,
    find: () => ports.issues.findLink(item.issue.site, issue.key, link.globalId),
    make: () => ports.issues.linkPullRequest(item.issue.site, issue.key, link),
    preview: () => ({
      calls: [call('link', ports.issues.previewLink(item.issue.site, issue.key, link))],
      value: { id: '' },
    }),
  }
}

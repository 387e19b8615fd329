/** A batch told to people: the job summary's Markdown, annotations, one line an item. Pure. */
import type { BatchResult, ItemResult, ItemStatus, Warning } from '../core/batch.ts'
import { describe } from '../core/errors.ts'
import { code, fenced, link, plain } from './markdown.ts'

/** UTF-8 bytes of a job summary that GitHub takes, less some for the note about what was cut. */
const summaryLimit = 1024 * 1024 - 4096

const marks: Readonly<Record<ItemStatus, string>> = {
  created: '✅ created',
  existing: '☑️ existing',
  unchanged: '➖ unchanged',
  partial: '⚠️ partial',
  failed: '❌ failed',
  planned: '📝 planned',
}

/** The job summary. Details are left out, the last first, when they would make it too long; the table stays. */
export function summaryMarkdown(result: BatchResult): string {
  const head = [headline(result), table(result.results), ...warningsOf(result.warnings)].join('\n\n')
  const details = result.results.map(detailsOf).filter((text) => text !== '')
  let size = Buffer.byteLength(head)
  const fitting: string[] = []
  for (const text of details) {
    size += Buffer.byteLength(text) + 2
    if (size > summaryLimit) break
    fitting.push(text)
  }
  const cut = details.length - fitting.length
  const note = cut > 0 ? [`_Details of ${cut} more items are in the result file: the summary is full._`] : []
  return `${[bounded(head), ...fitting, ...note].join('\n\n')}\n`
}

/** Even the table can be too long: cut at a line. */
function bounded(text: string): string {
  if (Buffer.byteLength(text) <= summaryLimit) return text
  const cut = Buffer.from(text).subarray(0, summaryLimit).toString()
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n_The table was cut: the whole result is in the result file._`
}

function headline(result: BatchResult): string {
  const { results, dryRun, status, resumeAt } = result
  const counts = (Object.keys(marks) as ItemStatus[])
    .map((name) => ({ name, count: results.filter((item) => item.status === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
  const wrong = results.filter(({ error, status: at }) => error !== null && at === 'planned').length
  if (wrong > 0) counts.push(`${wrong} of them not fixable`)
  const title = dryRun ? 'Dry run: what would be done' : 'Issues and pull requests'
  const left =
    status === 'interrupted'
      ? [`**Not finished.** Run the same batch again${resumeAt ? ` after ${resumeAt}` : ''}: what is done is kept.`]
      : []
  return [
    `## ${title}`,
    `${results.length} ${results.length === 1 ? 'item' : 'items'}: ${counts.join(', ')}.`,
    ...left,
  ].join('\n\n')
}

function table(results: readonly ItemResult[]): string {
  const rows = results.map((item) => {
    const pull = item.pullRequestNumber === null ? '–' : link(`#${item.pullRequestNumber}`, item.pullRequestUrl)
    const issue = item.jiraKey === null ? '–' : link(item.jiraKey, item.jiraUrl)
    return `| ${code(item.packageName)} | ${code(item.from)} → ${code(item.to)} | ${issue} | ${pull} | ${markOf(item)} |`
  })
  return ['| Package | Versions | Jira | Pull request | Status |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}

/** A planned item that will not get its pull request must not look like the others. */
const markOf = ({ status, error }: ItemResult) =>
  status === 'planned' && error ? '⚠️ planned, not fixable' : marks[status]

function warningsOf(warnings: readonly Warning[]): string[] {
  return warnings.map(({ message, hint }) => `> ⚠️ ${plain(message)} ${plain(hint)}`)
}

/** One item in folds: what failed, its warnings, each file's diff, and in a dry run the calls. */
function detailsOf(item: ItemResult): string {
  const parts: string[] = []
  if (item.error)
    parts.push(`❌ **${plain(item.error.step)}**: ${plain(item.error.message)}\n\n➡️ ${plain(item.error.hint)}`)
  parts.push(...item.warnings.map(({ message, hint }) => `⚠️ ${plain(message)} ${plain(hint)}`))
  parts.push(
    ...item.edits.map(
      ({ path, line, before, after, via }) =>
        `${code(`${path}:${line}`)} ${code(before || '(none)')} → ${code(after)} (${plain(via)})`,
    ),
  )
  parts.push(...item.diffs.map(({ diff }) => fenced('diff', diff)))
  parts.push(
    ...item.plannedCalls.map(({ call, body }) =>
      fenced('http', body === undefined ? call : `${call}\n\n${JSON.stringify(body, null, 2)}`),
    ),
  )
  if (parts.length === 0) return ''
  const title = `${escapeHtml(item.packageName)} ${escapeHtml(item.from)} → ${escapeHtml(item.to)}: ${item.status}`
  return [`<details${item.error ? ' open' : ''}><summary>${title}</summary>`, ...parts, '</details>'].join('\n\n')
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/@/g, '&#64;')

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
}

/** GitHub shows ten of a kind for a step. */
const mostAnnotations = 10

/** Annotations for what failed: at most ten, the last of which counts the rest. */
export function annotations(result: BatchResult): Annotation[] {
  const failed = result.results.filter(({ error }) => error !== null)
  const shown = failed.length > mostAnnotations ? failed.slice(0, mostAnnotations - 1) : failed
  const list = shown.map(
    ({ packageName, error }): Annotation => ({
      level: 'error',
      title: `${packageName}: ${error?.step} failed`.slice(0, 255),
      message: error ? describe(error).slice(0, 4000) : '',
    }),
  )
  const rest = failed.length - shown.length
  if (rest > 0) {
    list.push({
      level: 'error',
      title: 'More failed items',
      message: `${rest} more items failed; see the job summary.`,
    })
  }
  return list
}

/** One item in one line, for a terminal or a log. */
export function itemLine(item: ItemResult): string {
  const links = [item.jiraKey, item.pullRequestUrl].filter((text) => text !== null)
  const why = item.error ? `${item.error.step}: ${describe(item.error)}` : ''
  const warned = item.warnings.length > 0 ? `(${item.warnings.map(({ code: name }) => name).join(', ')})` : ''
  return [item.status.padEnd(9), `${item.packageName} ${item.from} → ${item.to}`, ...links, warned, why]
    .filter(Boolean)
    .join('  ')
}

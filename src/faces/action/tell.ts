/** The result as a runner takes it: outputs, job summary, annotations. */
import * as core from '@actions/core'
import { annotations, summaryMarkdown } from '../../batch/report.ts'
import type { WireResponse } from '../../batch/response.ts'
import type { BatchResult } from '../../core/batch.ts'
import { harmlessLines } from '../../core/harmless.ts'
import type { Redactor } from '../../core/redact.ts'

/** UTF-16 units that one job's outputs may hold together (1 MB), less what the other outputs need. */
const resultLimit = 480_000

export async function tell(
  result: BatchResult,
  response: WireResponse,
  { file, redactor }: { file: string; redactor: Redactor },
): Promise<void> {
  setOutputs(response, file)
  for (const { level, title, message } of annotations(result)) {
    const show = level === 'error' ? core.error : core.warning
    show(harmlessLines(redactor.redact(message)), { title: harmlessLines(redactor.redact(title)) })
  }
  await core.summary.addRaw(redactor.redact(summaryMarkdown(result))).write()
}

function setOutputs(response: WireResponse, file: string): void {
  const { results } = response
  core.setOutput('result', fitting(response))
  core.setOutput('result-file', file)
  core.setOutput('batch-id', response.batch_id)
  core.setOutput('status', response.status)
  core.setOutput('total-issues-created', response.total_issues_created)
  core.setOutput('total-prs-created', response.total_prs_created)
  core.setOutput('total-comments-created', response.total_comments_created)
  core.setOutput('failed-count', response.failed_count)
  core.setOutput('jira-keys', JSON.stringify(results.flatMap(({ jira_ticket: key }) => key ?? [])))
  core.setOutput('pull-request-urls', JSON.stringify(results.flatMap(({ pull_request_url: url }) => url ?? [])))
}

/** The response as JSON, shortened in steps until it fits; what was left out is said in it. */
function fitting(response: WireResponse): string {
  const whole = JSON.stringify(response)
  if (whole.length <= resultLimit) return whole
  const short = response.results.map(({ diffs: _, planned_calls: __, edits: ___, warnings: ____, ...rest }) => rest)
  const note = 'Shortened to fit an output: result-file holds the whole.'
  for (let count = short.length; count > 0; count = Math.floor(count / 2)) {
    const text = JSON.stringify({ ...response, note, results: short.slice(0, count) })
    if (text.length <= resultLimit) return text
  }
  return JSON.stringify({ ...response, note, results: [] })
}

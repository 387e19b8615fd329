/** `run`: a batch from this machine, for a person at a terminal or a script. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { itemLine } from '../../batch/report.ts'
import { hasFailed, toResponse } from '../../batch/response.ts'
import { parseShard, shardOf } from '../../batch/shard.ts'
import { readConfig } from '../../core/config.ts'
import { harmlessJson, harmlessLines } from '../../core/harmless.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import { acceptRequest, openRequest, shardedLimits } from '../../request/accept.ts'
import { checkClock, performBatch } from '../perform.ts'
import { type Invocation, readOptions, readSource, required } from './options.ts'
import { showProgress } from './progress.ts'

const options = {
  request: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  journal: { type: 'string' },
  shard: { type: 'string' },
} as const

export async function run({ services, args, env }: Invocation): Promise<number> {
  const { values } = readOptions(args, options)
  const config = readConfig(env)
  const { redactor } = services
  learnOwnSecrets(config, redactor)
  const log = services.log(config, (line) => process.stderr.write(`${line}\n`))
  const text = await readSource(required(values.request, '--request'), '--request')
  const { incoming } = await openRequest({ incoming: { text }, jwt: undefined }, { config, redactor, log })
  const shardText = values.shard ?? config.SHARD
  const shard = shardText === undefined ? undefined : parseShard(shardText)
  const { batch: whole, warnings } = acceptRequest(incoming, {
    config,
    redactor,
    credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
    ...(values['dry-run'] ? { dryRun: true } : {}),
    ...(shard ? { limits: shardedLimits } : {}),
  })
  const batch = shard ? shardOf(whole, shard) : whole
  const clock = checkClock(services, config, log)
  const cancel = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort())
  const journalPath = values.journal ?? config.JOURNAL ?? defaultJournal(env)
  const progress = showProgress(batch, process.stderr, redactor)
  const performance = { config, log, batch, warnings, signal: cancel.signal, journalPath, observe: progress.observe }
  const result = await performBatch(services, { ...performance, isPart: shard !== undefined && shard.count > 1 })
  progress.end()
  const response = redactor.redactAll(toResponse(result))
  if (values.json) process.stdout.write(`${harmlessJson(JSON.stringify(response, null, 2))}\n`)
  else process.stdout.write(harmlessLines(redactor.redact(report(result))))
  await clock
  return hasFailed(response, config.FAIL_ON) ? 1 : 0
}

/** defaultJournal: `~/.local/state/create-issues-and-prs/journal.sqlite`, or below XDG_STATE_HOME. */
export function defaultJournal(env: Readonly<Record<string, string>>): string {
  const state = env.XDG_STATE_HOME || join(homedir(), '.local', 'state')
  return join(state, 'create-issues-and-prs', 'journal.sqlite')
}

/** The results as plain lines, with the diffs of a dry run below them. */
function report(result: Awaited<ReturnType<typeof performBatch>>): string {
  const lines = result.results.map(itemLine)
  const diffs = result.dryRun
    ? result.results.flatMap(({ diffs: files }) => files.map(({ diff }) => diff.trimEnd()))
    : []
  const warnings = result.warnings.map(({ message, hint }) => `warning: ${message} ${hint}`)
  return `${[...lines, ...warnings, ...diffs].join('\n')}\n`
}

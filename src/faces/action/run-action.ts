/** The action: inputs and event in, a batch run, and the result told as outputs, summary and annotations. */
import { join } from 'node:path'
import * as core from '@actions/core'
import { context } from '@actions/github'
import { partOf } from '../../batch/collect.ts'
import { itemLine } from '../../batch/report.ts'
import { hasFailed, toResponse } from '../../batch/response.ts'
import { parseShard, type ShardName, shardOf } from '../../batch/shard.ts'
import type { ItemEvent } from '../../batch/shared.ts'
import type { Batch, BatchResult, Warning } from '../../core/batch.ts'
import { type Config, readConfig } from '../../core/config.ts'
import { sha256 } from '../../core/digest.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import type { Log } from '../../core/ports.ts'
import type { Services } from '../../core/services.ts'
import type { TokenUses } from '../../core/token-uses.ts'
import { acceptRequest, openRequest, requestDigest, shardedLimits, verifyToken } from '../../request/accept.ts'
import { eventTooLarge } from '../../request/ways-in.ts'
import { checkClock, performBatch } from '../perform.ts'
import { collectShards } from './collect-shards.ts'
import { writeJson } from './files.ts'
import { modeOfRun, type RunRequest, requestOfRun, secretInputs, settingsFromInputs } from './inputs.ts'
import { planShards, showsCredential } from './plan.ts'
import { tell } from './tell.ts'

/** Runs the action. Answers the exit code; throws a Failure when the batch could not begin. */
export async function runAction(services: Services, env: Readonly<Record<string, string>>): Promise<number> {
  maskInputs(services)
  const config = readConfig(settingsFromInputs(env))
  const workspace = env.GITHUB_WORKSPACE ?? '.'
  const folder = join(env.RUNNER_TEMP ?? config.TMPDIR, 'create-issues-and-prs')
  const log = services.log(config, (line) => core.info(line))
  // The same for credentials that the environment gives.
  learnOwnSecrets(config, services.redactor)
  const mode = modeOfRun()
  if (mode === 'collect') return collectShards(workspace, { config, log, redactor: services.redactor, folder })
  if (mode === 'serve') {
    const { serveInJob } = await import('./serve.ts')
    const journalPath = config.JOURNAL ?? join(folder, 'journal.sqlite')
    return serveInJob(services, { config, journalPath, stop: cancelOnSignals(log).signal })
  }
  const given = requestOfRun(context.payload as Parameters<typeof requestOfRun>[0], workspace)
  const run = { ...given, ...(await openRequest(given, { config, redactor: services.redactor, log })) }
  const tight = eventTooLarge(context.eventName, context.payload as Parameters<typeof eventTooLarge>[1])
  if (tight) core.warning(`${tight.message} ${tight.hint}`)
  const clock = checkClock(services, config, log)
  try {
    const isOpenFile = mode === 'plan' && core.getInput('request-file') !== '' && showsCredential(given.incoming)
    return await carryOut(services, { config, log, folder, run, mode, isOpenFile })
  } finally {
    await clock
  }
}

/** Masks come first: the runner hides only what it was told before it is printed. */
function maskInputs({ redactor }: Services): void {
  redactor.onForm((form) => core.setSecret(form))
  const email = core.getInput('jira-email')
  for (const input of secretInputs) {
    const value = core.getInput(input)
    if (value !== '') redactor.add(value, email === '' ? undefined : email)
  }
}

interface Run {
  readonly config: Config
  readonly log: Log
  readonly folder: string
  readonly run: RunRequest
  readonly mode: 'run' | 'plan'
  readonly isOpenFile: boolean
}

async function carryOut(services: Services, { config, log, folder, run, mode, isOpenFile }: Run): Promise<number> {
  const { clock, redactor } = services
  const shard = mode === 'run' && config.SHARD !== undefined ? parseShard(config.SHARD) : undefined
  const journalPath = config.JOURNAL ?? join(folder, 'journal.sqlite')
  // A plan has no effect: it leaves the token unused for the run itself, which may follow in the same job.
  const guard = config.JWT_REPLAY_GUARD && mode === 'run'
  const uses = guard ? await services.tokenUses(journalPath, config.REDIS_URL) : undefined
  const { expires } = await verifyToken(run.jwt, requestDigest(run.incoming), {
    config: { ...config, JWT_REPLAY_GUARD: guard },
    log,
    now: clock.now(),
    uses: uses && shard ? onceForShard(uses, shard) : uses,
  })
  await uses?.close()
  const { batch, warnings } = acceptRequest(run.incoming, {
    config,
    redactor,
    credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
    ...(run.dryRun === undefined ? {} : { dryRun: run.dryRun }),
    ...(mode === 'plan' || shard ? { limits: shardedLimits } : {}),
  })
  if (mode === 'plan')
    return planShards({ config, log, redactor, folder, batch, warnings, expires, isOpenFile, now: clock.now() })
  const part = { batch: shard ? shardOf(batch, shard) : batch, warnings, shard }
  return performAndTell(services, { config, log, folder, journalPath }, part)
}

/** The shards of one batch come with one token: each may use it once. */
function onceForShard(uses: TokenUses, { number, count }: ShardName): TokenUses {
  return { claim: (id, until) => uses.claim(sha256(`${id} ${number}/${count}`), until), close: () => uses.close() }
}

interface Part {
  readonly batch: Batch
  readonly warnings: readonly Warning[]
  readonly shard: ShardName | undefined
}

async function performAndTell(
  services: Services,
  { config, log, folder, journalPath }: Pick<Run, 'config' | 'log' | 'folder'> & { journalPath: string },
  { batch, warnings, shard }: Part,
): Promise<number> {
  const { redactor } = services
  log.write('info', batch.dryRun ? 'dry run begins' : 'batch begins', {
    batch: batch.id,
    items: batch.items.length,
    ...(shard ? { shard: `${shard.number}/${shard.count}` } : {}),
  })
  const cancel = cancelOnSignals(log)
  const observe = (event: ItemEvent) => {
    if (event.phase === 'done') log.write(event.result.error ? 'warn' : 'info', itemLine(event.result))
  }
  const performance = {
    config,
    log,
    batch,
    warnings,
    signal: cancel.signal,
    journalPath,
    observe,
    isPart: shard !== undefined && shard.count > 1,
  }
  const result = await performBatch(services, performance)
  const response = redactor.redactAll(toResponse(result))
  const file = writeJson(folder, `result-${batch.id}${shard ? nameOf(shard) : ''}.json`, response)
  if (shard) leavePart(services, folder, result, shard)
  await tell(result, response, { file, redactor })
  return hasFailed(response, config.FAIL_ON) ? 1 : 0
}

const nameOf = ({ number, count }: ShardName) => `-${number}-of-${count}`

/** For `mode: collect`. */
function leavePart({ redactor }: Services, folder: string, result: BatchResult, shard: ShardName): void {
  const part = redactor.redactAll(partOf(result, shard))
  core.setOutput('shard-file', writeJson(folder, `part-${result.batchId}${nameOf(shard)}.json`, part))
}

/** A cancelled job gets SIGINT, 7.5 s later SIGTERM: the run stops between effects, with the journal whole. */
function cancelOnSignals(log: Log): AbortController {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.write('warn', 'cancelled: ending what is under way, nothing new begins', { signal })
      controller.abort()
    })
  }
  return controller
}

/** `mode: collect`: the parts that the shards left, told as one result. Nothing is contacted, and no token is needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as core from '@actions/core'
import { collect } from '../../batch/collect.ts'
import { hasFailed, toResponse } from '../../batch/response.ts'
import type { Config } from '../../core/config.ts'
import { fail } from '../../core/errors.ts'
import type { Log } from '../../core/ports.ts'
import type { Redactor } from '../../core/redact.ts'
import { writeJson } from './files.ts'
import { tell } from './tell.ts'

/** Reads the folder that the input `results` names, from the workspace. Answers the exit code. */
export async function collectShards(
  workspace: string,
  { config, log, redactor, folder }: { config: Config; log: Log; redactor: Redactor; folder: string },
): Promise<number> {
  const result = collect(jsonFiles(resolve(workspace, core.getInput('results') || '.')))
  const response = redactor.redactAll(toResponse(result))
  const file = writeJson(folder, `result-${result.batchId}.json`, response)
  log.write('info', 'shards collected', {
    batch: result.batchId,
    items: result.results.length,
    failed: response.failed_count,
  })
  await tell(result, response, { file, redactor })
  return hasFailed(response, config.FAIL_ON) ? 1 : 0
}

function jsonFiles(folder: string): unknown[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
  } catch (error) {
    throw fail(
      'request-missing',
      'The results of the shards cannot be read.',
      'Download the artifacts of mode: plan and of each shard into the folder that results names.',
      { results: core.getInput('results') },
      error,
    )
  }
}

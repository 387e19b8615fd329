/** `mode: serve`: the HTTP mode inside a job of a self-hosted runner, until the job is cancelled or its time is over. */
import * as core from '@actions/core'
import type { Config } from '../../core/config.ts'
import type { Services } from '../../core/services.ts'
import { serve } from '../http/serve.ts'

/** `stop`: a cancelled job. Answers the exit code: a server that drained did what it was there for. */
export async function serveInJob(
  services: Services,
  { config, journalPath, stop }: { config: Config; journalPath: string; stop: AbortSignal },
): Promise<number> {
  await serve(services, { config, journalPath, stop, write: (line) => core.info(line) })
  return 0
}

/** `check`: what is configured, which tools and versions are there, and, for a batch, what can be reached. Reads only. */
import { type Config, readConfig } from '../../core/config.ts'
import { asFailure, describe } from '../../core/errors.ts'
import { harmlessLines } from '../../core/harmless.ts'
import type { Log } from '../../core/ports.ts'
import { version } from '../../core/version.ts'
import { acceptRequest, shardedLimits } from '../../request/accept.ts'
import { readVerificationKey } from '../../request/jwt-key.ts'
import { fitsOf } from '../../request/ways-in.ts'
import { performBatch } from '../perform.ts'
import { type Invocation, readOptions, readSource } from './options.ts'

const options = { request: { type: 'string' }, json: { type: 'boolean' } } as const

interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

export async function check({ services, args, env }: Invocation): Promise<number> {
  const { values } = readOptions(args, options)
  const config = readConfig(env)
  for (const secret of [config.GITHUB_TOKEN, config.JIRA_TOKEN])
    if (secret) services.redactor.add(secret, config.JIRA_EMAIL)
  const log = services.log(config, (line) => process.stderr.write(`${line}\n`))
  const invocation = { services, args, env }
  const findings = [
    { name: 'create-issues-and-prs', ok: true, detail: version },
    { name: 'node', ok: true, detail: process.versions.node },
    ...(await tools(invocation, config, log)),
    tokenKey(config),
    ...(values.request === undefined ? [] : await reach(invocation, config, log, values.request)),
  ]
  const text = values.json
    ? `${JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2)}\n`
    : findings.map(({ name, ok, detail }) => `${ok ? 'ok     ' : 'MISSING'} ${name}: ${detail}\n`).join('')
  process.stdout.write(harmlessLines(services.redactor.redact(text)))
  return findings.every(({ ok }) => ok) ? 0 : 1
}

async function tools({ services }: Invocation, config: Config, log: Log): Promise<Finding[]> {
  const git = await services.gitVersion(config, log)
  const drift = config.NTP_SERVER === 'off' ? undefined : await services.drift(config.NTP_SERVER)
  const clock =
    config.NTP_SERVER === 'off'
      ? { ok: true, detail: 'not checked (NTP_SERVER is off)' }
      : drift
        ? { ok: Math.abs(drift.driftMs) <= 1000, detail: `${drift.driftMs} ms off ${config.NTP_SERVER}` }
        : { ok: true, detail: `not checked: ${config.NTP_SERVER} did not answer` }
  return [
    { name: 'git', ok: git !== undefined, detail: git ?? 'not found on the PATH: install git 2.39 or newer' },
    { name: 'clock', ...clock },
  ]
}

function tokenKey(config: Config): Finding {
  try {
    const { isWeak } = readVerificationKey(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET)
    return { name: 'JWT_SECRET_KEY', ok: true, detail: `${config.JWT_ALGORITHM}${isWeak ? ', too short' : ''}` }
  } catch (error) {
    return { name: 'JWT_SECRET_KEY', ok: false, detail: describe(asFailure(error)) }
  }
}

/** A dry run reads everything that the real one would: what it meets is what is missing. */
async function reach({ services }: Invocation, config: Config, log: Log, name: string): Promise<Finding[]> {
  const text = await readSource(name, '--request')
  const { batch, warnings } = acceptRequest(
    { text },
    {
      config,
      redactor: services.redactor,
      credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
      dryRun: true,
      limits: shardedLimits,
    },
  )
  const signal = new AbortController().signal
  const journalPath = config.JOURNAL ?? ':memory:'
  const result = await performBatch(services, { config, log, batch, warnings, signal, journalPath })
  const items = result.results.map(({ packageName, error, status }) => ({
    name: `item ${packageName}`,
    ok: error === null,
    detail: error ? `${error.step}: ${describe(error)}` : status,
  }))
  return [...throughWhichWays(text, batch.items.length), ...items]
}

/** A way that is too narrow is no fault: there is always one that is not. */
function throughWhichWays(text: string, items: number): Finding[] {
  return fitsOf(JSON.stringify(JSON.parse(text)), items).map(({ way, fits, detail }) => {
    return { name: `way in ${way}`, ok: true, detail: `${fits ? 'fits' : 'too large'}: ${detail}` }
  })
}

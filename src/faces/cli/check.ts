/** `check`: what is configured, which tools and versions are there, and, for a batch, what can be reached. Reads only. */
import type { AccessReport } from '../../core/access.ts'
import { type Config, readConfig } from '../../core/config.ts'
import { asFailure, describe } from '../../core/errors.ts'
import { harmless, harmlessLines } from '../../core/harmless.ts'
import { ist } from '../../core/ist.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import type { Log } from '../../core/ports.ts'
import { version } from '../../core/version.ts'
import {
  acceptRequest,
  type Incoming,
  openRequest,
  requestDigest,
  shardedLimits,
  verifyToken,
} from '../../request/accept.ts'
import { readVerificationKey } from '../../request/jwt-key.ts'
import { isSealed } from '../../request/sealed.ts'
import { fitsOf } from '../../request/ways-in.ts'
import { performBatch } from '../perform.ts'
import { accessTable, isMissing, readAccess } from './check-access.ts'
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
  learnOwnSecrets(config, services.redactor)
  const log = services.log(config, (line) => process.stderr.write(`${line}\n`))
  const invocation = { services, args, env }
  const own = [
    { name: 'create-issues-and-prs', ok: true, detail: version },
    { name: 'node', ok: true, detail: process.versions.node },
    ...(await tools(invocation, config, log)),
    tokenKey(config),
  ]
  const batch = values.request === undefined ? nothing : await reach(invocation, config, log, values.request)
  const findings = [...own, ...batch.findings]
  const ok = findings.every((finding) => finding.ok) && !batch.access.some(({ rights }) => rights.some(isMissing))
  const text = values.json
    ? `${JSON.stringify({ ok, findings, access: batch.access }, null, 2)}\n`
    : `${findings.map(line).join('')}${batch.access.length > 0 ? `${accessTable(batch.access)}\n` : ''}`
  process.stdout.write(harmlessLines(services.redactor.redact(text)))
  return ok ? 0 : 1
}

const line = ({ name, ok, detail }: Finding) => `${harmless(`${ok ? 'ok     ' : 'MISSING'} ${name}: ${detail}`)}\n`

/** What was found out about a batch. */
interface Reached {
  readonly findings: readonly Finding[]
  readonly access: readonly AccessReport[]
}

const nothing: Reached = { findings: [], access: [] }

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

/** A dry run reads everything that the real one would: what it meets is what is missing. Before it, each token is judged. */
async function reach({ services }: Invocation, config: Config, log: Log, name: string): Promise<Reached> {
  const text = await readSource(name, '--request')
  const { redactor } = services
  const { incoming, jwt } = await openRequest({ incoming: { text }, jwt: undefined }, { config, redactor, log })
  const { batch, warnings } = acceptRequest(incoming, {
    config,
    redactor,
    credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
    dryRun: true,
    limits: shardedLimits,
  })
  const token = jwt === undefined ? [] : [await sealedToken(jwt, incoming, config, log, services.clock.now())]
  const access = await readAccess(services, { config, log, batch })
  const signal = new AbortController().signal
  const journalPath = config.JOURNAL ?? ':memory:'
  const result = await performBatch(services, { config, log, batch, warnings, signal, journalPath })
  const items = result.results.map(({ packageName, error, status }) => ({
    name: `item ${packageName}`,
    ok: error === null,
    detail: error ? `${error.step}: ${describe(error)}` : status,
  }))
  return { findings: [...token, ...throughWhichWays(text, batch.items.length), ...items], access }
}

/** The token that a sealed request carries. It is not used up: the replay guard is left out. */
async function sealedToken(jwt: string, incoming: Incoming, config: Config, log: Log, now: number): Promise<Finding> {
  const name = 'token inside'
  try {
    const { expires } = await verifyToken(jwt, requestDigest(incoming), {
      config: { ...config, JWT_REPLAY_GUARD: false },
      log,
      now,
    })
    return { name, ok: true, detail: expires === undefined ? 'accepted' : `accepted until ${ist(expires * 1000)}` }
  } catch (error) {
    return { name, ok: false, detail: describe(asFailure(error)) }
  }
}

/** A way that is too narrow is no fault: there is always one that is not. */
function throughWhichWays(text: string, items: number): Finding[] {
  const sent = isSealed(text) ? JSON.stringify(text.trim()) : JSON.stringify(JSON.parse(text))
  return fitsOf(sent, items).map(({ way, fits, detail }) => {
    return { name: `way in ${way}`, ok: true, detail: `${fits ? 'fits' : 'too large'}: ${detail}` }
  })
}

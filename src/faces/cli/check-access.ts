/** The part of `check` that tells of every token which rights it needs and which it is seen to have. */
import { projectNeeds, repositoryNeeds } from '../../batch/needs.ts'
import { Slots } from '../../batch/slots.ts'
import type { AccessReport, Right } from '../../core/access.ts'
import type { Batch } from '../../core/batch.ts'
import type { Config } from '../../core/config.ts'
import { harmless } from '../../core/harmless.ts'
import type { Log } from '../../core/ports.ts'
import type { Services } from '../../core/services.ts'

/** Places that are asked at the same time. */
const atOnce = 4

/** Asks every repository and Jira project of the batch, with the token that the batch would use there. Reads only. */
export async function readAccess(
  services: Services,
  { config, log, batch }: { config: Config; log: Log; batch: Batch },
): Promise<AccessReport[]> {
  const access = await services.access({ config, log, signal: new AbortController().signal })
  const slots = new Slots(atOnce)
  const options = { commentOnIssue: config.COMMENT_ON_ISSUE, linkPullRequest: config.LINK_PULL_REQUEST }
  try {
    return await Promise.all([
      ...repositoryNeeds(batch.items).map((needs) => slots.run(() => access.repository(needs))),
      ...projectNeeds(batch.items, options).map((needs) => slots.run(() => access.project(needs))),
    ])
  } finally {
    access.close()
  }
}

export const isMissing = ({ held }: Right): boolean => held === 'no'

const marks: Readonly<Record<Right['held'], string>> = { yes: 'yes', no: 'MISSING', unknown: 'unknown' }

/** A table for each place: has it, what is needed, what for, how that was seen; below a right what to do about it. */
export function accessTable(reports: readonly AccessReport[]): string {
  const heads = { held: 'has', name: 'needed', purpose: 'to', seen: 'seen' }
  const cells = reports.map(({ rights }) => [heads, ...rights.map((right) => ({ ...right, held: marks[right.held] }))])
  const wide = (column: keyof typeof heads) => Math.max(...cells.flat().map((row) => row[column].length))
  const [marked, named, meant] = [wide('held'), wide('name'), wide('purpose')]
  const lines = reports.flatMap(({ place, token, surplus }, at) => [
    ...['', `${place}: ${token}`],
    ...(cells[at] ?? []).flatMap((row) => [
      `  ${row.held.padEnd(marked)}  ${row.name.padEnd(named)}  ${row.purpose.padEnd(meant)}  ${row.seen}`,
      ...('advice' in row && row.advice !== '' ? [`  ${' '.repeat(marked)}  → ${row.advice}`] : []),
    ]),
    ...(surplus.length > 0 ? [`  more than is needed: ${surplus.join(', ')}`] : []),
  ])
  // A name that a server gave must not begin a line of its own.
  return lines.map(harmless).join('\n')
}

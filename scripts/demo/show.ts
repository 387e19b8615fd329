/** The demonstration for people: a table, the links, one diff, and what each server saw. */
import type { WireResponse } from '../../src/batch/response.ts'

interface Told {
  readonly dry_run: WireResponse
  readonly first: WireResponse
  readonly second: WireResponse
  readonly writes: Readonly<Record<string, number | undefined>>
}

export function show({ dry_run: dry, first, second, writes }: Told, requests: readonly { server: string }[]): void {
  const lines = [
    'One batch, seven packages, three repositories; a GitHub, a Jira and git on this machine.',
    '',
    '1. Dry run: everything is read and planned, nothing is written.',
    ...table(dry),
    '',
    '   One of its diffs:',
    ...(dry.results[0]?.diffs?.[0]?.diff.trimEnd().split('\n') ?? []).map((line) => `     ${line}`),
    '',
    '   and the calls that it would make for that item:',
    ...(dry.results[0]?.planned_calls ?? []).map(({ call }) => `     ${call}`),
    '',
    '2. For real.',
    ...table(first),
    '',
    ...first.results.map(({ jira_url, pull_request_url }) => `   ${jira_url}  ${pull_request_url}`),
    '',
    '3. The same batch again, on a fresh runner that remembers nothing.',
    ...table(second),
    '',
    'Writing requests that the servers saw:',
    `   dry run ${writes.dry_run}, first ${writes.first}, second ${writes.second}`,
    'All requests that they saw:',
    ...['git', 'github', 'jira'].map(
      (name) => `   ${name.padEnd(6)} ${requests.filter(({ server }) => server === name).length}`,
    ),
  ]
  console.log(lines.join('\n'))
}

function table({ results }: WireResponse): string[] {
  const rows = results.map((item) => [
    item.package_name,
    `${item.current_version} → ${item.safe_version}`,
    item.jira_ticket ?? '–',
    item.pull_request_number === null ? '–' : `#${item.pull_request_number}`,
    item.status,
    item.error ? `${item.error.code}: ${item.error.message}` : '',
  ])
  const all = [['package', 'versions', 'Jira', 'PR', 'status', ''], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row) => `   ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}

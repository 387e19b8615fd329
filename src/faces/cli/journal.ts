/** `journal`: what the journal remembers of batches, for looking and for clearing. */
import { readConfig } from '../../core/config.ts'
import { fail } from '../../core/errors.ts'
import { ist } from '../../core/ist.ts'
import type { BatchRecord, BatchSummary, ItemStep, Journal } from '../../core/journal.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import { type Invocation, readOptions } from './options.ts'
import { defaultJournal } from './run.ts'

const options = {
  journal: { type: 'string' },
  json: { type: 'boolean' },
  'older-than': { type: 'string' },
} as const

const day = 24 * 60 * 60 * 1000

interface Wish {
  readonly journal: Journal
  readonly batchId: string | undefined
  /** Days. */
  readonly olderThan: number | undefined
  readonly now: number
}

const verbs: Readonly<Record<string, (wish: Wish) => Promise<Told>>> = { list, show, clear }

/** What a verb found: as one JSON value, and as lines. */
interface Told {
  readonly value: unknown
  readonly lines: readonly string[]
}

export async function journal({ services, args, env }: Invocation): Promise<number> {
  const { values, positionals } = readOptions(args, options, true)
  const [verb = '', batchId, ...rest] = positionals
  const run = verbs[verb]
  if (!run || rest.length > 0) {
    throw fail('usage', 'journal wants list, show <batch-id> or clear <batch-id>.', 'Add --help to see examples.')
  }
  const config = readConfig(env)
  learnOwnSecrets(config, services.redactor)
  const olderThan = readDays(values['older-than'])
  const path = values.journal ?? config.JOURNAL ?? defaultJournal(env)
  const opened = await services.journal(path, verb !== 'clear', config.REDIS_URL)
  try {
    const told = await run({ journal: opened, batchId, olderThan, now: services.clock.now() })
    const text = values.json ? JSON.stringify(told.value, null, 2) : told.lines.join('\n')
    process.stdout.write(`${services.redactor.redact(text)}\n`)
  } finally {
    await opened.close()
  }
  return 0
}

function readDays(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw fail('usage', '--older-than: expected a whole number of days.', 'Write it like --older-than 30.')
}

async function list({ journal }: Wish): Promise<Told> {
  const batches = await journal.batches()
  const rows = batches.map(({ id, state, items, createdAt }) => [id, state, plural(items, 'item'), ist(createdAt)])
  return { value: batches.map(wireBatch), lines: rows.length > 0 ? columns(rows) : ['The journal holds no batch.'] }
}

async function show({ journal, batchId }: Wish): Promise<Told> {
  const batch = batchId === undefined ? undefined : await journal.batch(batchId)
  if (!batch) throw unknown(batchId)
  const steps = await journal.steps(batch.id)
  const rows = steps.map(({ itemKey, step, record }) => [
    itemKey.slice(0, 12),
    step,
    record.state === 'done' ? (record.doubtful ? 'done, twins possible' : 'done') : 'in doubt',
    ist(record.at),
    record.state === 'done' ? JSON.stringify(record.value) : '',
  ])
  return {
    value: { ...wireRecord(batch), steps: steps.map(wireStep) },
    lines: [`${batch.id}  ${batch.state}  begun ${ist(batch.createdAt)}`, ...columns(rows)],
  }
}

async function clear({ journal, batchId, olderThan, now }: Wish): Promise<Told> {
  if ((batchId === undefined) === (olderThan === undefined)) {
    throw fail('usage', 'journal clear wants a batch id or --older-than DAYS.', 'Give one of the two.')
  }
  const ids = batchId === undefined ? await oldBatches(journal, now - (olderThan as number) * day) : [batchId]
  const cleared: string[] = []
  for (const id of ids) if (await journal.forget(id)) cleared.push(id)
  if (batchId !== undefined && cleared.length === 0) throw unknown(batchId)
  const hint = 'The same batch sent again asks GitHub and Jira first what is there already.'
  return {
    value: { cleared },
    lines: cleared.length > 0 ? [`Cleared ${cleared.join(', ')}.`, hint] : ['There is nothing to clear.'],
  }
}

/** Batches that began before that time; those that still run are left alone. */
async function oldBatches(journal: Journal, before: number): Promise<string[]> {
  const batches = await journal.batches()
  return batches.filter(({ createdAt, state }) => createdAt < before && state === 'done').map(({ id }) => id)
}

function unknown(batchId: string | undefined) {
  return batchId === undefined
    ? fail('usage', 'journal show wants a batch id.', 'journal list shows them.')
    : fail('usage', `The journal holds no batch ${batchId}.`, 'journal list shows those that it holds.')
}

const wireBatch = ({ id, digest, createdAt, state, items }: BatchSummary) => ({
  batch_id: id,
  digest,
  state,
  items,
  created_at: ist(createdAt),
})

const wireRecord = ({ id, digest, createdAt, state, response }: BatchRecord) => ({
  batch_id: id,
  digest,
  state,
  created_at: ist(createdAt),
  response,
})

const wireStep = ({ itemKey, step, record }: ItemStep) => ({
  item_key: itemKey,
  step,
  state: record.state,
  at: ist(record.at),
  ...(record.state === 'done' ? { doubtful: record.doubtful, value: record.value } : {}),
})

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

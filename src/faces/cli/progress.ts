/** Progress on standard error: on a terminal one line an item that changes in place, elsewhere one line when it ends. */
import { itemLine } from '../../batch/report.ts'
import type { ItemEvent } from '../../batch/shared.ts'
import type { Batch, ItemStatus, Phase } from '../../core/batch.ts'
import { harmless } from '../../core/harmless.ts'
import type { Redactor } from '../../core/redact.ts'

interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
  write(text: string): unknown
}

const words: Readonly<Record<Phase, string>> = {
  read: 'reading the repository',
  plan: 'planning the edit',
  issue: 'creating the issue',
  branch: 'pushing the branch',
  'pull-request': 'opening the pull request',
  metadata: 'setting labels and reviewers',
  comment: 'commenting on the issue',
  link: 'linking the pull request',
  explanation: 'explaining on the issue',
}

const marks: Readonly<Record<ItemStatus, string>> = {
  created: '\u001b[32m✓\u001b[0m',
  existing: '\u001b[32m=\u001b[0m',
  unchanged: '\u001b[2m-\u001b[0m',
  planned: '\u001b[36m•\u001b[0m',
  partial: '\u001b[33m!\u001b[0m',
  failed: '\u001b[31m✗\u001b[0m',
}

export interface Progress {
  observe(event: ItemEvent): void
  end(): void
}

export function showProgress(batch: Batch, stream: Stream, redactor: Redactor): Progress {
  const fits = batch.items.length < (stream.rows || 24)
  return stream.isTTY && fits ? inPlace(batch, stream) : lineByLine(batch, stream, redactor)
}

/** For logs: an item when it ends, with a count. */
function lineByLine(batch: Batch, stream: Stream, redactor: Redactor): Progress {
  let done = 0
  return {
    observe(event) {
      if (event.phase !== 'done' || !('result' in event)) return
      done++
      stream.write(`${harmless(`[${done}/${batch.items.length}] ${redactor.redact(itemLine(event.result))}`)}\n`)
    },
    end() {},
  }
}

function inPlace(batch: Batch, stream: Stream): Progress {
  const columns = stream.columns || 80
  const lines = batch.items.map(({ change }) => `  ${change.packageName} ${change.from} → ${change.to}`)
  // A shard's items keep their positions in the whole batch.
  const rows = new Map(batch.items.map(({ index }, row) => [index, row]))
  let drawn = 0
  const draw = () => {
    const up = drawn > 0 ? `\u001b[${drawn}A` : ''
    stream.write(`${up}${lines.map((line) => `\u001b[2K${line}`).join('\n')}\n`)
    drawn = lines.length
  }
  draw()
  return {
    observe(event) {
      const row = rows.get(event.index) as number
      const { change } = batch.items[row] as Batch['items'][number]
      const done = 'result' in event ? event.result : undefined
      const mark = done ? marks[done.status] : '\u001b[2m…\u001b[0m'
      const doing = done ? (done.jiraKey ?? done.error?.code ?? done.status) : words[event.phase as Phase]
      lines[row] = `${mark} ${`${change.packageName} ${change.from} → ${change.to}  ${doing}`.slice(0, columns - 4)}`
      draw()
    },
    end() {},
  }
}

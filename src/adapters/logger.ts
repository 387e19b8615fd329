/** Log lines: IST time, level, sentence, facts; redacted, and harmless for a runner that reads commands from them. */
import { harmless } from '../core/harmless.ts'
import { ist } from '../core/ist.ts'
import type { Clock, Log, LogLevel } from '../core/ports.ts'
import type { Redactor } from '../core/redact.ts'

export interface LoggerOptions {
  readonly level: LogLevel
  readonly format: 'pretty' | 'json'
  readonly clock: Pick<Clock, 'now'>
  readonly redactor: Redactor
  /** Takes one line without its line end. */
  readonly write: (line: string) => void
}

const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

export function createLogger({ level, format, clock, redactor, write }: LoggerOptions): Log {
  return {
    write(at, message, facts = {}) {
      if (order.indexOf(at) < order.indexOf(level)) return
      const time = ist(clock.now())
      const line =
        format === 'json'
          ? JSON.stringify({ time, level: at, message, ...facts })
          : `${time} ${at.padEnd(5)} ${message}${pairs(facts)}`
      write(harmless(redactor.redact(line)))
    },
  }
}

function pairs(facts: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(facts).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `${name}=${/[\s"=]/.test(text ?? '') ? JSON.stringify(text) : text}`
  })
  return texts.length > 0 ? `  ${texts.join(' ')}` : ''
}

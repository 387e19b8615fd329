/** The journal's writes as they go over the wire to Redis: EVALSHA (or EVAL) of one of its scripts. */
import { createHash } from 'node:crypto'
import { journalScripts } from '../../src/adapters/redis/journal-scripts.ts'
import type { Write } from './preload.ts'

type Script = keyof typeof journalScripts

const kinds: Partial<Record<Script, Write['kind']>> = { intend: 'intent', record: 'result', endBatch: 'end' }

/** Reads a command, or several in a row. Answers the first write of the journal among them. */
export function redisWrites(): (text: string) => Write | undefined {
  const known = new Map<string, Write['kind']>()
  for (const [name, kind] of Object.entries(kinds)) {
    const lua = journalScripts[name as Script]
    known.set(Buffer.from(lua).toString('latin1'), kind).set(createHash('sha1').update(lua).digest('hex'), kind)
  }
  return (text) => {
    for (const [word = '', script = '', keys = '', ...rest] of commands(text)) {
      const kind = /^eval(sha)?$/i.test(word) ? known.get(script) : undefined
      // After the keys: which memory is known, then the step.
      if (kind) return { kind, step: rest[Number(keys) + 1] ?? '' }
    }
    return undefined
  }
}

/** `*2 $4 PING $2 hi` in lines that end with CRLF. Lengths count bytes; `text` has one character for each. */
function* commands(text: string): Generator<string[]> {
  let at = 0
  const number = (mark: string) => {
    if (text[at] !== mark) return undefined
    const end = text.indexOf('\r\n', at)
    const value = Number(text.slice(at + 1, end))
    at = end + 2
    return value
  }
  for (let words = number('*'); words !== undefined; words = number('*')) {
    const command: string[] = []
    for (let length = number('$'); length !== undefined; length = number('$')) {
      command.push(text.slice(at, at + length))
      at += length + 2
      if (command.length === words) break
    }
    yield command
  }
}

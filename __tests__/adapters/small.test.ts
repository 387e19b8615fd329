/** The small adapters: log lines, waits, clock drift, rich text. */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Ajv from 'ajv-draft-04'
import fc from 'fast-check'
import { foldedText, toAdf } from '../../src/adapters/jira/rich-text.ts'
import { createLogger } from '../../src/adapters/logger.ts'
import { waitAskedFor } from '../../src/adapters/retry-after.ts'
import { measureDrift } from '../../src/adapters/sntp.ts'
import { harmless } from '../../src/core/harmless.ts'
import { ist } from '../../src/core/ist.ts'
import { Redactor } from '../../src/core/redact.ts'

describe('log lines', () => {
  const logged = (format: 'pretty' | 'json', message: string, facts?: Record<string, unknown>) => {
    const lines: string[] = []
    const redactor = new Redactor()
    redactor.add('hunter2-hunter2')
    const clock = { now: () => Date.UTC(2026, 10, 23, 9, 34, 5, 678) }
    createLogger({ level: 'info', format, clock, redactor, write: (line) => lines.push(line) }).write(
      'info',
      message,
      facts,
    )
    return lines
  }

  test('carry IST time, level, sentence and facts', () => {
    expect(logged('pretty', 'batch begins', { items: 2, name: 'a b' })).toEqual([
      '2026-11-23T15:04:05.678+05:30 info  batch begins  items=2 name="a b"',
    ])
    expect(JSON.parse(logged('json', 'batch begins', { items: 2 })[0] ?? '')).toEqual({
      time: '2026-11-23T15:04:05.678+05:30',
      level: 'info',
      message: 'batch begins',
      items: 2,
    })
  })

  test('hold no credential, whichever way it is written', () => {
    const basic = Buffer.from('x-access-token:hunter2-hunter2').toString('base64')
    expect(logged('pretty', `a hunter2-hunter2 ${basic} ${encodeURIComponent('hunter2-hunter2')}`)[0]).not.toMatch(
      /hunter2|eC1hY2/,
    )
  })

  test('property: a runner finds no command in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(':', '#', '[', ' ', '\n', '\r', '\t', 'a', '\u2028') }), (text) => {
        const line = harmless(text)
        expect(line).not.toMatch(/[\n\r]/)
        expect(line).not.toMatch(/^\s*::/)
        expect(line).not.toContain('##[')
      }),
    )
  })
})

test('IST is five and a half hours ahead all year', () => {
  expect(ist(0)).toBe('1970-01-01T05:30:00.000+05:30')
  expect(ist(Date.UTC(2026, 6, 1, 20))).toBe('2026-07-02T01:30:00.000+05:30')
})

describe('how long a server asks to be left alone', () => {
  const now = Date.UTC(2026, 10, 23, 12)
  const wait = (headers: Record<string, string>) => waitAskedFor({ get: (name) => headers[name] ?? null }, now)
  test.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['an HTTP date', { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' }, 30_000],
    ['ISO 8601', { 'x-ratelimit-reset': '2026-11-23T12:01:00Z' }, 60_000],
    ['epoch seconds', { 'x-ratelimit-reset': String(now / 1000 + 90) }, 90_000],
    ['retry-after before reset', { 'retry-after': '5', 'x-ratelimit-reset': String(now / 1000 + 90) }, 5_000],
    ['zero, as Data Center sends with every answer', { 'retry-after': '0' }, undefined],
    ['a date that is past', { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, undefined],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_name, headers, expected) => {
    expect(wait(headers as Record<string, string>)).toBe(expected)
  })
})

describe('clock drift', () => {
  /** A time server that is `ahead` milliseconds ahead, or answers with another first byte. */
  async function withServer<T>(ahead: number, first: number, ask: (address: string) => Promise<T>): Promise<T> {
    const socket = createSocket('udp4')
    socket.on('message', (question, peer) => {
      const answer = Buffer.alloc(48)
      answer[0] = first
      answer[1] = 2
      question.copy(answer, 24, 40, 48)
      for (const at of [32, 40]) {
        answer.writeUInt32BE(Math.floor((Date.now() + ahead) / 1000) + 2_208_988_800, at)
        answer.writeUInt32BE(Math.floor((((Date.now() + ahead) % 1000) / 1000) * 2 ** 32), at + 4)
      }
      socket.send(answer, peer.port, peer.address)
    })
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    try {
      return await ask(`127.0.0.1:${socket.address().port}`)
    } finally {
      socket.close()
    }
  }

  test.each([0, 5_000, -90_000])('is measured: %d ms', async (ahead) => {
    const drift = await withServer(ahead, 0b00_100_100, (address) => measureDrift(address, Date.now))
    expect(Math.abs((drift?.driftMs ?? Number.NaN) - ahead)).toBeLessThan(2_000)
  })

  test('an answer that is none, and no answer, are undefined', async () => {
    expect(await withServer(0, 0b00_100_011, (address) => measureDrift(address, Date.now))).toBeUndefined()
    expect(await measureDrift('127.0.0.1:9', Date.now, 200)).toBeUndefined()
  })
})

describe('ADF', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../support/contracts/adf.schema.json'), 'utf8'))
  const validate = new (Ajv as unknown as typeof Ajv.default)({ strict: false, logger: false }).compile(schema)

  test('paragraphs, lines and links', () => {
    expect(toAdf('a\nb\n\nsee https://x.example/y.')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'see ' },
            {
              type: 'text',
              text: 'https://x.example/y',
              marks: [{ type: 'link', attrs: { href: 'https://x.example/y' } }],
            },
            { type: 'text', text: '.' },
          ],
        },
      ],
    })
  })

  test('property: any text is a valid document with the same words', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '\r\n', '*', '[~x]', '{code}', 'https://a.b/c', ')', '.')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const document = toAdf(text)
        expect(validate(document) || JSON.stringify(validate.errors?.slice(0, 2))).toBe(true)
        expect(foldedText(document)).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})

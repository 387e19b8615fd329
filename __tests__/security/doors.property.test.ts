/** The doors under noise: tokens, addresses and HTTP. Requests, branches, paths and NDJSON have theirs beside their criteria. */
import { connect } from 'node:net'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readToken } from '../../src/request/jwt-text.ts'
import { readRepositoryUrl, readSiteUrl } from '../../src/request/rules.ts'
import { startServer } from '../support/serve.ts'
import { good, judge } from './token-world.ts'

test('JWT text: any text is read or refused with a reason, and only what an encoder writes is read', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.json({ maxDepth: 2 }).map((text) => Buffer.from(text).toString('base64url')),
    fc.constantFrom('', '=', 'e30', 'eyJhbGciOiJIUzI1NiJ9', '....'),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const token = parts.join('.')
      const read = readToken(token)
      if (typeof read === 'string') return
      const [head = '', body = ''] = token.split('.')
      expect(Buffer.from(head, 'base64url').toString('base64url')).toBe(head)
      expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual(read.claims)
    }),
    { numRuns: 2000 },
  )
})

test('a good token with any one character changed, left out or put in is refused', async () => {
  const token = good()
  const char = fc.constantFrom(...'ABZaz059-_.=+/ \n"{')
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), char, fc.nat(2), async (at, other, how) => {
      const changed = token.slice(0, at) + (how === 1 ? '' : other) + token.slice(how === 2 ? at : at + 1)
      fc.pre(changed !== token)
      expect((await judge(changed)).outcome).toBe('token-refused')
    }),
    { numRuns: 500 },
  )
})

test('addresses: what is let through is https, names no user, and means one host to every reader', () => {
  const piece = fc.constantFrom(
    ...[
      'https://',
      'HTTPS://',
      'http://',
      'https:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '#',
      '?',
      '.',
      '..',
      '%2e',
      '%00',
      ' ',
      '\t',
    ],
    ...[
      'github.com',
      'evil.example',
      '127.0.0.1',
      '[::1]',
      '0x7f.1',
      'localhost',
      'o',
      'n',
      'a.git',
      '-x',
      'é',
      '。',
      '\u200b',
    ],
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 9 }).map((pieces) => `https://${pieces.join('')}`),
      (text) => {
        const repository = readRepositoryUrl(text, false)
        const site = readSiteUrl(text, false)
        for (const url of [repository?.url, site]) {
          if (url === undefined) continue
          const read = new URL(url)
          expect([read.protocol, read.username, read.password, read.search, read.hash]).toEqual([
            'https:',
            '',
            '',
            '',
            '',
          ])
          expect(read.host).toBe(new URL(text).host)
          expect(url).toMatch(/^https:\/\/[^\s\\@#?]+$/)
        }
        if (repository) expect(readRepositoryUrl(repository.url, false)).toEqual(repository)
        if (site !== undefined) expect(readSiteUrl(site, false)).toBe(site)
      },
    ),
    { numRuns: 5000 },
  )
})

test('HTTP: whatever bytes come, the answer is a refusal or none, and the server goes on', async () => {
  const server = await startServer()
  const send = (bytes: Uint8Array) =>
    new Promise<string>((resolve) => {
      let answer = ''
      const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes))
      socket.setTimeout(5_000, () => socket.destroy())
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1')
      })
      socket.on('error', () => {})
      socket.on('close', () => resolve(answer))
    })
  const line = fc.constantFrom(
    ...[
      'POST /internal/create-issues-and-prs HTTP/1.1',
      'GET /internal/batches HTTP/1.1',
      'GET /internal/batches/x HTTP/1.0',
    ],
    ...[
      'Host: x',
      'Authorization: Bearer x',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      'Content-Type: application/jose',
    ],
    ...[
      'Expect: 100-continue',
      'Upgrade: h2c',
      'Connection: upgrade',
      '',
      '{"items":[]}',
      '0',
      ' folded',
      ': no name',
      '\u0000',
    ],
  )
  const bytes = fc.oneof(
    fc.array(line, { maxLength: 9 }).map((lines) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')),
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  )
  try {
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        const statuses = [...(await send(sent)).matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
        expect(statuses.filter((status) => status !== 100 && (status < 400 || status >= 500))).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect((await server.fetch('/health')).status).toBe(200)
  } finally {
    await server.stop()
  }
})

/** What hostile and broken clients may not do (criteria 25 and 26), against the real bundle over real sockets. */
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import { sendRaw, statuses } from './support/raw-socket.ts'

const route = '/internal/create-issues-and-prs'
let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server.stop())

const raw = (text: string, patience?: number) => sendRaw(server.port, text, patience)
const host = () => `Host: 127.0.0.1:${server.port}`

describe('25: a request that two parsers could read in two ways is refused', () => {
  const head = (...lines: string[]) => [`POST ${route} HTTP/1.1`, ...lines].join('\r\n')
  const smuggled = 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n'
  const probes: [string, () => string][] = [
    [
      'CL and TE',
      () => `${head(host(), 'Content-Length: 6', 'Transfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    [
      'TE and CL',
      () => `${head(host(), 'Transfer-Encoding: chunked', 'Content-Length: 4')}\r\n\r\n5c\r\n${smuggled}\r\n0\r\n\r\n`,
    ],
    ['two Content-Length', () => `${head(host(), 'Content-Length: 0', 'Content-Length: 44')}\r\n\r\n${smuggled}`],
    ['two equal Content-Length', () => `${head(host(), 'Content-Length: 2', 'Content-Length: 2')}\r\n\r\n{}`],
    ['a list in Content-Length', () => `${head(host(), 'Content-Length: 2, 44')}\r\n\r\n{}`],
    ['a signed Content-Length', () => `${head(host(), 'Content-Length: +2')}\r\n\r\n{}`],
    ['a negative Content-Length', () => `${head(host(), 'Content-Length: -1')}\r\n\r\n{}`],
    ['a hexadecimal Content-Length', () => `${head(host(), 'Content-Length: 0x2')}\r\n\r\n{}`],
    [
      'TE that is not chunked at last',
      () => `${head(host(), 'Transfer-Encoding: chunked, identity')}\r\n\r\n0\r\n\r\n`,
    ],
    ['TE with a vertical tab', () => `${head(host(), 'Transfer-Encoding: \u000bchunked')}\r\n\r\n0\r\n\r\n${smuggled}`],
    ['TE before its colon', () => `${head(host(), 'Transfer-Encoding : chunked')}\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a folded header', () => `${head(host(), 'X-A: b', ' Transfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n`],
    ['a bare LF in the head', () => `POST ${route} HTTP/1.1\n${host()}\nContent-Length: 0\n\n`],
    ['a bare CR in a header', () => `${head(host(), 'X-A: b\rTransfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n`],
    ['a NUL in a header', () => `${head(host(), 'X-A: b\u0000c')}\r\n\r\n`],
    ['two Host', () => `GET /health HTTP/1.1\r\n${host()}\r\nHost: evil.example\r\n\r\n`],
    ['no Host', () => 'GET /health HTTP/1.1\r\n\r\n'],
    [
      'two Authorization',
      () => `GET /internal/batches HTTP/1.1\r\n${host()}\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n`,
    ],
    ['a chunk size with an extension of LF', () => `${head(host(), 'Transfer-Encoding: chunked')}\r\n\r\n0\n\r\n`],
    [
      'a chunk size that overflows',
      () => `${head(host(), 'Authorization: Bearer x', 'Transfer-Encoding: chunked')}\r\n\r\nffffffffffffffff0\r\n`,
    ],
    ['an address with a host', () => `GET http://evil.example/health HTTP/1.1\r\n${host()}\r\n\r\n`],
    ['CONNECT', () => `CONNECT example.com:443 HTTP/1.1\r\n${host()}\r\n\r\n`],
    ['TRACE', () => `TRACE /health HTTP/1.1\r\n${host()}\r\n\r\n`],
    ['HTTP/2 without an upgrade', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['another protocol', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'],
  ]

  test.each(probes)('%s', async (_name, probe) => {
    const answer = await raw(probe())
    const [first, ...more] = statuses(answer)
    expect([400, 405]).toContain(first)
    expect(more).toEqual([])
    expect(answer).not.toContain('process_cpu')
  })
})

describe('26: limits', () => {
  test('a body of the limit is read, one byte more is 413, announced or not', async () => {
    const limit = 5 * 1024 * 1024
    const post = async (body: string | ReadableStream, size?: number) =>
      server.fetch(route, { method: 'POST', body, ...(size === undefined ? { duplex: 'half' } : {}) } as RequestInit)
    const text = `{"items":"${'a'.repeat(limit - 12)}"}`
    expect(text.length).toBe(limit)
    expect((await post(text, limit)).status).toBe(400)
    const announced = await raw(
      `POST ${route} HTTP/1.1\r\n${host()}\r\nAuthorization: Bearer ${await tokenFor()}\r\nContent-Length: ${limit + 1}\r\n\r\n`,
    )
    expect(statuses(announced)).toEqual([413])
    const chunked = new Blob([`${text} `]).stream()
    expect((await post(chunked)).status).toBe(413)
  })

  test('a head over 16 KiB is 431', async () => {
    const answer = await raw(`GET /health HTTP/1.1\r\n${host()}\r\nX-Long: ${'a'.repeat(17 * 1024)}\r\n\r\n`)
    expect(statuses(answer)).toEqual([431])
    expect(answer).toContain('application/problem+json')
  })

  test('a body that nobody may send is not read: 401 before a byte of it came', async () => {
    const answer = await raw(`POST ${route} HTTP/1.1\r\n${host()}\r\nContent-Length: 5000000\r\n\r\n`)
    expect(statuses(answer)).toEqual([401])
  })

  test('errors are problem details and repeat nothing of what was sent', async () => {
    const canary = 'canary-value-in-the-request'
    const bodies = [
      `{"items":[{"package_name":5,"current_version":"${canary}","safe_version":["${canary}"]}],"github_pat":["${canary}"]}`,
      `{"${canary}":`,
      `"${canary}"`,
      `[${'['.repeat(100_000)}`,
    ]
    for (const body of bodies) {
      const answer = await server.fetch(route, { method: 'POST', body })
      const text = await answer.text()
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
      expect(text).not.toContain(canary)
      const problem = JSON.parse(text) as Record<string, unknown>
      for (const member of ['type', 'title', 'status', 'detail', 'code', 'hint', 'error'])
        expect(problem[member]).toBeDefined()
    }
    const unknown = await server.fetch(`/${canary}?${canary}`, { headers: { 'x-canary': canary } })
    expect([unknown.status, (await unknown.text()).includes(canary)]).toEqual([404, false])
    expect(server.log()).not.toContain(canary)
  })

  test('a line that a runner would obey never stands in the log', async () => {
    await raw(`GET /x%0a::add-mask::x HTTP/1.1\r\n${host()}\r\nUser-Agent: ##[error]\r\n\r\n`, 500)
    expect(server.log()).not.toMatch(/^\s*::|##\[/m)
  })

  test('one who sends a head byte by byte is cut within 12 s; 200 of them leave a good client its speed', async () => {
    const quiet = await startServer()
    const crowd = await Promise.all(Array.from({ length: 200 }, slow))
    const began = performance.now()
    const drip = setInterval(() => {
      for (const { socket } of crowd) if (!socket.destroyed) socket.write('a')
    }, 1_000)
    try {
      // Turn about with a server that has no crowd: what else this machine does meets both. A calm round of three is enough.
      const rounds: boolean[] = []
      while (rounds.length < 3 && !rounds.includes(true)) {
        const [alone, beside] = await sideBySide(quiet.url, server.url, 100)
        rounds.push(beside < Math.max(2 * alone, alone + 15))
      }
      expect(rounds).toContain(true)
      await Promise.all(crowd.map(({ closed }) => closed))
      expect(performance.now() - began).toBeLessThan(12_000)
    } finally {
      clearInterval(drip)
      await quiet.stop()
    }
  }, 60_000)
})

interface Slow {
  readonly socket: Socket
  readonly closed: Promise<void>
}

/** A client that never comes to the end of its head. */
function slow(): Promise<Slow> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write('GET /health HTTP/1.1\r\nX-Slow: ')
      resolve({ socket, closed })
    })
    socket.resume()
    socket.on('error', reject)
    const closed = new Promise<void>((done) => socket.on('close', () => done()))
  })
}

/** The 99th percentiles of that many requests to each of two servers, one after the other, in milliseconds. */
async function sideBySide(one: string, other: string, count: number): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let index = 0; index < 2 * count; index++) {
    const side = (index % 2) as 0 | 1
    const began = performance.now()
    const answer = await fetch(`${side === 0 ? one : other}/health`)
    await answer.arrayBuffer()
    expect(answer.status).toBe(200)
    times[side].push(performance.now() - began)
  }
  const p99 = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(count * 0.99)] as number
  return [p99(times[0]), p99(times[1])]
}

/** What is decided by a request's head alone, or by its kind of body, against the real bundle over real sockets. */
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import { bodyOf, sendRaw, statuses } from './support/raw-socket.ts'

const route = '/internal/create-issues-and-prs'
let server: RunningServer
let token: string

beforeAll(async () => {
  server = await startServer()
  token = await tokenFor()
})

afterAll(async () => {
  expect(server.log()).not.toMatch(/inside create-issues-and-prs|Unhandled/)
  await server.stop()
})

const host = () => `Host: 127.0.0.1:${server.port}`
const send = (line: string, headers: readonly string[] = [host()], body = '') =>
  sendRaw(server.port, `${line}\r\n${headers.join('\r\n')}${headers.length > 0 ? '\r\n' : ''}\r\n${body}`)
const post = (headers: readonly string[], body = '') =>
  send(`POST ${route} HTTP/1.1`, [host(), `Authorization: Bearer ${token}`, ...headers], body)

test.each([
  ...['/%68ealth', '/./health', '/x/../health', '//health', '/health/.', '/internal/batches/%2e%2e', '/a\\b', '/a#b'],
  ...['/assets/..%2findex.js', '/internal/batches/a%2fb', '/health;x', '/health%00', '*', 'health', 'http://x/health'],
])('a path that is not in its plain form could pass a proxy: %s is 400', async (path) => {
  const answer = await send(`GET ${path} HTTP/1.1`)
  expect(statuses(answer)).toEqual([400])
  expect(bodyOf(answer)).toMatchObject({ code: 'http-invalid', status: 400 })
})

test.each(['a b', 'a@b', 'a/b', '', 'a:99999999', '[::1', 'a,b', 'a%41'])('the host %j is 400', async (name) => {
  const answer = await send('GET /health HTTP/1.1', [`Host: ${name}`])
  expect(statuses(answer)).toEqual([400])
  expect(bodyOf(answer)).toMatchObject({ code: 'http-invalid' })
})

test.each(['example.com', 'example.com:8081', '[::1]:8081', '127.0.0.1', 'my_host'])(
  'the host %j is fine',
  async (name) => {
    expect(statuses(await send('GET /health HTTP/1.1', [`Host: ${name}`, 'Connection: close']))).toEqual([200])
  },
)

test('a health check in HTTP/1.0 needs no host', async () => {
  expect(statuses(await send('GET /health HTTP/1.0', []))).toEqual([200])
})

test.each([
  ['a body on GET', 'GET /health HTTP/1.1', ['Content-Length: 5']],
  ['a chunked body on HEAD', 'HEAD /health HTTP/1.1', ['Transfer-Encoding: chunked']],
  ['a coding besides chunked', `POST ${route} HTTP/1.1`, ['Transfer-Encoding: gzip, chunked']],
  ['chunks in HTTP/1.0', `POST ${route} HTTP/1.0`, ['Transfer-Encoding: chunked']],
  ['two Idempotency-Key', `POST ${route} HTTP/1.1`, ['Idempotency-Key: a', 'Idempotency-Key: b']],
  ['two Content-Type', `POST ${route} HTTP/1.1`, ['Content-Type: application/json', 'Content-Type: text/html']],
])('%s is 400, and the connection is over', async (_name, line, headers) => {
  const answer = await send(line, [host(), ...headers], 'hello')
  expect(statuses(answer)).toEqual([400])
  expect(answer).toMatch(/connection: close/i)
})

test('other methods are 405 with Allow, everywhere', async () => {
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) {
    for (const path of ['/health', route, '/internal/batches', '/']) {
      const answer = await send(`${method} ${path} HTTP/1.1`, [host(), 'Connection: close'])
      expect([method, path, statuses(answer)]).toEqual([method, path, [405]])
      expect(answer).toMatch(/^allow: /im)
    }
  }
})

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/health', '/ready', '/', '/docs', '/openapi.json']) {
    const answer = await send(`HEAD ${path} HTTP/1.1`, [host(), 'Connection: close'])
    expect([statuses(answer), answer.split('\r\n\r\n')[1]]).toEqual([[200], ''])
  }
})

test('a slash at the end of an address is no other address, as it was in the Python service', async () => {
  expect((await server.fetch('/health/')).status).toBe(200)
  const answer = await server.fetch(`${route}/`, { method: 'POST', body: '{}' })
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request-invalid'])
  const log = server.log().split('\n')
  expect(log.some((line) => line.includes(`method=POST route=${route} status=400`))).toBe(true)
})

describe('a body is asked for only when it may be sent', () => {
  const announced = (...headers: string[]) => send(`POST ${route} HTTP/1.1`, [host(), ...headers])

  test('no token: 401, and no 100 before it', async () => {
    expect(statuses(await announced('Expect: 100-continue', 'Content-Length: 9'))).toEqual([401])
  })

  test('a token that does not hold: 401 before a byte of the body came', async () => {
    expect(statuses(await announced('Authorization: Bearer x', 'Content-Length: 5000000'))).toEqual([401])
    const forged = await tokenFor({}, 'another secret that is long enough for HS256')
    expect(statuses(await announced(`Authorization: Bearer ${forged}`, 'Content-Length: 5000000'))).toEqual([401])
  })

  test('a body that is too long: 413, and no 100 before it', async () => {
    expect(statuses(await post(['Expect: 100-continue', 'Content-Length: 9999999']))).toEqual([413])
  })

  test('one that may be sent: 100, then the answer', async () => {
    const answer = await post(['Expect: 100-continue', 'Content-Length: 2', 'Connection: close'], '{}')
    expect(statuses(answer)).toEqual([100, 400])
  })

  test('another expectation: 417', async () => {
    const answer = await post(['Expect: 200-maybe', 'Content-Length: 2'], '{}')
    expect([statuses(answer), bodyOf(answer)]).toMatchObject([[417], { status: 417 }])
  })
})

describe('kinds of body', () => {
  const kind = (...headers: string[]) => post([...headers, 'Content-Length: 2', 'Connection: close'], '{}')

  test.each([
    ...['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"', 'application/jose'],
    ...['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'application/vnd.a+json', ''],
  ])('%j is read', async (type) => {
    expect(bodyOf(await kind(`Content-Type: ${type}`))).toMatchObject({ code: 'request-invalid' })
  })

  test.each([
    ...['Content-Type: multipart/form-data; boundary=x', 'Content-Type: application/xml', 'Content-Type: text/html'],
    ...['Content-Type: application/json; charset=utf-16', 'Content-Encoding: gzip', 'Content-Encoding: br, identity'],
  ])('%s is 415', async (header) => {
    const answer = await kind(header)
    expect([statuses(answer), bodyOf(answer)]).toMatchObject([[415], { code: 'request-unsupported' }])
    expect(answer).toMatch(/accept-post: application\/json, application\/jose/)
  })

  test('compressed bytes that do not say so are no JSON', async () => {
    const answer = await server.fetch(route, { method: 'POST', body: gzipSync('{}') })
    expect(answer.status).toBe(400)
  })
})

test('a caller that leaves in the middle of its body leaves nothing behind', async () => {
  for (const size of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`POST ${route} HTTP/1.1\r\n${host()}\r\nAuthorization: Bearer ${token}\r\n${size}\r\n\r\n`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    socket.resetAndDestroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(server.log()).not.toContain('inside create-issues-and-prs')
  expect((await server.fetch('/health')).status).toBe(200)
})

test('requests on one connection are answered in order, and what follows a broken one is not read', async () => {
  const get = (path: string) => `GET ${path} HTTP/1.1\r\n${host()}\r\n\r\n`
  expect(statuses(await sendRaw(server.port, `${get('/health')}${get('/nowhere')}${get('/ready')}`, 500))).toEqual([
    200, 404, 200,
  ])
  const broken = await sendRaw(server.port, `${get('/nowhere')}BROKEN\r\n\r\n${get('/metrics')}`, 500)
  expect(broken).not.toContain('process_cpu')
  expect(statuses(broken).slice(0, 1)).toEqual([404])
})

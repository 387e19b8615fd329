/** Connections that stand still: the listener with shorter times, over real sockets. */
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { createListener } from '../../src/faces/http/listener.ts'

const times = { head: 1_000, request: 2_000, idle: 1_000, stalled: 500 }
let server: Server

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function listen(fetch: Parameters<typeof createListener>[0]): Promise<number> {
  server = createListener(fetch, times)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const request = (method: string, more = '') => `${method} / HTTP/1.1\r\nHost: a\r\n${more}\r\n`
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A client that reads nothing. */
function openSilent(port: number, text: string) {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  socket.on('error', () => {})
  return socket.pause()
}

/** A client that reads all; `closed` resolves with it. */
function openReading(port: number, text: string) {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  let answer = ''
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    answer += chunk.toString()
  })
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(answer)))
  return { socket, closed, text: () => answer }
}

const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))

test('one who does not read an answer is cut off, however long the answer is', async () => {
  const port = await listen(() => new Response(new Uint8Array(64 * 1024 * 1024)))
  const socket = openSilent(port, request('GET'))
  for (let round = 0; round < 100 && (await connections()) === 0; round++) await pause(20)
  expect(await connections()).toBe(1)
  for (let round = 0; round < 200 && (await connections()) > 0; round++) await pause(50)
  expect(await connections()).toBe(0)
  socket.destroy()
})

test('one who does not read a stream is cut off, and the stream is told', async () => {
  let cancelled = false
  const chunk = new Uint8Array(256 * 1024)
  const stream = () =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(chunk),
      cancel: () => {
        cancelled = true
      },
    })
  const port = await listen(() => new Response(stream()))
  const socket = openSilent(port, request('GET'))
  for (let round = 0; round < 200 && !cancelled; round++) await pause(50)
  expect(cancelled).toBe(true)
  socket.destroy()
})

test('one who waits for a batch waits as long as it takes', async () => {
  const port = await listen(async () => {
    await pause(4 * times.stalled)
    return new Response('done')
  })
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })
  expect(await answer.text()).toBe('done')
})

test('a body that does not come is 408', async () => {
  const port = await listen(async (incoming) => new Response(await incoming.text()))
  const answer = await openReading(port, request('POST', 'Content-Length: 9\r\n')).closed
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('http-too-slow')
})

test('nothing is written into an answer that is on its way', async () => {
  const endless = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'))
      },
    })
  const port = await listen(() => new Response(endless(), { headers: { 'content-type': 'text/event-stream' } }))
  const { socket, closed, text } = openReading(port, request('GET'))
  for (let round = 0; round < 100 && !text().includes('data: 1'); round++) await pause(20)
  socket.write('BROKEN\r\n\r\n')
  expect((await closed).match(/HTTP\/1\.1/g)).toHaveLength(1)
})

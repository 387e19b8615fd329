/** The list of batches as a stream: the real bundle over real sockets. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WireBatchSummary } from '../../src/faces/http/wire.ts'
import { openScene, requestFor, secret, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

let world: World
let server: RunningServer
const open: AbortController[] = []

beforeAll(async () => {
  world = await openScene()
  server = await startServer()
})

afterAll(async () => {
  for (const one of open) one.abort()
  await server.stop()
  await world.stop()
})

interface Told {
  readonly id: string
  readonly event: string
  readonly data: { readonly batches?: readonly WireBatchSummary[] } & Partial<WireBatchSummary>
}

async function* follow(since?: string, token?: string): AsyncGenerator<Told> {
  const leave = new AbortController()
  open.push(leave)
  const answer = await server.fetch('/internal/events', {
    headers: since === undefined ? {} : { 'last-event-id': since },
    signal: leave.signal,
    ...(token === undefined ? {} : { token }),
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += new TextDecoder().decode(chunk)
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const part = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text.slice(0, end))?.[1] ?? ''
      if (part('event')) yield { id: part('id'), event: part('event'), data: JSON.parse(part('data')) }
      text = text.slice(end + 2)
    }
  }
}

let sent = 0
async function send(): Promise<string> {
  const body = JSON.stringify(requestFor(world, [{ pull: { title: `feed ${sent++}` } }], { dry_run: true }))
  const headers = { prefer: 'respond-async' }
  const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body, headers })
  return ((await answer.json()) as { batch_id: string }).batch_id
}

async function untilCompleted(feed: AsyncGenerator<Told>, id: string): Promise<Told[]> {
  const seen: Told[] = []
  for await (const told of { [Symbol.asyncIterator]: () => ({ next: () => feed.next() }) }) {
    seen.push(told)
    if (told.data.batch_id === id && told.data.status === 'completed') return seen
  }
  throw new Error('the stream ended')
}

test('all of the list first, then each batch as it changes; who comes back gets what was missed, and no more', async () => {
  const first = follow()
  const { value: whole } = await first.next()
  expect([whole?.event, whole?.data.batches]).toEqual(['batches', []])
  const one = await send()
  const seen = await untilCompleted(first, one)
  expect(seen.every(({ event, data }) => event === 'batch' && data.batch_id === one)).toBe(true)
  expect(seen.at(-1)?.data).toMatchObject({ items: 1, done: 1, failed_count: 0, dry_run: true, packages: ['lodash'] })
  const two = await send()
  const missed = await untilCompleted(first, two)
  const back = await untilCompleted(follow(seen.at(-1)?.id), two)
  expect(back).toEqual(missed)
  const unknown = (await follow('another-7').next()).value as Told
  expect(unknown.event).toBe('batches')
  expect(unknown.data.batches?.map(({ batch_id }) => batch_id)).toEqual([two, one])
})

test('it ends with the token, and is for nobody without one', async () => {
  // Just over, and within what clocks may differ.
  const token = await tokenFor({}, secret, '-57s')
  const seen: string[] = []
  for await (const { event } of follow(undefined, token)) seen.push(event)
  expect(seen).toEqual(['batches'])
  expect((await server.fetch('/internal/events', { token: null })).status).toBe(401)
})

test('HEAD opens no stream', async () => {
  const answer = await server.fetch('/internal/events', { method: 'HEAD' })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

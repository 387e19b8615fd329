/** What a token is good for over HTTP: once, for one request, beside or inside a sealed one. The rules themselves: ../security. */
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { WireResponse } from '../../src/batch/response.ts'
import { sha256 } from '../../src/core/digest.ts'
import type { WireBatch } from '../../src/faces/http/wire.ts'
import { requestDigest } from '../../src/request/accept.ts'
import { seal } from '../../src/request/sealed.ts'
import { removeFolder, temporaryFolder } from '../support/runner/process.ts'
import { openScene, requestFor, secret, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const route = '/internal/create-issues-and-prs'
let world: World
let server: RunningServer
let folder: string
let made = 0

beforeAll(async () => {
  world = await openScene()
})
afterEach(async () => {
  await server.stop()
  removeFolder(folder)
})
afterAll(() => world.stop())

async function start(env: Readonly<Record<string, string>> = {}) {
  folder = temporaryFolder('tokens')
  server = await startServer({ folder, env })
}

/** A dry run of its own. */
const dryRun = () => JSON.stringify(requestFor(world, [{ pull: { title: `run ${made++}` } }], { dry_run: true }))
const post = (body: string, token: string | null, headers: Readonly<Record<string, string>> = {}) =>
  server.fetch(route, { method: 'POST', body, token, headers: { ...headers } })

describe('JWT_REPLAY_GUARD', () => {
  test('a token sends one request, whatever it is, and reads as often as it likes; a restart does not forget it', async () => {
    await start({ JWT_REPLAY_GUARD: 'true' })
    const token = await tokenFor({ jti: 'one' })
    const body = dryRun()
    expect((await post(body, token, { prefer: 'respond-async' })).status).toBe(202)
    const again = await post(body, token)
    const nonsense = await post(body, 'nonsense')
    expect([again.status, await again.text()]).toEqual([401, await nonsense.text()])
    expect((await post(dryRun(), token)).status).toBe(401)
    for (let round = 0; round < 3; round++) {
      expect((await server.fetch('/internal/batches', { token })).status).toBe(200)
    }
    await server.stop('SIGKILL')
    server = await startServer({ folder, env: { JWT_REPLAY_GUARD: 'true' } })
    expect((await post(body, token)).status).toBe(401)
    expect(server.log()).toContain('its jti was used before')
    expect((await post(body, await tokenFor({ jti: 'two' }))).status).toBe(200)
  })

  test('without a jti or an end it is for none; a token that is refused for something else is not used up', async () => {
    await start({ JWT_REPLAY_GUARD: 'true', JWT_REQUIRE_EXP: 'false' })
    expect((await post(dryRun(), await tokenFor())).status).toBe(401)
    expect(server.log()).toContain('it has no jti')
    const body = dryRun()
    const token = await tokenFor({ jti: 'bound', request_sha256: sha256(body) })
    expect((await post(dryRun(), token)).status).toBe(401)
    expect((await post(body, token)).status).toBe(200)
    expect((await post(body, token)).status).toBe(401)
  })

  test('of many requests at once with one token, one is taken', async () => {
    await start({ JWT_REPLAY_GUARD: 'true' })
    const token = await tokenFor({ jti: 'many' })
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => post(dryRun(), token, { prefer: 'respond-async' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 23 }, () => 401)])
  })
})

test('REQUIRE_REQUEST_DIGEST: a token is for the exact bytes of one body, and for reading', async () => {
  await start({ REQUIRE_REQUEST_DIGEST: 'true' })
  const body = dryRun()
  const token = await tokenFor({ request_sha256: sha256(body) })
  expect((await post(body, await tokenFor())).status).toBe(401)
  expect((await post(`${body} `, token)).status).toBe(401)
  expect((await post(body.replace('"dry_run":true', '"dry_run":false'), token)).status).toBe(401)
  expect((await post(body, token)).status).toBe(200)
  expect((await server.fetch('/internal/batches')).status).toBe(200)
})

describe('sealed requests', () => {
  const value = () => JSON.parse(dryRun()) as Record<string, unknown>
  const jose = { 'content-type': 'application/jose' }

  test('the token inside is bound to the request, and one beside it has to hold as well', async () => {
    await start()
    const request = value()
    const jwt = await tokenFor({ request_sha256: requestDigest({ value: request }) })
    const sealed = await seal({ jwt, request }, { secret })
    expect((await post(sealed, null, jose)).status).toBe(200)
    expect((await post(sealed, await tokenFor(), jose)).status).toBe(200)
    expect((await post(sealed, 'nonsense', jose)).status).toBe(401)
    expect((await post(await seal({ jwt, request: value() }, { secret }), null, jose)).status).toBe(401)
  })

  test('without a token inside, the one beside it counts, and is bound to the bytes that are sent', async () => {
    await start({ REQUIRE_REQUEST_DIGEST: 'true' })
    const sealed = await seal({ request: value() }, { secret })
    expect((await post(sealed, null, jose)).status).toBe(401)
    expect((await post(sealed, await tokenFor(), jose)).status).toBe(401)
    const answer = await post(sealed, await tokenFor({ request_sha256: sha256(sealed) }), jose)
    expect([answer.status, ((await answer.json()) as WireResponse).results[0]?.status]).toEqual([200, 'planned'])
  })

  test('to a public key: taken in, killed, and gone on with after a restart', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519')
    const env = { SEAL_PRIVATE_KEY: String(privateKey.export({ format: 'pem', type: 'pkcs8' })) }
    await start(env)
    world.latency = 150
    const request = requestFor(world, [{ pull: { branch_name: 'fix/sealed', title: 'sealed' } }])
    const sealed = await seal({ jwt: await tokenFor(), request }, { publicKey })
    const taken = await post(sealed, null, { ...jose, prefer: 'respond-async' })
    const { location } = (await taken.json()) as { location: string }
    expect(taken.status).toBe(202)
    await server.stop('SIGKILL')
    world.latency = 0
    server = await startServer({ folder, env })
    let batch: WireBatch
    do batch = (await (await server.fetch(location)).json()) as WireBatch
    while (batch.status === 'running' || batch.status === 'waiting')
    expect(batch.response?.results[0]).toMatchObject({ error: null, fix_branch: 'fix/sealed' })
  })

  test("a crowd of unknown senders who never come to an end is in nobody's way", async () => {
    await start()
    const never = () => new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([101])) })
    const crowd = new AbortController()
    const stuck = Array.from({ length: 50 }, () =>
      fetch(`${server.url}${route}`, {
        ...{ method: 'POST', body: never(), headers: jose, signal: crowd.signal, duplex: 'half' },
      } as RequestInit).catch(() => undefined),
    )
    const request = value()
    expect((await post(await seal({ jwt: await tokenFor(), request }, { secret }), null, jose)).status).toBe(200)
    crowd.abort()
    await Promise.all(stuck)
  })
})

/** Sealed requests: what a dispatch stores and shows holds no credential, and only what was sealed for us is opened. */
import { createCipheriv, createHmac, createSecretKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CompactEncrypt, compactDecrypt, decodeJwt, jwtVerify } from 'jose'
import { requestDigest } from '../../src/request/accept.ts'
import { isSealed, openSealed, readSealPrivateKey, readSealPublicKey, seal } from '../../src/request/sealed.ts'
import { findLeaks } from '../support/runner/secret-forms.ts'
import { assertMasksFirst, assertNoSecret, leaksOf, runAction, runCommand } from '../support/runner.ts'
import { githubToken, jiraToken, openScene, requestFor, secret, secrets, tokenFor } from '../support/scene.ts'
import { startServer } from '../support/serve.ts'
import { runWorkflow } from '../support/workflow.ts'
import type { World } from '../support/world.ts'

const pem = (key: KeyObject) => String(key.export({ format: 'pem', type: key.type === 'public' ? 'spki' : 'pkcs8' }))
const x25519 = generateKeyPairSync('x25519')
const content = { jwt: 'a.b.c', request: { items: [{ package_name: 'lodash' }], github_pat: githubToken } }
/** The derivation, written down a second time: another program must be able to seal. */
const derived = (key = secret) =>
  new Uint8Array(hkdfSync('sha256', key, '', 'create-issues-and-prs sealed request v1', 32))

describe('the format', () => {
  test('is a compact JWE, dir with A256GCM, under a key derived with HKDF-SHA256 and a fixed label', async () => {
    const text = await seal(content, { secret })
    expect(isSealed(text)).toBe(true)
    const { plaintext, protectedHeader } = await compactDecrypt(text, derived())
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' })
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(content)
    expect(await openSealed(`\n${text}\n`, { secret })).toEqual(content)
    // The secret itself is not the key, and no two are alike.
    await expect(compactDecrypt(text, createSecretKey(Buffer.from(secret).subarray(0, 32)))).rejects.toThrow()
    expect(await seal(content, { secret })).not.toBe(text)
  })

  test.each(['P-256', 'P-384', 'P-521', 'X25519'])('or ECDH-ES to a public key on %s', async (curve) => {
    const pair = curve === 'X25519' ? x25519 : generateKeyPairSync('ec', { namedCurve: curve })
    const forms = [pem(pair.publicKey), JSON.stringify(pair.publicKey.export({ format: 'jwk' }))]
    for (const form of forms) {
      const text = await seal(content, { publicKey: readSealPublicKey(form) })
      const privateKey = readSealPrivateKey(pem(pair.privateKey))
      expect(await openSealed(text, { privateKey, secret })).toEqual(content)
      expect(await openSealed(text, { secret })).toMatch(/no SEAL_PRIVATE_KEY/)
      const other = generateKeyPairSync('x25519').privateKey
      expect(await openSealed(text, { privateKey: other })).toBe('it cannot be decrypted with this key')
    }
  })

  test('keys of another kind are refused', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const signing = generateKeyPairSync('ed25519')
    const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' })
    for (const { publicKey, privateKey } of [rsa, signing, koblitz]) {
      expect(() => readSealPublicKey(pem(publicKey))).toThrow(/no EC/)
      expect(() => readSealPrivateKey(pem(privateKey))).toThrow(/SEAL_PRIVATE_KEY is no EC/)
    }
    expect(() => readSealPrivateKey(pem(x25519.publicKey))).toThrow()
    expect(() => readSealPublicKey('nonsense')).toThrow()
    expect(readSealPrivateKey(undefined)).toBeUndefined()
  })
})

describe('what is refused', () => {
  const encrypted = (header: Record<string, unknown>, text = JSON.stringify(content), key: Uint8Array = derived()) =>
    new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header as never).encrypt(key)
  const plain = { alg: 'dir', enc: 'A256GCM' }

  /** A JWE of exactly this header text, encrypted with the right key. */
  function handMade(header: string): string {
    const head = Buffer.from(header).toString('base64url')
    const cipher = createCipheriv('aes-256-gcm', derived(), Buffer.alloc(12)).setAAD(Buffer.from(head))
    const body = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
    return [
      head,
      '',
      Buffer.alloc(12).toString('base64url'),
      body.toString('base64url'),
      cipher.getAuthTag().toString('base64url'),
    ].join('.')
  }

  test('other algorithms, encodings, and headers that ask for more', async () => {
    expect(await openSealed(handMade('{"alg":"dir","enc":"A256GCM"}'), { secret })).toEqual(content)
    for (const more of [
      ...[
        { zip: 'DEF' },
        { crit: ['exp'], exp: 1 },
        { cty: 'JWT' },
        { jku: 'http://127.0.0.1/' },
        { x5u: 'http://127.0.0.1/' },
      ],
      ...[{ jwk: {} }, { p2c: 1e9, p2s: 'AAAA' }, { apu: 'AAAA' }, { epk: {} }, { enc: 'A128GCM' }, { enc: 'none' }],
      ...[{ alg: 'none' }, { alg: 'RSA1_5' }, { alg: 'PBES2-HS256+A128KW' }, { alg: 'A256KW' }, { alg: 'A256GCMKW' }],
      ...[{ alg: 'ECDH-ES+A256KW' }, { alg: 'DIR' }, { alg: ['dir'] }, { __proto__x: 1 }],
    ]) {
      const opened = await openSealed(handMade(JSON.stringify({ ...plain, ...more })), {
        secret,
        privateKey: x25519.privateKey,
      })
      expect([more, typeof opened]).toEqual([more, 'string'])
    }
    expect(typeof (await openSealed(handMade('{"alg":"dir","enc":"A256GCM","enc":"A256GCM"}'), { secret }))).toBe(
      'string',
    )
  })

  test('any change of any character', async () => {
    const text = await seal(content, { secret })
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'ABXYZ019_-.'), async (at, char) => {
        fc.pre(text[at] !== char)
        const changed = text.slice(0, at) + char + text.slice(at + 1)
        expect(isSealed(changed) ? typeof (await openSealed(changed, { secret })) : 'string').toBe('string')
      }),
      { numRuns: 300 },
    )
  })

  test('what is sealed with another secret, holds no request, or is too large or too deep', async () => {
    const other = await seal(content, { secret: 'another secret that is just as long as it' })
    expect(await openSealed(other, { secret })).toBe('it cannot be decrypted with this key')
    for (const value of [{}, [], 1, null, { request: 'text' }, { request: null }, { jwt: 1, request: {} }])
      expect([value, typeof (await openSealed(await encrypted(plain, JSON.stringify(value)), { secret }))]).toEqual([
        value,
        'string',
      ])
    const large = await encrypted(plain, JSON.stringify({ request: { x: 'x'.repeat(5 * 1024 * 1024) } }))
    expect(await openSealed(large, { secret })).toMatch(/at most 5242880/)
    const deep = await encrypted(plain, `{"request":${'['.repeat(1000)}${']'.repeat(1000)}}`)
    expect(await openSealed(deep, { secret })).toMatch(/nested/)
    expect(await openSealed(await encrypted(plain, 'no JSON'), { secret })).toMatch(/not JSON/)
    expect(await openSealed(`${other}${'A'.repeat(7_200_000)}`, { secret })).toBe('it is longer than any request')
  })

  test('public keys that lead to a known secret: of small order, of another curve, of no curve', async () => {
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const raw = (bytes: Buffer) => bytes.toString('base64url')
    // The points of small order on curve25519: with each of them every private key agrees on zero.
    const smallOrder = [
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
      `ec${'ff'.repeat(30)}7f`,
      `ed${'ff'.repeat(30)}7f`,
      `ee${'ff'.repeat(30)}7f`,
    ].map((hex) => ({ kty: 'OKP', crv: 'X25519', x: raw(Buffer.from(hex, 'hex')) }))
    const offCurve = [
      { kty: 'EC', crv: 'P-256', x: raw(Buffer.alloc(32, 1)), y: raw(Buffer.alloc(32, 1)) },
      { kty: 'EC', crv: 'P-256', x: raw(Buffer.alloc(32)), y: raw(Buffer.alloc(32)) },
      { kty: 'EC', crv: 'P-256', x: raw(Buffer.alloc(33, 1)), y: raw(Buffer.alloc(32, 1)) },
      { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
    ]
    const others = [
      generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }),
      generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
      generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
      { kty: 'oct', k: raw(derived() as Buffer) },
      ...[null, 1, 'x', [], {}, { kty: 'EC' }, { kty: 'OKP', crv: 'X448', x: raw(Buffer.alloc(56)) }],
    ]
    for (const epk of [...smallOrder, ...offCurve, ...others]) {
      for (const privateKey of [x25519.privateKey, p256.privateKey]) {
        const text = handMade(JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', epk }))
        expect([epk, await openSealed(text, { privateKey, secret })]).toEqual([
          epk,
          'it cannot be decrypted with this key',
        ])
      }
    }
  })

  test('parts that are cut, long, missing or not empty, as Wycheproof has them', async () => {
    const made = [await seal(content, { secret }), await seal(content, { publicKey: x25519.publicKey })]
    const keys = { secret, privateKey: x25519.privateKey }
    for (const text of made) {
      expect(await openSealed(text, keys)).toEqual(content)
      const parts = text.split('.').map((part) => Buffer.from(part, 'base64url'))
      const joined = (changed: readonly Buffer[]) => changed.map((part) => part.toString('base64url')).join('.')
      const withPart = (at: number, part: Buffer) => joined([...parts.slice(0, at), part, ...parts.slice(at + 1)])
      const [, , iv, body, tag] = parts as [Buffer, Buffer, Buffer, Buffer, Buffer]
      const flipped = (part: Buffer, at: number) => Buffer.from(part.map((byte, i) => (i === at ? byte ^ 1 : byte)))
      const changed = [
        ...[1, 4, 8, 12, 16].map((cut) => withPart(4, tag.subarray(0, 16 - cut))),
        withPart(4, Buffer.concat([tag, Buffer.alloc(1)])),
        withPart(4, flipped(tag, 0)),
        withPart(4, flipped(tag, 15)),
        withPart(3, Buffer.alloc(0)),
        withPart(3, body.subarray(0, -1)),
        withPart(3, flipped(body, 0)),
        ...[0, 1, 8, 11].map((length) => withPart(2, iv.subarray(0, length))),
        withPart(2, Buffer.concat([iv, Buffer.alloc(4)])),
        withPart(2, flipped(iv, 0)),
        withPart(1, Buffer.alloc(1)),
        withPart(1, Buffer.alloc(32)),
        ...[`${text}.`, `${text}=`, `.${text}`, text.replace('.', ''), text.slice(text.indexOf('.'))],
      ]
      for (const one of changed)
        expect([one, isSealed(one) ? typeof (await openSealed(one, keys)) : 'string']).toEqual([one, 'string'])
    }
  })

  test('all of it with one and the same answer, to the byte, whatever the reason', async () => {
    const forged = await seal({ jwt: 'a.b.c', request: { items: [] } }, { publicKey: x25519.publicKey })
    const texts = [
      handMade('{"alg":"dir","enc":"A128GCM"}'),
      handMade('{"alg":"dir","enc":"A256GCM","zip":"DEF"}'),
      handMade('{"alg":"dir","enc":"A256GCM","crit":["x"],"x":1}'),
      handMade('{"alg":"dir","enc":"A256GCM","b64":false}'),
      handMade('{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":1000000000,"p2s":"AAAA"}'),
      handMade('{"alg":"RSA-OAEP","enc":"A256GCM"}'),
      handMade('{"alg":"none","enc":"A256GCM"}'),
      handMade('not JSON'),
      await seal(content, { secret: 'another secret that is just as long as it' }),
      (await seal(content, { secret })).slice(0, -4),
      await encrypted(plain, 'no JSON'),
      await encrypted(plain, '{"request":1}'),
      await encrypted(plain, `{"request":${'['.repeat(1000)}${']'.repeat(1000)}}`),
      await encrypted(plain, JSON.stringify({ request: { x: 'x'.repeat(5 * 1024 * 1024) } })),
      forged,
      await seal({ jwt: 'a.b.c', request: { items: [] } }, { secret }),
      await seal({ request: { items: [] } }, { secret }),
    ]
    const server = await startServer({ env: { SEAL_PRIVATE_KEY: pem(x25519.privateKey) } })
    try {
      const told = new Set<string>()
      for (const body of texts.filter((text) => text.length < 5 * 1024 * 1024)) {
        for (const token of [null, 'x', await tokenFor({}, 'x'.repeat(40))]) {
          const headers = { 'content-type': 'application/jose' }
          const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body, headers, token })
          const shown = [...answer.headers].filter(([name]) => name !== 'date')
          told.add(JSON.stringify([answer.status, shown, await answer.text()]))
        }
      }
      expect([...told]).toEqual([expect.stringMatching(/^\[401,.*The token was refused/)])
      expect(server.log()).toMatch(/its header has a member that is not known/)
      expect(server.log()).toMatch(/what it holds cannot be read/)
    } finally {
      await server.stop()
    }
  }, 120_000)

  test('JSON and tokens are never taken for sealed', () => {
    for (const text of [
      '{}',
      '[]',
      '',
      'a.b.c',
      'a.b.c.d',
      'a.b.c.d.e.f',
      '{"a":"b.c.d.e.f"}',
      'a b.c.d.e.f',
      'é.b.c.d.e',
    ])
      expect([text, isSealed(text)]).toEqual([text, false])
  })
})

describe('from end to end', () => {
  let world: World
  let folder: string
  beforeAll(async () => {
    world = await openScene()
    folder = mkdtempSync(join(tmpdir(), 'sealed-'))
  })
  afterAll(async () => {
    await world.stop()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const sealed = async (request: unknown, args: readonly string[] = []) => {
    const path = file('batch.json', JSON.stringify(request, null, 2))
    const made = await runCommand(['seal', '--request', path, ...args], { env: { JWT_SECRET_KEY: secret } })
    expect([made.exitCode, made.stderr]).toEqual([0, ''])
    return made.stdout.trim()
  }
  const dispatch = (request: string, inputs: Record<string, string> = {}) =>
    runAction({
      world,
      event: { name: 'repository_dispatch', payload: { client_payload: { request } } },
      inputs: { 'jwt-secret-key': secret, ...inputs },
    })

  test('one string is signed and sealed, holds no credential in any form, and carries the batch out', async () => {
    const request = requestFor(world)
    const text = await sealed(request)
    const { plaintext } = await compactDecrypt(text, derived())
    const { jwt } = JSON.parse(new TextDecoder().decode(plaintext)) as { jwt: string }
    const { payload } = await jwtVerify(jwt, Buffer.from(secret))
    expect(payload).toMatchObject({ request_sha256: requestDigest({ value: request }), jti: expect.any(String) })
    const run = await dispatch(text, { 'require-request-digest': 'true' })
    expect([run.log, run.exitCode]).toEqual([run.log, 0])
    expect(run.outputs['total-prs-created']).toBe('1')
    assertNoSecret(run, [...secrets, jwt])
    assertMasksFirst(run)
    for (const one of [githubToken, jiraToken]) expect(run.masks).toContain(one)
    expect(leaksOf({ ...run, log: text, lines: [] }, [...secrets, jwt])).toEqual([])
  })

  test('sealed to a public key it is opened with the private one, and the token inside must be ours', async () => {
    const wish = { name: 'left-pad', from: '1.3.0', to: '1.3.1' }
    const text = await sealed(requestFor(world, [wish]), ['--public-key', file('seal.pub', pem(x25519.publicKey))])
    const seen = world.requests.length
    const without = await dispatch(text)
    expect([without.exitCode, world.requests.length]).toEqual([2, seen])
    expect(without.log).toMatch(/The token was refused/)
    // Anyone can seal to a public key: without a good token it is worth nothing.
    const forged = await seal({ request: requestFor(world, [wish]) }, { publicKey: x25519.publicKey })
    const stolen = await seal(
      { jwt: await tokenFor({}, 'x'.repeat(40)), request: requestFor(world, [wish]) },
      { publicKey: x25519.publicKey },
    )
    const opener = { 'seal-private-key': pem(x25519.privateKey) }
    for (const bad of [forged, stolen]) {
      const run = await dispatch(bad, opener)
      expect([run.exitCode, world.requests.length]).toEqual([2, seen])
      assertNoSecret(run, secrets)
    }
    const run = await dispatch(text, opener)
    expect([run.log, run.exitCode]).toEqual([run.log, 0])
    assertNoSecret(run, [
      ...secrets,
      ...pem(x25519.privateKey)
        .split('\n')
        .filter((line) => /^[A-Za-z0-9+/=]{20,}$/.test(line)),
    ])
  })

  test('over HTTP it needs no other token, and nobody who saw it go by learns a credential', async () => {
    const request = requestFor(world, [{ name: 'lodash', to: '4.17.22', pull: { branch_name: 'fix/http' } }])
    const body = await sealed(request)
    const server = await startServer()
    try {
      const post = (headers: Record<string, string>, token: string | null = null) =>
        server.fetch('/internal/create-issues-and-prs', { method: 'POST', body, headers, token })
      const answer = await post({ 'content-type': 'application/jose' })
      expect([answer.status, await answer.json()]).toMatchObject([200, { total_prs_created: 1 }])
      // Only its own media type says that the token is inside.
      expect((await post({ 'content-type': 'application/json' })).status).toBe(401)
      expect(findLeaks({ body, log: server.log() }, secrets)).toEqual([])
    } finally {
      await server.stop()
    }
  })

  test.each([
    ['with the shared secret', () => [[], {}] as const],
    [
      'to a public key',
      () =>
        [
          ['--public-key', file('workflow.pub', pem(x25519.publicKey))],
          { 'seal-private-key': pem(x25519.privateKey) },
        ] as const,
    ],
  ])('sealed %s it goes through the reusable workflow with no jwt beside it', async (_name, way) => {
    const [args, keys] = way()
    const branch_name = `fix/workflow-${args.length}`
    const request = requestFor(world, [{ name: 'lodash', to: '4.17.23', pull: { branch_name, title: branch_name } }])
    const text = await sealed(request, [...args, '--expires-in', '3600'])
    const run = await runWorkflow({
      file: '.github/workflows/create-issues-and-prs.yml',
      ownAction: /create-issues-and-prs@v0$/,
      world,
      event: { name: 'workflow_call' },
      inputs: { request: text },
      secrets: { 'jwt-secret-key': secret, ...keys },
    })
    const steps = Object.values(run.jobs).flatMap(({ runs }) => runs.flatMap((job) => job.steps))
    const told = steps.flatMap((step) => (step.run ? [step.run] : []))
    expect([told.map(({ log }) => log).join('\n'), run.result]).toEqual([expect.any(String), 'success'])
    expect(run.outputs).toMatchObject({ 'total-prs-created': '1', 'failed-count': '0' })
    expect(told.length).toBe(2)
    for (const step of told) {
      assertNoSecret(step, secrets)
      assertMasksFirst(step)
      expect(findLeaks({ preamble: step.preamble }, secrets)).toEqual([])
    }
  })

  test('a token of another request does not fit, sealed or not', async () => {
    const request = requestFor(world, [{ name: 'requests', from: '2.31.0', to: '2.32.0' }])
    const other = createHmac('sha256', 'x').digest('hex')
    const jwt = await tokenFor({ request_sha256: other })
    const seen = world.requests.length
    const run = await dispatch(await seal({ jwt, request }, { secret }))
    expect([run.exitCode, world.requests.length]).toEqual([2, seen])
    expect(run.log).toMatch(/request_sha256/)
  })

  test('`token --request` binds to the exact bytes of the file', async () => {
    const text = JSON.stringify(requestFor(world), null, 2)
    const path = file('bound.json', text)
    const { stdout } = await runCommand(['token', '--request', path], { env: { JWT_SECRET_KEY: secret } })
    expect(decodeJwt(stdout.trim())).toMatchObject({ request_sha256: requestDigest({ text }), jti: expect.any(String) })
    const action = (request: string) =>
      runAction({
        world,
        inputs: {
          request,
          jwt: stdout.trim(),
          'jwt-secret-key': secret,
          'dry-run': 'true',
          'require-request-digest': 'true',
        },
      })
    expect((await action(text)).exitCode).toBe(0)
    expect((await action(`${text} `)).exitCode).toBe(2)
  })

  test('the replay guard refuses the second use of a token in the action', async () => {
    const request = JSON.stringify(requestFor(world))
    const jwt = await tokenFor({ jti: 'once-only' })
    const journal = join(folder, 'journal.sqlite')
    const run = () =>
      runAction({
        world,
        env: { JWT_REPLAY_GUARD: 'true' },
        inputs: { request, jwt, 'jwt-secret-key': secret, 'dry-run': 'true', journal },
      })
    expect((await run()).exitCode).toBe(0)
    const again = await run()
    expect(again.exitCode).toBe(2)
    expect(again.log).toMatch(/jti was used before/)
  })
})

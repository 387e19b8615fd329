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
import { assertMasksFirst, assertNoSecret, leaksOf, runAction, runCommand } from '../support/runner.ts'
import { githubToken, jiraToken, openScene, requestFor, secret, secrets, tokenFor } from '../support/scene.ts'
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
    await expect(openSealed(large, { secret })).rejects.toThrow(/at most 5242880/)
    const deep = await encrypted(plain, `{"request":${'['.repeat(1000)}${']'.repeat(1000)}}`)
    await expect(openSealed(deep, { secret })).rejects.toThrow(/nested/)
    await expect(openSealed(await encrypted(plain, 'no JSON'), { secret })).rejects.toThrow(/not JSON/)
  })

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

/** Criteria 1 to 9: which tokens are accepted, which never, and what a caller learns of it. */
import { createPrivateKey, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { compactVerify, SignJWT } from 'jose'
import { openTokenUses } from '../../src/adapters/token-uses.ts'
import { type JwtAlgorithm, readConfig } from '../../src/core/config.ts'
import { describe as tell } from '../../src/core/errors.ts'
import { authenticate, signatureProblem } from '../../src/request/authenticate.ts'
import { readVerificationKey } from '../../src/request/jwt-key.ts'
import { openSealed } from '../../src/request/sealed.ts'
import {
  base64url,
  claims,
  configure,
  digest,
  good,
  hs256,
  judge,
  now,
  outcomes,
  secret,
  signed,
} from './token-world.ts'
import { readVectors, withVectors } from './vectors.ts'

interface Group {
  readonly private: { readonly alg: string; readonly k?: string; readonly kty: string; readonly crv?: string }
  readonly public?: Record<string, unknown>
  readonly tests: readonly {
    readonly tcId: number
    readonly result: string
    readonly jws: string
    readonly jwe: string
  }[]
}

withVectors('1. Wycheproof', () => {
  const groups = (name: string) => (JSON.parse(readVectors(`wycheproof/${name}`)) as { testGroups: Group[] }).testGroups

  test('of 40 JWS vectors for HS256 exactly tc367, tc370, tc372 and tc373 are judged otherwise', async () => {
    const judged = await Promise.all(
      groups('json_web_signature_test.json')
        .filter((group) => group.private.alg === 'HS256')
        .flatMap(({ private: { k = '' }, tests }) =>
          tests.map(async ({ tcId, result, jws }) => {
            const key = createSecretKey(Buffer.from(k, 'base64url'))
            const token = typeof jws === 'string' ? jws : JSON.stringify(jws)
            const problem = await signatureProblem(token, { key, algorithm: 'HS256' })
            return { tcId, agrees: (problem === undefined) === (result === 'valid') }
          }),
        ),
    )
    expect(judged.length).toBe(40)
    expect(judged.filter(({ agrees }) => !agrees).map(({ tcId }) => tcId)).toEqual([367, 370, 372, 373])
  })

  const jwe = () =>
    groups('json_web_encryption_test.json').flatMap(({ private: key, tests }) =>
      tests.map(({ tcId, jwe: text }) => ({
        tcId,
        text: typeof text === 'string' ? text : JSON.stringify(text),
        keys: {
          secret: key.k ?? secret,
          privateKey: key.kty === 'EC' ? createPrivateKey({ key, format: 'jwk' } as never) : undefined,
        },
      })),
    )

  test('all 139 JWE vectors are refused as tokens and as sealed requests: one, for what it holds', async () => {
    const judged = await Promise.all(
      jwe().map(async ({ tcId, text, keys }) => {
        const opened = await openSealed(text, keys)
        return { tcId, token: (await judge(text)).outcome, opened }
      }),
    )
    expect(judged.length).toBe(139)
    expect(new Set(judged.map(({ token }) => token))).toEqual(new Set(['token-refused']))
    expect(judged.filter(({ opened }) => typeof opened !== 'string')).toEqual([])
    // ECDH-ES with A256GCM is a way of ours: that vector is opened with its own key, and is no request.
    const read = judged.filter(({ opened }) => /what it holds/.test(String(opened)))
    expect(read.map(({ tcId }) => tcId)).toEqual([78])
    expect(judged.filter(({ opened }) => opened === 'it cannot be decrypted with this key')).toEqual([])
  })

  test('their point that is on no curve is refused in the way that we open too', async () => {
    const { text, keys } = jwe().find(({ tcId }) => tcId === 51) as ReturnType<typeof jwe>[number]
    const [head = '', , ...rest] = text.split('.')
    const { epk } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { epk: unknown }
    const ours = base64url(JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', epk }))
    expect(await openSealed([ours, '', ...rest].join('.'), keys)).toBe('it cannot be decrypted with this key')
  })
})

describe('2. no algorithm', () => {
  const letters = ['n', 'o', 'n', 'e']
  const spellings = Array.from({ length: 16 }, (_, bits) =>
    letters.map((letter, at) => (bits & (1 << at) ? letter.toUpperCase() : letter)).join(''),
  )

  test('`none` in 16 spellings with 3 signatures is refused', async () => {
    expect(new Set(spellings).size).toBe(16)
    const tokens = spellings.flatMap((alg) => {
      const header = JSON.stringify({ alg, typ: 'JWT' })
      const [head, body, signature] = signed(header, claims()).split('.')
      return [`${head}.${body}.`, `${head}.${body}.${signature}`, `${head}.${body}.AAAA`]
    })
    for (const [token, outcome] of await outcomes(tokens)) expect([token, outcome]).toEqual([token, 'token-refused'])
    expect(tokens.length).toBe(48)
  })

  test('JWT_ALGORITHM=none, in any spelling, refuses to start', () => {
    for (const name of [...spellings, 'HS1', 'hs256', 'RS256 ', 'dir'])
      expect(() => readConfig({ JWT_ALGORITHM: name })).toThrow(/JWT_ALGORITHM: expected one of/)
  })
})

const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed25519: generateKeyPairSync('ed25519'),
}
const pem = (key: KeyObject) => String(key.export({ format: 'pem', type: key.type === 'public' ? 'spki' : 'pkcs8' }))
const der = (key: KeyObject, type: 'spki' | 'pkcs8' | 'pkcs1' = 'spki') =>
  Buffer.from(key.export({ format: 'der', type } as never) as unknown as Buffer)

describe('3. a key is no secret', () => {
  const spellings = Object.entries(pairs).flatMap(([kind, { publicKey, privateKey }]) => [
    [`${kind} public PEM`, pem(publicKey)],
    [`${kind} private PEM`, pem(privateKey)],
    [`${kind} PEM with white space around`, `\n\t ${pem(publicKey)} \r\n`],
    [`${kind} PEM on one line`, pem(publicKey).replaceAll('\n', '\\n')],
    [`${kind} JWK`, JSON.stringify(publicKey.export({ format: 'jwk' }))],
    [`${kind} JWK set`, ` ${JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }, null, 2)}\n`],
    [`${kind} DER in base64`, der(publicKey).toString('base64')],
    [`${kind} DER in base64url`, der(publicKey).toString('base64url')],
    [`${kind} DER in base64, in lines`, ` ${der(publicKey).toString('base64').replace(/.{64}/g, '$&\n')} `],
    [`${kind} private DER in base64`, der(privateKey, 'pkcs8').toString('base64')],
    [`${kind} DER in hex`, der(publicKey).toString('hex')],
  ]) as [string, string][]
  spellings.push(
    ['RSA PKCS#1 PEM', String(pairs.rsa.publicKey.export({ format: 'pem', type: 'pkcs1' }))],
    ['RSA PKCS#1 DER in base64', der(pairs.rsa.publicKey, 'pkcs1').toString('base64')],
    ['an SSH key', `ssh-rsa ${der(pairs.rsa.publicKey).toString('base64')} someone@example.com`],
  )

  test.each(spellings)('%s refuses to start', (_name, text) => {
    for (const algorithm of ['HS256', 'HS384', 'HS512'] as const)
      expect(() => readVerificationKey(text, algorithm, true)).toThrow(/is a public or private key/)
  })

  test('a random secret in hex or base64 is none', () => {
    for (let i = 0; i < 500; i++) {
      const bytes = crypto.getRandomValues(Buffer.alloc(96))
      for (const coding of ['hex', 'base64', 'base64url'] as const)
        expect(readVerificationKey(bytes.toString(coding), 'HS512', false).isWeak).toBe(false)
    }
  })

  test('an HS256 token made with the public key is refused where RS256 is configured', async () => {
    const text = pem(pairs.rsa.publicKey)
    for (const key of [text, text.trim(), der(pairs.rsa.publicKey)]) {
      for (const header of [hs256, '{"alg":"RS256","typ":"JWT"}']) {
        const { outcome } = await judge(signed(header, claims(), key), { JWT_SECRET_KEY: text, JWT_ALGORITHM: 'RS256' })
        expect(outcome).toBe('token-refused')
      }
    }
    const right = await new SignJWT({ exp: now + 60 }).setProtectedHeader({ alg: 'RS256' }).sign(pairs.rsa.privateKey)
    expect((await judge(right, { JWT_SECRET_KEY: text, JWT_ALGORITHM: 'RS256' })).outcome).toBe('ok')
  })

  test('a private key, a key of another kind and a short RSA key are refused for verifying', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    expect(() => readVerificationKey(pem(pairs.rsa.privateKey), 'RS256', false)).toThrow(/is a private key/)
    expect(() => readVerificationKey(pem(pairs.ec.publicKey), 'RS256', false)).toThrow(/another kind/)
    expect(() => readVerificationKey(pem(short), 'RS256', false)).toThrow(/1024 bits/)
  })

  test('every algorithm works with its own key', async () => {
    const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
    const keys: Record<string, { publicKey: KeyObject; privateKey: KeyObject }> = {
      ...Object.fromEntries(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((name) => [name, pairs.rsa])),
      ES256: pairs.ec,
      ES384: ec('P-384'),
      ES512: ec('P-521'),
      EdDSA: pairs.ed25519,
    }
    for (const [alg, { publicKey, privateKey }] of Object.entries(keys)) {
      const token = await new SignJWT({ exp: now + 60 }).setProtectedHeader({ alg }).sign(privateKey)
      const env = { JWT_SECRET_KEY: pem(publicKey), JWT_ALGORITHM: alg }
      expect([alg, (await judge(token, env)).outcome]).toEqual([alg, 'ok'])
      expect([alg, (await judge(`${token.slice(0, -8)}AAAAAAAA`, env)).outcome]).toEqual([alg, 'token-refused'])
    }
  })
})

test('4. a secret is at least as long as its hash', () => {
  const least = { HS256: 32, HS384: 48, HS512: 64 } as const
  for (const [algorithm, bytes] of Object.entries(least) as [JwtAlgorithm, number][]) {
    expect(() => readVerificationKey('k'.repeat(bytes - 1), algorithm, false)).toThrow(/openssl|has \d+ bytes/)
    expect(readVerificationKey('k'.repeat(bytes), algorithm, false).isWeak).toBe(false)
    expect(readVerificationKey('k'.repeat(bytes - 1), algorithm, true).isWeak).toBe(true)
  }
  // Bytes, not characters.
  expect(readVerificationKey('é'.repeat(16), 'HS256', false).isWeak).toBe(false)
})

describe('5. header members that ask for more', () => {
  test('are refused, and no address in them is asked', async () => {
    let asked = 0
    const canary = createServer((_request, response) => {
      asked++
      response.end('{"keys":[]}')
    })
    await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/keys`
    const jwk = pairs.ec.publicKey.export({ format: 'jwk' })
    const members: Record<string, unknown>[] = [
      { crit: ['exp'], exp: 1 },
      { crit: [] },
      { crit: ['b64'], b64: false },
      { b64: false },
      { b64: true },
      { zip: 'DEF' },
      { jwk },
      { jku: url },
      { x5u: url },
      { x5c: ['AAAA'] },
      { x5t: 'AAAA' },
      { 'x5t#S256': 'AAAA' },
      { cty: 'JWT' },
      { epk: jwk },
      { alg2: 'none' },
      { toString: 1 },
      { typ: 'JOSE' },
      { typ: 1 },
    ]
    const kids = [
      ...['../../etc/passwd', '/dev/null', "x' OR '1'='1", 'x; rm -rf /', '$(id)', '`id`', '| id', 'a\u0000b', 'a\nb'],
      ...[url, 'file:///etc/passwd', '', 'x'.repeat(129), '{{7*7}}', '\u202e', ' ', 1, null, {}, ['a'], true],
    ]
    const headers = [...members, ...kids.map((kid) => ({ kid }))].map((more) =>
      JSON.stringify({ alg: 'HS256', typ: 'JWT', ...more }),
    )
    headers.push('{"alg":"HS256","__proto__":{"crit":[]}}', '{"alg":["HS256"]}', '{"alg":{"toString":"HS256"}}', '{}')
    const judged = await outcomes(headers.map((header) => signed(header, claims())))
    judged.forEach(([, outcome], at) => {
      expect([headers[at], outcome]).toEqual([headers[at], 'token-refused'])
    })
    await new Promise((done) => canary.close(done))
    expect(asked).toBe(0)
  })

  test('and plain ones are taken', async () => {
    for (const more of [{}, { kid: 'key-1' }, { typ: undefined }, { typ: 'at+jwt' }, { kid: 'a.b:c@d=1' }]) {
      const header = JSON.stringify({ alg: 'HS256', typ: 'JWT', ...more })
      expect([header, (await judge(signed(header, claims()))).outcome]).toEqual([header, 'ok'])
    }
  })
})

describe('6. one spelling only', () => {
  test('all 63 other last characters of the signature are refused', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const token = good()
    expect((await judge(token)).outcome).toBe('ok')
    const others = [...alphabet].filter((char) => char !== token.at(-1)).map((char) => token.slice(0, -1) + char)
    expect(others.length).toBe(63)
    for (const [text, outcome] of await outcomes(others)) expect([text, outcome]).toEqual([text, 'token-refused'])
    // Some of them decode to the very same bytes, and a lenient verifier takes those.
    const signature = (text: string) => Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('hex')
    const same = others.filter((text) => signature(text) === signature(token))
    expect(same.length).toBeGreaterThan(0)
  })

  test('padding, white space and other alphabets are refused', async () => {
    const token = good()
    const [head, body, signature] = token.split('.') as [string, string, string]
    const standard = (part: string) => Buffer.from(part, 'base64url').toString('base64')
    const odd = [
      ...[`${token}=`, `${token}==`, `${head}=.${body}.${signature}`, `${head}.${body}=.${signature}`],
      ...[
        ` ${token}`,
        `${token} `,
        `${token}\n`,
        `\t${token}`,
        `${head} .${body}.${signature}`,
        `${head}.\n${body}.${signature}`,
      ],
      ...[
        `${head}.${body}.${signature}.`,
        `.${token}`,
        `${token}.x`,
        `${head}..${signature}`,
        `${head}.${body}.`,
        head,
        '',
      ],
      ...[`Bearer ${token}`, `"${token}"`, `${standard(head)}.${standard(body)}.${standard(signature)}=`],
      ...[
        token.replace('.', '。'),
        token.replace('.', '%2e'),
        `${token}\u0000`,
        `\ufeff${token}`,
        token.replace('e', 'е'),
      ],
    ]
    for (const [text, outcome] of await outcomes(odd)) expect([text, outcome]).toEqual([text, 'token-refused'])
    expect((await judge(undefined)).outcome).toBe('token-refused')
  })

  test('duplicate members, bad UTF-8, a BOM and what is no object are refused', async () => {
    const exp = now + 300
    const texts: [string, string | Uint8Array][] = [
      [hs256, `{"exp":${exp},"exp":${exp}}`],
      [hs256, `{"exp":${exp},"\\u0065xp":${exp}}`],
      [hs256, `{"exp":${exp},"sub":"a","sub":"b"}`],
      [hs256, `{"exp":${exp},"x":{"a":1,"\\u0061":2}}`],
      ['{"alg":"HS256","alg":"none"}', claims()],
      ['{"alg":"none","alg":"HS256"}', claims()],
      ['{"alg":"HS256","\\u0061lg":"HS256"}', claims()],
      ['\ufeff{"alg":"HS256"}', claims()],
      [hs256, `\ufeff${claims()}`],
      [hs256, Buffer.concat([Buffer.from(`{"exp":${exp},"sub":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
      [hs256, Buffer.concat([Buffer.from(`{"exp":${exp},"sub":"`), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])],
      [hs256, `[${exp}]`],
      [hs256, `"${exp}"`],
      [hs256, 'null'],
      [hs256, `${claims()}{}`],
      [hs256, `{exp:${exp}}`],
      [hs256, `{"exp":${exp},}`],
      [hs256, `${claims()}//`],
      [hs256, `{"exp":${exp},"x":${'['.repeat(500)}${']'.repeat(500)}}`],
      [hs256, `{"exp":${exp},"x":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`],
      ['[]', claims()],
      ['{"alg":"HS256"', claims()],
    ]
    for (const [header, payload] of texts) {
      const input = `${base64url(header)}.${base64url(payload)}`
      const [, , signature] = signed(header, Buffer.from(payload).toString('latin1')).split('.')
      const token = typeof payload === 'string' ? signed(header, payload) : `${input}.${signature}`
      expect([header, String(payload), (await judge(token)).outcome]).toEqual([
        header,
        String(payload),
        'token-refused',
      ])
    }
  })
})

describe('7. times', () => {
  const skew = 60
  const table: [string, Record<string, unknown>, 'ok' | 'token-refused'][] = [
    ['exp in a second', { exp: now + 1 }, 'ok'],
    ['exp now', { exp: now }, 'ok'],
    ['exp at the edge of the skew', { exp: now - skew + 1 }, 'ok'],
    ['exp beyond the skew', { exp: now - skew }, 'token-refused'],
    ['exp missing', { exp: undefined }, 'token-refused'],
    ['exp as text', { exp: String(now + 300) }, 'token-refused'],
    ['exp null', { exp: null }, 'token-refused'],
    ['exp as list', { exp: [now + 300] }, 'token-refused'],
    ['exp true', { exp: true }, 'token-refused'],
    ['exp negative', { exp: -1 }, 'token-refused'],
    ['exp with a fraction', { exp: now + 0.5 }, 'ok'],
    ['nbf now', { nbf: now }, 'ok'],
    ['nbf at the edge of the skew', { nbf: now + skew }, 'ok'],
    ['nbf beyond the skew', { nbf: now + skew + 1 }, 'token-refused'],
    ['nbf as text', { nbf: String(now) }, 'token-refused'],
    ['iat at the edge of the skew', { iat: now + skew }, 'ok'],
    ['iat beyond the skew', { iat: now + skew + 1 }, 'token-refused'],
    ['iat as text', { iat: 'yesterday' }, 'token-refused'],
    ['iat long ago', { iat: 0 }, 'ok'],
    ['sub as number', { sub: 1 }, 'token-refused'],
    ['jti as object', { jti: {} }, 'token-refused'],
  ]
  test.each(table)('%s', async (_name, more, outcome) => {
    expect((await judge(good(more))).outcome).toBe(outcome)
  })

  test('infinite and huge numbers are no times', async () => {
    for (const text of ['1e400', '-1e400', '1e999999']) {
      expect([text, (await judge(signed(hs256, `{"exp":${text}}`))).outcome]).toEqual([text, 'token-refused'])
      const nbf = signed(hs256, `{"exp":${now + 9},"nbf":${text}}`)
      expect([text, (await judge(nbf)).outcome]).toEqual([text, 'token-refused'])
    }
  })

  test('iss and aud count when they are configured', async () => {
    const env = { JWT_ISSUER: 'us', JWT_AUDIENCE: 'here' }
    expect((await judge(good({ iss: 'us', aud: 'here' }), env)).outcome).toBe('ok')
    expect((await judge(good({ iss: 'us', aud: ['there', 'here'] }), env)).outcome).toBe('ok')
    for (const more of [
      {},
      { iss: 'us' },
      { aud: 'here' },
      { iss: 'them', aud: 'here' },
      { iss: ['us'], aud: 'here' },
      { iss: 'us', aud: 'there' },
      { iss: 'us', aud: [['here']] },
      { iss: 'us', aud: 'hereabouts' },
    ])
      expect([more, (await judge(good(more), env)).outcome]).toEqual([more, 'token-refused'])
  })

  test('a missing exp is taken only where JWT_REQUIRE_EXP is false', async () => {
    const token = signed(hs256, '{"sub":"a"}')
    expect((await judge(token, { JWT_REQUIRE_EXP: 'false' })).outcome).toBe('ok')
    expect((await judge(signed(hs256, '{"exp":1e400}'), { JWT_REQUIRE_EXP: 'false' })).outcome).toBe('token-refused')
  })
})

describe('8. what a caller learns', () => {
  test('the refusals of the whole corpus are identical to the byte, and none names the token', async () => {
    const corpus = [
      ...[
        '',
        undefined,
        'x',
        'a.b.c',
        good({ exp: 1 }),
        good({ nbf: now + 999 }),
        signed(hs256, claims(), 'x'.repeat(40)),
      ],
      ...[signed('{"alg":"none"}', claims()), signed('{"alg":"HS256","jku":"https://x"}', claims()), `${good()}=`],
      ...[good({ request_sha256: 'a'.repeat(64) }), 'x'.repeat(9000), 'a.b.c.d.e', good().slice(0, -5)],
    ]
    const judged = await Promise.all(corpus.map((token) => judge(token)))
    const told = judged.map(({ failure }) =>
      failure
        ? JSON.stringify([failure.code, failure.message, failure.hint, failure.facts, tell(failure)])
        : 'accepted',
    )
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toContain('token-refused')
    // The log tells them apart.
    expect(new Set(judged.map(({ reason }) => reason)).size).toBeGreaterThan(8)
  })

  test('a token over 8 KiB is refused before any HMAC', async () => {
    let used = 0
    const rules = {
      get key() {
        used++
        return createSecretKey(Buffer.from(secret))
      },
      algorithm: 'HS256' as const,
      requireExp: true,
    }
    const ask = (token: string) => authenticate(token, rules, now * 1000)
    const sized = (length: number) => {
      const bare = good({ pad: '' }).length
      const token = good({ pad: 'x'.repeat(Math.floor(((length - bare) * 3) / 4)) })
      return token
    }
    const [fits, over] = [sized(8 * 1024 - 4), sized(8 * 1024 + 8)]
    expect(fits.length).toBeLessThanOrEqual(8 * 1024)
    expect(over.length).toBeGreaterThan(8 * 1024)
    await ask(fits)
    expect(used).toBe(1)
    await expect(ask(over)).rejects.toThrow('The token was refused.')
    expect(used).toBe(1)
    // It was right in every other way.
    await compactVerify(over, createSecretKey(Buffer.from(secret)))
  })
})

describe('9. bound tokens', () => {
  test('a request_sha256 of another request is refused, and a missing one when it is required', async () => {
    expect((await judge(good({ request_sha256: digest }))).outcome).toBe('ok')
    expect((await judge(good())).outcome).toBe('ok')
    const required = { REQUIRE_REQUEST_DIGEST: 'true' }
    expect((await judge(good({ request_sha256: digest }), required)).outcome).toBe('ok')
    expect((await judge(good(), required)).outcome).toBe('token-refused')
    for (const value of ['e'.repeat(64), digest.toUpperCase(), '', null, 1, [digest], digest.slice(1)]) {
      const { outcome, reason } = await judge(good({ request_sha256: value }))
      expect([value, outcome, reason]).toEqual([
        value,
        'token-refused',
        'its request_sha256 is that of another request',
      ])
    }
  })

  test('a jti is taken once, by whichever process asks first, when the guard is on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uses-'))
    let clock = now * 1000
    const open = () => openTokenUses(join(folder, 'journal.sqlite'), () => clock)
    const [one, two] = [open(), open()]
    const guard = { JWT_REPLAY_GUARD: 'true' }
    const ask = async (more: Record<string, unknown>, uses = one) => {
      const { outcome, reason } = await judge(good(more), guard, { uses })
      return reason ?? outcome
    }
    expect(await ask({ jti: 'a' })).toBe('ok')
    expect(await ask({ jti: 'a' })).toBe('its jti was used before')
    expect(await ask({ jti: 'a', sub: 'other' }, two)).toBe('its jti was used before')
    expect(await ask({ jti: 'b' }, two)).toBe('ok')
    expect(await ask({})).toMatch(/no jti/)
    expect(await ask({ jti: 'c', exp: 1 })).toBe('it has expired')
    expect(await ask({ jti: 'c' })).toBe('ok')
    const burst = await Promise.all(Array.from({ length: 20 }, (_, at) => ask({ jti: 'd' }, at % 2 ? one : two)))
    expect(burst.filter((outcome) => outcome === 'ok').length).toBe(1)
    // A refused token uses nothing up, and what has expired is forgotten: then exp refuses it.
    expect((await judge(signed(hs256, claims({ jti: 'e' }), 'x'.repeat(40)), guard, { uses: one })).outcome).toBe(
      'token-refused',
    )
    expect(await ask({ jti: 'e' })).toBe('ok')
    clock += 600_000
    expect(await one.claim('fresh', clock + 1000)).toBe(true)
    expect(await one.claim('fresh', clock + 1000)).toBe(false)
    await Promise.all([one.close(), two.close()])
    rmSync(folder, { recursive: true })
  })

  test('the guard without a memory is a configuration fault, never a silent yes', async () => {
    expect((await judge(good({ jti: 'a' }), { JWT_REPLAY_GUARD: 'true' })).outcome).toBe('configuration-invalid')
    expect(configure().JWT_REPLAY_GUARD).toBe(false)
  })
})

/** Criterion 22: JSON from outside cannot exhaust, pollute or confuse. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asFailure, kinds } from '../../src/core/errors.ts'
import { Redactor } from '../../src/core/redact.ts'
import { answerLine } from '../../src/faces/cli/edit-ndjson.ts'
import { acceptRequest, openRequest } from '../../src/request/accept.ts'
import { isDeeplyNested, isDeepValue, readJson } from '../../src/request/read-json.ts'
import { eventTooLarge } from '../../src/request/ways-in.ts'
import { runAction, runCommand } from '../support/runner.ts'
import { secret, tokenFor } from '../support/scene.ts'
import { startServer } from '../support/serve.ts'
import { configure } from './token-world.ts'
import { listVectors, vectorBytes, withVectors } from './vectors.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'ok'
  } catch (error) {
    return asFailure(error).code
  }
}
const accept = (source: string | Uint8Array | { value: unknown }) =>
  acceptRequest(typeof source === 'string' || source instanceof Uint8Array ? { text: source } : source, {
    config: configure(),
    redactor: new Redactor(),
    credentials: {},
  })

const door = () => ({ config: configure(), redactor: new Redactor(), log: { write() {} } })

/** The best of a few: the machine may be busy, and the parser is not slower for that. */
function milliseconds(act: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now()
      act()
      return performance.now() - start
    }),
  )
}

describe('22. depth', () => {
  const depth = 100_000
  const deep: Record<string, string> = {
    arrays: '['.repeat(depth),
    'closed arrays': '['.repeat(depth) + ']'.repeat(depth),
    objects: '{"a":'.repeat(depth),
    'closed objects': `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    'inside a request': `{"items":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    mixed: `${'[{"a":'.repeat(depth)}`,
  }
  beforeAll(() => void codeOf(() => accept('[')))

  test.each(Object.keys(deep))('10⁵ nested %s are answered 400 within 20 ms', (name) => {
    const text = deep[name] as string
    for (const source of [text, Buffer.from(text)]) {
      expect(kinds[codeOf(() => accept(source)) as keyof typeof kinds].status).toBe(400)
      expect(milliseconds(() => codeOf(() => accept(source)))).toBeLessThan(20)
    }
    expect(answerLine(text)).toMatchObject({ status: 'refused', refusal: { code: 'invalid-request' } })
  })

  test('brackets inside texts do not count, and 64 levels are taken', () => {
    expect(codeOf(() => readJson(JSON.stringify('[{'.repeat(5000))))).toBe('ok')
    expect(codeOf(() => readJson(JSON.stringify(['\\"[[[['.repeat(500)])))).toBe('ok')
    expect(codeOf(() => readJson('['.repeat(64) + ']'.repeat(64)))).toBe('ok')
    expect(codeOf(() => readJson('['.repeat(65) + ']'.repeat(65)))).toBe('request-invalid')
  })

  test('a value that an event file brought along is judged as a text is', async () => {
    for (const text of Object.values(deep).filter((one) => /[\]}]$/.test(one))) {
      const value: unknown = JSON.parse(text)
      const refused = /^The request cannot be read: it is nested more than 64 levels deep\.$/
      expect(() => accept({ value })).toThrow(refused)
      await expect(openRequest({ incoming: { value }, jwt: undefined }, door())).rejects.toThrow(refused)
      expect(eventTooLarge('repository_dispatch', { client_payload: value })).toBeUndefined()
    }
    const fits: unknown = JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`)
    const over: unknown = JSON.parse(`${'['.repeat(65)}${']'.repeat(65)}`)
    expect([isDeepValue(fits), isDeepValue(over), isDeepValue('['.repeat(99)), isDeepValue(null)]).toEqual([
      ...[false, true, false, false],
    ])
  })

  test('the same depth is too much as a text and as a value', () => {
    const nested = fc
      .nat(130)
      .chain((depth) =>
        fc
          .array(fc.boolean(), { minLength: depth, maxLength: depth })
          .map((kinds) =>
            kinds.reduce((inner, isList) => (isList ? `[1,${inner},{}]` : `{"a":"[[[","b":${inner}}`), '0'),
          ),
      )
    fc.assert(
      fc.property(nested, (text) => {
        expect(isDeepValue(JSON.parse(text))).toBe(isDeeplyNested(text))
      }),
    )
  })
})

describe('22. depth, on every way in', () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  const clear = /The request cannot be read: it is nested more than 64 levels deep/

  test.each([
    ['client_payload.request', `{"client_payload":{"request":${deep}}}`],
    ['client_payload', `{"client_payload":{"items":[${deep}]}}`],
    ['client_payload.request as text', JSON.stringify({ client_payload: { request: deep } })],
    ['inputs.request', JSON.stringify({ inputs: { request: deep } })],
  ])('an event with 10⁵ levels in %s is refused in plain words', async (_name, text) => {
    const run = await runAction({
      event: { name: 'repository_dispatch', payload: undefined, text },
      inputs: { jwt: await tokenFor(), 'jwt-secret-key': secret },
    })
    expect([run.exitCode, run.log]).toEqual([2, expect.stringMatching(clear)])
    expect(run.log).not.toMatch(/Something went wrong|RangeError/)
  })

  test('and so is a file, an input, standard input and a body', async () => {
    const inputs = { jwt: await tokenFor(), 'jwt-secret-key': secret, request: deep.slice(0, 120_000) }
    expect((await runAction({ inputs })).log).toMatch(clear)
    const env = { JWT_SECRET_KEY: secret }
    for (const command of ['run', 'check', 'seal']) {
      const { exitCode, stderr } = await runCommand([command, '--request', '-'], { stdin: deep, env })
      expect([command, exitCode, stderr]).toEqual([command, 2, expect.stringMatching(clear)])
    }
    const server = await startServer()
    try {
      const answer = await server.fetch('/internal/create-issues-and-prs', { method: 'POST', body: deep })
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(clear)])
    } finally {
      await server.stop()
    }
  })
})

describe('22. prototypes', () => {
  const poison = '{"x":"polluted","toString":"polluted","isAdmin":true}'
  const texts = ['__proto__', 'constructor', 'prototype'].flatMap((name) => {
    const inner = name === 'constructor' ? `{"prototype":${poison}}` : poison
    return [
      `{"${name}":${inner}}`,
      `{"items":[{"${name}":${inner},"package_name":"p","current_version":"1","safe_version":"2"}],"${name}":${inner}}`,
      `{"items":[{"package_name":"${name}","current_version":"1.0.0","safe_version":"2.0.0","${name}":${inner}}],
        "github_pat":"ghp_x1234567","repo_url":"https://github.com/o/n",
        "jira_issue_requests":[{"server_url":"https://j.example.com","pat":"secret-pat","fields":{"${name}":${inner},"project":{"key":"P"}},"${name}":${inner}}],
        "github_pr_requests":[{"package_name":"${name}","current_version":"1.0.0","safe_version":"2.0.0","branch_name":"a","title":"t","body":"b","${name}":${inner}}]}`,
    ]
  })

  test('stay as they are, whatever a request names', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length
    const taken = texts.map((text) => codeOf(() => accept(text)))
    expect(taken.filter((code) => code === 'ok').length).toBe(3)
    for (const text of texts)
      answerLine(
        `{"id":1,"path":"package.json","content":${JSON.stringify(text)},"package":"__proto__","from":"1.0.0","to":"2.0.0"}`,
      )
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before)
    expect(String({})).toBe('[object Object]')
  })
})

withVectors('22. JSONTestSuite', () => {
  const judged = (prefix: string) =>
    listVectors('JSONTestSuite/test_parsing')
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({ name, code: codeOf(() => readJson(vectorBytes(`JSONTestSuite/test_parsing/${name}`))) }))

  test('188 of 188 invalid texts are refused', () => {
    const all = judged('n_')
    expect(all.length).toBe(188)
    expect(all.filter(({ code }) => code !== 'request-invalid')).toEqual([])
  })

  test('95 of 95 valid texts are taken', () => {
    const all = judged('y_')
    expect(all.length).toBe(95)
    expect(all.filter(({ code }) => code !== 'ok')).toEqual([])
  })
})

describe('the doors hold against noise', () => {
  test('any JSON value is taken or refused with a code of the door', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(['request-invalid', 'request-refused']).toContain(codeOf(() => accept(text)))
      }),
      { numRuns: 300 },
    )
  })

  test('any bytes are taken or refused with a code of the door', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['request-invalid', 'request-refused']).toContain(codeOf(() => accept(bytes)))
      }),
      { numRuns: 500 },
    )
  })

  test('a request with any one member changed to anything is taken or refused with a code of the door, and never echoed', () => {
    const request = {
      items: [{ package_name: 'p', current_version: '1', safe_version: '2' }],
      github_pat: 'ghp_x1234567',
      repo_url: 'https://github.com/o/n',
      jira_issue_requests: [{ server_url: 'https://j.example.com', pat: 'secret-pat', fields: {} }],
      github_pr_requests: [
        { package_name: 'p', current_version: '1', safe_version: '2', branch_name: 'a', title: 't', body: 'b' },
      ],
    }
    expect(codeOf(() => accept({ value: request }))).toBe('ok')
    const places = [
      'items',
      'github_pat',
      'repo_url',
      'jira_issue_requests',
      'github_pr_requests',
      'dry_run',
      'idempotency_key',
      'jira_comment_requests',
    ]
    const inner = [
      'package_name',
      'safe_version',
      'server_url',
      'pat',
      'fields',
      'branch_name',
      'title',
      'dependency_files',
      'labels',
      'body',
      'email',
      'api_version',
      'ecosystem',
      'base_branch',
      'repo_url',
    ]
    const canary = 'CANARY-VALUE'
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constant(canary),
      fc.constant([canary]),
      fc.constant({ [canary]: canary }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.option(fc.constantFrom(...inner)), value, (place, member, changed) => {
        const list = (request as Record<string, unknown>)[place]
        const deeper = member !== null && Array.isArray(list)
        const made = { ...request, [place]: deeper ? [{ ...(list[0] as object), [member]: changed }] : changed }
        try {
          accept({ value: made })
        } catch (error) {
          const failure = asFailure(error)
          expect(['request-invalid', 'request-refused']).toContain(failure.code)
          expect(failure.message).not.toContain(canary)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('any line of NDJSON gets one answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.constantFrom('{', 'null', '[]', '{"id":1}', '{"files":[]}', '{"files":1}')),
        (line) => {
          expect(answerLine(line)).toMatchObject({
            status: expect.stringMatching(/^(updated|unchanged|refused)$/),
            edits: expect.any(Array),
          })
        },
      ),
      { numRuns: 500 },
    )
  })
})

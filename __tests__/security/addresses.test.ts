/** Criterion 21: what is never contacted, however it is spelled and whatever its name resolves to. */
import type { LookupAddress } from 'node:dns'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type AddressPolicy, isAddressAllowed, isHostListed, type Resolve } from '../../src/adapters/addresses.ts'
import { createHttp } from '../../src/adapters/http.ts'
import { embeddedIPv4 } from '../../src/adapters/ip-text.ts'
import { asFailure } from '../../src/core/errors.ts'
import { readRepositoryUrl, readSiteUrl } from '../../src/request/rules.ts'
import { failureOf, openWorld } from '../adapters/git-world.ts'

/** Answers each look-up of a name with the next of its addresses, and the last one for ever. */
function resolver(table: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = []
  const resolve: Resolve = (hostname, _options, callback) => {
    const times = asked.filter((name) => name === hostname).length
    asked.push(hostname)
    const answers = table[hostname]
    const address = answers?.[Math.min(times, answers.length - 1)]
    if (address === undefined) return callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 } as LookupAddress])
  }
  return { resolve, asked }
}

/** What becomes of a request to this address, with the guards of a real run: the code of the failure, or `sent`. */
async function attempt(url: string, policy: Partial<AddressPolicy> = {}): Promise<string> {
  if (readSiteUrl(url, false) === undefined) return 'refused at the door'
  const http = createHttp({
    policy: { allowedHosts: [], allowLoopback: false, ...policy },
    timeout: 2000,
    dryRun: false,
    signal: new AbortController().signal,
  })
  try {
    await http.send({ method: 'GET', url, headers: { authorization: 'Bearer canary' } })
    return 'sent'
  } catch (error) {
    return asFailure(error).code
  } finally {
    http.close()
  }
}

const names = {
  'metadata.internal.example': ['169.254.169.254'],
  'v6-metadata.example': ['fd00:ec2::254'],
  'loopback.example': ['127.0.0.1'],
  'v6-loopback.example': ['::1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'nat64.example': ['64:ff9b::a9fe:a9fe'],
  'zero.example': ['0.0.0.0'],
  '169.254.169.254.nip.io': ['169.254.169.254'],
  'xn--metadata-9za.example': ['169.254.169.254'],
}

const hostile = [
  'https://169.254.169.254/latest/meta-data/',
  'https://169.254.169.254./',
  'https://169.254.170.2/v2/credentials',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0xa9.0xfe.0xa9.0xfe/',
  'https://0251.0376.0251.0376/',
  'https://0251.254.169.254/',
  'https://169.254.43518/',
  'https://169.16689662/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[::169.254.169.254]/',
  'https://[::ffff:0:169.254.169.254]/',
  'https://[64:ff9b::169.254.169.254]/',
  'https://[64:ff9b:1::a9fe:a9fe]/',
  'https://[2002:a9fe:a9fe::1]/',
  'https://[2001:0:1:2:3:4:5601:5601]/',
  'https://[fe80::5efe:169.254.169.254]/',
  'https://[2001:470:1:2:0:5efe:169.254.169.254]/',
  'https://[fe80::1]/',
  'https://[fe80::1%25eth0]/',
  'https://[fd00:ec2::254]/',
  'https://[fd20:ce::254]/',
  'https://[ff02::1]/',
  'https://[::]/',
  'https://[::1]/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://017700000001/',
  'https://0/',
  'https://0.0.0.0/',
  'https://255.255.255.255/',
  'https://224.0.0.1/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  'https://192.0.0.192/opc/v2/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://jira.localhost/',
  'https://metadata.google.internal/',
  'https://METADATA.google.internal./',
  'https://metadata/',
  'https://instance-data/',
  'https://jira.example.com@169.254.169.254/',
  'https://169.254.169.254#@jira.example.com/',
  'https://jira.example.com\\@169.254.169.254/',
  'https://１６９.２５４.１６９.２５４/',
  'https://169。254。169。254/',
  'https://①②⑦.⓪.⓪.①/',
  'https://ⓛocalhost/',
  'https://loc\u00adalhost/',
  'http://169.254.169.254/',
  'gopher://169.254.169.254/',
  '//169.254.169.254/',
  ...Object.keys(names).map((name) => `https://${name}/`),
]

describe('21. link-local, metadata and loopback', () => {
  test('no spelling of 40 and more gets a connection', async () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(60)
    const { resolve } = resolver(names)
    for (const url of hostile) {
      const outcome = await attempt(url, { resolve })
      expect([url, outcome]).toEqual([url, expect.stringMatching(/^(refused at the door|address-not-allowed)$/)])
      // The same with the strict switch, and as a repository.
      expect([url, await attempt(url, { resolve, blockPrivate: true })]).toEqual([url, outcome])
      const repository = `${url.replace(/\/[^/]*$/, '')}/acme/app`
      const parsed = readRepositoryUrl(repository, false)
      if (parsed) expect([url, await attempt(parsed.url, { resolve })]).toEqual([url, 'address-not-allowed'])
    }
  })

  test('as IP texts: the table', () => {
    const rows: [string, boolean, boolean][] = [
      ['8.8.8.8', true, true],
      ['140.82.112.3', true, true],
      ['2606:50c0:8000::153', true, true],
      ['64:ff9b::8.8.8.8', true, true],
      ['10.1.2.3', true, false],
      ['172.16.0.1', true, false],
      ['172.31.255.255', true, false],
      ['172.32.0.1', true, true],
      ['192.168.1.1', true, false],
      ['100.64.0.1', true, false],
      ['fd12:3456::1', true, false],
      ['::ffff:10.0.0.1', true, false],
      ['64:ff9b::10.0.0.1', true, false],
      ['169.254.0.1', false, false],
      ['169.253.255.255', true, true],
      ['fe80::1%eth0', false, false],
      ['febf::1', false, false],
      ['nonsense', false, false],
      ['', false, false],
    ]
    for (const [address, usual, strict] of rows) {
      const judged = [false, true].map((blockPrivate) =>
        isAddressAllowed(address, { allowLoopback: false, blockPrivate }),
      )
      expect([address, ...judged]).toEqual([address, usual, strict])
    }
    expect(isAddressAllowed('127.0.0.1', { allowLoopback: true })).toBe(true)
    expect(isAddressAllowed('::1', { allowLoopback: true, blockPrivate: true })).toBe(true)
    expect(isAddressAllowed('::ffff:127.0.0.1', { allowLoopback: false })).toBe(false)
  })

  test('a carried IPv4 address is found wherever it stands', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
        const hex = (high: number, low: number) => ((high << 8) | low).toString(16)
        const [left, right] = [hex(a, b), hex(c, d)]
        const inverted = [hex(a ^ 255, b ^ 255), hex(c ^ 255, d ^ 255)].join(':')
        for (const text of [
          `::ffff:${left}:${right}`,
          `::ffff:${address}`,
          `64:ff9b::${left}:${right}`,
          `2002:${left}:${right}::`,
        ])
          expect([text, embeddedIPv4(text)]).toEqual([text, address])
        expect(embeddedIPv4(`2001:0:1:2:3:4:${inverted}`)).toBe(address)
        expect(embeddedIPv4(`2606:50c0::${left}:${right}`)).toBeUndefined()
      }),
    )
  })

  test('ALLOWED_HOSTS restricts further', async () => {
    const { resolve } = resolver({ 'jira.example.com': ['169.254.169.254'] })
    const allowedHosts = ['jira.example.com', '*.corp.example']
    expect(await attempt('https://evil.example.com/', { allowedHosts })).toBe('host-not-allowed')
    expect(await attempt('https://jira.example.com.evil.com/', { allowedHosts })).toBe('host-not-allowed')
    // On the list, and still no metadata service.
    expect(await attempt('https://jira.example.com/', { allowedHosts, resolve })).toBe('address-not-allowed')
    for (const [host, listed] of [
      ['JIRA.example.com.', true],
      ['a.corp.example', true],
      ['corp.example', false],
      ['evilcorp.example', false],
      ['a.corp.example.evil', false],
    ] as const)
      expect([host, isHostListed(host, allowedHosts)]).toEqual([host, listed])
  })
})

describe('21. a name that resolves to something else the second time', () => {
  let canary: Server
  let seen: number
  beforeEach(async () => {
    seen = 0
    canary = createServer((_request, response) => {
      seen++
      response.end('{}')
    })
    await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready))
  })
  const stop = (server: Server) =>
    new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
  afterEach(() => stop(canary))
  const port = () => (canary.address() as AddressInfo).port

  test('gains nothing over HTTP: the address that is checked is the one that is connected to', async () => {
    const { resolve, asked } = resolver({ 'rebind.example': ['203.0.114.1', '127.0.0.1'] })
    const options = { timeout: 300, dryRun: false, signal: new AbortController().signal }
    const http = createHttp({ policy: { allowedHosts: [], allowLoopback: false, resolve }, ...options })
    const url = `http://rebind.example:${port()}/`
    const codes: string[] = []
    for (let turn = 0; turn < 4; turn++)
      codes.push((await failureOf(http.send({ method: 'GET', url, headers: {} }))).code)
    http.close()
    expect(asked.length).toBe(4)
    expect(codes.slice(1)).toEqual(['address-not-allowed', 'address-not-allowed', 'address-not-allowed'])
    expect(codes[0]).not.toBe('address-not-allowed')
    expect(seen).toBe(0)
  })

  test('gains nothing with git: it is held to the address that was checked', async () => {
    const world = await openWorld()
    const other = createServer((_request, response) => {
      seen += 100
      response.writeHead(404).end()
    })
    try {
      await new Promise<void>((ready) => other.listen(port(), '127.0.0.2', ready))
      // The system says that localhost is 127.0.0.1, where the canary listens; the checked answer is 127.0.0.2.
      const { resolve, asked } = resolver({ localhost: ['127.0.0.2', '169.254.169.254'] })
      const adapter = world.adapter({ policy: { allowedHosts: [], allowLoopback: true, resolve } })
      const target = world.target(`http://localhost:${port()}/o/n`)
      const repository = await adapter.open(target, { readOnly: true })
      await failureOf(repository.snapshot('main'))
      await failureOf(repository.tips(['x']))
      await repository.close()
      expect(asked.length).toBe(1)
      expect(seen).toBeGreaterThanOrEqual(200)
      expect(seen % 100).toBe(0)
      // The next opening asks again, and is refused before any process.
      const before = world.processes()
      expect((await failureOf(adapter.open(target, { readOnly: true }))).code).toBe('address-not-allowed')
      expect(world.processes()).toBe(before)
    } finally {
      await stop(other)
      await world.close()
    }
  })

  test('git is given no address that HTTP would be refused', async () => {
    const world = await openWorld()
    try {
      const before = world.processes()
      for (const host of [
        '169.254.169.254',
        '[fe80::1]',
        '[::ffff:a9fe:a9fe]',
        'metadata.google.internal',
        'in.example',
      ]) {
        const { resolve } = resolver({ 'in.example': ['169.254.169.254'] })
        const adapter = world.adapter({ policy: { allowedHosts: [], allowLoopback: false, resolve } })
        const failure = await failureOf(adapter.open(world.target(`https://${host}/o/n`), { readOnly: true }))
        expect([host, failure.code]).toEqual([host, 'address-not-allowed'])
      }
      const listed = world.adapter({ policy: { allowedHosts: ['github.com'], allowLoopback: false } })
      const failure = await failureOf(listed.open(world.target('https://evil.example/o/n'), { readOnly: true }))
      expect(failure.code).toBe('host-not-allowed')
      // One process each for the version of git, and none for a repository.
      expect(world.processes() - before).toBeLessThanOrEqual(6)
    } finally {
      await world.close()
    }
  })
})

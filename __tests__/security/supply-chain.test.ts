/** Criterion 31: what is shipped is what the sources make, what it is made of is known, and none of it is known to be bad. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const npm = (...args: string[]) => spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly peer?: boolean
  readonly name?: string
}

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[]
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(packages).flatMap(([path, one]) =>
  path === ''
    ? []
    : [{ ...one, name: one.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }],
)

/** Licences under which a bundle may be passed on, with their texts, as dist/licenses.txt has them. */
const permissive = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Python-2.0']

/** The packages in the bundle: ncc writes the name, the licence and its text of each. */
const bundled = [
  ...read('dist/licenses.txt').matchAll(/(?:^|\n\n)((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)\n([A-Z0-9][\w.-]*)\n/g),
].map(([, name = '', licence = '']) => ({ name, licence }))

test('two clean builds, one after the other, give the bytes that are committed', () => {
  for (const turn of ['first', 'second']) {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/build.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect([turn, status, stdout + stderr]).toEqual([turn, 0, 'dist/ is what src/ builds\n'])
  }
}, 300_000)

describe('the bill of materials', () => {
  const made = npm('sbom', '--sbom-format', 'cyclonedx')
  const bill = JSON.parse(made.stdout || '{"components":[]}') as { bomFormat: string; components: Component[] }
  const component = (name: string) => bill.components.filter((one) => one.name === name)
  const licencesOf = ({ licenses = [] }: Component) =>
    licenses.map(({ license, expression }) => license?.id ?? expression)

  test('can be made, in CycloneDX', () => {
    expect([made.status, bill.bomFormat]).toEqual([0, 'CycloneDX'])
  })

  test('has every package that is needed to run, as the lockfile pins it, to the hash', () => {
    const needed = locked.filter(({ dev, optional, peer }) => !dev && !optional && !peer)
    expect(needed.length).toBeGreaterThan(40)
    for (const { name, version, integrity } of needed) {
      const found = component(name).find((one) => one.version === version)
      expect([name, version, found?.purl]).toEqual([name, version, expect.stringContaining(`@${version}`)])
      const sha512 = found?.hashes?.find(({ alg }) => alg === 'SHA-512')?.content ?? ''
      expect([name, `sha512-${Buffer.from(sha512, 'hex').toString('base64')}`]).toEqual([name, integrity])
    }
  })

  test('has every package in the bundle, under a licence that lets it be passed on', () => {
    expect(bundled.length).toBeGreaterThan(30)
    for (const { name, licence } of bundled) {
      expect([name, licence, permissive.includes(licence)]).toEqual([name, licence, true])
      expect([name, component(name).flatMap(licencesOf)]).toEqual([name, expect.arrayContaining([licence])])
    }
  })

  test('and nothing that is needed to run is without a licence of that kind', () => {
    const needed = new Set(locked.filter(({ dev }) => !dev).map(({ name, version }) => `${name}@${version}`))
    const odd = bill.components
      .filter(({ name, version }) => needed.has(`${name}@${version}`))
      .filter((one) => !licencesOf(one).some((licence) => permissive.includes(licence ?? '')))
    expect(odd.map(({ name }) => name)).toEqual([])
  })
})

describe('known vulnerabilities', () => {
  const { stdout } = npm('audit', '--omit=dev', '--json')
  const answer = JSON.parse(stdout || '{}') as {
    metadata?: { vulnerabilities: Record<string, number> }
    message?: string
  }
  const why = (answer.message ?? 'npm audit said nothing').slice(0, 60)
  const here = answer.metadata ? test : test.skip

  here(`none that is high or critical${answer.metadata ? '' : ` (not asked: ${why})`}`, () => {
    expect(answer.metadata?.vulnerabilities).toMatchObject({ high: 0, critical: 0 })
  })
})

test('every package is pinned to its hash, and none to an address of its own', () => {
  const texts = Object.entries(packages).filter(([path]) => path !== '') as [string, Locked & { resolved?: string }][]
  for (const [path, { resolved, integrity }] of texts)
    expect([path, resolved, integrity]).toEqual([path, undefined, expect.stringMatching(/^sha512-/)])
})

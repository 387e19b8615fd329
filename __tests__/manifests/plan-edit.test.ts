// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of manifests
import { describe, expect, jest, test } from '@jest/globals'
import type { Change, EditPlan } from '../../src/manifests/format.ts'
import { packageJson } from '../../src/manifests/formats/package-json.ts'
import { planEdit } from '../../src/manifests/plan-edit.ts'
import { expectLinear, leastTime } from './support/processor-time.ts'

type Texts = Readonly<Record<string, string>>

function plan(texts: Texts, change: Partial<Change> = {}): EditPlan {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  return planEdit(files, { packageName: 'g:b', from: '1.0', to: '1.1', ...change })
}

/** The files after the plan, changed or not. */
function edited(texts: Texts, change: Partial<Change> = {}): Texts {
  const result = plan(texts, change)
  if (result.status !== 'edit') throw new Error(`no edit: ${JSON.stringify(result)}`)
  return { ...texts, ...Object.fromEntries(result.files.map(({ path, text }) => [path, text])) }
}

function refusal(texts: Texts, change: Partial<Change> = {}) {
  const result = plan(texts, change)
  if (result.status !== 'refused') throw new Error(`no refusal: ${JSON.stringify(result)}`)
  return result.refusal
}

const dependency = (name: string, version: string) => {
  const [group, artifact] = name.split(':')
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
}
const pom = (properties: string, ...dependencies: string[]) =>
  `<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>y</artifactId><version>1.0</version>
<properties>${properties}</properties>
<dependencies>${dependencies.join('\n')}</dependencies></project>
`

describe('variables', () => {
  test('one variable behind two declarations is raised once', () => {
    const before = pom('<v>1.0</v>', dependency('g:b', '${v}'), dependency('g:b', '${v}'))
    const result = plan({ 'pom.xml': before })
    expect(result).toMatchObject({
      status: 'edit',
      files: [{ text: before.replace('<v>1.0</v>', '<v>1.1</v>') }],
      evidence: [{ path: 'pom.xml', line: 2, before: '1.0', after: '1.1' }],
    })
  })

  test('a variable of a variable is followed to its end', () => {
    const before = pom('<a>${c}</a><c>1.0</c>', dependency('g:b', '${a}'))
    expect(edited({ 'pom.xml': before })['pom.xml']).toBe(before.replace('<c>1.0</c>', '<c>1.1</c>'))
  })

  test('of a version put together, text with a number moves and the variable stays', () => {
    const before = pom('<major>1</major><v>${major}.0</v>', dependency('g:b', '${v}'), dependency('h:c', '${major}.7'))
    expect(edited({ 'pom.xml': before })['pom.xml']).toBe(before.replace('${major}.0', '${major}.1'))
  })

  test('of a version with a suffix, the variable moves and the suffix stays', () => {
    const before = pom('<v>1.0</v>', dependency('g:b', '${v}.RELEASE'))
    const change = { from: '1.0.RELEASE', to: '1.1.RELEASE' }
    expect(edited({ 'pom.xml': before }, change)['pom.xml']).toBe(before.replace('<v>1.0<', '<v>1.1<'))
  })

  test('a pattern that the safe version does not fit is refused', () => {
    const before = pom('<v>1.0</v>', dependency('g:b', '${v}.RELEASE'))
    expect(refusal({ 'pom.xml': before }, { to: '1.1.Final' })).toMatchObject({ code: 'unsupported-constraint' })
  })

  test('one text that would have to become two is refused', () => {
    const before = pom('<v>1.0</v>', dependency('g:b', '${v}'), dependency('g:b', '${v}.1'))
    expect(refusal({ 'pom.xml': before }, { to: '1.1' }).code).toBe('ambiguous')
  })

  test.each([
    ['to itself', '<a>${a}</a>'],
    ['in a ring', '<a>${c}</a><c>${d}</c><d>${a}</d>'],
    ['nowhere', '<c>1.0</c>'],
  ])('a variable that leads %s is unresolved', (_, properties) => {
    const before = pom(properties, dependency('g:b', '${a}'))
    expect(refusal({ 'pom.xml': before })).toMatchObject({ code: 'unresolved-variable', path: 'pom.xml' })
  })

  test('a chain of a thousand variables ends in a refusal, not in a crash', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => `<v${i}>\${v${i + 1}}</v${i}>`).join('')
    expect(refusal({ 'pom.xml': pom(`${chain}<v1000>1.0</v1000>`, dependency('g:b', '${v0}')) }).code).toBe(
      'unresolved-variable',
    )
  })

  test('definitions that double at each step end in a refusal', () => {
    const pieces = Array.from({ length: 30 }, (_, i) => `<v${i}>\${v${i + 1}}\${v${i + 1}}</v${i}>`).join('')
    const texts = { 'pom.xml': pom(`${pieces}<v30>1</v30>`, dependency('g:b', '${v0}')) }
    const refused = () => expect(plan(texts).status).toBe('refused')
    expect(leastTime(refused, 500)).toBeLessThan(500)
  })

  test('names that lead in circles or double at each step name nothing', () => {
    const pieces = Array.from({ length: 60 }, (_, i) => `<v${i}>\${v${i + 1}}\${v${i + 1}}</v${i}>`).join('')
    const parent = pom(`${pieces}<v60>g</v60><a>\${c}</a><c>\${a}</c>`)
    const child = pom('', dependency('${v0}:b', '1.0'), dependency('${a}:b', '1.0')).replace(
      '<groupId>x',
      '<parent><groupId>x</groupId><artifactId>y</artifactId><version>1.0</version></parent><groupId>x',
    )
    const refused = () => expect(plan({ 'pom.xml': parent, 'c/pom.xml': child }).status).toBe('refused')
    expect(leastTime(refused, 500)).toBeLessThan(500)
  })

  test('a broken file may hide the definition, so nothing is edited', () => {
    const texts = { 'pom.xml': pom('<v>1.0</v>', dependency('g:b', '${v}')), 'x/pom.xml': '<project><' }
    expect(refusal(texts)).toMatchObject({ code: 'unparseable', path: 'x/pom.xml', line: 1 })
  })

  test('the definition in the nearest parent wins', () => {
    const child = `<project><modelVersion>4.0.0</modelVersion><parent><groupId>x</groupId><artifactId>y</artifactId><version>1.0</version><relativePath>../pom.xml</relativePath></parent><artifactId>z</artifactId><dependencies>${dependency('g:b', '${v}')}</dependencies></project>`
    const texts = { 'pom.xml': pom('<v>1.0</v>'), 'z/pom.xml': child, 'other/pom.xml': pom('<v>1.0</v>') }
    expect(edited(texts)).toEqual({ ...texts, 'pom.xml': texts['pom.xml'].replace('<v>1.0<', '<v>1.1<') })
  })
})

describe('a variable that several packages share', () => {
  const train = pom('<v>1.0</v>', dependency('g:b', '${v}'), dependency('g:c', '${v}'))
  const strangers = pom('<v>1.0</v><w>${v}</w>', dependency('g:b', '${v}'), dependency('h:c', '${w}'))

  test('is raised for packages of one group, and the others are named', () => {
    const result = plan({ 'pom.xml': train })
    expect(result).toMatchObject({
      status: 'edit',
      notes: [{ code: 'shared-variable', message: expect.stringContaining('g:c') }],
      evidence: [{ via: expect.stringContaining('g:c') }],
    })
  })

  test('is refused for packages of other groups, also behind another variable', () => {
    const { code, message, hint } = refusal({ 'pom.xml': strangers })
    expect(code).toBe('ambiguous')
    expect(message).toContain('h:c')
    expect(hint).toContain('allow_shared_versions')
  })

  test('is raised when the caller allows it', () => {
    expect(edited({ 'pom.xml': strangers }, { allowSharedVersions: true })['pom.xml']).toBe(
      strangers.replace('<v>1.0<', '<v>1.1<'),
    )
  })

  test('is no matter when the variable itself stays', () => {
    const before = pom('<v>1</v>', dependency('g:b', '${v}.0'), dependency('h:c', '${v}.0'))
    expect(edited({ 'pom.xml': before })['pom.xml']).toBe(before.replace('${v}.0', '${v}.1'))
  })
})

describe('what is not edited', () => {
  test('a safe version that the author excluded is refused', () => {
    const mod = 'module m\n\nrequire github.com/a/b v1.0.0\n\nexclude github.com/a/b v1.0.1\n'
    const change = { packageName: 'github.com/a/b', from: 'v1.0.0', to: 'v1.0.1' }
    expect(refusal({ 'go.mod': mod }, change)).toMatchObject({ code: 'excluded-by-author', line: 5 })
    expect(plan({ 'go.mod': mod }, { ...change, to: 'v1.0.2' }).status).toBe('edit')
  })

  test('an exclusion is no matter when nothing is to be raised', () => {
    const mod = 'module m\n\nrequire github.com/a/b v1.0.2\n\nexclude github.com/a/b v1.0.1\n'
    expect(plan({ 'go.mod': mod }, { packageName: 'github.com/a/b', from: 'v1.0.0', to: 'v1.0.1' }).status).toBe(
      'already',
    )
  })

  test('a managed declaration says who manages it', () => {
    const before =
      '<project><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies></project>'
    const result = plan({ 'pom.xml': before })
    expect(result).toMatchObject({
      status: 'refused',
      refusal: { code: 'not-declared' },
      notes: [{ code: 'managed-elsewhere' }],
    })
  })

  test('a property that a BOM outside the repository may read is pointed at', () => {
    const texts = {
      'pom.xml': pom('\n<java.version>17</java.version>\n<jackson-bom.version>2.13.0</jackson-bom.version>'),
    }
    const asked = (packageName: string) => refusal(texts, { packageName })
    const jackson = asked('com.fasterxml.jackson.core:jackson-databind')
    expect(jackson.code).toBe('not-declared')
    expect(jackson.hint).toContain('pom.xml:4 sets jackson-bom.version')
    for (const other of ['org.acme:jack', 'org.acme:java', 'g:bom']) {
      expect(asked(other).hint).not.toContain('jackson-bom.version')
    }
  })

  test('the same path twice is refused', () => {
    const file = { path: 'package.json', text: '{"dependencies":{"b":"1.0.0"}}' }
    expect(planEdit([file, file], { packageName: 'b', from: '1.0.0', to: '1.0.1' })).toMatchObject({
      status: 'refused',
      refusal: { code: 'ambiguous' },
    })
  })

  test('no files at all declare nothing', () => {
    expect(refusal({})).toMatchObject({ code: 'not-declared' })
  })

  test('all files broken: unparseable, even when none seems to speak of the package', () => {
    expect(refusal({ 'package.json': '{' }, { packageName: 'zod' })).toMatchObject({
      code: 'unparseable',
      path: 'package.json',
    })
  })

  test.each(['', ' ', '1.1"', '1.1\n2', "1.1'", '<1.1>', '${v}', '1.1 || 2', 'latest', '\0', '1'.repeat(300)])(
    'the safe version %.20j is none, and never reaches a file',
    (to) => {
      const result = plan({ 'package.json': '{"dependencies":{"b":"^1.0.0"}}' }, { packageName: 'b', to })
      expect(result).toMatchObject({ status: 'refused', refusal: { code: 'unsupported-constraint' } })
    },
  )
})

test('paths are looked at without `./` and given back as they came', () => {
  const result = plan({ './app/../package.json': '{"dependencies":{"b":"1.0.0"}}' }, { packageName: 'b', to: '1.0.1' })
  expect(result).toMatchObject({ status: 'edit', files: [{ path: './app/../package.json' }] })
})

test('evidence and refusals count lines of the text before the edit, after a BOM and CRLF too', () => {
  const text = '\uFEFF{\r\n  "dependencies": {\r\n    "b": "1.0.0"\r\n  }\r\n}\r\n'
  expect(plan({ 'package.json': text }, { packageName: 'b', from: '1.0.0', to: '1.0.1' })).toMatchObject({
    status: 'edit',
    evidence: [{ line: 3, before: '1.0.0', after: '1.0.1', via: 'dependencies' }],
    files: [{ text: text.replace('1.0.0', '1.0.1') }],
  })
})

describe('a batch over the same files', () => {
  test('scans a file once, however many changes are planned', () => {
    const scan = jest.spyOn(packageJson, 'scan')
    const files = ['a', 'b', 'c'].map((folder) => ({
      path: `${folder}/package.json`,
      text: '{"dependencies":{"x":"^2.0.0","y":"^2.0.0"}}',
    }))
    for (const packageName of ['x', 'y', 'x']) {
      expect(planEdit(files, { packageName, from: '1.0.0', to: '2.0.0' }).status).toBe('already')
    }
    expect(scan).toHaveBeenCalledTimes(files.length)
    scan.mockRestore()
  })

  test('takes linear time in the declarations of one package', () => {
    const declaring = (count: number) => {
      const dependencies = Object.fromEntries(Array.from({ length: count }, (_, i) => [`d${i}`, 'npm:b@^1.0.0']))
      return JSON.stringify({ dependencies }, null, 1)
    }
    expectLinear(declaring, 6_000, (text) => {
      // A new object every time: the readings of known ones are kept.
      const result = planEdit([{ path: 'package.json', text }], { packageName: 'b', from: '1.0.0', to: '1.0.1' })
      expect(result.status).toBe('edit')
    })
  })

  test('sees a text that changed under its object', () => {
    const file = { path: 'package.json', text: '{"dependencies":{"b":"1.0.0"}}' }
    const b: Change = { packageName: 'b', from: '1.0.0', to: '1.0.1' }
    expect(planEdit([file], b).status).toBe('edit')
    file.text = '{"dependencies":{"b":"1.0.1"}}'
    expect(planEdit([file], b).status).toBe('already')
    file.path = 'composer.json'
    expect(planEdit([file], b).status).toBe('refused')
  })
})

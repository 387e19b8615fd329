import { describe, expect, test } from '@jest/globals'
import { formats } from '../../../src/manifests/formats/index.ts'

function formatOf(path: string) {
  const format = formats.find(({ matches }) => matches(path))
  if (!format) throw new Error(`no format reads ${path}`)
  return format
}

test.each([
  ['pom.xml', 'pom.xml'],
  ['a/b/pom.xml', 'pom.xml'],
  ['pom-jdk8.xml', 'pom.xml'],
  ['x-1.0.pom', 'pom.xml'],
  ['.mvn/extensions.xml', '.mvn/extensions.xml'],
  ['releng/x.target', '*.target'],
  ['a.csproj', '*.csproj'],
  ['a.fsproj', '*.csproj'],
  ['a.VBPROJ', '*.csproj'],
  ['Directory.Packages.props', '*.csproj'],
  ['eng/Versions.props', '*.csproj'],
  ['Directory.Build.targets', '*.csproj'],
  ['a/packages.config', 'packages.config'],
  ['global.json', 'global.json'],
  ['.config/dotnet-tools.json', 'dotnet-tools.json'],
  ['Gemfile', 'Gemfile'],
  ['Gemfile.rails7', 'Gemfile'],
  ['gems.rb', 'Gemfile'],
  ['gemfiles/rails_7.gemfile', 'Gemfile'],
  ['a/x.gemspec', '*.gemspec'],
])('%s is read as %s', (path, id) => {
  expect(formatOf(path).id).toBe(id)
})

test.each([
  'Gemfile.lock',
  'gemfiles/rails_7.gemfile.lock',
  'Gemfile.rails7.lock',
  'gems.locked',
  'dependency-reduced-pom.xml',
  'extensions.xml',
  'pom.xml.bak',
  'mygems.rb',
  'NotAGemfile',
  'packages.lock.json',
])('%s is not read', (path) => {
  expect(formats.filter(({ matches }) => matches(path)).map(({ id }) => id)).toEqual([])
})

describe('related files', () => {
  test.each<[string, string, string[], string[]]>([
    ['a/pom.xml', '<project><parent/></project>', ['pom.xml', 'b/pom.xml'], ['pom.xml']],
    ['a/pom.xml', '<project/>', ['pom.xml'], []],
    ['a/pom.xml', '<project><parent><relativePath/></parent></project>', ['pom.xml'], []],
    ['a/b/pom.xml', '<project><parent/></project>', ['pom.xml', 'a/pom.xml'], ['a/pom.xml', 'pom.xml']],
    [
      'a/pom.xml',
      '<project><parent><relativePath>../p</relativePath></parent></project>',
      ['p/pom.xml', 'pom.xml'],
      ['p/pom.xml', 'pom.xml'],
    ],
    ['a/pom.xml', '<project><parent><relativePath>../../x</relativePath></parent></project>', ['pom.xml'], []],
    ['a/pom.xml', '<project', ['pom.xml'], []],
    [
      's/a.csproj',
      '<Project/>',
      ['Directory.Build.props', 's/Directory.Packages.props', 't/Directory.Build.props'],
      ['s/Directory.Packages.props', 'Directory.Build.props'],
    ],
    [
      's/a.csproj',
      '<Project><Import Project="..\\eng\\V.props"/><Import Project="$(Root)eng/W.props"/><Import Project="$(X)$(Y)"/></Project>',
      ['eng/V.props', 'eng/W.props', 's/x'],
      ['eng/V.props', 'eng/W.props'],
    ],
    ['s/packages.config', '', ['s/a.csproj', 'a.csproj'], ['s/a.csproj']],
    [
      'Gemfile',
      'gemspec\neval_gemfile \'x.rb\'\neval_gemfile "#{__dir__}/y.rb"',
      ['a.gemspec', 'b/b.gemspec', 'x.rb', 'y.rb'],
      ['a.gemspec', 'x.rb', 'y.rb'],
    ],
    [
      'a/Gemfile',
      "gemspec path: '..'\neval_gemfile(File.expand_path('../x.rb', __FILE__))",
      ['a.gemspec', 'a/x.rb', 'x.rb'],
      ['a.gemspec', 'x.rb'],
    ],
    ['Gemfile', "x.gemspec\ngemspec = 'a'\n'eval_gemfile'", ['a.gemspec'], []],
    ['Gemfile', "'", ['a.gemspec'], []],
  ])('of %s holding %j', (path, text, tree, expected) => {
    expect(formatOf(path).related?.(path, text, [path, ...tree])).toEqual(expected)
  })
})

describe('visibility, nearest first', () => {
  test.each<[string, string[], string[]]>([
    [
      's/a.csproj',
      ['s/a.csproj', 's/Directory.Build.props', 'Directory.Build.props', 'eng/Versions.props'],
      ['s/b.csproj', 'a.csproj', 'x/y/Z.props'],
    ],
    ['g/Gemfile', ['g/Gemfile', 'g/other.gemfile', 'Gemfile'], ['h/Gemfile']],
    ['Gemfile', ['Gemfile', 'gems.rb', 'g/x.gemfile'], []],
  ])('from %s', (reference, seen, unseen) => {
    const rank = (definition: string) => formatOf(reference).visibility?.(definition, reference)
    const ranks = seen.map((definition) => rank(definition) ?? Number.NaN)
    expect(ranks[0]).toBe(0)
    for (const [i, own] of ranks.entries()) if (i > 0) expect(own).toBeGreaterThan(ranks[i - 1] ?? Number.NaN)
    expect(unseen.map(rank)).toEqual(unseen.map(() => undefined))
  })
})

test.each([
  ['<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version></project>', ['g', 'a', '1'], undefined],
  [
    '<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>a</artifactId></project>',
    ['g', 'a', '1'],
    { name: ['g', 'p', '1'], path: 'x/pom.xml' },
  ],
  [
    `<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>[1,2)</version><relativePath>../../p</relativePath></parent><version>\${revision}</version></project>`,
    ['g', undefined, `\${revision}`],
    { name: ['g', 'p', undefined], path: 'p/pom.xml' },
  ],
  [
    '<project><parent><groupId>g</groupId><artifactId>p</artifactId><relativePath/></parent></project>',
    ['g', undefined, undefined],
    { name: ['g', 'p', undefined], path: undefined },
  ],
])('the lineage of %s', (text, own, parent) => {
  expect(formatOf('x/y/pom.xml').lineage?.(text, 'x/y/pom.xml')).toEqual({ own, ...(parent && { parent }) })
})

test('a pom property that only a remote parent could give is unresolved, and says why', () => {
  const scan = (text: string) =>
    formatOf('pom.xml')
      .scan(text, 'pom.xml')
      .find(({ names }) => names[0] === 'g:b')?.value
  const dependency = `<dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>\${v}</version></dependency></dependencies>`
  expect(scan(`<project>${dependency}</project>`)).toMatchObject({ kind: 'opaque', reason: 'unresolved-variable' })
  expect(scan(`<project><parent><version>1</version></parent>${dependency}</project>`)).toMatchObject({
    kind: 'template',
  })
})

test('groups name the place in the document', () => {
  const coordinates = '<groupId>g</groupId><artifactId>b</artifactId><version>1</version>'
  const text = `<project><parent>${coordinates}</parent>
    <dependencyManagement><dependencies><dependency>${coordinates}</dependency></dependencies></dependencyManagement>
    <build><plugins><plugin>${coordinates}<dependencies><dependency>${coordinates}</dependency></dependencies></plugin></plugins></build>
    <profiles><profile><dependencies><dependency>${coordinates}</dependency></dependencies><id>p</id></profile></profiles></project>`
  expect(
    formatOf('pom.xml')
      .scan(text, 'pom.xml')
      .map(({ group }) => group),
  ).toEqual(['parent', 'dependencyManagement', 'plugins', 'plugins dependencies', 'profile p dependencies'])
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gemfile } from '../../../src/manifests/formats/gemfile.ts'
import { gemspec } from '../../../src/manifests/formats/gemspec.ts'
import { mavenExtensions } from '../../../src/manifests/formats/maven-extensions.ts'
import { mavenPom } from '../../../src/manifests/formats/maven-pom.ts'
import { dotnetTools, globalJson } from '../../../src/manifests/formats/nuget-json.ts'
import { nugetPackagesConfig } from '../../../src/manifests/formats/nuget-packages-config.ts'
import { nugetProject } from '../../../src/manifests/formats/nuget-project.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { expectLinearScan, expectSound, mutated, type Subject, soundOrSyntaxError } from '../support/scan-laws.ts'

const POM = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <version>1.0</version> -->
<project xmlns='http://maven.apache.org/POM/4.0.0'>
  <parent><groupId>g</groupId><artifactId>p</artifactId><version>1.0</version></parent>
  <artifactId>x</artifactId>
  <properties><v note="1.0">1.0</v><v>1.1</v><w>\${v}.RELEASE</w></properties>
  <dependencyManagement><dependencies>
    <dependency><version>[1.0,2.0)</version><artifactId>b</artifactId><groupId>g</groupId></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>c</artifactId><version>
      <!-- why --> \${v} </version><exclusions><exclusion><groupId>g</groupId><artifactId>b</artifactId></exclusion></exclusions></dependency>
    <dependency><groupId>g</groupId><artifactId>d</artifactId><version><![CDATA[1.0]]></version></dependency>
    <dependency><groupId>g</groupId><artifactId>e</artifactId></dependency>
  </dependencies>
  <build><plugins><plugin><artifactId>f</artifactId><version>1.0</version><configuration><x/></configuration></plugin></plugins></build>
  <profiles><profile><id>q</id><properties><v>0.9</v></properties></profile></profiles>
</project>
`
const EXTENSIONS = `<extensions>
  <extension><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></extension>
  <extension><groupId>g</groupId><artifactId>b</artifactId><version> 1.0 </version></extension>
  <extension><groupId>g</groupId><artifactId>c</artifactId><version>1<!-- -->0</version></extension>
  <extension><groupId>g</groupId><artifactId>d</artifactId><version>\${d}</version></extension>
  <extension><groupId>g</groupId><artifactId>e</artifactId></extension>
  <extension><groupId>g</groupId><artifactId>f</artifactId><version/></extension>
</extensions>
`
const PROJECT = `<Project Sdk="X.Sdk/1.0.0;Y/2.0">
  <PropertyGroup Condition="'$(A)' == ''"><BV>1.0.0</BV><CV>$(BV)-x</CV></PropertyGroup>
  <Import Project="..\\packages\\B.1.0.0\\build\\B.props" Condition="Exists('..\\packages\\B.1.0.0\\build\\B.props')" />
  <ItemGroup>
    <PackageReference Include="B" Version="$(BV)" />
    <PackageReference Update='C' VersionOverride=" [1.0,2.0) "><Version>1.0.0</Version></PackageReference>
    <PackageReference Include="D;E" Version="1.0.0" />
    <Reference Include="F"><HintPath>..\\packages\\F.G.1.0.0-rc.1\\lib\\F.dll</HintPath></Reference>
  </ItemGroup>
</Project>
`
const PACKAGES_CONFIG = `<?xml version="1.0"?>
<packages>
  <package id="A" version="1.0.0" targetFramework="net48" />
  <package id="B" version="[1.0.0]" allowedVersions="[1,2)" />
  <package id="C" version="$(C)"></package>
  <package version='1.0.0-rc.1' id='D' />
  <package id="E" version="" />
  <package id="F" version="1.0.0+x" />
</packages>
`
const GLOBAL_JSON = `{
  // "B": "1.0.0"
  "msbuild-sdks": { "A": "1.0.0", "B": " 1.0.0", /* "C" */ "C": 1, "D": "\\u0031.0", "E": "[1,2)", "F": "x" }
}
`
const TOOLS = `{ "version": 1, "tools": {
  "a": { "version": "1.0.0", "commands": ["a"] }, "b": { "version": 1 }, "c": { "commands": [] },
  "d": { "version": "\\u0031.0" }, "e": { "version": "1.0.0-rc.1" }, "f": {} // g
} }
`
const GEMFILE = `source 'https://rubygems.org'
V, W = '1.0', '2.0'
X = '1.0'.freeze
Y = ['~> 1.0', ">= 1.0.3"]
Z = { a: '1.0', 'b' => "1.0" }
eval_gemfile 'other'
gem 'a'
gem("b", '~> 1.0', # why
    '>= 1.0.3', require: false)
gem %q(c), %w[>=1.0 <2], {:require => false}
gem 'd', *Y if RUBY_VERSION =~ /1.0/
gem "e", "~> #{X}", Z[:a] ? nil : "\\u0041"
group :test, :dev do
  %w[f g].each { |name| gem name, '1.0' }
  gem 'h', git: 'https://github.com/o/h.git', tag: "v#{X}"
end
git 'https://github.com/o/i', tag: 'v1.0' do gem 'i' end
y = <<~A + <<-'B'
  gem 'x', '1.0' #{X}
A
  B
=begin
gem 'x', '1.0'
=end
gem 'j', case X when '1' then ?a else :"s" end
__END__
gem 'x', '1.0'
`
const GEMSPEC = `Gem::Specification.new do |s|
  s.name = 'x'
  s.add_dependency 'a', '~> 1.0', ">= 1.0.3"
  s.add_runtime_dependency(%q<b>.freeze, ["~> 1.0"])
  s.add_development_dependency "c"
  s.add_dependency 'd', V
  s&.add_dependency 'e', '= ' + V
  s.add_dependency 'f', ENV.fetch('F', '1.0')
end
`

const pieces: readonly string[] = [
  ...'"\'<>/=$(){}[]#%|,;:@+*.-?!&`~ \t\n\r\0\\',
  ...['\r\n', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '</', '/>', '<version>', '</version>', `\${v}`, '$(BV)'],
  ...['#{', 'do\n', '\nend\n', '<<~A', '<<A\n', '%w[', '%q(', '=begin\n', '\n=end\n', '__END__\n', "gem 'z', ", '=> '],
  ...['&amp;', '&#49;', '&#x2e;', '&lt;'],
  ...['\uFEFF', 'if ', 'case ', '//', '/*', ' | '],
]

const subjects: readonly Subject[] = [
  { path: 'pom.xml', format: mavenPom, sample: POM },
  { path: '.mvn/extensions.xml', format: mavenExtensions, sample: EXTENSIONS },
  { path: 'a.csproj', format: nugetProject, sample: PROJECT },
  { path: 'packages.config', format: nugetPackagesConfig, sample: PACKAGES_CONFIG },
  { path: 'global.json', format: globalJson, sample: GLOBAL_JSON },
  { path: '.config/dotnet-tools.json', format: dotnetTools, sample: TOOLS },
  { path: 'Gemfile', format: gemfile, sample: GEMFILE },
  { path: 'x.gemspec', format: gemspec, sample: GEMSPEC },
]

describe.each(subjects.map((subject) => [subject.path, subject] as const))('%s', (path, subject) => {
  const { format, sample } = subject

  test('is matched by its format, and reads alike with LF and CRLF', () => {
    const outline = (text: string) =>
      format.scan(text, path).map(({ role, names, group, value }) => [role, names, group, value.kind])
    expect(format.matches(path)).toBe(true)
    expect(format.matches(`sub/${path}`)).toBe(true)
    expect(format.matches(`${path}.lock`)).toBe(false)
    expect(outline(sample).length).toBeGreaterThan(5)
    expect(outline(sample.replaceAll('\n', '\r\n'))).toEqual(outline(sample))
    expectSound(subject, sample)
    expectSound(subject, sample.replaceAll('\n', '\r\n'))
  })

  test('is sound or a syntax error when mutated', () => {
    fc.assert(
      fc.property(mutated(sample, pieces), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(1500),
    )
  })

  test('is sound or a syntax error for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(300),
    )
    const soup = fc.array(fc.constantFrom(...pieces, 'a', '1.0', 'gem', "'b'"), { maxLength: 60 })
    fc.assert(fc.property(soup, (words) => soundOrSyntaxError(subject, words.join(''))))
  })
})

type Tower = readonly [start: string, unit: string, end?: string]

/** How a text begins, and what is said over and over. */
const towers: Readonly<Record<string, readonly Tower[]>> = {
  'pom.xml': [
    ['', '<a>'],
    ['<a>', '<a b="c">x</a>', '</a>'],
    ['<project>', '<dependencies>'],
    ['<project>', `<dependency><groupId>\${project.groupId}</groupId><artifactId>b</artifactId>`],
    [
      '<project><groupId>g</groupId>',
      `<dependency><groupId>\${project.groupId}</groupId><artifactId>b</artifactId><version>1</version></dependency>`,
      '</project>',
    ],
    ['<project><properties>', `<p>\${p}</p>`, '</properties></project>'],
    ['<project><properties><p>', `\${p}`, '</p></properties></project>'],
    ['<project><properties><p>', '${', '</p></properties></project>'],
    ['<a>', '&amp;', '</a>'],
    ['<a>', '&', '</a>'],
    ['<a>', ']]', '</a>'],
    ['<a>', '<!-- -->', '</a>'],
    ['<a ', 'b="" ', '/>'],
    ['<a b="', ' ', '"/>'],
    ['<project>', '<profile><id>p</id>'],
    ['', '<!--'],
    ['<project><version>', ' \n', '</version></project>'],
  ],
  'a.csproj': [
    ['<Project>', '<PropertyGroup Condition="x">'],
    ['<Project>', '<PropertyGroup><A>1</A></PropertyGroup>', '</Project>'],
    ['<Project Sdk="', 'a/1;', '"/>'],
    ['<Project Sdk="', 'a', '"/>'],
    ['<Project Sdk="', 'a/', '"/>'],
    ['<Project><PackageReference Include="', 'a;', '" Version="1"/></Project>'],
    ['<Project><Import Project="', '\\packages', '"/></Project>'],
    ['<Project><Import Project="', '\\packages\\B.1.0.0', '\\"/></Project>'],
    ['<Project><PackageReference Include="a" Version="', '$(', '"/></Project>'],
    ['<Project><PackageReference Include="a" Version="', '$(a)', '"/></Project>'],
    ['<Project ', 'condition="x" ', '/>'],
  ],
  'global.json': [
    ['', '"\\'],
    ['', '/*'],
    ['', '/**/'],
    ['{"msbuild-sdks":{"a":"', ' ', '"}}'],
  ],
  Gemfile: [
    ['', "gem 'a', '1.0'\n"],
    ['', "gem 'a', "],
    ['', 'gem('],
    ['', "gem 'a', ["],
    ["gem 'a', ", '['],
    ["gem 'a', ", '(', ')'],
    ["gem 'a'", ",\n\n'1'"],
    ["gem 'a',", '\n'],
    ['', '\n'],
    ['', '"#{'],
    ['"', '#{x}', '"'],
    ['"', '\\'],
    ['', "'"],
    ['', '%w['],
    ['%w[', 'a ', "].each { |x| gem x, '1' }\n"],
    ['', "%w[a b].each { |x| gem x, '1' "],
    ['', '[[1].each do |x| '],
    ['', '['],
    ['', 'group :a do\n'],
    ['', "git 'https://github.com/o/r', tag: 'v1' do gem 'a'\n"],
    ['', 'a = if b\n'],
    ['', 'a = (b = '],
    ['', 'a = {\n'],
    ['', "a = '1'\ngem 'x', a\n"],
    ['a = ', "'1' + "],
    ['', 'a <<A\n'],
    ['', 'a << b, '],
    ['', 'def a('],
    ['', '/'],
    ['', '?'],
    ['', ':'],
    ['', '=begin\n'],
    ['', '=begin\n=end\n'],
    ['', 'a::'],
    ["gem 'a', A", '::A'],
    ["gem 'a', A", '.freeze'],
    ["gem 'a'", ', *A'],
    ["gem 'a', '1', a: ", '{b: '],
  ],
}

/** Distinct names, of which every one is a variable with a user. */
const many: Readonly<Record<string, (i: number) => string>> = {
  'pom.xml': (i) =>
    `${i === 0 ? '<project>' : ''}<profiles><profile><id>p${i}</id><properties><v${i}>1</v${i}></properties></profile></profiles>`,
  Gemfile: (i) => `V${i} = '1.0'\ngem 'g${i}', V${i}\n`,
  'a.csproj': (i) => `${i === 0 ? '<Project>' : ''}<PropertyGroup><V${i}>1</V${i}></PropertyGroup>`,
}

describe('1 MiB made to hurt is read or refused within a second, in linear time', () => {
  const rows = subjects.flatMap((subject) => [
    ...(towers[subject.path] ?? []).map((tower) => [subject.path, tower.join('…'), subject, repeated(tower)] as const),
    ...(many[subject.path] === undefined
      ? []
      : [[subject.path, 'distinct', subject, distinct(many[subject.path])] as const]),
  ])
  test.each(rows)('%s: %j', (_, __, subject, make) => {
    expectLinearScan(subject, make)
  })
})

function repeated([start, unit, end = '']: Tower): (size: number) => string {
  return (size) => start + unit.repeat(Math.ceil(size / unit.length)) + end
}

function distinct(entry: ((i: number) => string) | undefined): (size: number) => string {
  const written = entry ?? String
  const end: Readonly<Record<string, string>> = { '<project>': '</project>', '<Project>': '</Project>' }
  return (size) => {
    const text = Array.from({ length: Math.ceil(size / written(10_000).length) }, (_, i) => written(i)).join('')
    return text + (end[text.slice(0, 9)] ?? '')
  }
}

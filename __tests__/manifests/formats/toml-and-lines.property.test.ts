import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cargoToml } from '../../../src/manifests/formats/cargo-toml.ts'
import { goMod } from '../../../src/manifests/formats/go-mod.ts'
import { pipfile } from '../../../src/manifests/formats/pipfile.ts'
import { pyproject } from '../../../src/manifests/formats/pyproject.ts'
import { pythonScript } from '../../../src/manifests/formats/python-script.ts'
import { requirements } from '../../../src/manifests/formats/requirements.ts'
import { setupCfg } from '../../../src/manifests/formats/setup-cfg.ts'
import { setupPy } from '../../../src/manifests/formats/setup-py.ts'
import { versionCatalog } from '../../../src/manifests/formats/version-catalog.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { expectLinearScan, expectSound, mutated, type Subject, soundOrSyntaxError } from '../support/scan-laws.ts'

const REQUIREMENTS = `# b==1.0
-r base.txt
--index-url https://example.org/simple
a==1.0 ; python_version < "3" # why
b[x, y] >= 1.0, \\
   < 2.0 \\
   --hash=sha256:aaaa
c (>=1.0)
d
-e git+https://github.com/o/e.git@v1.0#egg=e
f @ https://example.org/f-1.0.zip ; os_name == "nt"
g==\${G}
`
const PYPROJECT = `[project]
name = "app"
dependencies = ["a>=1.0", 'b[x] ~= 1.0', """\\
  c==1.0""", "d\\u003d=1.0"]
[dependency-groups]
dev = ["e==1.0", {include-group = "x"}]
[tool.poetry.dependencies]
python = "^3.8"
f = "^1.0 || ^2.0"
g = { version = "~1.0", extras = ["x"] }
h = [{ version = "1.0", python = "<3" }, { git = "https://github.com/o/h.git", tag = "v1.0" }]
[tool.poetry.group.dev.dependencies.i]
path = "../i"
[tool.uv.sources]
a = { git = "https://github.com/o/a", rev = "v1.0" }
`
const PIPFILE = `[packages]
a = "==1.0"
b = {version = "*", extras = ["x"]}
[dev-packages.c]
git = "https://github.com/o/c.git"
ref = "v1.0"
[docs]
d = {path = "."}
e = ">=1.0,<2"
`
const SETUP_CFG = `[metadata]
name = app
[options]
install_requires =
    a==1.0
    # b==1.0
    c >=1.0,<2; python_version > "3" # why
setup_requires = d; e==1.0
[options.extras_require]
x = f==1.0
`
const SETUP_PY = `"""Text."""
V = '1.0'
REQ = ['a==1.0', "b" ">=1.0", r'''c<2''', f"d=={V}", 'e==%s' % V]  # 'a==1.0'
REQ += ["f==1.0" if V else 'f==2.0', *OTHER, "g==" + V]
EXTRA = {'x': REQ, "y": ["h\\u003d=1.0"], **MORE}
setup(install_requires=REQ, extras_require=EXTRA, tests_require="""
  i==1.0
""", setup_requires=[r for r in ['j==1.0'] if r])
`
const GO_MOD = `module example.org/m // why

go 1.21

require (
	github.com/a/b v1.0.0
	"github.com/c/d" v1.0.0+incompatible // indirect; why
)
require \`github.com/e/f\` "v1.0.0"
exclude github.com/a/b v1.1.0
retract [v1.0.0, v1.1.0]
replace (
	github.com/a/b v1.0.0 => github.com/g/h v1.0.0
	github.com/c/d => ../d
	github.com/e/f => github.com/i/j v1.0.0
)
`
const CARGO = `[package]
name = "app"
[dependencies]
a = "1.0"
b = { version = "^1.0", features = ["x"] } # 1.0
c.version = "=1.0.0"
d = { git = "https://github.com/o/d", tag = "v1.0" }
e = { path = "../e" }
f.workspace = true
[target.'cfg(unix)'.dev-dependencies.g]
package = "h"
version = ">=1.0, <2"
[patch.crates-io]
a = { git = "https://github.com/o/a", rev = "v1.0" }
[replace]
"b:1.0.0" = { git = "https://github.com/o/b", tag = "v1.0" }
`
const CATALOG = `[versions]
a = "1.0"
b = { strictly = "[1.0, 2.0[", prefer = "1.0", reject = ["1.5"] }
[libraries]
a = { module = "g:a", version.ref = "a" }
b = { group = "g", name = "b", version = { ref = "b" } }
c = "g:c:1.0"
d = { module = "g:d", version = { require = "1.0", rejectAll = true } }
e = { module = "g:e" }
[plugins]
f = { id = "g.f", version = "1.0" }
g = "g.g:1.0"
[bundles]
x = ["a"]
`

const SCRIPT = `#!/usr/bin/env -S uv run
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "b==1.0", # why
#   "b[x]>=1; python_version < '3'",
#   "c @ git+https://github.com/o/c@v1.0.0",
#   "d",
# ]
#
# [tool.uv]
# constraint-dependencies = ["\\u0062<2"]
# ///
import b
`

const subjects: readonly (readonly [string, Subject, readonly string[]])[] = [
  ['requirements.txt', requirements, REQUIREMENTS],
  ['pyproject.toml', pyproject, PYPROJECT],
  ['Pipfile', pipfile, PIPFILE],
  ['setup.cfg', setupCfg, SETUP_CFG],
  ['setup.py', setupPy, SETUP_PY],
  ['run.py', pythonScript, SCRIPT],
  ['go.mod', goMod, GO_MOD],
  ['Cargo.toml', cargoToml, CARGO],
  ['gradle/libs.versions.toml', versionCatalog, CATALOG],
].map(([path, format, sample]) => [
  path as string,
  { path, format, sample } as Subject,
  [
    ...'\\"\'#[](){}=,;:@+*.-<>!~`/ \t\n\r\0',
    '\r\n',
    '\\\n',
    '"""',
    "'''",
    '\\u0041',
    '//',
    '=>',
    '==',
    '\n\n',
    '\uFEFF',
  ],
])

describe.each(subjects)('%s', (path, subject, pieces) => {
  const { format, sample } = subject

  test('is matched by its format, and reads alike with LF and CRLF', () => {
    const outline = (text: string) =>
      format.scan(text, path).map(({ role, names, group, value }) => [role, names, group, value.kind])
    expect(format.matches(path)).toBe(true)
    expect(format.matches(`sub/${path}`)).toBe(true)
    expect(format.matches(`${path}.bak`)).toBe(false)
    expect(outline(sample).length).toBeGreaterThan(4)
    expect(outline(sample.replaceAll('\n', '\r\n'))).toEqual(outline(sample))
    expectSound(subject, sample)
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
    const soup = fc.array(fc.constantFrom(...pieces, 'a', '1.0', 'install_requires'), { maxLength: 60 })
    fc.assert(fc.property(soup, (words) => soundOrSyntaxError(subject, words.join(''))))
  })
})

/** What a text is made of: how it begins, and what is said over and over. */
const towers: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'requirements.txt': [
    ['', 'b==1.0\n'],
    ['b>=1', ',<2'],
    ['', 'b==1.0 \\\n'],
    ['b', '\\'],
    ['b @ git+https://', 'a/@'],
    ['b', ' #'],
    ['b[', 'x,'],
  ],
  'pyproject.toml': [
    ['', 'a.'],
    ['a = ', '['],
    ['a = ', '{a='],
    ['', '[[a]]\n'],
    ['a = """', '"" \n'],
    ['[project]\ndependencies = [', '"b>=1.0",\n'],
    ['[project]\ndependencies = ["', '\\u0041'],
  ],
  Pipfile: [['[packages]\n', 'a=']],
  'setup.cfg': [
    ['[options]\ninstall_requires =', '\n  b==1.0'],
    ['[options]\ninstall_requires = ', 'b==1.0;'],
    ['[', 'a'],
    ['[options]\na', ' '],
  ],
  'setup.py': [
    ['', '('],
    ['install_requires=[', '"b==1.0",'],
    ['install_requires=["b==1.0"', ' "x"'],
    ['install_requires=', 'a if b else '],
    ['install_requires=a\n', 'a = a + a\n'],
    ['install_requires=', '*'],
    ['install_requires="', '\\N{'],
    ['', 'f"{x}" '],
    ['', ' '],
  ],
  'run.py': [
    ['# /// script\n# dependencies = [\n', '#   "b==1.0",\n'],
    ['', '# /// script\n'],
    ['', '# /// script\n# ///\n'],
    ['# /// script\n', '# ///\n'],
    ['# /// script\n# ///', '\n#'],
  ],
  'go.mod': [
    ['require (\n', '\ta/b v1.0.0\n'],
    ['', 'replace a => b v1.0.0\n'],
    ['', 'a/'],
    ['"', '\\'],
    ['', '// a\n'],
  ],
  'Cargo.toml': [
    ['[dependencies]\n', 'a={'],
    ['', '[dependencies.a]\n'],
  ],
  'gradle/libs.versions.toml': [['[versions]\na = { reject = [', '"1.0",']],
}

/** Distinct keys, of which every one is a dependency or a version with a user. */
const many: Readonly<Record<string, (i: number) => string>> = {
  'pyproject.toml': (i) => `[tool.poetry.group.g${i}.dependencies]\nb = "1.0"\n`,
  'Cargo.toml': (i) => `[dependencies.b${i}]\nversion = "1.0"\n`,
  'gradle/libs.versions.toml': (i) =>
    `[versions.b${i}]\nrequire = "1.0"\n[libraries.b${i}]\nmodule = "g:b"\nversion.ref = "b${i}"\n`,
}

describe('1 MiB made to hurt is read or refused within a second, in linear time', () => {
  const rows = subjects.flatMap(([path, subject]) => [
    ...(towers[path] ?? []).map(([start, unit]) => [path, start + unit, subject, repeated(start, unit)] as const),
    ...(many[path] === undefined ? [] : [[path, 'distinct keys', subject, distinct(many[path])] as const]),
  ])
  test.each(rows)('%s: %j', (_, __, subject, make) => {
    expectLinearScan(subject, make)
  })
})

function repeated(start: string, unit: string): (size: number) => string {
  return (size) => start + unit.repeat(Math.ceil(size / unit.length))
}

function distinct(entry: (i: number) => string): (size: number) => string {
  return (size) => Array.from({ length: Math.ceil(size / entry(10_000).length) }, (_, i) => entry(i)).join('')
}

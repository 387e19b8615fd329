import type { Change } from '../src/manifests/index.ts'

/** A manifest that can be made in any size, with one declaration to raise in its middle. */
export interface Sample {
  readonly path: string
  readonly change: Change
  /** About that many bytes. */
  ofSize(bytes: number): string
}

/** One line (or block) of the file: a package by its number, at a version. */
type Entry = (index: number, version: string) => string

const FROM = '1.2.3'
const TO = '1.2.9'
const WANTED = 'wanted'

/** Other packages are at versions of their own, as in real files; some share the wanted one's. */
const versionAt = (index: number) => `${index % 5}.${index % 17}.${index % 11}`
const nameAt = (index: number) => (index < 0 ? WANTED : `package-${index}`)

function sample(path: string, packageName: string, head: string, entry: Entry, tail: string, separator = '\n'): Sample {
  return {
    path,
    change: { packageName, from: FROM, to: TO },
    ofSize(bytes) {
      const count = Math.max(2, Math.round((bytes - head.length - tail.length) / entry(10_000, '1.1.1').length))
      const entries = Array.from({ length: count }, (_, i) => entry(i, versionAt(i)))
      entries[count >> 1] = entry(-1, FROM)
      return head + entries.join(separator) + tail
    },
  }
}

const maven: Entry = (i, version) => `    <dependency>
      <groupId>org.acme</groupId>
      <artifactId>${nameAt(i)}</artifactId>
      <version>${version}</version>
    </dependency>`

/** One sample for each grammar that is read by a reader of its own. */
export const samples: readonly Sample[] = [
  sample(
    'package.json',
    WANTED,
    '{\n  "dependencies": {\n',
    (i, v) => `    "${nameAt(i)}": "^${v}"`,
    '\n  }\n}\n',
    ',\n',
  ),
  sample('requirements.txt', WANTED, '', (i, v) => `${nameAt(i)}>=${v},<9  # why`, '\n'),
  sample(
    'go.mod',
    `github.com/acme/${WANTED}`,
    'module m\n\ngo 1.21\n\nrequire (\n',
    (i, v) => `\tgithub.com/acme/${nameAt(i)} v${v.replace(/^[2-9]/, '1')} // indirect`,
    '\n)\n',
  ),
  sample('pom.xml', `org.acme:${WANTED}`, '<project>\n  <dependencies>\n', maven, '\n  </dependencies>\n</project>\n'),
  sample(
    'build.gradle',
    `org.acme:${WANTED}`,
    'dependencies {\n',
    (i, v) => `  implementation 'org.acme:${nameAt(i)}:${v}' // why`,
    '\n}\n',
  ),
  sample(
    'gradle/libs.versions.toml',
    `org.acme:${WANTED}`,
    '[libraries]\n',
    (i, v) => `${nameAt(i)} = { module = "org.acme:${nameAt(i)}", version = "${v}" }`,
    '\n',
  ),
  sample('Gemfile', WANTED, "source 'https://rubygems.org'\n", (i, v) => `gem '${nameAt(i)}', '~> ${v}' # why`, '\n'),
  sample('pyproject.toml', WANTED, '[project]\ndependencies = [\n', (i, v) => `  "${nameAt(i)}>=${v}",`, '\n]\n'),
  sample('setup.py', WANTED, 'setup(install_requires=[\n', (i, v) => `  '${nameAt(i)}>=${v}',`, '\n])\n'),
  sample('Cargo.toml', WANTED, '[dependencies]\n', (i, v) => `${nameAt(i)} = "${v}"`, '\n'),
  sample(
    'composer.json',
    `acme/${WANTED}`,
    '{\n  "require": {\n',
    (i, v) => `    "acme/${nameAt(i)}": "^${v}"`,
    '\n  }\n}\n',
    ',\n',
  ),
  sample(
    'app.csproj',
    WANTED,
    '<Project>\n  <ItemGroup>\n',
    (i, v) => `    <PackageReference Include="${nameAt(i)}" Version="${v}" />`,
    '\n  </ItemGroup>\n</Project>\n',
  ),
  sample('pnpm-workspace.yaml', WANTED, 'catalog:\n', (i, v) => `  ${nameAt(i)}: ^${v}`, '\n'),
  sample('.yarnrc.yml', WANTED, 'catalogs:\n  one:\n', (i, v) => `    "${nameAt(i)}": "^${v}" # why`, '\n'),
]

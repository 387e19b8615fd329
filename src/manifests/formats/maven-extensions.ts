import type { Declaration, ManifestFormat } from '../format.ts'
import { readXml, readXmlAgain } from '../syntax/xml.ts'
import { coordinatesIn, type PomNames } from './maven-coordinates.ts'

/** Core extensions are read before any pom, and a target platform beside them: neither has properties of its own. */
const NO_NAMES: PomNames = {
  literal: (text) => text,
  unresolvable: (name) => ({
    detail: `\${${name}} comes from outside this file`,
    hint: 'Write the version itself.',
  }),
}

function scan(text: string): readonly Declaration[] {
  return coordinatesIn(readXml(text), NO_NAMES)
}

/** Maven's core extensions: `.mvn/extensions.xml`. */
export const mavenExtensions: ManifestFormat = {
  id: '.mvn/extensions.xml',
  ecosystem: 'maven',
  matches: (path) => /(?:^|\/)\.mvn\/extensions\.xml$/.test(path),
  scan,
  read: readXmlAgain,
}

/** Tycho's target platforms with Maven locations: `*.target`. */
export const tychoTarget: ManifestFormat = {
  id: '*.target',
  ecosystem: 'maven',
  matches: (path) => /[^/]\.target$/.test(path),
  scan,
  read: readXmlAgain,
}

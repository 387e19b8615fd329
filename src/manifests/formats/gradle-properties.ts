import type { Declaration, ManifestFormat, Part, Value } from '../format.ts'
import { type JavaProperty, javaProperties } from '../syntax/java-properties.ts'
import { gradleVisibility } from './gradle/places.ts'
import { variableName } from './gradle/text.ts'

/** The Gradle properties format (`gradle.properties`): every key is a variable of the build scripts. */
export const gradleProperties: ManifestFormat = {
  id: 'gradle.properties',
  ecosystem: 'maven',
  matches: (path) => /(?:^|\/)gradle\.properties$/.test(path),
  scan: (text) => {
    // The last of several equal keys is the one that counts.
    const byName = new Map(javaProperties(text).map((property) => [variableName(property.key), property]))
    return [...byName].map(([name, property]) => declaration(name, property)).sort((one, other) => one.at - other.at)
  },
  visibility: gradleVisibility,
}

function declaration(name: string, property: JavaProperty): Declaration {
  return {
    role: 'variable',
    names: [name],
    group: 'gradle.properties',
    at: property.at,
    value: propertyValue(name, property),
  }
}

function propertyValue(name: string, { value }: JavaProperty): Value {
  if (name === 'version') {
    return {
      kind: 'opaque',
      reason: 'ambiguous',
      detail: "version is the project's own version, which is not a dependency's to raise",
    }
  }
  return { kind: 'literal', dialect: 'gradle', parts: [trimmed(value)] }
}

/** White space behind a value belongs to it in Java, but a version has none: it stays where it is. */
function trimmed({ span, text }: Part): Part {
  const rest = text.length - text.trimEnd().length
  if (rest === 0 || span.end - span.start !== text.length) return { span, text }
  return { span: { start: span.start, end: span.end - rest }, text: text.trimEnd() }
}

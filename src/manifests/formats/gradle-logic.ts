import type { ManifestFormat } from '../format.ts'
import { GRADLE_LOCKFILES, gradleFileKind, gradleRelatives, gradleVisibility } from './gradle/places.ts'
import { scanGradle } from './gradle/walk.ts'

/** Kotlin, Groovy and Java sources of a Gradle build's own logic (`buildSrc`, `build-logic`): constants and conventions. */
export const gradleLogic: ManifestFormat = {
  id: 'buildSrc',
  ecosystem: 'maven',
  matches: (path) => gradleFileKind(path) === 'logic',
  scan: (text, path) => scanGradle(text, path.endsWith('.kt') ? 'kotlin' : path.endsWith('.java') ? 'java' : 'groovy'),
  related: gradleRelatives,
  visibility: gradleVisibility,
  lockfiles: GRADLE_LOCKFILES,
}

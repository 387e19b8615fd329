import type { ManifestFormat } from '../format.ts'
import { GRADLE_LOCKFILES, gradleFileKind, gradleRelatives, gradleVisibility } from './gradle/places.ts'
import { scanGradle } from './gradle/walk.ts'

/** The Gradle build script format: `build.gradle(.kts)`, `settings.gradle(.kts)` and the scripts they apply. */
export const gradleBuild: ManifestFormat = {
  id: 'build.gradle',
  ecosystem: 'maven',
  matches: (path) => /\.gradle(?:\.kts)?$/.test(path) && gradleFileKind(path) !== undefined,
  scan: (text, path) => scanGradle(text, path.endsWith('.kts') ? 'kotlin' : 'groovy'),
  related: gradleRelatives,
  visibility: gradleVisibility,
  lockfiles: GRADLE_LOCKFILES,
}

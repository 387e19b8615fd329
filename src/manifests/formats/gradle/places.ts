import { ancestorsOf, folderOf, resolvePath } from '../paths.ts'

/** What a path is in a Gradle build. */
export type GradleFile = 'build' | 'settings' | 'script' | 'properties' | 'catalog' | 'versions' | 'logic'

/** Names of the files that pin what a Gradle build resolved. */
export const GRADLE_LOCKFILES: readonly string[] = [
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'settings-gradle.lockfile',
  'versions.lock',
  'gradle/verification-metadata.xml',
]

const LOGIC =
  /^(.*?)(?:^|(?<=\/))(?:buildSrc|build-?logic|build-conventions|build-plugins|includeBuild|gradle\/plugins|convention-plugins)\/(?:.*\/)?[^/]+\.(?:kt|groovy|java)$/

/** The kind of a path, or undefined when it is no file of a Gradle build. */
export function gradleFileKind(path: string): GradleFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^build\.gradle(?:\.kts)?$/.test(name)) return 'build'
  if (/^settings\.gradle(?:\.kts)?$/.test(name)) return 'settings'
  if (/\.gradle(?:\.kts)?$/.test(name)) return 'script'
  if (name === 'gradle.properties') return 'properties'
  if (name.endsWith('.versions.toml')) return 'catalog'
  if (name === 'versions.props') return 'versions'
  return LOGIC.test(path) ? 'logic' : undefined
}

/** The folder of the build that a file of build logic serves: the one that holds `buildSrc`. */
function servedFolder(path: string): string {
  return LOGIC.exec(path)?.[1] ?? folderOf(path)
}

const STEP = 10
const FAR = 500

/**
 * How near a variable of `definition` is to a reference in `reference`, for every file of a Gradle build: first the
 * file itself, then folder by folder upwards the build script, scripts that may be applied, `gradle.properties`,
 * settings, catalogs, build logic. Build scripts of other subprojects cannot be seen.
 */
export function gradleVisibility(definition: string, reference: string): number | undefined {
  if (definition === reference) return 0
  // A file of any other name is here because a script applies it; poms are Maven's.
  const kind = gradleFileKind(definition) ?? (/\.(?:xml|pom)$/i.test(definition) ? undefined : 'script')
  const folders = ancestorsOf(folderOf(reference))
  const distance = folders.indexOf(homeOf(definition, kind))
  switch (kind) {
    case 'build':
      return distance < 0 ? undefined : distance * STEP + 1
    case 'script':
      // A script is applied from anywhere.
      return distance < 0 ? FAR : distance * STEP + 2
    case 'properties':
      return distance < 0 ? undefined : distance * STEP + 3
    case 'settings':
    case 'versions':
      return distance < 0 ? undefined : distance * STEP + 4
    case 'catalog':
      return distance < 0 ? FAR + 1 : distance * STEP + 5
    case 'logic':
      return distance < 0 ? undefined : distance * STEP + 6
    default:
      return undefined
  }
}

/** The folder a file speaks for: `gradle/deps.gradle` and `gradle/libs.versions.toml` for the one above. */
function homeOf(path: string, kind: GradleFile | undefined): string {
  if (kind === 'logic') return servedFolder(path)
  const folder = folderOf(path)
  return (kind === 'script' || kind === 'catalog') && /(?:^|\/)gradle\/$/.test(folder) ? folder.slice(0, -7) : folder
}

const APPLIED = /\b(?:from|file|rootProject\.file|project\.file)\s*[(=:]?\s*\(?\s*["']([^"'\r\n]{1,300})["']/g

/** The files of the tree that a Gradle file may take versions from, nearest first. */
export function gradleRelatives(path: string, text: string, tree: readonly string[]): readonly string[] {
  const folders = ancestorsOf(folderOf(path))
  const applied = new Set(appliedPaths(path, text))
  const ranked = tree.flatMap((other) => {
    if (other === path) return []
    if (applied.has(other)) return [{ other, rank: 0 }]
    const rank = isLeanedOn(other, folders) ? gradleVisibility(other, path) : undefined
    return rank === undefined ? [] : [{ other, rank }]
  })
  return ranked.sort((one, two) => one.rank - two.rank).map(({ other }) => other)
}

function isLeanedOn(path: string, folders: readonly string[]): boolean {
  const kind = gradleFileKind(path)
  if (kind === undefined) return false
  if (kind !== 'script') return true
  const folder = folderOf(path)
  return folders.some((above) => folder === above || folder === `${above}gradle/`)
}

/** `apply from: "$rootDir/gradle/deps.gradle"`, from the folder of the file, and from every folder that may be the root. */
function appliedPaths(path: string, text: string): readonly string[] {
  const folders = ancestorsOf(folderOf(path))
  const paths: string[] = []
  for (const [, target = ''] of text.matchAll(APPLIED)) {
    const relative = target.replace(/^\$\{?(?:\w+\.)*(?:rootDir|projectDir|projectRoot)\}?\/?/, '')
    if (/[$:]/.test(relative)) continue
    for (const folder of folders) {
      const found = resolvePath(folder, relative)
      if (found !== undefined) paths.push(found)
    }
  }
  return paths
}

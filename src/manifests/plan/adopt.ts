import type { Ecosystem, ManifestFormat, ManifestText } from '../format.ts'
import { formats } from '../formats/index.ts'
import { splitBom } from '../splice.ts'

/** The format that reads this path, the wanted ecosystem's first; undefined when the path is no known manifest. */
export function formatOf(path: string, ecosystem?: Ecosystem): ManifestFormat | undefined {
  const place = cleanPath(path)
  return formats.find((format) => (!ecosystem || format.ecosystem === ecosystem) && format.matches(place))
}

/** The paths of `tree` that a manifest read with `format` leans on; none when its text cannot be read. */
export function leansOn({ path, text }: ManifestText, format: ManifestFormat, tree: readonly string[]): string[] {
  try {
    const found = format.related?.(cleanPath(path), splitBom(text).body, tree) ?? []
    return [...new Set(found)].filter((other) => other !== path)
  } catch {
    return []
  }
}

/** The format of a file that a manifest in `format` leans on and whose own name says nothing (`-r base.lst`). */
export function adoptedFormat(path: string, format: ManifestFormat): ManifestFormat | undefined {
  return formatOf(path) ? undefined : (format.readsOthersAs ?? format)
}

/**
 * Formats for those of the files, by clean path, whose names say nothing, from the files that lean on them, however
 * many steps away.
 */
export function adoptedFormats(
  manifests: readonly ManifestText[],
  ecosystem?: Ecosystem,
): ReadonlyMap<string, ManifestFormat> {
  const nameless = new Map(
    manifests.filter(({ path }) => !formatOf(path)).map((manifest) => [cleanPath(manifest.path), manifest]),
  )
  const adopted = new Map<string, ManifestFormat>()
  if (nameless.size === 0) return adopted
  const tree = [...nameless.keys()]
  const lastNames = tree.map((path) => path.slice(path.lastIndexOf('/') + 1))
  const open = manifests.flatMap((manifest) => {
    const format = formatOf(manifest.path, ecosystem)
    return format ? [{ manifest, format }] : []
  })
  for (let next = open.pop(); next; next = open.pop()) {
    const { manifest, format } = next
    // Reading for references costs a parse, so only a text that holds one of the names is read.
    if (!format.related || !lastNames.some((name) => manifest.text.includes(name))) continue
    for (const path of leansOn(manifest, format, tree)) {
      const target = nameless.get(path)
      const own = adoptedFormat(path, format)
      if (!target || !own || adopted.has(path)) continue
      adopted.set(path, own)
      open.push({ manifest: target, format: own })
    }
  }
  return adopted
}

/** A path without `./`, empty segments and `..`, so that `./app/../pom.xml` and `pom.xml` are one place. */
export function cleanPath(path: string): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

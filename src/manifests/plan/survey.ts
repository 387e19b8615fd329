import {
  type Declaration,
  type Ecosystem,
  type Lineage,
  type ManifestFormat,
  ManifestSyntaxError,
  type ManifestText,
} from '../format.ts'
import { lineOf, linesOf, splitBom } from '../splice.ts'
import { adoptedFormats, cleanPath, formatOf } from './adopt.ts'

/** A manifest that was read: its text without BOM (spans point into that) and what stands in it. */
export interface ScannedFile {
  /** As the caller wrote it. */
  readonly path: string
  /** Cleaned of `./`, `//` and `..`: what formats look at. */
  readonly place: string
  /** The text as given, BOM included. */
  readonly whole: string
  readonly bom: string
  readonly text: string
  readonly format: ManifestFormat
  readonly declarations: readonly Declaration[]
  /** The 1-based line of an offset of `text`. */
  readonly lineAt: (offset: number) => number
  /** Who the file is and whom it inherits from; undefined when its format knows of no such thing. */
  readonly lineage: () => Lineage | undefined
}

/** A declaration and the file that it stands in. */
export interface Site {
  readonly file: ScannedFile
  readonly declaration: Declaration
}

/** A manifest that does not follow its grammar. */
export interface BrokenFile {
  readonly path: string
  readonly format: ManifestFormat
  readonly whole: string
  readonly text: string
  readonly reason: string
  readonly line: number
}

/** Everything that was read, before anything is decided. */
export interface Survey {
  readonly files: readonly ScannedFile[]
  readonly broken: readonly BrokenFile[]
  /** Paths that no format knows, or none of the wanted ecosystem. */
  readonly unknown: readonly string[]
}

/**
 * Scans every file that a format (of the wanted ecosystem, if one is wanted) knows, or that another file leans on.
 * Never throws.
 */
export function survey(manifests: readonly ManifestText[], ecosystem?: Ecosystem): Survey {
  const files: ScannedFile[] = []
  const broken: BrokenFile[] = []
  const unknown: string[] = []
  const adopted = adoptedFormats(manifests, ecosystem)
  for (const manifest of manifests) {
    const format = formatOf(manifest.path, ecosystem) ?? adopted.get(cleanPath(manifest.path))
    if (!format) unknown.push(manifest.path)
    else {
      const outcome = scanOnce(manifest, format)
      if ('reason' in outcome) broken.push(outcome)
      else files.push(outcome)
    }
  }
  return { files, broken, unknown }
}

/** Scans are kept as long as the caller keeps its files: a batch plans many changes over the same ones. */
const scans = new WeakMap<ManifestText, ScannedFile | BrokenFile>()

function scanOnce(manifest: ManifestText, format: ManifestFormat): ScannedFile | BrokenFile {
  const known = scans.get(manifest)
  const fresh = known && known.path === manifest.path && known.whole === manifest.text && known.format === format
  if (known && fresh) return known
  const outcome = scanFile(manifest, format)
  scans.set(manifest, outcome)
  return outcome
}

/** Reads one file with its format; a text that breaks the grammar comes back as a `BrokenFile`. */
export function scanFile(manifest: ManifestText, format: ManifestFormat): ScannedFile | BrokenFile {
  const { path } = manifest
  const place = cleanPath(path)
  const { bom, body: text } = splitBom(manifest.text)
  try {
    return {
      path,
      place,
      whole: manifest.text,
      bom,
      text,
      format,
      declarations: format.scan(text, place),
      lineAt: lazyLines(text),
      lineage: lazyLineage(text, place, format),
    }
  } catch (error) {
    const located = error instanceof ManifestSyntaxError
    const reason = located ? error.message : `the reader of ${format.id} failed, which is a fault of this program`
    return { path, format, whole: manifest.text, text, reason, line: lineOf(text, located ? error.offset : 0) }
  }
}

/** Most files are never asked for a line. */
function lazyLines(text: string): (offset: number) => number {
  let lines: ((offset: number) => number) | undefined
  return (offset) => {
    lines ??= linesOf(text)
    return lines(offset)
  }
}

function lazyLineage(text: string, place: string, format: ManifestFormat): () => Lineage | undefined {
  let asked = false
  let lineage: Lineage | undefined
  return () => {
    if (!asked) lineage = format.lineage?.(text, place)
    asked = true
    return lineage
  }
}

/** Every declaration of a role in the files, with its file. */
export function* sitesOf(files: readonly ScannedFile[], role: Declaration['role']): Generator<Site> {
  for (const file of files) {
    for (const declaration of file.declarations) if (declaration.role === role) yield { file, declaration }
  }
}

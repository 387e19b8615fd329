import type { Lineage } from '../format.ts'
import type { ScannedFile } from './survey.ts'

/** The files that a file inherits from, each with how many steps away it is; the file itself is at 0. */
export type Ancestors = ReadonlyMap<ScannedFile, number>

/**
 * Follows lineages through the files. The parent is the file at the expected path if its name fits, else the only file
 * of exactly that name; a file of another name is not the parent, wherever it stands.
 */
export function ancestry(files: readonly ScannedFile[]): (file: ScannedFile) => Ancestors {
  const byPlace = new Map(files.map((file) => [file.place, file]))
  const byName = new Map<string, ScannedFile[]>()
  let indexed = false
  const named = (name: Lineage['own']): ScannedFile | undefined => {
    if (!indexed) {
      indexed = true
      for (const file of files) {
        const own = file.lineage()?.own
        if (!own || own.includes(undefined)) continue
        byName.set(own.join('\0'), [...(byName.get(own.join('\0')) ?? []), file])
      }
    }
    const [only, ...more] = name.includes(undefined) ? [] : (byName.get(name.join('\0')) ?? [])
    return more.length === 0 ? only : undefined
  }
  const parentOf = (file: ScannedFile): ScannedFile | undefined => {
    const parent = file.lineage()?.parent
    if (!parent) return undefined
    const expected = parent.path === undefined ? undefined : byPlace.get(parent.path)
    const own = expected?.lineage()?.own
    return own && fits(parent.name, own) ? expected : named(parent.name)
  }
  const known = new Map<ScannedFile, Ancestors>()
  return (file) => {
    const found = known.get(file) ?? chain(file, parentOf)
    known.set(file, found)
    return found
  }
}

function chain(file: ScannedFile, parentOf: (file: ScannedFile) => ScannedFile | undefined): Ancestors {
  const ancestors = new Map<ScannedFile, number>()
  for (let next: ScannedFile | undefined = file; next && !ancestors.has(next); next = parentOf(next)) {
    ancestors.set(next, ancestors.size)
  }
  return ancestors
}

/** A piece that one side does not say contradicts nothing. */
function fits(wanted: Lineage['own'], own: Lineage['own']): boolean {
  return wanted.every((piece, i) => piece === undefined || own[i] === undefined || own[i] === piece)
}

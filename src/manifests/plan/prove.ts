import type { Change, Declaration, ManifestText, Part, Piece, Refusal, Slot, Splice, Value } from '../format.ts'
import { applySplices, inverseSplices } from '../splice.ts'
import { type Demand, judge } from './judge.ts'
import { differences } from './reading.ts'
import { type ScannedFile, type Site, scanFile, sitesOf } from './survey.ts'
import { variablesOf } from './variables.ts'

/** One file's edit: its demands as splices, and the text that comes of them (without BOM). */
export interface FileEdit {
  readonly file: ScannedFile
  readonly demands: readonly Demand[]
  readonly splices: readonly Splice[]
  readonly edited: string
}

/** Applies the demands on one file. */
export function editFile(file: ScannedFile, demands: readonly Demand[]): FileEdit {
  const splices = demands.map(({ span, written }) => ({ span, text: written }))
  return { file, demands, splices, edited: applySplices(file.text, splices) }
}

/** The whole new text of an edited file, its BOM in front again. */
export function wholeText({ file, edited }: FileEdit): ManifestText {
  return { path: file.path, text: file.bom + edited }
}

/**
 * Reads the edited texts again: exactly the intended declarations differ, to exactly the intended text; every declaration
 * of the package is then at or above safe; a second parser sees the same; nothing outside the splices moved. Gives
 * undefined when all of that holds, else the refusal that says it is a fault of this program.
 */
export function prove(
  edits: readonly FileEdit[],
  files: readonly ScannedFile[],
  sites: readonly Site[],
  change: Change,
): Refusal | undefined {
  const after = new Map<ScannedFile, ScannedFile>(files.map((file) => [file, file]))
  for (const edit of edits) {
    const again = scanFile({ path: edit.file.path, text: edit.file.bom + edit.edited }, edit.file.format)
    if ('reason' in again) return failed(edit.file.path, `the edited text cannot be read: ${again.reason}`)
    const named = nameMoved(edit, again)
    if (named) return named
    const wrong = unlike(edit, again) ?? unevenReading(edit) ?? movedOutside(edit)
    if (wrong) return failed(edit.file.path, wrong)
    after.set(edit.file, again)
  }
  return spelledNameMoved(edits, after) ?? stillBelow(sites, after, change)
}

/** A raised variable may also be a piece of some name (`"g:lib_$scala:1.0"`): that is the file's doing, not a fault. */
function nameMoved({ file, demands }: FileEdit, again: ScannedFile): Refusal | undefined {
  const variable = demands.find(({ site }) => site.declaration.role === 'variable')
  const moved = file.declarations.find(({ names }, i) => names[0] !== again.declarations[i]?.names[0])
  if (!variable || !moved || again.declarations.length !== file.declarations.length) return undefined
  return inName({ file, declaration: moved }, variable.site)
}

/** The same for a name that only another file's variables complete (`<artifactId>lib_${scala}</artifactId>`). */
function spelledNameMoved(
  edits: readonly FileEdit[],
  after: ReadonlyMap<ScannedFile, ScannedFile>,
): Refusal | undefined {
  const variable = edits.flatMap(({ demands }) => demands).find(({ site }) => site.declaration.role === 'variable')
  if (!variable) return undefined
  const [before, now] = [variablesOf([...after.keys()]), variablesOf([...after.values()])]
  for (const site of sitesOf([...after.keys()], 'package')) {
    const [name = ''] = site.declaration.names
    const again = after.get(site.file) ?? site.file
    if (name.includes('${') && before.spell(site.file, name) !== now.spell(again, name)) {
      return inName(site, variable.site)
    }
  }
  return undefined
}

function inName({ file, declaration }: Site, variable: Site): Refusal {
  const line = file.lineAt(declaration.at)
  return {
    code: 'ambiguous',
    message: `${file.path}:${line}: the variable ${variable.declaration.names[0]} is also a piece of the name ${declaration.names[0]}.`,
    hint: 'Give the package a variable of its own, or raise it by hand.',
    path: file.path,
    line,
  }
}

function unlike({ file, demands }: FileEdit, again: ScannedFile): string | undefined {
  if (again.declarations.length !== file.declarations.length) {
    return `there were ${file.declarations.length} declarations, and now there are ${again.declarations.length}`
  }
  const wanted: Wanted = new Map(demands.map((demand) => [demand.span.start, demand]))
  for (const [i, old] of file.declarations.entries()) {
    const now = again.declarations[i]
    if (!now || !isSame(old, now)) return `the declaration of ${old.names[0]} became another one`
    if (!areEqual(textsOf(now.value, none), textsOf(old.value, wanted))) {
      return `${old.names[0]} does not read as intended`
    }
  }
  return undefined
}

/** In all but the place and the text of the version. */
function isSame({ at: _, value: old, ...before }: Declaration, { at: __, value: now, ...after }: Declaration): boolean {
  const keys = Object.keys(before) as (keyof typeof before)[]
  return (
    old.kind === now.kind &&
    keys.length === Object.keys(after).length &&
    keys.every((key) => areEqual(before[key], after[key]))
  )
}

function areEqual(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((item, i) => item === b[i])
}

/** Demands by where they start. */
type Wanted = ReadonlyMap<number, Demand>
const none: Wanted = new Map()

/** What the value says, piece by piece, with what is wanted in place of what stands there. */
function textsOf(value: Value, wanted: Wanted): readonly string[] {
  const textOf = ({ span, text }: Part) => {
    const demand = wanted.get(span.start)
    return demand?.span.end === span.end ? demand.after : text
  }
  // A space stands in no version and in no name of a variable.
  const pieceText = (piece: Piece) => ('variable' in piece ? ` ${piece.variable}` : textOf(piece.literal))
  switch (value.kind) {
    case 'literal':
      return [value.dialect, ...value.parts.map(textOf), ...addedText(value.slot, wanted)]
    case 'template':
      return [value.dialect, ...value.pieces.map(pieceText)]
    case 'joint':
      return [
        value.dialect,
        ...value.members.flatMap((pieces) => pieces.map(pieceText)),
        ...addedText(value.slot, wanted),
      ]
    case 'managed':
      return [value.by]
    case 'name':
      return [value.text]
    case 'local':
      return [value.what]
    case 'opaque':
      return [value.reason]
  }
}

function addedText(slot: Slot | undefined, wanted: Wanted): readonly string[] {
  const added = slot && wanted.get(slot.at)
  return added && added.span.end === added.span.start ? [added.after] : []
}

/** The second parser's word. A text that it could not even read before the edit is out of its reach. */
function unevenReading({ file, edited, demands }: FileEdit): string | undefined {
  const { read, readUpTo = Number.POSITIVE_INFINITY } = file.format
  if (!read || file.text.length > readUpTo) return undefined
  let before: unknown
  try {
    before = read.call(file.format, file.text)
  } catch {
    return undefined
  }
  try {
    const changed = differences(before, read.call(file.format, edited))
    if (!changed) return 'a second parser sees another structure'
    return unexplained(changed, demands)
  } catch {
    return 'a second parser cannot read the edited text'
  }
}

/** The parser gives what texts mean, so they are held against the constraints and not against what was written. */
function unexplained(changed: readonly string[], demands: readonly Demand[]): string | undefined {
  if (changed.length > demands.length) return `a second parser sees ${changed.length} values changed`
  const texts = [...new Set(demands.map(({ after }) => meat(after)))]
  const values = [...new Set(changed)]
  const stray = values.find((value) => !texts.some((text) => value.includes(text)))
  if (stray !== undefined) return 'a second parser sees a value changed that was not meant'
  const lost = texts.find((text) => !values.some((value) => value.includes(text)))
  return lost === undefined ? undefined : 'a second parser does not see the new version'
}

/** The text without quotes and commas around it, which belong to the file's grammar and not to the value. */
function meat(text: string): string {
  return text.replace(/^[\s,"']+|[\s,"']+$/g, '')
}

function movedOutside({ file, edited, splices }: FileEdit): string | undefined {
  const back = applySplices(edited, inverseSplices(file.text, splices))
  return back === file.text ? undefined : 'text outside the versions moved'
}

/** Judges every declaration of the package again, in the edited files. */
function stillBelow(
  sites: readonly Site[],
  after: ReadonlyMap<ScannedFile, ScannedFile>,
  change: Change,
): Refusal | undefined {
  const variables = variablesOf([...after.values()])
  const touched = new Set(sites.map(({ file }) => file))
  const places = new Map([...touched].flatMap(({ declarations }) => declarations.map((one, i) => [one, i] as const)))
  for (const { file, declaration } of sites) {
    const again = after.get(file)
    const now = again?.declarations[places.get(declaration) ?? -1]
    if (!again || !now) return failed(file.path, `${declaration.names[0]} is gone`)
    for (const verdict of judge({ file: again, declaration: now }, change, variables)) {
      if (verdict.kind === 'refuse')
        return failed(file.path, `the new constraint is not accepted: ${verdict.refusal.message}`)
      if (verdict.kind === 'raise') return failed(file.path, `${declaration.names[0]} is still below ${change.to}`)
    }
  }
  return undefined
}

function failed(path: string, what: string): Refusal {
  return {
    code: 'proof-failed',
    message: `The edit of ${path} was made and then withdrawn, because reading it again did not confirm it: ${what}.`,
    hint: 'This is a fault of this program, not of the file: please report it with the file. Raise the version by hand meanwhile.',
    path,
  }
}

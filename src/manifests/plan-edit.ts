import { dialects } from './constraints/index.ts'
import type { Change, EditPlan, Evidence, ManifestText, Refusal, Span, Value } from './format.ts'
import { answersTo, nameKey } from './names.ts'
import { type Found, find, listed, unparseable } from './plan/find.ts'
import { type Demand, judge, type Verdict } from './plan/judge.ts'
import { notesOn, sharedNotes } from './plan/notes.ts'
import { editFile, type FileEdit, prove, wholeText } from './plan/prove.ts'
import { type Shared, sharedVariables } from './plan/sharing.ts'
import { type Site, sitesOf, survey } from './plan/survey.ts'

/**
 * Plans the edit that raises a package to its safe version in the given manifests: finds its declarations, follows
 * variables, rewrites the constraints, and proves the result by reading it again. Pure and total: whatever the texts
 * hold, the answer is a plan, and nothing is thrown.
 */
export function planEdit(files: readonly ManifestText[], change: Change): EditPlan {
  try {
    return plan(files, change)
  } catch (error) {
    const what = Error.isError(error) ? error.message : String(error)
    return refused({
      code: 'proof-failed',
      message: `Planning the edit of ${change.packageName} failed: ${what}.`,
      hint: 'This is a fault of this program, not of the files: please report it with them. Raise the version by hand meanwhile.',
    })
  }
}

function plan(manifests: readonly ManifestText[], change: Change): EditPlan {
  const twice = givenTwice(manifests)
  if (twice) return refused(twice)
  const found = find(survey(manifests, change.ecosystem), change)
  if ('code' in found) return refused(found)
  const verdicts = found.sites.flatMap((site) => judge(site, change, found.variables))
  const notes = notesOn(verdicts, change)
  const refusal = firstRefusal(verdicts) ?? hiddenVariables(found) ?? onlyManaged(verdicts, change)
  if (refusal) return refused(refusal, notes)
  const demands = verdicts.flatMap((verdict) => (verdict.kind === 'raise' ? verdict.demands : []))
  if (demands.length === 0) return { status: 'already', ecosystem: found.ecosystem, notes }
  return raise(found, change, demands, notes)
}

function raise(found: Found, change: Change, all: readonly Demand[], notes: EditPlan['notes']): EditPlan {
  const { ecosystem, files, sites } = found
  const demands = merged(all)
  if ('code' in demands) return refused(demands, notes)
  const shared = sharedVariables(demands, found, change)
  if ('code' in shared) return refused(shared, notes)
  const excluded = excludedByAuthor(found, change)
  if (excluded) return refused(excluded, notes)
  const byFile = Map.groupBy(demands, ({ site }) => site.file)
  const edits = files.flatMap((file) => {
    const own = byFile.get(file)
    return own ? [editFile(file, own)] : []
  })
  const fault = prove(edits, files, sites, change)
  if (fault) return refused(fault, notes)
  const evidence = edits.flatMap((edit) => evidenceOf(edit, shared))
  return { status: 'edit', ecosystem, files: edits.map(wholeText), evidence, notes: [...notes, ...sharedNotes(shared)] }
}

function refused(refusal: Refusal, notes: EditPlan['notes'] = []): EditPlan {
  return { status: 'refused', refusal, notes }
}

function givenTwice(files: readonly ManifestText[]): Refusal | undefined {
  const seen = new Set<string>()
  const twice = files.find(({ path }) => seen.size === seen.add(path).size)
  return twice
    ? {
        code: 'ambiguous',
        message: `${twice.path} is given twice.`,
        hint: 'List every file once.',
        path: twice.path,
      }
    : undefined
}

function firstRefusal(verdicts: readonly Verdict[]): Refusal | undefined {
  return verdicts.find((verdict) => verdict.kind === 'refuse')?.refusal
}

/** A broken file may hold a nearer definition of a variable that the package's version is made of. */
function hiddenVariables({ sites, broken }: Found): Refusal | undefined {
  const [file] = broken
  const follows = sites.some(({ declaration: { value } }) => value.kind === 'template' || value.kind === 'joint')
  return file && follows ? unparseable(file) : undefined
}

function onlyManaged(verdicts: readonly Verdict[], change: Change): Refusal | undefined {
  const editable = verdicts.some(({ kind }) => kind === 'keep' || kind === 'raise')
  const managed = verdicts.filter((verdict) => verdict.kind === 'managed')
  const [first] = managed
  if (editable || !first) return undefined
  const { file, declaration } = first.site
  const by = listed([...new Set(managed.map((verdict) => verdict.by))])
  return {
    code: 'not-declared',
    message: `${change.packageName} stands in ${file.path} without a version of its own; ${by} gives it.`,
    hint: 'Add the file that gives the version to the list of files, or raise the package that brings it (a BOM, a parent).',
    path: file.path,
    line: file.lineAt(declaration.at),
  }
}

/** One demand for each span; two declarations may share a text, but not ask for two different ones. */
function merged(demands: readonly Demand[]): readonly Demand[] | Refusal {
  const bySpan = new Map<string, Demand>()
  for (const demand of demands) {
    const { site, span } = demand
    const key = `${site.file.path}\0${span.start}-${span.end}`
    const other = bySpan.get(key)
    if (!other) bySpan.set(key, demand)
    else if (other.written !== demand.written) return contradiction(other, demand)
  }
  return [...bySpan.values()]
}

function contradiction(one: Demand, other: Demand): Refusal {
  const { file } = one.site
  const line = file.lineAt(one.span.start)
  return {
    code: 'ambiguous',
    message: `${file.path}:${line}: one version text would have to become both "${one.after}" and "${other.after}".`,
    hint: 'Its users need different texts: give them variables of their own, or raise them by hand.',
    path: file.path,
    line,
  }
}

/** The author's own words against the safe version (go.mod `exclude`, Gradle `reject`), anywhere in the files. */
function excludedByAuthor({ files, ecosystem }: Found, change: Change): Refusal | undefined {
  const key = nameKey(ecosystem, change.packageName)
  for (const site of sitesOf(files, 'exclusion')) {
    const { file, declaration } = site
    if (!answersTo(ecosystem, declaration.names, key) || !rulesOut(site, change.to)) continue
    const line = file.lineAt(declaration.at)
    return {
      code: 'excluded-by-author',
      message: `${file.path}:${line} (${declaration.group}) rules out ${change.packageName} ${change.to}.`,
      hint: 'Take a later safe version, or lift the exclusion first.',
      path: file.path,
      line,
    }
  }
  return undefined
}

function rulesOut({ declaration: { value } }: Site, version: string): boolean {
  if (value.kind !== 'literal') return false
  return value.parts.some(({ text }) => dialects[value.dialect]?.admits([text], version) ?? false)
}

/** One line of evidence for each declaration that changes, in the order of the text. */
function evidenceOf({ file, demands }: FileEdit, shared: readonly Shared[]): readonly Evidence[] {
  const byDeclaration = Map.groupBy(demands, ({ site }) => site.declaration)
  const evidence = [...byDeclaration].map(([declaration, own]) => {
    const changes = new Map(own.map((demand) => [demand.span.start, demand]))
    const { value } = declaration
    const texts = value.kind === 'literal' ? value.parts : []
    const whole = value.kind === 'literal' && texts.length > 0
    const additions = own.filter(({ span }) => isAddition(value, span)).map(({ after }) => after)
    const after = texts.map(({ span, text }) => changes.get(span.start)?.after ?? text)
    const start = Math.min(...own.map((demand) => firstChange(file.text, demand)))
    return {
      start,
      path: file.path,
      line: file.lineAt(start),
      before: (whole ? texts.map(({ text }) => text) : own.map(({ before }) => before)).join(', '),
      after: (whole ? [...after, ...additions] : own.map(({ after }) => after)).join(', '),
      via: viaOf(declaration, shared),
    }
  })
  return evidence.sort((a, b) => a.start - b.start).map(({ start: _, ...line }) => line)
}

/** Where the text first differs; a constraint may run over several lines. */
function firstChange(text: string, { span, written }: Demand): number {
  let at = span.start
  while (at < span.end && text[at] === written[at - span.start]) at++
  return at
}

function isAddition(value: Value, span: Span): boolean {
  return (
    (value.kind === 'literal' || value.kind === 'joint') && value.slot?.at === span.start && span.start === span.end
  )
}

function viaOf(declaration: Site['declaration'], shared: readonly Shared[]): string {
  if (declaration.role !== 'variable') return declaration.group
  const others = shared.find(({ variable }) => variable.declaration === declaration)?.others ?? []
  const name = `${declaration.group} ${declaration.names[0]}`.trim()
  return others.length > 0 ? `${name}, shared with ${listed(others)}` : name
}

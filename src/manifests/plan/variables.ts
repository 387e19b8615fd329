import type { Declaration, Piece, Refusal, Value } from '../format.ts'
import { type Ancestors, ancestry } from './lineage.ts'
import { type ScannedFile, type Site, sitesOf } from './survey.ts'

type Literal = Extract<Value, { kind: 'literal' }>
type Joint = Extract<Value, { kind: 'joint' }>

/** One stretch of a version as it stands in some file: text of a template, or the value of a variable. */
export interface Leaf {
  readonly origin: 'text' | 'variable'
  /** The declaration that holds the text. */
  readonly site: Site
  readonly value: Literal
}

/** Follows names of variables to the declarations that define them. */
export interface Variables {
  /**
   * The nearest visible definitions of a variable, seen from a file; several when they are equally near. `elsewhere`
   * leaves those of the file itself out.
   */
  definitions(from: ScannedFile, variable: string, elsewhere?: boolean): readonly Site[]
  /** Every declaration of a variable that this site's version is made of, however far. */
  reach(site: Site): ReadonlySet<Declaration>
  /** The optional variables on that way which no file defines: only from outside could they be given. */
  absent(site: Site): readonly string[]
  /** What the template comes to: one list of leaves for each combination of equally near definitions. */
  expand(site: Site): readonly (readonly Leaf[])[] | Refusal
  /** The same for joint constraints: in each combination, a list of leaves for each member. */
  expandJoint(site: Site, joint: Joint): readonly (readonly (readonly Leaf[])[])[] | Refusal
  /** The file of the project that the site names with its very version, where that is one of these files. */
  builtHere(site: Site): ScannedFile | undefined
  /** A name with `${variable}` in it, seen from a file, where all definitions agree on what that is. */
  spell(from: ScannedFile, name: string): string
}

const MAX_DEPTH = 50
const MAX_COMBINATIONS = 5000
const MAX_LEAVES = 64
const MAX_JOINT = 256

/** Indexes the variables of the files. */
export function variablesOf(files: readonly ScannedFile[]): Variables {
  const byName = new Map<string, Site[]>()
  for (const site of sitesOf(files, 'variable')) {
    for (const name of site.declaration.names) byName.set(name, [...(byName.get(name) ?? []), site])
  }
  const known = new Map<string, readonly Site[]>()
  const rank = ranking(ancestry(files))
  const definitions = (from: ScannedFile, variable: string, elsewhere = false): readonly Site[] => {
    const key = `${from.place}\0${variable}\0${elsewhere}`
    const candidates = () => (byName.get(variable) ?? []).filter(({ file }) => !elsewhere || file !== from)
    const found = known.get(key) ?? effective(candidates(), from, rank)
    known.set(key, found)
    return found
  }
  return {
    definitions,
    reach: (site) => reached(site, definitions).declarations,
    absent: (site) => [...reached(site, definitions).absent],
    expand: (site) => expandWhole(site, definitions),
    expandJoint: (site, joint) => expandJoint(site, joint, definitions),
    spell: speller(definitions),
    builtHere: projects(files),
  }
}

function projects(files: readonly ScannedFile[]): Variables['builtHere'] {
  let known: ReadonlyMap<string, ScannedFile> | undefined
  return ({ file, declaration: { names, value } }) => {
    const [part, ...more] = value.kind === 'literal' ? value.parts : []
    if (!file.format.lineage || !part || more.length > 0) return undefined
    known ??= new Map(
      files.flatMap((one) => (one.lineage() ? [[one.lineage()?.own.join(':') ?? '', one] as const] : [])),
    )
    return known.get(`${names[0]}:${part.text}`)
  }
}

type Definitions = Variables['definitions']
type Reference = Extract<Piece, { variable: string }>

function referred({ file }: Site, { variable, optional }: Reference, definitions: Definitions): readonly Site[] {
  return definitions(file, variable, optional === 'elsewhere')
}

/** The nearest firm definitions, the conditional ones up to them, and those of files that inherit from this one. */
function effective(candidates: readonly Site[], from: ScannedFile, rankOf: Rank): readonly Site[] {
  const ranked = candidates.map((site) => ({ site, rank: rankOf(site.file, from) }))
  let best = Number.POSITIVE_INFINITY
  for (const { site, rank } of ranked) {
    if (rank !== undefined && !site.declaration.conditional) best = Math.min(best, rank)
  }
  const counting = ranked.filter(
    ({ site, rank }) =>
      (rank !== undefined && rank <= best) ||
      (site.declaration.overriding && site.file !== from && rankOf(from, site.file) !== undefined),
  )
  return counting.map(({ site }) => site)
}

/** How near a definition in one file is to a reference in another; undefined where it is not seen. */
type Rank = (definition: ScannedFile, reference: ScannedFile) => number | undefined

function ranking(ancestorsOf: (file: ScannedFile) => Ancestors): Rank {
  return (definition, reference) => {
    const { format } = reference
    if (format.lineage) return ancestorsOf(reference).get(definition)
    if (format.visibility) return format.visibility(definition.place, reference.place)
    return definition.place === reference.place ? 0 : undefined
  }
}

const MAX_NAME = 300

function speller(definitions: Definitions): Variables['spell'] {
  const known = new Map<string, string | undefined>()
  const textOf = (from: ScannedFile, variable: string, depth: number): string | undefined => {
    const key = `${from.place}\0${variable}`
    if (known.has(key)) return known.get(key)
    // Whoever leads back to here meets an unknown variable.
    known.set(key, undefined)
    const texts = new Set(definitions(from, variable).map((site) => writtenBy(site, depth + 1)))
    const [text] = texts
    known.set(key, texts.size === 1 ? text : undefined)
    return known.get(key)
  }
  const writtenBy = ({ file, declaration: { value } }: Site, depth: number): string | undefined => {
    if (value.kind === 'name') return value.text
    if (value.kind === 'literal') return value.parts.length === 1 ? value.parts[0]?.text : undefined
    if (value.kind !== 'template' || depth > MAX_DEPTH) return undefined
    const texts = value.pieces.map((piece) =>
      'literal' in piece ? piece.literal.text : textOf(file, piece.variable, depth),
    )
    const whole = texts.includes(undefined) ? undefined : texts.join('')
    return whole === undefined || whole.length > MAX_NAME ? undefined : whole
  }
  return (from, name) => name.replace(/\$\{([^${}]+)\}/g, (whole, variable) => textOf(from, variable, 0) ?? whole)
}

/** The pieces that a value is put together from, of all its members. */
function piecesOf(value: Value): readonly Piece[] {
  if (value.kind === 'joint') return value.members.flat()
  return value.kind === 'template' ? value.pieces : []
}

interface Reached {
  readonly declarations: ReadonlySet<Declaration>
  readonly absent: ReadonlySet<string>
}

function reached(start: Site, definitions: Definitions): Reached {
  const seen = new Set<Declaration>()
  const absent = new Set<string>()
  const open = [start]
  for (let site = open.pop(); site; site = open.pop()) {
    for (const piece of piecesOf(site.declaration.value)) {
      if (!('variable' in piece)) continue
      const found = referred(site, piece, definitions)
      if (found.length === 0) absent.add(piece.variable)
      for (const definition of found) {
        if (seen.has(definition.declaration)) continue
        seen.add(definition.declaration)
        open.push(definition)
      }
    }
  }
  return { declarations: seen, absent }
}

function expandWhole(site: Site, definitions: Definitions): readonly (readonly Leaf[])[] | Refusal {
  const expanded = expandSite(site, definitions, [])
  if ('code' in expanded || expanded.length > 0) return expanded
  return unresolved(site, 'nothing in the files defines the properties that its version is taken from')
}

function expandJoint(
  { file, declaration }: Site,
  { dialect, members }: Joint,
  definitions: Definitions,
): ReturnType<Variables['expandJoint']> {
  let combinations: readonly (readonly (readonly Leaf[])[])[] = [[]]
  for (const pieces of members) {
    const member = { file, declaration: { ...declaration, value: { kind: 'template' as const, dialect, pieces } } }
    const next = expandWhole(member, definitions)
    if ('code' in next) return next
    combinations = combinations.flatMap((head) => next.map((tail) => [...head, tail]))
    if (combinations.length > MAX_JOINT) return unresolved(member, 'too many definitions are equally near')
  }
  return combinations
}

function expandSite(
  site: Site,
  definitions: Definitions,
  trail: readonly Declaration[],
): readonly (readonly Leaf[])[] | Refusal {
  const { value } = site.declaration
  if (value.kind === 'literal') return [[{ origin: 'variable', site, value }]]
  if (value.kind !== 'template') return notFollowed(site)
  if (trail.includes(site.declaration) || trail.length > MAX_DEPTH) {
    return unresolved(site, `the variable ${site.declaration.names[0]} leads back to itself or is nested too deep`)
  }
  let combinations: readonly (readonly Leaf[])[] = [[]]
  for (const piece of value.pieces) {
    const next = expandPiece(site, piece, definitions, [...trail, site.declaration])
    if ('code' in next) return next
    combinations = combinations.flatMap((head) => next.map((tail) => [...head, ...tail]))
    if (combinations.length > MAX_COMBINATIONS) return unresolved(site, 'too many definitions are equally near')
    if (combinations.some(({ length }) => length > MAX_LEAVES))
      return unresolved(site, 'too many pieces make the version')
  }
  return combinations
}

function expandPiece(
  site: Site,
  piece: Piece,
  definitions: Definitions,
  trail: readonly Declaration[],
): readonly (readonly Leaf[])[] | Refusal {
  const { value } = site.declaration
  if ('literal' in piece) {
    const dialect = value.kind === 'template' ? value.dialect : 'exact'
    return [[{ origin: 'text', site, value: { kind: 'literal', dialect, parts: [piece.literal] } }]]
  }
  const found = referred(site, piece, definitions)
  if (found.length === 0 && piece.optional) return []
  if (found.length === 0) return unresolved(site, `nothing in the files defines the variable ${piece.variable}`)
  const all: (readonly Leaf[])[] = []
  for (const definition of found) {
    const expanded = expandSite(definition, definitions, trail)
    if ('code' in expanded) return expanded
    all.push(...expanded)
  }
  return all
}

function unresolved({ file, declaration }: Site, what: string): Refusal {
  const line = file.lineAt(declaration.at)
  return {
    code: 'unresolved-variable',
    message: `${file.path}:${line} (${declaration.names[0]}): ${what}.`,
    hint: 'Add the file that defines it to the list of files, or write the version at the declaration.',
    path: file.path,
    line,
  }
}

function notFollowed(site: Site): Refusal {
  const { value, names } = site.declaration
  if (value.kind === 'opaque') {
    const line = site.file.lineAt(site.declaration.at)
    return {
      code: value.reason,
      message: `${site.file.path}:${line}: ${value.detail}.`.replace(/\.\.$/, '.'),
      hint: value.hint ?? 'Raise the variable by hand.',
      path: site.file.path,
      line,
    }
  }
  const by = value.kind === 'managed' ? value.by : value.kind === 'local' ? value.what : value.kind
  return unresolved(site, `the variable ${names[0]} takes its value from ${by}`)
}

/**
 * How a conjunction of clauses (`>=1.0,!=1.2,<2`) and a choice of conjunctions (`^1 || ^2`) are raised, whatever the
 * grammar: which clause carries the floor, which ceilings must move, where a missing floor is written. What a single
 * clause looks like afterwards is the grammar's own business.
 */

/**
 * What a clause does. `lower` and `upper` bound one side; `pin` names one version; `span` carries floor and ceiling at
 * once (`^1.2`, `~> 7.0`, `1.x`); `not` rules versions out; `any` says nothing.
 */
export type Role = 'lower' | 'upper' | 'pin' | 'span' | 'not' | 'any'

/** One clause and its place `start..end` in the string it was read from. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly role: Role
}

/** A clause written anew. `exact` says that by itself it admits nothing below safe. */
export interface RaisedClause {
  readonly text: string
  readonly exact: boolean
}

/** What a grammar knows about its clauses with regard to one safe version. */
export interface ClauseRaising<C extends Clause> {
  /** Does the clause, alone, admit safe? */
  holds(clause: C): boolean
  /** Does the clause, alone, admit anything below safe? */
  leaks(clause: C): boolean
  /** Is the floor of `a` above that of `b`? */
  higher(a: C, b: C): boolean
  raise(clause: C): RaisedClause
}

/** The new texts of the clauses (undefined: stays as it is), and the index before which a floor must be inserted. */
export interface RaisedConjunction {
  readonly texts: readonly (string | undefined)[]
  readonly floorAt?: number
}

/** `raiseConjunction` raises clauses joined by AND. Exclusions and clauses that need no change keep place and text. */
export function raiseConjunction<C extends Clause>(
  clauses: readonly C[],
  raising: ClauseRaising<C>,
): RaisedConjunction {
  const texts: (string | undefined)[] = clauses.map((clause) => moved(clause, raising))
  const carrier = floorCarrier(clauses, raising)
  let floored = clauses.some(({ role }) => role === 'pin')
  if (!floored && carrier !== undefined) {
    const { text, exact } = raising.raise(clauses[carrier] as C)
    texts[carrier] = text
    floored = exact
  }
  if (floored) return { texts }
  const ceiling = clauses.findIndex(({ role }) => role === 'upper')
  return { texts, floorAt: ceiling < 0 ? clauses.length : ceiling }
}

function moved<C extends Clause>(clause: C, raising: ClauseRaising<C>): string | undefined {
  if (clause.role === 'not' || clause.role === 'any') return undefined
  const stays = raising.holds(clause) && !(clause.role === 'pin' && raising.leaks(clause))
  return stays ? undefined : raising.raise(clause).text
}

function floorCarrier<C extends Clause>(clauses: readonly C[], raising: ClauseRaising<C>): number | undefined {
  for (const role of ['lower', 'span'] as const) {
    let best: number | undefined
    clauses.forEach((clause, i) => {
      if (clause.role !== role) return
      if (best === undefined || raising.higher(clause, clauses[best] as C)) best = i
    })
    if (best !== undefined) return best
  }
  return undefined
}

/** Replace `start..end` of a string by `text`. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** `conjunctionEdits` turns a raised conjunction into edits of the string its clauses stand in. */
export function conjunctionEdits(
  clauses: readonly Clause[],
  raised: RaisedConjunction,
  floor: string,
  separator: string,
): TextEdit[] {
  const edits: TextEdit[] = []
  clauses.forEach(({ start, end }, i) => {
    if (raised.floorAt === i) edits.push({ start, end: start, text: floor + separator })
    const text = raised.texts[i]
    if (text !== undefined) edits.push({ start, end, text })
  })
  const last = clauses.at(-1)
  if (last && raised.floorAt === clauses.length) edits.push({ start: last.end, end: last.end, text: separator + floor })
  return edits
}

/** `applyEdits` applies edits that do not overlap. Of two at one place the insertion comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

/** What one alternative of a choice admits, seen from safe. */
interface Alternative {
  /** Admits something below safe. */
  readonly leaks: boolean
  /** Admits something at or above safe. */
  readonly reaches: boolean
  /** Admits safe itself. */
  readonly holds: boolean
  /** Rank of its ceiling among the alternatives, higher is later. */
  readonly rank: number
}

/** What becomes of an alternative. */
export type Fate = 'keep' | 'raise' | 'drop'

/**
 * `fates` decides each alternative of a choice: those wholly below safe go, those that reach safe are raised, later
 * ones stay. When none would hold safe, the highest of those below is raised instead of dropped.
 */
export function fates(alternatives: readonly Alternative[]): Fate[] {
  const out = alternatives.map(({ leaks, reaches }): Fate => (!leaks ? 'keep' : reaches ? 'raise' : 'drop'))
  if (alternatives.some(({ holds }, i) => holds || out[i] === 'raise')) return out
  let highest = -1
  alternatives.forEach(({ rank }, i) => {
    if (out[i] === 'drop' && (highest < 0 || rank >= (alternatives[highest]?.rank ?? 0))) highest = i
  })
  if (highest >= 0) out[highest] = 'raise'
  return out
}

/** A stretch of a string that holds one alternative, without the separators around it. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * `withoutDropped` are the edits that take dropped alternatives out of a string, each with one separator. White space in
 * front of the first alternative and behind the last one stays.
 */
export function withoutDropped(stretches: readonly Stretch[], fate: readonly Fate[]): TextEdit[] {
  const edits: TextEdit[] = []
  const firstKept = fate.findIndex((f) => f !== 'drop')
  const first = stretches[0]
  const kept = stretches[firstKept]
  if (first && kept && firstKept > 0) edits.push({ start: first.start, end: kept.start, text: '' })
  for (let i = firstKept + 1; i < stretches.length; i++) {
    if (fate[i] === 'drop') edits.push({ start: stretches[i - 1]?.end ?? 0, end: stretches[i]?.end ?? 0, text: '' })
  }
  return edits
}

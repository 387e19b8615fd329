/**
 * Clauses joined by AND, each an operator and a version: what cargo and Composer share. A clause knows the interval
 * it stands for and how to say itself again with safe as its lowest version.
 */
export interface Clause {
  /** Half-open range of the constraint text. */
  readonly start: number
  readonly end: number
  /** `floor` is `>` or `>=`, `ceiling` `<` or `<=`, `span` has both ends, `hole` leaves versions out, `any` is `*`. */
  readonly kind: 'floor' | 'ceiling' | 'span' | 'hole' | 'any'
  /** The lowest version that the clause names, or undefined. */
  readonly lower?: Bound
  readonly upper?: Bound
  /** The clause raised to safe; undefined when it cannot be said. May be several clauses, joined by `joiner`. */
  raised(safe: string, joiner: string): string | undefined
}

export interface Bound {
  readonly version: string
  readonly inclusive: boolean
}

/** What an ecosystem brings to raise a set of clauses. */
export interface ClauseGrammar {
  compare(a: string, b: string): number
  /** The text between two clauses where the author gave no example. */
  readonly joiner: string
}

/** Is the version inside the clause's interval? */
export function within({ lower, upper }: Clause, version: string, { compare }: ClauseGrammar): boolean {
  return isAbove(version, lower, compare) && isUnder(version, upper, compare)
}

function isAbove(version: string, bound: Bound | undefined, compare: ClauseGrammar['compare']): boolean {
  if (bound === undefined) return true
  const order = compare(version, bound.version)
  return order > 0 || (order === 0 && bound.inclusive)
}

function isUnder(version: string, bound: Bound | undefined, compare: ClauseGrammar['compare']): boolean {
  if (bound === undefined) return true
  const order = compare(version, bound.version)
  return order < 0 || (order === 0 && bound.inclusive)
}

/** Does the set of clauses admit nothing below safe? */
export function hasFloorOf(clauses: readonly Clause[], safe: string, { compare }: ClauseGrammar): boolean {
  return clauses.some(({ lower }) => lower !== undefined && compare(lower.version, safe) >= 0)
}

/** Do the clauses contradict each other, so that no version satisfies them? */
export function isEmpty(clauses: readonly Clause[], grammar: ClauseGrammar): boolean {
  let lower: Bound | undefined
  let upper: Bound | undefined
  for (const clause of clauses) {
    if (clause.lower !== undefined && (lower === undefined || narrows(clause.lower, lower, grammar, 1)))
      lower = clause.lower
    if (clause.upper !== undefined && (upper === undefined || narrows(clause.upper, upper, grammar, -1)))
      upper = clause.upper
  }
  if (lower === undefined || upper === undefined) return false
  const order = grammar.compare(lower.version, upper.version)
  return order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))
}

function narrows(bound: Bound, than: Bound, { compare }: ClauseGrammar, side: 1 | -1): boolean {
  const order = compare(bound.version, than.version) * side
  return order > 0 || (order === 0 && !bound.inclusive)
}

/** Is safe above everything that the clauses admit? */
export function isBelow(clauses: readonly Clause[], safe: string, { compare }: ClauseGrammar): boolean {
  return clauses.some(({ upper }) => !isUnder(safe, upper, compare))
}

/**
 * The text with its clauses raised: a ceiling that shuts safe out goes up, then the highest explicit floor, else the
 * first span; where nothing of the kind is there, a floor is written before the ceiling or, with only holes, at the end.
 * Undefined when a clause cannot be raised.
 */
export function raiseClauses(
  text: string,
  clauses: readonly Clause[],
  safe: string,
  grammar: ClauseGrammar,
): string | undefined {
  const joiner = joinerOf(text, clauses, grammar)
  const edits = new Map<Clause, string>()
  const raise = (clause: Clause): boolean => {
    const raised = clause.raised(safe, joiner)
    if (raised !== undefined) edits.set(clause, raised)
    return raised !== undefined
  }
  const outgrown = clauses.filter((clause) => !isUnder(safe, clause.upper, grammar.compare))
  if (!outgrown.every(raise)) return undefined
  const floor = floorToRaise(clauses, safe, grammar, edits)
  if (floor !== undefined && !raise(floor)) return undefined
  if (floor === undefined && !outgrown.some(({ kind }) => kind === 'span') && !hasFloorOf(clauses, safe, grammar)) {
    return withFloor(text, clauses, edits, `>=${safe}`, joiner)
  }
  return spliced(text, edits)
}

/** The clause whose lower end has to come up: the highest `>=`, else a span that still reaches below safe. */
function floorToRaise(
  clauses: readonly Clause[],
  safe: string,
  grammar: ClauseGrammar,
  edits: ReadonlyMap<Clause, string>,
): Clause | undefined {
  if (hasFloorOf(clauses, safe, grammar)) return undefined
  const floors = clauses.filter(({ kind }) => kind === 'floor')
  if (floors.length > 0) return floors.reduce((a, b) => (grammar.compare(lowerOf(b), lowerOf(a)) > 0 ? b : a))
  const spans = clauses.filter(({ kind }) => kind === 'span')
  return spans.some((span) => edits.has(span)) ? undefined : spans[0]
}

function lowerOf({ lower }: Clause): string {
  return lower?.version ?? ''
}

function withFloor(
  text: string,
  clauses: readonly Clause[],
  edits: ReadonlyMap<Clause, string>,
  floor: string,
  joiner: string,
): string {
  const before = clauses.find(({ kind }) => kind === 'ceiling')
  if (before !== undefined) {
    const spaced = /^<=?(\s*)/.exec(text.slice(before.start, before.end))?.[1] ?? ''
    const inserted = floor.replace('>=', `>=${spaced}`)
    return spliced(text, new Map([...edits, [before, inserted + joiner + (edits.get(before) ?? textOf(text, before))]]))
  }
  const last = clauses[clauses.length - 1] as Clause
  return spliced(text, new Map([...edits, [last, textOf(text, last) + joiner + floor]]))
}

/** The author's own separator: what stands between the first two clauses. */
function joinerOf(text: string, [first, second]: readonly Clause[], { joiner }: ClauseGrammar): string {
  return first === undefined || second === undefined ? joiner : text.slice(first.end, second.start)
}

function textOf(text: string, { start, end }: Clause): string {
  return text.slice(start, end)
}

function spliced(text: string, edits: ReadonlyMap<Clause, string>): string {
  let out = ''
  let at = 0
  for (const [{ start, end }, replacement] of [...edits].sort(([a], [b]) => a.start - b.start)) {
    out += text.slice(at, start) + replacement
    at = end
  }
  return out + text.slice(at)
}

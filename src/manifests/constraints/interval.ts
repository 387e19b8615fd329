/**
 * Sets of versions as intervals over any total order. A bound is a cut: a place in the order just before or just after
 * a version, so inclusive and exclusive bounds are one notion and nothing is decided twice.
 */

/** A place in the order: just before (`-1`) or just after (`1`) the version `at`. */
interface Cut<V> {
  readonly at: V
  readonly side: -1 | 1
}

/** The versions between two cuts. An absent `lo` or `hi` is unbounded on that side. */
interface Interval<V> {
  readonly lo?: Cut<V>
  readonly hi?: Cut<V>
}

/** Intervals in ascending order that neither touch nor overlap. No interval at all is the empty set. */
export type VersionSet<V> = readonly Interval<V>[]

/** The operations on sets of versions under one order. */
interface VersionSets<V> {
  readonly all: VersionSet<V>
  /** Everything from `v` upwards; `v` itself belongs to it unless `open`. */
  from(v: V, open?: 'open'): VersionSet<V>
  /** Everything below `v`; `v` itself belongs to it only when `closed`. */
  upTo(v: V, closed?: 'closed'): VersionSet<V>
  only(v: V): VersionSet<V>
  /** `lo <= x < hi`. */
  between(lo: V, hi: V): VersionSet<V>
  and(a: VersionSet<V>, b: VersionSet<V>): VersionSet<V>
  or(a: VersionSet<V>, b: VersionSet<V>): VersionSet<V>
  not(a: VersionSet<V>): VersionSet<V>
  has(a: VersionSet<V>, v: V): boolean
  /** The part of `a` that lies below `v`. */
  below(a: VersionSet<V>, v: V): VersionSet<V>
  compareCuts(a: Cut<V>, b: Cut<V>): number
}

/** `versionSets` makes the operations for the order `compare`, under which versions are taken to lie densely. */
export function versionSets<V>(compare: (a: V, b: V) => number): VersionSets<V> {
  const compareCuts = (a: Cut<V>, b: Cut<V>) => compare(a.at, b.at) || a.side - b.side
  const from: VersionSets<V>['from'] = (v, open) => [{ lo: { at: v, side: open ? 1 : -1 } }]
  const upTo: VersionSets<V>['upTo'] = (v, closed) => [{ hi: { at: v, side: closed ? 1 : -1 } }]
  const and: VersionSets<V>['and'] = (a, b) => intersection(a, b, compareCuts)
  const or: VersionSets<V>['or'] = (a, b) => merged([...a, ...b], compareCuts)
  return {
    all: [{}],
    from,
    upTo,
    and,
    or,
    compareCuts,
    only: (v) => [{ lo: { at: v, side: -1 }, hi: { at: v, side: 1 } }],
    between: (lo, hi) => and(from(lo), upTo(hi)),
    not: (a) => gaps(a),
    below: (a, v) => and(a, upTo(v)),
    has: (a, v) =>
      a.some(({ lo, hi }) => (!lo || liesAfter(compare(v, lo.at), lo)) && (!hi || !liesAfter(compare(v, hi.at), hi))),
  }
}

function liesAfter(order: number, cut: Cut<unknown>): boolean {
  return order > 0 || (order === 0 && cut.side === -1)
}

type CutOrder<V> = (a: Cut<V>, b: Cut<V>) => number

function intersection<V>(a: VersionSet<V>, b: VersionSet<V>, order: CutOrder<V>): VersionSet<V> {
  const met: Interval<V>[] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const x = a[i] as Interval<V>
    const y = b[k] as Interval<V>
    const lo = !x.lo ? y.lo : !y.lo ? x.lo : order(x.lo, y.lo) >= 0 ? x.lo : y.lo
    const firstEnds = !y.hi || (x.hi !== undefined && order(x.hi, y.hi) <= 0)
    const hi = firstEnds ? x.hi : y.hi
    if (!lo || !hi || order(lo, hi) < 0) met.push(interval(lo, hi))
    if (firstEnds) i++
    else k++
  }
  return met
}

function merged<V>(parts: Interval<V>[], order: CutOrder<V>): VersionSet<V> {
  parts.sort((a, b) => (a.lo && b.lo ? order(a.lo, b.lo) : Number(!!a.lo) - Number(!!b.lo)))
  const out: Interval<V>[] = []
  for (const next of parts) {
    const last = out.at(-1)
    if (!last || (last.hi && next.lo && order(next.lo, last.hi) > 0)) out.push(next)
    else if (last.hi && (!next.hi || order(next.hi, last.hi) > 0)) out[out.length - 1] = interval(last.lo, next.hi)
  }
  return out
}

function gaps<V>(a: VersionSet<V>): VersionSet<V> {
  if (a.length === 0) return [{}]
  const out: Interval<V>[] = []
  if (a[0]?.lo) out.push({ hi: a[0].lo })
  for (let i = 0; i < a.length; i++) {
    const end = a[i]?.hi
    if (end) out.push(interval(end, a[i + 1]?.lo))
  }
  return out
}

function interval<V>(lo: Cut<V> | undefined, hi: Cut<V> | undefined): Interval<V> {
  return { ...(lo && { lo }), ...(hi && { hi }) }
}

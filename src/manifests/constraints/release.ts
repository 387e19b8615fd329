/** `resized` is a release (`[1, 2, 3]`) cut or padded with zeros to `length` segments. */
function resized(release: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, i) => release[i] ?? 0)
}

/** `fitsIn` is true when cutting a release to `length` segments loses nothing but zeros. */
export function fitsIn(release: readonly number[], length: number): boolean {
  return release.slice(length).every((n) => n === 0)
}

/** `next` is the release after this one at its last segment: `[1, 2]` gives `[1, 3]`. */
function next(release: readonly number[]): number[] {
  return release.map((n, i) => (i === release.length - 1 ? n + 1 : n))
}

/**
 * `raisedCeiling` is the next ceiling at the author's own granularity that lets `safe` in. An exclusive `2.0` counts
 * majors, because its last segment that is not zero is the major; an inclusive `1.4` counts in its last segment and is
 * raised no further than needed, `reaches` telling whether a candidate already covers safe.
 */
export function raisedCeiling(
  old: readonly number[],
  safe: readonly number[],
  closed: boolean,
  reaches: (candidate: readonly number[]) => boolean,
): number[] {
  const place = closed
    ? old.length - 1
    : Math.max(
        0,
        old.findLastIndex((n) => n !== 0),
      )
  const base = resized(safe, place + 1)
  const candidate = resized(base, old.length)
  return closed && reaches(candidate) ? candidate : resized(next(base), old.length)
}

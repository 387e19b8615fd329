/** India Standard Time, which has no summer time: always UTC + 5:30. */
const offset = 330 * 60_000

/** `2026-11-23T15:04:05.678+05:30` for epoch milliseconds. */
export function ist(time: number): string {
  return new Date(time + offset).toISOString().replace('Z', '+05:30')
}

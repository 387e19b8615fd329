import { expect } from '@jest/globals'

/** How often something that looks slow is measured again: the garbage collector may spoil a few measurements. */
const ATTEMPTS = 5
/** Below this many milliseconds the clock and the garbage collector say more than the work does. */
const NOISE = 100

/** Milliseconds this thread works, so that whatever else the machine does counts for nothing. */
export function processorTime(work: () => void): number {
  const begun = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(begun)
  return (user + system) / 1000
}

/** The least of up to five measurements; the first one that stays below the limit will do. */
export function leastTime(work: () => void, limit: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < ATTEMPTS && least >= limit; i += 1) least = Math.min(least, processorTime(work))
  return least
}

/** The law of linear work: less than a second for the whole text, and at most 2.5 times what half of it takes. */
export function expectLinear<Input>(make: (size: number) => Input, size: number, work: (input: Input) => void): void {
  const [half, whole] = [make(size / 2), make(size)]
  const measured: string[] = []
  for (let i = 0; i < ATTEMPTS; i += 1) {
    const long = processorTime(() => work(whole))
    if (long < NOISE) return
    const short = processorTime(() => work(half))
    if (long < 1000 && long < 2.5 * short) return
    measured.push(`half ${short} ms, whole ${long} ms`)
  }
  // Code that is not linear spoils every measurement.
  expect(measured).toEqual([])
}

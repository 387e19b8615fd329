import { expect } from '@jest/globals'

/** How often something that looks slow is measured again: the garbage collector may spoil a few measurements. */
const ATTEMPTS = 5
/** Below this many milliseconds the clock, which ticks every four, says more than the work does. */
const NOISE = 60
/** What takes less than NOISE together: four milliseconds each for a MiB. */
const MOST_RUNS = 16

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

/** How often the input is doubled, from 4 KiB to 1 MiB. */
const DOUBLINGS = 8
const MOST_PER_DOUBLING = 2.2
const ROUNDS = 12

/**
 * The law of linear work: less than a second for the whole input, and at most 2.2 times the time for twice the input, in
 * the mean over eight doublings. As much input is worked through in small pieces as in one, turn by turn, and the least
 * times count: what the collector, the caches and the machine's load add (up to 80 %) is then less than the 114 % that the law
 * leaves above 256 times, while work that grows with the square takes 256 times as long.
 */
export function expectLinear<Input>(make: (size: number) => Input, size: number, work: (input: Input) => void): void {
  const pieces = 2 ** DOUBLINGS
  const [piece, whole] = [make(size / pieces), make(size)]
  work(piece)
  const runs = runsBeyondNoise(() => work(whole))
  if (runs === undefined) return
  const times = (input: Input, count: number) =>
    processorTime(() => {
      for (let i = 0; i < count; i += 1) work(input)
    }) / runs
  let [inPieces, atOnce] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let i = 0; i < ROUNDS; i += 1) {
    inPieces = Math.min(inPieces, times(piece, pieces * runs))
    atOnce = Math.min(atOnce, times(whole, runs))
    if (atOnce < 1000 && perDoubling(inPieces, atOnce) <= MOST_PER_DOUBLING) return
  }
  // Code that is not linear spoils every round.
  const growth = perDoubling(inPieces, atOnce).toFixed(2)
  expect(`in ${pieces} pieces ${inPieces} ms, at once ${atOnce} ms: ${growth} times for twice the input`).toBe('linear')
}

function perDoubling(inPieces: number, atOnce: number): number {
  return 2 * (atOnce / inPieces) ** (1 / DOUBLINGS)
}

/** How many runs the clock can measure; undefined when so many are done in no time that growth does not matter. */
function runsBeyondNoise(work: () => void): number | undefined {
  for (let runs = 1; runs <= MOST_RUNS; runs *= 2) {
    const time = processorTime(() => {
      for (let i = 0; i < runs; i += 1) work()
    })
    if (time >= NOISE) return runs
  }
  return undefined
}

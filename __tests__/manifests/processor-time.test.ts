/** The laws of time are only worth something if they can be broken. */
import { describe, expect, test } from '@jest/globals'
import { expectLinear, leastTime, processorTime } from './support/processor-time.ts'

let sink = 0

function spin(rounds: number): void {
  for (let i = 0; i < rounds; i += 1) sink = (sink * 31 + i) | 0
}

/** How many rounds keep this machine busy for a fifth of a second. */
function fifthOfASecond(): number {
  let rounds = 1 << 20
  while (processorTime(() => spin(rounds)) < 200) rounds *= 2
  return rounds
}

describe('the law of linear work', () => {
  const rounds = fifthOfASecond()
  const identity = (size: number) => size
  const growing = (exponent: number) => () => expectLinear(identity, 1, (size) => spin(rounds * size ** exponent))

  test('is kept by linear work, and by n log n', () => {
    expect(growing(1)).not.toThrow()
    const logarithm = (size: number) => (20 + Math.log2(size)) / 20
    expect(() => expectLinear(identity, 1, (size) => spin(rounds * size * logarithm(size)))).not.toThrow()
  })

  test.each([1.25, 1.5, 2])('is broken by n to the power of %d', (exponent) => {
    expect(growing(exponent)).toThrow(/in \d+ pieces .* ms, at once .* ms/)
  })
})

test('work is measured, and measured again while it looks slow', () => {
  const rounds = fifthOfASecond()
  let calls = 0
  const work = () => {
    calls += 1
    spin(rounds)
  }
  expect(leastTime(work, 50)).toBeGreaterThan(50)
  expect(calls).toBe(5)
})

test('waiting is no work', () => {
  expect(leastTime(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300), 100)).toBeLessThan(100)
})

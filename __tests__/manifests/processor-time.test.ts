/** The laws of time are only worth something if they can be broken. */
import { expect, test } from '@jest/globals'
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

test('work that grows with the square is found out, linear work is not', () => {
  const rounds = fifthOfASecond()
  const identity = (size: number) => size
  expect(() => expectLinear(identity, 1, (size) => spin(rounds * size))).not.toThrow()
  expect(() => expectLinear(identity, 1, (size) => spin(rounds * size * size))).toThrow(/half .* ms, whole .* ms/)
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

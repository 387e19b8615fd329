/** Slots: never more than their count, the waiting ones by rank and then in the order they came. */
import { expect, test } from '@jest/globals'
import { Slots } from '../../src/batch/slots.ts'

/** Runs tasks that each end when their turn comes, and tells the order in which they began and how many ran at once. */
async function order(count: number, ranks: readonly number[]) {
  const slots = new Slots(count)
  const began: number[] = []
  let running = 0
  let most = 0
  const task = (index: number) => async () => {
    began.push(index)
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
  }
  await Promise.all(ranks.map((rank, index) => slots.run(task(index), rank)))
  return { began, most }
}

test('the rest wait in the order they came', async () => {
  expect(await order(2, [0, 0, 0, 0, 0])).toEqual({ began: [0, 1, 2, 3, 4], most: 2 })
})

test('a lower rank goes before those that wait longer', async () => {
  expect(await order(1, [3, 2, 1, 2, 0, 1])).toEqual({ began: [0, 4, 2, 5, 1, 3], most: 1 })
})

test('a task that fails gives its slot back', async () => {
  const slots = new Slots(1)
  await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(slots.run(() => Promise.resolve('yes'))).resolves.toBe('yes')
})

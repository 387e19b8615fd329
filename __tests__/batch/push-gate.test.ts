import { expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { PushGate } from '../../src/batch/push-gate.ts'
import type { PushOutcome, PushRequest } from '../../src/core/ports.ts'

const request = (branch: string): PushRequest => ({ branch, oid: 'a'.repeat(40), expect: undefined })
const allPushed = async (requests: readonly PushRequest[]): Promise<PushOutcome[]> =>
  requests.map(({ branch }) => ({ branch, status: 'pushed' }))

test('opens once, when each has submitted or left', async () => {
  const push = jest.fn(allPushed)
  const gate = new PushGate(3, push)
  const [a, b, c] = [gate.ticket(), gate.ticket(), gate.ticket()]
  const first = a.submit(request('a'))
  b.leave()
  await Promise.resolve()
  expect(push).not.toHaveBeenCalled()
  const last = c.submit(request('c'))
  expect(await Promise.all([first, last])).toEqual([
    { branch: 'a', status: 'pushed' },
    { branch: 'c', status: 'pushed' },
  ])
  expect(push).toHaveBeenCalledTimes(1)
})

test('whoever leaves last lets the others through', async () => {
  const gate = new PushGate(2, allPushed)
  const waiting = gate.ticket().submit(request('a'))
  gate.ticket().leave()
  await expect(waiting).resolves.toMatchObject({ status: 'pushed' })
})

test('a failed push is the failure of all that waited', async () => {
  const gate = new PushGate(2, async () => Promise.reject(new Error('gone')))
  const waiting = [gate.ticket().submit(request('a')), gate.ticket().submit(request('b'))]
  for (const one of waiting) await expect(one).rejects.toThrow('gone')
})

test('a second try of one item is pushed by itself', async () => {
  const push = jest.fn(allPushed)
  const gate = new PushGate(1, push)
  const ticket = gate.ticket()
  await ticket.submit(request('a'))
  await ticket.submit(request('a'))
  ticket.leave()
  expect(push).toHaveBeenCalledTimes(2)
})

test('property: in whatever order they come, every submitted branch is answered and pushed in one push', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (submits) => {
      const pushes: number[] = []
      const gate = new PushGate(submits.length, async (requests) => {
        pushes.push(requests.length)
        return allPushed(requests)
      })
      const outcomes = await Promise.all(
        submits.map(async (submit, index) => {
          const ticket = gate.ticket()
          await new Promise((resolve) => setImmediate(resolve))
          const outcome = submit ? await ticket.submit(request(`b${index}`)) : undefined
          ticket.leave()
          return outcome?.branch
        }),
      )
      const wanted = submits.flatMap((submit, index) => (submit ? [`b${index}`] : []))
      expect(outcomes.filter(Boolean)).toEqual(wanted)
      expect(pushes).toEqual(wanted.length > 0 ? [wanted.length] : [])
    }),
  )
})

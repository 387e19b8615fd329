/** Whose lease an effect is made under, for whoever sends it: the last look before the wire, after every wait. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { fail } from './errors.ts'
import type { Lease } from './journal.ts'

const current = new AsyncLocalStorage<Lease | undefined>()

/** Does the work as the holder of the lease. */
export function holding<T>(lease: Lease | undefined, work: () => Promise<T>): Promise<T> {
  return current.run(lease, work)
}

/**
 * Throws `already-running` when the work that calls this is done under a lease that was lost meanwhile. Where that is not
 * known the store is asked, and waited for.
 */
export async function assertHeld(): Promise<void> {
  const lease = current.getStore()
  if (lease?.held(true) !== false) return
  if ((await lease.confirm?.()) !== true) throw overtaken()
}

/** The failure of who was paused so long that another took its item over. */
export function overtaken() {
  return fail(
    'already-running',
    'Another runner took this item over while this one was paused.',
    'Nothing to do: the other runner finishes it. Run the same batch again to see its result.',
  )
}

/**
 * Preloaded into a process (`node --import`): its clock and its timers run CLOCK_SPEED times as fast. Pauses that the
 * program makes shrink; its own work, git's and the network's do not, so a run looks slower against its floor than it is.
 */
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import promises from 'node:timers/promises'

const speed = Number(process.env.CLOCK_SPEED ?? 1)
/** Longer ones are no pauses but limits on work that is not sped up. */
const longestPause = 10_000
const scaled = (ms: unknown) => (typeof ms === 'number' && ms <= longestPause ? ms / speed : ms)

const now = Date.now
const start = now()
Date.now = () => start + (now() - start) * speed

/** The same function, with the pause at this position of its arguments shortened. */
function shortened<F>(original: F, at: number): F {
  const call = original as (...args: unknown[]) => unknown
  return ((...args: unknown[]) => call(...args.map((arg, index) => (index === at ? scaled(arg) : arg)))) as F
}

globalThis.setTimeout = Object.assign(shortened(globalThis.setTimeout, 1), globalThis.setTimeout)
globalThis.setInterval = Object.assign(shortened(globalThis.setInterval, 1), globalThis.setInterval)
timers.setTimeout = globalThis.setTimeout
timers.setInterval = globalThis.setInterval
promises.setTimeout = shortened(promises.setTimeout, 0)
syncBuiltinESMExports()

// Loaded before the program (`node --import`): its clock and its pauses run FASTER times as fast.

const speed = Number(process.env.FASTER)
const epoch = Date.now()
const { now } = Date
Date.now = () => Math.floor(epoch + (now() - epoch) * speed)

// What guards against a far side that hangs: one git process, one HTTP request.
const guards = new Set([120_000, 30_000])
const pause = (ms = 0) => ms / (guards.has(ms) ? 1 : speed)

for (const name of ['setTimeout', 'setInterval']) {
  const timer = globalThis[name]
  globalThis[name] = Object.assign((work, ms, ...more) => timer(work, pause(ms), ...more), timer)
}

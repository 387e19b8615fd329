/**
 * Preloaded into a process (`node --import`): collects all garbage each second and keeps the most that was left of the heap
 * in the file LIVE_HEAP_FILE, in MiB. What V8 has not cleared away yet would hide what the program holds on to.
 */
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void

let most = 0
setInterval(() => {
  collect()
  most = Math.max(most, process.memoryUsage().heapUsed / 1024 ** 2)
  writeFileSync(process.env.LIVE_HEAP_FILE as string, String(most))
}, 1_000).unref()

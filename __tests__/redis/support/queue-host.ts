/** A host of its own process: works on parts until it is killed, and says on stdout what it does. */

import { openBullmqQueue } from '../../../src/adapters/bullmq-queue.ts'
import { systemClock } from '../../../src/adapters/clock.ts'
import { shareLink } from '../../../src/adapters/redis.ts'

const [url = '', milliseconds = '100', concurrency = '1'] = process.argv.slice(2)
const log = { write() {} }
const shared = shareLink(url, systemClock, log)
const queue = await openBullmqQueue({ url, shared, clock: systemClock, log, stalled: 2_000, grace: 0 })
queue.start(Number(concurrency), {
  keys: ['key-1'],
  async carryOut({ id }, { number }) {
    console.log(`begins ${id} ${number}`)
    await systemClock.sleep(Number(milliseconds))
    console.log(`ends ${id} ${number}`)
    return { state: 'done', answer: process.pid }
  },
  gather: async (_, parts) => ({ state: 'done', answer: parts.map(({ answer }) => answer) }),
})
console.log('ready')

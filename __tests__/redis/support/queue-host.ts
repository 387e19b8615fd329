/** A host of its own process: works on batches until it is killed, and says on stdout what it does. */

import { openBullmqQueue } from '../../../src/adapters/bullmq-queue.ts'
import { systemClock } from '../../../src/adapters/clock.ts'
import { shareLink } from '../../../src/adapters/redis.ts'

const [url = '', milliseconds = '100'] = process.argv.slice(2)
const shared = shareLink(url, systemClock, { write() {} })
const queue = await openBullmqQueue({ url, shared, clock: systemClock, stalled: 2_000 })
queue.start(1, async (batch) => {
  console.log(`begins ${batch.id}`)
  await systemClock.sleep(Number(milliseconds))
  console.log(`ends ${batch.id}`)
  return { state: 'done', answer: { by: process.pid } }
})
console.log('ready')

/** A host of its own process that sends writes as fast as it may, and says when each went out. */
import { systemClock } from '../../../src/adapters/clock.ts'
import { shareLink } from '../../../src/adapters/redis.ts'
import { pacedHttp } from '../../../src/adapters/redis-pacing.ts'
import { silentHttp } from './silent-http.ts'

const [url = '', count = '3', path = '/repos/a/b/labels'] = process.argv.slice(2)
const { link, release } = shareLink(url, systemClock, { write() {} })
const http = pacedHttp(
  silentHttp((request) => {
    console.log(`${Date.now()} ${request}`)
    return { status: 201 }
  }),
  { link, clock: systemClock, log: { write() {} }, signal: new AbortController().signal, limits: () => 'github' },
)
const call = () =>
  http.fetch(`https://api.github.com${path}`, { method: 'POST', headers: { authorization: 'token canary-token' } })
await Promise.all(Array.from({ length: Number(count) }, call))
await release()

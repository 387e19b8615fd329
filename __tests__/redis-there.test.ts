/** Says in the report why the tests over Redis did not run, where they could not. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { redisThere } from './redis/support/redis-there.ts'

const where = redisThere ? test : test.skip

where('__tests__/redis needs a redis-server on this machine (apt-get install redis-server)', () => {
  const files = readdirSync(join(import.meta.dirname, 'redis')).filter((name) => name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(3)
})

/** `mode: serve` in a job: the real action, which serves for its time, drains and ends well. */
import { expect, test } from '@jest/globals'
import { assertNoSecret, runAction } from '../support/runner.ts'
import { secret } from '../support/scene.ts'

const inputs = { mode: 'serve', port: '0', 'jwt-secret-key': secret, 'ntp-server': 'off' }

test('serves for its time, drains, and the step succeeds', async () => {
  const run = await runAction({ inputs: { ...inputs, 'serve-for': '2s' } })
  expect(run.exitCode).toBe(0)
  expect(run.log).toMatch(/listening on http:\/\/127\.0\.0\.1:\d+[\s\S]*draining[\s\S]*stopped/)
  expect(run.milliseconds).toBeGreaterThan(2_000)
  assertNoSecret(run, [secret])
})

test('a cancelled job drains at the first signal', async () => {
  const run = await runAction({ inputs, cancelAfter: /listening on/ })
  expect([run.exitCode, run.lastSignal]).toEqual([0, 'SIGINT'])
  expect(run.log).toContain('stopped')
  expect(run.cancelMilliseconds).toBeLessThan(7_000)
})

test.each([
  [{ 'serve-for': 'soon' }, 'SERVE_FOR: expected a time like 90s, 45m or 5h30m'],
  [{ port: 'web' }, 'PORT: expected a whole number'],
  [{ 'jwt-secret-key': 'short' }, 'JWT_SECRET_KEY'],
])('refuses to begin with %j', async (wrong, said) => {
  const run = await runAction({ inputs: { ...inputs, ...wrong } })
  expect(run.exitCode).toBe(2)
  expect(run.log).toContain(said)
})

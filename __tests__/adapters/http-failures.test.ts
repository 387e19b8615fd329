/** What a broken connection means for an effect: only one that never stood is certain to have carried nothing. */
import { expect, test } from '@jest/globals'
import { FetchError } from 'node-fetch'
import { connectionFailure } from '../../src/adapters/http.ts'

const options = {
  policy: { allowedHosts: [], allowLoopback: true },
  ...{ timeout: 30_000, dryRun: false, signal: new AbortController().signal },
}

test.each([
  ['connect', 'connection-refused', 'safe'],
  ['read', 'connection-lost', 'ambiguous'],
  ['write', 'connection-lost', 'ambiguous'],
])('EHOSTUNREACH from %s: %s', (syscall, code, retry) => {
  const cause = { ...new Error('no route'), code: 'EHOSTUNREACH', errno: 'EHOSTUNREACH', syscall }
  const error = new FetchError('no route', 'system', cause)
  const state = { timedOut: false, cancelled: false, reads: false, options }
  expect(connectionFailure(error, new URL('https://jira.example/'), state)).toMatchObject({ code, retry })
})

/**
 * What the journal does inside Redis. Each script is one indivisible step, may be sent twice without harm (an answer that
 * never came is asked for again), and reads Redis' own clock, so that hosts whose clocks differ agree on who holds what.
 *
 * Keys: `memory` (which memory this is, and since when), `batch:<id>`, `batches` (ids by time), `holders:<item>` (the
 * batches that hold an item), `steps:<item>` (a field for each step: `i <at> <nonce>` an intent, `d <at> <doubtful> <json>`
 * a result, both with ` @<run>` behind where the run has a name), `lease:<item>` (fence, until, owner).
 */
import { prelude } from './prelude.ts'

/**
 * `mayWrite`: true for who holds the lease (and renews it), or where nobody does. A fence is written `123!` by a holder that
 * had no chance to be overtaken (its time is not over, or Redis was away), and `123` by one that was paused. A lease that is
 * not there at all was lost with the memory: a released one leaves its fence behind. Of two who claim it the greater wins.
 */
const fencing = `
local function mayWrite(key, claim, length, keep)
  local lease = redis.call('HMGET', key, 'fence', 'until')
  if claim == '' then return not lease[1] or tonumber(lease[2]) <= now end
  local fence, unbroken = string.match(claim, '^(%d+)(!?)$')
  local mine = lease[1] == fence or (unbroken == '!' and tonumber(lease[1] or 0) < tonumber(fence))
  if not mine then return false end
  redis.call('HSET', key, 'fence', fence, 'until', text(now + length))
  redis.call('PEXPIRE', key, keep)
  return true
end
`

/** Milliseconds after a loss for which a step that is not recorded counts as begun: far beyond what any far side lags. */
const doubtful = 10 * 60_000

/** ARGV: known, Redis' run id. Another run id means a restart or a replica in its place: the last writes may be gone. */
const recognise = `
local run = redis.call('HGET', KEYS[1], 'run')
if run and run ~= ARGV[2] then
  memory = { text(micros), text(now), '1' }
  redis.call('HSET', KEYS[1], 'id', memory[1], 'at', memory[2], 'lost', '1')
end
redis.call('HSET', KEYS[1], 'run', ARGV[2])
return { memory[1], memory[3] }
`

/** KEYS: memory, batch, batches, holders of each item. ARGV: known, id, digest, item keys (JSON), keep. */
const beginBatch = `
if redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('HSET', KEYS[2], 'digest', ARGV[3], 'items', ARGV[4], 'created', text(now), 'state', 'running')
end
redis.call('PEXPIRE', KEYS[2], ARGV[5])
redis.call('ZADD', KEYS[3], 'NX', redis.call('HGET', KEYS[2], 'created'), ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', text(now - ARGV[5]))
for i = 4, #KEYS do
  redis.call('SADD', KEYS[i], ARGV[2])
  redis.call('PEXPIRE', KEYS[i], ARGV[5])
end
return { memory[1], redis.call('HMGET', KEYS[2], 'digest', 'created', 'state', 'response') }
`

/** KEYS: memory, batch. ARGV: known, response, keep. */
const endBatch = `
if redis.call('EXISTS', KEYS[2]) == 0 then return { memory[1], 0 } end
redis.call('HSET', KEYS[2], 'state', 'done', 'response', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return { memory[1], 1 }
`

/**
 * KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep. Answers what it is, the field, and how long ago it was
 * written; `doubt` and the memory's age where a record may have been lost.
 */
const readStep = `
if ARGV[3] ~= '' and not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if found then return { memory[1], 'found', found, text(now - string.match(found, '^%a (%d+)')) } end
local age = now - memory[2]
if memory[3] == '1' and age < ${doubtful} then return { memory[1], 'doubt', '', text(age) } end
return { memory[1], 'none' }
`

/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, nonce, run. A result is never taken back to an intent. */
const intend = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if not found or string.sub(found, 1, 1) ~= 'd' then
  redis.call('HSET', KEYS[2], ARGV[2], 'i ' .. text(now) .. ' ' .. ARGV[6] .. ARGV[7])
end
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { memory[1], 'written' }
`

/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, value (`<doubtful> <json>`). */
const record = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
redis.call('HSET', KEYS[2], ARGV[2], 'd ' .. text(now) .. ' ' .. ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { memory[1], 'written' }
`

/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, nonce (empty: whatever intent is there). */
const retract = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if found and string.sub(found, 1, 1) == 'i' and (ARGV[6] == '' or string.match(found, '^i %d+ (%S*)') == ARGV[6]) then
  redis.call('HDEL', KEYS[2], ARGV[2])
end
return { memory[1], 'written' }
`

/**
 * KEYS: memory, lease. ARGV: known, owner, length, grace, keep. Answers the fence, or an empty one. In a memory that is
 * younger than `grace` nothing is given out: holders of leases that were lost with the last one come first.
 */
const acquire = `
if now - memory[2] < tonumber(ARGV[4]) then return { memory[1], '' } end
local lease = redis.call('HMGET', KEYS[2], 'fence', 'until', 'owner')
local free = not lease[1] or tonumber(lease[2]) <= now
if not free then return { memory[1], lease[3] == ARGV[2] and lease[1] or '' } end
local fence = text(math.max(tonumber(lease[1] or 0) + 1, micros))
redis.call('HSET', KEYS[2], 'fence', fence, 'until', text(now + ARGV[3]), 'owner', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { memory[1], fence }
`

/** KEYS: memory, leases. ARGV: known, length, keep, the claim of each. Answers 1 for each that is still held. */
const renew = `
local held = {}
for i = 2, #KEYS do held[i - 1] = mayWrite(KEYS[i], ARGV[i + 2], ARGV[2], ARGV[3]) and 1 or 0 end
return { memory[1], held }
`

/** KEYS: memory, lease. ARGV: known, fence. The fence stays, so that the next one is greater. */
const release = `
if redis.call('HGET', KEYS[2], 'fence') == ARGV[2] then redis.call('HSET', KEYS[2], 'until', '0') end
return { memory[1] }
`

/** KEYS: memory, batch, batches. ARGV: known, id, prefix. Answers `busy`, 1, or 0 where there is no such batch. */
const forget = `
local items = redis.call('HGET', KEYS[2], 'items')
if not items then return { memory[1], 0 } end
local keys = cjson.decode(items)
for _, key in ipairs(keys) do
  if tonumber(redis.call('HGET', ARGV[3] .. ':lease:' .. key, 'until') or 0) > now then return { memory[1], 'busy' } end
end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[3], ARGV[2])
for _, key in ipairs(keys) do
  local holders = ARGV[3] .. ':holders:' .. key
  redis.call('SREM', holders, ARGV[2])
  local still = false
  for _, id in ipairs(redis.call('SMEMBERS', holders)) do
    still = still or redis.call('EXISTS', ARGV[3] .. ':batch:' .. id) == 1
  end
  if not still then redis.call('DEL', holders, ARGV[3] .. ':steps:' .. key) end
end
return { memory[1], 1 }
`

const whole = (...parts: string[]) => parts.join('')

/** The journal's scripts by name, with the clock, the memory and the fence in front of each. */
export const journalScripts = {
  recognise: whole(prelude, recognise),
  beginBatch: whole(prelude, beginBatch),
  endBatch: whole(prelude, endBatch),
  readStep: whole(prelude, fencing, readStep),
  intend: whole(prelude, fencing, intend),
  record: whole(prelude, fencing, record),
  retract: whole(prelude, fencing, retract),
  acquire: whole(prelude, acquire),
  renew: whole(prelude, fencing, renew),
  release: whole(prelude, release),
  forget: whole(prelude, forget),
} as const

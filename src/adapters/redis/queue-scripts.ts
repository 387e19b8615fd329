/**
 * What the queue does inside Redis beside BullMQ. BullMQ hands ids to hosts, and takes them back from hosts that died; what
 * must not be lost stands here. Each script is one indivisible step and may be sent twice without harm.
 *
 * Keys: `queued:<id>` (a batch: its outline, state, sealed request, worker and that worker's last beat, answer),
 * `queue:waiting`, `queue:open` (waiting or running) and `queue:all`, ids by the time they were accepted, `progress:<id>`.
 */
import { prelude } from './prelude.ts'

/**
 * KEYS: memory, queued, waiting, open, all, progress. ARGV: known, id, nonce, digest, dry run, items, sealed, limit,
 * whether one that is at its end is replaced, keep, accepted (empty: now). Answers `added`, `known` or `full`.
 */
const enqueue = `
local row = redis.call('HMGET', KEYS[2], 'state', 'nonce')
if row[2] and row[2] == ARGV[3] then return { memory[1], 'added' } end
local ended = row[1] == 'done' or row[1] == 'lost'
if row[1] and not (ended and ARGV[9] == '1') then return { memory[1], 'known' } end
if redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[8]) then return { memory[1], 'full' } end
local accepted = ARGV[11] == '' and text(now) or ARGV[11]
redis.call('DEL', KEYS[2], KEYS[6])
redis.call('HSET', KEYS[2], 'state', 'waiting', 'nonce', ARGV[3], 'digest', ARGV[4], 'dryRun', ARGV[5],
  'items', ARGV[6], 'sealed', ARGV[7], 'accepted', accepted, 'worker', '')
redis.call('PEXPIRE', KEYS[2], ARGV[10])
for i = 3, 5 do redis.call('ZADD', KEYS[i], accepted, ARGV[2]) end
redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', text(now - ARGV[10]))
return { memory[1], 'added' }
`

/**
 * KEYS: memory, queued, waiting. ARGV: known, id, worker, stale. Answers `taken`, `over` (at its end, or not there), or
 * `busy`: another worker has given a sign of life within `stale` milliseconds.
 */
const take = `
local row = redis.call('HMGET', KEYS[2], 'state', 'worker', 'beat')
if row[1] ~= 'waiting' and row[1] ~= 'running' then return { memory[1], 'over' } end
local elsewhere = row[1] == 'running' and row[2] ~= '' and row[2] ~= ARGV[3]
if elsewhere and now - tonumber(row[3] or 0) < tonumber(ARGV[4]) then return { memory[1], 'busy' } end
redis.call('HSET', KEYS[2], 'state', 'running', 'worker', ARGV[3], 'beat', text(now))
redis.call('HDEL', KEYS[2], 'notBefore')
redis.call('ZREM', KEYS[3], ARGV[2])
return { memory[1], 'taken' }
`

/** KEYS: memory, queued of each batch under work. ARGV: known, worker. */
const beat = `
for i = 2, #KEYS do
  if redis.call('HGET', KEYS[i], 'worker') == ARGV[2] then redis.call('HSET', KEYS[i], 'beat', text(now)) end
end
return { memory[1] }
`

/**
 * KEYS: memory, queued, waiting, open, progress. ARGV: known, id, worker, state, answer, not before (empty: now), keep.
 * Answers `kept`, `overtaken` (another worker has it, or ended it), or `gone` (lost with Redis' memory).
 */
const settle = `
local row = redis.call('HMGET', KEYS[2], 'state', 'worker', 'accepted')
if not row[1] then return { memory[1], 'gone' } end
local ended = row[1] == 'done' or row[1] == 'lost'
if ended or (row[2] ~= '' and row[2] ~= ARGV[3]) then return { memory[1], ended and row[2] == ARGV[3] and 'kept' or 'overtaken' } end
redis.call('HSET', KEYS[2], 'state', ARGV[4], 'answer', ARGV[5])
if ARGV[4] == 'waiting' then
  redis.call('HSET', KEYS[2], 'worker', '', 'notBefore', ARGV[6])
  redis.call('ZADD', KEYS[3], row[3], ARGV[2])
  return { memory[1], 'kept' }
end
redis.call('HSET', KEYS[2], 'worker', ARGV[3], 'ended', text(now))
redis.call('HDEL', KEYS[2], 'sealed', 'notBefore')
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('ZREM', KEYS[4], ARGV[2])
redis.call('DEL', KEYS[5])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return { memory[1], 'kept' }
`

/** KEYS: memory, token. ARGV: known, nonce, until (epoch milliseconds). Answers 1 for who used it first. */
const claimToken = `
local first = redis.call('GET', KEYS[2])
if first then return { memory[1], first == ARGV[2] and 1 or 0 } end
if tonumber(ARGV[3]) > now then redis.call('SET', KEYS[2], ARGV[2], 'PXAT', ARGV[3]) end
return { memory[1], 1 }
`

/** The queue's scripts by name. */
export const queueScripts = {
  enqueue: prelude + enqueue,
  take: prelude + take,
  beat: prelude + beat,
  settle: prelude + settle,
  claimToken: prelude + claimToken,
} as const

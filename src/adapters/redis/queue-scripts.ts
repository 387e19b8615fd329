/**
 * What the queue does inside Redis beside BullMQ. BullMQ hands parts to hosts; what must not be lost stands here. Each
 * script is one indivisible step, counts time by Redis' clock, and may be sent twice without harm.
 *
 * Keys: `queued:<id>` (a batch: outline, state, sealed request, how many of its parts are left, answer), `parts:<id>` (for
 * each part by its number: state, worker, that worker's last beat, from when it may be worked on, outcome), `queue:waiting`,
 * `queue:open` (waiting or running) and `queue:all`, ids by the time they were accepted, `progress:<id>`.
 *
 * A `ticket` is the nonce of one acceptance: what belongs to an earlier batch of the same id changes nothing.
 */
import { prelude } from './prelude.ts'

/** Words of all scripts on a batch. `part(n, 'state')` is a field of `parts:<id>`. */
const words = `
local function isOver(state) return state == 'done' or state == 'lost' end
local function part(n, name) return n .. ':' .. name end
`

/**
 * KEYS: memory, queued, parts, waiting, open, all, progress. ARGV: known, id, ticket, digest, dry run, items, sealed, key,
 * parts, limit, whether one that is done is replaced, keep, accepted (empty: now). Answers `added`, `known` or `full`. An
 * open batch that comes again with the same content is sealed under the key of who sent it last: the other may be gone.
 */
const enqueue = `
local row = redis.call('HMGET', KEYS[2], 'state', 'ticket', 'digest')
if row[2] and row[2] == ARGV[3] then return { memory[1], 'added' } end
if row[1] and not (row[1] == 'lost' or (row[1] == 'done' and ARGV[11] == '1')) then
  if not isOver(row[1]) and row[3] == ARGV[4] then redis.call('HSET', KEYS[2], 'sealed', ARGV[7], 'key', ARGV[8]) end
  return { memory[1], 'known' }
end
if redis.call('ZCARD', KEYS[4]) >= tonumber(ARGV[10]) then return { memory[1], 'full' } end
local accepted = ARGV[13] == '' and text(now) or ARGV[13]
redis.call('DEL', KEYS[2], KEYS[3], KEYS[7])
redis.call('HSET', KEYS[2], 'state', 'waiting', 'ticket', ARGV[3], 'digest', ARGV[4], 'dryRun', ARGV[5],
  'items', ARGV[6], 'sealed', ARGV[7], 'key', ARGV[8], 'parts', ARGV[9], 'left', ARGV[9], 'accepted', accepted)
for n = 1, tonumber(ARGV[9]) do
  redis.call('HSET', KEYS[3], part(n, 'state'), 'fresh', part(n, 'from'), text(now))
end
for _, key in ipairs({ KEYS[2], KEYS[3] }) do redis.call('PEXPIRE', key, ARGV[12]) end
for i = 4, 6 do redis.call('ZADD', KEYS[i], accepted, ARGV[2]) end
redis.call('ZREMRANGEBYSCORE', KEYS[6], '-inf', text(now - ARGV[12]))
return { memory[1], 'added' }
`

/**
 * KEYS: memory, queued, parts, waiting. ARGV: known, id, ticket, part, worker, stale, grace, keys of this host. Answers
 * `taken`; `over` (at its end, or not there); `foreign`: sealed with another key; `busy`: another worker has given a sign of
 * life within `stale` milliseconds; or `early`: it waits for its time, or Redis' memory is younger than `grace`, in favour
 * of those who worked on it before. Who takes with a `stale` of 0 is one of them, and works on it already.
 */
const take = `
local row = redis.call('HMGET', KEYS[2], 'state', 'ticket', 'key')
if not row[1] or isOver(row[1]) or row[2] ~= ARGV[3] then return { memory[1], 'over' } end
if now - memory[2] < tonumber(ARGV[7]) then return { memory[1], 'early' } end
local has = false
for i = 8, #ARGV do has = has or ARGV[i] == row[3] end
if not has then return { memory[1], 'foreign' } end
local n = ARGV[4]
local mine = redis.call('HMGET', KEYS[3], part(n, 'state'), part(n, 'worker'), part(n, 'beat'), part(n, 'from'))
if not mine[1] or isOver(mine[1]) then return { memory[1], 'over' } end
if mine[1] == 'running' and mine[2] ~= ARGV[5] and now - mine[3] < tonumber(ARGV[6]) then return { memory[1], 'busy' } end
local mayWait = tonumber(ARGV[6]) > 0 and mine[1] ~= 'running'
if mayWait and tonumber(mine[4]) > now then return { memory[1], 'early' } end
redis.call('HSET', KEYS[3], part(n, 'state'), 'running', part(n, 'worker'), ARGV[5], part(n, 'beat'), text(now))
redis.call('HSET', KEYS[2], 'state', 'running')
redis.call('HDEL', KEYS[2], 'notBefore')
redis.call('ZREM', KEYS[4], ARGV[2])
return { memory[1], 'taken' }
`

/** KEYS: memory, parts of each batch under work. ARGV: known, worker, a part of each. */
const beat = `
for i = 2, #KEYS do
  local n = ARGV[i + 1]
  local mine = redis.call('HMGET', KEYS[i], part(n, 'state'), part(n, 'worker'))
  if mine[1] == 'running' and mine[2] == ARGV[2] then redis.call('HSET', KEYS[i], part(n, 'beat'), text(now)) end
end
return { memory[1] }
`

/**
 * KEYS: memory, queued, parts. ARGV: known, ticket, part, worker, state (`again`: it waits), outcome, milliseconds until it
 * may go on. Answers `kept`; `last`: and now every part has ended or waits for its time; `overtaken`: another worker has it,
 * or has ended it; or `gone`: lost with Redis' memory.
 */
const settle = `
local row = redis.call('HMGET', KEYS[2], 'state', 'ticket', 'parts')
if not row[1] then return { memory[1], 'gone' } end
if row[2] ~= ARGV[2] then return { memory[1], 'overtaken' } end
local n = ARGV[3]
local mine = redis.call('HMGET', KEYS[3], part(n, 'state'), part(n, 'worker'))
local isMine = not mine[2] or mine[2] == ARGV[4]
if isOver(row[1]) or isOver(mine[1]) then return { memory[1], isMine and 'kept' or 'overtaken' } end
if not isMine then return { memory[1], 'overtaken' } end
if ARGV[5] == 'again' then
  redis.call('HSET', KEYS[3], part(n, 'state'), 'again', part(n, 'outcome'), ARGV[6], part(n, 'from'), text(now + ARGV[7]))
  redis.call('HDEL', KEYS[3], part(n, 'worker'), part(n, 'beat'))
else
  redis.call('HSET', KEYS[3], part(n, 'state'), ARGV[5], part(n, 'outcome'), ARGV[6], part(n, 'worker'), ARGV[4])
  redis.call('HINCRBY', KEYS[2], 'left', -1)
end
for i = 1, tonumber(row[3]) do
  local state = redis.call('HGET', KEYS[3], part(i, 'state'))
  if state == 'running' or state == 'fresh' then return { memory[1], 'kept' } end
end
return { memory[1], 'last' }
`

/**
 * KEYS: memory, queued, parts, waiting, open, progress. ARGV: known, id, ticket, state (`waiting`: its parts wait), answer,
 * keep, not before. Answers `kept`, `moved` (a part has begun again meanwhile) or `gone`.
 */
const conclude = `
local row = redis.call('HMGET', KEYS[2], 'state', 'ticket', 'left', 'parts', 'accepted')
if not row[1] then return { memory[1], 'gone' } end
if row[2] ~= ARGV[3] or isOver(row[1]) then return { memory[1], 'kept' } end
if ARGV[4] == 'waiting' then
  for i = 1, tonumber(row[4]) do
    local state = redis.call('HGET', KEYS[3], part(i, 'state'))
    if state == 'running' or state == 'fresh' then return { memory[1], 'moved' } end
  end
  redis.call('HSET', KEYS[2], 'state', 'waiting', 'answer', ARGV[5], 'notBefore', ARGV[7])
  redis.call('ZADD', KEYS[4], row[5], ARGV[2])
  return { memory[1], 'kept' }
end
if row[3] ~= '0' then return { memory[1], 'moved' } end
redis.call('HSET', KEYS[2], 'state', ARGV[4], 'answer', ARGV[5], 'ended', text(now))
redis.call('HDEL', KEYS[2], 'sealed', 'notBefore')
redis.call('ZREM', KEYS[4], ARGV[2])
redis.call('ZREM', KEYS[5], ARGV[2])
redis.call('DEL', KEYS[3], KEYS[6])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return { memory[1], 'kept' }
`

/**
 * What there is to do in the oldest open batches. KEYS: memory, open. ARGV: known, batches, prefix, stale, grace, prefix of
 * BullMQ's jobs, keys of this host. Answers three lists: the parts that may be worked on (id, ticket, part, since how many
 * milliseconds, whether BullMQ has a job for it), the ids whose parts have all ended, and those sealed with a key that
 * this host has not. A part whose worker has given no sign of life for `stale` milliseconds may be worked on again.
 */
const survey = `
local due, ended, foreign, keys = {}, {}, {}, {}
for i = 7, #ARGV do keys[ARGV[i]] = true end
if now - memory[2] < tonumber(ARGV[5]) then return { memory[1], due, ended, foreign } end
local function sinceOf(parts, n)
  local one = redis.call('HMGET', parts, part(n, 'state'), part(n, 'beat'), part(n, 'from'))
  if one[1] == 'running' then return now - one[2] - ARGV[4] end
  if one[1] == 'fresh' or one[1] == 'again' then return now - one[3] end
  return -1
end
for _, id in ipairs(redis.call('ZRANGE', KEYS[2], 0, ARGV[2] - 1)) do
  local row = redis.call('HMGET', ARGV[3] .. ':queued:' .. id, 'state', 'ticket', 'parts', 'left', 'key')
  if not row[1] or isOver(row[1]) then
    redis.call('ZREM', KEYS[2], id)
  elseif row[4] == '0' then
    ended[#ended + 1] = id
  elseif not keys[row[5]] then
    foreign[#foreign + 1] = id
  else
    for n = 1, tonumber(row[3]) do
      local since = sinceOf(ARGV[3] .. ':parts:' .. id, n)
      if since >= 0 then
        local job = redis.call('EXISTS', ARGV[6] .. row[2] .. '-' .. n)
        due[#due + 1] = { id, row[2], text(n), text(since), job }
      end
    end
  end
end
return { memory[1], due, ended, foreign }
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
  enqueue: prelude + words + enqueue,
  take: prelude + words + take,
  beat: prelude + words + beat,
  settle: prelude + words + settle,
  conclude: prelude + words + conclude,
  survey: prelude + words + survey,
  claimToken: prelude + claimToken,
} as const

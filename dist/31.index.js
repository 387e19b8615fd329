export const id = 31;
export const ids = [31];
export const modules = {

/***/ 4031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GA: () => (/* binding */ RedisLink),
  HZ: () => (/* binding */ connectionOptions),
  Pl: () => (/* binding */ prefix)
});

// EXTERNAL MODULE: ./node_modules/ioredis/built/index.js
var built = __webpack_require__(67796);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/adapters/redis/prelude.js
/** What every script begins with: its clock, and which memory Redis has. */
/**
 * Every script is told the memory that its process knew (ARGV[1], empty at first) and answers the one it found as its first
 * element. A memory that is not there is begun; one that a process knew differently has lost what was in it.
 */
const prelude = `
local t = redis.call('TIME')
local micros = t[1] * 1000000 + t[2]
local now = math.floor(micros / 1000)
local function text(number) return string.format('%.0f', number) end
local memory = redis.call('HMGET', KEYS[1], 'id', 'at', 'lost')
if not memory[1] then
  memory = { text(micros), text(now), ARGV[1] ~= '' and '1' or '0' }
  redis.call('HSET', KEYS[1], 'id', memory[1], 'at', memory[2], 'lost', memory[3])
elseif ARGV[1] ~= '' and ARGV[1] ~= memory[1] and memory[3] ~= '1' then
  memory[3] = '1'
  redis.call('HSET', KEYS[1], 'lost', '1')
end
`;

;// CONCATENATED MODULE: ./lib/adapters/redis/journal-scripts.js
/**
 * What the journal does inside Redis. Each script is one indivisible step, may be sent twice without harm (an answer that
 * never came is asked for again), and reads Redis' own clock, so that hosts whose clocks differ agree on who holds what.
 *
 * Keys: `memory` (which memory this is, and since when), `batch:<id>`, `batches` (ids by time), `holders:<item>` (the
 * batches that hold an item), `steps:<item>` (a field for each step: `i <at> <nonce>` an intent, `d <at> <doubtful> <json>`
 * a result, both with ` @<run>` behind where the run has a name), `lease:<item>` (fence, until, owner).
 */

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
`;
/** Milliseconds after a loss for which a step that is not recorded counts as begun: far beyond what any far side lags. */
const doubtful = 10 * 60_000;
/** ARGV: known, Redis' run id. Another run id means a restart or a replica in its place: the last writes may be gone. */
const recognise = `
local run = redis.call('HGET', KEYS[1], 'run')
if run and run ~= ARGV[2] then
  memory = { text(micros), text(now), '1' }
  redis.call('HSET', KEYS[1], 'id', memory[1], 'at', memory[2], 'lost', '1')
end
redis.call('HSET', KEYS[1], 'run', ARGV[2])
return { memory[1], memory[3] }
`;
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
`;
/** KEYS: memory, batch. ARGV: known, response, keep. */
const endBatch = `
if redis.call('EXISTS', KEYS[2]) == 0 then return { memory[1], 0 } end
redis.call('HSET', KEYS[2], 'state', 'done', 'response', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return { memory[1], 1 }
`;
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
`;
/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, nonce, run. A result is never taken back to an intent. */
const intend = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if not found or string.sub(found, 1, 1) ~= 'd' then
  redis.call('HSET', KEYS[2], ARGV[2], 'i ' .. text(now) .. ' ' .. ARGV[6] .. ARGV[7])
end
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { memory[1], 'written' }
`;
/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, value (`<doubtful> <json>`). */
const record = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
redis.call('HSET', KEYS[2], ARGV[2], 'd ' .. text(now) .. ' ' .. ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return { memory[1], 'written' }
`;
/** KEYS: memory, steps, lease. ARGV: known, step, claim, length, keep, nonce (empty: whatever intent is there). */
const retract = `
if not mayWrite(KEYS[3], ARGV[3], ARGV[4], ARGV[5]) then return { memory[1], 'fenced' } end
local found = redis.call('HGET', KEYS[2], ARGV[2])
if found and string.sub(found, 1, 1) == 'i' and (ARGV[6] == '' or string.match(found, '^i %d+ (%S*)') == ARGV[6]) then
  redis.call('HDEL', KEYS[2], ARGV[2])
end
return { memory[1], 'written' }
`;
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
`;
/** KEYS: memory, leases. ARGV: known, length, keep, the claim of each. Answers 1 for each that is still held. */
const renew = `
local held = {}
for i = 2, #KEYS do held[i - 1] = mayWrite(KEYS[i], ARGV[i + 2], ARGV[2], ARGV[3]) and 1 or 0 end
return { memory[1], held }
`;
/** KEYS: memory, lease. ARGV: known, fence. The fence stays, so that the next one is greater. */
const release = `
if redis.call('HGET', KEYS[2], 'fence') == ARGV[2] then redis.call('HSET', KEYS[2], 'until', '0') end
return { memory[1] }
`;
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
`;
const whole = (...parts) => parts.join('');
/** The journal's scripts by name, with the clock, the memory and the fence in front of each. */
const journalScripts = {
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
};

;// CONCATENATED MODULE: ./lib/adapters/redis/pacing-scripts.js
/** How the hosts take turns at a far side: one place in line for each token, host and kind of call. */

/**
 * KEYS: memory, bar, buckets. ARGV: known, then for each bucket the milliseconds that one unit costs, how many may come at
 * once, and how many this call takes. Every bucket is a time (GCRA): the moment at which it is empty again. Answers the
 * milliseconds to wait before this call, whose place is taken with the answer, and those of the bar: for as long the far
 * side wants to hear nothing from this token.
 */
const takeTurn = `
local start = now
for i = 3, #KEYS do
  local cost, burst = tonumber(ARGV[3 * i - 7]), tonumber(ARGV[3 * i - 6])
  start = math.max(start, tonumber(redis.call('GET', KEYS[i]) or 0) - cost * (burst - 1))
end
for i = 3, #KEYS do
  local cost, weight = tonumber(ARGV[3 * i - 7]), tonumber(ARGV[3 * i - 5])
  local empty = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), start) + cost * weight
  redis.call('SET', KEYS[i], text(empty), 'PX', math.max(1, math.ceil(empty - now)))
end
return { memory[1], text(start - now), text(math.max(0, redis.call('PTTL', KEYS[2]))) }
`;
/** KEYS: memory, bar. ARGV: known, milliseconds. A longer bar stays. */
const bar = `
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then redis.call('SET', KEYS[2], '1', 'PX', ARGV[2]) end
return { memory[1] }
`;
/** The scripts of pacing by name. */
const pacingScripts = {
    takeTurn: prelude + takeTurn,
    bar: prelude + bar,
};

;// CONCATENATED MODULE: ./lib/adapters/redis/queue-scripts.js
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

/** Words of all scripts on a batch. `part(n, 'state')` is a field of `parts:<id>`. */
const words = `
local function isOver(state) return state == 'done' or state == 'lost' end
local function part(n, name) return n .. ':' .. name end
`;
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
`;
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
`;
/** KEYS: memory, parts of each batch under work. ARGV: known, worker, a part of each. */
const beat = `
for i = 2, #KEYS do
  local n = ARGV[i + 1]
  local mine = redis.call('HMGET', KEYS[i], part(n, 'state'), part(n, 'worker'))
  if mine[1] == 'running' and mine[2] == ARGV[2] then redis.call('HSET', KEYS[i], part(n, 'beat'), text(now)) end
end
return { memory[1] }
`;
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
`;
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
`;
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
`;
/** KEYS: memory, token. ARGV: known, nonce, until (epoch milliseconds). Answers 1 for who used it first. */
const claimToken = `
local first = redis.call('GET', KEYS[2])
if first then return { memory[1], first == ARGV[2] and 1 or 0 } end
if tonumber(ARGV[3]) > now then redis.call('SET', KEYS[2], ARGV[2], 'PXAT', ARGV[3]) end
return { memory[1], 1 }
`;
/** The queue's scripts by name. */
const queueScripts = {
    enqueue: prelude + words + enqueue,
    take: prelude + words + take,
    beat: prelude + words + beat,
    settle: prelude + words + settle,
    conclude: prelude + words + conclude,
    survey: prelude + words + survey,
    claimToken: prelude + claimToken,
};

;// CONCATENATED MODULE: ./lib/adapters/redis/link.js
/**
 * A connection to Redis that outlives Redis: a command waits while Redis is away, stopped or loading, and is sent again when
 * it is back, until its patience ends. It also notices when Redis lost what it knew.
 */





/** Everything that is kept stands under this; the braces keep it in one slot of a cluster. */
const prefix = '{create-issues-and-prs}';
/** Milliseconds that one command may take before it is given up and sent again. */
const commandTimeout = 5_000;
const pauses = [100, 250, 500, 1_000, 2_000];
/** Settings that all connections share. `maxRetriesPerRequest: null` is what BullMQ asks for. */
function connectionOptions() {
    return {
        maxRetriesPerRequest: null,
        connectTimeout: 5_000,
        retryStrategy: (times) => Math.min(100 * times, 1_000),
        // After a failover the old master answers as a read-only replica: the address has to be looked up again.
        reconnectOnError: (error) => error.message.startsWith('READONLY'),
        connectionName: 'create-issues-and-prs',
    };
}
const scripts = { ...journalScripts, ...queueScripts, ...pacingScripts };
class RedisLink {
    #redis;
    #clock;
    #log;
    #host;
    #listeners = new Set();
    #memory = '';
    #isReady = false;
    #hasWarned = false;
    /** A command had no answer in time, and none has been answered since. */
    #isSilent = false;
    #awaySince;
    #lastAway = Number.NEGATIVE_INFINITY;
    #lastError;
    constructor({ url, clock, log }) {
        this.#clock = clock;
        this.#log = log;
        this.#host = new URL(url).host;
        this.#redis = new built.Redis(url, {
            ...connectionOptions(),
            // Waiting and sending again is done here, where it has an end and knows what may be sent twice.
            enableOfflineQueue: false,
            autoResendUnfulfilledCommands: false,
            commandTimeout,
            lazyConnect: true,
        });
        for (const [name, lua] of Object.entries(scripts))
            this.#redis.defineCommand(name, { lua });
        this.#redis.on('ready', () => void this.#recognise());
        this.#redis.on('close', () => this.#away());
        this.#redis.on('error', (error) => {
            this.#lastError = error;
        });
        this.#redis.connect().catch(() => { });
    }
    /** Which memory Redis has, as last seen: another id means that what was written before may be gone. */
    get memory() {
        return this.#memory;
    }
    /** True when Redis could not be reached at some time after `since` (epoch milliseconds). */
    wasAway(since) {
        return !this.#isReady || this.#isSilent || this.#lastAway >= since;
    }
    /** Called when Redis was found to have lost its memory, or part of it. Answers how to stop listening. */
    onLoss(listen) {
        this.#listeners.add(listen);
        return () => this.#listeners.delete(listen);
    }
    /**
     * Runs a script; keys are given without the prefix, `memory` and the known memory are put in front. Sent again until
     * `patience` (asked anew each time, milliseconds) has run out: throws `journal-unavailable`.
     */
    async run(name, keys, args, patience) {
        const names = ['memory', ...keys].map((key) => `${prefix}:${key}`);
        return this.patiently(async () => {
            const [memory, ...rest] = await this.#redis[name](names.length, ...names, this.#memory, ...args);
            this.#isIn(memory);
            return rest;
        }, patience);
    }
    /** Does the work with the bare client, again and again until it succeeds or patience ends. */
    async patiently(work, patience) {
        const began = this.#clock.now();
        for (let attempt = 0;; attempt++) {
            try {
                if (!this.#isReady)
                    throw this.#lastError ?? new Error('not connected');
                const value = await work(this.#redis);
                this.#isSilent = false;
                return value;
            }
            catch (error) {
                if (error instanceof errors/* Failure */.HR)
                    throw error;
                this.#noteTimeout(error);
                const over = this.#clock.now() - began >= patience();
                if (over || isFinal(error))
                    throw unavailable(error, this.#host);
                await this.#clock.sleep(pauses[Math.min(attempt, pauses.length - 1)]);
            }
        }
    }
    async close() {
        this.#listeners.clear();
        this.#isReady = false;
        this.#redis.disconnect();
    }
    #isIn(memory) {
        const lost = this.#memory !== '' && this.#memory !== memory;
        this.#memory = memory;
        if (!lost)
            return;
        this.#log.write('warn', 'Redis lost its memory or was restarted: what is not recorded is looked up before it is done', {
            redis: this.#host,
        });
        for (const listen of this.#listeners)
            listen();
    }
    /** After each connect: whether this is the Redis that it was. Nothing else is sent before. */
    async #recognise() {
        try {
            const info = await this.#redis.info();
            const run = /^run_id:(\w+)/m.exec(info)?.[1] ?? '';
            this.#warnOfEviction(info);
            const [memory] = await this.#redis.recognise(1, `${prefix}:memory`, this.#memory, run);
            this.#isReady = true;
            if (this.#awaySince !== undefined)
                this.#log.write('info', 'Redis is back', { redis: this.#host });
            this.#awaySince = undefined;
            this.#isSilent = false;
            this.#isIn(memory);
        }
        catch (error) {
            this.#lastError = error;
            // Still loading, or gone again: a new connect comes back here.
            if (this.#redis.status === 'ready' && !isFinal(error))
                this.#redis.disconnect(true);
        }
    }
    #warnOfEviction(info) {
        const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
        if (this.#hasWarned || policy === 'noeviction' || /^maxmemory:0\r?$/m.test(info))
            return;
        this.#hasWarned = true;
        this.#log.write('warn', 'Redis throws keys away when its memory is short: set maxmemory-policy noeviction', {
            ...{ redis: this.#host, policy },
        });
    }
    #away() {
        this.#lastAway = this.#clock.now();
        if (!this.#isReady)
            return;
        this.#isReady = false;
        this.#awaySince = this.#lastAway;
        this.#log.write('warn', 'Redis is away: waiting for it', { redis: this.#host });
    }
    /** A Redis that does not answer is as good as away: the lease of a holder cannot be overtaken there either. */
    #noteTimeout(error) {
        if (!(Error.isError(error) && /timed out/i.test(error.message)))
            return;
        this.#lastAway = this.#clock.now();
        if (this.#isReady && !this.#isSilent)
            this.#log.write('warn', 'Redis does not answer', { redis: this.#host });
        this.#isSilent = true;
    }
}
/** Answers of a Redis that will not change its mind by waiting. */
function isFinal(error) {
    return Error.isError(error) && /^(NOAUTH|WRONGPASS|NOPERM|WRONGTYPE|ERR|UNKNOWN)\b/.test(error.message);
}
/** What is wrong, by the first word of Redis' answer or the code of the connection's error; never their whole text. */
function unavailable(error, host) {
    const known = Error.isError(error) ? error : (0,errors/* asFailure */.h_)(error);
    const code = 'code' in known && typeof known.code === 'string' ? known.code : undefined;
    const reason = code ?? /^[A-Z]{3,}\b/.exec(known.message)?.[0] ?? (/timed out/i.test(known.message) ? 'no answer' : '');
    return (0,errors/* fail */.fJ)('journal-unavailable', `Redis cannot be read or written (${reason || 'not reachable'}).`, 'Check REDIS_URL, its user and password, and that Redis runs, may write to its disk and has memory left. Nothing is done without a journal.', { redis: host, reason: reason || 'not reachable' }, error);
}


/***/ })

};

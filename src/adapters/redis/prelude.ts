/** What every script begins with: its clock, and which memory Redis has. */

/**
 * Every script is told the memory that its process knew (ARGV[1], empty at first) and answers the one it found as its first
 * element. A memory that is not there is begun; one that a process knew differently has lost what was in it.
 */
export const prelude = `
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
`

/** How the hosts take turns at a far side: one place in line for each token, host and kind of call. */
import { prelude } from './prelude.ts'

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
`

/** KEYS: memory, bar. ARGV: known, milliseconds. A longer bar stays. */
const bar = `
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then redis.call('SET', KEYS[2], '1', 'PX', ARGV[2]) end
return { memory[1] }
`

/** The scripts of pacing by name. */
export const pacingScripts = {
  takeTurn: prelude + takeTurn,
  bar: prelude + bar,
} as const

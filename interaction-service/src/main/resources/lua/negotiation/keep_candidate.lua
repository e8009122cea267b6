-- Keeps a candidate for whoever is away or not ready for it, and says whether it may go out now: not before the
-- description of its sender did.
-- KEYS[1] hash: the negotiation    KEYS[2] list: candidates of the sender
-- ARGV[1] sender    ARGV[2] number    ARGV[3] the candidate    ARGV[4] how many are kept at most    ARGV[5] time to live, millis
-- returns RELAY | HOLD | STALE | FULL, and how many are kept
local current = tonumber(redis.call('HGET', KEYS[1], 'number') or '')
local number = tonumber(ARGV[2])

if current and number < current then
  return {'STALE', '0'}
end

local described = current == number
    and (redis.call('HGET', KEYS[1], 'offerer') == ARGV[1] or redis.call('HGET', KEYS[1], 'answered') == '1')
local kept = redis.call('LLEN', KEYS[2])
if kept < tonumber(ARGV[4]) then
  kept = redis.call('RPUSH', KEYS[2], ARGV[2] .. '|' .. ARGV[3])
  redis.call('PEXPIRE', KEYS[2], ARGV[5])
elseif not described then
  return {'FULL', tostring(kept)}
end
return {described and 'RELAY' or 'HOLD', tostring(kept)}

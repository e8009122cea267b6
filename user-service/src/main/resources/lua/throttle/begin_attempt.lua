-- Counts a try before its outcome is known, so that many at once are no way around the limit, or refuses it.
-- KEYS[1] hash: failures, closed_until (epoch millis). Gone some time after the last try.
-- ARGV[1] now, epoch millis    ARGV[2] tries before the first wait    ARGV[3] first wait, millis; doubles with each try
-- ARGV[4] longest wait, millis    ARGV[5] millis to remember the tries (never under the longest wait)
-- returns 0 if counted, else the millis to wait
local now = tonumber(ARGV[1])
local closed_until = tonumber(redis.call('HGET', KEYS[1], 'closed_until') or '0')
if closed_until > now then
  return closed_until - now
end
local over = redis.call('HINCRBY', KEYS[1], 'failures', 1) - tonumber(ARGV[2])
if over >= 0 then
  local wait = math.min(tonumber(ARGV[3]) * 2 ^ math.min(over, 30), tonumber(ARGV[4]))
  redis.call('HSET', KEYS[1], 'closed_until', string.format('%d', now + wait))
end
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 0

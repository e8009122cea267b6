-- Counts one more of what a person does against its cap for a day; the day begins with the first.
-- KEYS[1] counter, expires with the day    ARGV[1] cap    ARGV[2] length of a day, millis
-- returns 0 if allowed, else millis until it is again

local count = redis.call('INCR', KEYS[1])
if count == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
if count <= tonumber(ARGV[1]) then
  return 0
end
redis.call('DECR', KEYS[1])
return math.max(1, redis.call('PTTL', KEYS[1]))

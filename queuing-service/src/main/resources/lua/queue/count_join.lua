-- Counts one join of a person against their cap per minute.
-- KEYS[1] counter of the running minute, expires with it    ARGV[1] cap    ARGV[2] length of a minute, millis
-- returns { 0 } if allowed, else { millis until it is again }

local count = redis.call('INCR', KEYS[1])
if count == 1 then
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
if count <= tonumber(ARGV[1]) then
    return { '0' }
end
return { tostring(math.max(1, redis.call('PTTL', KEYS[1]))) }

-- Notes whether a person may be matched, unless something newer is noted.
-- KEYS[1] hash: version and bar of one person    ARGV[1] version    ARGV[2] 1 to bar, 0 to let in
-- ARGV[3] how long a bar is needed, millis    ARGV[4] how long a version is remembered, millis
-- returns { 1 if barred now, else 0 }

local known = redis.call('HMGET', KEYS[1], 'version', 'barred')
if known[1] and tonumber(known[1]) > tonumber(ARGV[1]) then
    return { known[2] }
end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'barred', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2] == '1' and ARGV[3] or ARGV[4])
return { ARGV[2] }

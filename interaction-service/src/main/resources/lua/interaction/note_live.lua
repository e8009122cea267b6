-- Notes which live interaction a person is in, or that they are in none any more. Each node tells of the changes that it
-- made, so an earlier one may come after a later one, and is ignored then.
-- KEYS[1] id of the live interaction, which queuing-service reads
-- KEYS[2] hash: which match, and which step of it, was noted last (same hash tag); ends with the note
-- ARGV[1] id of the interaction, or '' once it is over    ARGV[2] when it was matched, epoch millis    ARGV[3] its step
-- ARGV[4] how long this can be so, millis    ARGV[5] channel, and ARGV[6] message for those who watch the person, or ''
-- returns 1, or 0 if something later was noted before

-- Also of what came too late, since what was noted before it may have told nobody.
local function tell()
    if ARGV[6] ~= '' then
        redis.call('PUBLISH', ARGV[5], ARGV[6])
    end
end

local noted = redis.call('HMGET', KEYS[2], 'match', 'step')
local match, step = tonumber(noted[1] or 0), tonumber(noted[2] or 0)
if tonumber(ARGV[2]) < match or (tonumber(ARGV[2]) == match and tonumber(ARGV[3]) < step) then
    tell()
    return 0
end
if ARGV[1] == '' then
    redis.call('DEL', KEYS[1])
else
    redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[4])
end
redis.call('HSET', KEYS[2], 'match', ARGV[2], 'step', ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
tell()
return 1

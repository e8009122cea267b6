-- Ends the claim of one ticket on a person, and keeps the place for a later join.
-- KEYS[1] hash: the person's claim (same hash tag as the others)    KEYS[2] hash: the last place they left
-- KEYS[3] sorted set: nodes that hold their sockets, by end of lease
-- ARGV[1] ticket id    ARGV[2] reason, or '' to keep no place    ARGV[3] who it was matched with, or ''    ARGV[4] kept for, millis
-- returns { RELEASED, connected nodes... } to the one call that ends the claim | { NONE } if it had ended
--       | { OTHER } if another ticket holds it

local held = redis.call('HGET', KEYS[1], 'ticketId')
if held and held ~= ARGV[1] then
    return { 'OTHER' }
end
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
redis.call('DEL', KEYS[1])
if ARGV[2] ~= '' and redis.call('HGET', KEYS[2], 'ticketId') ~= ARGV[1] then
    redis.call('HSET', KEYS[2], 'ticketId', ARGV[1], 'reason', ARGV[2], 'peer', ARGV[3], 'leftAt', now)
    redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
if not held then
    return { 'NONE' }
end
local result = { 'RELEASED' }
for _, node in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. now, '+inf')) do
    result[#result + 1] = node
end
return result

-- Claims a person for one ticket in one queue. A person who is claimed already stays so, unless that ticket is known dead.
-- KEYS[1] hash: the person's claim (same hash tag as the others), renewed by presence    KEYS[2] hash: the last place they left
-- KEYS[3] sorted set: nodes that hold their sockets, by end of lease
-- ARGV[1] ticket id    ARGV[2] intent    ARGV[3] time to enter the queue, millis    ARGV[4] life of the claim, millis
-- ARGV[5] a ticket id whose claim may be taken over because it has ended, or ''
-- returns { CLAIMED, now, enter before, last place's ticket id, its reason, peer and time ('' where none), connected nodes... }
--       | { HELD, ticket id, intent, enter before, now }
-- Times are epoch millis by Redis' clock. A claim allows its ticket to enter a queue only in the window it names, so a node
-- that falls asleep after claiming cannot enter a second ticket later.

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

local held = redis.call('HMGET', KEYS[1], 'ticketId', 'intent', 'enterBefore')
if held[1] and held[1] ~= ARGV[5] then
    return { 'HELD', held[1], held[2], held[3], string.format('%.0f', now) }
end

local enter_before = string.format('%.0f', now + tonumber(ARGV[3]))
redis.call('HSET', KEYS[1], 'ticketId', ARGV[1], 'intent', ARGV[2], 'enterBefore', enter_before)
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local place = redis.call('HMGET', KEYS[2], 'ticketId', 'reason', 'peer', 'leftAt')
local result = { 'CLAIMED', string.format('%.0f', now), enter_before }
for index = 1, 4 do
    result[#result + 1] = place[index] or ''
end
for _, node in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '(' .. string.format('%.0f', now), '+inf')) do
    result[#result + 1] = node
end
return result

-- Tells how a person is present: the highest of what their devices are.
-- KEYS[1] sorted set: nodes that hold their sockets, by end of lease (same hash tag as the others)
-- KEYS[2] set while a short drop is hidden    KEYS[3] hash: the person's claim on a queue
-- KEYS[4] id of their live interaction, written by interaction-service
-- returns { in-call | queuing | online | offline, '1' if a socket is open else '0' }

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local connected = redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now), '+inf') > 0
local status = 'offline'
if redis.call('EXISTS', KEYS[4]) == 1 then
    status = 'in-call'
elseif connected or redis.call('EXISTS', KEYS[2]) == 1 then
    status = redis.call('EXISTS', KEYS[3]) == 1 and 'queuing' or 'online'
end
return { status, connected and '1' or '0' }

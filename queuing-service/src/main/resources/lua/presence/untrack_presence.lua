-- Notes that a node holds no socket of a person any more. If none does, they look present a little longer, so that nobody
-- sees a short drop.
-- KEYS[1] sorted set: nodes that hold their sockets, by end of lease (same hash tag as the others)
-- KEYS[2] set while a short drop is hidden    KEYS[3] hash: the person's claim on a queue
-- ARGV[1] node    ARGV[2] how long a drop is hidden, millis
-- returns { claimed ticket id or '', its intent or '', nodes that still hold a socket... }

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local others = redis.call('ZRANGE', KEYS[1], 0, -1)
if #others == 0 and tonumber(ARGV[2]) > 0 then
    redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
end
local claim = redis.call('HMGET', KEYS[3], 'ticketId', 'intent')
local result = { claim[1] or '', claim[2] or '' }
for _, node in ipairs(others) do
    result[#result + 1] = node
end
return result

-- Notes or renews that a node holds sockets of a person, and keeps their claim on a queue alive with it.
-- KEYS[1] sorted set: nodes that hold their sockets, by end of lease (same hash tag as the others)
-- KEYS[2] set while a short drop is hidden    KEYS[3] hash: the person's claim on a queue
-- ARGV[1] node    ARGV[2] lease, millis
-- returns { claimed ticket id or '', its intent or '' }

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[2])
redis.call('PEXPIRE', KEYS[3], ARGV[2])
local claim = redis.call('HMGET', KEYS[3], 'ticketId', 'intent')
return { claim[1] or '', claim[2] or '' }

-- Notes one socket of a person and answers all of them. A socket that is noted already keeps its age.
-- KEYS[1] hash: sockets of one person; field "<node> <socket>", value when it was opened by the clock of Redis, micros
-- ARGV[1] field    ARGV[2] time to live of the hash, millis; living nodes note their sockets again long before it ends
-- returns the whole hash: field, value, field, value …
local time = redis.call('TIME')
redis.call('HSETNX', KEYS[1], ARGV[1], string.format('%d%06d', time[1], time[2]))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('HGETALL', KEYS[1])

-- Answers the offer that stands, or changes nothing.
-- KEYS[1] hash: the negotiation    KEYS[2] list: candidates of the sender
-- ARGV[1] sender    ARGV[2] number    ARGV[3] the answer    ARGV[4] time to live, millis
-- returns RELAY and the sender's candidates that came before it | STALE | NO_OFFER
local current = tonumber(redis.call('HGET', KEYS[1], 'number') or '')
local number = tonumber(ARGV[2])

if not current or number > current then
  return {'NO_OFFER'}
end
if number < current then
  return {'STALE'}
end
if redis.call('HGET', KEYS[1], 'offerer') == ARGV[1] then
  return {'NO_OFFER'}
end
if redis.call('HGET', KEYS[1], 'answered') == '1' then
  return {'STALE'}
end

redis.call('HSET', KEYS[1], 'answered', '1', 'answer', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local reply = {'RELAY'}
for _, entry in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
  local bar = string.find(entry, '|', 1, true)
  if tonumber(string.sub(entry, 1, bar - 1)) == number then
    reply[#reply + 1] = string.sub(entry, bar + 1)
  end
end
return reply

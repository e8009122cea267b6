-- What one of the two may have missed in the negotiation that stands.
-- KEYS[1] hash: the negotiation    KEYS[2] list: candidates of the other
-- ARGV[1] who asks
-- returns nothing | OFFER or ANSWER and the other's description, or CANDIDATES and an empty text; then the other's candidates
local number = redis.call('HGET', KEYS[1], 'number')
if not number or redis.call('HGET', KEYS[1], 'settled') == '1' then
  return {}
end

local answered = redis.call('HGET', KEYS[1], 'answered') == '1'
local own = redis.call('HGET', KEYS[1], 'offerer') == ARGV[1]
local reply
if own then
  if not answered then
    return {}
  end
  reply = {'ANSWER', redis.call('HGET', KEYS[1], 'answer')}
elseif answered then
  reply = {'CANDIDATES', ''}
else
  reply = {'OFFER', redis.call('HGET', KEYS[1], 'offer')}
end

for _, entry in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
  local bar = string.find(entry, '|', 1, true)
  if string.sub(entry, 1, bar - 1) == number then
    reply[#reply + 1] = string.sub(entry, bar + 1)
  end
end
return reply

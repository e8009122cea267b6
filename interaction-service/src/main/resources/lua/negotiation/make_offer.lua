-- Makes an offer the one that stands, or changes nothing.
-- Of two offers that cross, hers stands. The first offer of a call is hers.
-- KEYS[1] hash: the negotiation    KEYS[2] list: candidates of the sender    KEYS[3] list: candidates of the other
-- ARGV[1] sender    ARGV[2] number    ARGV[3] the offer    ARGV[4] 1 if the sender is the woman    ARGV[5] 1 if there may be no first offer of his
-- ARGV[6] time to live, millis
-- returns RELAY and the sender's candidates that came before it | STALE | GLARE | NOT_OFFERER
local current = tonumber(redis.call('HGET', KEYS[1], 'number') or '')
local number = tonumber(ARGV[2])
local woman = ARGV[4] == '1'

if not current then
  if not woman and ARGV[5] == '1' then
    return {'NOT_OFFERER'}
  end
else
  local answered = redis.call('HGET', KEYS[1], 'answered') == '1'
  local own = redis.call('HGET', KEYS[1], 'offerer') == ARGV[1]
  if number < current or (number == current and answered) then
    return {'STALE'}
  end
  if not answered and not own and not woman then
    return {'GLARE'}
  end
end

-- Keeps the candidates of this and later negotiations; returns those of this one.
local function sift(key, first)
  local mine = {}
  local entries = redis.call('LRANGE', key, 0, -1)
  redis.call('DEL', key)
  for _, entry in ipairs(entries) do
    local bar = string.find(entry, '|', 1, true)
    local of = tonumber(string.sub(entry, 1, bar - 1))
    if of >= first then
      redis.call('RPUSH', key, entry)
      redis.call('PEXPIRE', key, ARGV[6])
    end
    if of == number then
      mine[#mine + 1] = string.sub(entry, bar + 1)
    end
  end
  return mine
end

redis.call('HSET', KEYS[1], 'number', ARGV[2], 'offerer', ARGV[1], 'answered', '0', 'settled', '0', 'offer', ARGV[3])
redis.call('HDEL', KEYS[1], 'answer')
redis.call('PEXPIRE', KEYS[1], ARGV[6])
local early = sift(KEYS[2], number)
sift(KEYS[3], number + 1)
table.insert(early, 1, 'RELAY')
return early

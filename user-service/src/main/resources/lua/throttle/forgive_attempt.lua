-- Takes one counted try back: it turned out to be good, or was never made.
-- KEYS[1] hash: failures, closed_until    ARGV[1] tries before the first wait
-- returns the tries that stay counted
if redis.call('HEXISTS', KEYS[1], 'failures') == 0 then
  return 0
end
local failures = redis.call('HINCRBY', KEYS[1], 'failures', -1)
if failures <= 0 then
  redis.call('DEL', KEYS[1])
elseif failures < tonumber(ARGV[1]) then
  redis.call('HDEL', KEYS[1], 'closed_until')
end
return failures

-- Both have media: nobody needs to be told again what was said until the next offer.
-- KEYS[1] hash: the negotiation
if redis.call('HGET', KEYS[1], 'answered') == '1' then
  redis.call('HSET', KEYS[1], 'settled', '1')
end
return {}

-- Makes a waiting ticket refuse one more person from now on, as a block does.
-- KEYS as in slot.lua    ARGV[1] ticket id    ARGV[2] user id that it must not be paired with
-- returns { CHANGED, ticket } | { MISSING }

local ticket = read(ARGV[1])
if not ticket then
    return { 'MISSING' }
end
if not string.find(ticket.excluded, ARGV[2], 1, true) then
    ticket.excluded = ticket.excluded .. ' ' .. ARGV[2]
    redis.call('HSET', TICKETS, ticket.ticketId, cjson.encode(ticket))
end
return { 'CHANGED', redis.call('HGET', TICKETS, ticket.ticketId) }

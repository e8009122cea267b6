-- Tells where a ticket stands.
-- KEYS as in slot.lua    ARGV[1] ticket id
-- returns { WAITING | AWAY, ticket, place, length of the other line, pace, millis or '' } | { ENDED, mark } | { MISSING }
-- The place of an owner who is away is the one to come back to.

local id = ARGV[1]
local ticket = read(id)
if not ticket then
    local mark = mark_of(id)
    return mark and mark ~= 'away' and { 'ENDED', mark } or { 'MISSING' }
end
local line = line_of(ticket.side)
local rank = redis.call('ZRANK', line, id)
local ahead = rank or redis.call('ZCOUNT', line, '-inf', '(' .. ticket.joinedAtMillis)
return {
    rank and 'WAITING' or 'AWAY',
    redis.call('HGET', TICKETS, id),
    tostring(ahead + 1),
    tostring(redis.call('ZCARD', line_facing(ticket.side))),
    redis.call('HGET', PACE, 'interval') or '',
}

-- Ends a ticket, wherever it stands. A ticket that is still on its way will find the mark and not enter.
-- KEYS as in slot.lua    ARGV[1] ticket id    ARGV[2] reason, such as asked
-- returns { LEFT, ticket } | { ENDED, mark } | { MISSING }

local id, reason = ARGV[1], ARGV[2]
local ticket = read(id)
if ticket then
    local text = redis.call('HGET', TICKETS, id)
    withdraw(ticket, reason)
    return { 'LEFT', text }
end
local mark = mark_of(id)
if mark and mark ~= 'away' then
    return { 'ENDED', mark }
end
redis.call('SET', MARK .. ':' .. id, reason, 'PX', MARK_MILLIS)
return { 'MISSING' }

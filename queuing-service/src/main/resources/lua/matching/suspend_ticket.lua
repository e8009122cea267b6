-- Sets a ticket aside because its owner's last socket dropped; it keeps its place for the grace.
-- A ticket that is not here yet may be on its way: the mark makes it arrive set aside.
-- KEYS as in slot.lua    ARGV[1] ticket id    ARGV[2] grace, millis
-- returns { AWAY } | { ENDED, mark } | { MISSING }

local id, grace = ARGV[1], tonumber(ARGV[2])
local ticket = read(id)
if ticket then
    if not redis.call('ZSCORE', AWAY, id) then
        set_aside(ticket, clock() + grace)
    end
    return { 'AWAY' }
end
local mark = mark_of(id)
if mark then
    return { 'ENDED', mark }
end
redis.call('SET', MARK .. ':' .. id, 'away', 'PX', MARK_MILLIS)
return { 'MISSING' }

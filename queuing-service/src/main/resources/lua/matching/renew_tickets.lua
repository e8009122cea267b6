-- Renews the leases of tickets whose owners are connected to the calling node, and tells it what became of the others.
-- KEYS as in slot.lua    ARGV[1] lease, millis    ARGV[2..] ticket ids
-- returns for each: LEASED | AWAY (to be brought back) | the mark of an ended one | MISSING (Redis lost it)

local leased_until = clock() + tonumber(ARGV[1])
local states = {}
for index = 2, #ARGV do
    local id = ARGV[index]
    local state
    local kept = redis.call('HEXISTS', TICKETS, id) == 1
    if kept and redis.call('ZSCORE', LEASES, id) and is_in_line(id) then
        redis.call('ZADD', LEASES, leased_until, id)
        state = 'LEASED'
    elseif kept and redis.call('ZSCORE', AWAY, id) then
        state = 'AWAY'
    else
        local mark = mark_of(id)
        state = mark and mark ~= 'away' and mark or 'MISSING'
    end
    states[#states + 1] = state
end
return states

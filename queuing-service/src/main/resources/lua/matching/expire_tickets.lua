-- Clears up after nodes and people that are gone: leases that ran out are set aside, and who stayed away too long, or waited
-- longer than anyone may, leaves the queue. Each run does a bounded part; the next one goes on.
-- KEYS as in slot.lua    ARGV[1] grace, millis    ARGV[2] longest wait, millis    ARGV[3] at most so many of each kind
-- returns { ticket, reason, ticket, reason, ... } of those that left

local grace, longest_wait, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local now = clock()
local left = {}

local function end_ticket(id, reason)
    local ticket = read(id)
    if ticket then
        left[#left + 1] = redis.call('HGET', TICKETS, id)
        left[#left + 1] = reason
        withdraw(ticket, reason)
    else
        forget(id)
    end
end

for _, id in ipairs(redis.call('ZRANGEBYSCORE', LEASES, '-inf', now, 'LIMIT', 0, limit)) do
    local ticket = read(id)
    if ticket then
        set_aside(ticket, now + grace)
    else
        forget(id)
    end
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', AWAY, '-inf', now, 'LIMIT', 0, limit)) do
    end_ticket(id, 'disconnected')
end
for _, line in ipairs({ WOMEN, MEN }) do
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', line, '-inf', now - longest_wait, 'LIMIT', 0, limit)) do
        end_ticket(id, 'expired')
    end
end
return left

-- Brings a ticket into line if its owner is connected, and pairs it at once with the first of the other side that fits.
-- The same step serves a new ticket, one whose owner came back, and one that Redis lost: doing it twice changes nothing.
-- KEYS as in slot.lua
-- ARGV[1] ticket id    ARGV[2] ticket (JSON), or '' if it is expected in the slot    ARGV[3] '1' if the owner is connected
-- ARGV[4] lease, millis    ARGV[5] grace of an absent owner, millis
-- ARGV[6] a ticket that is not in the slot may enter before this time; later the claim behind it may be another's
-- ARGV[7] id of the match that may come of it    ARGV[8] its time, ISO-8601
-- ARGV[9] correlation id of the request
-- returns { MATCHED, match, own ticket, other ticket } | { WAITING, ticket, place } | { AWAY, ticket }
--       | { ENDED, mark } | { MISSING } | { LATE }

local id, given, connected = ARGV[1], ARGV[2], ARGV[3] == '1'
local lease, grace, enter_before = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local now = clock()

local ticket = read(id)
if not ticket then
    local mark = mark_of(id)
    if mark == 'away' then
        -- The owner's socket dropped while this ticket was on its way.
        connected = false
        redis.call('DEL', MARK .. ':' .. id)
    elseif mark then
        return { 'ENDED', mark }
    end
    if given == '' then
        return { 'MISSING' }
    end
    if now >= enter_before then
        return { 'LATE' }
    end
    redis.call('HSET', TICKETS, id, given)
    ticket = cjson.decode(given)
    if not connected then
        redis.call('ZADD', AWAY, now + grace, id)
    end
end

if not connected then
    return { 'AWAY', redis.call('HGET', TICKETS, id) }
end
if not (is_leased(id, now) and is_in_line(id)) then
    local other = first_fit(ticket, now, grace)
    if other then
        local texts = redis.call('HMGET', TICKETS, id, other.ticketId)
        return { 'MATCHED', pair(ticket, other, ARGV[7], ARGV[8], now, ARGV[9]), texts[1], texts[2] }
    end
end
enter(ticket, now + lease)
return { 'WAITING', redis.call('HGET', TICKETS, id), tostring(redis.call('ZRANK', line_of(ticket.side), id) + 1) }

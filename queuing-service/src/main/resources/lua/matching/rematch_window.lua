-- The safety net under join_queue.lua, which looks at the first WINDOW of the other side only: tries one window of women
-- against one window of men, and moves on, so that in the end every pair that waits has been tried.
-- KEYS as in slot.lua    ARGV[1] time of the matches, ISO-8601    ARGV[2..] ids for the matches, no more are made
-- returns { ROUND | MORE, match, woman's ticket, man's ticket, ... }; ROUND when the search has come round

local now = clock()
local at = redis.call('HMGET', CURSOR, 'women', 'men')
local women_from, men_from = tonumber(at[1] or 0), tonumber(at[2] or 0)
local result = { 'MORE' }

local function leased_tickets(line, from)
    local tickets = {}
    for _, id in ipairs(redis.call('ZRANGE', line, from, from + WINDOW - 1)) do
        tickets[#tickets + 1] = is_leased(id, now) and read(id) or nil
    end
    return tickets
end

local women, men = leased_tickets(WOMEN, women_from), leased_tickets(MEN, men_from)
local made = 0
for _, woman in ipairs(women) do
    for index, man in ipairs(men) do
        if 2 + made <= #ARGV and fits(woman, man) then
            local texts = redis.call('HMGET', TICKETS, woman.ticketId, man.ticketId)
            result[#result + 1] = pair(woman, man, ARGV[2 + made], ARGV[1], now)
            result[#result + 1] = texts[1]
            result[#result + 1] = texts[2]
            made = made + 1
            table.remove(men, index)
            break
        end
    end
end

if 2 + made <= #ARGV then
    men_from = men_from + WINDOW
    if men_from >= redis.call('ZCARD', MEN) then
        men_from = 0
        women_from = women_from + WINDOW
    end
    if women_from >= redis.call('ZCARD', WOMEN) then
        women_from = 0
        men_from = 0
        result[1] = 'ROUND'
    end
    redis.call('HSET', CURSOR, 'women', women_from, 'men', men_from)
    redis.call('PEXPIRE', CURSOR, HOUR_MILLIS)
end
return result

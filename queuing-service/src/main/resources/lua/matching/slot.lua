-- What every step of a queue shares; each other script of this folder runs behind it. One queue is one slot: all its keys
-- have one hash tag. Times are epoch millis by Redis' own clock, the only clock that all nodes have in common.
-- KEYS[1] sorted set: women in line by time of joining          KEYS[2] sorted set: men in line by time of joining
-- KEYS[3] hash: ticket id to ticket (JSON)                       KEYS[4] sorted set: tickets in line by end of their lease
-- KEYS[5] sorted set: tickets of owners who are away, by the time at which they lose their place
-- KEYS[6] stream: matches, deleted by its consumers              KEYS[7] hash: pace of matching, kept one hour
-- KEYS[8] prefix of marks: <prefix>:<ticket id> tells for a minute how a ticket ended, so that no late step brings it back
-- KEYS[9] hash: cursor of the search among those who wait, kept one hour
-- Invariant: a ticket of KEYS[3] is either in its line and in KEYS[4], or in KEYS[5]. A ticket that ended is in none of them.
-- Redis may lose any key of these; each step then clears up what it meets, and the nodes put back what they hold.

local WOMEN, MEN, TICKETS, LEASES, AWAY, MATCHES, PACE, MARK, CURSOR = unpack(KEYS)
local WINDOW = 64
local MARK_MILLIS = 60000
local HOUR_MILLIS = 3600000
local LONGEST_PACE_MILLIS = 600000

local function clock()
    local time = redis.call('TIME')
    return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function line_of(side)
    return side == 'women' and WOMEN or MEN
end

local function line_facing(side)
    return side == 'women' and MEN or WOMEN
end

local function mark_of(id)
    return redis.call('GET', MARK .. ':' .. id)
end

local function read(id)
    local text = redis.call('HGET', TICKETS, id)
    return text and cjson.decode(text)
end

-- Puts a ticket at its place in line.
local function enter(ticket, leased_until)
    redis.call('ZADD', line_of(ticket.side), ticket.joinedAtMillis, ticket.ticketId)
    redis.call('ZADD', LEASES, leased_until, ticket.ticketId)
    redis.call('ZREM', AWAY, ticket.ticketId)
end

-- Takes a ticket out of line while its owner is away; nobody is paired with it.
local function set_aside(ticket, leaves_at)
    redis.call('ZREM', line_of(ticket.side), ticket.ticketId)
    redis.call('ZREM', LEASES, ticket.ticketId)
    redis.call('ZADD', AWAY, leaves_at, ticket.ticketId)
end

-- Ends a ticket for good.
local function withdraw(ticket, mark)
    redis.call('ZREM', line_of(ticket.side), ticket.ticketId)
    redis.call('ZREM', LEASES, ticket.ticketId)
    redis.call('ZREM', AWAY, ticket.ticketId)
    redis.call('HDEL', TICKETS, ticket.ticketId)
    redis.call('SET', MARK .. ':' .. ticket.ticketId, mark, 'PX', MARK_MILLIS)
end

-- Clears up an id whose ticket Redis lost.
local function forget(id)
    for _, key in ipairs({ WOMEN, MEN, LEASES, AWAY }) do
        redis.call('ZREM', key, id)
    end
end

local function is_in_line(id)
    return redis.call('ZSCORE', WOMEN, id) or redis.call('ZSCORE', MEN, id)
end

local function is_leased(id, now)
    local leased_until = redis.call('ZSCORE', LEASES, id)
    return leased_until and tonumber(leased_until) > now
end

local function has_common_word(words, others)
    local padded = ' ' .. others .. ' '
    for word in string.gmatch(words, '%S+') do
        if string.find(padded, ' ' .. word .. ' ', 1, true) then
            return true
        end
    end
    return false
end

-- Whether the filters of `mine` accept `other`. Who asked for no language takes any.
local function accepts(mine, other)
    return other.age >= mine.ageMin and other.age <= mine.ageMax
        and (mine.asked == '' or has_common_word(mine.asked, other.speaks))
        and not string.find(mine.excluded, other.userId, 1, true)
end

local function fits(one, other)
    return accepts(one, other) and accepts(other, one)
end

-- The first living ticket of the other side that fits, among the first WINDOW. A ticket whose lease ran out is set aside on
-- the way: each once in its stay, and in one step no more than fit into three windows.
local function first_fit(ticket, now, grace)
    local facing = line_facing(ticket.side)
    local living = 0
    for _ = 1, 4 do
        for _, id in ipairs(redis.call('ZRANGE', facing, living, WINDOW - 1)) do
            local other = read(id)
            if not other then
                forget(id)
            elseif not is_leased(id, now) then
                set_aside(other, now + grace)
            elseif fits(ticket, other) then
                return other
            else
                living = living + 1
            end
        end
        if living >= WINDOW or redis.call('ZCARD', facing) <= living then
            return nil
        end
    end
    return nil
end

local function note_pace(now)
    local last, interval = unpack(redis.call('HMGET', PACE, 'last', 'interval'))
    if last then
        local gap = math.min(LONGEST_PACE_MILLIS, math.max(0, now - tonumber(last)))
        interval = interval and math.floor(0.8 * tonumber(interval) + 0.2 * gap) or gap
        redis.call('HSET', PACE, 'interval', interval)
    end
    redis.call('HSET', PACE, 'last', now)
    redis.call('PEXPIRE', PACE, HOUR_MILLIS)
end

local function as_matched(ticket)
    return {
        ticketId = ticket.ticketId,
        userId = ticket.userId,
        joinedAt = ticket.joinedAt,
        ticket = ticket.ticket,
    }
end

-- Ends both tickets and appends their match to the stream, which makes it a fact. Returns the match, JSON.
-- correlation_id may be nil: then nobody's request led to it.
local function pair(one, other, match_id, matched_at, now, correlation_id)
    withdraw(one, 'matched ' .. other.userId)
    withdraw(other, 'matched ' .. one.userId)
    note_pace(now)
    local woman = one.side == 'women' and one or other
    local man = one.side == 'women' and other or one
    local match = cjson.encode({
        matchId = match_id,
        intent = one.intent,
        matchedAt = matched_at,
        correlationId = correlation_id,
        woman = as_matched(woman),
        man = as_matched(man),
    })
    redis.call('XADD', MATCHES, '*', 'match', match)
    return match
end

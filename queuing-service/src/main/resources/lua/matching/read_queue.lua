-- Reads the length of both lines, who waits longest, and the pace.
-- KEYS as in slot.lua
-- returns { women, men, longest wait of a woman, of a man, pace }, times in millis, '' where there is none

local now = clock()

local function longest_wait(line)
    local first = redis.call('ZRANGE', line, 0, 0, 'WITHSCORES')
    return first[2] and string.format('%.0f', math.max(0, now - tonumber(first[2]))) or ''
end

return {
    tostring(redis.call('ZCARD', WOMEN)),
    tostring(redis.call('ZCARD', MEN)),
    longest_wait(WOMEN),
    longest_wait(MEN),
    redis.call('HGET', PACE, 'interval') or '',
}

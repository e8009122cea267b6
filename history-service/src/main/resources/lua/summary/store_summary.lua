-- Stores a summary unless the key has changed since the summary was begun.
-- KEYS[1] string: the summary of one person, or a mark that their history changed
-- ARGV[1] what the key held before, '' for nothing   ARGV[2] the summary   ARGV[3] how long to keep it, millis
-- returns 1 if stored, 0 if overtaken
local held = redis.call('get', KEYS[1]) or ''
if held ~= ARGV[1] then
  return 0
end
redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
return 1

-- Numbers what people decide about each other. Taken while the row of the two is locked, so that of two decisions about the
-- same two the later one has the higher number, whichever of them another service hears of first.
create sequence block_steps;

-- Newest first of one person.
create index blocks_of_blocker on blocks (blocker_id, since desc, blocked_id desc);

-- What people say about those they met, and what the server knows of it.
create table reports (
  id uuid primary key,
  interaction_id uuid not null,
  reporter_id uuid not null references accounts (id),
  -- Null until interaction-service has said who the other one was.
  reported_id uuid references accounts (id),
  -- Null for a panic of which nothing more was said.
  reason text check (reason in ('harassment', 'nudity', 'minor', 'hate', 'spam', 'other')),
  details text check (length(details) <= 1000),
  panic boolean not null,
  created_at timestamptz not null,
  -- 'unverified' while interaction-service was silent, 'discarded' if it then knew of no such meeting.
  state text not null check (state in ('unverified', 'open', 'upheld', 'dismissed', 'discarded')),
  -- What interaction-service and communication-service know, gathered when the report was made.
  interaction jsonb,
  chat jsonb,
  resolved_at timestamptz,
  resolved_by uuid references accounts (id),
  resolution text check (length(resolution) <= 1000),
  unique (reporter_id, interaction_id),
  check (reason is not null or panic),
  check (reporter_id <> reported_id),
  check (reported_id is not null or state in ('unverified', 'discarded')),
  check ((state in ('upheld', 'dismissed')) = (resolved_at is not null and resolved_by is not null and resolution is not null))
);

-- The queue of moderation, oldest first: ids grow with time.
create index reports_by_state on reports (state, id);
-- What counts against a person, and what a person's own word is worth.
create index reports_of_reported on reports (reported_id, created_at);

-- Held back from matching until moderation has decided.
alter table accounts add column held_at timestamptz;
create index accounts_held on accounts (held_at) where held_at is not null;

-- When each person was last held back, released, suspended or let back in by a decision: reports from before it were
-- part of that decision, and hold nobody back again.
alter table accounts add column judged_at timestamptz;

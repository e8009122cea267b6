-- Who is kept apart from whom, as user-service told. A row stays when the block was taken back: what the two had before it is
-- over for good, and the step says which of two facts is the newer.
create table blocked_pairs (
  blocker_id uuid not null references users.accounts (id),
  blocked_id uuid not null references users.accounts (id),
  step bigint not null,
  in_force boolean not null,
  -- When the latest block was made; null only if its end was heard of first.
  blocked_at timestamptz,
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id),
  check (blocked_at is not null or not in_force)
);

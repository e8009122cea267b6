-- Who wants nothing to do with whom. It works both ways, whoever asked for it.
create table blocks (
  blocker_id uuid not null references accounts (id),
  blocked_id uuid not null references accounts (id),
  since timestamptz not null,
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);

create index blocks_of_blocked on blocks (blocked_id);

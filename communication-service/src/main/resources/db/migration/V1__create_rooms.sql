-- One room per connection. `last_seq` is the number of the newest message: whoever writes a message holds the lock of
-- this row, which is what makes the numbers of a room gap-free and their commits come in order.
create table rooms (
  id uuid primary key,
  connection_id uuid not null unique,
  interaction_id uuid not null,
  opened_at timestamptz not null,
  woman_id uuid not null references users.accounts (id),
  woman_name text not null,
  man_id uuid not null references users.accounts (id),
  man_name text not null,
  closed_at timestamptz,
  close_reason text,
  last_seq bigint not null default 0 check (last_seq >= 0),
  last_message_at timestamptz,
  check (woman_id <> man_id),
  check ((closed_at is null) = (close_reason is null)),
  check ((last_message_at is null) = (last_seq = 0))
) with (fillfactor = 80);

-- How the room looks to one of its two members.
create table room_members (
  room_id uuid not null references rooms (id) on delete cascade,
  user_id uuid not null references users.accounts (id),
  -- False hides the whole room from this member, as if it had never been.
  readable boolean not null default true,
  last_read_seq bigint not null default 0 check (last_read_seq >= 0),
  -- Messages of the other after last_read_seq that still have a body.
  unread bigint not null default 0 check (unread >= 0),
  -- When the room opened or the newest message was sent; kept here so that one index gives a person's rooms in order.
  active_at timestamptz not null,
  primary key (room_id, user_id)
) with (fillfactor = 80);

create index room_members_by_activity on room_members (user_id, active_at desc, room_id desc);

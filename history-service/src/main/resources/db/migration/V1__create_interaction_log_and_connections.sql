-- The interaction log holds one row for each side of an interaction, so that "mine, newest first" is one range of one
-- index for women and men alike, and so that each row can lose the other person without losing its owner.
-- Partitioned by month of the end. Partitions are made by the service (MonthlyPartitions), ahead of time.
create table logged_interactions (
  interaction_id uuid not null,
  user_id uuid not null references users.accounts (id),
  side text not null check (side in ('female', 'male')),
  -- both null once the peer is forgotten or erased
  peer_id uuid references users.accounts (id),
  peer_name text,
  intent text not null,
  proposed_at timestamptz not null,
  connected_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz not null,
  duration_seconds integer not null check (duration_seconds >= 0),
  wait_seconds integer not null check (wait_seconds >= 0),
  end_reason text not null,
  -- what this side may know of the reason: nobody learns of the other's decline, block, report or suspension
  shown_reason text not null,
  video boolean not null,
  video_requested boolean not null,
  video_approved boolean not null,
  reported boolean not null,
  kept boolean not null,
  primary key (interaction_id, ended_at, side),
  check ((peer_id is null) = (peer_name is null))
) partition by range (ended_at);

-- Newest first of one person; a page starts anywhere in it at the same cost.
create index logged_interactions_of_user on logged_interactions (user_id, ended_at desc, interaction_id desc);
-- Analytics and the retention job read by time; rows arrive in about that order, so a few pages of BRIN do.
create index logged_interactions_ended on logged_interactions using brin (ended_at) with (pages_per_range = 16);
-- What the retention job has still to anonymise; old partitions have nothing in it.
create index logged_interactions_identified on logged_interactions (ended_at) where peer_id is not null;

-- One row for each interaction ever heard of. A unique key over partitions would need the time in it; this table is
-- what makes an interaction be logged once, and it is the lock on which the log and the connection of one
-- interaction take turns, whichever comes first.
create table interaction_receipts (
  interaction_id uuid primary key,
  -- null while only the connection has arrived
  ended_at timestamptz,
  fingerprint bytea,
  kept boolean not null default false,
  noted_at timestamptz not null,
  check ((ended_at is null) = (fingerprint is null))
);
-- The retention job deletes the oldest.
create index interaction_receipts_noted on interaction_receipts (noted_at);

-- Two people's permission to chat. Removed ones stay as a record that a late repeat cannot bring them back.
create table connections (
  connection_id uuid primary key,
  room_id uuid not null unique,
  woman_id uuid not null references users.accounts (id),
  woman_name text not null,
  man_id uuid not null references users.accounts (id),
  man_name text not null,
  since timestamptz not null,
  last_interaction_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references users.accounts (id),
  check (woman_id <> man_id),
  check ((removed_at is null) = (removed_by is null))
);
create unique index connections_open_pair on connections (woman_id, man_id) where removed_at is null;
create index connections_of_woman on connections (woman_id, since desc, connection_id desc) where removed_at is null;
create index connections_of_man on connections (man_id, since desc, connection_id desc) where removed_at is null;
create index connections_removed on connections (removed_at) where removed_at is not null;

-- Which kept interaction led to which connection. A pair that keeps again while connected stays in the connection it has.
create table connection_origins (
  interaction_id uuid primary key,
  requested_id uuid not null,
  connection_id uuid not null references connections (connection_id) on delete cascade
);
create index connection_origins_of_connection on connection_origins (connection_id);

-- A login is one device that proved who it is. Its refresh tokens are one family: all of them end with it.
create table logins (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('logout', 'ended-by-person', 'password-changed', 'refresh-reused')),
  user_agent text,
  address text,
  check ((ended_at is null) = (end_reason is null))
);

create index logins_of_account on logins (account_id, id desc) where ended_at is null;
-- What must be told again to an emptied Redis, and what housekeeping removes.
create index logins_by_end on logins (ended_at) where ended_at is not null;
create index logins_by_expiry on logins (expires_at);

create table refresh_tokens (
  -- SHA-256 of the token, base64url. The token itself is nowhere.
  token_hash text primary key,
  login_id uuid not null references logins (id) on delete cascade,
  expires_at timestamptz not null,
  -- Set once, when the token is exchanged for the next one.
  replaced_at timestamptz,
  -- The pair that replaced this token, readable only with this token itself. Wiped soon after.
  successor bytea
);

create index refresh_tokens_of_login on refresh_tokens (login_id);
create index refresh_tokens_by_expiry on refresh_tokens (expires_at);
create index refresh_tokens_to_wipe on refresh_tokens (replaced_at) where successor is not null;

-- Null while a suspension is for good.
alter table accounts add column suspended_until timestamptz;
alter table accounts add check (suspended_until is null or suspended_at is not null);
create index accounts_suspended on accounts (suspended_until) where suspended_at is not null;

-- Grows with each change of standing, so that whoever is told of two knows which is the newer.
alter table accounts add column standing_version bigint not null default 0;

-- Every suspension there ever was.
create table suspensions (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  reason text not null check (length(reason) between 1 and 1000),
  suspended_at timestamptz not null,
  suspended_by uuid not null references accounts (id),
  -- Null for good.
  until timestamptz check (until > suspended_at),
  ended_at timestamptz,
  -- Null if it ended by itself.
  ended_by uuid references accounts (id),
  check (ended_at is not null or ended_by is null)
);
create unique index one_running_suspension on suspensions (account_id) where ended_at is null;
create index suspensions_of_account on suspensions (account_id, id);

-- What a suspended person has to say to it, once.
create table appeals (
  id uuid primary key,
  suspension_id uuid not null unique references suspensions (id),
  account_id uuid not null references accounts (id),
  text text not null check (length(text) <= 2000),
  created_at timestamptz not null,
  state text not null check (state in ('open', 'granted', 'refused', 'moot')),
  resolved_at timestamptz,
  -- Null if the suspension ended by itself.
  resolved_by uuid references accounts (id),
  answer text check (length(answer) <= 1000),
  check ((state = 'open') = (resolved_at is null))
);
create index appeals_by_state on appeals (state, id);

-- What admins did. Rows are added and read, and nothing else is ever done to them.
create table audit_entries (
  id uuid primary key,
  at timestamptz not null,
  admin_id uuid not null references accounts (id),
  action text not null,
  -- About whom or what; null where it is about nobody in particular.
  person_id uuid references accounts (id),
  subject_id uuid,
  reason text not null
);
create index audit_entries_of_person on audit_entries (person_id, id desc) where person_id is not null;

create function refuse_change_of_audit() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'The audit trail is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_is_append_only
  before update or delete or truncate on audit_entries
  for each statement execute function refuse_change_of_audit();

-- An owner may drop the trigger; these are the rights that it can do without.
revoke update, delete, truncate on audit_entries from current_user;

-- The trail of what admins did. It belongs to whoever runs this file, not to the role of user-service, which may add lines and
-- read them: so that role can neither change a line nor drop what forbids it, whoever holds its password.
-- Run as the superuser, in the database `connect`, after init.sql. Running it again does no harm.

create schema if not exists audit;

-- Ids are those of users.accounts, whose rows are never deleted.
create table if not exists audit.entries (
  id uuid primary key,
  at timestamptz not null,
  admin_id uuid not null,
  action text not null,
  -- About whom or what; null where it is about nobody in particular.
  person_id uuid,
  subject_id uuid,
  reason text not null
);
create index if not exists entries_of_person on audit.entries (person_id, id desc) where person_id is not null;

-- The owner is refused as well, so that a slip of an operator changes nothing either.
create or replace function audit.refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'The audit trail is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create or replace trigger append_only
  before update or delete or truncate on audit.entries
  for each statement execute function audit.refuse_change();

revoke all on schema audit from public;
revoke all on audit.entries from public;
grant usage on schema audit to user_service;
grant select, insert on audit.entries to user_service;

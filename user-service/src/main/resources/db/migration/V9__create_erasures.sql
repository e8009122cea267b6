-- The ledger of erasures: one row for each that was ever asked for. It names nobody, and no row is ever deleted.
create table erasures (
  -- SHA-256 of the account's id (PersonHash says of what exactly). An id has 74 random bits, so that none can be guessed;
  -- who has a list of ids, as after a restore, can tell which of them were erased, and that is what the row is for.
  person_hash bytea primary key check (length(person_hash) = 32),
  asked_at timestamptz not null,
  -- When the last of the services had confirmed; null while one has not.
  completed_at timestamptz
);

-- What each service confirmed.
create table erasure_confirmations (
  person_hash bytea not null references erasures (person_hash),
  service text not null,
  confirmed_at timestamptz not null,
  -- How many rows, keys or objects were changed, by where they were.
  changed jsonb not null,
  primary key (person_hash, service)
);

-- Erasures that a restored database may not know of, put here by deploy/backup/restore and carried out at the next start.
create table erasures_to_replay (
  person_hash bytea primary key check (length(person_hash) = 32),
  asked_at timestamptz not null
);

create index accounts_by_erasure on accounts (erased_at) where erased_at is not null;

-- Nothing may be added to somebody who is erased, by a request that was under way then or by anything else. To look locks the
-- account's row against the erasure, so that one of the two comes first.
create function refuse_erased_person() returns trigger
  language plpgsql
  as $$
declare
  erased timestamptz;
begin
  select erased_at into erased from users.accounts where id = (to_jsonb(new) ->> tg_argv[0])::uuid for key share;
  if erased is not null then
    raise exception 'This person is erased' using errcode = 'check_violation', constraint = 'person_not_erased';
  end if;
  return new;
end
$$;

create trigger person_not_erased before insert on logins
  for each row execute function refuse_erased_person('account_id');
create trigger person_not_erased before insert on profiles
  for each row execute function refuse_erased_person('account_id');
create trigger person_not_erased before insert on assets
  for each row execute function refuse_erased_person('account_id');
create trigger blocker_not_erased before insert on blocks
  for each row execute function refuse_erased_person('blocker_id');
create trigger blocked_not_erased before insert on blocks
  for each row execute function refuse_erased_person('blocked_id');

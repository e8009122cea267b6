-- Whom this service has erased. What comes late about them is recognised by it.
create table erased_people (
  user_id uuid primary key references users.accounts (id),
  erased_at timestamptz not null
);

-- Whether this person is erased. It waits for an erasure under way, and an erasure waits for whoever asked here until their
-- transaction ends: so nothing slips in between.
create function is_erased(person uuid) returns boolean
  language plpgsql
  as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('person ' || person, 0));
  return exists (select from history.erased_people where user_id = person);
end
$$;

-- An entry that arrives after one of the two was erased is kept, but leads neither of them to the other.
create function forget_erased_peer() returns trigger
  language plpgsql
  as $$
begin
  if history.is_erased(new.user_id) or history.is_erased(new.peer_id) then
    new.peer_id := null;
    new.peer_name := null;
  end if;
  return new;
end
$$;

-- Partitions get it from here, those to come too.
create trigger forget_erased_peer before insert on logged_interactions
  for each row when (new.peer_id is not null) execute function forget_erased_peer();

-- Null once the person is erased.
alter table connections
  alter column woman_name drop not null,
  alter column man_name drop not null;

-- A connection that arrives after one of the two was erased is over before it began.
create function forget_erased_member() returns trigger
  language plpgsql
  as $$
begin
  if history.is_erased(new.woman_id) then
    new.woman_name := null;
    new.removed_at := now();
    new.removed_by := new.woman_id;
  end if;
  if history.is_erased(new.man_id) then
    new.man_name := null;
    new.removed_at := now();
    new.removed_by := new.man_id;
  end if;
  return new;
end
$$;

create trigger forget_erased_member before insert on connections
  for each row execute function forget_erased_member();

-- Whom this service has erased. What comes late about them is recognised by it.
create table erased_people (
  user_id uuid primary key references users.accounts (id),
  erased_at timestamptz not null
);

-- Null once the person is erased.
alter table rooms
  alter column woman_name drop not null,
  alter column man_name drop not null;

-- Whether this person is erased. It waits for an erasure under way, and an erasure waits for whoever asked here until their
-- transaction ends: so nothing slips in between.
create function is_erased(person uuid) returns boolean
  language plpgsql
  as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('person ' || person, 0));
  return exists (select from chat.erased_people where user_id = person);
end
$$;

-- A room that arrives after one of the two was erased is closed from the start.
create function forget_erased_member() returns trigger
  language plpgsql
  as $$
declare
  woman_is_erased boolean := chat.is_erased(new.woman_id);
  man_is_erased boolean := chat.is_erased(new.man_id);
begin
  if woman_is_erased then
    new.woman_name := null;
  end if;
  if man_is_erased then
    new.man_name := null;
  end if;
  if (woman_is_erased or man_is_erased) and new.closed_at is null then
    new.closed_at := new.opened_at;
    new.close_reason := 'erased';
  end if;
  return new;
end
$$;

create trigger forget_erased_member before insert on rooms
  for each row execute function forget_erased_member();

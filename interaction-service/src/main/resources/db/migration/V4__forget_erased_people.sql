-- Whom this service has erased. What comes late about them is recognised by it.
create table erased_people (
    user_id   uuid        primary key references users.accounts (id),
    erased_at timestamptz not null
);

-- Whether this person is erased. It waits for an erasure under way, and an erasure waits for whoever asked here until their
-- transaction ends: so nothing slips in between.
create function is_erased(person uuid) returns boolean
  language plpgsql
  as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('person ' || person, 0));
  return exists (select from interactions.erased_people where user_id = person);
end
$$;

-- A match that was on its way when one of the two was erased comes to nothing.
create function refuse_erased_people() returns trigger
  language plpgsql
  as $$
begin
  if interactions.is_erased(new.woman_user_id) or interactions.is_erased(new.man_user_id) then
    raise exception 'A person of this interaction is erased'
      using errcode = 'check_violation', constraint = 'people_not_erased';
  end if;
  return new;
end
$$;

create trigger people_not_erased before insert on interactions
  for each row execute function refuse_erased_people();

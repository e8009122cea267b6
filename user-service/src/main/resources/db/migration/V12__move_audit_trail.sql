-- The audit trail moves out of this schema, whose owner could drop it and its trigger: deploy/postgres/audit.sql makes it where
-- this service's role may add and read, and nothing else.
do $$
begin
  if to_regclass('audit.entries') is null then
    raise exception 'The table audit.entries is missing: run deploy/postgres/audit.sql as the superuser, then start again';
  end if;
end
$$;

insert into audit.entries (id, at, admin_id, action, person_id, subject_id, reason)
select id, at, admin_id, action, person_id, subject_id, reason from audit_entries
on conflict (id) do nothing;

drop table audit_entries;
drop function refuse_change_of_audit();

-- A report keeps no words of or about somebody who is erased, not even evidence that was being gathered meanwhile.
create function forget_words_about_erased() returns trigger
  language plpgsql
  as $$
begin
  perform from users.accounts where id in (new.reporter_id, new.reported_id) and erased_at is not null for key share;
  if found then
    new.details := null;
    new.chat := null;
    new.interaction := new.interaction #- '{woman,displayName}' #- '{man,displayName}';
    new.resolution := case when new.resolution is not null then '' end;
  end if;
  return new;
end
$$;

create trigger forget_words_about_erased before insert or update on reports
  for each row execute function forget_words_about_erased();

create trigger person_not_erased before insert on appeals
  for each row execute function refuse_erased_person('account_id');

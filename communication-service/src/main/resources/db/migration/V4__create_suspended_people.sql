-- Whose rooms are shut for now, as user-service last said. The rooms themselves do not change, so that nothing has to be
-- put back afterwards.
create table suspended_people (
  user_id uuid primary key references users.accounts (id),
  -- Of two changes the one with the higher version counts, whichever came last.
  version bigint not null,
  suspended boolean not null,
  changed_at timestamptz not null
);

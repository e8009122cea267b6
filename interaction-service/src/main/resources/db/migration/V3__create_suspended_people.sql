-- Who must not be in a call, as user-service last said.
create table suspended_people (
    user_id    uuid primary key references users.accounts (id),
    -- of two changes the one with the higher version counts, whichever came last
    version    bigint      not null,
    suspended  boolean     not null,
    changed_at timestamptz not null
);

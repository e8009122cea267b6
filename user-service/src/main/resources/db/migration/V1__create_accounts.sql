-- The one shared identity: every other service's tables refer to accounts(id).
-- A row is never deleted. Erasure scrubs it: e-mail, password, name and birth date become null and erased_at is set.
create table accounts (
  id uuid primary key,
  -- Trimmed and lower case, so that this plain unique index is case-insensitive. Null once erased.
  email text unique check (length(email) <= 254 and email = btrim(email)),
  password_hash text,
  -- Moves when the person changes the password, not when a hash is renewed at a higher cost.
  password_changed_at timestamptz not null default now(),
  display_name text check (length(display_name) between 1 and 50),
  role text not null check (role in ('female', 'male', 'admin')),
  -- Null for admins, who are not asked, and once erased.
  birth_date date,
  email_verified boolean not null default false,
  -- Claim `ver` of access tokens.
  token_version integer not null default 1,
  suspended_at timestamptz,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  version bigint not null default 0,
  check (erased_at is not null or (email is not null and password_hash is not null and display_name is not null)),
  check (erased_at is not null or role = 'admin' or birth_date is not null)
);

-- The other services may point at a person, and read nothing.
grant usage on schema users to public;
grant references (id) on accounts to public;

-- What a person shows of themselves besides the name, which the account has.
create table profiles (
  account_id uuid primary key references accounts (id),
  bio text not null check (length(bio) <= 500),
  interests text[] not null check (cardinality(interests) <= 10),
  languages text[] not null check (cardinality(languages) <= 5),
  auto_connect boolean not null,
  updated_at timestamptz not null,
  version bigint not null
);

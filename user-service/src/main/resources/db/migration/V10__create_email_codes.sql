-- Codes sent by e-mail, the last one for each purpose. Used once, a code is deleted.
create table email_codes (
  account_id uuid not null references accounts (id),
  purpose text not null check (purpose in ('verify-email', 'reset-password')),
  -- bcrypt. The code itself is in the letter only.
  code_hash text not null,
  tries_left integer not null check (tries_left >= 0),
  expires_at timestamptz not null,
  primary key (account_id, purpose)
);

-- Photos and videos of a profile. The bytes are in S3; a row is written before its objects and removed after
-- them, so that no object is ever without a row that leads to it.
create table assets (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  kind text not null check (kind in ('image', 'video')),
  content_type text not null,
  object_key text not null,
  thumbnail_key text,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  size_bytes bigint not null check (size_bytes > 0),
  -- 'uploading' until both objects are in place.
  state text not null check (state in ('uploading', 'stored')),
  created_at timestamptz not null
);

create index assets_of_account on assets (account_id, id);
create index assets_uploading on assets (created_at) where state = 'uploading';
